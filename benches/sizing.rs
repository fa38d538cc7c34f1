//! How long the best size of a team takes: 60 months, 200 people; and the staffing curve of a live desk. Prints a table; nothing here
//! can fail.

use std::hint::black_box;
use std::time::Instant;

use outsourcing::queueing::{HOURS, PaidHours, Target, Week};
use outsourcing::sizing::{Load, Month, Start, best_sizes, constant_size, flex_cost, shocks, time_used};

const MONTHS: u32 = 60;
const PEOPLE: usize = 200;

/// The median of some runs, in milliseconds.
fn median(mut run: impl FnMut()) -> f64 {
    run();
    let mut times: Vec<f64> = (0..101)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[50]
}

fn main() {
    let row = |what: &str, milliseconds: f64| println!("{what:<60} {milliseconds:>9.3} ms");
    let sample = shocks(0.3, 200).expect("a sample");
    // Demand that swings through the year between a quarter and three quarters of the largest team.
    let season = |month: u32| 100.0 + 50.0 * libm::sin(f64::from(month) * std::f64::consts::PI / 6.0);
    let demand: Vec<Vec<f64>> =
        (0..MONTHS).map(|month| sample.iter().map(|shock| shock * season(month)).collect()).collect();
    let rests = || demand.iter().map(|one| flex_cost(12.0, one, PEOPLE).expect("costs")).collect::<Vec<_>>();
    let rest = rests();
    let plan = |round: f64| -> Vec<Month> {
        let month = |rest| Month { discount: 1.0, core: 9.0, rest, hire: 8.0, round, release: 6.0 };
        rest.iter().map(|rest| month(rest)).collect()
    };
    let (convex, charged) = (plan(0.0), plan(20.0));
    let start = Start { people: 80, lead: 3, notice: 3 };
    row("a size for every month, by slopes", median(|| drop(black_box(best_sizes(start, &convex)))));
    row("a size for every month, by values", median(|| drop(black_box(best_sizes(start, &charged)))));
    row("what flex costs beside every size, 200 shocks", median(|| drop(black_box(rests()))));
    let constant = || {
        let used: Vec<Vec<f64>> =
            demand.iter().map(|demand| time_used(demand, PEOPLE).expect("shares")).collect();
        let load = |used| Load { discount: 1.0, core: 9.0, flex: 12.0, used };
        constant_size(&used.iter().map(|used| load(used)).collect::<Vec<_>>())
    };
    row("one constant size, 200 shocks", median(|| drop(black_box(constant()))));
    // Around the clock, every hour unlike every other, up to some 600 agents at once.
    let sum: f64 = (1..=HOURS).map(|hour| hour as f64).sum();
    let mut weights = [None; HOURS];
    weights.iter_mut().enumerate().for_each(|(hour, weight)| *weight = Some((hour + 1) as f64 / sum));
    let target = Target { level: 0.8, within: 20.0, occupancy: 0.85 };
    let week = Week { weights: &weights, handling: 300.0, target, shrinkage: 0.3 };
    row(
        "the staffing curve of a live desk, 168 hours",
        median(|| drop(black_box(PaidHours::new(&week, 5e3, 5e5, 97)))),
    );
}
