//! The simulation in the result file, under `simulation`.

use serde_json::{Map, Value, json};

use super::compile::{Rule, Simulation};
use super::matters::{Crossing, Information, Sensitivity, Tornado};
use super::summary::{Figure, OptionSummary, Summary};
use crate::finance::{BreakEven, Zero};

fn figure(figure: &Figure) -> Value {
    json!({ "value": figure.value, "error": figure.error.is_finite().then_some(figure.error) })
}

fn quantiles(figures: &[Figure; 7]) -> Value {
    let names = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"];
    names
        .into_iter()
        .zip(figures)
        .map(|(name, one)| (name.to_owned(), figure(one)))
        .collect::<Map<_, _>>()
        .into()
}

fn option(option: &OptionSummary) -> Value {
    let payback = &option.payback;
    json!({
        "ranked": option.ranked,
        "cost": figure(&option.cost),
        "costs": quantiles(&option.costs),
        "saved": figure(&option.saved),
        "savings": quantiles(&option.savings),
        "planned": option.planned,
        "gap": option.saved.value - option.planned,
        "cheapest": figure(&option.cheapest),
        "saves": figure(&option.saves),
        "regret": figure(&option.regret),
        "payback": { "never": figure(&payback.never), "by_month": payback.by_month, "p10": payback.months[0], "p50": payback.months[1], "p90": payback.months[2] },
        "delivered_share": figure(&option.delivered),
        "idle_share": figure(&option.idle),
        "bands": { "p10": option.bands[0], "p50": option.bands[1], "p90": option.bands[2] },
        "histogram": option.histogram.iter().map(|bin| json!({ "from": bin.from, "to": bin.to, "share": bin.share })).collect::<Vec<_>>(),
    })
}

impl Summary {
    /// The figures under their paths in the result file: `simulation.options.….saved.value` and so on.
    #[must_use]
    pub fn to_json(&self, simulation: &Simulation) -> Value {
        let clamped = simulation.rules().iter().zip(&self.clamped).filter(|(_, count)| **count > 0);
        let clamped: Vec<Value> = clamped
            .map(|(rule, count)| match rule {
                Rule::Bounds(input) => {
                    json!({ "rule": "bounds", "input": simulation.inputs()[*input].path, "draws": count })
                }
                Rule::Transition(service, offer) => json!({
                    "rule": "transition",
                    "input": format!("services.{service}.offers.{offer}.transition"),
                    "draws": count,
                }),
            })
            .collect();
        let inputs: Vec<Value> = simulation
            .inputs()
            .iter()
            .map(|input| json!({ "path": input.path, "likely": input.likely, "mean": input.distribution.mean(), "group": input.group }))
            .collect();
        json!({
            "paths": self.paths,
            "chance": simulation.has_chance(),
            "inputs": inputs,
            "clamped": clamped,
            "perfect_information": figure(&self.perfect_information),
            "options": self.options.iter().map(|one| (one.kind.key(), option(one))).collect::<Map<_, _>>(),
        })
    }
}

impl Tornado {
    /// The swings of one option, by its position, under `simulation.tornado`.
    #[must_use]
    pub fn to_json(&self, simulation: &Simulation, option: usize) -> Value {
        let swings = simulation.inputs().iter().zip(&self.swings[option]).zip(&self.ends);
        swings
            .map(|((input, swing), (low, high))| {
                json!({ "input": input.path, "p10": low, "p90": high, "saved_p10": swing.low, "saved_p90": swing.high })
            })
            .collect()
    }
}

/// Break-evens under `simulation.break_even`.
#[must_use]
pub fn crossings(simulation: &Simulation, crossings: &[Crossing]) -> Value {
    let zeros = |found: &BreakEven| match found {
        BreakEven::At(zeros) => zeros
            .iter()
            .map(|zero| match zero {
                Zero::Value(value) => json!(value),
                Zero::Interval { from, to } => json!({ "from": from, "to": to }),
            })
            .collect(),
        BreakEven::NoneWithinBounds | BreakEven::Indifferent => json!([]),
    };
    let one = |crossing: &Crossing| {
        json!({
            "input": simulation.inputs()[crossing.input].path,
            "zeros": zeros(&crossing.zeros),
            "nearest": crossing.nearest,
            "probability": crossing.probability,
        })
    };
    crossings.iter().map(one).collect()
}

fn groups(simulation: &Simulation) -> Vec<Value> {
    let name = |members: &Vec<usize>| -> Value {
        members.iter().map(|input| json!(simulation.inputs()[*input].path)).collect()
    };
    simulation.groups().iter().map(name).chain([json!(["chance"])]).collect()
}

impl Information {
    /// Under `simulation.information`.
    #[must_use]
    pub fn to_json(&self, simulation: &Simulation) -> Value {
        let worth = groups(simulation).into_iter().zip(&self.groups);
        json!({
            "all": self.all,
            "groups": worth.map(|(group, worth)| json!({ "inputs": group, "worth": figure(worth) })).collect::<Vec<_>>(),
            "first": self.first,
        })
    }
}

impl Sensitivity {
    /// Under `simulation.indices`.
    #[must_use]
    pub fn to_json(&self, simulation: &Simulation) -> Value {
        let found = groups(simulation).into_iter().zip(self.first.iter().zip(&self.total));
        found
            .map(|(group, (first, total))| json!({ "inputs": group, "first": figure(first), "total": figure(total) }))
            .collect()
    }
}
