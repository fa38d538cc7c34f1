//! Timing, annuities near their limit, payback and depreciation: hand-made cases.

use super::*;

#[test]
fn factors_follow_the_calendar() {
    let end = discount_factors(0.08, 24, Timing::MonthEnd).unwrap();
    let mid = discount_factors(0.08, 24, Timing::MidMonth).unwrap();
    assert_eq!((end.len(), end[0], mid[0]), (25, 1.0, 1.0));
    close(end[24], 1.0 / (1.08 * 1.08), 1e-13);
    close(mid[24], libm::pow(1.08, -23.5 / 12.0), 1e-13);
    assert_eq!(discount_factors(0.0, 3, Timing::MidMonth), Some(vec![1.0; 4]));
    assert_eq!(discount_factors(0.08, 0, Timing::MonthEnd), Some(vec![1.0]));
}

#[test]
fn an_equivalent_annual_cost_runs_smoothly_into_its_limit() {
    for months in [1, 7, 12, 60, 120] {
        let limit = equivalent_annual_cost(1e6, 0.0, months).unwrap();
        close(limit, 1e6 * 12.0 / f64::from(months), 1e-15);
        let years = f64::from(months) / 12.0;
        for exponent in 3..324 {
            let rate = libm::pow(10.0, -f64::from(exponent));
            for rate in [rate, -rate] {
                let near = equivalent_annual_cost(1e6, rate, months).unwrap();
                // To second order: r/(1 − (1+r)^−n) = (1 + r(n+1)/2 + r²(n²−1)/12)/n.
                let series = 1.0 + rate * (years + 1.0) / 2.0 + rate * rate * (years * years - 1.0) / 12.0;
                close(near, limit * series, 1e-15 + libm::pow(rate.abs() * (1.0 + years), 3.0));
            }
        }
    }
}

#[test]
fn the_last_crossing_counts() {
    // Gains first, spends it again, recovers: paid back at the second crossing only.
    assert_eq!(payback(&[10.0, 10.0, -40.0, 40.0]), Some(Payback::Month(2.5)));
    // Recovers, and falls below for good.
    assert_eq!(payback(&[-10.0, 20.0, -20.0]), Some(Payback::NotWithinHorizon));
    // Early gain that only just survives.
    assert_eq!(payback(&[10.0, -10.0, 0.0]), Some(Payback::Immediate));
}

#[test]
fn payback_edges() {
    assert_eq!(payback(&[0.0; 37]), Some(Payback::Immediate));
    assert_eq!(payback(&[-0.0]), Some(Payback::Immediate));
    assert_eq!(payback(&[-1.0]), Some(Payback::NotWithinHorizon));
    assert_eq!(payback(&[-1.0, 1.0]), Some(Payback::Month(1.0)));
    assert_eq!(payback(&[]), None);
    assert_eq!(payback(&[f64::NAN]), None);
    assert_eq!(payback(&[-f64::MAX, f64::MAX]), None);
    assert_eq!(payback(&[-8e307, 9e307]), Some(Payback::Month(8.0 / 9.0)));
    assert_eq!(discounted_payback(&[1.0, 1.0], &[1.0]), None);
}

/// 0.1 three times is not 0.3, and a tenth of a cent must still be repaid by its parts.
#[test]
fn exact_repayment_in_fractions_is_repayment() {
    for (part, count) in [(0.1, 3_u32), (0.7, 10), (1234.56, 119), (1.0 / 3.0, 120)] {
        let mut flows = vec![-part * f64::from(count)];
        flows.extend(std::iter::repeat_n(part, count as usize));
        let months = payback(&flows).unwrap().months().expect("it is repaid");
        close(months, f64::from(count), 1e-12);
    }
}

#[test]
fn months_of_a_life() {
    let schedule = straight_line(1_200.0, 5, 1, 10).unwrap();
    let expected = [0.0, 0.0, 0.0, 0.0, 0.0, 100.0, 100.0, 100.0, 100.0, 100.0, 100.0];
    assert_eq!(schedule.charges, expected);
    close(schedule.unused, 600.0, 1e-15);
    // Bought on the day of the decision: a full year from month 1, and nothing after.
    let schedule = straight_line(1_200.0, 0, 1, 14).unwrap();
    assert_eq!(schedule.charges[..2], [0.0, 100.0]);
    assert_eq!(schedule.charges[12..], [100.0, 0.0, 0.0]);
    assert_eq!(schedule.unused, 0.0);
}

#[test]
fn depreciation_edges() {
    assert_eq!(straight_line(1.0, 0, 0, 36), None);
    assert_eq!(straight_line(1.0, 37, 3, 36), None);
    assert_eq!(straight_line(f64::NAN, 0, 3, 36), None);
    let huge = straight_line(f64::MAX, 36, u16::MAX, 36).unwrap();
    assert!(huge.unused.is_finite() && huge.charges[36] > 0.0);
    assert_eq!(straight_line(12.0, 0, 1, 0).unwrap().unused, 12.0);
}
