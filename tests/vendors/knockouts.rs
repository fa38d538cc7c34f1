//! What is required knocks out, with the reason, and the verdict keeps away from who is out.

use super::{three, with};
use outsourcing::answer::vendors::{Failure, Reason, Requirement, excludes_most, failures};
use outsourcing::answer::{Kind, VerdictKind, answer};
use outsourcing::scenario::check::{Fault, check};
use outsourcing::scenario::plan_values;
use serde_json::{Value, json};

fn lacks(document: &Value, vendor: usize) -> Vec<Failure> {
    assert_eq!(check(document), Vec::new());
    failures(&plan_values(document)).swap_remove(vendor)
}

fn failure(requirement: Requirement, reason: Reason) -> Vec<Failure> {
    vec![Failure { requirement, reason }]
}

#[test]
fn nothing_required_nothing_lacking() {
    assert!(failures(&plan_values(&three())).iter().all(Vec::is_empty));
    assert_eq!(excludes_most(&failures(&plan_values(&three()))), None);
}

#[test]
fn data_must_be_kept_in_one_of_the_regions() {
    let must = with(&three(), &[("preferences.must.residency", json!("EU, UK"))]);
    assert_eq!(lacks(&must, 0), failure(Requirement::Residency, Reason::NotStated));
    for (kept, fine) in
        [("EU", true), ("us; uk", true), ("US, India", false), ("Europe", false), (" , ", false)]
    {
        let document = with(&must, &[("vendors.0.safeguards.residency", json!(kept))]);
        assert_eq!(lacks(&document, 0).is_empty(), fine, "{kept}");
    }
    let elsewhere = with(&must, &[("vendors.0.safeguards.residency", json!("US"))]);
    assert_eq!(lacks(&elsewhere, 0), failure(Requirement::Residency, Reason::Lacks("EU, UK".to_owned())));
}

#[test]
fn every_certificate_must_have_been_shown_in_any_spelling() {
    let must = with(&three(), &[("preferences.must.certificates", json!("ISO/IEC 27001, SOC 2"))]);
    assert_eq!(lacks(&must, 0), failure(Requirement::Certificates, Reason::NotStated));
    for (shown, missing) in [
        ("ISO 27001:2022; SOC2 Type II", &[][..]),
        ("iso/iec 27001, soc 2", &[]),
        ("ISO 27001", &["SOC 2"]),
        ("SOC 2 Type I, ISO 9001", &["ISO/IEC 27001"]),
        ("ISO 2700, SOC 21", &["ISO/IEC 27001", "SOC 2"]),
    ] {
        let document = with(&must, &[("vendors.0.safeguards.certificates", json!(shown))]);
        let expected: Vec<Failure> = missing
            .iter()
            .flat_map(|name| failure(Requirement::Certificates, Reason::Lacks((*name).to_owned())))
            .collect();
        assert_eq!(lacks(&document, 0), expected, "{shown}");
    }
    let more = with(&three(), &[("preferences.must.certificates", json!("SOC 2 Type II"))]);
    let less = with(&more, &[("vendors.0.safeguards.certificates", json!("SOC 2"))]);
    assert!(!lacks(&less, 0).is_empty(), "less than what is wanted is not enough");
}

#[test]
fn common_hours_are_held_against_the_worst_month() {
    let here = [("here.zone", json!("Europe/London")), ("vendors.0.zone", json!("Asia/Kolkata"))];
    let must = |hours: f64| {
        let document = with(&three(), &here);
        with(
            &document,
            &[("preferences.must.overlap", json!(hours)), ("vendors.1.zone", json!("Europe/Warsaw"))],
        )
    };
    // 2.5 hours in winter, 3.5 in summer.
    assert_eq!(lacks(&must(2.5), 0), []);
    assert_eq!(lacks(&must(2.6), 0), failure(Requirement::Overlap, Reason::TooLittle(2.5, 2.6)));
    assert_eq!(lacks(&must(7.0), 1), []);
    assert_eq!(lacks(&must(1.0), 2), failure(Requirement::Overlap, Reason::NotStated));
    // A vendor that works late for it.
    let late = with(&must(7.0), &[("vendors.0.day", json!({ "start": 13.5, "end": 22 }))]);
    assert_eq!(lacks(&late, 0), []);
    let nowhere = with(&three(), &[("preferences.must.overlap", json!(3))]);
    let problems: Vec<(String, Fault)> =
        check(&nowhere).into_iter().map(|one| (one.path, one.fault)).collect();
    assert_eq!(problems, [("here.zone".to_owned(), Fault::ZoneMissing)]);
}

