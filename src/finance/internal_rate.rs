//! The rate at which savings are worth just what they cost.

use super::{
    finite,
    polynomial::positive_zeros,
    present_value::{Timing, discount_factors_per_period, present_value},
    rate::{monthly_rate, yearly_rate},
};

/// The lowest internal rate looked for, a period: a loss of 99 % from one period to the next.
///
/// Below it lie only zeros without economic meaning, made by a last flow that is next to nothing.
pub const LOWEST_PERIOD_RATE: f64 = -0.99;

/// The highest internal rate looked for, a period: the outlay a million times over in one period.
pub const HIGHEST_PERIOD_RATE: f64 = 1e6;

/// The internal rates of a series of flows.
#[derive(Clone, Debug, PartialEq)]
pub enum InternalRate {
    /// Exactly one rate makes the present value 0.
    One(f64),
    /// Several rates do, ascending: none of them is *the* return. Show them, and the modified rate.
    Several(Vec<f64>),
    /// No rate does, or (all flows 0) every one, or a flow is not finite.
    None,
}

/// All internal rates of monthly flows, reported a year: (1 + i)^12 − 1.
///
/// i are the monthly rates with Σ flowₜ·(1 + i)^(−t) = 0 within
/// [`LOWEST_PERIOD_RATE`]..=[`HIGHEST_PERIOD_RATE`], every one of them (see [`internal_rate_per_period`]).
///
/// # Example
/// ```
/// use outsourcing::finance::{InternalRate, internal_rate};
/// let mut flows = vec![-100.0];
/// flows.extend([0.0; 11]);
/// flows.push(108.0);
/// let InternalRate::One(rate) = internal_rate(&flows) else { panic!("one change of sign, one rate") };
/// assert!((rate - 0.08).abs() < 1e-14);
/// ```
#[must_use]
pub fn internal_rate(monthly_flows: &[f64]) -> InternalRate {
    classified(period_rates(monthly_flows).into_iter().filter_map(yearly_rate).collect())
}

/// All internal rates of equally spaced flows, for one period.
///
/// Every zero is found, by the proof of Descartes' rule of signs rather than by search from a guess; rates that
/// rounding cannot separate (touching zeros, some 1e-7 apart) are reported as one. The cost grows with the
/// square of the number of changes of sign in the flows, and linearly with their number.
///
/// # Example
/// ```
/// use outsourcing::finance::{InternalRate, internal_rate_per_period};
/// assert_eq!(internal_rate_per_period(&[1000.0, -3000.0, 2500.0]), InternalRate::None);
/// let InternalRate::Several(rates) = internal_rate_per_period(&[-252.0, 1431.0, -3035.0, 2850.0, -1000.0])
/// else { panic!("four rates") };
/// for (rate, known) in rates.iter().zip([1.0 / 4.0, 1.0 / 3.0, 3.0 / 7.0, 2.0 / 3.0]) {
///     assert!((rate - known).abs() < 1e-9);
/// }
/// ```
#[must_use]
pub fn internal_rate_per_period(flows: &[f64]) -> InternalRate {
    classified(period_rates(flows))
}

/// The modified internal rate of monthly flows, a year: outlays financed and proceeds reinvested at the
/// discount rate (effective, a year).
///
/// What to show where there is not exactly one internal rate. See [`modified_internal_rate_per_period`].
///
/// # Errors
/// As [`modified_internal_rate_per_period`].
///
/// # Example
/// ```
/// let mut flows = vec![-100.0];
/// flows.extend([0.0; 23]);
/// flows.push(121.0);
/// let rate = outsourcing::finance::modified_internal_rate(&flows, 0.08).unwrap();
/// assert!((rate - 0.10).abs() < 1e-13);
/// ```
#[must_use]
pub fn modified_internal_rate(monthly_flows: &[f64], yearly_discount_rate: f64) -> Option<f64> {
    let rate = monthly_rate(yearly_discount_rate)?;
    yearly_rate(modified_internal_rate_per_period(monthly_flows, rate, rate)?)
}

/// The modified internal rate for one period: (FV of the positive flows at `reinvest_rate` ÷ −PV of the negative
/// flows at `finance_rate`)^(1/n) − 1, n the number of periods between the first and the last flow.
///
/// The definition of spreadsheets and of numpy-financial. Rates are for one period.
///
/// # Errors
/// `None` unless there are flows of both signs, all are finite and both rates are above −1; also at rates so
/// extreme that a present value is not a positive finite number.
///
/// # Example
/// ```
/// let flows = [-120_000.0, 39_000.0, 30_000.0, 21_000.0, 37_000.0, 46_000.0];
/// let rate = outsourcing::finance::modified_internal_rate_per_period(&flows, 0.10, 0.12).unwrap();
/// assert!((rate - 0.126094130365905146).abs() < 1e-14);
/// ```
#[must_use]
pub fn modified_internal_rate_per_period(
    flows: &[f64],
    finance_rate: f64,
    reinvest_rate: f64,
) -> Option<f64> {
    let periods = flows.len().checked_sub(1).filter(|periods| *periods > 0)?;
    // Only the ratio counts: scaled by the largest flow, sums of the largest numbers stay finite.
    let largest = flows.iter().fold(0.0_f64, |most, flow| most.max(flow.abs()));
    let part = |wanted: f64, rate: f64| {
        let signed: Vec<f64> = flows.iter().map(|flow| (wanted * flow / largest).max(0.0)).collect();
        present_value(&signed, &discount_factors_per_period(rate, periods, Timing::MonthEnd)?)
    };
    if !flows.iter().all(|flow| flow.is_finite()) {
        return None;
    }
    let (proceeds, outlays) = (part(1.0, reinvest_rate)?, part(-1.0, finance_rate)?);
    if proceeds <= 0.0 || outlays <= 0.0 {
        return None;
    }
    #[expect(clippy::cast_precision_loss, reason = "a number of periods is far below 2^53")]
    let growth = (libm::log(proceeds) - libm::log(outlays)) / periods as f64;
    finite(libm::expm1(growth + libm::log1p(reinvest_rate)))
}

/// Ascending rates i for one period, from the zeros of Σ flowₜ xᵗ in x = 1/(1 + i).
fn period_rates(flows: &[f64]) -> Vec<f64> {
    if !flows.iter().all(|flow| flow.is_finite()) {
        return Vec::new();
    }
    let (low, high) = (1.0 / (1.0 + HIGHEST_PERIOD_RATE), 1.0 / (1.0 + LOWEST_PERIOD_RATE));
    let zeros = positive_zeros(flows, low, high);
    zeros.into_iter().rev().map(|x| (1.0 - x) / x).collect()
}

fn classified(rates: Vec<f64>) -> InternalRate {
    match rates.as_slice() {
        [] => InternalRate::None,
        [rate] => InternalRate::One(*rate),
        _ => InternalRate::Several(rates),
    }
}
