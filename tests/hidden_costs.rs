//! What a quote does not show: it adds up to the ledger, and is nothing where there is nothing to hide.

use outsourcing::answer::explain::explain;
use outsourcing::answer::{Hidden, HiddenCost, Kind, answer, hidden};
use outsourcing::finance::present_value;
use outsourcing::scenario::document::set;
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

fn of(document: &Value) -> Hidden {
    let scenario = plan_values(document);
    hidden(&scenario, &answer(&scenario), 0).expect("a vendor with an offer")
}

/// The first template with its offer's input at another value.
fn with(inputs: &[(&str, f64)]) -> Value {
    let mut document = TEMPLATES[0].document();
    for (path, value) in inputs {
        set(&mut document, &format!("services.0.offers.0.{path}"), Some(json!(value)));
    }
    document
}

#[test]
fn fees_and_what_is_hidden_in_them_are_the_ledgers() {
    for template in TEMPLATES {
        let scenario = plan_values(&template.document());
        let answer = answer(&scenario);
        for vendor in 0..scenario.vendors.len() {
            let hidden = hidden(&scenario, &answer, vendor).expect("an offer");
            let option = answer.option(Kind::Outsourced(vendor)).expect("an option");
            let of = |names: &[&str]| {
                let monthly =
                    option.outcome.monthly(answer.months, |account| names.contains(&account.category.name()));
                present_value(&monthly, &answer.factors).expect("a value")
            };
            let inside =
                [HiddenCost::Learning, HiddenCost::Distance, HiddenCost::Rework, HiddenCost::Parallel];
            let fees = hidden.fees + inside.iter().map(|cost| hidden.of(*cost)).sum::<f64>();
            assert!((fees - of(&["fees"])).abs() < 1e-6 * fees, "{}: {hidden:?}", template.id);
            assert!(
                (hidden.of(HiddenCost::Governance) - of(&["governance"])).abs() < 1e-6,
                "{}",
                template.id
            );
            let moving = of(&["selection", "transition", "retention", "severance"]);
            assert!((hidden.of(HiddenCost::Moving) - moving).abs() < 1e-6, "{}", template.id);
            assert!(hidden.costs.iter().all(|cost| *cost > -1e-6), "{}: {hidden:?}", template.id);
        }
    }
}

#[test]
fn each_figure_explains_itself() {
    let document = TEMPLATES[0].document();
    let answer = answer(&plan_values(&document));
    let found = of(&document);
    let named = [("fees", found.fees), ("total", found.total())];
    let costs = HiddenCost::ALL.iter().map(|cost| (cost.name(), found.of(*cost)));
    for (name, value) in costs.chain(named) {
        let explained = explain(&document, &answer, &format!("hidden.0.{name}")).expect(name);
        assert!((explained.value - value).abs() < 1e-6, "{name}");
        let sum: f64 = explained.sum.iter().map(|addend| addend.value).sum();
        assert!(explained.sum.is_empty() || (sum - value).abs() < 1e-6, "{name}: {sum}, not {value}");
        let said = explained.sum.len() + explained.formulas.len() + explained.inputs.len();
        assert!(said > 0, "{name} has nothing to say");
    }
}

#[test]
fn nothing_is_hidden_where_there_is_nothing_to_hide() {
    let plain = with(&[
        ("quality.first", 1.0),
        ("quality.rework", 0.0),
        ("quality.distance", 1.0),
        ("transition.parallel_months", 0.0),
    ]);
    let found = of(&plain);
    for cost in [HiddenCost::Learning, HiddenCost::Distance, HiddenCost::Rework, HiddenCost::Parallel] {
        assert!(found.of(cost).abs() < 1e-6, "{cost:?}: {found:?}");
    }
}

#[test]
fn each_cost_grows_with_what_causes_it() {
    let base = of(&with(&[]));
    for (path, value, cost) in [
        ("quality.rework", 0.2, HiddenCost::Rework),
        ("quality.distance", 1.4, HiddenCost::Distance),
        ("quality.months", 18.0, HiddenCost::Learning),
        ("transition.parallel_months", 8.0, HiddenCost::Parallel),
        ("governance.share", 0.1, HiddenCost::Governance),
        ("transition.fee_share", 0.1, HiddenCost::Moving),
        ("exit.hazard", 0.3, HiddenCost::Exit),
    ] {
        let more = of(&with(&[(path, value)]));
        assert!(more.of(cost) > base.of(cost) + 1.0, "{path}: {} after {}", more.of(cost), base.of(cost));
    }
}

#[test]
fn rework_is_its_share_of_what_is_billed_by_the_hour() {
    // A tenth done twice: of ten hours billed, one. The minimum is out of reach, so that every hour counts.
    let document = with(&[("quality.rework", 0.1), ("price.minimum", 0.0)]);
    let scenario = plan_values(&document);
    let answer = answer(&scenario);
    let found = hidden(&scenario, &answer, 0).expect("an offer");
    let option = answer.option(Kind::Outsourced(0)).expect("an option");
    let fees = option.outcome.monthly(answer.months, |account| account.category.name() == "fees");
    let fees = present_value(&fees, &answer.factors).expect("a value");
    assert!((found.of(HiddenCost::Rework) / fees - 0.1).abs() < 1e-9, "{found:?} of {fees}");
}
