//! What is not known for sure: ranges as distributions, points that fill them evenly, correlation, and what a sample of results says. It knows no scenario: numbers in, numbers out.
//!
//! Conventions shared by all of it:
//! - A *uniform* is a number above 0 and below 1; a *point* is one uniform for each input. Quantiles turn uniforms into
//!   values, so that all options are reckoned on the same draws.
//! - A point depends on (seed, index) alone, a random number on (seed, path, stream, step): any worker can take any part.
//! - Same input, same bits on every platform: sums run in the order given, transcendental functions are `libm`'s.
//! - What has no answer is `None`, or an error where there is a choice of what to say.

mod beta;
mod copula;
mod counter;
mod direction_numbers;
mod distribution;
mod indices;
mod information;
mod pert;
mod regression;
mod sobol;
mod summary;
mod tornado;

pub use crate::history::Estimate;
pub use copula::{Copula, CorrelationProblem};
pub use counter::Philox;
pub use distribution::{Distribution, Ends, Range, RangeProblem, Shape};
pub use indices::{Indices, indices, indices_of};
pub use information::{partial_perfect_information, perfect_information};
pub use regression::least_squares;
pub use sobol::{MOST_INPUTS, Sobol};
pub(crate) use summary::sorted_at;
pub use summary::{Paybacks, cheapest, estimate, mean, quantiles, regrets, share_above};
pub use tornado::{Swing, tornado};

/// The middle of the cell of 2^−52 that the first 52 bits name: never 0, never 1.
#[expect(clippy::cast_precision_loss, reason = "52 bits fit")]
fn open_unit(bits: u64) -> f64 {
    ((bits >> 12) as f64 + 0.5) * f64::EPSILON
}
