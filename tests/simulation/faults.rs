//! What cannot be drawn is said at its field; a range of no width is a constant.

use outsourcing::scenario::check::{Fault, check};
use serde_json::{Value, json};

use super::{compiled, range, ranged, template, with};

fn faults(changes: &[(&str, Value)]) -> Vec<(String, Fault)> {
    let problems = check(&with(&template("nearshore-team-1"), changes));
    problems.into_iter().map(|problem| (problem.path, problem.fault)).collect()
}

const RATE: &str = "services.0.offers.0.price.rate";
const PAY: &str = "services.0.team.pay";

#[test]
fn each_is_said_where_it_is() {
    let lognormal = |low: f64| json!({ "low": low, "likely": 52, "high": 60, "shape": "lognormal" });
    assert_eq!(faults(&[(RATE, lognormal(50.0))]), []);
    assert_eq!(faults(&[(RATE, lognormal(0.0))]), [(format!("{RATE}.low"), Fault::NotAboveZero(0.0))]);
    let limits = json!({ "low": 50, "likely": 52, "high": 60, "shape": "lognormal", "meaning": "limits" });
    assert_eq!(faults(&[(RATE, limits)]), [(format!("{RATE}.meaning"), Fault::NoUpperLimit)]);
    assert_eq!(
        faults(&[(RATE, range(60.0, 52.0, 70.0))]),
        [(RATE.to_owned(), Fault::RangeOrder(60.0, 52.0, 70.0))]
    );
    let rework = "services.0.offers.0.quality.rework";
    assert_eq!(
        faults(&[(rework, range(0.1, 0.5, 1.2))]),
        [(format!("{rework}.high"), Fault::TooLarge(1.2, 0.9))]
    );
    let lead = "services.0.offers.0.transition.lead_months";
    assert_eq!(faults(&[(lead, range(20.0, 40.0, 50.0))]), []);
    assert_eq!(
        faults(&[(lead, range(33.0, 40.0, 50.0))]),
        [(lead.to_owned(), Fault::TransitionTooLong(36.0, 36.0))]
    );
    assert_eq!(faults(&[(lead, range(2.5, 3.0, 4.0))]), [(format!("{lead}.low"), Fault::NotWhole(2.5))]);
}

#[test]
fn correlations_join_ranges_and_can_be() {
    let growth = "services.0.demand.growth";
    let ranges =
        [(RATE, range(45.0, 52.0, 60.0)), (PAY, range(1e5, 1.3e5, 1.5e5)), (growth, range(0.0, 0.04, 0.1))];
    let said = |pairs: Value| {
        let mut changes = ranges.to_vec();
        changes.push(("simulation.correlations", pairs));
        faults(&changes)
    };
    let pair = |one: &str, other: &str, rank: f64| json!({ "one": one, "other": other, "rank": rank });
    assert_eq!(said(json!([pair(RATE, PAY, 0.5)])), []);
    let at = |index: usize, name: &str| format!("simulation.correlations.{index}.{name}");
    let people = "services.0.team.people";
    assert_eq!(
        said(json!([pair(RATE, people, 0.5)])),
        [(at(0, "other"), Fault::NotARange(people.to_owned()))]
    );
    assert_eq!(
        said(json!([pair(RATE, PAY, 0.5), pair(PAY, RATE, 0.4)])),
        [(at(1, "other"), Fault::CorrelatedTwice)]
    );
    assert_eq!(said(json!([pair(RATE, RATE, 0.5)])), [(at(0, "other"), Fault::CorrelatedTwice)]);
    assert_eq!(said(json!([pair(RATE, PAY, 1.5)])), [(at(0, "rank"), Fault::TooLarge(1.5, 1.0))]);
    assert_eq!(
        said(json!([pair(RATE, PAY, 0.9), pair(PAY, growth, 0.9), pair(RATE, growth, -0.9)])),
        [(at(2, "rank"), Fault::CorrelationsContradict)]
    );
    assert_eq!(said(json!([pair(RATE, PAY, 0.9), pair(PAY, growth, 0.9), pair(RATE, growth, 0.8)])), []);
}

#[test]
fn a_range_of_no_width_is_a_constant() {
    let simulation = compiled(&with(&template("nearshore-team-1"), &[(RATE, range(52.0, 52.0, 52.0))]));
    assert!(simulation.is_certain() && simulation.inputs().is_empty());
    assert!(!compiled(&ranged()).is_certain());
}
