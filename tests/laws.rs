//! Laws that hold whatever the numbers are.

use outsourcing::answer::{Answer, Case, Kind, answer, answers, core_curves, result, what_if};
use outsourcing::engine::demand::average_productivity;
use outsourcing::scenario::document::{get, set};
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{inputs, plan_values};
use serde_json::{Value, json};

fn near(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0), "{what}: {a} against {b}");
}

fn answered(document: &Value) -> Answer {
    answer(&plan_values(document))
}

fn with(document: &Value, changes: &[(&str, Value)]) -> Value {
    let mut changed = document.clone();
    for (path, value) in changes {
        assert!(set(&mut changed, path, Some(value.clone())), "{path}");
    }
    changed
}

/// A vendor that is our own team under another name: same people at the same cost, nothing to move, nothing left behind.
fn our_own_costs() -> Value {
    let people = 7.0;
    let yearly = 100_000.0 * 1.3;
    let hours = 1800.0;
    json!({
        "money": { "inflation": 0.03, "wage_growth": 0.03 },
        "services": [{
            "team": {
                "people": people, "pay": 100_000, "hours": hours, "attrition": 0, "training": 0, "workplace": 0, "equipment": 0, "software": 0,
                "manager_pay": 0, "recruitment": 0,
            },
            "leaving": { "severance_months": 0, "notice_months": 0 },
            "offers": [{
                "vendor": "v",
                "price": { "rate": yearly / hours, "index": 0.03, "payment_days": 0 },
                "quality": { "first": 1, "rework": 0, "distance": 1 },
                "transition": { "lead_months": 0, "parallel_months": 0, "selection_share": 0, "fee_share": 0, "transfer_hours": 0, "retention_months": 0 },
                "governance": { "share": 0 },
                "exit": { "hazard": 0 },
            }],
        }],
        "vendors": [{ "id": "v" }],
    })
}

#[test]
fn a_vendor_with_our_own_costs_saves_nothing() {
    let found = answered(&our_own_costs());
    let option = found.option(Kind::Outsourced(0)).expect("an offer");
    near(option.savings.present / option.measures.present, 0.0, "present savings");
    let half = answered(&with(&our_own_costs(), &[("services.0.core", json!(3))]));
    let split = half.option(Kind::Split(0)).expect("a core");
    near(split.savings.present / split.measures.present, 0.0, "present savings of a split");
}

#[test]
fn parts_sum_to_totals() {
    for template in TEMPLATES {
        let document = template.document();
        let found = answered(&document);
        let file = result(&document, &found);
        for option in &found.options {
            let key = option.kind().key();
            let sum = |what: &str| -> f64 {
                let categories = file["options"][&key]["categories"].as_object().expect("categories");
                categories.values().map(|one| one[what].as_f64().expect("a number")).sum()
            };
            near(sum("nominal"), option.measures.nominal, &format!("{} {key} nominal", template.id));
            near(sum("present_value"), option.measures.present, &format!("{} {key} present", template.id));
            near(option.measures.monthly.iter().sum(), option.measures.nominal, &key);
            near(
                option.measures.present_cash + option.measures.present_consequences,
                option.measures.present,
                &key,
            );
        }
    }
}

#[test]
fn nothing_changes_when_services_are_reordered() {
    let mut document = TEMPLATES
        .iter()
        .map(|template| template.document())
        .find(|document| document["services"].as_array().is_some_and(|services| services.len() > 1))
        .expect("a template with two services");
    let before = answered(&document);
    document["services"].as_array_mut().expect("services").reverse();
    let after = answered(&document);
    assert_eq!(before.options.len(), after.options.len());
    for (a, b) in before.options.iter().zip(&after.options) {
        near(a.measures.present, b.measures.present, &a.kind().key());
    }
}

#[test]
fn doubling_all_money_doubles_all_costs() {
    for template in TEMPLATES {
        let document = template.document();
        let mut doubled = document.clone();
        for input in inputs(&document) {
            if input.row.unit.is_money()
                && let Some(value) = input.value
            {
                assert!(set(&mut doubled, &input.path, Some(json!(value * 2.0))), "{}", input.path);
            }
        }
        for (a, b) in answered(&document).options.iter().zip(&answered(&doubled).options) {
            near(
                2.0 * a.measures.present,
                b.measures.present,
                &format!("{} {}", template.id, a.kind().key()),
            );
            assert_eq!(a.rank, b.rank);
        }
    }
}

#[test]
fn attrition_costs_the_productivity_that_was_published() {
    let mut document = our_own_costs();
    let team = [
        ("attrition", json!(0.2)),
        ("attrition_measure", json!("attrition")),
        ("ramp_start", json!(0)),
        ("ramp_months", json!(6)),
    ];
    for (name, value) in team {
        set(&mut document, &format!("services.0.team.{name}"), Some(value));
    }
    let average = average_productivity(&plan_values(&document).services[0], 120);
    near(average[120], 0.946_259_486_196_349_1, "average productivity, six months' ramp, 20 % a year");
}

