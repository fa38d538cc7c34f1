//! The range that a number is offered: sourced where FIGURES has a span, and never another plan.

use super::small;
use outsourcing::scenario::check::check;
use outsourcing::scenario::document::{get, set};
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{around, inputs, offered, plan_values};
use serde_json::{Value, json};

#[test]
fn every_number_that_may_be_a_range_becomes_one_and_the_plan_stays() {
    for template in TEMPLATES {
        let document = template.document();
        let before = format!("{:?}", plan_values(&document));
        for input in inputs(&document) {
            let mut changed = document.clone();
            let Some(range) = around(&document, &input.path) else {
                assert!(!input.row.range || input.value.is_none(), "{} has no range", input.path);
                continue;
            };
            let [low, likely, high] = range.ends;
            assert!(low < high && low <= likely && likely <= high, "{}: {range:?}", input.path);
            set(&mut changed, &input.path, Some(range.value()));
            // A season averages 1 by its likely values; the rest is checked number by number.
            assert_eq!(check(&changed), Vec::new(), "{}", input.path);
            assert_eq!(format!("{:?}", plan_values(&changed)), before, "{}", input.path);
        }
    }
}

#[test]
fn spans_are_the_published_ones() {
    let mut document = small();
    let ends = |document: &Value, path: &str| offered(document, path).map(|range| (range.ends, range.grade));
    assert_eq!(ends(&document, "money.discount_rate"), Some(([0.05, 0.08, 0.11], "J")));
    assert_eq!(ends(&document, "services.0.team.hours"), Some(([1700.0, 1800.0, 1880.0], "J")));
    assert_eq!(ends(&document, "services.0.offers.0.exit.hazard"), Some(([0.03, 0.08, 0.13], "J")));
    assert_eq!(ends(&document, "services.0.offers.0.governance.share"), Some(([0.03, 0.06, 0.1], "J")));
    assert_eq!(ends(&document, "services.0.demand.growth"), None, "published for data alone");
    set(&mut document, "services.0.line", Some(json!("data_management")));
    assert_eq!(ends(&document, "services.0.demand.growth"), None, "steady demand lies outside");
    set(&mut document, "services.0.demand.growth", Some(json!(0.25)));
    assert_eq!(ends(&document, "services.0.demand.growth"), Some(([0.15, 0.25, 0.4], "J")));
}

#[test]
fn a_rate_has_the_span_of_its_vendors_place_in_dollars_by_the_hour() {
    let (mut document, rate) = (small(), "services.0.offers.0.price.rate");
    set(&mut document, rate, Some(json!(32)));
    assert_eq!(offered(&document, rate), None, "no place is stated");
    set(&mut document, "vendors.0.place", Some(json!("india")));
    assert_eq!(offered(&document, rate).map(|range| range.ends), Some([20.0, 32.0, 45.0]));
    for (path, value) in [
        (rate, json!(99)),
        ("currency", json!("EUR")),
        ("services.0.offers.0.price.model", json!("person_month")),
        ("services.0.offers.0.price.currency", json!({ "code": "INR", "rate": 0.012 })),
    ] {
        let mut other = document.clone();
        set(&mut other, path, Some(value));
        assert_eq!(offered(&other, rate), None, "{path}");
        assert!(around(&other, rate).is_some_and(|range| !range.sourced), "{path}");
    }
    set(&mut document, "services.0.line", Some(json!("support_maintenance")));
    set(
        &mut document,
        "services.0.offers.0.price",
        Some(json!({ "model": "unit", "rate": 165, "counted": 80 })),
    );
    assert_eq!(offered(&document, rate).map(|range| range.ends), Some([50.0, 165.0, 300.0]));
}

#[test]
fn every_span_cites_its_source() {
    for input in inputs(&TEMPLATES[0].document()) {
        assert_eq!(input.row.span.is_some(), !input.field.note().span.is_empty(), "{}", input.path);
    }
}

#[test]
fn amounts_follow_the_currency() {
    let mut document = small();
    set(&mut document, "currency", Some(json!("INR")));
    set(&mut document, "services.0.risk", Some(json!({ "downtime_cost": 100_000, "availability": 0.99 })));
    let range = offered(&document, "services.0.risk.downtime_cost").map(|range| range.ends);
    assert_eq!(range, Some([50_000.0, 100_000.0, 500_000.0]));
    assert!(get(&document, "services.0.team.pay").is_some());
    let pay = around(&document, "services.0.team.pay").unwrap();
    assert!(!pay.sourced);
}
