//! Monthly shocks that persist.

use super::counter::Philox;
use crate::normal;

/// Shocks of a process that has been running for ever: exp(z − s²/2), with z an AR(1) of standard deviation `spread`
/// (s) and persistence φ from one month to the next. Each has mean 1.
///
/// # Example
/// ```
/// use outsourcing::uncertainty::{Philox, Shocks};
/// let mut year = [0.0; 12];
/// Shocks::new(0.3, 0.7).unwrap().fill(&Philox::new(7), 0, 0, &mut year);
/// assert!(year.iter().all(|shock| *shock > 0.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shocks {
    spread: f64,
    persistence: f64,
}

impl Shocks {
    /// Shocks of that spread (standard deviation of the logarithm, 0.3 is about 30 %) and persistence.
    ///
    /// # Errors
    /// `None` where the spread is negative or not finite, or the persistence not between −1 and 1: such a process has
    /// no lasting spread.
    #[must_use]
    pub fn new(spread: f64, persistence: f64) -> Option<Self> {
        let sound = spread >= 0.0 && spread.is_finite() && persistence.abs() < 1.0;
        sound.then_some(Self { spread, persistence })
    }

    /// The shocks of months 1, 2, … on one stream of one path, the same whoever draws them.
    pub fn fill(&self, random: &Philox, path: u64, stream: u32, shocks: &mut [f64]) {
        random.uniforms(path, stream, shocks);
        let fresh = (1.0 - self.persistence * self.persistence).sqrt();
        let mut state: Option<f64> = None;
        for shock in shocks {
            let normal = normal::quantile(*shock);
            let now = state.map_or(normal, |before| self.persistence * before + fresh * normal);
            *shock = libm::exp(self.spread * now - 0.5 * self.spread * self.spread);
            state = Some(now);
        }
    }
}
