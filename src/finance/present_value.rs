//! What later money is worth on the day of the decision.

use super::{finite, rate::compounds};

/// When within its month (or period) a flow is taken to happen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Timing {
    /// At its end: month t is t months from the decision.
    #[default]
    MonthEnd,
    /// In its middle: month t is t − ½ months from the decision. Month 0 stays the decision itself.
    MidMonth,
}

/// The present value of 1 in each month 0..=`months` at an effective yearly rate: (1 + r)^(−t/12).
///
/// `factors[0]` is 1. Each factor is the one before times one month's, so that every sum of the engine
/// discounts with the same bits. With [`Timing::MidMonth`] the exponent of month t ≥ 1 is −(t − ½)/12.
///
/// # Errors
/// `None` unless the rate is a finite number above −1 and every factor is finite.
///
/// # Example
/// ```
/// use outsourcing::finance::{Timing, discount_factors};
/// let factors = discount_factors(0.08, 12, Timing::MonthEnd).unwrap();
/// assert_eq!(factors.len(), 13);
/// assert!((factors[12] - 1.0 / 1.08).abs() < 1e-14);
/// ```
#[must_use]
pub fn discount_factors(yearly_rate: f64, months: usize, timing: Timing) -> Option<Vec<f64>> {
    factors(yearly_rate, 12.0, months, timing)
}

/// The present value of 1 in each period 0..=`periods` at a rate for one period: (1 + r)^(−t).
///
/// As [`discount_factors`], for flows of any other spacing (years, quarters).
///
/// # Errors
/// `None` unless the rate is a finite number above −1 and every factor is finite.
///
/// # Example
/// Microsoft's example for NPV at 10 %, the first flow on the day of the decision:
/// ```
/// use outsourcing::finance::{Timing, discount_factors_per_period, present_value};
/// let flows = [-10_000.0, 3_000.0, 4_200.0, 6_800.0];
/// let factors = discount_factors_per_period(0.10, 3, Timing::MonthEnd).unwrap();
/// let value = present_value(&flows, &factors).unwrap();
/// assert!((value - 1_307.2877535687).abs() < 1e-9);
/// ```
#[must_use]
pub fn discount_factors_per_period(rate: f64, periods: usize, timing: Timing) -> Option<Vec<f64>> {
    factors(rate, 1.0, periods, timing)
}

/// The running product: `rate` is the effective rate of `periods_per_rate` periods.
fn factors(rate: f64, periods_per_rate: f64, periods: usize, timing: Timing) -> Option<Vec<f64>> {
    if !compounds(rate) {
        return None;
    }
    let force = libm::log1p(rate) / periods_per_rate;
    let step = libm::exp(-force);
    let first = match timing {
        Timing::MonthEnd => step,
        Timing::MidMonth => libm::exp(-force / 2.0),
    };
    let later = std::iter::successors(Some(first), |factor| Some(factor * step));
    let factors: Vec<f64> = std::iter::once(1.0).chain(later.take(periods)).collect();
    // The factors rise or fall throughout: if the last is finite, all are.
    finite(factors[periods]).map(|_| factors)
}

/// Σ flow × factor, in the order of the months; in the unit of the flows.
///
/// Flows may end before the factors do; no flows are worth 0.
///
/// # Errors
/// `None` where there are more flows than factors, or where the sum is not finite.
///
/// # Example
/// ```
/// use outsourcing::finance::present_value;
/// assert_eq!(present_value(&[-100.0, 80.0, 80.0], &[1.0, 0.5, 0.25]), Some(-40.0));
/// ```
#[must_use]
pub fn present_value(flows: &[f64], factors: &[f64]) -> Option<f64> {
    if flows.len() > factors.len() {
        return None;
    }
    finite(flows.iter().zip(factors).fold(0.0, |sum, (flow, factor)| sum + flow * factor))
}

/// The equal amount at the end of every year that is worth `present` over `months`:
/// PV · r ÷ (1 − (1 + r)^(−H/12)), and PV · 12/H at 0 %.
///
/// In the unit of `present`, a year. For months that do not make whole years it is what an equal amount a
/// month comes to by the end of a year, so options of different length compare.
///
/// # Errors
/// `None` unless there is at least one month, the rate is a finite number above −1 and the amount is finite.
///
/// # Example
/// ```
/// let yearly = outsourcing::finance::equivalent_annual_cost(100_000.0, 0.08, 60).unwrap();
/// assert!((yearly - 25_045.6454566836).abs() < 1e-9);
/// ```
#[must_use]
pub fn equivalent_annual_cost(present: f64, yearly_rate: f64, months: u32) -> Option<f64> {
    if months == 0 || !compounds(yearly_rate) {
        return None;
    }
    let years = f64::from(months) / 12.0;
    // Below this the first-order term, r·(years + 1)/2, is lost in the last bit of 1/years, and the
    // general formula would divide ever smaller numbers, at last 0 by 0.
    let per_year = if yearly_rate.abs() * (years + 1.0) < f64::EPSILON / 4.0 {
        1.0 / years
    } else {
        yearly_rate / -libm::expm1(-years * libm::log1p(yearly_rate))
    };
    finite(present * per_year)
}

/// Present net savings ÷ present one-off costs, as a fraction (0.5 is 50 %).
///
/// "Net" is after the one-off costs, which are given as a positive sum.
///
/// # Errors
/// `None` where nothing is spent once (there is no investment to earn a return on), or where the ratio is
/// not finite.
///
/// # Example
/// ```
/// use outsourcing::finance::return_on_investment;
/// assert_eq!(return_on_investment(50_000.0, 100_000.0), Some(0.5));
/// assert_eq!(return_on_investment(50_000.0, 0.0), None);
/// ```
#[must_use]
pub fn return_on_investment(present_net_savings: f64, present_one_off_costs: f64) -> Option<f64> {
    if present_one_off_costs.is_finite() && present_one_off_costs > 0.0 {
        finite(present_net_savings / present_one_off_costs)
    } else {
        None
    }
}
