//! Numbers of a document, which may be ranges.

use serde_json::{Value, json};

use crate::scenario::{Field, Kind, Row, document};

/// The row of an input by its path below a service's demand.
#[must_use]
pub fn row(path: &str) -> Option<(&'static Field, &'static Row)> {
    let field = document::field(&format!("services.0.demand.{path}"))?;
    match &field.kind {
        Kind::Number(row) | Kind::Numbers { row, .. } => Some((field, row)),
        _ => None,
    }
}

/// A number at another value. A range moves there as a whole, its ends within the bounds.
#[must_use]
pub fn at_value(old: Option<&Value>, to: f64, row: &Row) -> Value {
    let range = old.and_then(Value::as_object);
    let likely = range.and_then(|range| range.get("likely")).and_then(Value::as_f64);
    let (Some(range), Some(likely)) = (range, likely) else { return json!(to) };
    let moved = |(end, value): (&String, &Value)| {
        let value = if end == "likely" { to } else { value.as_f64().unwrap_or(to) + to - likely };
        (end.clone(), json!(value.min(row.max).max(row.min)))
    };
    Value::Object(range.iter().map(moved).collect())
}

/// The lowest and the highest value of a range.
#[must_use]
pub fn ends(value: Option<&Value>) -> Option<(f64, f64)> {
    let range = value?.as_object()?;
    Some((range.get("low")?.as_f64()?, range.get("high")?.as_f64()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_moves_as_a_whole_and_stays_in_order() {
        let (_, spread) = row("spread").expect("an input");
        assert_eq!(at_value(None, 0.2, spread), json!(0.2));
        assert_eq!(at_value(Some(&json!(0.5)), 0.2, spread), json!(0.2));
        let range = json!({ "low": 0.25, "likely": 0.5, "high": 1.0 });
        let moved = at_value(Some(&range), 0.125, spread);
        assert_eq!(moved, json!({ "low": 0.0, "likely": 0.125, "high": 0.625 }));
        assert_eq!(ends(Some(&moved)), Some((0.0, 0.625)));
        assert!(row("events.0.uplift").is_some() && row("season.3").is_some() && row("events").is_none());
    }
}
