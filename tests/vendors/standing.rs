//! How vendors stand, through the engine: cost as a criterion, gaps, order, what is set aside or lacks something, and the laws.

use super::{three, with};
use outsourcing::answer::vendors::{
    Criterion, FindingKey, Judging, Standings, Status, findings, result, standings,
};
use outsourcing::answer::{Answer, Figure, Kind, answer};
use outsourcing::engine::ledger::Category;
use outsourcing::finance::present_value;
use outsourcing::scenario::{Scenario, plan_values};
use proptest::prelude::*;
use serde_json::{Value, json};

fn judged(document: &Value) -> (Scenario<f64>, Answer, Standings) {
    assert_eq!(outsourcing::scenario::check::check(document), Vec::new());
    let scenario = plan_values(document);
    let found = answer(&scenario);
    let standings = standings(&scenario, &found);
    (scenario, found, standings)
}

fn keys(document: &Value) -> Vec<FindingKey> {
    let (scenario, found, standings) = judged(document);
    findings(&scenario, &standings, &found.failures).iter().map(|finding| finding.key).collect()
}

fn near(a: f64, b: f64) {
    assert!((a - b).abs() < 1e-9 * a.abs().max(b.abs()).max(1.0), "{a} against {b}");
}

#[test]
fn cost_is_scored_against_best_in_house_without_breach_and_failure() {
    let document = with(
        &three(),
        &[
            ("services.0.risk.breach_frequency", json!(0.5)),
            ("services.0.risk.breach_impact", json!(900_000)),
        ],
    );
    let (_, found, standings) = judged(&document);
    let bare = |kind: Kind| {
        let option = found.option(kind).expect("an option");
        let out = option.outcome.monthly(found.months, |account| {
            matches!(account.category, Category::Breach | Category::EarlyEnd)
        });
        option.measures.present - present_value(&out, &found.factors).expect("factors")
    };
    let dearer = found.option(Kind::BestInHouse).expect("best").measures.present;
    assert!(bare(Kind::BestInHouse) < dearer, "breaches cost something");
    for vendor in 0..3 {
        let cost = standings.vendors[vendor].cost.expect("an offer");
        near(cost.present, bare(cost.option));
        near(cost.ratio, bare(cost.option) / bare(Kind::BestInHouse));
        near(cost.score, (150.0 - 100.0 * cost.ratio).clamp(0.0, 100.0));
        let cheapest = [Kind::Outsourced(vendor), Kind::Split(vendor), Kind::BestCore(vendor)]
            .into_iter()
            .filter(|kind| found.option(*kind).is_some())
            .map(bare)
            .fold(f64::MAX, f64::min);
        near(cost.present, cheapest);
    }
    let doubled = with(&document, &[("services.0.risk.breach_impact", json!(1_800_000))]);
    for (a, b) in standings.vendors.iter().zip(&judged(&doubled).2.vendors) {
        near(a.cost.expect("a cost").score, b.cost.expect("a cost").score);
    }
}

#[test]
fn values_are_weighted_sums_on_fixed_scales() {
    let document = with(&three(), &[("preferences.weighting", json!("number"))]);
    let (_, _, standings) = judged(&document);
    let names: Vec<String> = standings.criteria.iter().map(|one| one.criterion.name()).collect();
    assert_eq!(names, ["cost", "security", "quality", "own_0"]);
    let weights: Vec<f64> = standings.criteria.iter().map(|one| one.weight).collect();
    for (found, known) in weights.iter().zip([0.4, 0.3, 0.2, 0.1]) {
        near(*found, known);
    }
    let cost = standings.vendors[0].cost.expect("a cost").score;
    near(standings.vendors[0].value.expect("ranked"), 0.4 * cost + 0.3 * 70.0 + 0.2 * 60.0 + 0.1 * 50.0);
    near(standings.vendors[0].beside_cost.expect("scores"), (0.3 * 70.0 + 0.2 * 60.0 + 0.1 * 50.0) / 0.6);
    // By order alone the mean of all weights that keep it.
    let (_, _, by_order) = judged(&three());
    let weights: Vec<f64> = by_order.criteria.iter().map(|one| one.weight).collect();
    for (found, known) in weights.iter().zip([25.0 / 48.0, 13.0 / 48.0, 7.0 / 48.0, 3.0 / 48.0]) {
        near(*found, known);
    }
    assert!(by_order.ordered);
}

