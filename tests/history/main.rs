//! Demand from history: what people paste, and what is seen in it.

mod fit;
mod read;
