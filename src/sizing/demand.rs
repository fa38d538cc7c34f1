//! Demand as a sample of what one month may bring, and what each person of a core would do of it.

use super::usable;
use crate::normal;

/// A fixed sample of `count` equally likely demand shocks with mean 1: exp(z − s²/2), z normal with standard
/// deviation `spread` (s).
///
/// The mean shock of each of `count` equally likely parts, ascending: n·[Φ(q_{i+1} − s) − Φ(q_i − s)] with q_i the
/// quantile i/n. The same in every month: costs of a month depend on that month's demand alone, so persistence does
/// not matter here. Far nearer than as many random draws: E(D − k)⁺ is exact between parts, and within one too low
/// by at most 4e-4 of demand at 200 shocks of 0.3.
///
/// # Errors
/// `None` without shocks, or where the spread is negative or not finite.
///
/// # Example
/// ```
/// use outsourcing::sizing::shocks;
/// assert_eq!(shocks(0.0, 3), Some(vec![1.0; 3]));
/// let sample = shocks(0.3, 200).unwrap();
/// assert!((sample.iter().sum::<f64>() / 200.0 - 1.0).abs() < 1e-12);
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a count of shocks is far below 2^53")]
pub fn shocks(spread: f64, count: usize) -> Option<Vec<f64>> {
    if count == 0 || !usable(spread) {
        return None;
    }
    if spread == 0.0 {
        return Some(vec![1.0; count]);
    }
    let parts = count as f64;
    let mut reached = 0.0;
    let sample = (1..=count).map(|part| {
        let before = reached;
        reached =
            if part == count { 1.0 } else { normal::below(normal::quantile(part as f64 / parts) - spread) };
        parts * (reached - before)
    });
    Some(sample.collect())
}

/// The expected share of each person's time that demand uses: E[min(1, (D − k + 1)⁺)] for person k = 1..=`most`.
///
/// `demand` is a sample of equally likely values, in people. `used[0]` belongs to the first person; the next is never
/// used more than the one before. Their sum is what a core of that size serves.
///
/// # Errors
/// `None` where the sample is empty, or demand is negative or not finite.
///
/// # Example
/// ```
/// use outsourcing::sizing::time_used;
/// assert_eq!(time_used(&[1.5, 3.0], 4), Some(vec![1.0, 0.75, 0.5, 0.0]));
/// ```
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a float casts to a whole number within the range, and people and samples are far below 2^53"
)]
pub fn time_used(demand: &[f64], most: usize) -> Option<Vec<f64>> {
    if demand.is_empty() || !demand.iter().all(|value| usable(*value)) {
        return None;
    }
    // How many values keep exactly so many people busy in full, and what they leave to the next person.
    let mut full = vec![0_usize; most + 1];
    let mut partly = vec![0.0; most + 1];
    for value in demand {
        let whole = (value.floor() as usize).min(most);
        full[whole] += 1;
        partly[whole] += value - value.floor();
    }
    let mut busy = 0;
    let mut used = vec![0.0; most];
    for k in (0..most).rev() {
        busy += full[k + 1];
        used[k] = (busy as f64 + partly[k]) / demand.len() as f64;
    }
    Some(used)
}

/// The work that a core of x = 0..=`used.len()` people leaves: E(D − x)⁺, in people; `used` as from [`time_used`] of the same demand.
///
/// # Example
/// ```
/// use outsourcing::sizing::{left_over, time_used};
/// let demand = [1.5, 3.0];
/// assert_eq!(left_over(&demand, &time_used(&demand, 3).unwrap()), [2.25, 1.25, 0.5, 0.0]);
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "people and samples are far below 2^53")]
pub fn left_over(demand: &[f64], used: &[f64]) -> Vec<f64> {
    let most = used.len();
    let beyond = demand.iter().map(|value| (value - most as f64).max(0.0)).sum::<f64>() / demand.len() as f64;
    // From the far end, so that what is left at the largest core is no difference of large numbers.
    let mut left = vec![beyond; most + 1];
    for k in (0..most).rev() {
        left[k] = left[k + 1] + used[k];
    }
    left
}

/// What flex costs in a month beside a core of x = 0..=`most` people: price · E(D − x)⁺, as [`super::best_sizes`]
/// takes it for the rest. Its slopes never decrease.
///
/// `price` is for the work of one core person in a month, at the vendor's productivity.
///
/// # Errors
/// As [`time_used`]; also where the price is negative or not finite.
///
/// # Example
/// ```
/// use outsourcing::sizing::flex_cost;
/// assert_eq!(flex_cost(10.0, &[1.5, 3.0], 3), Some(vec![22.5, 12.5, 5.0, 0.0]));
/// ```
#[must_use]
pub fn flex_cost(price: f64, demand: &[f64], most: usize) -> Option<Vec<f64>> {
    let left = left_over(demand, &time_used(demand, most)?);
    if !usable(price) {
        return None;
    }
    let costs: Vec<f64> = left.iter().map(|left| price * left).collect();
    costs[0].is_finite().then_some(costs)
}
