//! The first ranges: published spans put on the inputs that have one, as one edit.

use serde_json::{Value, json};

use crate::page::views::figures::AnswerOf;
use crate::scenario::{Origin, offered};

/// The parts of a scenario whose inputs decide the comparison; what is left out (taxes, storage, support desks not in use) can be given a
/// range by itself.
const MAIN: &[&str] = &[
    ".price.rate",
    ".quality.distance",
    ".quality.months",
    ".governance.share",
    ".exit.hazard",
    ".team.on_cost",
    ".team.hours",
    ".team.time_to_hire",
    ".team.ramp_months",
    ".demand.growth",
    ".support.handle_minutes",
    "money.discount_rate",
];

/// Paths of inputs, each followed by its published range, for those of the main inputs that have one. Empty where none has.
#[must_use]
pub fn sourced(answer: &AnswerOf) -> Vec<Value> {
    let document = &answer.document;
    let main = |path: &str| MAIN.iter().any(|end| path.ends_with(end));
    let inputs = answer.inputs().iter().filter(|input| input.origin != Origin::Absent && main(&input.path));
    inputs
        .filter_map(|input| {
            let range = offered(document, &input.path)?;
            Some([json!(input.path), range.value()])
        })
        .flatten()
        .collect()
}
