//! How sure the answer is, what it hangs on, and which question to settle first: views of the simulation, which runs elsewhere.

pub mod exact;

#[cfg(feature = "page")]
mod bands;
#[cfg(feature = "page")]
mod explained;
#[cfg(feature = "page")]
mod map;
#[cfg(feature = "page")]
mod matters;
#[cfg(feature = "page")]
mod offer;
#[cfg(feature = "page")]
mod panel;
#[cfg(feature = "page")]
mod run;
#[cfg(feature = "page")]
mod spread;
#[cfg(feature = "page")]
mod studies;
#[cfg(feature = "page")]
mod table;
#[cfg(feature = "page")]
mod told;
#[cfg(feature = "page")]
mod view;

#[cfg(feature = "page")]
pub(in crate::report) use bands::bands;
#[cfg(feature = "page")]
pub use explained::Explained;
#[cfg(feature = "page")]
pub use panel::{DoubtPanel, DoubtTold};
#[cfg(feature = "page")]
pub use run::{Doubt, Found, State, in_doubt, use_doubt};
