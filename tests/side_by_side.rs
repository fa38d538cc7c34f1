//! Paths that run side by side have the bits of paths run one by one: in every line of work, with any inputs as ranges and any choices.

#![allow(clippy::unwrap_used, reason = "a panic is how a test fails")]

use std::fmt::Write as _;

use outsourcing::scenario::check::{SHAPES, check};
use outsourcing::scenario::document::set;
use outsourcing::scenario::templates::{TEMPLATES, find};
use outsourcing::scenario::{Kind, inputs};
use outsourcing::simulation::{Sample, Simulation};
use outsourcing::uncertainty::Philox;
use serde_json::{Value, json};

/// Draws of one case, one after the other.
struct Draws {
    random: Philox,
    case: u64,
    next: u32,
}

impl Draws {
    fn share(&mut self) -> f64 {
        self.next += 1;
        self.random.uniform(self.case, 0, self.next)
    }

    fn below(&mut self, count: usize) -> usize {
        (self.share() * count as f64) as usize
    }
}

/// A template with some of its numbers as ranges, some choices made anew, demand that strays, losses that happen or do not.
fn drawn(draws: &mut Draws) -> (Value, String) {
    let template = &TEMPLATES[draws.below(TEMPLATES.len())];
    let mut document = template.document();
    let mut said = template.id.to_owned();
    let basis = ["per_person", "per_unit", "fixed"][draws.below(3)];
    let surprise = draws.below(2) == 0;
    let mut change = |document: &mut Value, path: &str, value: Value| {
        let _ = write!(said, ", {path} {value}");
        // What a change would break is left as it was.
        let before = document.clone();
        if !set(document, path, Some(value)) || !check(document).is_empty() {
            *document = before;
        }
    };
    for (path, value) in [
        ("services.0.demand.spread", json!(0.4 * draws.share())),
        ("services.0.risk.breach_frequency", json!(0.5)),
        ("services.0.risk.breach_impact", json!(200_000)),
        ("services.0.risk.incident_frequency", json!(6.0 * draws.share())),
        ("services.0.quality.rework", json!(0.2 * draws.share())),
        ("services.0.shortage.contractor_rate", json!(20.0 + 150.0 * draws.share())),
        ("services.0.team.staffing", json!(["chase", "level", "least_cost", "cheapest"][draws.below(4)])),
        ("money.tax_rate", json!(0.25)),
        ("horizon", json!(24 + 12 * draws.below(4))),
        (
            "services.0.demand.events",
            json!([{ "start": 5, "length": 3, "uplift": 0.5, "surprise": surprise }]),
        ),
        ("services.0.costs", json!([{ "amount": 1000, "basis": basis }])),
    ] {
        if draws.below(2) == 0 {
            change(&mut document, path, value);
        }
    }
    let all = inputs(&document);
    for _ in 0..4 + draws.below(5) {
        let input = &all[draws.below(all.len())];
        let Kind::Number(row) = input.field.kind else { continue };
        let Some(likely) = input.value.filter(|_| row.range) else { continue };
        let round = |value: f64| if row.whole { libm::round(value) } else { value };
        let (low, high) =
            (likely - likely.abs() * 0.6 * draws.share(), likely + likely.abs() * draws.share());
        let shape = SHAPES[draws.below(SHAPES.len())];
        let range = json!({ "low": round(low).max(row.min), "likely": likely, "high": round(high).min(row.max), "shape": shape });
        change(&mut document, &input.path, range);
    }
    (document, said)
}

/// Both ways of some paths, and of how many paths the first way was given up.
fn same(document: &Value, said: &str, paths: u32) -> u32 {
    let simulation = Simulation::compile(document).unwrap_or_else(|problems| panic!("{said}: {problems:?}"));
    let together = simulation.run(Sample::Main, 3, paths);
    let mut singly = simulation.run_singly(Sample::Main, 3, paths);
    let parted = together.parted;
    singly.parted = parted;
    assert_eq!(together.to_bytes(), singly.to_bytes(), "{said}");
    parted
}

#[test]
fn any_scenario_has_the_same_bits_side_by_side() {
    let random = Philox::new(4);
    let (mut ran, mut parted) = (0, 0);
    for case in 0..48 {
        let mut draws = Draws { random, case, next: 0 };
        let (document, said) = drawn(&mut draws);
        assert!(check(&document).is_empty(), "{said}");
        ran += 13;
        parted += same(&document, &said, 13);
    }
    assert!(2 * parted < ran, "{parted} of {ran} paths could not be run side by side");
}

#[test]
fn a_live_desk_with_drawn_handle_times_has_the_same_bits_side_by_side() {
    let mut document = find("service-desk-1").unwrap().document();
    let minutes = json!({ "low": 5, "likely": 8, "high": 14 });
    for (path, value) in [
        ("services.0.support.channel", json!("live")),
        ("services.0.support.handle_minutes", minutes),
        ("services.0.demand.spread", json!(0.3)),
        ("services.0.team.attrition", json!({ "low": 0.1, "likely": 0.3, "high": 0.5 })),
        ("services.0.core", json!(3)),
    ] {
        assert!(set(&mut document, path, Some(value)), "{path}");
    }
    assert!(check(&document).is_empty(), "{:?}", check(&document));
    assert_eq!(same(&document, "live desk", 26), 0, "they run side by side");
}
