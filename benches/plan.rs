//! How long the plan takes: the first template, and the largest legal scenario. Prints a table; nothing here can fail.

use std::hint::black_box;
use std::time::Instant;

use outsourcing::answer::{Kind, answer, main_inputs, turn};
use outsourcing::scenario::check::check;
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

/// The allocator of the page's program: the system's gives memory back after each answer, and is takes as long to have it again.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

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

/// The same, every other service a live desk, with a season, a peak, shocks, attrition and a vendor that takes time.
fn moving(document: &Value) -> Value {
    let mut document = document.clone();
    let season = [0.8, 0.8, 0.9, 1.0, 1.0, 1.1, 1.1, 0.9, 1.0, 1.1, 1.2, 1.1];
    let services = document["services"].as_array_mut().into_iter().flatten();
    for (index, service) in services.enumerate() {
        let event = json!([{ "start": 30, "length": 4, "uplift": 0.5, "surprise": true }]);
        service["demand"] = json!({ "growth": 0.05, "season": season, "events": event, "spread": 0.15 });
        service["team"]["attrition"] = json!(0.2);
        if index % 2 == 1 {
            service["line"] = json!("support_maintenance");
            service["support"] = json!({ "channel": "live", "covered_hours": 168 });
        }
        for offer in service["offers"].as_array_mut().into_iter().flatten() {
            offer["flexibility"] = json!({ "ramp_lead": 2, "shrink_notice": 3, "ramp_most": 2 });
        }
    }
    assert_eq!(check(&document), Vec::new());
    document
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
    // For a profiler.
    if std::env::args().any(|argument| argument == "--profile") {
        let scenario = plan_values(&largest(12, 8, 120));
        return (0..100).for_each(|_| drop(black_box(answer(&scenario))));
    }
    let mut full = 0.0;
    for (services, vendors, months) in [(12, 8, 120), (6, 8, 120), (12, 4, 120), (12, 8, 60)] {
        let scenario = plan_values(&largest(services, vendors, months));
        let what = format!("{services} services, {vendors} vendors, {months} months: plan and answer");
        let took = median(|| drop(black_box(answer(&scenario))));
        row(&what, took);
        if full > 0.0 {
            println!("  × {:.2} of the largest: linear is 0.5", took / full);
        } else {
            full = took;
        }
    }
    // The same with all that moves: live desks, season, peaks by surprise, shocks, people who come and go, contracts that bend.
    let scenario = plan_values(&moving(&largest(12, 8, 120)));
    row("the largest with desks, season, shocks, surprises", median(|| drop(black_box(answer(&scenario)))));
}
