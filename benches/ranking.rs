//! How long the shares of weights and what a criterion must count take: eight vendors, ten criteria. Prints a table; nothing here can fail.

use std::hint::black_box;
use std::time::Instant;

use outsourcing::ranking::{acceptability, span};

/// The median and the least of some runs, in milliseconds.
fn times<T>(mut run: impl FnMut() -> T) -> (f64, f64) {
    black_box(run());
    let mut times: Vec<f64> = (0..31)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    (times[15], times[0])
}

fn main() {
    let row = |what: &str, (median, least): (f64, f64)| {
        println!("{what:<60} {median:>9.3} ms, at best {least:>9.3}")
    };
    let scores = |vendors: usize, criteria: usize| -> Vec<Vec<Option<f64>>> {
        let score = |vendor: usize, criterion: usize| {
            Some(((vendor * 37 + criterion * 53 + vendor * criterion * 11) % 101) as f64)
        };
        (0..vendors).map(|vendor| (0..criteria).map(|criterion| score(vendor, criterion)).collect()).collect()
    };
    let order = |criteria: usize| (0..criteria).collect::<Vec<_>>();
    let ten = scores(8, 10);
    row("8 vendors, 10 criteria, all weights", times(|| acceptability(&ten, &[0; 10])));
    row("8 vendors, 10 criteria, an order kept", times(|| acceptability(&ten, &order(10))));
    let three = scores(8, 3);
    row("8 vendors, 3 criteria, exactly", times(|| acceptability(&three, &[0; 3])));
    let spans = || {
        for vendor in 0..8 {
            for criterion in 0..10 {
                black_box(span(&ten, &order(10), Some(vendor), criterion));
            }
        }
    };
    row("what each of 10 criteria must count for each of 8 vendors", times(spans));
}
