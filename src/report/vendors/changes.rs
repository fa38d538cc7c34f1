//! What adding, duplicating, removing and switching a vendor changes in the document: paths with values, one step of undo.

use serde_json::{Value, json};

use crate::scenario::document::{get, set, without_vendor};
use crate::scenario::{Group, Kind, Scenario};

/// Paths with their new values; None takes a path away.
pub type Changes = Vec<(String, Option<Value>)>;

/// Most vendors that a scenario may have.
#[must_use]
pub fn most() -> usize {
    let field = <Scenario<()> as Group>::fields().iter().find(|field| field.name == "vendors");
    match field.map(|field| &field.kind) {
        Some(Kind::List { most, .. }) => *most,
        _ => 0,
    }
}

/// The entries of a list in a document.
#[must_use]
pub fn list<'a>(document: &'a Value, path: &str) -> &'a [Value] {
    get(document, path).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A text of an entry.
#[must_use]
pub fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The place of a vendor's offer among those of a service.
#[must_use]
pub fn offer_of(document: &Value, service: usize, vendor: usize) -> Option<usize> {
    let id = text(list(document, "vendors").get(vendor)?, "id");
    list(document, &format!("services.{service}.offers")).iter().position(|offer| text(offer, "vendor") == id)
}

/// Puts an entry after the last of a list, which may not be there yet.
#[must_use]
pub fn appended(document: &Value, path: &str, entry: Value) -> (String, Option<Value>) {
    match list(document, path).len() {
        0 => (path.to_owned(), Some(json!([entry]))),
        count => (format!("{path}.{count}"), Some(entry)),
    }
}

/// A key for a new vendor that none has; `more` of them are taken in the same step.
#[must_use]
pub fn fresh_key(document: &Value, more: usize) -> String {
    let taken: Vec<&str> = list(document, "vendors").iter().map(|vendor| text(vendor, "id")).collect();
    let free = (1..).map(|number| format!("v{number}")).filter(|key| !taken.contains(&key.as_str()));
    free.into_iter().nth(more).unwrap_or_default()
}

/// A name, numbered where a vendor has it already.
#[must_use]
pub fn fresh_name(document: &Value, name: &str) -> String {
    let taken: Vec<&str> = list(document, "vendors").iter().map(|vendor| text(vendor, "name")).collect();
    crate::page::session::distinct(name, &taken)
}

/// A new vendor with an offer for a service. Its price is what the caller gives, or asked for.
#[must_use]
pub fn added(document: &Value, service: usize, vendor: Value, offer: Value) -> Changes {
    vec![
        appended(document, "vendors", vendor),
        appended(document, &format!("services.{service}.offers"), offer),
    ]
}

/// A vendor again, with all that it offers, under another key and name. It is no second incumbent.
#[must_use]
pub fn duplicated(document: &Value, vendor: usize, name: &str) -> Changes {
    let Some(one) = list(document, "vendors").get(vendor) else { return Vec::new() };
    let (id, key) = (text(one, "id"), fresh_key(document, 0));
    let mut copy = one.clone();
    set(&mut copy, "id", Some(json!(key)));
    set(&mut copy, "name", Some(json!(fresh_name(document, name))));
    let mut changes = vec![appended(document, "vendors", copy)];
    for service in 0..list(document, "services").len() {
        let path = format!("services.{service}.offers");
        if let Some(offer) = list(document, &path).iter().find(|offer| text(offer, "vendor") == id) {
            let mut copy = offer.clone();
            set(&mut copy, "vendor", Some(json!(key)));
            set(&mut copy, "incumbent", None);
            changes.push(appended(document, &path, copy));
        }
        for skill in 0..list(document, &format!("services.{service}.skills")).len() {
            let path = format!("services.{service}.skills.{skill}.vendors");
            if let Some(known) = list(document, &path).iter().find(|known| text(known, "vendor") == id) {
                let mut copy = known.clone();
                set(&mut copy, "vendor", Some(json!(key)));
                changes.push(appended(document, &path, copy));
            }
        }
    }
    changes
}

/// A vendor taken away with all that it offers.
#[must_use]
pub fn removed(document: &Value, vendor: usize) -> Changes {
    let Some(one) = list(document, "vendors").get(vendor) else { return Vec::new() };
    without_vendor(document, text(one, "id"))
}

/// What puts vendors, offers and what vendors know back as they are in a document.
#[must_use]
pub fn restored(document: &Value) -> Changes {
    let services = 0..list(document, "services").len();
    let paths = services
        .flat_map(|service| ["offers", "skills"].map(|part| format!("services.{service}.{part}")))
        .chain(["vendors".to_owned()]);
    paths.map(|path| (path.clone(), get(document, &path).cloned())).collect()
}

/// A vendor set aside, or back among those compared.
#[must_use]
pub fn switched(vendor: usize, on: bool) -> Changes {
    vec![(format!("vendors.{vendor}.off"), (!on).then_some(json!(true)))]
}

/// A document with changes made.
#[must_use]
pub fn with(document: &Value, changes: &Changes) -> Value {
    let mut changed = document.clone();
    for (path, value) in changes {
        set(&mut changed, path, value.clone());
    }
    changed
}

/// Changes as the page is told them.
#[must_use]
pub fn told(changes: &Changes) -> String {
    let flat: Vec<Value> =
        changes.iter().flat_map(|(path, value)| [json!(path), value.clone().unwrap_or_default()]).collect();
    Value::Array(flat).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::check::check;
    use crate::scenario::templates::TEMPLATES;

    fn vendors(document: &Value) -> Vec<String> {
        list(document, "vendors").iter().map(|one| text(one, "name").to_owned()).collect()
    }

    #[test]
    fn a_copy_has_every_offer_and_a_key_of_its_own() {
        for template in TEMPLATES {
            let document = template.document();
            let copied = with(&document, &duplicated(&document, 0, "Copy"));
            assert_eq!(check(&copied), [], "{}", template.id);
            let last = vendors(&copied).len() - 1;
            for service in 0..list(&document, "services").len() {
                let there = |document: &Value, vendor| offer_of(document, service, vendor).is_some();
                assert_eq!(there(&document, 0), there(&copied, last));
            }
            let twice = with(&copied, &duplicated(&copied, 0, "Copy"));
            assert_eq!(vendors(&twice)[last..], ["Copy", "Copy 2"]);
        }
    }

    #[test]
    fn what_is_removed_can_be_put_back() {
        for template in TEMPLATES {
            let document = template.document();
            let without = with(&document, &removed(&document, 0));
            assert_eq!(check(&without), [], "{}", template.id);
            assert!(vendors(&without).len() < vendors(&document).len());
            assert_eq!(with(&without, &restored(&document)), document);
        }
    }

    #[test]
    fn the_first_vendor_makes_its_lists() {
        let document = json!({ "services": [{ "team": { "people": 3, "pay": 50000 } }] });
        let key = fresh_key(&document, 0);
        let offer = json!({ "vendor": key, "price": { "rate": 40 } });
        let changes = added(&document, 0, json!({ "id": key, "name": "One" }), offer);
        let changed = with(&document, &changes);
        assert_eq!(check(&changed), []);
        assert_eq!(fresh_key(&changed, 0), "v2");
        assert_eq!(fresh_key(&changed, 1), "v3");
        assert_eq!(told(&removed(&changed, 0)), r#"["services.0.offers",null,"vendors",null]"#);
        assert_eq!(most(), 8);
    }
}
