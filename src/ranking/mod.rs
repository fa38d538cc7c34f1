//! Which alternative is first under which weights; knows no scenario.
//!
//! Alternatives have scores from 0 to 100 on criteria; some may be missing. [`value`] is their weighted sum on these fixed scales, so
//! adding or removing one never reorders the others. The user seldom knows weights as numbers: [`acceptability`] says under which share
//! of all weights, or of those that keep an order, each is first, second and so on, and [`span`] what a criterion must count for that
//! an alternative can be first at all. Exact for up to three criteria, by points of a fixed sequence beyond; spans are always exact.
//!
//! An order is a *place* for every criterion, 0 for the most important; those of one place have no order between them.

mod acceptability;
mod polygon;
mod simplex;
mod span;

pub use acceptability::{Acceptability, Counting, WEIGHTS, acceptability};
pub use simplex::maximum;
pub use span::{Span, in_proportion, span};

/// Scores closer than this are equal.
const EQUAL: f64 = 1e-9;

/// The weighted mean of the scores that are there; None if none of any weight is.
///
/// # Formula
/// Σ w·s ÷ Σ w over the criteria with a score: with all of them, the weighted sum for weights that sum to 1.
///
/// ```
/// use outsourcing::ranking::value;
/// assert_eq!(value(&[Some(80.0), Some(20.0)], &[3.0, 1.0]), Some(65.0));
/// assert_eq!(value(&[Some(80.0), None], &[3.0, 1.0]), Some(80.0));
/// assert_eq!(value(&[None, None], &[3.0, 1.0]), None);
/// ```
#[must_use]
pub fn value(scores: &[Option<f64>], weights: &[f64]) -> Option<f64> {
    let (mut sum, mut total) = (0.0, 0.0);
    for (score, weight) in scores.iter().zip(weights) {
        if let Some(score) = score {
            sum += score * weight;
            total += weight;
        }
    }
    (total > 0.0).then(|| sum / total)
}

/// The mean of all weights that keep an order; they sum to 1. Equal weights where there is no order.
///
/// # Formula
/// Rank-order centroid weights (Barron and Barrett 1996): the k-th of n criteria has (1/k + … + 1/n)/n; criteria of one place share
/// their positions' mean.
///
/// ```
/// use outsourcing::ranking::centroid;
/// assert_eq!(centroid(&[0, 1]), [0.75, 0.25]);
/// assert_eq!(centroid(&[0, 0]), [0.5, 0.5]);
/// ```
#[must_use]
pub fn centroid(places: &[usize]) -> Vec<f64> {
    let count = places.len();
    let mut tail = 0.0;
    let mut by_position: Vec<f64> = (1..=count)
        .rev()
        .map(|k| {
            tail += 1.0 / k as f64;
            tail / count as f64
        })
        .collect();
    by_position.reverse();
    places
        .iter()
        .map(|place| {
            let before = places.iter().filter(|other| *other < place).count();
            let among = places.iter().filter(|other| *other == place).count();
            by_position[before..before + among].iter().sum::<f64>() / among as f64
        })
        .collect()
}

/// The alternatives' values as sums over weights, where comparing them needs no more: each has every score or equal ones, or all lack
/// the same scores, so that what they are divided by is the same for all. Alternatives without any score are left out.
fn linear(scores: &[Vec<Option<f64>>], known: &[usize]) -> Option<Vec<Vec<f64>>> {
    let lacks = |index: &usize| scores[*index].iter().map(Option::is_none).collect::<Vec<_>>();
    let alike = known.windows(2).all(|pair| lacks(&pair[0]) == lacks(&pair[1]));
    let one = |index: &usize| {
        let own = &scores[*index];
        if alike {
            return Some(own.iter().map(|score| score.unwrap_or(0.0)).collect());
        }
        if let Some(all) = own.iter().copied().collect::<Option<Vec<f64>>>() {
            return Some(all);
        }
        let mut known = own.iter().flatten();
        let first = *known.next()?;
        known.all(|score| (score - first).abs() <= 0.0).then(|| vec![first; own.len()])
    };
    known.iter().map(one).collect()
}

/// The alternatives that have a score.
fn known(scores: &[Vec<Option<f64>>]) -> Vec<usize> {
    (0..scores.len()).filter(|index| scores[*index].iter().any(Option::is_some)).collect()
}

/// The pairs of criteria of which the first counts at least as much as the second: those of each place against those of the next.
fn ordered(places: &[usize]) -> Vec<(usize, usize)> {
    let mut known: Vec<usize> = places.to_vec();
    known.sort_unstable();
    known.dedup();
    let mut pairs = Vec::new();
    for next in known.windows(2) {
        for (more, place) in places.iter().enumerate() {
            for (less, other) in places.iter().enumerate() {
                if *place == next[0] && *other == next[1] {
                    pairs.push((more, less));
                }
            }
        }
    }
    pairs
}
