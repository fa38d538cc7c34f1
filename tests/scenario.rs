//! The table of inputs, the check of documents, the schema and the templates.

use outsourcing::scenario::check::{Fault, check};
use outsourcing::scenario::document::{field, get, set};
use outsourcing::scenario::places::PLACES;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{
    Field, Grade, Group, Kind, Leaves, Origin, Row, Scenario, Unit, build, counts, inputs, plan_values,
    schema,
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
        assert!(!field.label.is_empty() && field.help.ends_with('.'), "{}", field.name);
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
                assert!(!row.whole || default.fract().abs() < f64::EPSILON, "{}", field.name);
            }
            if row.unit == Unit::Share {
                assert!(row.max <= 20.0, "{}: shares are fractions", field.name);
            }
        }
    });
}

/// Every number that a scenario was built from, with its path.
struct Built(Vec<(String, f64)>);

impl Leaves<f64> for Built {
    fn number(&mut self, path: &str, _: &'static Row, value: f64, _: bool) -> f64 {
        self.0.push((path.to_owned(), value));
        value
    }
}

/// Whether every field on the way to a path counts beside its siblings' choices.
fn on_the_way_counts(document: &Value, path: &str) -> bool {
    let (mut fields, mut at): (&[Field], _) = (<Scenario<()> as Group>::FIELDS, Some(document));
    for step in path.split('.') {
        if let Ok(index) = step.parse::<usize>() {
            at = at.and_then(|value| value.get(index));
            continue;
        }
        let found = fields.iter().find(|field| field.name == step).expect("a declared path");
        if !counts(found, fields, at) {
            return false;
        }
        at = at.and_then(|value| value.get(step));
        if let Kind::Group(inner) | Kind::List { fields: inner, .. } = found.kind {
            fields = inner;
        }
    }
    true
}

