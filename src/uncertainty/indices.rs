//! Which inputs the variance of a result comes from: Sobol's indices.

use super::sobol::Sobol;

/// Shares of the variance of a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Indices {
    /// First order: what would go, on average, if the input alone were known.
    pub first: f64,
    /// Total: what would be left, on average, if all others were known.
    pub total: f64,
}

/// Indices from results at points A, at independent points B, and at `mixed[g]`: A with the inputs of group g from B.
///
/// M. J. W. Jansen's estimators (1999): first 1 − mean((f(B) − f(mixed))²)/2V, total mean((f(A) − f(mixed))²)/2V, V
/// the variance over A and B. An index may come out a little below 0 or above 1; [`super::estimate`] over scrambles
/// tells by how much. Inputs that are correlated belong in one group, or the indices mean nothing.
///
/// # Errors
/// `None` where samples are empty or of different lengths, a result is not finite, or the result does not vary.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a sample is far below 2^53")]
pub fn indices(a: &[f64], b: &[f64], mixed: &[Vec<f64>]) -> Option<Vec<Indices>> {
    let sound = |sample: &[f64]| sample.len() == a.len() && sample.iter().all(|value| value.is_finite());
    if !(sound(a) && sound(b) && mixed.iter().all(|sample| sound(sample))) {
        return None;
    }
    let both = || a.iter().chain(b);
    let count = 2.0 * a.len() as f64;
    let mean = both().sum::<f64>() / count;
    let variance = both().map(|value| (value - mean) * (value - mean)).sum::<f64>() / count;
    // Half the mean square, as a share of the variance.
    let apart = |one: &[f64], other: &[f64]| {
        let squares: f64 = one.iter().zip(other).map(|(one, other)| (one - other) * (one - other)).sum();
        squares / (count * variance)
    };
    let of = |sample: &Vec<f64>| Indices { first: 1.0 - apart(b, sample), total: apart(a, sample) };
    (variance > 0.0 && variance.is_finite()).then(|| mixed.iter().map(of).collect())
}

/// [`indices`] of a function of uniforms, for each group of inputs, from `points` points of one scramble: it is
/// evaluated at (groups + 2) × `points`. Take a power of two.
///
/// A and B are the two halves of a sequence of twice as many inputs. An input in no group varies all the same.
///
/// # Errors
/// As [`indices`]; also `None` for more inputs than half of [`super::MOST_INPUTS`], or a group with an input there is
/// not.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::indices_of;
/// let sum = |point: &[f64]| 2.0 * point[0] + point[1];
/// let found = indices_of(sum, 2, &[vec![0], vec![1]], 1024, 7, 0).unwrap();
/// assert!((found[0].first - 0.8).abs() < 0.01 && (found[1].total - 0.2).abs() < 0.01);
/// ```
#[must_use]
pub fn indices_of(
    mut f: impl FnMut(&[f64]) -> f64,
    inputs: usize,
    groups: &[Vec<usize>],
    points: u32,
    seed: u64,
    scramble: u32,
) -> Option<Vec<Indices>> {
    if groups.iter().flatten().any(|input| *input >= inputs) {
        return None;
    }
    let sequence = Sobol::new(inputs.checked_mul(2)?, seed, scramble)?;
    let mut point = vec![0.0; 2 * inputs];
    let (mut a, mut b, mut mixed) = (Vec::new(), Vec::new(), vec![Vec::new(); groups.len()]);
    for index in 0..points {
        for (input, uniform) in point.iter_mut().enumerate() {
            sequence.fill(input, index, std::slice::from_mut(uniform));
        }
        let (of_a, of_b) = point.split_at_mut(inputs);
        a.push(f(of_a));
        b.push(f(of_b));
        for (sample, group) in mixed.iter_mut().zip(groups) {
            let swap = |of_a: &mut [f64], of_b: &mut [f64]| {
                group.iter().for_each(|input| std::mem::swap(&mut of_a[*input], &mut of_b[*input]));
            };
            swap(of_a, of_b);
            sample.push(f(of_a));
            swap(of_a, of_b);
        }
    }
    indices(&a, &b, &mixed)
}
