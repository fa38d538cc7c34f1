//! The schema of the scenario file: committed as generated, and of one mind with the check.

use super::small;
use outsourcing::scenario::check::check;
use outsourcing::scenario::document::set;
use outsourcing::scenario::schema;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

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
    // Not `assert_eq`, which would print both files.
    assert!(committed == now, "run UPDATE=1 cargo test --test scenario");
}
