//! Laws that hold for all flows, tried on random ones.

use super::*;
use proptest::prelude::*;

/// Flows of one outlay and later savings: one change of sign, and not nearly all of it lost.
fn investment() -> impl Strategy<Value = Vec<f64>> {
    (1.0..1e6_f64, prop::collection::vec(0.0..1e5_f64, 1..121))
        .prop_filter("some of it comes back", |(outlay, savings)| savings.iter().sum::<f64>() > 0.05 * outlay)
        .prop_map(|(outlay, savings)| [vec![-outlay], savings].concat())
}

fn any_flows() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-1_000_i32..1_000).prop_map(f64::from), 0..40)
}

proptest! {
    #[test]
    fn present_value_is_linear(
        pairs in prop::collection::vec((-1e6..1e6_f64, -1e6..1e6_f64), 1..121),
        (a, b) in (-10.0..10.0_f64, -10.0..10.0_f64),
        rate in -0.5..1.0_f64,
    ) {
        let factors = discount_factors(rate, pairs.len() - 1, Timing::MidMonth).unwrap();
        let value = |flows: Vec<f64>| present_value(&flows, &factors).unwrap();
        let (left, right): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
        let mixed = value(pairs.iter().map(|(l, r)| a * l + b * r).collect());
        let apart = a * value(left) + b * value(right);
        let size = value(pairs.iter().map(|(l, r)| (a * l).abs() + (b * r).abs()).collect());
        prop_assert!((mixed - apart).abs() <= 1e-12 * size);
    }

    #[test]
    fn months_and_years_are_inverse(rate in -0.99..100.0_f64) {
        let back = yearly_rate(monthly_rate(rate).unwrap()).unwrap();
        prop_assert!((back - rate).abs() <= 1e-13 * (1.0 + rate));
    }

    #[test]
    fn a_year_of_attrition_leaves_the_rest(yearly in 0.0..1.0_f64) {
        let left = libm::pow(1.0 - attrition_share(yearly).unwrap(), 12.0);
        prop_assert!((left - (1.0 - yearly)).abs() <= 1e-13);
    }

    #[test]
    fn an_equivalent_annual_cost_is_worth_what_it_replaces(
        present in -1e9..1e9_f64, rate in -0.5..2.0_f64, years in 1_u32..11,
    ) {
        let yearly = equivalent_annual_cost(present, rate, 12 * years).unwrap();
        let mut flows = vec![0.0];
        flows.extend(std::iter::repeat_n(yearly, years as usize));
        prop_assert!((npv(rate, &flows) - present).abs() <= 1e-11 * present.abs());
    }

    /// Also for months that make no whole years: the equal monthly amount, compounded to the end of a year.
    #[test]
    fn an_equivalent_annual_cost_is_a_year_of_monthly_ones(rate in 0.001..1.0_f64, months in 1_u32..121) {
        let yearly = equivalent_annual_cost(1.0, rate, months).unwrap();
        let monthly = yearly * monthly_rate(rate).unwrap() / rate;
        let factors = discount_factors(rate, months as usize, Timing::MonthEnd).unwrap();
        let sum: f64 = factors[1..].iter().sum();
        prop_assert!((monthly * sum - 1.0).abs() <= 1e-11);
    }

    #[test]
    fn an_investment_has_one_internal_rate_and_it_is_one(flows in investment()) {
        let found = rates(&flows);
        prop_assert_eq!(found.len(), 1);
        let factors = discount_factors_per_period(found[0], flows.len() - 1, Timing::MonthEnd);
        // A rate near −100 % makes factors no sum can be checked with.
        if let Some(factors) = factors.filter(|_| found[0] > -0.5) {
            prop_assert!(present_value(&flows, &factors).unwrap().abs() <= 1e-10 * -flows[0]);
        }
    }

    #[test]
    fn internal_rates_do_not_depend_on_the_unit_or_the_side(flows in any_flows(), unit in 1e-3..1e3_f64) {
        let found = rates(&flows);
        let scaled = rates(&flows.iter().map(|flow| -unit * flow).collect::<Vec<_>>());
        prop_assert_eq!(found.len(), scaled.len());
        for (a, b) in found.into_iter().zip(scaled) {
            prop_assert!((a - b).abs() <= 1e-6 * (1.0 + a), "{} {}", a, b);
        }
    }

    /// Each is a zero, ascending, within the range; and between and beyond them the sign is what they say.
    #[test]
    fn internal_rates_are_all_the_zeros(flows in any_flows()) {
        let found = rates(&flows);
        prop_assert!(found.is_sorted_by(|a, b| a < b));
        // From both ends, as powers of numbers up to 1: the sign of the present value.
        let sign = |x: f64| {
            let (mut sum, mut size, mut power) = (0.0, 0.0, 1.0);
            let step = |sum: &mut f64, size: &mut f64, power: &mut f64, flow: f64, x: f64| {
                *sum += flow * *power;
                *size += flow.abs() * *power;
                *power *= x;
            };
            if x <= 1.0 {
                flows.iter().for_each(|f| step(&mut sum, &mut size, &mut power, *f, x));
            } else {
                flows.iter().rev().for_each(|f| step(&mut sum, &mut size, &mut power, *f, 1.0 / x));
            }
            if f64::abs(sum) <= 1e-12 * size { 0.0 } else { f64::signum(sum) }
        };
        for rate in &found {
            prop_assert!((LOWEST_PERIOD_RATE..=HIGHEST_PERIOD_RATE).contains(rate));
        }
        // On a fine grid every change of sign encloses an odd number of them, every other step an even one,
        // unless one lies on a grid point.
        let grid: Vec<f64> = (0..2_000).map(|k| libm::exp(-4.6 + 18.0 * f64::from(k) / 2_000.0) - 1.0).collect();
        for pair in grid.windows(2) {
            let signs = (sign(1.0 / (1.0 + pair[0])), sign(1.0 / (1.0 + pair[1])));
            let inside = found.iter().filter(|rate| **rate > pair[0] && **rate <= pair[1]).count();
            if signs.0 * signs.1 < 0.0 {
                prop_assert!(inside % 2 == 1, "missed one in {:?}", pair);
            } else if signs.0 * signs.1 > 0.0 && inside == 1 {
                let rate = found.iter().find(|rate| **rate > pair[0] && **rate <= pair[1]).copied();
                prop_assert!(sign(1.0 / (1.0 + rate.unwrap())) == 0.0, "made one up in {:?}", pair);
            }
        }
    }

    #[test]
    fn a_modified_rate_lies_between_reinvestment_and_the_internal_rate(flows in investment(), rate in 0.0..0.05_f64) {
        let internal = rates(&flows)[0];
        let modified = modified_internal_rate_per_period(&flows, rate, rate).unwrap();
        prop_assert!(modified >= internal.min(rate) - 1e-9);
        prop_assert!(modified <= internal.max(rate) + 1e-9);
    }

    #[test]
    fn payback_is_never_later_when_savings_grow(
        pairs in prop::collection::vec((-1_000_i32..1_000, 0_i32..300), 1..121),
    ) {
        let late = |p: Option<Payback>| p.unwrap().months().unwrap_or(f64::INFINITY);
        let less: Vec<f64> = pairs.iter().map(|(s, _)| f64::from(*s)).collect();
        let more: Vec<f64> = pairs.iter().map(|(s, extra)| f64::from(s + extra)).collect();
        prop_assert!(late(payback(&more)) <= late(payback(&less)));
    }

    #[test]
    fn nothing_is_owed_after_payback(
        savings in prop::collection::vec((-1_000_i32..1_000).prop_map(f64::from), 1..121),
    ) {
        let cumulative: Vec<f64> = savings.iter().scan(0.0, |sum, s| { *sum += s; Some(*sum) }).collect();
        match payback(&savings).unwrap() {
            Payback::Immediate => prop_assert!(cumulative.iter().all(|c| *c >= 0.0)),
            Payback::NotWithinHorizon => prop_assert!(*cumulative.last().unwrap() < 0.0),
            Payback::Month(month) => {
                let next = libm::ceil(month) as usize;
                prop_assert!(cumulative[next..].iter().all(|c| *c >= 0.0));
                prop_assert!(cumulative[next - 1] < 0.0);
            }
        }
    }

    #[test]
    fn depreciation_adds_up(
        amount in -1e9..1e9_f64, month in 0_usize..121, years in 1_u16..21, horizon in 0_usize..121,
    ) {
        let schedule = straight_line(amount, month, years, horizon);
        prop_assert_eq!(schedule.is_some(), month <= horizon);
        if let Some(schedule) = schedule {
            prop_assert_eq!(schedule.charges.len(), horizon + 1);
            let sum = schedule.charges.iter().sum::<f64>() + schedule.unused;
            prop_assert!((sum - amount).abs() <= 1e-12 * amount.abs());
        }
    }

    #[test]
    fn break_even_of_a_line_is_its_zero(root in 1.0..1e4_f64, slope in -1e3..1e3_f64, current in 10.0..1e3_f64) {
        prop_assume!(slope.abs() > 1e-3);
        let answer = break_even(|x| slope * (x - root), (0.0, 1e9), current).unwrap();
        let BreakEven::At(zeros) = answer else { return Err(TestCaseError::fail("none found")) };
        prop_assert_eq!(zeros.len(), 1);
        let Zero::Value(found) = zeros[0] else { return Err(TestCaseError::fail("an interval")) };
        prop_assert!((found - root).abs() <= 1e-11 * root);
    }

    /// Whatever bits come in, no NaN, infinity or panic comes out.
    #[test]
    fn no_input_makes_nonsense(
        flows in prop::collection::vec(prop::num::f64::ANY, 0..30),
        rate in prop::num::f64::ANY,
        x in prop::num::f64::ANY,
    ) {
        let finite = |value: Option<f64>| value.is_none_or(f64::is_finite);
        prop_assert!(finite(monthly_rate(rate)) && finite(yearly_rate(rate)));
        prop_assert!(finite(attrition_share(rate)) && finite(turnover_share(rate)));
        prop_assert!(finite(equivalent_annual_cost(x, rate, 36)) && finite(return_on_investment(x, rate)));
        prop_assert!(finite(modified_internal_rate(&flows, rate)));
        prop_assert!(finite(modified_internal_rate_per_period(&flows, rate, x)));
        prop_assert!(finite(payback(&flows).and_then(Payback::months)));
        prop_assert!(listed(internal_rate(&flows)).iter().all(|rate| rate.is_finite()));
        if let Some(factors) = discount_factors(rate, flows.len(), Timing::MidMonth) {
            prop_assert!(factors.iter().all(|factor| factor.is_finite()));
            prop_assert!(finite(present_value(&flows, &factors)));
            prop_assert!(finite(discounted_payback(&flows, &factors).and_then(Payback::months)));
        }
        let f = |at: f64| flows.iter().fold(0.0, |sum, flow| sum * at + flow);
        if let Some(BreakEven::At(zeros)) = break_even(f, (rate.min(x), rate.max(x)), x) {
            for zero in zeros {
                let (from, to) = match zero { Zero::Value(v) => (v, v), Zero::Interval { from, to } => (from, to) };
                prop_assert!(from <= to && from >= rate.min(x) && to <= rate.max(x));
            }
        }
    }
}
