//! What a criterion must count for that an alternative can be first.

use super::simplex::maximum;
use super::{linear, ordered};

/// The least and the most that a criterion counts, as a share of all weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

/// What a criterion can count where an alternative is first, among the weights that keep an order; with no alternative, what it can
/// count at all. None if the alternative is first nowhere, or if gaps in scores make the question one of curves.
///
/// # Formula
/// The weights under which it is first are a cone: w ≥ 0, w keeps the order, and its sum is no less than any other's. With w_c held
/// to at most 1, the most that the others can sum to is z, and the least share of c is 1 ÷ (1 + z); with the others held to at most
/// 1 in sum, the most that w_c can be is y, and the most share y ÷ (1 + y). Two small linear programs.
#[must_use]
pub fn span(
    scores: &[Vec<Option<f64>>],
    places: &[usize],
    alternative: Option<usize>,
    criterion: usize,
) -> Option<Span> {
    let count = places.len();
    let mut rows: Vec<(Vec<f64>, f64)> = ordered(places)
        .into_iter()
        .map(|(more, less)| {
            let mut row = vec![0.0; count];
            (row[more], row[less]) = (-1.0, 1.0);
            (row, 0.0)
        })
        .collect();
    if let Some(alternative) = alternative {
        let own = linear(&scores[alternative])?;
        for (index, other) in scores.iter().enumerate() {
            let known = other.iter().any(Option::is_some);
            if index != alternative && known {
                let other = linear(other)?;
                rows.push((other.iter().zip(&own).map(|(other, own)| other - own).collect(), 0.0));
            }
        }
    }
    let only = |on: f64, off: f64| -> Vec<f64> {
        (0..count).map(|index| if index == criterion { on } else { off }).collect()
    };
    let within = |held: Vec<f64>| {
        let mut limits = rows.clone();
        limits.push((held, 1.0));
        limits
    };
    // First anywhere: some weights are left beside none at all.
    maximum(&vec![1.0; count], &within(vec![1.0; count])).filter(|sum| *sum > 0.5)?;
    let others = maximum(&only(0.0, 1.0), &within(only(1.0, 0.0)));
    let own = maximum(&only(1.0, 0.0), &within(only(0.0, 1.0)));
    Some(Span {
        least: others.map_or(0.0, |sum| 1.0 / (1.0 + sum)),
        most: own.map_or(1.0, |most| most / (1.0 + most)),
    })
}

/// Between which shares of one criterion an alternative is first, when the other weights keep their proportions. None if it is first at
/// none, if the criterion is all that counts, or if gaps in scores make the question one of curves.
///
/// # Formula
/// With the criterion at a share t, an alternative's value is t·s + (1 − t)·r, r its mean over the others: a line, so where it is no
/// less than another's is all on one side of where the two meet.
///
/// ```
/// use outsourcing::ranking::in_proportion;
/// let scores = [vec![Some(90.0), Some(40.0)], vec![Some(50.0), Some(80.0)]];
/// let first = in_proportion(&scores, &[0.3, 0.7], 0, 0).unwrap();
/// assert!((first.least - 0.5).abs() < 1e-12 && first.most == 1.0);
/// ```
#[must_use]
pub fn in_proportion(
    scores: &[Vec<Option<f64>>],
    weights: &[f64],
    alternative: usize,
    criterion: usize,
) -> Option<Span> {
    let rest: f64 =
        weights.iter().enumerate().filter(|(index, _)| *index != criterion).map(|(_, one)| one).sum();
    if rest <= 0.0 {
        return None;
    }
    let line = |scores: &[Option<f64>]| {
        let all = linear(scores)?;
        let others = all.iter().zip(weights).enumerate().filter(|(index, _)| *index != criterion);
        Some((all[criterion], others.map(|(_, (score, weight))| score * weight).sum::<f64>() / rest))
    };
    let (own, own_rest) = line(&scores[alternative])?;
    let mut found = Span { least: 0.0, most: 1.0 };
    for (index, other) in scores.iter().enumerate() {
        if index == alternative || !other.iter().any(Option::is_some) {
            continue;
        }
        let (score, mean) = line(other)?;
        // The lead at a share t is t·(own − score) + (1 − t)·(own_rest − mean).
        let (at_none, at_all) = (own_rest - mean, own - score);
        let meet = at_none / (at_none - at_all);
        match (at_none >= 0.0, at_all >= 0.0) {
            (true, true) => {}
            (true, false) => found.most = found.most.min(meet),
            (false, true) => found.least = found.least.max(meet),
            (false, false) => return None,
        }
    }
    (found.least <= found.most).then_some(found)
}
