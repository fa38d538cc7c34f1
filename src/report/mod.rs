//! The report under the verdict: charts, tables, and the explanation of every figure.
//!
//! A program of its own, loaded once the first verdict is on screen: see `page::messages`.

pub mod charts;
pub mod demand;
pub mod doubt;
pub mod vendors;

#[cfg(feature = "page")]
mod break_even;
#[cfg(feature = "page")]
mod contents;
#[cfg(feature = "page")]
mod core;
#[cfg(feature = "page")]
mod damaged;
#[cfg(feature = "page")]
mod explanation;
#[cfg(feature = "page")]
mod focus;
#[cfg(feature = "page")]
mod graphs;
#[cfg(feature = "page")]
mod later;
#[cfg(feature = "page")]
mod lines;
#[cfg(feature = "page")]
mod losses;
#[cfg(feature = "page")]
mod pasting;
#[cfg(feature = "page")]
mod paths;
#[cfg(feature = "page")]
mod ranges;
#[cfg(feature = "page")]
mod refine;
#[cfg(feature = "page")]
mod scale;
#[cfg(feature = "page")]
mod strip;
#[cfg(feature = "page")]
mod tables;
#[cfg(feature = "page")]
mod what_if;
#[cfg(feature = "page")]
mod whole;
#[cfg(feature = "page")]
mod words;
#[cfg(feature = "page")]
mod work;
#[cfg(feature = "page")]
mod years;

#[cfg(feature = "page")]
pub use whole::Report;
