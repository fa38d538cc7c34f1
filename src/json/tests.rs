//! Both ways against `serde_json`.

use proptest::prelude::*;
use serde_json::Value;

use super::{read, write, write_lines};

fn same(text: &str) {
    match (read(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => {
            assert_eq!(ours, theirs, "{text}");
            assert_eq!(write(&ours), theirs.to_string());
            assert_eq!(write_lines(&ours), format!("{theirs:#}"));
        }
        (Err(_), Err(_)) => {}
        (ours, theirs) => panic!("{text:?}: {ours:?}, not {theirs:?}"),
    }
}

#[test]
fn texts_of_all_kinds_are_read_alike() {
    for text in [
        "",
        " ",
        "null",
        "nul",
        "truefalse",
        "true ",
        " false",
        "[]",
        "[ ]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{}",
        "{ }",
        "{\"a\":1,}",
        "{\"a\" : [1, {\"b\":null}]}",
        "{a:1}",
        "{\"a\"}",
        "{\"a\":1 \"b\":2}",
        "{\"a\":1,\"a\":2}",
        "{\"__proto__\":{\"x\":1}}",
        "{\"b\":1,\"a\":2,\"10\":3,\"9\":4}",
        "1",
        "-1",
        "0",
        "-0",
        "-0.0",
        "0.0",
        "1.0",
        "12.50",
        "01",
        "-01",
        "1.",
        ".5",
        "+1",
        "1e",
        "1e5",
        "1E+5",
        "1e-5",
        "1e400",
        "-1e400",
        "1e-400",
        "18446744073709551615",
        "18446744073709551616",
        "-9223372036854775808",
        "-9223372036854775809",
        "9007199254740993",
        "0.1e1",
        "1.7976931348623157e308",
        "5e-324",
        "2.2250738585072011e-308",
        "NaN",
        "Infinity",
        "\"\"",
        "\"a",
        "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"",
        "\"\\x\"",
        "\"\\u00e9\\u0000\\u001f\\u007f\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\"\\ud83dx\"",
        "\"\\ud83d\\u0041\"",
        "\"\\ude00\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"tab\there\"",
        "\"line\nhere\"",
        "\"é漢😀\u{7f}\u{2028}\"",
        "\u{feff}1",
        "1\u{0}",
        "1 x",
        "// no\n1",
        "\u{a0}1",
        "'a'",
    ] {
        same(text);
    }
    for depth in [10, 126, 127, 128, 129, 1000] {
        same(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
        same(&format!("{}1{}", "{\"a\":".repeat(depth), "}".repeat(depth)));
        same(&"[".repeat(depth));
    }
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    let said = |text: &str| read(text).expect_err(text).to_string();
    assert_eq!(said("{\n  \"horizon\": 36\n  \"name\": \"x\"\n}"), "expected `,` or `}` at line 3 column 3");
    assert_eq!(said("{\"horizon\": three}"), "expected value at line 1 column 13");
    assert_eq!(said("<html>"), "expected value at line 1 column 1");
    assert_eq!(said("{} {}"), "trailing characters at line 1 column 4");
    assert_eq!(said("[1,"), "EOF while parsing a value at line 1 column 3");
}

#[test]
fn templates_are_read_and_written_alike() {
    for template in crate::scenario::templates::TEMPLATES {
        same(&template.document().to_string());
        same(&format!("{:#}", template.document()));
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (-1e6..1e6_f64).prop_map(Value::from),
        ".{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec(("\\PC{0,6}", inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn values_are_written_and_read_alike(value in value()) {
        same(&value.to_string());
        same(&format!("{value:#}"));
        prop_assert_eq!(read(&write(&value)), Ok(value));
    }

    #[test]
    fn any_text_is_read_alike(text in prop_oneof!["[\\[\\]{}\",:0-9eE+.\\-truefalsn \\\\u]{0,24}", "\"[\\\\u0-9a-fdD\"]{0,16}\"", ".{0,20}"]) {
        same(&text);
    }

    #[test]
    fn damaged_texts_are_read_alike(value in value(), at in any::<prop::sample::Index>(), by in "[\\[\\]{}\",:0-9e.\\-x\\\\]{0,2}") {
        let mut text = value.to_string();
        let places: Vec<usize> = text.char_indices().map(|(place, _)| place).collect();
        if !places.is_empty() {
            let place = places[at.index(places.len())];
            text.replace_range(place..=place + text[place..].chars().next().map_or(0, |one| one.len_utf8() - 1), &by);
        }
        same(&text);
    }
}
