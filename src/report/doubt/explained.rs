//! What a figure of the simulation is, in a dialog: no formula, but draws, and how exactly they tell it.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::exact::Found as Figure;
use super::run::Found;
use super::view::{Written, chance, money, share};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::dialog::Dialog;
use crate::page::views::figures::{AnswerOf, option_name, plain};
use crate::report::words::Said as _;
use crate::scenario::document::get;
use crate::words::{DoubtText, Format};

/// What is explained.
#[derive(Properties, PartialEq)]
pub struct ExplainedProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// What has been found.
    pub found: Option<Rc<Found>>,
    /// The figure's path in the result file.
    pub path: AttrValue,
    /// Called when the dialog is closed.
    pub close: Callback<()>,
}

/// What a figure is called, and how it is written, by the steps of its path below its option.
fn named(steps: &[&str]) -> Option<(DoubtText, Written)> {
    Some(match steps {
        ["cheapest", ..] => (DoubtText::Cheapest, chance),
        ["saves", ..] => (DoubtText::Saves, chance),
        ["saved", ..] => (DoubtText::MeanSaved, money),
        ["savings", "p5", ..] => (DoubtText::P5, money),
        ["savings", "p10", ..] => (DoubtText::P10, money),
        ["savings", "p50", ..] => (DoubtText::P50, money),
        ["savings", "p90", ..] => (DoubtText::P90, money),
        ["savings", "p95", ..] => (DoubtText::P95, money),
        ["regret", ..] => (DoubtText::Regret, money),
        ["delivered_share", ..] => (DoubtText::Delivered, share),
        ["idle_share", ..] => (DoubtText::Idle, share),
        ["histogram", ..] => (DoubtText::ShareHead, share),
        ["payback", "never", ..] => (DoubtText::Never, chance),
        ["bands", "p10", _] => (DoubtText::P10, money),
        ["bands", "p50", _] => (DoubtText::P50, money),
        ["bands", "p90", _] => (DoubtText::P90, money),
        _ => return None,
    })
}

/// The figure with its name, how many futures it is told from, and its error.
#[component]
pub fn Explained(props: &ExplainedProps) -> Html {
    let shared = use_shared();
    let below = props.path.trim_start_matches("simulation.").trim_end_matches(".value").to_owned();
    let steps: Vec<&str> = below.split('.').collect();
    let found = props.found.as_deref();
    let figure = found.and_then(|found| Figure::at(&found.summary, &below));
    let option =
        steps.get(1).filter(|_| steps[0] == "options").and_then(|key| props.answer.answer.by_key(key));
    let option = option.map(|option| option_name(&shared, &props.answer.vendors, option.kind()));
    let name = named(steps.get(2..).unwrap_or_default());
    let head = figure.zip(name).map(|(figure, (text, written))| {
        let option = option.unwrap_or_default();
        html! {
            <p class="explained">{ format!("{option}: {}", shared.doubt(text)) }{ ": " }<b>{ plain(figure.value, &props.path, written(&shared, figure)) }</b></p>
        }
    });
    let paths = found.map_or(0.0, |found| found.futures());
    let seed = get(&props.answer.document, "simulation.seed").and_then(Value::as_f64).unwrap_or(1.0);
    let drawn = figure.is_some() || steps[0] == "information" || steps[0] == "indices";
    html! {
        <Dialog title={shared.doubt(DoubtText::ExplainTitle)} close={props.close.clone()}>
            { for head }
            if drawn {
                <p>{ shared.doubt_with(DoubtText::ExplainText, &[&shared.locale.number(paths), &shared.locale.number(seed)]) }</p>
                { for figure.zip(name).and_then(|(figure, (_, written))| error(&shared, figure, written)) }
            } else {
                <p>{ shared.doubt(DoubtText::ExplainNoError) }</p>
            }
        </Dialog>
    }
}

fn error(shared: &Shared, figure: Figure, written: Written) -> Option<Html> {
    let error = figure.error.filter(|error| *error > 0.0)?;
    // Shares are told as such, amounts to three digits.
    let words = written(shared, Figure { value: error, error: Some(0.0) });
    Some(html! { <p>{ shared.doubt_with(DoubtText::ExplainError, &[&words]) }</p> })
}
