//! Inputs that move together: a Gaussian copula.

use crate::normal;

/// Why correlations cannot be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CorrelationProblem {
    /// The row of this input has not one value for each input.
    NotSquare {
        /// Its place, from 0.
        input: usize,
    },
    /// An input's correlation with itself is not 1.
    NotOne {
        /// Its place, from 0.
        input: usize,
    },
    /// The correlation of two inputs is not within −1..=1, or stated differently from either side.
    NotACorrelation {
        /// The later input.
        input: usize,
        /// The earlier one.
        other: usize,
    },
    /// No inputs can be correlated so: the first whose correlations contradict those of the inputs before it.
    Contradiction {
        /// Its place, from 0.
        input: usize,
    },
}

/// Rank correlations (Spearman's ρ_S) between inputs, each keeping its own distribution.
///
/// Uniforms become normals, these are mixed by the Cholesky factor of their correlations ρ = 2 sin(π ρ_S/6), and
/// become uniforms again. Source: K. Pearson, 1907, for the formula; R. B. Nelsen, *An Introduction to Copulas*,
/// 2006. Two inputs at ±1 move as one.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::Copula;
/// let together = Copula::new(&[vec![1.0, 1.0], vec![1.0, 1.0]]).unwrap();
/// let mut columns = [vec![0.3], vec![0.8]];
/// together.apply(&mut columns);
/// assert!((columns[1][0] - 0.3).abs() < 1e-15);
/// ```
#[derive(Clone, Debug)]
pub struct Copula {
    /// Inputs that are correlated with another, ascending.
    linked: Vec<usize>,
    /// For each of them its row of the factor, to the diagonal.
    lower: Vec<Vec<f64>>,
}

/// A variance left of less than this is none: rounding.
const NO_VARIANCE: f64 = 1e-12;

/// What is left of a covariance with an input without variance: at most the root of its rounding.
const NO_COVARIANCE: f64 = 1e-6;

impl Copula {
    /// Of a symmetric matrix with ones on its diagonal: row and column for each input.
    ///
    /// # Errors
    /// As [`CorrelationProblem`] says. A matrix is refused where ρ is not positive semidefinite, to 1e-12.
    pub fn new(ranks: &[Vec<f64>]) -> Result<Self, CorrelationProblem> {
        if let Some(input) = ranks.iter().position(|row| row.len() != ranks.len()) {
            return Err(CorrelationProblem::NotSquare { input });
        }
        for (input, row) in ranks.iter().enumerate() {
            let same = |one: f64, other: f64| (one - other).abs() <= 0.0;
            if !same(row[input], 1.0) {
                return Err(CorrelationProblem::NotOne { input });
            }
            let sound = |other: &usize| row[*other].abs() <= 1.0 && same(row[*other], ranks[*other][input]);
            if let Some(other) = (0..input).find(|other| !sound(other)) {
                return Err(CorrelationProblem::NotACorrelation { input, other });
            }
        }
        let alone = |input: usize| (0..ranks.len()).all(|other| other == input || ranks[input][other] == 0.0);
        let linked: Vec<usize> = (0..ranks.len()).filter(|input| !alone(*input)).collect();
        let mut lower: Vec<Vec<f64>> = Vec::new();
        for (i, &input) in linked.iter().enumerate() {
            let mut row: Vec<f64> = Vec::new();
            for (j, &other) in linked[..i].iter().enumerate() {
                let correlation = 2.0 * libm::sin(std::f64::consts::PI / 6.0 * ranks[input][other]);
                let left = correlation - dot(&row, &lower[j]);
                let variance = lower[j][j];
                if variance == 0.0 && left.abs() > NO_COVARIANCE {
                    return Err(CorrelationProblem::Contradiction { input });
                }
                row.push(if variance == 0.0 { 0.0 } else { left / variance });
            }
            let left = 1.0 - dot(&row, &row);
            if left < -NO_VARIANCE {
                return Err(CorrelationProblem::Contradiction { input });
            }
            row.push(if left > NO_VARIANCE { left.sqrt() } else { 0.0 });
            lower.push(row);
        }
        Ok(Self { linked, lower })
    }

    /// Correlates independent uniforms: `columns[input][path]`. Inputs without correlation keep theirs to the bit.
    ///
    /// # Panics
    /// Where there are fewer columns than inputs, or columns of different lengths.
    pub fn apply(&self, columns: &mut [Vec<f64>]) {
        let paths = self.linked.first().map_or(0, |input| columns[*input].len());
        for path in 0..paths {
            let normals: Vec<f64> =
                self.linked.iter().map(|input| normal::quantile(columns[*input][path])).collect();
            for (row, input) in self.lower.iter().zip(&self.linked) {
                if row[..row.len() - 1].iter().any(|factor| *factor != 0.0) {
                    // A far tail may round to 0 or 1, which no uniform is.
                    let uniform = normal::below(dot(row, &normals));
                    columns[*input][path] = uniform.clamp(f64::MIN_POSITIVE, 1.0 - f64::EPSILON / 2.0);
                }
            }
        }
    }
}

/// The sum of products over the shorter of the two.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
