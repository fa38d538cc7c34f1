//! How far each input alone moves a result.

use super::distribution::Distribution;

/// A result with one input at its P10 and at its P90.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Swing {
    /// With the input at its P10, whether that is the smaller result or not.
    pub low: f64,
    /// With the input at its P90.
    pub high: f64,
}

/// The swing of `f` over each input, the others at `base`: the bars of a tornado, in the order of the inputs.
///
/// # Errors
/// `None` where there is not one base value for each input.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::{Distribution, Ends, Range, Shape, Swing, tornado};
/// let range = Range { low: 1.0, likely: 2.0, high: 4.0, shape: Shape::Triangular, ends: Ends::OneInTen };
/// let input = Distribution::new(range).unwrap();
/// let swings = tornado(&[input.clone(), input], &[2.0, 2.0], |x| x[0] - 10.0 * x[1]).unwrap();
/// assert!((swings[0].low + 19.0).abs() < 1e-12 && (swings[1].high + 38.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn tornado(
    inputs: &[Distribution],
    base: &[f64],
    mut f: impl FnMut(&[f64]) -> f64,
) -> Option<Vec<Swing>> {
    let mut point = base.to_vec();
    let mut swing = |(place, input): (usize, &Distribution)| {
        let [low, high] = [0.1, 0.9].map(|share| {
            point[place] = input.quantile(share);
            f(&point)
        });
        point[place] = base[place];
        Swing { low, high }
    };
    (inputs.len() == base.len()).then(|| inputs.iter().enumerate().map(&mut swing).collect())
}