#[test]
fn a_vendor_that_cannot_take_over_in_time_is_not_ranked() {
    let late = with(
        &our_own_costs(),
        &[("horizon", json!(12)), ("services.0.offers.0.transition.lead_months", json!(12))],
    );
    let found = answered(&late);
    assert_eq!(found.option(Kind::Outsourced(0)).expect("an offer").rank, None);
    let result = result(&late, &found);
    assert_eq!(result["verdict"]["warnings"][0]["key"], "does_not_switch");
}

#[test]
fn a_team_of_none_and_no_vendor_give_clear_answers() {
    let none = json!({ "services": [{ "team": { "people": 0, "pay": 0 } }] });
    assert_eq!(answered(&none).verdict.kind.name(), "nothing_to_compare");
    let alone = json!({ "services": [{ "team": { "people": 4, "pay": 50000 } }] });
    assert_eq!(answered(&alone).verdict.kind.name(), "no_vendor");
}

#[test]
fn a_split_that_keeps_everybody_is_no_rival_of_the_team() {
    let small = with(
        &TEMPLATES[0].document(),
        &[
            ("services.0.team.people", json!(1)),
            ("services.0.core", json!(4)),
            ("services.0.team.vacancies", json!(0)),
        ],
    );
    let found = answered(&small);
    assert_eq!(found.verdict.kind.name(), "keep_in_house");
    let said = found.verdict.headline.expect("a headline");
    assert!(format!("{said:?}").contains("outsourced"), "{said:?}");
}

/// A baseline of all the work, shared out, is the volume that a split plans for: stating it changes no bill.
#[test]
fn a_split_is_billed_on_its_share_of_the_baseline() {
    let split = with(&our_own_costs(), &[("services.0.core", json!(3))]);
    let stated = with(
        &split,
        &[
            ("services.0.offers.0.price.baseline", json!(7.0 * 1800.0 / 12.0)),
            ("services.0.offers.0.price.minimum", json!(1)),
        ],
    );
    let cost = |document: &Value| answered(document).option(Kind::Split(0)).expect("a core").measures.present;
    near(cost(&split), cost(&stated), "a split with the whole work's baseline stated");
}

/// Without a stated baseline the contract plans for each year's mean: in a slump its minimum is billed, which no month's own volume
/// would do; steady work is billed as before.
#[test]
fn a_slump_is_billed_at_the_minimum() {
    let slump = |uplift: f64, minimum: f64| {
        let event = json!([{ "start": 20, "length": 3, "uplift": uplift }]);
        let changes =
            [("services.0.demand.events", event), ("services.0.offers.0.price.minimum", json!(minimum))];
        answered(&with(&our_own_costs(), &changes))
            .option(Kind::Outsourced(0))
            .expect("an offer")
            .measures
            .present
    };
    near(slump(0.0, 1.0), slump(0.0, 0.0), "steady work");
    assert!(slump(-0.9, 0.75) > slump(-0.9, 0.0) * 1.001, "a slump costs the minimum");
    assert!(slump(-1.0, 0.75) > slump(-1.0, 0.0) * 1.001, "as does a month without work");
}

#[test]
fn the_verdict_turns_where_an_input_moves_least() {
    for template in TEMPLATES {
        let document = template.document();
        let result = result(&document, &answered(&document));
        let turns = &result["verdict"]["turns"];
        let at = get(&result, turns["result"].as_str().expect("a path")).and_then(Value::as_f64);
        assert_eq!(at, turns["at"].as_f64(), "{}", template.id);
        let change = |input: &Value, now: &Value, at: &Value| {
            let (now, at) = (now.as_f64()?, at.as_f64()?);
            let growth = input.as_str()?.ends_with("growth");
            Some((at - now).abs() / (now + f64::from(u8::from(growth))).abs())
        };
        let least = change(&turns["input"], &turns["now"], &turns["at"]).expect("figures");
        for other in result["break_even"].as_array().expect("a list") {
            for zero in other["break_even"].as_array().into_iter().flatten() {
                let moved = change(&other["input"], &other["value"], zero);
                assert!(moved.is_none_or(|moved| moved >= least), "{}: {other}", template.id);
            }
        }
    }
}

/// A case is the scenario with that one thing edited: the same as typing it.
#[test]
fn what_an_offer_says_changes_nothing_of_the_work_in_house() {
    // Break-even of an offer's input staffs the reference once.
    for template in TEMPLATES {
        let document = template.document();
        let of = |document: &Value| {
            let found = answered(document);
            let best = found.option(Kind::BestInHouse).expect("always there");
            best.outcome.flows.all.iter().map(|amount| amount.to_bits()).collect::<Vec<u64>>()
        };
        let before = of(&document);
        let mut changed = 0;
        for input in inputs(&document) {
            let Some(value) = input.value.filter(|_| input.path.contains(".offers.")) else { continue };
            for other in [input.row.min, (input.row.max - value) * 0.01 + value] {
                let other = if input.row.whole { other.round() } else { other };
                assert_eq!(of(&with(&document, &[(&input.path, json!(other))])), before, "{}", input.path);
                changed += 1;
            }
        }
        assert!(changed > 0 || !document.to_string().contains("offers"), "{}", template.id);
    }
}

