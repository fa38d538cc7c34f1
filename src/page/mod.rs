//! The page: the form, the verdict, and what the visitor does. Everything a visitor sees first, and nothing that computes.
//!
//! What needs no browser (reading what was typed, the session) is compiled and tested without one.

pub mod entry;
pub mod language_tag;
pub mod session;

#[cfg(feature = "page")]
mod app;
#[cfg(feature = "page")]
pub mod browser;
#[cfg(feature = "page")]
mod doings;
#[cfg(feature = "page")]
pub mod edits;
#[cfg(feature = "page")]
pub mod format;
#[cfg(feature = "page")]
pub mod messages;
#[cfg(feature = "page")]
mod report;
#[cfg(feature = "page")]
pub mod shared;
#[cfg(feature = "page")]
mod start;
#[cfg(feature = "page")]
pub mod storage;
#[cfg(feature = "page")]
pub mod views;

#[cfg(feature = "page")]
pub use start::start;
