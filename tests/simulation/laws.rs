//! What holds of any simulation, and chance against the plan's expected values.

use outsourcing::answer::Kind;
use outsourcing::scenario::document::set;
use outsourcing::scenario::inputs;
use outsourcing::simulation::{Rule, Sample, Simulation, Summary, information, sensitivity, step, summarise};
use serde_json::{Value, json};

use super::{compiled, range, ranged, with};

const PATHS: u32 = 512;

fn summary(simulation: &Simulation, paths: u32) -> Summary {
    summarise(simulation, &[simulation.run(Sample::Main, 0, paths)]).unwrap()
}

#[test]
fn as_is_leaves_its_chance_to_a_best_in_house_that_is_the_same() {
    let found = summary(&compiled(&ranged()), PATHS);
    let [as_is, best] = &found.options[..2] else { panic!("two references") };
    assert_eq!(as_is.costs, best.costs, "today's team is the best in-house here");
    assert_eq!(as_is.cheapest.value, 0.0);
    assert!(best.cheapest.value > 0.0 && as_is.regret == best.regret);
}

#[test]
fn probabilities_and_regrets() {
    let simulation = compiled(&ranged());
    let blocks = [simulation.run(Sample::Main, 0, PATHS)];
    let found = summarise(&simulation, &blocks).unwrap();
    let sum: f64 = found.options.iter().map(|option| option.cheapest.value).sum();
    assert!((sum - 1.0).abs() < 1e-12, "{sum}");
    let ranked = || found.options.iter().filter(|option| option.ranked);
    assert!(ranked().all(|option| option.regret.value >= 0.0));
    let least = ranked().map(|option| option.regret.value).fold(f64::INFINITY, f64::min);
    assert_eq!(found.perfect_information.value, least);
    let worth = information(&simulation, &blocks).unwrap();
    assert!((worth.all - least).abs() <= 1e-9 * least.max(1.0));
    assert_eq!(worth.groups.len(), simulation.groups().len());
    assert!(worth.groups.iter().all(|group| group.value >= 0.0 && group.value <= worth.all));
    for option in &found.options {
        assert!(option.savings.windows(2).all(|pair| pair[0].value <= pair[1].value));
        assert!((0.0..=1.0).contains(&option.payback.never.value));
        let months = &option.payback.by_month;
        assert!(months.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!((months.last().unwrap() + option.payback.never.value - 1.0).abs() < 1e-12);
        let bars: f64 = option.histogram.iter().map(|bin| bin.share).sum();
        assert!((bars - 1.0).abs() < 1e-12);
    }
    assert_eq!(found.option(Kind::BestInHouse).unwrap().saved.value, 0.0);
}

/// A scenario in which only one thing is left to chance, and that bears on cost in proportion: its mean is the plan's.
fn mean_is_the_plans(changes: &[(&str, Value)], kind: Kind, what: &str) {
    let plain = json!({
        "services": [{
            "demand": { "base": 1500, "growth": { "low": 0, "likely": 0, "high": 1e-9 } },
            "team": { "people": 10, "pay": 100_000, "attrition": 0, "ramp_months": 0, "time_to_hire": 0, "staffing": "chase" },
            "offers": [{ "vendor": "v", "price": { "rate": 70 }, "exit": { "hazard": 0 } }],
        }],
        "vendors": [{ "id": "v" }],
    });
    let simulation = compiled(&with(&plain, changes));
    let found = summary(&simulation, 2048);
    let option = found.option(kind).unwrap();
    let plan = simulation.plan()[simulation.position(kind).unwrap()];
    assert!(option.cost.error > 0.0, "{what} is drawn");
    let off = (option.cost.value - plan).abs();
    assert!(
        off < 5.0 * option.cost.error,
        "{what}: {} against {plan}, error {}",
        option.cost.value,
        option.cost.error
    );
}

#[test]
fn the_mean_of_chance_is_the_plans() {
    let breach =
        [("services.0.risk.breach_frequency", json!(0.4)), ("services.0.risk.breach_impact", json!(2e5))];
    mean_is_the_plans(&breach, Kind::AsIs, "breaches");
    let often = [
        ("services.0.risk.breach_frequency", json!(100)),
        ("services.0.risk.breach_impact", json!(2e3)),
        ("services.0.risk.impact_spread", json!(0.2)),
    ];
    let more = often
        .clone()
        .map(|(path, value)| if path.ends_with("frequency") { (path, json!(80)) } else { (path, value) });
    mean_is_the_plans(&often, Kind::AsIs, "breaches without number");
    mean_is_the_plans(&more, Kind::AsIs, "fewer of them");
    let incidents =
        [("services.0.risk.incident_frequency", json!(3)), ("services.0.risk.data_hour_value", json!(900))];
    mean_is_the_plans(&incidents, Kind::Outsourced(0), "incidents");
    mean_is_the_plans(&[("services.0.offers.0.exit.hazard", json!(0.2))], Kind::Outsourced(0), "failures");
    let rates = [
        ("services.0.offers.0.price.currency", json!({ "code": "PLN", "rate": 0.25 })),
        ("services.0.offers.0.price.rate", json!(280)),
    ];
    mean_is_the_plans(&rates, Kind::Outsourced(0), "exchange rates");
    let shocks = [
        (
            "services.0.offers.0.price.currency",
            json!({ "code": "PLN", "rate": 0.25, "volatility": 0, "shock_frequency": 0.3, "shock_impact": 0.25 }),
        ),
        ("services.0.offers.0.price.rate", json!(280)),
    ];
    mean_is_the_plans(&shocks, Kind::Outsourced(0), "currency shocks");
    mean_is_the_plans(&[("services.0.team.attrition", json!(0.3))], Kind::BestInHouse, "leavers");
    let crowd = [
        ("services.0.team.attrition", json!(1.2)),
        ("services.0.team.people", json!(300)),
        ("services.0.demand.base", json!(45_000)),
    ];
    mean_is_the_plans(&crowd, Kind::BestInHouse, "leavers in numbers");
}

#[test]
fn the_order_of_services_changes_nothing_but_rounding() {
    let mut document = json!({
        "services": [
            { "name": "A", "demand": { "spread": 0.2 }, "team": { "people": 4, "pay": range(80_000.0, 90_000.0, 120_000.0) }, "offers": [{ "vendor": "v", "price": { "rate": range(40.0, 50.0, 70.0) } }] },
            { "name": "B", "demand": { "spread": 0.1 }, "team": { "people": 7, "pay": range(50_000.0, 60_000.0, 65_000.0) }, "offers": [{ "vendor": "v", "price": { "rate": range(30.0, 35.0, 50.0) } }] },
        ],
        "vendors": [{ "id": "v" }],
    });
    let before = summary(&compiled(&document), 64);
    document["services"].as_array_mut().unwrap().reverse();
    let after = summary(&compiled(&document), 64);
    for (a, b) in before.options.iter().zip(&after.options) {
        for (a, b) in a.costs.iter().zip(&b.costs) {
            assert!((a.value - b.value).abs() <= 1e-9 * a.value, "{} against {}", a.value, b.value);
        }
    }
}

#[test]
fn doubling_all_money_doubles_every_figure() {
    let document = with(&ranged(), &[("services.0.offers.0.price.rate", range(45.0, 52.0, 65.0))]);
    let mut doubled = document.clone();
    for input in inputs(&document) {
        if !input.row.unit.is_money() {
            continue;
        }
        let given = outsourcing::scenario::document::get(&document, &input.path);
        let value = match given {
            Some(Value::Object(stated)) => {
                let end = |name: &str| json!(2.0 * stated[name].as_f64().unwrap());
                json!({ "low": end("low"), "likely": end("likely"), "high": end("high") })
            }
            _ => match input.value {
                Some(value) => json!(2.0 * value),
                None => continue,
            },
        };
        assert!(set(&mut doubled, &input.path, Some(value)));
    }
    let (one, two) = (summary(&compiled(&document), 64), summary(&compiled(&doubled), 64));
    for (one, two) in one.options.iter().zip(&two.options) {
        let near = |a: f64, b: f64| assert!((2.0 * a - b).abs() <= 1e-7 * b.abs().max(1.0), "{a} {b}");
        near(one.saved.value, two.saved.value);
        one.costs.iter().zip(&two.costs).for_each(|(a, b)| near(a.value, b.value));
        assert_eq!(one.cheapest, two.cheapest);
    }
}

#[test]
fn correlated_inputs_are_one_group() {
    let (one, other) = ("services.0.offers.0.price.rate", "services.0.team.pay");
    let plain = with(
        &super::template("nearshore-team-1"),
        &[
            (one, range(45.0, 52.0, 65.0)),
            (other, range(120_000.0, 133_080.0, 150_000.0)),
            ("services.0.demand.growth", range(0.0, 0.04, 0.1)),
            ("simulation.ranges_only", json!(true)),
        ],
    );
    let pair = json!([{ "one": one, "other": other, "rank": 0.8 }]);
    let (apart, together) = (compiled(&plain), compiled(&with(&plain, &[("simulation.correlations", pair)])));
    assert_eq!((apart.groups().len(), together.groups().len()), (3, 2));
    let uniforms = together.uniforms(false, 0, 1024);
    let at = |path: &str| together.inputs().iter().position(|input| input.path == path).unwrap();
    let (one, other) = (&uniforms[at(one)], &uniforms[at(other)]);
    let ranks = 12.0 * (one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>() / 1024.0 - 0.25);
    assert!((ranks - 0.8).abs() < 0.02, "{ranks}");
    let blocks: Vec<_> = [Sample::Main, Sample::Other, Sample::Mixed(0), Sample::Mixed(1)]
        .map(|sample| together.run(sample, 0, 512))
        .into();
    let found = sensitivity(&together, Kind::Outsourced(0), &blocks).unwrap();
    assert_eq!(found.total.len(), 2);
    let first: f64 = found.first.iter().map(|index| index.value).sum();
    assert!((0.9..1.1).contains(&first), "{first}");
}

#[test]
fn clamped_draws_are_counted() {
    let document = with(
        &ranged(),
        &[
            ("horizon", json!(12)),
            ("services.0.offers.0.transition.lead_months", range(2.0, 5.0, 12.0)),
            ("services.0.offers.0.quality.rework", range(0.0, 0.01, 0.05)),
        ],
    );
    let simulation = compiled(&document);
    let found = summary(&simulation, 64);
    let count = |rule: &Rule| {
        let at = simulation.rules().iter().position(|known| known == rule).unwrap();
        found.clamped[at]
    };
    assert!(count(&Rule::Transition(0, 0)) > 0);
    let rework = simulation.inputs().iter().position(|input| input.path.ends_with("rework")).unwrap();
    assert!(count(&Rule::Bounds(rework)) > 0);
}

#[test]
fn a_crossing_and_a_map_agree_with_the_tornado() {
    let simulation = compiled(&ranged());
    let (kind, rate) = (Kind::Outsourced(0), "services.0.offers.0.price.rate");
    let option = simulation.position(kind).unwrap();
    let tornado = simulation.tornado();
    let place = simulation.inputs().iter().position(|input| input.path == rate).unwrap();
    let (low, high) = tornado.ends[place];
    let swing = tornado.swings[option][place];
    assert!(swing.low > swing.high, "a dearer vendor saves less");
    let map = simulation.map(kind, (rate, &[low, high]), ("services.0.team.pay", &[133_080.0])).unwrap();
    assert_eq!(map.saved, [swing.low, swing.high]);
    for crossing in simulation.break_evens(kind) {
        assert!((0.0..=1.0).contains(&crossing.probability));
        assert_eq!(crossing.nearest.is_some(), crossing.probability > 0.0);
    }
    let (from, to) = simulation.span("services.0.team.people").unwrap();
    assert_eq!((from, to), (6.0, 18.0));
}

#[test]
fn figures_are_rounded_to_what_is_known() {
    assert_eq!(step(0.0), 0.0);
    assert_eq!(step(1.0), 2.0);
    assert_eq!(step(1.1), 5.0);
    assert_eq!(step(0.04), 0.1);
    assert_eq!(step(3200.0), 10_000.0);
    assert!(step(f64::NAN) == 0.0 && step(f64::INFINITY).is_infinite());
}
