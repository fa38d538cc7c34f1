//! A plane through a sample by least squares.

use super::summary::mean;

/// What remains of a column beside those before it, as a share of its square, that is rounding.
const NOTHING: f64 = 1e-9;

/// The weights w with which Σ w·column comes closest to `values`, both taken from their means: by Cholesky's factor of the normal
/// equations. A column that says what those before it have said has the weight 0.
///
/// # Errors
/// `None` where there is no column, or columns and values differ in length.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::least_squares;
/// let found = least_squares(&[vec![0.0, 1.0, 0.0], vec![0.0, 0.0, 1.0]], &[5.0, 7.0, 8.0]).unwrap();
/// assert!((found[0] - 2.0).abs() < 1e-12 && (found[1] - 3.0).abs() < 1e-12);
/// ```
#[must_use]
pub fn least_squares(columns: &[Vec<f64>], values: &[f64]) -> Option<Vec<f64>> {
    if columns.is_empty() || columns.iter().any(|column| column.len() != values.len()) {
        return None;
    }
    let centred = |sample: &[f64]| -> Vec<f64> {
        let middle = mean(sample);
        sample.iter().map(|value| value - middle).collect()
    };
    let columns: Vec<Vec<f64>> = columns.iter().map(|column| centred(column)).collect();
    let values = centred(values);
    let product = |a: &[f64], b: &[f64]| -> f64 { a.iter().zip(b).map(|(a, b)| a * b).sum() };
    let count = columns.len();
    let mut lower = vec![vec![0.0; count]; count];
    for row in 0..count {
        for at in 0..=row {
            let whole = product(&columns[row], &columns[at]);
            let left = whole - product(&lower[row][..at], &lower[at][..at]);
            lower[row][at] = if at < row {
                if lower[at][at] > 0.0 { left / lower[at][at] } else { 0.0 }
            } else if left > NOTHING * whole {
                left.sqrt()
            } else {
                0.0
            };
        }
    }
    let mut weights = vec![0.0; count];
    for row in 0..count {
        let left = product(&columns[row], &values) - product(&lower[row][..row], &weights[..row]);
        weights[row] = if lower[row][row] > 0.0 { left / lower[row][row] } else { 0.0 };
    }
    for row in (0..count).rev() {
        let known: f64 = (row + 1..count).map(|at| lower[at][row] * weights[at]).sum();
        weights[row] = if lower[row][row] > 0.0 { (weights[row] - known) / lower[row][row] } else { 0.0 };
    }
    Some(weights)
}
