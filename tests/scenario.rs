//! The table of inputs, the check of documents, the schema and the templates.

use outsourcing::scenario::check::{Fault, check};
use outsourcing::scenario::document::{field, get, set};
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{
    Field, Grade, Group, Kind, Leaves, Origin, Row, Scenario, Unit, build, inputs, plan_values, schema,
};
use proptest::prelude::*;
use serde_json::{Value, json};

fn small() -> Value {
    json!({
        "services": [{ "name": "Work", "team": { "people": 3, "pay": 60000 }, "offers": [{ "vendor": "v", "price": { "rate": 40 } }] }],
        "vendors": [{ "id": "v", "name": "V" }],
    })
}

fn each(fields: &'static [Field], see: &mut dyn FnMut(&'static Field)) {
    for field in fields {
        see(field);
        if let Kind::Group(fields) | Kind::List { fields, .. } = field.kind {
            each(fields, see);
        }
    }
}

#[test]
fn every_row_is_whole() {
    each(<Scenario<()> as Group>::FIELDS, &mut |field| {
        assert!(!field.label.is_empty() && field.help.ends_with(['.', '…']), "{}", field.name);
        if let Kind::Number(row) | Kind::Numbers { row, .. } = field.kind {
            assert!(row.min < row.max, "{}", field.name);
            assert!(!(row.range && row.whole), "{}", field.name);
            assert_eq!(
                row.default.is_some(),
                !row.source.is_empty(),
                "{}: a default has a source",
                field.name
            );
            assert_eq!(row.default.is_none(), row.grade == Grade::User, "{}", field.name);
            if let Some(default) = row.default {
                assert!((row.min..=row.max).contains(&default), "{}", field.name);
            }
            if row.unit == Unit::Share {
                assert!(row.max <= 20.0, "{}: shares are fractions", field.name);
            }
        }
    });
}

struct Paths(Vec<String>);

impl Leaves<f64> for Paths {
    fn number(&mut self, path: &str, _: &'static Row, value: f64, _: bool) -> f64 {
        self.0.push(path.to_owned());
        value
    }
}

#[test]
fn the_walk_lists_what_the_types_are_built_from() {
    for template in TEMPLATES {
        let document = template.document();
        let mut built = Paths(Vec::new());
        build(&document, &mut built);
        for input in inputs(&document) {
            let known = built.0.contains(&input.path) || input.origin == Origin::Absent;
            assert!(known, "{}: {}", template.id, input.path);
            assert!(field(&input.path).is_some_and(|found| found.name == input.field.name), "{}", input.path);
        }
    }
}

#[test]
fn every_template_is_right_and_every_figure_of_it_has_a_source() {
    for template in TEMPLATES {
        let document = template.document();
        assert_eq!(check(&document), Vec::new(), "{}", template.id);
        for input in inputs(&document) {
            assert_ne!(input.origin, Origin::User, "{}: {} has no source", template.id, input.path);
        }
        for sourced in template.sources() {
            assert!(
                get(&document, &sourced.path).is_some(),
                "{}: {} is not in the document",
                template.id,
                sourced.path
            );
            assert!(
                !sourced.source.is_empty()
                    && ["A", "A2", "B", "B2", "C", "C2", "D", "J"].contains(&sourced.grade.as_str())
            );
        }
    }
}

fn problem(path: &str, value: Value) -> (String, Fault) {
    let mut document = small();
    assert!(set(&mut document, path, Some(value)), "{path}");
    let problems = check(&document);
    assert_eq!(problems.len(), 1, "{path}: {problems:?}");
    (problems[0].path.clone(), problems[0].fault.clone())
}

