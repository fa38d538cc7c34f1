//! Published numbers, and published mistakes.

use super::*;

#[test]
fn net_present_value() {
    let flows = [-10_000.0, 3_000.0, 4_200.0, 6_800.0];
    close(npv(0.10, &flows), 1_307.2877535687, PUBLISHED);
    // The spreadsheet function puts the first flow a period away; here that is a 0 on the day of the decision.
    close(npv(0.10, &[&[0.0], &flows[..]].concat()), 1_188.4434123352, PUBLISHED);
    let flows = [-15_000.0, 1_500.0, 2_500.0, 3_500.0, 4_500.0, 6_000.0];
    close(npv(0.05, &flows), 122.894_854_950_942_7, PUBLISHED);
}

#[test]
fn internal_rates() {
    let one = rates(&[-70_000.0, 12_000.0, 15_000.0, 18_000.0, 21_000.0, 26_000.0]);
    assert_eq!(one.len(), 1);
    close(one[0], 0.086_630_948, 1e-8);
    let several = rates(&[-252.0, 1_431.0, -3_035.0, 2_850.0, -1_000.0]);
    assert_eq!(several.len(), 4);
    for (found, known) in several.iter().zip([1.0 / 4.0, 1.0 / 3.0, 3.0 / 7.0, 2.0 / 3.0]) {
        close(*found, known, PUBLISHED);
    }
    assert_eq!(internal_rate_per_period(&[1_000.0, -3_000.0, 2_500.0]), InternalRate::None);
    let flows = [-120_000.0, 39_000.0, 30_000.0, 21_000.0, 37_000.0, 46_000.0];
    let modified = modified_internal_rate_per_period(&flows, 0.10, 0.12).unwrap();
    close(modified, 0.126_094_130_365_905_15, PUBLISHED);
}

#[test]
fn rates_and_annuities() {
    close(monthly_rate(0.12).unwrap(), 0.009_488_792_934_583_046, PUBLISHED);
    close(equivalent_annual_cost(1e5, 0.08, 60).unwrap(), 25_045.645_456_683_6, PUBLISHED);
    close(attrition_share(0.20).unwrap(), 0.018_423_470_126, PUBLISHED);
}

/// Trap: 12 % a year is not 1 % a month, and attrition is not turnover.
#[test]
fn a_yearly_rate_is_not_twelve_monthly_ones() {
    assert!(monthly_rate(0.12).unwrap() < 0.0095);
    assert!(attrition_share(0.20).unwrap() > turnover_share(0.20).unwrap());
}

/// Trap: a published table shows an undiscounted payback beside a discounted return.
#[test]
fn discounting_delays_payback() {
    let flows = [-100.0, 40.0, 40.0, 40.0];
    let factors = discount_factors_per_period(0.05, 3, Timing::MonthEnd).unwrap();
    assert_eq!(payback(&flows), Some(Payback::Month(2.5)));
    let discounted = discounted_payback(&flows, &factors).unwrap().months().unwrap();
    close(discounted, 2.0 + (100.0 - 40.0 / 1.05 - 40.0 / 1.1025) / (40.0 / 1.157_625), 1e-12);
}
