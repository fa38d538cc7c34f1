//! Links: what is encoded comes back, damage is noticed, lengths stay within what a link may have.

use outsourcing::exchange::{LinkProblem, NAMES, apply, decode, difference, encode, pack, unpack};
use outsourcing::scenario::document::set;
use outsourcing::scenario::templates::{TEMPLATES, find};
use outsourcing::scenario::{Field, Group, Kind, Origin, Scenario, document::get, inputs};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn names(fields: &[Field], found: &mut Vec<&'static str>) {
    for field in fields {
        if !found.contains(&field.name) {
            found.push(field.name);
        }
        if let Kind::Group(fields) | Kind::List { fields, .. } = field.kind {
            names(fields, found);
        }
    }
}

#[test]
fn every_key_has_its_place_and_none_twice() {
    let mut all = vec!["schema", "model", "low", "likely", "high", "shape", "meaning"];
    names(<Scenario<()> as Group>::fields(), &mut all);
    let missing: Vec<_> = all.iter().filter(|name| !NAMES.contains(name)).collect();
    assert!(missing.is_empty(), "append to exchange/names.rs: {missing:?}");
    for (index, name) in NAMES.iter().enumerate() {
        assert!(!NAMES[..index].contains(name), "{name} stands twice");
    }
    assert!(NAMES.len() <= 26 * 26);
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<f64>()
            .prop_filter_map("finite", |number| serde_json::Number::from_f64(number).map(Value::Number)),
        "[a-z<>&\"é]{0,6}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 5, |inner| {
        let key = prop_oneof!["people", "pay", "services", "~x", "[a-z#0-9]{1,3}"];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..4)
                .prop_map(|pairs| Value::Object(pairs.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn object() -> impl Strategy<Value = Value> {
    value().prop_map(|value| json!({ "name": value }))
}

proptest! {
    #[test]
    fn a_difference_makes_its_target(base in value(), target in value()) {
        prop_assert_eq!(apply(&base, &difference(&base, &target)), Ok(target));
    }

    #[test]
    fn a_link_brings_back_the_document_to_the_bit(document in object()) {
        prop_assert_eq!(decode(&encode(&document, None), &|_| None), Ok(document));
    }

    #[test]
    fn any_difference_is_applied_or_refused(base in value(), change in value()) {
        let _ = apply(&base, &change);
    }

    #[test]
    fn packed_text_comes_back(text in ".{0,200}") {
        let packed = pack(&text);
        prop_assert_eq!(unpack(&packed), Some(text));
    }
}

#[test]
fn every_change_of_a_character_is_noticed() {
    let document = TEMPLATES[0].document();
    let link = encode(&document, None);
    for place in 4..link.len() {
        let mut bytes = link.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        let changed = String::from_utf8(bytes).expect("ASCII");
        // Unused bits at the very end may change without changing anything.
        match decode(&changed, &|_| None) {
            Err(_) => {}
            Ok(found) => assert_eq!(found, document),
        }
        assert!(decode(&link[..place], &|_| None).is_err());
    }
}

#[test]
fn what_is_wrong_with_a_link_is_said() {
    assert_eq!(decode("answer", &|_| None), Err(LinkProblem::NotALink));
    assert_eq!(decode("s=abc", &|_| None), Err(LinkProblem::Damaged));
    assert_eq!(decode("s=2.abc", &|_| None), Err(LinkProblem::NewerVersion));
    for version in ["", "0", "01", "x", "-2"] {
        assert_eq!(decode(&format!("s={version}.abc"), &|_| None), Err(LinkProblem::Damaged));
    }
    assert_eq!(decode("s=1.abc", &|_| None), Err(LinkProblem::Damaged));
    let whole = encode(&json!({ "name": "x" }), None);
    for more in ["A", "AA", "AAAA", ".", "=", "%20"] {
        assert_eq!(decode(&format!("{whole}{more}"), &|_| None), Err(LinkProblem::Damaged), "{more}");
    }
    assert_eq!(decode(&format!("s=1.{}", "A".repeat(70_000)), &|_| None), Err(LinkProblem::TooLarge));
    let link = encode(&json!({ "name": "x" }), Some(("gone-1", &json!({}))));
    assert_eq!(decode(&link, &|_| None), Err(LinkProblem::UnknownTemplate("gone-1".to_owned())));
}

/// What was never made by the page: the checksum is right, the content is not a scenario's.
#[test]
fn a_link_holds_a_document_of_modest_size_or_nothing() {
    let nested = |depth: usize| (0..depth).fold(json!(1), |inner, _| json!([inner]));
    for wrong in [
        json!(5),
        json!([]),
        json!("text"),
        Value::Null,
        json!({ "name": null }),
        json!({ "services": nested(40) }),
        json!({ "services": vec![0; 10_001] }),
    ] {
        assert_eq!(decode(&encode(&wrong, None), &|_| None), Err(LinkProblem::Damaged), "{wrong}");
    }
    let huge = json!({ "notes": " ".repeat(1_100_000) });
    assert_eq!(decode(&encode(&huge, None), &|_| None), Err(LinkProblem::TooLarge));
}

#[test]
fn a_lightly_changed_template_makes_a_short_link() {
    for template in TEMPLATES {
        let mut document = template.document();
        let changes = [
            ("horizon", 48.0),
            ("money.discount_rate", 0.095),
            ("services.0.team.people", 11.5),
            ("services.0.team.pay", 121_500.0),
            ("services.0.team.attrition", 0.22),
        ];
        for (path, value) in changes {
            assert!(set(&mut document, path, Some(json!(value))));
        }
        let base = template.document();
        let link = encode(&document, Some((template.id, &base)));
        println!("{}, lightly changed: {} characters", template.id, link.len());
        assert!(link.len() <= 600, "{}: {} characters", template.id, link.len());
        assert_eq!(decode(&link, &|id| Some(find(id)?.document())), Ok(document));
    }
}

#[test]
fn the_committed_sample_fits_its_length() {
    let document: Value =
        serde_json::from_str(include_str!("samples/three-services.json")).expect("a document");
    assert_eq!(outsourcing::scenario::check::check(&document), Vec::new());
    assert_eq!(document["services"].as_array().map(Vec::len), Some(3));
    let all = inputs(&document);
    let changed = all.iter().filter(|input| input.origin == Origin::User && input.value != input.row.default);
    assert!(changed.count() * 5 >= all.len() * 2, "fewer than 40 % of the inputs are changed");
    let ranges = all.iter().filter(|input| get(&document, &input.path).is_some_and(Value::is_object)).count();
    assert!(ranges >= 20, "{ranges} ranges");
    let link = encode(&document, None);
    println!("three services: {} characters", link.len());
    assert!(link.len() <= 2500, "{} characters", link.len());
    assert_eq!(decode(&link, &|_| None), Ok(document));
}
