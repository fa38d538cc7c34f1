//! The decision on thousands of paths: every range drawn, chance taking its course, all options on the same draws.
//!
//! How it is used, by a page or a worker:
//!
//! 1. [`Simulation::compile`] a checked document. The plan's options keep their courses (policy, core, sizes) on every path.
//! 2. [`Simulation::run`] any stretch of paths, anywhere, in any order: each yields a [`Block`], which travels as bytes
//!    ([`Block::to_bytes`]). What a path has depends on its number alone. Take [`SCRAMBLES`] × a power of two paths in all: then every
//!    scramble is even, and more paths refine what fewer have shown.
//! 3. [`summarise`] the blocks of [`Sample::Main`], in any order: figures with their Monte-Carlo errors.
//! 4. What matters: [`Simulation::tornado`], [`Simulation::break_evens`] and [`Simulation::map`] need no blocks; [`information`] needs those of
//!    step 2; [`sensitivity`] also those of [`Sample::Other`] and of [`Sample::Mixed`] for each group.
//!
//! A scenario without ranges or shocks has nothing to draw ([`Simulation::is_certain`]): every path is the plan, to the bit.

mod block;
mod chance;
mod compile;
mod draw;
mod json;
mod matters;
mod path;
mod run;
mod summary;

pub use block::{BAND_PATHS, Block, digest};
pub use compile::{Choice, Ranged, Rule, Simulation};
pub use draw::{SCRAMBLES, Sample};
pub use json::crossings;
pub use matters::{Crossing, Information, Map, Sensitivity, Tornado, information, sensitivity};
pub use summary::{Bin, Figure, OptionSummary, Paid, Summary, step, summarise};
