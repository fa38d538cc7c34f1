//! What if demand halves, the currency moves, the vendor is slower: each answered anew.

use yew::prelude::*;

use super::tables::TableProps;
use super::words::Said as _;
use crate::answer::{Case, WhatIf, what_if};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{figure, option_name};
use crate::scenario::Unit;
use crate::words::{Format, ReportText, Text};

pub(super) fn question(shared: &Shared, case: Case) -> String {
    let share = |by: f64| shared.locale.share((by - 1.0).abs());
    match case {
        Case::Demand(by) if by < 1.0 => shared.said_with(ReportText::IfDemandFalls, &[&share(by)]),
        Case::Demand(by) => shared.said_with(ReportText::IfDemandRises, &[&share(by)]),
        Case::Spell { uplift, months } => {
            let text = if uplift > 0.0 { ReportText::IfPeak } else { ReportText::IfSlump };
            let months = shared.quantity(months as f64, Unit::Months);
            shared.said_with(text, &[&shared.locale.share(uplift.abs()), &months])
        }
        Case::Productivity(by) => shared.said_with(ReportText::IfProductivity, &[&shared.locale.share(by)]),
        Case::VendorPrice(by) => shared.said_with(ReportText::IfPrice, &[&share(by)]),
        Case::Exchange(by) if by < 1.0 => shared.said_with(ReportText::IfCurrencyFalls, &[&share(by)]),
        Case::Exchange(by) => shared.said_with(ReportText::IfCurrencyRises, &[&share(by)]),
        Case::Leavers(by) if by < 1.0 => shared.said(ReportText::IfFewerLeave).to_owned(),
        Case::Leavers(_) => shared.said(ReportText::IfMoreLeave).to_owned(),
        Case::Delay(months) => shared.said_with(ReportText::IfDelayed, &[&months.to_string()]),
    }
}

/// The cases, with what each option costs in them and whether the contender still saves.
#[component]
pub fn WhatIfTable(props: &TableProps) -> Html {
    let shared = use_shared();
    let found = use_memo(props.answer.clone(), |answer| {
        let kind = answer.answer.contender()?;
        Some((kind, what_if(answer.cases(), kind)))
    });
    let Some((kind, cases)) = &*found else { return Html::default() };
    let name = option_name(&shared, &props.answer.vendors, *kind);
    let saves = props.answer.answer.option(*kind).is_some_and(|option| option.savings.present > 0.0);
    // The finding is how often the present answer holds, whichever it is.
    let holds = cases.iter().filter(|found| (found.saved > 0.0 && found.switches) == saves).count();
    let holder = if saves { name.clone() } else { shared.text(Text::BestInHouse).to_owned() };
    let title = if holds == cases.len() {
        shared.said_with(ReportText::WhatIfTitleAll, &[&holder])
    } else {
        shared.said_with(ReportText::WhatIfTitle, &[&holder, &holds.to_string(), &cases.len().to_string()])
    };
    let cell = |index: usize, what: &str, value: f64| {
        html! { <td>{ figure(&shared, value, &format!("what_if.{index}.{what}"), shared.locale.money(value)) }</td> }
    };
    let row = |(index, found): (usize, &WhatIf)| {
        html! {
            <tr key={index} class={(found.saved <= 0.0 || !found.switches).then_some("loses")}>
                <th scope="row">{ question(&shared, found.case) }</th>
                { cell(index, "as_is", found.as_is) }
                { cell(index, "best_in_house", found.best_in_house) }
                { cell(index, "option", found.option) }
                if found.switches { { cell(index, "saved", found.saved) } } else { <td>{ shared.said(ReportText::WhatIfNoSwitch) }</td> }
            </tr>
        }
    };
    html! {
        <section class="panel" id="what-if">
            <h2>{ title }</h2>
            <p class="subtitle">{ shared.said(ReportText::WhatIfSubtitle) }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label={shared.said(ReportText::WhatIfCase)}><table>
                <thead><tr>
                    <th scope="col">{ shared.said(ReportText::WhatIfCase) }</th>
                    <th scope="col">{ shared.said(ReportText::WhatIfFixed) }</th>
                    <th scope="col">{ shared.text(Text::BestInHouse) }</th>
                    <th scope="col">{ name }</th>
                    <th scope="col">{ shared.said(ReportText::WhatIfSaves) }</th>
                </tr></thead>
                <tbody>{ for cases.iter().enumerate().map(row) }</tbody>
            </table></div>
        </section>
    }
}
