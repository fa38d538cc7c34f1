//! The JSON Schema of the scenario file, generated from the table of inputs.

use serde_json::{Map, Value, json};

use super::check::{MEANINGS, SHAPES};
use super::{CURRENCIES, Field, Group, Kind, MODEL, Row, SCHEMA, Scenario};

/// The schema, JSON Schema draft 2020-12. Bounds on money are for a currency of scale 1; rules that join fields are not in it.
#[must_use]
pub fn schema() -> Value {
    let mut root = group(<Scenario<()> as Group>::fields());
    root["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    root["title"] = json!("Outsourcing Calculator scenario");
    root["properties"]["schema"] = json!({ "type": "integer", "minimum": 1, "maximum": SCHEMA });
    root["properties"]["model"] = json!({ "type": "integer", "minimum": 1, "maximum": MODEL });
    let codes: Vec<&str> = CURRENCIES.iter().map(|(code, _)| *code).collect();
    root["properties"]["currency"]["enum"] = json!(codes);
    root
}

fn group(fields: &'static [Field]) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for field in fields {
        let mut made = match &field.kind {
            Kind::Number(row) => {
                if row.default.is_none() && !row.optional && field.when.is_empty() {
                    required.push(field.name);
                }
                number(row, field)
            }
            Kind::Numbers { row, most } => {
                json!({ "type": "array", "maxItems": most, "items": number(row, field) })
            }
            Kind::Group(fields) => group(fields),
            Kind::List { fields, least, most } => {
                if *least > 0 {
                    required.push(field.name);
                }
                json!({ "type": "array", "minItems": least, "maxItems": most, "items": group(fields) })
            }
            Kind::Text { most } => json!({ "type": "string", "maxLength": most }),
            Kind::Flag => json!({ "type": "boolean", "default": false }),
            Kind::Month => {
                json!({ "type": "string", "pattern": "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$|^2200-(0[1-9]|1[0-2])$" })
            }
            Kind::Choice(names) => json!({ "enum": names, "default": names[0] }),
        };
        let note = field.note();
        made["title"] = json!(note.label);
        made["description"] = json!(note.help);
        properties.insert(field.name.to_owned(), made);
    }
    json!({ "type": "object", "additionalProperties": false, "properties": properties, "required": required })
}

fn number(row: &Row, field: &Field) -> Value {
    let one = json!({
        "type": if row.whole { "integer" } else { "number" },
        "minimum": row.min,
        "maximum": row.max,
    });
    let mut made = if row.range {
        json!({ "anyOf": [one, {
            "type": "object",
            "additionalProperties": false,
            "required": ["low", "likely", "high"],
            "properties": {
                "low": one, "likely": one, "high": one,
                "shape": { "enum": SHAPES, "default": SHAPES[0] },
                "meaning": { "enum": MEANINGS, "default": MEANINGS[0] },
            },
        }] })
    } else {
        one
    };
    made["x-unit"] = json!(format!("{:?}", row.unit));
    if let Some(default) = row.default {
        made["default"] = json!(default);
        made["x-source"] = json!(field.note().source);
        made["x-grade"] = json!(row.grade.mark());
    }
    made
}
