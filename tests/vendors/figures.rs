//! The vendors' figures in the result file: finite, readable again, and explained by formulas that yield them.

use super::three;
use outsourcing::answer::explain::{Explanation, Token, explain};
use outsourcing::answer::{answer, result};
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

#[test]
fn every_figure_of_vendors_is_explained_by_what_yields_it() {
    for document in documents() {
        let found = answer(&plan_values(&document));
        let file = result(&document, &found);
        let mut figures = Vec::new();
        for part in ["standings", "governance"] {
            numbers(&file["vendors"][part], &format!("vendors.{part}"), &mut figures);
        }
        let wanted = ["value", "beside_cost", "score", "ratio", "present_value", "yearly", "cost"];
        let mut formulas = 0;
        for (path, value) in figures {
            if !wanted.contains(&path.rsplit('.').next().unwrap_or_default())
                || path.contains(".spans.")
                || path.contains(".in_proportion.")
            {
                continue;
            }
            let Explanation { value: explained, formulas: made, .. } =
                explain(&document, &found, &path).expect("an explanation");
            assert_eq!(explained.to_bits(), value.to_bits(), "{path}");
            for formula in made.iter().filter(|formula| !formula.tokens.is_empty()) {
                formulas += 1;
                let total = worked(&formula.tokens);
                assert!(
                    (total - value).abs() <= 1e-9 * value.abs().max(1.0),
                    "{path}: {total} against {value}"
                );
                for token in &formula.tokens {
                    if let Token::Number(number, outsourcing::answer::explain::Label::Figure(path)) = token {
                        let stands = get(&file, path).and_then(Value::as_f64);
                        assert_eq!(stands.map(f64::to_bits), Some(number.to_bits()), "{path}");
                    }
                }
            }
        }
        assert!(formulas > 4, "{formulas}");
    }
    let document = three();
    assert!(explain(&document, &answer(&plan_values(&document)), "vendors.standings.9.value").is_none());
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
        assert!(found.option(outsourcing::answer::Kind::Outsourced(vendor)).is_some());
        assert_eq!(standings.vendors[vendor].rank, Some(vendor + 1), "the cheaper the better");
        assert!((standings.first(vendor) - f64::from(u8::from(vendor == 0))).abs() < 1e-12);
    }
}