#[test]
fn capacity_must_be_there_in_time() {
    let must = with(
        &three(),
        &[("preferences.must.capacity", json!(20)), ("preferences.must.capacity_month", json!(6))],
    );
    assert_eq!(lacks(&must, 0), failure(Requirement::Capacity, Reason::NotStated));
    let has = |people: f64, month: f64| {
        with(
            &must,
            &[
                ("vendors.0.safeguards.capacity", json!(people)),
                ("vendors.0.safeguards.capacity_month", json!(month)),
            ],
        )
    };
    assert_eq!(lacks(&has(20.0, 6.0), 0), []);
    assert_eq!(lacks(&has(19.0, 6.0), 0), failure(Requirement::Capacity, Reason::TooLittle(19.0, 20.0)));
    assert_eq!(lacks(&has(25.0, 7.0), 0), failure(Requirement::Capacity, Reason::TooLate(7.0, 6.0)));
}

#[test]
fn liability_must_be_enough() {
    let must = with(&three(), &[("preferences.must.liability", json!(3e6))]);
    assert_eq!(lacks(&must, 0), failure(Requirement::Liability, Reason::TooLittle(1e6, 3e6)));
    assert_eq!(lacks(&must, 2), []);
}

#[test]
fn the_requirement_that_excludes_most_is_named() {
    let must = with(
        &three(),
        &[("preferences.must.liability", json!(2e6)), ("preferences.must.certificates", json!("SOC 2"))],
    );
    let shown = with(&must, &[("vendors.1.safeguards.certificates", json!("SOC 2"))]);
    assert_eq!(excludes_most(&failures(&plan_values(&shown))), Some((Requirement::Certificates, 2)));
}

#[test]
fn the_verdict_keeps_away_from_who_lacks_something() {
    let found = answer(&plan_values(&three()));
    assert_eq!(found.verdict.option, Some(Kind::Outsourced(0)), "the cheapest");
    let without_alpha = with(&three(), &[("preferences.must.liability", json!(2e6))]);
    let found = answer(&plan_values(&without_alpha));
    assert!(found.disqualified(Kind::Outsourced(0)) && !found.disqualified(Kind::Outsourced(1)));
    assert!(found.verdict.option != Some(Kind::Outsourced(0)));
    assert!(
        found.option(Kind::Outsourced(0)).is_some_and(|option| option.measures.present > 0.0),
        "still priced"
    );
    assert!(found.contender().is_some_and(|kind| kind.vendor() != Some(0)));
    assert!(found.ranked().iter().all(|option| option.kind().vendor() != Some(0)));
    let warned: Vec<&str> = found.verdict.warnings.iter().map(|one| one.key.name()).collect();
    assert_eq!(warned, ["disqualified"]);
    let nobody = with(&three(), &[("preferences.must.liability", json!(9e6))]);
    let found = answer(&plan_values(&nobody));
    assert_eq!(found.verdict.kind, VerdictKind::KeepInHouse);
    assert_eq!(found.verdict.headline.as_ref().map(|one| one.key.name()), Some("keep_unqualified"));
    let warned: Vec<&str> = found.verdict.warnings.iter().map(|one| one.key.name()).collect();
    assert_eq!(warned, ["disqualified", "disqualified", "disqualified", "none_qualifies"]);
}

#[test]
fn no_mix_contains_who_lacks_something() {
    let mut document = three();
    let mut second = document["services"][0].clone();
    second["team"]["people"] = json!(3);
    second["offers"].as_array_mut().expect("offers").remove(0);
    second["offers"][0]["price"]["rate"] = json!(20.0);
    document["services"].as_array_mut().expect("services").push(second);
    let mixed = answer(&plan_values(&document));
    let vendors = |found: &outsourcing::answer::Answer| -> Vec<Option<usize>> {
        found
            .option(Kind::BestMix)
            .map_or_else(Vec::new, |mix| mix.outcome.parts.iter().map(|part| part.vendor).collect())
    };
    assert_eq!(vendors(&mixed), [Some(0), Some(1)]);
    let must = with(&document, &[("preferences.must.liability", json!(2e6))]);
    assert!(!vendors(&answer(&plan_values(&must))).contains(&Some(0)));
}
