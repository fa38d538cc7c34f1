//! Vendors side by side: what each offers line by line, what its price does not show, and the quotes that are pasted.

pub mod changes;
pub mod day_strip;
pub mod lines;
pub mod points;
pub mod quote;

#[cfg(feature = "page")]
mod beside;
#[cfg(feature = "page")]
mod control;
#[cfg(feature = "page")]
mod countries;
#[cfg(feature = "page")]
mod criteria;
#[cfg(feature = "page")]
mod efficient;
#[cfg(feature = "page")]
mod figures;
#[cfg(feature = "page")]
mod fold;
#[cfg(feature = "page")]
mod hidden_costs;
#[cfg(feature = "page")]
mod judged;
#[cfg(feature = "page")]
mod paste;
#[cfg(feature = "page")]
mod preview;
#[cfg(feature = "page")]
mod quality;
#[cfg(feature = "page")]
mod requirements;
#[cfg(feature = "page")]
mod scores;
#[cfg(feature = "page")]
mod section;
#[cfg(feature = "page")]
mod security;
#[cfg(feature = "page")]
mod shortlist;
#[cfg(feature = "page")]
mod skills;
#[cfg(feature = "page")]
mod steering;
#[cfg(feature = "page")]
mod working_hours;

#[cfg(feature = "page")]
pub(super) use figures::{above, figure_name, figure_value, how};
#[cfg(feature = "page")]
pub(super) use hidden_costs::hidden_name;
#[cfg(feature = "page")]
pub use section::Vendors;
