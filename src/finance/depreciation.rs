//! Purchases written off over their life.

use super::finite;

/// What a purchase is written off by, month by month.
#[derive(Clone, Debug, PartialEq)]
pub struct Depreciation {
    /// The charge of each month 0..=H, in the unit of the amount.
    pub charges: Vec<f64>,
    /// What is not yet written off at H: the book value. Charges and this add up to the amount.
    pub unused: f64,
}

/// Straight-line depreciation of `amount`, bought in `month`, over whole `years`, seen until `horizon`.
///
/// Every month of the life bears amount ÷ (12 · years). The month of purchase bears the first charge (the
/// full-month convention); month 0 is a moment, not a month, so what is bought then starts with month 1.
///
/// # Errors
/// `None` where the life is 0 years, the purchase comes after the horizon, or the amount is not finite.
///
/// # Example
/// ```
/// let schedule = outsourcing::finance::straight_line(36_000.0, 0, 3, 24).unwrap();
/// assert_eq!(schedule.charges[0], 0.0);
/// assert_eq!(schedule.charges[24], 1_000.0);
/// assert_eq!(schedule.unused, 12_000.0);
/// ```
#[must_use]
pub fn straight_line(amount: f64, month: usize, years: u16, horizon: usize) -> Option<Depreciation> {
    let amount = finite(amount)?;
    if years == 0 || month > horizon {
        return None;
    }
    let life = 12 * u32::from(years);
    let charge = amount / f64::from(life);
    let first = month.max(1);
    let mut remaining = life;
    let charges = (0..=horizon)
        .map(|now| {
            if now < first || remaining == 0 {
                return 0.0;
            }
            remaining -= 1;
            charge
        })
        .collect();
    Some(Depreciation { charges, unused: amount * (f64::from(remaining) / f64::from(life)) })
}
