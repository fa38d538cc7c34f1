//! The grid of `tools/vectors/finance.py`.

use super::*;
use serde_json::Value;

fn cases(name: &str, least: usize) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../vectors/finance.json")).unwrap();
    let cases = all[name].as_array().unwrap().clone();
    assert!(cases.len() >= least, "{name} has lost cases");
    cases
}

fn number(case: &Value, name: &str) -> f64 {
    case[name].as_f64().unwrap()
}

fn numbers(case: &Value, name: &str) -> Vec<f64> {
    case[name].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

#[test]
fn present_values() {
    for case in cases("present_values", 35) {
        let (rate, flows) = (number(&case, "rate"), numbers(&case, "flows"));
        close(npv(rate, &flows), number(&case, "value"), PUBLISHED);
    }
}

#[test]
fn internal_rates_of_one_change_of_sign() {
    for case in cases("internal_rates", 36) {
        let found = rates(&numbers(&case, "flows"));
        assert_eq!(found.len(), 1, "{case}");
        close_rate(found[0], number(&case, "rate"));
    }
}

#[test]
fn several_internal_rates() {
    for case in cases("several_internal_rates", 25) {
        let (found, known) = (rates(&numbers(&case, "flows")), numbers(&case, "rates"));
        assert_eq!(found.len(), known.len(), "{found:?} {case}");
        for (found, known) in found.into_iter().zip(known) {
            close_rate(found, known);
        }
    }
}

#[test]
fn modified_internal_rates() {
    for case in cases("modified_internal_rates", 16) {
        let (finance, reinvest) = (number(&case, "finance"), number(&case, "reinvest"));
        let found = modified_internal_rate_per_period(&numbers(&case, "flows"), finance, reinvest);
        close_rate(found.unwrap(), number(&case, "rate"));
    }
}

#[test]
fn annuities() {
    for case in cases("annuities", 20) {
        let months = u32::try_from(case["months"].as_u64().unwrap()).unwrap();
        let found = equivalent_annual_cost(number(&case, "present"), number(&case, "rate"), months);
        close(found.unwrap(), number(&case, "yearly"), PUBLISHED);
    }
}