#[test]
fn each_fault_is_found_where_it_is() {
    assert_eq!(check(&small()), Vec::new());
    assert_eq!(check(&json!([]))[0].fault, Fault::NotAnObject);
    let same =
        |path: &str, value: Value, fault: Fault| assert_eq!(problem(path, value), (path.to_owned(), fault));
    let pay = "services.0.team.pay";
    same(pay, json!("NaN"), Fault::NotANumber("NaN".into()));
    same(pay, json!(1e308), Fault::TooLarge(1e308, 1e7));
    same(pay, json!(-1), Fault::TooSmall(-1.0, 0.0));
    same(pay, json!({ "low": 3, "likely": 2, "high": 4 }), Fault::RangeOrder(3.0, 2.0, 4.0));
    assert_eq!(
        problem(pay, json!({ "low": 1, "likely": 2 })),
        ("services.0.team.pay.high".into(), Fault::Missing)
    );
    same("horizon", json!(12.5), Fault::NotWhole(12.5));
    same("horizon", json!({ "low": 12, "likely": 24, "high": 36 }), Fault::NoRange);
    same("nonsense", json!(1), Fault::Unknown);
    same(
        "services.0.line",
        json!("gardening"),
        Fault::NotAChoice(
            "gardening".into(),
            &["software_development", "support_maintenance", "data_management"],
        ),
    );
    same("first_month", json!("2027-13"), Fault::NotAMonth("2027-13".into()));
    same("name", json!(3), Fault::NotText("3".into()));
    same("name", json!("x".repeat(81)), Fault::TooLong(81, 80));
    same("services.0.offers.0.incumbent", json!("yes"), Fault::NotAFlag("yes".into()));
    same("services.0.costs", json!({}), Fault::NotAList);
    same("services.0.costs", json!(vec![json!({ "amount": 1 }); 21]), Fault::TooMany(20));
    same("services", json!([]), Fault::TooFew(1));
    same("services.0.team", json!(7), Fault::NotAnObject);
    same("schema", json!(99), Fault::NewerSchema("99".into()));
    same("currency", json!("XXX"), Fault::UnknownCurrency("XXX".into()));
    same("services.0.offers.0.vendor", json!("w"), Fault::UnknownVendor("w".into()));
    assert_eq!(
        problem("vendors.1", json!({ "id": "v" })),
        ("vendors.1.id".into(), Fault::SameVendorTwice("v".into()))
    );
    assert_eq!(
        problem("services.0.offers.1", json!({ "vendor": "v", "price": { "rate": 1 } })),
        ("services.0.offers.1.vendor".into(), Fault::SameOfferTwice("v".into()))
    );
    same("services.0.demand.season", json!([1, 1]), Fault::SeasonCount(2));
    same("services.0.demand.season", json!(vec![2; 12]), Fault::SeasonMean(2.0));
    assert_eq!(
        problem("services.0.risk", json!({ "downtime_cost": 5 })),
        ("services.0.risk.availability".into(), Fault::AvailabilityMissing)
    );
    assert_eq!(
        problem("services.0.risk", json!({ "breach_frequency": 0.1 })),
        ("services.0.risk.breach_impact".into(), Fault::BreachHalf)
    );
    assert_eq!(
        problem("services.0.offers.0.price.currency", json!({ "code": "INR" })),
        ("services.0.offers.0.price.currency.rate".into(), Fault::RateMissing("INR".into()))
    );
    assert_eq!(
        problem(
            "services.0.offers.0.price.tiers",
            json!([{ "above": 5, "price": 1 }, { "above": 4, "price": 1 }])
        )
        .1,
        Fault::TiersDescend
    );
    assert_eq!(
        problem(
            "services.0.team",
            json!({ "people": 1, "pay": 1, "attrition": 1, "attrition_measure": "attrition" })
        )
        .1,
        Fault::AttritionTooHigh(1.0)
    );
}

#[test]
fn what_is_set_is_got_and_taking_away_brings_the_default() {
    let mut document = small();
    assert!(set(&mut document, "money.discount_rate", Some(json!(0.1))));
    assert_eq!(get(&document, "money.discount_rate"), Some(&json!(0.1)));
    assert!(set(&mut document, "money.discount_rate", None));
    assert!((plan_values(&document).money.discount_rate - 0.08).abs() < 1e-15);
    assert!(!set(&mut document, "services.7.name", Some(json!("x"))));
}

#[test]
fn the_committed_schema_is_the_tables() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/scenario.schema.json");
    let now = format!("{:#}\n", schema::schema());
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(path, &now).expect("writable");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(committed, now, "run UPDATE=1 cargo test --test scenario");
}

proptest! {
    #[test]
    fn no_value_anywhere_makes_a_panic(template in 0..TEMPLATES.len(), place in any::<prop::sample::Index>(), what in 0..9_usize) {
        let mut document = TEMPLATES[template].document();
        let all = inputs(&document);
        let path = &all[place.index(all.len())].path;
        let values = [json!(0), json!(-1), json!(1e308), json!("NaN"), json!(null), json!([]), json!({}), json!(true), json!(1)];
        set(&mut document, path, Some(values[what].clone()));
        let sound = check(&document).is_empty();
        let scenario = plan_values(&document);
        let _ = inputs(&document);
        if sound {
            let answer = outsourcing::answer::answer(&scenario);
            let result = outsourcing::answer::result(&document, &answer).to_string();
            prop_assert!(!result.contains("null,null"), "{}", path);
            for option in &answer.options {
                prop_assert!(option.measures.present.is_finite() && option.savings.present.is_finite(), "{}", path);
            }
        }
    }
}