#[test]
fn weights_scaled_by_any_factor_change_nothing() {
    for weighting in ["order", "number"] {
        let base = with(&three(), &[("preferences.weighting", json!(weighting))]);
        let (scenario, found, before) = judged(&base);
        for factor in [0.01, 0.5, 7.0] {
            let mut scaled = base.clone();
            for (path, weight) in [
                ("weights.cost", 4.0),
                ("weights.security", 3.0),
                ("weights.quality", 2.0),
                ("own.0.weight", 1.0),
            ] {
                scaled = with(&scaled, &[(&format!("preferences.{path}"), json!(weight * factor))]);
            }
            let (_, _, after) = judged(&scaled);
            for (a, b) in before.vendors.iter().zip(&after.vendors) {
                near(a.value.expect("ranked"), b.value.expect("ranked"));
                assert_eq!(
                    (a.rank, &a.of_all, &a.of_kept, &a.spans),
                    (b.rank, &b.of_all, &b.of_kept, &b.spans)
                );
            }
            assert_eq!(
                findings(&scenario, &before, &found.failures),
                findings(&scenario, &after, &found.failures)
            );
        }
    }
}

#[test]
fn offers_that_come_and_go_leave_the_others_values_and_costs() {
    let (_, _, before) = judged(&three());
    for out in 0..3 {
        let mut document = three();
        let id = document["vendors"][out]["id"].clone();
        document["vendors"].as_array_mut().expect("vendors").remove(out);
        document["services"][0]["offers"]
            .as_array_mut()
            .expect("offers")
            .retain(|offer| offer["vendor"] != id);
        let (_, _, after) = judged(&document);
        let stay: Vec<usize> = (0..3).filter(|vendor| *vendor != out).collect();
        for (now, then) in stay.iter().enumerate() {
            let (now, then) = (&after.vendors[now], &before.vendors[*then]);
            near(now.value.expect("ranked"), then.value.expect("ranked"));
            near(now.cost.expect("an offer").score, then.cost.expect("an offer").score);
        }
        let order = |standings: &Standings, of: &[usize]| -> Vec<usize> {
            let ranked = standings.ranked();
            of.iter()
                .map(|vendor| {
                    ranked
                        .iter()
                        .filter(|other| of.contains(other))
                        .position(|one| one == vendor)
                        .expect("ranked")
                })
                .collect()
        };
        assert_eq!(order(&after, &[0, 1]), order(&before, &stay), "without vendor {out}");
    }
}

#[test]
fn judged_in_steps_is_judged() {
    let document = three();
    let scenario = plan_values(&document);
    let found = answer(&scenario);
    let mut judging = Judging::new(&scenario, &found);
    let mut steps = 1;
    while !judging.step() {
        steps += 1;
    }
    assert!(steps >= 4, "{steps}: nothing to wait for between steps");
    let (stepped, whole) = (judging.standings(), standings(&scenario, &found));
    for (a, b) in stepped.vendors.iter().zip(&whole.vendors) {
        assert_eq!(
            (&a.of_all, &a.of_kept, &a.spans, &a.in_proportion),
            (&b.of_all, &b.of_kept, &b.spans, &b.in_proportion)
        );
    }
    assert_eq!(stepped.error, whole.error);
}

#[test]
fn gaps_are_told_criterion_by_criterion() {
    // Two of three lack a score on quality, and nobody has one on a criterion of one's own.
    let mut document = three();
    for vendor in [0, 2] {
        document["vendors"][vendor]["scores"].as_object_mut().expect("scores").remove("quality");
    }
    for vendor in 0..3 {
        document["vendors"][vendor]["scores"].as_object_mut().expect("scores").remove("own");
    }
    let (scenario, found, standings) = judged(&document);
    let said = findings(&scenario, &standings, &found.failures);
    let figures = |key: FindingKey| said.iter().find(|one| one.key == key).map(|one| one.figures.clone());
    let quality = Figure::Field("preferences.weights.quality".to_owned());
    assert_eq!(figures(FindingKey::NoScores), Some(vec![Figure::Name("Alpha, Gamma".to_owned()), quality]));
    assert!(figures(FindingKey::NobodyScored).is_some() && figures(FindingKey::NoScore).is_none());
    assert!(standings.vendors.iter().all(|one| one.spans.iter().all(Option::is_none)));
    assert!(figures(FindingKey::SpansOpen).is_some(), "why spans are not told");
    // Proportions are told all the same.
    assert!(standings.vendors.iter().any(|one| one.in_proportion.iter().any(Option::is_some)));
    assert!(!keys(&three()).contains(&FindingKey::SpansOpen));
}

