//! The table of inputs, the check of documents, the schema, the templates and the places.

mod documents;
mod faults;
mod rows;
mod schema_file;
mod spans;
mod templates;

use serde_json::{Value, json};

/// A small sound document.
fn small() -> Value {
    json!({
        "services": [{ "name": "Work", "team": { "people": 3, "pay": 60000 }, "offers": [{ "vendor": "v", "price": { "rate": 40 } }] }],
        "vendors": [{ "id": "v", "name": "V" }],
    })
}
