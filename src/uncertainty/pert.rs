//! Quantiles of the PERT distribution from a table: a draw is a look-up, not an equation.

use std::sync::LazyLock;

use super::beta::Beta;

/// Intervals of each half of a table.
const INTERVALS: usize = 512;

/// Even parts of 0..√½, each of which knows the interval it starts in.
const PARTS: usize = 1024;

/// The nodes u = sin²(πk/4·512) of every table, close at the end, where the quantile is steep: their square roots.
struct Grid {
    roots: Vec<f64>,
    starts: Vec<usize>,
}

#[expect(clippy::cast_precision_loss, reason = "some thousand parts")]
static GRID: LazyLock<Grid> = LazyLock::new(|| {
    let root = |k| libm::sin(std::f64::consts::FRAC_PI_4 * k as f64 / INTERVALS as f64);
    let roots: Vec<f64> = (0..=INTERVALS).map(root).collect();
    let start = |part| roots.partition_point(|root| *root <= part as f64 / SCALE) - 1;
    let starts = (0..=PARTS).map(start).map(|k| k.min(INTERVALS - 1)).collect();
    Grid { roots, starts }
});

/// Parts to a root of 1.
const SCALE: f64 = PARTS as f64 * std::f64::consts::SQRT_2;

/// The quantile function of a beta distribution, tabulated from both ends.
///
/// A cubic in √u with the exact slopes, held monotone after Fritsch and Carlson (1980); up to the first node (2.4e-6
/// of probability) the power law of the end.
#[derive(Clone, Debug)]
pub(super) struct Table {
    lower: Half,
    upper: Half,
}

impl Table {
    pub fn new(beta: Beta) -> Self {
        Self { lower: Half::new(beta), upper: Half::new(beta.mirrored()) }
    }

    pub fn quantile(&self, share: f64) -> f64 {
        let above = share > 0.5;
        let (half, share) = if above { (&self.upper, 1.0 - share) } else { (&self.lower, share) };
        let quantile = half.quantile(share);
        if above { 1.0 - quantile } else { quantile }
    }
}

#[derive(Clone, Debug)]
struct Half {
    /// For each node the quantile, and its slope over √u.
    nodes: Vec<(f64, f64)>,
    power: f64,
}

impl Half {
    fn new(beta: Beta) -> Self {
        let roots = &GRID.roots;
        let mut nodes = vec![(0.0, 0.0)];
        let mut x = beta.quantile(roots[1] * roots[1]);
        for k in 1..=INTERVALS {
            let slope = 2.0 * roots[k] / beta.density(x);
            nodes.push((x, slope));
            if let Some(next) = roots.get(k + 1) {
                // Along the tangent on logarithms, which stays left of the quantile.
                let start = x * libm::exp(libm::log(next / roots[k]) * slope * roots[k] / x);
                x = beta.lower_from(next * next, start);
            }
        }
        for k in 1..INTERVALS {
            let most = 3.0 * (nodes[k + 1].0 - nodes[k].0) / (roots[k + 1] - roots[k]);
            nodes[k].1 = nodes[k].1.min(most);
            nodes[k + 1].1 = nodes[k + 1].1.min(most);
        }
        Self { nodes, power: 2.0 / beta.a }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float casts to a whole number within the range"
    )]
    fn quantile(&self, share: f64) -> f64 {
        let Grid { roots, starts } = &*GRID;
        let root = share.sqrt();
        let mut k = starts[((root * SCALE) as usize).min(PARTS)];
        // A part is shorter than any interval: it ends at most one further. Added and not branched on, which would be a guess.
        k += usize::from(k + 1 < INTERVALS && roots[k + 1] <= root);
        let ((left, rise), (right, next)) = (self.nodes[k], self.nodes[k + 1]);
        if k == 0 {
            return right * libm::pow(root / roots[1], self.power);
        }
        let width = roots[k + 1] - roots[k];
        let t = (root - roots[k]) / width;
        let (rise, next, step) = (rise * width, next * width, right - left);
        left + t * (rise + t * (3.0 * step - 2.0 * rise - next + t * (rise + next - 2.0 * step)))
    }
}
