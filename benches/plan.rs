//! How long the plan takes: the first template, and the largest legal scenario. Prints a table; nothing here can fail.

use std::hint::black_box;
use std::time::Instant;

use outsourcing::answer::{Kind, answer, main_inputs, turn};
use outsourcing::scenario::check::check;
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

/// The median of some runs, in milliseconds.
fn median(mut run: impl FnMut()) -> f64 {
    run();
    let mut times: Vec<f64> = (0..21)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[10]
}

/// As many services, vendors and months as a scenario may have.
fn largest(services: usize, vendors: usize, months: usize) -> Value {
    let ids: Vec<String> = (0..vendors).map(|index| format!("v{index}")).collect();
    let offers: Vec<Value> = ids.iter().map(|id| json!({ "vendor": id, "price": { "rate": 50 } })).collect();
    let service = json!({ "team": { "people": 12, "pay": 90000 }, "demand": { "growth": 0.05 }, "core": 4, "offers": offers });
    let vendors: Vec<Value> = ids.iter().map(|id| json!({ "id": id })).collect();
    json!({ "horizon": months, "services": vec![service; services], "vendors": vendors })
}

fn main() {
    let row = |what: &str, milliseconds: f64| println!("{what:<60} {milliseconds:>9.3} ms");
    let first = TEMPLATES[0].document();
    row("first template: check", median(|| drop(black_box(check(&first)))));
    row("first template: plan and answer", median(|| drop(black_box(answer(&plan_values(&first))))));
    let found = answer(&plan_values(&first));
    let path = &main_inputs(&plan_values(&first), &found, Kind::Outsourced(0))[0];
    row(
        "first template: break-even of one input",
        median(|| drop(black_box(turn(&first, Kind::Outsourced(0), path)))),
    );
    for (services, vendors, months) in [(12, 8, 120), (6, 8, 120), (12, 4, 120), (12, 8, 60)] {
        let scenario = plan_values(&largest(services, vendors, months));
        let what = format!("{services} services, {vendors} vendors, {months} months: plan and answer");
        row(&what, median(|| drop(black_box(answer(&scenario)))));
    }
}
