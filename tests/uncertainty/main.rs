//! Ranges, points, shocks, and what a sample of results says, held against published figures, scipy and theory.

#![allow(clippy::float_cmp, reason = "exact results are compared exactly")]
#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "counts are small"
)]

mod distributions;
mod points;
mod results;
mod together;

use outsourcing::uncertainty::{Distribution, Ends, Range, Shape, estimate};
use serde_json::Value;

/// The grid of `tools/vectors/uncertainty.py`.
fn cases(name: &str, count: usize) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("../vectors/uncertainty.json")).expect("JSON");
    let cases = all[name].as_array().expect("a list").clone();
    assert_eq!(cases.len(), count, "{name} has lost cases");
    cases
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|v| v.as_f64().expect("a number")).collect()
}

fn close(found: f64, wanted: f64, tolerance: f64, what: &str) {
    assert!((found - wanted).abs() <= tolerance, "{what}: {found}, not {wanted} ± {tolerance:e}");
}

fn range(shape: Shape, ends: Ends, low: f64, likely: f64, high: f64) -> Distribution {
    Distribution::new(Range { low, likely, high, shape, ends }).expect("a range")
}

/// The mean over scrambles is within five of its standard errors, and these are less than `most`.
fn close_over_scrambles(values: &[f64], wanted: f64, bias: f64, most: f64, what: &str) {
    let found = estimate(values).unwrap();
    assert!(found.error < most, "{what}: error {}", found.error);
    close(found.value, wanted, 5.0 * found.error + bias, what);
}
