//! The finance modules against published numbers, numpy-financial, and the laws they must keep.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]
#![allow(clippy::float_cmp, reason = "exact results are compared exactly")]

mod break_evens;
mod extremes;
mod laws;
mod published;
mod reference;
mod schedules;

use outsourcing::finance::*;

/// The tolerance of published vectors, relative.
const PUBLISHED: f64 = 1e-9;

#[track_caller]
fn close(found: f64, expected: f64, relative: f64) {
    let error = (found - expected).abs();
    assert!(error <= relative * expected.abs().max(f64::MIN_POSITIVE), "{found} is not {expected}");
}

/// Close for a rate: what compounds is 1 + rate, and a rate of 0 has no relative error.
#[track_caller]
fn close_rate(found: f64, expected: f64) {
    close(1.0 + found, 1.0 + expected, PUBLISHED);
    assert!((found - expected).abs() <= PUBLISHED * expected.abs().max(0.01), "{found} is not {expected}");
}

/// By numpy-financial's convention: the first flow is on the day of the decision.
fn npv(rate: f64, flows: &[f64]) -> f64 {
    let factors = discount_factors_per_period(rate, flows.len() - 1, Timing::MonthEnd).unwrap();
    present_value(flows, &factors).unwrap()
}

fn rates(flows: &[f64]) -> Vec<f64> {
    listed(internal_rate_per_period(flows))
}

fn listed(rate: InternalRate) -> Vec<f64> {
    match rate {
        InternalRate::One(rate) => vec![rate],
        InternalRate::Several(rates) => {
            assert!(rates.len() > 1);
            rates
        }
        InternalRate::None => Vec::new(),
    }
}
