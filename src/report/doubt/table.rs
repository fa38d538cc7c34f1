//! Every option on all paths: how likely it is cheapest and saves, what it saves at worst and at best, what choosing it may be regretted.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::view::{Written, chance, money, share, shown};
use crate::answer::{Compared, Kind};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, option_name, series};
use crate::report::words::Said as _;
use crate::words::DoubtText;

/// What the table is of.
#[derive(Properties, PartialEq)]
pub struct OptionsProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// The summary.
    pub summary: Rc<Value>,
}

/// The columns: their heads, the paths of their figures, how these are written, whether they compare with best in-house.
const COLUMNS: &[(DoubtText, &str, Written, bool)] = &[
    (DoubtText::Cheapest, "cheapest", chance, false),
    (DoubtText::Saves, "saves", chance, true),
    (DoubtText::MeanSaved, "saved", money, true),
    (DoubtText::P5, "savings.p5", money, true),
    (DoubtText::P50, "savings.p50", money, true),
    (DoubtText::P95, "savings.p95", money, true),
    (DoubtText::Regret, "regret", money, false),
    (DoubtText::Delivered, "delivered_share", share, false),
    (DoubtText::Idle, "idle_share", share, false),
];

/// A row an option.
#[component]
pub fn OptionsTable(props: &OptionsProps) -> Html {
    let shared = use_shared();
    let same = props.answer.answer.as_is_is_best();
    let row = |option: &Compared| {
        let key = option.kind().key();
        let reference = option.kind() == Kind::BestInHouse;
        html! {
            <tr key={key.clone()}>
                <th scope="row"><span class={classes!("dot", series(option.kind()))}></span>{ " " }{ option_name(&shared, &props.answer.vendors, option.kind()) }</th>
                { for COLUMNS.iter().map(|(_, what, written, compares)| html! {
                    <td>{ cell(&shared, &props.summary, &format!("options.{key}.{what}"), *written, reference && *compares) }</td>
                }) }
            </tr>
        }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={shared.doubt(DoubtText::OptionsTitle)}><table>
            <thead><tr><th scope="col">{ shared.doubt(DoubtText::Option) }</th>
                { for COLUMNS.iter().map(|(head, ..)| html! { <th scope="col">{ shared.doubt(*head) }</th> }) }
            </tr></thead>
            <tbody>{ for props.answer.answer.options.iter().filter(|option| !(same && option.kind() == Kind::AsIs)).map(row) }</tbody>
        </table></div>
    }
}

fn cell(shared: &Shared, summary: &Value, path: &str, written: Written, empty: bool) -> Html {
    if empty {
        html! { { "–" } }
    } else {
        shown(shared, summary, path, written)
    }
}
