//! What differs between two documents, as a document.
//!
//! Objects differ key by key: a changed key holds `[value]` for a new value, `[]` for one taken away, or `{…}` for a difference
//! inside. Lists differ as objects of positions, with `#` the new length. Anything else is `[value]`.

use serde_json::{Map, Value};

use super::LinkProblem;

/// Longest list that a difference may make.
const LONGEST: usize = 10_000;

/// A new value.
fn one(value: &Value) -> Value {
    Value::Array(vec![value.clone()])
}

/// What turns `base` into `target`; an empty object when nothing does.
#[must_use]
pub fn difference(base: &Value, target: &Value) -> Value {
    match (base, target) {
        (Value::Object(from), Value::Object(to)) => {
            let mut changed = Map::new();
            for key in from.keys().filter(|key| !to.contains_key(*key)) {
                changed.insert(key.clone(), Value::Array(Vec::new()));
            }
            for (key, value) in to {
                match from.get(key) {
                    Some(old) if old == value => {}
                    Some(old) => drop(changed.insert(key.clone(), difference(old, value))),
                    None => drop(changed.insert(key.clone(), one(value))),
                }
            }
            Value::Object(changed)
        }
        (Value::Array(from), Value::Array(to)) => {
            let mut changed = Map::new();
            if from.len() != to.len() {
                changed.insert("#".to_owned(), to.len().into());
            }
            for (index, value) in to.iter().enumerate() {
                match from.get(index) {
                    Some(old) if old == value => {}
                    Some(old) => drop(changed.insert(index.to_string(), difference(old, value))),
                    None => drop(changed.insert(index.to_string(), one(value))),
                }
            }
            Value::Object(changed)
        }
        _ => one(target),
    }
}

/// The document that a difference makes of `base`.
///
/// # Errors
/// [`LinkProblem::Damaged`] where the difference does not fit the base.
pub fn apply(base: &Value, difference: &Value) -> Result<Value, LinkProblem> {
    match (base, difference) {
        (_, Value::Array(new)) if new.len() == 1 => Ok(new[0].clone()),
        (Value::Object(from), Value::Object(changed)) => {
            let mut to = from.clone();
            for (key, change) in changed {
                if change.as_array().is_some_and(Vec::is_empty) {
                    to.remove(key);
                } else {
                    let old = from.get(key).unwrap_or(&Value::Null);
                    to.insert(key.clone(), apply(old, change)?);
                }
            }
            Ok(Value::Object(to))
        }
        (Value::Array(from), Value::Object(changed)) => {
            let length =
                changed.get("#").map_or(Some(from.len()), |length| usize::try_from(length.as_u64()?).ok());
            let length = length.filter(|length| *length <= LONGEST).ok_or(LinkProblem::Damaged)?;
            let entry = |index: usize| match (changed.get(&index.to_string()), from.get(index)) {
                (Some(change), old) => apply(old.unwrap_or(&Value::Null), change),
                (None, Some(old)) => Ok(old.clone()),
                (None, None) => Err(LinkProblem::Damaged),
            };
            (0..length).map(entry).collect::<Result<_, _>>().map(Value::Array)
        }
        _ => Err(LinkProblem::Damaged),
    }
}
