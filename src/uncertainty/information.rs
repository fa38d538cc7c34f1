//! What it would be worth to know more before deciding.

use super::summary::{key, least, lesser, mean, same_paths};

/// The expected value of perfect information, in the unit of the costs: what would be saved, on average, by knowing
/// everything before the choice of the cheapest option.
///
/// `costs[option][path]`. The least mean less the mean of the least (Raiffa and Schlaifer, 1961).
///
/// # Errors
/// `None` without an option or a path, with different numbers of paths, or where a cost is not finite.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::perfect_information;
/// assert_eq!(perfect_information(&[vec![10.0, 10.0], vec![5.0, 17.0]]), Some(2.5));
/// ```
#[must_use]
pub fn perfect_information(costs: &[Vec<f64>]) -> Option<f64> {
    let paths = same_paths(costs)?;
    let least: Vec<f64> = (0..paths).map(|path| least(costs, path)).collect();
    Some((least_mean(costs) - mean(&least)).max(0.0))
}

/// The expected value of perfect information on one input alone, in the unit of the costs: what would be saved by
/// knowing it, and of the others no more than now.
///
/// `input[path]` are the values (or uniforms) of the input on the paths of `costs`. The mean cost of an option given
/// the input is taken from the sample: sorted by the input, cut into N^¼ parts of equal size, and in each part a line
/// by least squares. Parts follow bends and steps as no one polynomial does; a line needs fewer parts than a mean, so
/// that each has more paths.
///
/// Between two options whose mean costs given the input differ by D, with density p of D at 0 and variance σ² of what
/// the other inputs add, the noise of the fit makes it too high by at most about p·σ²·N^(−3/4), and never by more than
/// σ·√(N^(−3/4)/π), reached where the input has no effect and the options cost the same on average. Bends make it too
/// low by the order of N^(−3/4) of the input's effect. All this vanishes where the input does not change the choice.
///
/// # Errors
/// As [`perfect_information`]; also `None` where there is not one value of the input for each path, or one is not
/// finite.
#[must_use]
pub fn partial_perfect_information(costs: &[Vec<f64>], input: &[f64]) -> Option<f64> {
    let paths = same_paths(costs)?;
    if input.len() != paths || input.iter().any(|value| !value.is_finite()) {
        return None;
    }
    // Values beside their paths are compared where they lie.
    let mut order: Vec<(i64, usize)> = input.iter().copied().map(key).zip(0..).collect();
    order.sort_unstable();
    let order: Vec<usize> = order.into_iter().map(|(_, path)| path).collect();
    let mut known = 0.0;
    for part in parts(&order, input) {
        let lines: Vec<Line> = costs.iter().map(|costs| Line::through(part, input, costs)).collect();
        let least = |path: &usize| lines.iter().map(|line| line.at(input[*path])).fold(f64::INFINITY, lesser);
        known += part.iter().map(least).sum::<f64>();
    }
    #[expect(clippy::cast_precision_loss, reason = "a sample is far below 2^53")]
    let known = known / paths as f64;
    Some((least_mean(costs) - known).max(0.0))
}

fn least_mean(costs: &[Vec<f64>]) -> f64 {
    costs.iter().map(|costs| mean(costs)).fold(f64::INFINITY, lesser)
}

/// Parts of about equal size, in order. Paths with the same input stay together: what is known is its value.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a small root of a count of paths"
)]
fn parts<'a>(order: &'a [usize], input: &'a [f64]) -> Vec<&'a [usize]> {
    let count = (order.len() as f64).sqrt().sqrt() as usize;
    let mut parts = Vec::new();
    let mut start = 0;
    for part in 1..=count {
        let mut end = (order.len() * part / count).max(start);
        while end > start && end < order.len() && input[order[end]] <= input[order[end - 1]] {
            end += 1;
        }
        if end > start {
            parts.push(&order[start..end]);
        }
        start = end;
    }
    parts
}

/// A line by least squares.
struct Line {
    /// The mean of the input, and of the costs.
    middle: (f64, f64),
    slope: f64,
}

impl Line {
    fn through(part: &[usize], input: &[f64], costs: &[f64]) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "a sample is far below 2^53")]
        let mean = |values: &[f64]| part.iter().map(|path| values[*path]).sum::<f64>() / part.len() as f64;
        let middle = (mean(input), mean(costs));
        let (mut squares, mut products) = (0.0, 0.0);
        for path in part {
            let off = input[*path] - middle.0;
            squares += off * off;
            products += off * (costs[*path] - middle.1);
        }
        Self { middle, slope: if squares > 0.0 { products / squares } else { 0.0 } }
    }

    fn at(&self, input: f64) -> f64 {
        self.middle.1 + self.slope * (input - self.middle.0)
    }
}
