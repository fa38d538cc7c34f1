//! Least squares where errors of successive months resemble each other: a stationary AR(1).
//!
//! Its Markov property makes months apart by a gap as easy as neighbours: after `gap` months the correlation is φ^gap,
//! so each row less that share of the row before it, over its standard deviation, has independent errors.

/// Observations: month, explaining variables, value. Months ascend.
pub(super) struct Row {
    pub month: i32,
    pub x: Vec<f64>,
    pub y: f64,
}

/// What a regression finds at one persistence φ.
pub(super) struct Regression {
    pub coefficients: Vec<f64>,
    /// Their covariance at s = 1: (XᵀR⁻¹X)⁻¹.
    pub covariance: Vec<Vec<f64>>,
    /// The squared residuals' sum, of errors made independent: its expectation is s² × [`Self::freedom`].
    pub squares: f64,
    /// Values less coefficients.
    pub freedom: f64,
    /// log|R| + log|XᵀR⁻¹X|: what the restricted likelihood needs beside the squares.
    log_determinants: f64,
}

/// Regression on errors of persistence φ, |φ| < 1; ordinary least squares at 0. Nothing where variables do not differ.
pub(super) fn regression(rows: &[Row], persistence: f64) -> Option<Regression> {
    let size = rows.first()?.x.len();
    let mut products = vec![vec![0.0; size]; size];
    let mut sums = vec![0.0; size];
    let mut log_r = 0.0;
    let white = whitened(rows, persistence, &mut log_r);
    for (x, y) in &white {
        for i in 0..size {
            sums[i] += x[i] * y;
            for j in 0..size {
                products[i][j] += x[i] * x[j];
            }
        }
    }
    let (covariance, log_x) = inverse(&products)?;
    let coefficients: Vec<f64> = covariance.iter().map(|row| dot(row, &sums)).collect();
    let squares =
        white.iter().map(|(x, y)| y - dot(x, &coefficients)).map(|residual| residual * residual).sum();
    #[expect(clippy::cast_precision_loss, reason = "a history is far below 2^53 months")]
    let freedom = rows.len() as f64 - size as f64;
    Some(Regression { coefficients, covariance, squares, freedom, log_determinants: log_r + log_x })
}

impl Regression {
    /// The logarithm of the restricted likelihood of φ, s integrated at its best; up to a constant.
    pub fn likelihood(&self) -> f64 {
        -0.5 * (self.log_determinants + self.freedom * libm::log(self.squares))
    }
}

/// Rows with independent errors of equal variance.
fn whitened(rows: &[Row], persistence: f64, log_r: &mut f64) -> Vec<(Vec<f64>, f64)> {
    let mut before: Option<&Row> = None;
    rows.iter()
        .map(|row| {
            let share = before.map_or(0.0, |last| libm::pow(persistence, f64::from(row.month - last.month)));
            let left = 1.0 - share * share;
            *log_r += libm::log(left);
            let scale = 1.0 / libm::sqrt(left);
            let last = before.map(|last| (&last.x, last.y));
            before = Some(row);
            match last {
                None => (row.x.clone(), row.y),
                Some((x, y)) => {
                    let x = row.x.iter().zip(x).map(|(now, then)| (now - share * then) * scale).collect();
                    (x, (row.y - share * y) * scale)
                }
            }
        })
        .collect()
}

/// The inverse of a positive definite matrix and the logarithm of its determinant, by Cholesky's factors.
fn inverse(matrix: &[Vec<f64>]) -> Option<(Vec<Vec<f64>>, f64)> {
    let size = matrix.len();
    let mut lower = vec![vec![0.0; size]; size];
    let mut log_determinant = 0.0;
    for i in 0..size {
        for j in 0..=i {
            let rest = matrix[i][j] - dot(&lower[i][..j], &lower[j][..j]);
            if i != j {
                lower[i][j] = rest / lower[j][j];
            } else if rest > 1e-12 * matrix[i][i] {
                lower[i][i] = libm::sqrt(rest);
                log_determinant += libm::log(rest);
            } else {
                return None;
            }
        }
    }
    let columns = (0..size).map(|unit| {
        let mut column = vec![0.0; size];
        for i in 0..size {
            let one = if i == unit { 1.0 } else { 0.0 };
            column[i] = (one - dot(&lower[i][..i], &column[..i])) / lower[i][i];
        }
        for i in (0..size).rev() {
            let above: f64 = (i + 1..size).map(|k| lower[k][i] * column[k]).sum();
            column[i] = (column[i] - above) / lower[i][i];
        }
        column
    });
    Some((columns.collect(), log_determinant))
}

pub(super) fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
