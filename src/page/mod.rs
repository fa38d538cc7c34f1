//! The page: views over the answer. Everything a visitor sees, and nothing that computes.
//!
//! What needs no browser (reading what was typed, the session, the geometry of charts) is compiled and tested without one.

pub mod charts;
pub mod entry;
pub mod session;

#[cfg(feature = "page")]
mod app;
#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
mod doings;
#[cfg(feature = "page")]
pub mod format;
#[cfg(feature = "page")]
pub mod shared;
#[cfg(feature = "page")]
pub mod storage;
#[cfg(feature = "page")]
pub mod views;

#[cfg(feature = "page")]
pub use app::Page;