#[test]
fn the_walk_lists_what_the_types_are_built_from() {
    for template in TEMPLATES {
        let document = template.document();
        let mut built = Built(Vec::new());
        build(&document, &mut built);
        built.0.retain(|(path, _)| on_the_way_counts(&document, path));
        let listed: Vec<(String, f64)> =
            inputs(&document).into_iter().filter_map(|input| Some((input.path, input.value?))).collect();
        assert_eq!(built.0, listed, "{}", template.id);
        for input in inputs(&document) {
            let declared = field(&input.path).expect("declared");
            assert_eq!(
                (declared.name, declared.label),
                (input.field.name, input.field.label),
                "{}",
                input.path
            );
            assert_eq!(input.origin == Origin::Absent, input.value.is_none(), "{}", input.path);
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
        problem("services.0.team", json!({ "people": 1 })),
        ("services.0.team.pay".into(), Fault::Missing)
    );
    let mut two = small();
    set(&mut two, "vendors.1", Some(json!({ "id": "w" })));
    for (index, vendor) in ["v", "w"].iter().enumerate() {
        let offer = json!({ "vendor": vendor, "incumbent": true, "price": { "rate": 1 } });
        set(&mut two, &format!("services.0.offers.{index}"), Some(offer));
    }
    let problems: Vec<_> = check(&two).into_iter().map(|problem| (problem.path, problem.fault)).collect();
    assert_eq!(problems, [("services.0.offers.1.incumbent".to_owned(), Fault::TwoIncumbents)]);
    let mut dollars = small();
    set(&mut dollars, "services.0.offers.0.price.currency.code", Some(json!("USD")));
    assert_eq!(check(&dollars), Vec::new(), "the home currency, stated by default, needs no rate");
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
fn taking_a_value_away_brings_the_default() {
    let mut document = small();
    assert!(set(&mut document, "money.discount_rate", Some(json!(0.1))));
    assert!((plan_values(&document).money.discount_rate - 0.1).abs() < 1e-15);
    assert!(set(&mut document, "money.discount_rate", None));
    assert!((plan_values(&document).money.discount_rate - 0.08).abs() < 1e-15);
}

#[test]
fn a_list_grows_only_at_its_end_and_closes_up() {
    let mut document = small();
    for (path, followed) in [
        ("services.7.name", false),
        ("vendors.2", false),
        ("vendors.x", false),
        ("name.of", true),
        ("vendors.1", true),
    ] {
        assert_eq!(set(&mut document, path, Some(json!({ "id": "w" }))), followed, "{path}");
    }
    assert!(set(&mut document, "vendors.0", None));
    assert_eq!(get(&document, "vendors"), Some(&json!([{ "id": "w" }])));
    assert!(!set(&mut document, "vendors.1", None));
    assert!(!set(&mut document, "vendors.0.id.deeper", Some(json!(1))), "text has nothing below it");
}

/// What is wrong with a value by the part of JSON Schema that our schema uses; an unknown keyword is a fault of the schema.
fn by_schema(schema: &Value, value: &Value, path: &str, wrong: &mut Vec<String>) {
    let mut say = |what: &str| wrong.push(format!("{path}: {what}"));
    let number = value.as_f64();
    for (key, rule) in schema.as_object().expect("a schema is an object") {
        let good = match key.as_str() {
            "type" => match rule.as_str().expect("one type") {
                "object" => value.is_object(),
                "array" => value.is_array(),
                "string" => value.is_string(),
                "boolean" => value.is_boolean(),
                "integer" => number.is_some_and(|number| number.fract().abs() <= 0.0),
                "number" => number.is_some(),
                other => panic!("type {other}"),
            },
            "minimum" => number.is_none_or(|number| Some(number) >= rule.as_f64()),
            "maximum" => number.is_none_or(|number| Some(number) <= rule.as_f64()),
            "minItems" => value.as_array().is_none_or(|list| Some(list.len() as u64) >= rule.as_u64()),
            "maxItems" => value.as_array().is_none_or(|list| Some(list.len() as u64) <= rule.as_u64()),
            "maxLength" => {
                value.as_str().is_none_or(|text| Some(text.chars().count() as u64) <= rule.as_u64())
            }
            "enum" => rule.as_array().expect("names").contains(value),
            "pattern" => value.as_str().is_none_or(|text| text.len() == 7),
            "required" => rule
                .as_array()
                .expect("names")
                .iter()
                .all(|name| value.get(name.as_str().expect("a name")).is_some()),
            "additionalProperties" => value
                .as_object()
                .is_none_or(|object| object.keys().all(|name| schema["properties"].get(name).is_some())),
            "anyOf" => rule.as_array().expect("choices").iter().any(|choice| {
                let mut inner = Vec::new();
                by_schema(choice, value, path, &mut inner);
                inner.is_empty()
            }),
            "properties" | "items" | "$schema" | "title" | "description" | "default" | "x-unit"
            | "x-source" | "x-grade" => true,
            other => panic!("keyword {other}"),
        };
        if !good {
            say(key);
        }
    }
    if let (Some(properties), Some(object)) = (schema.get("properties"), value.as_object()) {
        for (name, child) in object {
            if let Some(inner) = properties.get(name) {
                by_schema(inner, child, &format!("{path}.{name}"), wrong);
            }
        }
    }
    if let (Some(items), Some(list)) = (schema.get("items"), value.as_array()) {
        for (index, child) in list.iter().enumerate() {
            by_schema(items, child, &format!("{path}.{index}"), wrong);
        }
    }
}

fn wrong_by_schema(document: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    by_schema(&schema::schema(), document, "", &mut wrong);
    wrong
}

#[test]
fn the_schema_agrees_with_the_check() {
    for template in TEMPLATES {
        assert_eq!(wrong_by_schema(&template.document()), Vec::<String>::new(), "{}", template.id);
    }
    assert_eq!(wrong_by_schema(&small()), Vec::<String>::new());
    let spoilt = [
        ("services.0.team.pay", json!("NaN")),
        ("services.0.team.pay", json!(-1)),
        ("services.0.team.pay", json!({ "low": 1, "likely": 2 })),
        ("services.0.team.colour", json!(1)),
        ("horizon", json!(12.5)),
        ("horizon", json!({ "low": 12, "likely": 24, "high": 36 })),
        ("services.0.line", json!("gardening")),
        ("services", json!([])),
        ("name", json!("x".repeat(81))),
        ("currency", json!("XXX")),
        ("schema", json!(99)),
    ];
    for (path, value) in spoilt {
        let mut document = small();
        set(&mut document, path, Some(value));
        assert!(!wrong_by_schema(&document).is_empty() && !check(&document).is_empty(), "{path}");
    }
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

#[test]
fn a_place_sets_a_rate_in_dollars_by_the_hour_alone() {
    let unlike: [&[(&str, &str)]; 5] = [
        &[],
        &[("services.0.offers.0.price.currency.code", "USD")],
        &[("currency", "EUR")],
        &[("services.0.offers.0.price.model", "unit")],
        &[("currency", "EUR"), ("services.0.offers.0.price.currency.code", "EUR")],
    ];
    for place in PLACES {
        let [low, likely, high] = place.rate;
        assert!(0.0 < low && low <= likely && likely <= high && !place.source.is_empty(), "{}", place.id);
        for (case, changes) in unlike.iter().enumerate() {
            let mut document = small();
            for (path, text) in *changes {
                set(&mut document, path, Some(json!(text)));
            }
            for (path, value) in place.settings(&document, 0, 0) {
                assert!(field(&path).is_some() && set(&mut document, &path, value), "{path}");
            }
            assert_eq!(check(&document), Vec::new(), "{}", place.id);
            assert_eq!(get(&document, "vendors.0.place"), Some(&json!(place.id)));
            let rate = plan_values(&document).services[0].offers[0].price.rate;
            let wanted = if case < 2 { likely } else { 40.0 };
            assert!((rate - wanted).abs() < 1e-12, "{} in case {case}", place.id);
        }
        assert_eq!(place.settings(&small(), 0, 1), Vec::new());
        assert_eq!(place.settings(&json!({}), 0, 0), Vec::new());
    }
    for template in TEMPLATES {
        for vendor in template.document()["vendors"].as_array().expect("vendors") {
            assert!(
                PLACES.iter().any(|place| Some(place.id) == vendor["place"].as_str()),
                "{}: {vendor}",
                template.id
            );
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn what_is_set_is_got_and_nothing_else_moves(template in 0..TEMPLATES.len(), place in any::<prop::sample::Index>(), number in -1e9..1e9) {
        let before = TEMPLATES[template].document();
        let all = inputs(&before);
        let path = &all[place.index(all.len())].path;
        let mut after = before.clone();
        prop_assert!(set(&mut after, path, Some(json!(number))));
        prop_assert_eq!(get(&after, path), Some(&json!(number)));
        for other in all.iter().filter(|input| input.path != *path) {
            prop_assert_eq!(get(&after, &other.path), get(&before, &other.path));
        }
        let put_back = set(&mut after, path, get(&before, path).cloned());
        prop_assert!(put_back);
        for input in &all {
            prop_assert_eq!(get(&after, &input.path), get(&before, &input.path));
        }
    }

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
            for option in &outsourcing::answer::answer(&scenario).options {
                prop_assert!(option.measures.present.is_finite() && option.savings.present.is_finite(), "{}", path);
            }
        }
    }

    #[test]
    fn no_shape_of_document_makes_a_panic(template in 0..TEMPLATES.len(), place in any::<prop::sample::Index>(), up in 0..5_usize, what in 0..6_usize) {
        let mut document = TEMPLATES[template].document();
        let all = inputs(&document);
        // A whole group or list, not a number in it, is replaced or taken away.
        let mut path = all[place.index(all.len())].path.as_str();
        for _ in 0..up {
            path = path.rsplit_once('.').map_or(path, |(parent, _)| parent);
        }
        let values = [Some(json!([])), Some(json!({})), Some(json!([{}])), Some(json!([[1]])), Some(json!("text")), None];
        set(&mut document, path, values[what].clone());
        let sound = check(&document).is_empty();
        let scenario = plan_values(&document);
        let _ = inputs(&document);
        if sound {
            let answer = outsourcing::answer::answer(&scenario);
            prop_assert!(answer.options.iter().all(|option| option.measures.present.is_finite()), "{}", path);
        }
    }
}
