//! The verdict on simulated means: what is likely is not what is so on average.

use super::compare::Answer;
use super::outcome::Kind;
use super::sentence::Figure;
use super::verdict::{Verdict, verdict};
use crate::scenario::Scenario;

/// The verdict with mean present costs in the place of the plan's; its headline's figures are named by their paths under `simulation`.
/// Options without a mean keep the plan's.
#[must_use]
pub fn averaged(scenario: &Scenario<f64>, answer: &Answer, mean: impl Fn(Kind) -> Option<f64>) -> Verdict {
    let mut copy = answer.clone();
    for option in &mut copy.options {
        option.measures.present = mean(option.kind()).unwrap_or(option.measures.present);
    }
    let (as_is, best) = (copy.options[0].measures.present, copy.options[1].measures.present);
    for option in &mut copy.options {
        option.savings.present = best - option.measures.present;
        option.budget.present = as_is - option.measures.present;
    }
    // Who may be called the cheapest stays as it is; on equal cost the earlier wins, as in the plan.
    let mut order: Vec<usize> =
        (0..copy.options.len()).filter(|index| copy.options[*index].rank.is_some()).collect();
    let present = |index: usize| copy.options[index].measures.present;
    crate::order::sort_by(&mut order, |a, b| present(*a) > present(*b));
    for (rank, index) in order.into_iter().enumerate() {
        copy.options[index].rank = Some(rank + 1);
    }
    let mut verdict = verdict(scenario, &copy);
    for figure in verdict.headline.iter_mut().flat_map(|sentence| &mut sentence.figures) {
        if let Figure::Money(_, path) = figure {
            *path = simulated(path);
        }
    }
    verdict
}

/// Where a figure of the headline stands under `simulation`.
fn simulated(path: &str) -> String {
    let (option, _) = path.strip_prefix("options.").and_then(|rest| rest.split_once('.')).unwrap_or_default();
    match path.rsplit('.').nth(1) {
        Some("savings") => format!("simulation.options.{option}.saved.value"),
        // What right-sizing saves today's team costs more.
        Some("budget") => "simulation.options.as_is.saved.value".to_owned(),
        _ => format!("simulation.options.{option}.cost.value"),
    }
}
