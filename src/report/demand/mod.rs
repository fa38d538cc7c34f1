//! Demand by month, and what it is made of: base, growth, season, events and shocks, moved by hand or key; and its fit to
//! a history.

mod finding;
mod fitted;
mod leaf;
mod plot;
mod season;
mod way;

#[cfg(feature = "page")]
mod chart;
#[cfg(feature = "page")]
mod entry;
#[cfg(feature = "page")]
mod events;
#[cfg(feature = "page")]
mod handle;
#[cfg(feature = "page")]
mod level;
#[cfg(feature = "page")]
mod panel;
#[cfg(feature = "page")]
mod past;
#[cfg(feature = "page")]
mod past_chart;
#[cfg(feature = "page")]
mod season_view;
#[cfg(feature = "page")]
mod section;

#[cfg(feature = "page")]
pub(in crate::report) use entry::NumberEntry;
pub use finding::{Extreme, Finding, finding};
pub use fitted::Fitted;
pub use leaf::{at_value, ends, row};
pub use plot::{LANE, Plot, lanes, shock_band};
pub use season::{BarAt, SeasonLayout, averaged, moved};
#[cfg(feature = "page")]
pub use section::Demand;
pub use way::Way;
