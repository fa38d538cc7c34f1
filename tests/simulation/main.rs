//! The simulation: equal to the plan where nothing is drawn, the same however it is run, and true to theory.

#![allow(clippy::float_cmp, reason = "what is to be equal is compared exactly")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts are small"
)]

mod equality;
mod faults;
mod laws;
mod vectors;

use outsourcing::scenario::document::{get, set};
use outsourcing::simulation::Simulation;
use serde_json::{Value, json};

/// A document with changes at paths.
fn with(document: &Value, changes: &[(&str, Value)]) -> Value {
    let mut changed = document.clone();
    for (path, value) in changes {
        assert!(set(&mut changed, path, Some(value.clone())), "{path}");
    }
    changed
}

/// The document with likely values for its ranges, and nothing left to chance.
fn certain(document: &Value) -> Value {
    let mut changed = with(document, &[("simulation.ranges_only", json!(true))]);
    for input in outsourcing::scenario::inputs(document) {
        if get(document, &input.path).is_some_and(Value::is_object) {
            assert!(set(&mut changed, &input.path, input.value.map(|value| json!(value))));
        }
    }
    changed
}

/// A range of 1-in-10 values.
fn range(low: f64, likely: f64, high: f64) -> Value {
    json!({ "low": low, "likely": likely, "high": high })
}

fn compiled(document: &Value) -> Simulation {
    Simulation::compile(document).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn template(id: &str) -> Value {
    outsourcing::scenario::templates::find(id).unwrap().document()
}

/// One team and one vendor, with ranges of many kinds.
fn ranged() -> Value {
    with(
        &template("nearshore-team-1"),
        &[
            ("services.0.offers.0.price.rate", range(45.0, 52.0, 65.0)),
            ("services.0.offers.0.quality.mature", range(0.7, 0.95, 1.05)),
            ("services.0.offers.0.quality.months", range(3.0, 6.0, 9.0)),
            ("services.0.team.pay", range(120_000.0, 133_080.0, 150_000.0)),
            ("services.0.team.attrition", range(0.1, 0.19, 0.3)),
            ("services.0.team.ramp_months", range(3.0, 6.0, 9.0)),
            ("services.0.team.time_to_hire", range(42.0, 60.0, 120.0)),
            ("services.0.offers.0.transition.lead_months", range(2.0, 3.0, 6.0)),
            ("services.0.demand.growth", range(-0.05, 0.04, 0.12)),
            ("services.0.demand.spread", json!(0.1)),
            ("services.0.demand.persistence", json!(0.6)),
            ("services.0.risk.breach_frequency", json!(0.2)),
            ("services.0.risk.breach_impact", json!(300_000)),
            ("money.discount_rate", range(0.06, 0.08, 0.1)),
        ],
    )
}
