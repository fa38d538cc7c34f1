//! Whole cases: published comparisons as scenario files, every default that they do not share made neutral in the file, and
//! templates worked out a second time by an independent script.

use outsourcing::answer::{answer, result, turn};
use outsourcing::finance::{BreakEven, Zero};
use outsourcing::scenario::{check::check, document::get, plan_values};
use serde_json::Value;

/// Tolerance relative to the figure in the file.
const CLOSE: f64 = 1e-9;

fn close(found: f64, wanted: f64, what: &str) {
    assert!((found - wanted).abs() <= CLOSE * wanted.abs().max(1.0), "{what}: {found}, not {wanted}");
}

fn number(result: &Value, path: &str, case: &str) -> f64 {
    get(result, path).and_then(Value::as_f64).unwrap_or_else(|| panic!("{case}: no {path}"))
}

/// Holds one case's file against the result of its document.
fn hold(name: &str) {
    let path = format!("{}/tests/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the case's file");
    let case: Value = serde_json::from_str(&text).expect("JSON");
    let document = &case["document"];
    assert_eq!(check(document), Vec::new(), "{name}");
    let answered = answer(&plan_values(document));
    let result = result(document, &answered);
    for (path, wanted) in case["expected"].as_object().expect("expected figures") {
        match wanted.as_f64() {
            Some(wanted) => close(number(&result, path, name), wanted, &format!("{name}: {path}")),
            None => assert_eq!(get(&result, path), Some(wanted), "{name}: {path}"),
        }
    }
    for (path, wanted) in case["rounded_up"].as_object().into_iter().flatten() {
        // Less the rounding that a sum of months may leave.
        let people = number(&result, path, name) - 1e-9;
        close(people.ceil(), wanted.as_f64().expect("a number"), &format!("{name}: {path}, rounded up"));
    }
    if let Some(wanted) = case.get("break_even") {
        let option =
            answered.by_key(wanted["option"].as_str().expect("an option")).expect("an option of the case");
        let found =
            turn(document, option.kind(), wanted["input"].as_str().expect("a path")).expect("a break-even");
        let BreakEven::At(zeros) = found.result else { panic!("{name}: {:?}", found.result) };
        let values = wanted["values"].as_array().expect("values");
        assert_eq!(zeros.len(), values.len(), "{name}: {zeros:?}");
        for (zero, wanted) in zeros.iter().zip(values) {
            let Zero::Value(value) = zero else { panic!("{name}: {zero:?}") };
            close(*value, wanted.as_f64().expect("a number"), &format!("{name}: break-even"));
        }
    }
}

macro_rules! cases {
    ($($test:ident = $file:literal),+ $(,)?) => { $(#[test] fn $test() { hold($file); })+ };
}

cases! {
    buying_is_cheaper_than_making_at_25 = "make-or-buy-25",
    making_at_9_80_is_cheaper_above_16_552_units = "make-or-buy-9.80",
    one_developer_against_a_weekly_fee = "developer-1",
    three_developers_multiply_both_sides = "developer-3",
    five_thousand_tickets_take_eleven_agents = "support-capacity",
    a_quarter_of_fifty_peoples_year = "wasted-quarter",
    a_team_that_moves_by_the_hour_worked_by_hand = "nearshore-by-hand",
    a_platform_with_tiers_and_another_currency_worked_by_hand = "platform-by-hand",
}

#[test]
fn every_file_is_a_test() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let tests = include_str!("whole_cases.rs");
    for file in std::fs::read_dir(folder).expect("the folder") {
        let name = file.expect("a file").file_name().into_string().expect("a name");
        let case = name.strip_suffix(".json").expect("a JSON file");
        assert!(tests.contains(&format!("= \"{case}\"")), "{name} is not tested");
    }
}
