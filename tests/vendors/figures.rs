//! The vendors' figures in the result file: finite, readable again, and explained by formulas that yield them.

use super::three;
use outsourcing::answer::explain::{Explanation, Label, Token, explain};
use outsourcing::answer::vendors::{SecurityLine, security};
use outsourcing::answer::{Kind, answer, result};
use outsourcing::engine::ledger::Category;
use outsourcing::finance::present_value;
use outsourcing::scenario::document::get;
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::find;
use serde_json::{Value, json};

fn documents() -> Vec<Value> {
    let sample: Value =
        serde_json::from_str(include_str!("../samples/three-services.json")).expect("a document");
    vec![three(), find("three-vendors-1").expect("a template").document(), sample]
}

/// What a formula of products and sums in brackets comes to.
fn worked(tokens: &[Token]) -> f64 {
    fn sum(tokens: &[Token], at: &mut usize) -> f64 {
        let mut total = product(tokens, at);
        while let Some(Token::Sign(sign @ ("+" | "−"))) = tokens.get(*at) {
            *at += 1;
            let next = product(tokens, at);
            total += if *sign == "+" { next } else { -next };
        }
        total
    }
    fn product(tokens: &[Token], at: &mut usize) -> f64 {
        let mut total = one(tokens, at);
        while let Some(Token::Sign(sign @ ("×" | "÷"))) = tokens.get(*at) {
            *at += 1;
            let next = one(tokens, at);
            total = if *sign == "×" { total * next } else { total / next };
        }
        total
    }
    fn one(tokens: &[Token], at: &mut usize) -> f64 {
        let token = &tokens[*at];
        *at += 1;
        match token {
            Token::Number(value, _) => *value,
            Token::Sign("(") => {
                let inside = sum(tokens, at);
                assert_eq!(tokens[*at], Token::Sign(")"));
                *at += 1;
                inside
            }
            Token::Sign(other) => panic!("{other}"),
        }
    }
    let mut at = 0;
    let total = sum(tokens, &mut at);
    assert_eq!(at, tokens.len());
    total
}

fn numbers(value: &Value, path: &str, found: &mut Vec<(String, f64)>) {
    match value {
        Value::Number(number) => found.push((path.to_owned(), number.as_f64().expect("a number"))),
        Value::Array(entries) => {
            entries
                .iter()
                .enumerate()
                .for_each(|(index, one)| numbers(one, &format!("{path}.{index}"), found));
        }
        Value::Object(object) => {
            object.iter().for_each(|(name, one)| numbers(one, &format!("{path}.{name}"), found));
        }
        _ => {}
    }
}

#[test]
fn the_result_file_reads_back_to_the_bit() {
    for document in documents() {
        let file = result(&document, &answer(&plan_values(&document)));
        let again: Value = serde_json::from_str(&file.to_string()).expect("JSON");
        for part in ["vendors", "expertise", "quality"] {
            assert_eq!(file[part], again[part], "{part}");
            let mut found = Vec::new();
            numbers(&file[part], part, &mut found);
            assert!(found.iter().all(|(_, value)| value.is_finite()));
            // −0 would be shown as a figure that has a sign.
            assert!(found.iter().all(|(_, value)| *value != 0.0 || value.is_sign_positive()), "{part}");
        }
        assert!(file["vendors"]["standings"].as_array().is_some_and(|list| !list.is_empty()));
    }
}

/// What a path is of: the same but for its numbers.
fn kind_of(path: &str) -> String {
    let step = |step: &str| if step.parse::<usize>().is_ok() { "#".to_owned() } else { step.to_owned() };
    path.split('.').map(step).collect::<Vec<_>>().join(".")
}

/// Every number under `vendors`, `expertise`, `quality` and `security` but for those that are no figures: places, counts, ranks.
fn figures(file: &Value) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    for part in ["vendors", "expertise", "quality", "security"] {
        numbers(&file[part], part, &mut found);
    }
    let no_figures = [
        "place",
        "rank",
        "service",
        "vendor",
        "offer",
        "times",
        "without_owner",
        "count",
        "share_error",
        "reference_cost",
    ];
    found.retain(|(path, _)| {
        let last = path.rsplit('.').next().unwrap_or_default();
        !no_figures.contains(&last) && !path.contains(".findings.") && !path.contains(".failures.")
    });
    found
}

