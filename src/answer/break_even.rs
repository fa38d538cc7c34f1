//! Where the answer turns: the values of one input at which an option saves nothing.

use std::rc::Rc;

use serde_json::Value;

use super::compare::{Answer, held, present_savings};
use super::options::Held;
use super::outcome::{Kind, Part};
use crate::finance::{BreakEven, BreakEvenSearch, Zero};
use crate::scenario::{Input, Leaves, PriceModel, Row, Scenario, Unit, build, inputs, plan_values, scale};

/// The break-even of one input.
#[derive(Clone, Debug)]
pub struct Turn {
    /// The input, with its present value.
    pub input: Input,
    /// Where present savings are zero; values of whole-number inputs are where they change sign.
    pub result: BreakEven,
}

impl Turn {
    /// The value at one of the zeros; None where savings are nothing over a whole stretch.
    #[must_use]
    pub fn at(&self, zero: usize) -> Option<f64> {
        match &self.result {
            BreakEven::At(zeros) => match zeros.get(zero)? {
                Zero::Value(value) => Some(*value),
                Zero::Interval { .. } => None,
            },
            _ => None,
        }
    }
}

/// The plan's values, one of them replaced.
struct Replaced<'a> {
    path: &'a str,
    value: f64,
}

impl Leaves<f64> for Replaced<'_> {
    fn number(&mut self, path: &str, row: &'static Row, value: f64, _: bool) -> f64 {
        if path != self.path {
            value
        } else if row.whole {
            libm::round(self.value)
        } else {
            self.value
        }
    }
}

/// The scenario with one input at another value; an input at its default may be replaced too.
pub(super) fn with(document: &Value, path: &str, value: f64) -> Scenario<f64> {
    build(document, &mut Replaced { path, value })
}

/// All values of an input, within its bounds, at which the option's present savings against best in-house are zero; the core
/// stays as stated. None if there is no such input or option, or the input has no value to start from.
#[must_use]
pub fn turn(document: &Value, kind: Kind, path: &str) -> Option<Turn> {
    let mut turning = Turning::new(document, kind, &[path.to_owned()]);
    while turning.step(document) {}
    turning.done.pop()
}

/// Turns of several inputs, worked out in steps of a sample each.
#[derive(Debug)]
pub struct Turning {
    /// Those worked out.
    pub done: Vec<Turn>,
    /// Those still to be, the last first, with the search of each.
    left: Vec<(Input, BreakEvenSearch)>,
    kind: Kind,
    held: Option<Held>,
    /// The reference's services while the input at hand is one of an offer, which changes nothing of them.
    reference: Option<Vec<Rc<Part>>>,
}

impl Turning {
    /// Before the first step; what [`turn`] has no answer for is left out.
    #[must_use]
    pub fn new(document: &Value, kind: Kind, paths: &[String]) -> Self {
        let mut inputs = inputs(document);
        let currency = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
        let search = |path: &String| {
            let input = inputs.swap_remove(inputs.iter().position(|input| input.path == *path)?);
            let money = if input.row.unit.is_money() { scale(currency) } else { 1.0 };
            let search = BreakEvenSearch::new((input.row.min * money, input.row.max * money), input.value?)?;
            Some((input, search))
        };
        let mut left: Vec<_> = paths.iter().filter_map(search).collect();
        left.reverse();
        let held = held(&plan_values(document), kind);
        Turning { done: Vec::new(), left, kind, held, reference: None }
    }

    /// Takes a sample of the document that it was made for, or finds the zeros among an input's; false where nothing is left to do.
    pub fn step(&mut self, document: &Value) -> bool {
        let (Some(held), Some((input, search))) = (&self.held, self.left.last_mut()) else { return false };
        let (path, kind, kept) = (input.path.clone(), self.kind, &mut self.reference);
        let of_offer = is_of_offer(&path);
        let mut savings = |value: f64| {
            if !of_offer {
                *kept = None;
            }
            present_savings(&with(document, &path, value), kind, held, kept)
        };
        if !search.sample(&mut savings) {
            let solved = self.left.pop();
            self.done
                .extend(solved.map(|(input, search)| Turn { input, result: search.solve(&mut savings) }));
            self.reference = None;
        }
        true
    }
}

/// Whether an input is one of an offer.
fn is_of_offer(path: &str) -> bool {
    path.starts_with("services.") && path.split('.').nth(2) == Some("offers")
}

/// The inputs worth asking about first for an option: the vendor's price and, where time is billed, its productivity; pay and growth of
/// the services that move.
#[must_use]
pub fn main_inputs(scenario: &Scenario<f64>, answer: &Answer, kind: Kind) -> Vec<String> {
    let mut paths = Vec::new();
    let parts = answer.option(kind).map_or(&[][..], |option| &option.outcome.parts);
    for (index, (service, part)) in scenario.services.iter().zip(parts).enumerate() {
        let Some((offer, taken)) =
            part.course.offer.and_then(|offer| Some((offer, service.offers.get(offer)?)))
        else {
            continue;
        };
        paths.push(format!("services.{index}.offers.{offer}.price.rate"));
        if matches!(taken.price.model, PriceModel::Hour | PriceModel::PersonMonth) {
            paths.push(format!("services.{index}.offers.{offer}.quality.mature"));
        }
        paths.push(format!("services.{index}.team.pay"));
        paths.push(format!("services.{index}.demand.growth"));
    }
    paths.truncate(8);
    paths
}

/// The value among several break-evens that is nearest to where its input stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    /// Which of the turns.
    pub turn: usize,
    /// Which of its zeros.
    pub zero: usize,
    /// What the input is now.
    pub now: f64,
    /// What it would have to be.
    pub value: f64,
}

impl Nearest {
    /// The path of the value in the result file.
    #[must_use]
    pub fn path(&self) -> String {
        format!("break_even.{}.break_even.{}", self.turn, self.zero)
    }
}

/// The break-even that takes the least change of its input, relative to what it is now; growth counts as what it multiplies by.
/// Inputs at zero have no such measure and are passed over, as are stretches on which nothing changes.
#[must_use]
pub fn nearest(turns: &[Turn]) -> Option<Nearest> {
    let mut found: Option<(f64, Nearest)> = None;
    for (index, turn) in turns.iter().enumerate() {
        let (Some(now), BreakEven::At(zeros)) = (turn.input.value, &turn.result) else {
            continue;
        };
        let base = if turn.input.unit == Unit::SharePerYear { 1.0 + now } else { now };
        for (place, zero) in zeros.iter().enumerate() {
            let Zero::Value(value) = *zero else { continue };
            let change = (value - now).abs() / base.abs();
            if change.is_finite() && found.is_none_or(|(least, _)| change < least) {
                found = Some((change, Nearest { turn: index, zero: place, now, value }));
            }
        }
    }
    found.map(|(_, nearest)| nearest)
}
