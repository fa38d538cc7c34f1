//! Demand from history: a pasted column of monthly values, and the growth, season and shocks behind it. It knows no
//! scenario: text or numbers in, numbers out.
//!
//! [`read`] turns text into one value a month and says what it had to decide on the way; [`fit`] turns values into
//! the parameters of
//!
//! demand(t) = base · (1 + g)^((t−1)/12) · season[calendar month] · shock(t).

mod date;
mod fit;
mod least_squares;
mod number;
mod read;
mod table;

pub use crate::month::Month;
pub use fit::{Estimate, Fit, FitProblem, LEAST_FOR_SEASON, LEAST_VALUES, Scale, fit};
pub use read::{History, MOST_MONTHS, Note, Problem, Reading, read};

pub(crate) use number::{Mark, decimal_mark, plain_digits};
pub(crate) use table::rows;
