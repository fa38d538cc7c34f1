//! The ranges of a document, which correlations choose among.

use serde_json::Value;

/// The paths of all ranges of a document.
pub fn ranges(document: &Value) -> Vec<String> {
    fn walk(value: &Value, path: &str, found: &mut Vec<String>) {
        let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match value {
            Value::Object(fields) if fields.contains_key("likely") => found.push(path.to_owned()),
            Value::Object(fields) => fields.iter().for_each(|(name, value)| walk(value, &below(name), found)),
            Value::Array(entries) => {
                for (index, value) in entries.iter().enumerate() {
                    walk(value, &below(&index.to_string()), found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    walk(document, "", &mut found);
    found
}
