//! Reading and changing a document by path.

use serde_json::{Map, Value};

use super::{Field, Group, Kind, MODEL, SCHEMA, Scenario};

/// The value at a path, if given.
#[must_use]
pub fn get<'a>(document: &'a Value, path: &str) -> Option<&'a Value> {
    path.split('.').try_fold(document, |value, name| match value {
        Value::Array(entries) => entries.get(name.parse::<usize>().ok()?),
        _ => value.get(name),
    })
}

/// What stands before a step of a path.
pub(super) fn before<'a>(path: &'a str, step: &str) -> Option<&'a str> {
    let mut end = 0;
    for one in path.split('.') {
        if one == step {
            return path[..end].strip_suffix('.');
        }
        end += one.len() + 1;
    }
    None
}

/// The currency that an offer's prices are in, where it is another than the scenario's: for paths of its price.
#[must_use]
pub fn contract_currency<'a>(document: &'a Value, path: &str) -> Option<&'a str> {
    let offer = before(path, "price")?;
    let code = get(document, &format!("{offer}.price.currency.code"))?.as_str()?;
    let home = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
    (!code.is_empty() && code != home).then_some(code)
}

/// The changes that take a vendor away with all that names it: its offers, and what it knows of each skill.
#[must_use]
pub fn without_vendor(document: &Value, id: &str) -> Vec<(String, Option<Value>)> {
    let entries = |path: &str| get(document, path).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let named = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str) == Some(id);
    let without = |path: &str, key: &str| {
        let kept: Vec<Value> = entries(path).iter().filter(|entry| !named(entry, key)).cloned().collect();
        (path.to_owned(), (!kept.is_empty()).then_some(Value::Array(kept)))
    };
    let mut changes = Vec::new();
    for service in 0..entries("services").len() {
        changes.push(without(&format!("services.{service}.offers"), "vendor"));
        for skill in 0..entries(&format!("services.{service}.skills")).len() {
            let path = format!("services.{service}.skills.{skill}.vendors");
            if entries(&path).iter().any(|entry| named(entry, "vendor")) {
                changes.push(without(&path, "vendor"));
            }
        }
    }
    changes.push(without("vendors", "id"));
    changes
}

/// Puts a value at a path, making the groups on the way; `None` takes it away, so that the default stands again.
///
/// A path through a list goes only through entries that exist, or names the entry just after the last. Returns whether the
/// path could be followed.
pub fn set(document: &mut Value, path: &str, value: Option<Value>) -> bool {
    let (parents, name) = path.rsplit_once('.').unwrap_or(("", path));
    let mut at = document;
    for step in parents.split('.').filter(|step| !step.is_empty()) {
        at = match at {
            Value::Array(entries) => {
                match step.parse::<usize>().ok().and_then(|index| entries.get_mut(index)) {
                    Some(entry) => entry,
                    None => return false,
                }
            }
            Value::Object(object) => object.entry(step).or_insert_with(|| Value::Object(Map::new())),
            _ => return false,
        };
    }
    match (at, value) {
        (Value::Object(object), Some(value)) => {
            object.insert(name.to_owned(), value);
            true
        }
        (Value::Object(object), None) => {
            object.remove(name);
            true
        }
        (Value::Array(entries), value) => {
            let Ok(index) = name.parse::<usize>() else {
                return false;
            };
            match value {
                Some(value) if index < entries.len() => entries[index] = value,
                Some(value) if index == entries.len() => entries.push(value),
                None if index < entries.len() => {
                    entries.remove(index);
                }
                _ => return false,
            }
            true
        }
        _ => false,
    }
}

/// Writes the numbers of schema and model into a document, as every file and link carries them.
pub fn stamp(document: &mut Value) {
    if let Value::Object(object) = document {
        object.insert("schema".to_owned(), SCHEMA.into());
        object.insert("model".to_owned(), MODEL.into());
    }
}

/// The field that declares a path, list positions passed over. `….low`, `….likely` and `….high` belong to their number.
#[must_use]
pub fn field(path: &str) -> Option<&'static Field> {
    let mut fields = <Scenario<()> as Group>::fields();
    let mut found: Option<&'static Field> = None;
    for step in path.split('.') {
        if step.parse::<usize>().is_ok() && found.is_some() {
            continue;
        }
        if let Some(Field { kind: Kind::Number(_) | Kind::Numbers { .. }, .. }) = found {
            return matches!(step, "low" | "likely" | "high").then_some(found).flatten();
        }
        let field = fields.iter().find(|field| field.name == step)?;
        fields = match &field.kind {
            Kind::Group(fields) | Kind::List { fields, .. } => fields,
            _ => &[],
        };
        found = Some(field);
    }
    found
}
