//! Shares of weights of eight vendors on ten criteria, once: compiled for Wasm as the page is, and timed by `tools/time-once.mjs`.

use std::hint::black_box;

use outsourcing::ranking::acceptability;

fn main() {
    let score = |vendor: u32, criterion: u32| {
        Some(f64::from((vendor * 37 + criterion * 53 + vendor * criterion * 11) % 101))
    };
    let scores: Vec<Vec<Option<f64>>> =
        (0..8).map(|vendor| (0..10).map(|criterion| score(vendor, criterion)).collect()).collect();
    black_box(acceptability(black_box(&scores), &[0; 10]));
}
