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

/// The currency that an offer's prices are in, where it is another than the scenario's: for paths of its price.
#[must_use]
pub fn contract_currency<'a>(document: &'a Value, path: &str) -> Option<&'a str> {
    let (offer, _) = path.split_once(".price.")?;
    let code = get(document, &format!("{offer}.price.currency.code"))?.as_str()?;
    let home = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
    (!code.is_empty() && code != home).then_some(code)
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
    let mut fields = <Scenario<()> as Group>::FIELDS;
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
