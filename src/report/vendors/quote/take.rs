//! Taking a quote over: what it changes in the document, one step of undo.

use serde_json::{Value, json};

use super::super::changes::{Changes, fresh_key, fresh_name, list, offer_of, text};
use super::cell::Cell;
use super::target::{Target, plain};
use super::{NAME, Quote};
use crate::scenario::Kind;
use crate::scenario::document::set;

/// What one unit of a foreign currency costs, by its code.
pub type Rates = std::collections::BTreeMap<String, f64>;

/// The vendor that a column belongs to: one of that name, else none yet.
#[must_use]
pub fn column_vendor(document: &Value, name: &str) -> Option<usize> {
    let words = plain(name);
    let same = |vendor: &Value| !words.is_empty() && plain(text(vendor, "name")) == words;
    list(document, "vendors").iter().position(same)
}

/// Foreign currencies of a quote's amounts, and of what it says contracts are in, in order of their codes.
#[must_use]
pub fn foreign(quote: &Quote, targets: &[Target], home: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let mut meet = |code: &str| {
        if code != home && !codes.iter().any(|known| known == code) {
            codes.push(code.to_owned());
        }
    };
    for line in &quote.lines {
        let path = line.target.map(|target| targets[target].path.as_str());
        for cell in &line.cells {
            if let Cell::Value(read) = cell {
                if let Some(code) = read.currency {
                    meet(code);
                }
                if path == Some("price.currency.code") {
                    meet(read.value.as_str().unwrap_or(home));
                }
            }
        }
    }
    codes.sort();
    codes
}

/// What one column gives: paths of its vendor and of its offer, with values.
struct Column {
    vendor: Changes,
    offer: Changes,
}

/// A number, or the ends of a range, times a factor.
fn times(value: &Value, factor: f64) -> Value {
    match value {
        Value::Object(range) => {
            range.iter().map(|(end, value)| (end.clone(), times(value, factor))).collect::<Value>()
        }
        _ => value.as_f64().map_or_else(|| value.clone(), |number| json!(number * factor)),
    }
}

fn column(quote: &Quote, targets: &[Target], at: usize, home: &str, rates: &Rates) -> Column {
    let mut given = Column { vendor: Vec::new(), offer: Vec::new() };
    let lines = quote.lines.iter().filter(|line| line.same_as.is_none());
    let values: Vec<(&Target, &Value, Option<&str>)> = lines
        .filter_map(|line| {
            let Some(Cell::Value(read)) = line.cells.get(at) else { return None };
            Some((&targets[line.target?], &read.value, read.currency))
        })
        .collect();
    // Prices are in the currency of the contract; every other amount is in the scenario's.
    let stated = values.iter().find(|(target, ..)| target.path == "price.currency.code");
    let shown = values.iter().find(|(target, _, code)| target.path.starts_with("price.") && code.is_some());
    let contract = stated.and_then(|(_, value, _)| value.as_str()).or(shown.and_then(|(_, _, code)| *code));
    let contract = contract.filter(|code| *code != home);
    for (target, value, code) in &values {
        if target.path == "price.currency.code" {
            continue;
        }
        let money = matches!(&target.field.kind, Kind::Number(row) if row.unit.is_money());
        let priced = !target.of_vendor && target.path.starts_with("price.");
        let from = code.unwrap_or(home);
        let to = if priced { contract.unwrap_or(home) } else { home };
        let rate = |code: &str| if code == home { Some(1.0) } else { rates.get(code).copied() };
        let factor =
            if money && from != to { rate(from).zip(rate(to)).map_or(1.0, |(a, b)| a / b) } else { 1.0 };
        let value = if (factor - 1.0).abs() > 0.0 { times(value, factor) } else { (*value).clone() };
        let side = if target.of_vendor { &mut given.vendor } else { &mut given.offer };
        side.push((target.path.clone(), Some(value)));
    }
    if let Some(code) = contract {
        given.offer.push(("price.currency.code".to_owned(), Some(json!(code))));
        let rated = given.offer.iter().any(|(path, _)| path == "price.currency.rate");
        if let Some(rate) = rates.get(code).filter(|_| !rated) {
            given.offer.push(("price.currency.rate".to_owned(), Some(json!(rate))));
        }
    }
    given.vendor.retain(|(path, _)| path != NAME);
    given
}

/// What taking a quote over changes: known vendors take what it gives, new ones are added. `unnamed` names a column without a head.
#[must_use]
pub fn take(
    document: &Value,
    service: usize,
    quote: &Quote,
    targets: &[Target],
    rates: &Rates,
    unnamed: &dyn Fn(usize) -> String,
) -> Changes {
    let home = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
    let offers = format!("services.{service}.offers");
    let mut changes = Changes::new();
    let (mut vendors, mut offered) = (Vec::new(), Vec::new());
    for (at, name) in quote.columns.iter().enumerate() {
        let given = column(quote, targets, at, home, rates);
        if given.vendor.is_empty() && given.offer.is_empty() {
            continue;
        }
        let built = |mut entry: Value, given: Changes| {
            for (path, value) in given {
                set(&mut entry, &path, value);
            }
            entry
        };
        match column_vendor(document, name) {
            Some(vendor) => {
                let under = |path: String, given: Changes| {
                    given.into_iter().map(move |(below, value)| (format!("{path}.{below}"), value))
                };
                changes.extend(under(format!("vendors.{vendor}"), given.vendor));
                match offer_of(document, service, vendor) {
                    Some(offer) => changes.extend(under(format!("{offers}.{offer}"), given.offer)),
                    None => {
                        let id = text(&list(document, "vendors")[vendor], "id");
                        offered.push(built(json!({ "vendor": id }), given.offer));
                    }
                }
            }
            None => {
                let key = fresh_key(document, vendors.len());
                let name = if name.is_empty() { unnamed(at) } else { name.clone() };
                let name = fresh_name(document, &name);
                vendors.push(built(json!({ "id": key, "name": name }), given.vendor));
                offered.push(built(json!({ "vendor": key }), given.offer));
            }
        }
    }
    for (path, added) in [("vendors".to_owned(), vendors), (offers, offered)] {
        let there = list(document, &path).len();
        if there == 0 && !added.is_empty() {
            changes.push((path, Some(Value::Array(added))));
        } else {
            let entries = added.into_iter().enumerate();
            changes.extend(entries.map(|(index, entry)| (format!("{path}.{}", there + index), Some(entry))));
        }
    }
    changes
}
