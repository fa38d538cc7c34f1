//! From a year to a month and back.

use super::finite;

/// The effective monthly rate equal to an effective yearly rate: (1 + r)^(1/12) − 1.
///
/// Both are fractions. Written with `expm1` and `log1p`, so that small rates keep all their digits.
///
/// # Errors
/// `None` unless the rate is a finite number above −1: at −100 % nothing is left to compound.
///
/// # Example
/// ```
/// let monthly = outsourcing::finance::monthly_rate(0.12).unwrap();
/// assert!((monthly - 0.009488792934583046).abs() < 1e-15);
/// ```
#[must_use]
pub fn monthly_rate(yearly: f64) -> Option<f64> {
    compounds(yearly).then(|| libm::expm1(libm::log1p(yearly) / 12.0))
}

/// The effective yearly rate equal to an effective monthly rate: (1 + i)^12 − 1.
///
/// Both are fractions. A loss of more than some 95 % a month rounds to −1 a year.
///
/// # Errors
/// `None` unless the rate is a finite number above −1, or where the yearly rate has no finite number.
///
/// # Example
/// ```
/// let yearly = outsourcing::finance::yearly_rate(0.01).unwrap();
/// assert!((yearly - 0.12682503013196977).abs() < 1e-15);
/// ```
#[must_use]
pub fn yearly_rate(monthly: f64) -> Option<f64> {
    if !compounds(monthly) {
        return None;
    }
    finite(libm::expm1(12.0 * libm::log1p(monthly)))
}

/// The share of people leaving each month when a share A of them leaves within a year: 1 − (1 − A)^(1/12).
///
/// A is *attrition as survival*: of 100 people, 100·(1 − A) are still there after a year, and who replaces a
/// leaver is not counted. For leavers ÷ average headcount, which may pass 100 %, see [`turnover_share`].
///
/// # Errors
/// `None` unless A is within 0..=1.
///
/// # Example
/// ```
/// let monthly = outsourcing::finance::attrition_share(0.20).unwrap();
/// assert!((monthly - 0.018423470126).abs() < 1e-12);
/// ```
#[must_use]
pub fn attrition_share(yearly: f64) -> Option<f64> {
    (0.0..=1.0).contains(&yearly).then(|| -libm::expm1(libm::log1p(-yearly) / 12.0))
}

/// The share of seats to refill each month at a yearly turnover T: min(1, T/12).
///
/// T is leavers in a year ÷ average headcount, replacements included, so it may pass 1.
///
/// # Errors
/// `None` unless T is a finite number of at least 0.
///
/// # Example
/// ```
/// assert_eq!(outsourcing::finance::turnover_share(0.375), Some(0.03125));
/// assert_eq!(outsourcing::finance::turnover_share(24.0), Some(1.0));
/// ```
#[must_use]
pub fn turnover_share(yearly: f64) -> Option<f64> {
    (yearly.is_finite() && yearly >= 0.0).then(|| (yearly / 12.0).min(1.0))
}

/// Whether money can be compounded and discounted at this rate.
pub(super) fn compounds(rate: f64) -> bool {
    rate.is_finite() && rate > -1.0
}
