//! The best size for every month of 60, up to 200 people, once: compiled for Wasm as the page is, and timed by
//! `tools/time-once.mjs`.

use std::hint::black_box;

use outsourcing::sizing::{Month, Start, best_sizes};

fn main() {
    let rests: Vec<Vec<f64>> = (0..60_u32)
        .map(|month| {
            let demand = 100.0 + 50.0 * libm::sin(f64::from(month) * std::f64::consts::PI / 6.0);
            (0..=200_u32).map(|people| 12.0 * (demand - f64::from(people)).max(0.0)).collect()
        })
        .collect();
    let month = |rest| Month { discount: 1.0, core: 9.0, rest, hire: 8.0, round: 0.0, release: 6.0 };
    let months: Vec<Month> = rests.iter().map(|rest| month(rest)).collect();
    black_box(best_sizes(Start { people: 80, lead: 3, notice: 3 }, &months));
}
