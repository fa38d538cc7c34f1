//! What the browser writes of numbers and texts, against what is written without it: links must be the same to the byte.

use outsourcing::exchange::encode;
use outsourcing::scenario::document::set;
use outsourcing::scenario::templates::TEMPLATES;
use serde_json::{Value, json};

use crate::browser::{Browser, Outcome};
use crate::journeys::{Journey, ensure, fresh, open_document};

/// The journeys of this file.
pub const ALL: &[(&str, Journey)] = &[("numbers and texts are written as elsewhere", as_elsewhere)];

/// Numbers whose text is easily another: short and long, whole and not, at the ends of what can be said.
fn numbers() -> Vec<Value> {
    let floats = [
        0.0,
        -0.0,
        1.0,
        -1.0,
        0.1,
        0.07,
        12.5,
        0.1 + 0.2,
        1.0 / 3.0,
        123_456_789.125,
        0.000_01,
        0.000_009_9,
        1e-6,
        1e-7,
        1.5e-9,
        5e-324,
        2.225_073_858_507_201e-308,
        1e15,
        999_999_999_999_999.9,
        1e16,
        12_345_678_901_234_567.0,
        1e20,
        1e21,
        1.5e21,
        1e22,
        1e23,
        1e100,
        f64::MAX,
        -1.25e-5,
    ];
    let whole =
        [json!(0), json!(1), json!(-1), json!(9_007_199_254_740_993_u64), json!(u64::MAX), json!(i64::MIN)];
    floats.into_iter().map(Value::from).chain(whole).collect()
}

fn as_elsewhere(browser: &Browser, address: &str) -> Outcome {
    let mut document = TEMPLATES[0].document();
    set(&mut document, "template", None);
    let costs: Vec<Value> =
        numbers().into_iter().map(|number| json!({ "label": "a", "amount": number })).collect();
    set(&mut document, "services.0.costs", Some(Value::Array(costs)));
    set(
        &mut document,
        "notes",
        Some(json!("\"quoted\" \\ / \u{8}\u{c}\n\r\t\u{0}\u{1f}\u{7f} é 漢 😀 \u{2028}")),
    );
    set(&mut document, "__proto__", Some(json!({ "x": kinds() })));
    fresh(browser, address)?;
    open_document(browser, address, &document)?;
    browser.type_into("horizon", "48")?;
    set(&mut document, "horizon", Some(json!(48.0)));
    let expected = format!("#{}", encode(&document, None));
    let mut shown = Value::Null;
    let same = browser.wait("the link", |browser| {
        shown = browser.run("return location.hash", &[])?;
        Ok(shown == expected.as_str())
    });
    ensure(same.is_ok(), || format!("the address is {shown}, not {expected}"))?;
    fresh(browser, address)
}

/// Every kind of value that a link may hold.
fn kinds() -> Value {
    json!([true, false, [], {}, "", [[{ "10": 1, "9": 2, "a": 3 }]]])
}