#[test]
fn a_case_is_what_typing_it_would_give() {
    let document = TEMPLATES[0].document();
    let cases = what_if(&answers(&plan_values(&document), Kind::Outsourced(0)), Kind::Outsourced(0));
    let present = |changes: &[(&str, Value)]| {
        answered(&with(&document, changes)).option(Kind::Outsourced(0)).expect("an offer").measures.present
    };
    let case = |wanted: Case| cases.iter().find(|found| found.case == wanted).map(|found| found.option);
    near(
        case(Case::VendorPrice(1.2)).expect("a case"),
        present(&[("services.0.offers.0.price.rate", json!(52.0 * 1.2))]),
        "price",
    );
    near(
        case(Case::Productivity(0.7)).expect("a case"),
        present(&[("services.0.offers.0.quality.mature", json!(0.7))]),
        "pace",
    );
    near(
        case(Case::Delay(6)).expect("a case"),
        present(&[("services.0.offers.0.transition.lead_months", json!(9))]),
        "delay",
    );
    near(
        case(Case::Demand(0.5)).expect("a case"),
        present(&[("services.0.demand.base", json!(900))]),
        "demand",
    );
    // The contract is in the home currency: no rate can move.
    assert!(case(Case::Exchange(1.2)).is_none());
    let platform = plan_values(&TEMPLATES[2].document());
    let foreign = what_if(&answers(&platform, Kind::Outsourced(1)), Kind::Outsourced(1));
    assert!(foreign.iter().any(|found| found.case == Case::Exchange(1.2)));
    // A dearer currency costs the vendor's option and nothing else.
    let dearer = foreign.iter().find(|found| found.case == Case::Exchange(1.2)).expect("a case");
    let plain = answered(&TEMPLATES[2].document());
    assert!(dearer.option > plain.option(Kind::Outsourced(1)).expect("an offer").measures.present);
    near(dearer.best_in_house, plain.options[1].measures.present, "in-house");
}

/// Every point of the curve is the whole engine with that core stated; its ends are everything sent and the team kept.
#[test]
fn the_curve_of_cores_is_the_engine_at_every_size() {
    for template in TEMPLATES {
        let mut document = template.document();
        let services = document["services"].as_array().expect("services").len();
        for service in 0..services {
            set(&mut document, &format!("services.{service}.core"), None);
        }
        let scenario = plan_values(&document);
        let found = answered(&document);
        for curve in core_curves(&scenario, &found, 0) {
            let outsourced = found.option(Kind::Outsourced(0)).expect("an offer");
            near(curve.saved[0], outsourced.savings.present, "nobody kept");
            let most = curve.saved.iter().copied().fold(f64::MIN, f64::max);
            assert!(curve.saved[curve.best] >= most, "the best of them");
            for (position, saved) in curve.saved.iter().enumerate().skip(1).step_by(3) {
                let path = format!("services.{}.core", curve.service);
                let stated = answered(&with(&document, &[(&path, json!(position * curve.step))]));
                near(
                    *saved,
                    stated.option(Kind::Split(0)).expect("a core").savings.present,
                    "the core stated",
                );
            }
        }
    }
}

/// A spell of more or less work is an event half-way, and a vendor that is paid by the hour takes it in its bill.
#[test]
fn a_spell_is_an_event_half_way() {
    let document = our_own_costs();
    let cases = what_if(&answers(&plan_values(&document), Kind::Outsourced(0)), Kind::Outsourced(0));
    let spells: Vec<_> = cases.iter().filter(|found| matches!(found.case, Case::Spell { .. })).collect();
    assert_eq!(spells.len(), 2);
    for found in spells {
        let Case::Spell { uplift, months } = found.case else { continue };
        let start = plan_values(&document).horizon / 2.0 + 1.0;
        let event = json!([{ "start": start as u64, "length": months, "uplift": uplift, "surprise": true }]);
        let typed = answered(&with(&document, &[("services.0.demand.events", event)]));
        near(found.option, typed.option(Kind::Outsourced(0)).expect("an offer").measures.present, "typed");
        near(found.best_in_house, typed.options[1].measures.present, "typed");
    }
}

/// The rule weighs what one person fewer saves against the vendor's price for the same work; a fixed fee has no such price.
#[test]
fn the_rule_for_keeping_a_person_is_in_avoidable_cost() {
    let curve = |template: usize, vendor: usize| {
        let scenario = plan_values(&TEMPLATES[template].document());
        core_curves(&scenario, &answer(&scenario), vendor).remove(0)
    };
    let rule = curve(0, 0).rule.expect("hours are billed");
    // Pay with on-costs, half of a manager's share, tools and training; the workplace stays.
    let pay = 133_080.0 * 1.3;
    near(rule.own, (pay * (1.0 + 1.3 / 8.0 * 0.5) + 1_200.0 + 4_830.0 + 1_054.0) / 12.0, "a person fewer");
    near(rule.flex, 150.0 * 52.0 * 1.16 / 0.95, "the same work from the vendor");
    assert!(curve(2, 0).rule.is_none(), "a fixed fee");
}
