//! What the visitor sees.

pub mod explanation;
pub mod field;
pub mod form;
pub mod graphs;
pub mod inputs;
pub mod library;
pub mod tables;
pub mod verdict;
