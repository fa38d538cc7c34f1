//! One constant size: whom to keep when the rest can be bought.

use super::{all_usable, usable};
use crate::normal;

/// What one month holds for a core of constant size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Load<'a> {
    /// The present value of 1 in this month; above 0.
    pub discount: f64,
    /// The cost of one core person this month.
    pub core: f64,
    /// The price of the same work bought, at the vendor's productivity and with governance; fixed fees and minimums,
    /// which the size does not change, left out.
    pub flex: f64,
    /// The share of each person's time that demand uses, as from [`super::time_used`]: of as many people in every month.
    pub used: &'a [f64],
}

/// The best constant size, and the figures that show why.
#[derive(Clone, Debug, PartialEq)]
pub struct Constant {
    /// People to keep.
    pub people: usize,
    /// What a core person costs over all months, Σ δ·c; present value.
    pub seat: f64,
    /// What person k = 1, 2, … saves of flex, Σ δ·f·E[min(1, (D − k + 1)⁺)]; it never rises with k.
    pub worth: Vec<f64>,
}

/// The constant size that costs least: keep person k while what they save of flex exceeds what they cost.
///
/// Σ δ·f·E[min(1, (D − k + 1)⁺)] > Σ δ·c. A person who saves exactly what they cost is not kept. With one price and
/// demand that moves in whole people it is the newsvendor's rule, P(demand ≥ k) > c/f.
///
/// # Errors
/// `None` without months, or where shares are of different numbers of people, a discount factor is not above 0, or a price or share is
/// negative or not finite.
///
/// # Example
/// ```
/// use outsourcing::sizing::{Load, constant_size, time_used};
/// let used = time_used(&[1.0, 2.0, 2.0, 3.0], 5).unwrap();
/// let best = constant_size(&[Load { discount: 1.0, core: 6.0, flex: 10.0, used: &used }]).unwrap();
/// assert_eq!(best.people, 2);
/// assert_eq!(best.worth, [10.0, 7.5, 2.5, 0.0, 0.0]);
/// ```
#[must_use]
pub fn constant_size(months: &[Load]) -> Option<Constant> {
    let mut seat = 0.0;
    let mut worth = vec![0.0; months.first()?.used.len()];
    for month in months {
        let priced =
            usable(month.core) && usable(month.flex) && month.discount.is_finite() && month.discount > 0.0;
        if !priced || month.used.len() != worth.len() || !all_usable(month.used) {
            return None;
        }
        seat += month.discount * month.core;
        for (worth, used) in worth.iter_mut().zip(month.used) {
            *worth += month.discount * month.flex * used;
        }
    }
    let people = worth.iter().take_while(|worth| **worth > seat).count();
    Some(Constant { people, seat, worth })
}

/// The best constant size for normal demand: the quantile 1 − core/flex, 0 where it is negative.
///
/// The newsvendor's critical fractile: one person short costs flex − core, one too many costs core. A check on
/// [`constant_size`] by formula.
///
/// # Errors
/// `None` unless the mean is finite, the deviation finite and not negative, and 0 < core < flex.
///
/// # Example
/// ```
/// let keep = outsourcing::sizing::newsvendor(2_000.0, 500.0, 10.0, 15.0).unwrap();
/// assert!((keep - 1_784.63635).abs() < 1e-5);
/// ```
#[must_use]
pub fn newsvendor(mean: f64, deviation: f64, core: f64, flex: f64) -> Option<f64> {
    let known = mean.is_finite() && usable(deviation) && flex.is_finite() && core > 0.0 && core < flex;
    known.then(|| (mean + deviation * normal::quantile((flex - core) / flex)).max(0.0))
}
