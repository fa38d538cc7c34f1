//! What follows from a scenario, month by month: demand, work, team, vendor, ledger.
//!
//! In-house, outsourced and split are one calculation ([`plan::run`]) with a different [`plan::Course`]: how many people stay
//! and which vendor does the rest. Formulas are written once, generic over [`Number`]: plain `f64` for the plan,
//! [`trace::Traced`] for explanations.

mod booking;
pub mod chance;
pub mod consequences;
mod contract;
pub mod demand;
pub mod desk;
mod exponential;
pub mod hours;
pub mod inhouse;
mod lanes;
pub mod ledger;
mod number;
pub mod offer;
pub mod plan;
pub mod productivity;
pub mod project;
pub mod rates;
pub mod shared;
pub mod staffing;
mod term;
pub mod trace;
pub mod vendor;

pub use lanes::{LANES, LaneMask, Lanes};
pub use number::{Mask, Number};
pub use term::Term;

/// Average weeks in a month, 365.25 ÷ 84.
pub const WEEKS_PER_MONTH: f64 = 365.25 / 84.0;
/// Average days in a month, 365.25 ÷ 12.
pub const DAYS_PER_MONTH: f64 = 365.25 / 12.0;
