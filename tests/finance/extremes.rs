//! What does not compound, overflows, is empty or degenerate.

use super::*;

#[test]
fn rates_that_do_not_compound() {
    for rate in [-1.0, -2.0, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(monthly_rate(rate), None);
        assert_eq!(yearly_rate(rate), None);
        assert_eq!(discount_factors(rate, 36, Timing::MonthEnd), None);
        assert_eq!(equivalent_annual_cost(1.0, rate, 36), None);
    }
    assert_eq!(yearly_rate(1e308), None);
    assert_eq!(equivalent_annual_cost(1.0, 0.08, 0), None);
    assert_eq!(equivalent_annual_cost(f64::MAX, 0.5, 6), None);
    assert_eq!(attrition_share(1.0), Some(1.0));
    assert_eq!(attrition_share(0.0), Some(0.0));
    for share in [-0.1, 1.1, f64::NAN] {
        assert_eq!(attrition_share(share), None);
    }
    for turnover in [-0.1, f64::INFINITY, f64::NAN] {
        assert_eq!(turnover_share(turnover), None);
    }
}

#[test]
fn the_highest_rate_leaves_nothing_of_later_money() {
    let factors = discount_factors(f64::MAX, 120, Timing::MonthEnd).unwrap();
    assert_eq!((factors[0], factors[120]), (1.0, 0.0));
    assert_eq!(discount_factors_per_period(-0.999_999, 120, Timing::MonthEnd), None);
}

#[test]
fn sums_that_overflow_are_nothing() {
    assert_eq!(present_value(&[f64::MAX, f64::MAX], &[1.0, 1.0]), None);
    assert_eq!(present_value(&[1.0, 1.0], &[1.0]), None);
    assert_eq!(present_value(&[], &[1.0]), Some(0.0));
    assert_eq!(return_on_investment(1e308, 1e-10), None);
    assert_eq!(return_on_investment(1.0, -1.0), None);
    assert_eq!(return_on_investment(f64::NAN, 1.0), None);
    assert_eq!(return_on_investment(-20.0, 10.0), Some(-2.0));
}

#[test]
fn flows_without_a_rate() {
    for flows in [&[][..], &[5.0], &[0.0; 121], &[1.0, 2.0], &[-1.0, f64::NAN], &[-1.0, f64::INFINITY]] {
        assert_eq!(internal_rate(flows), InternalRate::None);
        assert_eq!(modified_internal_rate(flows, 0.08), None);
    }
}

#[test]
fn the_size_of_flows_does_not_matter() {
    for size in [1e-300, 1.0, 1e308] {
        let found = rates(&[-size, 0.6 * size, 0.6 * size]);
        close(found[0], 0.130_662_386_291_807_5, 1e-12);
        close(modified_internal_rate(&[-size, 1.1 * size], 0.08).unwrap(), libm::pow(1.1, 12.0) - 1.0, 1e-12);
    }
}

/// Long stretches without flows at either end must not underflow into rates that are none.
#[test]
fn late_flows_have_the_same_rates() {
    let flows = [-100.0, 230.0, -132.0];
    let expected = rates(&flows);
    assert_eq!(expected.len(), 2);
    let late = [&[0.0; 300], &flows[..], &[0.0; 300]].concat();
    assert_eq!(rates(&late), expected);
}

#[test]
fn touching_rates_are_found_once() {
    // (1 − 1.1x)² and (1 − 1.1x)³.
    let double = rates(&[-1.0, 2.2, -1.21]);
    assert_eq!(double.len(), 1);
    close(double[0], 0.1, 1e-7);
    let triple = rates(&[-1.0, 3.3, -3.63, 1.331]);
    assert_eq!(triple.len(), 1);
    close(triple[0], 0.1, 1e-4);
}

/// The worst legal shape: a change of sign every month for ten years. Bounded, and with known zeros.
#[test]
fn a_change_of_sign_every_month() {
    // Σ (−1.01x)ᵗ to t = 120 has no positive zero; times (1 − 1.05x) it has just that one.
    let mut flows = vec![0.0; 122];
    for (t, power) in (0..121).map(|t| (t, f64::from(t))) {
        let term = libm::pow(1.01, power) * if t % 2 == 0 { 1.0 } else { -1.0 };
        flows[t as usize] += term;
        flows[t as usize + 1] -= 1.05 * term;
    }
    let found = rates(&flows);
    assert_eq!(found.len(), 1);
    close(found[0], 0.05, 1e-9);
}

#[test]
fn rates_are_reported_a_year() {
    let mut flows = vec![-1_000.0];
    flows.extend([100.0; 36]);
    let InternalRate::One(yearly) = internal_rate(&flows) else { panic!("one change of sign") };
    let monthly = rates(&flows)[0];
    close(yearly, yearly_rate(monthly).unwrap(), 1e-15);
    close(npv(monthly, &flows) + 1_000.0, 1_000.0, 1e-12);
}
