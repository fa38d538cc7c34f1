//! Further inputs, below the page's six questions: one section at a time.
//!
//! The page has the document; what is edited here is told to it, and taken here at once, so that a field shows what was just typed.

mod fields;
mod parts;
mod people;
mod section;

pub use section::Refine;