#[test]
fn every_figure_of_vendors_is_explained_by_what_yields_it() {
    let mut all_sums = 0;
    for document in documents() {
        let found = answer(&plan_values(&document));
        let file = result(&document, &found);
        let mut seen = std::collections::BTreeMap::<String, usize>::new();
        let (mut formulas, mut sums) = (0, 0);
        for (path, value) in figures(&file) {
            // Three of a kind: each month and vendor is explained as the next.
            let count = seen.entry(kind_of(&path)).or_default();
            *count += 1;
            if *count > 3 {
                continue;
            }
            let Explanation { value: explained, formulas: made, sum, inputs } =
                explain(&document, &found, &path).unwrap_or_else(|| panic!("{path} has no explanation"));
            let near = |total: f64, what: &str| {
                assert!(
                    (total - value).abs() <= 1e-9 * value.abs().max(1e3),
                    "{path}: {what} {total}, not {value}"
                );
            };
            assert!((explained - value).abs() <= 1e-12 * value.abs(), "{path}: {explained}, not {value}");
            if !sum.is_empty() && !path.ends_with(".complete") {
                sums += 1;
                near(sum.iter().map(|addend| addend.value).sum(), "its parts sum to");
            }
            for formula in made.iter().filter(|formula| !formula.tokens.is_empty()) {
                formulas += 1;
                near(worked(&formula.tokens), "its formula yields");
                for token in &formula.tokens {
                    match token {
                        Token::Number(number, Label::Figure(path)) => {
                            let stands = get(&file, path).and_then(Value::as_f64);
                            assert_eq!(stands.map(f64::to_bits), Some(number.to_bits()), "{path}");
                        }
                        Token::Number(number, Label::Input(stated)) => {
                            let input = inputs.iter().find(|input| input.path == *stated);
                            let input = input.unwrap_or_else(|| panic!("{path}: {stated} is not listed"));
                            assert_eq!(input.value, Some(*number), "{path}: {stated}");
                        }
                        _ => {}
                    }
                }
            }
            for addend in &sum {
                if let Some(of) = &addend.path {
                    let stands = get(&file, of).and_then(Value::as_f64);
                    assert_eq!(stands, Some(addend.value), "{path}: {of}");
                }
            }
        }
        assert!(formulas > 10, "{formulas}");
        all_sums += sums;
    }
    assert!(all_sums > 10, "{all_sums}");
    let document = three();
    let found = answer(&plan_values(&document));
    for nowhere in
        ["vendors.standings.9.value", "quality.99.point", "security.99.impact", "expertise.9.ways.open.cost"]
    {
        assert!(explain(&document, &found, nowhere).is_none(), "{nowhere}");
    }
}

#[test]
fn security_stands_on_both_sides_of_several_services() {
    let mut document: Value =
        serde_json::from_str(include_str!("../samples/three-services.json")).expect("a document");
    for service in 0..3 {
        document["services"][service]["risk"] = json!({
            "breach_frequency": 0.1, "breach_impact": 500_000, "controls": 20_000, "controls_avoided": 0.25,
        });
    }
    let scenario = plan_values(&document);
    let found = answer(&scenario);
    let lines = security(&scenario, &found);
    assert!(lines.len() > 3);
    for line in &lines {
        let service = &scenario.services[line.service];
        let offer = line.offer.map(|offer| &service.offers[offer]);
        let uplift = offer.map_or(0.0, |offer| offer.service_levels.breach_uplift);
        assert_eq!(line.impact, Some(500_000.0 * (1.0 + uplift)));
        let yearly = line.yearly().expect("stated");
        assert!((yearly - 50_000.0 * (1.0 + uplift)).abs() < 1e-6);
        let theirs = offer.map_or(0.0, |offer| offer.governance.controls + offer.governance.audits);
        let kept = if offer.is_some() { 0.75 } else { 1.0 };
        assert!((line.controls - (20_000.0 * kept + theirs)).abs() < 1e-9);
    }
    // What the services book sums to what the option books.
    for kind in [Kind::BestInHouse, Kind::Outsourced(0)] {
        let option = found.option(kind).expect("an option");
        let booked = option.outcome.monthly(found.months, |account| account.category == Category::Breach);
        let all = present_value(&booked, &found.factors).expect("factors");
        let covered = |line: &&SecurityLine| line.vendor == kind.vendor();
        let sum: f64 = lines.iter().filter(covered).map(|line| line.breach).sum();
        let missing: f64 = option
            .outcome
            .parts
            .iter()
            .enumerate()
            .filter(|(index, _)| {
                !lines.iter().any(|line| line.service == *index && line.vendor == kind.vendor())
            })
            .flat_map(|(_, part)| &part.ledger.lines)
            .filter(|line| line.account.category == Category::Breach)
            .filter_map(|line| present_value(&line.amounts, &found.factors))
            .sum();
        assert!(
            all > 0.0 && (sum + missing - all).abs() < 1e-6 * all,
            "{kind:?}: {sum} and {missing}, not {all}"
        );
    }
}

#[test]
fn eight_vendors_are_priced_in_full_and_with_their_best_core() {
    let mut document = three();
    let offers: Vec<Value> = (0..8)
        .map(|vendor| json!({ "vendor": format!("v{vendor}"), "price": { "rate": 30 + vendor } }))
        .collect();
    document["services"][0]["offers"] = Value::Array(offers);
    document["vendors"] =
        (0..8).map(|vendor| json!({ "id": format!("v{vendor}"), "name": format!("V{vendor}") })).collect();
    assert_eq!(outsourcing::scenario::check::check(&document), Vec::new());
    let scenario = plan_values(&document);
    let found = answer(&scenario);
    let standings = outsourcing::answer::vendors::standings(&scenario, &found);
    for vendor in 0..8 {
        assert!(found.option(Kind::Outsourced(vendor)).is_some());
        assert_eq!(standings.vendors[vendor].rank, Some(vendor + 1), "the cheaper the better");
        assert!((standings.first(vendor) - f64::from(u8::from(vendor == 0))).abs() < 1e-12);
    }
}
