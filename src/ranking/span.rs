//! What a criterion must count for that an alternative can be first.

use super::simplex::maximum;
use super::{EQUAL, known, linear, ordered};

/// A stretch of shares no wider is two equal values told apart by rounding.
const SLIVER: f64 = 1e-9;

/// The least and the most that a criterion counts, as a share of all weights.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The least.
    pub least: f64,
    /// The most.
    pub most: f64,
}

/// What a criterion can count where an alternative is first, among the weights that keep an order; with no alternative, what it can
/// count at all. None if the alternative is first nowhere, or if some lack scores that others have: the borders are then curves.
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
        let known = known(scores);
        let own = known.iter().position(|index| *index == alternative)?;
        let forms = linear(scores, &known)?;
        for other in forms.iter().enumerate().filter(|(index, _)| *index != own).map(|(_, other)| other) {
            rows.push((other.iter().zip(&forms[own]).map(|(other, own)| other - own).collect(), 0.0));
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

/// Between which shares of one criterion an alternative is first, when the other weights keep their proportions; of several stretches
/// the one nearest to the share that it has. None if it is first at none, or if the criterion is all that counts.
///
/// # Formula
/// With the criterion at a share t, an alternative's value is (t·s + (1 − t)·r) ÷ (t + (1 − t)·k), r the sum over the others and k
/// the part of their weights that it has scores on; without a score on the criterion, s and the t below are left out. Where two
/// meet, the difference of such values, p·t² + q·t·(1 − t) + r·(1 − t)², is zero: with every score there, at one share at most.
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
    let lines: Vec<Line> =
        scores.iter().map(|scores| Line::new(scores, weights, (criterion, rest))).collect();
    let own = lines[alternative];
    let others: Vec<Line> = lines
        .into_iter()
        .enumerate()
        .filter(|(index, line)| *index != alternative && line.is_known())
        .map(|(_, line)| line)
        .collect();
    let mut cuts: Vec<f64> = others.iter().flat_map(|other| own.meets(*other)).collect();
    cuts.extend([0.0, 1.0]);
    cuts.sort_by(f64::total_cmp);
    let now = weights[criterion] / (weights[criterion] + rest);
    let mut found: Option<(f64, Span)> = None;
    let mut stretch: Option<Span> = None;
    for piece in cuts.windows(2).filter(|piece| piece[1] - piece[0] > SLIVER) {
        let middle = f64::midpoint(piece[0], piece[1]);
        let first = own.at(middle).is_some_and(|own| {
            others.iter().all(|other| other.at(middle).is_none_or(|other| other <= own + EQUAL))
        });
        stretch = first.then(|| Span { least: stretch.map_or(piece[0], |span| span.least), most: piece[1] });
        if let Some(span) = stretch {
            let away = (span.least - now).max(now - span.most).max(0.0);
            if found.is_none_or(|(nearest, last)| away < nearest || (last.least - span.least).abs() <= 0.0) {
                found = Some((away, span));
            }
        }
    }
    found.map(|(_, span)| span)
}

/// An alternative's value by the share of one criterion.
#[derive(Clone, Copy)]
struct Line {
    /// Its score on the criterion.
    own: Option<f64>,
    /// The weighted sum of its scores on the others, and the part of their weights that it has scores on.
    others: (f64, f64),
}

impl Line {
    fn new(scores: &[Option<f64>], weights: &[f64], (criterion, rest): (usize, f64)) -> Self {
        let others = scores.iter().zip(weights).enumerate().filter(|(index, _)| *index != criterion);
        let others = others
            .filter_map(|(_, (score, weight))| Some((score.as_ref()? * weight / rest, weight / rest)))
            .fold((0.0, 0.0), |sums, next| (sums.0 + next.0, sums.1 + next.1));
        Line { own: scores[criterion], others }
    }

    fn is_known(&self) -> bool {
        self.own.is_some() || self.others.1 > 0.0
    }

    /// The value at a share between 0 and 1; None where nothing with a score counts.
    fn at(&self, share: f64) -> Option<f64> {
        let (score, counts) = self.own.map_or((0.0, 0.0), |score| (score, 1.0));
        let (sum, part) = self.others;
        let total = share * counts + (1.0 - share) * part;
        (total > 0.0).then(|| (share * score + (1.0 - share) * sum) / total)
    }

    /// The shares at which two alternatives have the same value.
    fn meets(self, other: Line) -> Vec<f64> {
        let of = |line: Line| {
            let (score, counts) = line.own.map_or((0.0, 0.0), |score| (score, 1.0));
            (score, counts, line.others.0, line.others.1)
        };
        let ((s, k, a, b), (s2, k2, a2, b2)) = (of(self), of(other));
        // In u = t ÷ (1 − t): p·u² + q·u + r = 0.
        let (p, q, r) = (s * k2 - s2 * k, s * b2 + a * k2 - s2 * b - a2 * k, a * b2 - a2 * b);
        let tiny = 1e-12 * (1.0 + s.abs() + s2.abs() + a.abs() + a2.abs());
        let roots = if p.abs() <= tiny {
            vec![-r / q]
        } else {
            let root = libm::sqrt(q * q - 4.0 * p * r);
            // The sum of what has the same sign, so that nothing cancels.
            let sum = -0.5 * (q + if q < 0.0 { -root } else { root });
            vec![sum / p, r / sum]
        };
        let share = |u: f64| if u.is_infinite() { 1.0 } else { u / (1.0 + u) };
        roots.into_iter().filter(|u| *u >= 0.0).map(share).collect()
    }
}