#[test]
fn a_vendor_without_an_offer_ranks_on_the_rest_and_the_gap_is_said() {
    let mut document = three();
    document["services"][0]["offers"].as_array_mut().expect("offers").remove(1);
    let (scenario, found, standings) = judged(&document);
    let standing = &standings.vendors[1];
    assert_eq!((standing.status, standing.cost, standing.scores[0]), (Status::Ranked, None, None));
    let weight = |index: usize| standings.criteria[index].weight;
    let rest = (weight(1) * 85.0 + weight(2) * 75.0 + weight(3) * 40.0) / (1.0 - weight(0));
    near(standing.value.expect("ranked"), rest);
    assert!(standing.rank.is_some() && !standing.efficient);
    assert!((standing.of_all.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    let said = findings(&scenario, &standings, &found.failures);
    let gap = said.iter().find(|finding| finding.key == FindingKey::NoCost).expect("said");
    assert_eq!(gap.figures, [Figure::Name("Beta".to_owned())]);
    // And one without a score.
    let mut document = three();
    document["vendors"][2]["scores"].as_object_mut().expect("scores").remove("quality");
    assert!(keys(&document).contains(&FindingKey::NoScore));
}

#[test]
fn what_is_set_aside_or_lacks_something_is_not_ranked() {
    let (_, _, before) = judged(&three());
    let aside = with(&three(), &[("vendors.0.off", json!(true))]);
    let (_, found, standings) = judged(&aside);
    assert_eq!(standings.vendors[0].status, Status::Aside);
    assert!(
        found.options.iter().all(|option| option.kind().vendor() != Some(0)),
        "nothing is computed of it"
    );
    // What it was scored is kept, and the others' values are what they were.
    assert_eq!(standings.vendors[0].scores[1..], before.vendors[0].scores[1..]);
    for vendor in [1, 2] {
        near(standings.vendors[vendor].value.expect("ranked"), before.vendors[vendor].value.expect("ranked"));
    }
    let lacking = with(&three(), &[("preferences.must.liability", json!(2_000_000))]);
    let (_, found, standings) = judged(&lacking);
    assert_eq!(standings.vendors[0].status, Status::Disqualified);
    assert!(
        found.option(Kind::Outsourced(0)).is_some_and(|option| option.rank.is_none()),
        "shown, not ranked"
    );
    assert_eq!(standings.vendors[0].rank, None);
    assert!(standings.vendors[0].of_all.is_empty());
}

#[test]
fn who_does_not_take_over_within_the_horizon_is_not_ranked() {
    let late = with(&three(), &[("services.0.offers.0.transition.lead_months", json!(40))]);
    let (_, _, standings) = judged(&late);
    assert_eq!(standings.vendors[0].status, Status::NeverSwitches);
    assert!(keys(&late).contains(&FindingKey::NeverSwitches));
}

#[test]
fn without_weights_all_that_is_scored_counts_alike() {
    let mut document = three();
    document["preferences"].as_object_mut().expect("preferences").remove("weights");
    document["preferences"]["own"][0].as_object_mut().expect("own").remove("weight");
    let (_, _, standings) = judged(&document);
    assert!(!standings.ordered);
    assert_eq!(standings.criteria.len(), 4);
    for counted in &standings.criteria {
        near(counted.weight, 0.25);
    }
    assert_eq!(standings.vendors[0].of_all, standings.vendors[0].of_kept);
}

#[test]
fn a_vendor_with_nothing_known_is_asked_about() {
    let document = with(&three(), &[("vendors.3", json!({ "id": "d", "name": "Delta" }))]);
    let (_, _, standings) = judged(&document);
    assert_eq!(standings.vendors[3].status, Status::Unknown);
    assert!(keys(&document).contains(&FindingKey::NothingKnown));
    let alone = json!({ "services": [{ "team": { "people": 3, "pay": 60_000 } }], "vendors": [{ "id": "d", "name": "Delta" }] });
    assert_eq!(keys(&alone), [FindingKey::NobodyRanked, FindingKey::NothingKnown]);
    let none = json!({ "services": [{ "team": { "people": 3, "pay": 60_000 } }] });
    assert_eq!(keys(&none), [FindingKey::NobodyRanked]);
}

#[test]
fn the_published_example_is_told_as_it_should_be() {
    // A (100, 0), B (0, 100), C (60, 60) on two criteria without cost.
    let vendor = |id: &str, security: f64, quality: f64| json!({ "id": id, "name": id, "scores": { "security": security, "quality": quality } });
    let document = json!({
        "services": [{ "team": { "people": 3, "pay": 60_000 } }],
        "vendors": [vendor("A", 100.0, 0.0), vendor("B", 0.0, 100.0), vendor("C", 60.0, 60.0)],
    });
    let (scenario, found, standings) = judged(&document);
    assert_eq!(standings.error, None);
    for (vendor, share) in [0.4, 0.4, 0.2].into_iter().enumerate() {
        near(standings.first(vendor), share);
    }
    let said = findings(&scenario, &standings, &found.failures);
    let share = |path: &str, value: f64| match said
        .iter()
        .flat_map(|one| &one.figures)
        .find(|figure| matches!(figure, Figure::Share(_, found) if found == path))
    {
        Some(Figure::Share(found, _)) => near(*found, value),
        other => panic!("{path}: {other:?}"),
    };
    let told: Vec<FindingKey> = said.iter().map(|one| one.key).collect();
    assert_eq!(told, [FindingKey::FirstUnder, FindingKey::OnlyAbove, FindingKey::OnlyBetween]);
    share("vendors.standings.0.of_kept.0", 0.4);
    share("vendors.standings.1.spans.quality.least", 0.6);
    share("vendors.standings.2.spans.security.least", 0.4);
    share("vendors.standings.2.spans.security.most", 0.6);
    // Every share that a sentence names stands under its path in the result file.
    let file = Value::Object(result(&scenario, &found));
    for figure in said.iter().flat_map(|one| &one.figures) {
        if let Figure::Share(value, path) = figure {
            let stands = outsourcing::scenario::document::get(&file, path).and_then(Value::as_f64);
            assert_eq!(stands, Some(*value), "{path}");
        }
    }
}

#[test]
fn the_efficient_set_is_what_nobody_beats_in_both() {
    let (_, _, standings) = judged(&three());
    for (index, own) in standings.vendors.iter().enumerate() {
        let at = |standing: &outsourcing::answer::vendors::Standing| {
            (standing.cost.expect("a cost").present, standing.beside_cost.expect("scores"))
        };
        let beaten = standings.vendors.iter().enumerate().any(|(other, standing)| {
            other != index && at(standing).0 < at(own).0 && at(standing).1 > at(own).1
        });
        assert_eq!(own.efficient, !beaten, "{index}");
    }
    assert!(standings.vendors.iter().any(|one| one.efficient));
}

#[test]
fn criteria_know_their_paths() {
    let document = three();
    let scenario = plan_values(&document);
    for criterion in Criterion::all(&scenario) {
        assert!(outsourcing::scenario::document::field(&criterion.weight_path()).is_some());
        let path = criterion.score_path(&scenario, 0);
        assert_eq!(path.is_none(), criterion == Criterion::Cost);
        if let Some(path) = path {
            assert!(outsourcing::scenario::document::field(&path).is_some(), "{path}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// The others' values stay to the bit, whoever comes or goes.
    #[test]
    fn adding_or_removing_a_vendor_never_reorders_the_others(
        scores in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.85, 0.0..100.0_f64), 6), 2..6),
        weights in prop::collection::vec(prop::option::weighted(0.8, 1..5_u8), 6),
        number in any::<bool>(), out in any::<prop::sample::Index>(),
    ) {
        let names = ["security", "quality", "expertise", "scalability", "continuity", "fit"];
        let mut document = json!({
            "services": [{ "team": { "people": 3, "pay": 60_000 } }],
            "preferences": { "weighting": if number { "number" } else { "order" } },
            "vendors": [],
        });
        for (name, weight) in names.iter().zip(&weights) {
            if let Some(weight) = weight {
                document = with(&document, &[(&format!("preferences.weights.{name}"), json!(weight))]);
            }
        }
        for (index, row) in scores.iter().enumerate() {
            let mut vendor = json!({ "id": format!("v{index}"), "name": format!("v{index}"), "scores": {} });
            for (name, score) in names.iter().zip(row) {
                if let Some(score) = score {
                    vendor["scores"][*name] = json!(score);
                }
            }
            document = with(&document, &[(&format!("vendors.{index}"), vendor)]);
        }
        let (_, _, before) = judged(&document);
        let out = out.index(scores.len());
        document["vendors"].as_array_mut().expect("vendors").remove(out);
        let (_, _, after) = judged(&document);
        let kept: Vec<Option<f64>> = before.vendors.iter().enumerate().filter(|(index, _)| *index != out).map(|(_, one)| one.value).collect();
        let now: Vec<Option<f64>> = after.vendors.iter().map(|one| one.value).collect();
        let stated = weights.iter().any(Option::is_some);
        for (a, b) in kept.iter().zip(&now) {
            match (a, b) {
                (Some(a), Some(b)) => prop_assert!((a - b).abs() < 1e-9, "{kept:?} {now:?}"),
                (a, b) => prop_assert!(a.is_none() && b.is_none() || !stated, "{kept:?} {now:?}"),
            }
        }
    }
}
