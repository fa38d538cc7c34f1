//! The sections of the further inputs, and the line that says what each holds.

use serde_json::Value;

use crate::page::browser;
use crate::page::shared::Shared;
use crate::page::views::inputs::list;
use crate::page::views::range::{ends, in_short};
use crate::scenario::{Field, Group, Kind, Offer, Scenario, Service, document};
use crate::words::Text;

/// The sections: a title by the field that declares the group, and the group's path.
pub(super) struct Part {
    /// The field that declares the group.
    pub field: &'static Field,
    /// The group's path.
    pub path: String,
}

/// The sections of a service and of an offer for it, then those of the scenario.
pub(super) fn parts(service: usize, offer: Option<usize>, document: &Value) -> Vec<Part> {
    let at = format!("services.{service}");
    let here = document::get(document, &at);
    let fields = <Service<()> as Group>::fields();
    let group = |field: &&'static Field| matches!(field.kind, Kind::Group(_)) || field.name == "costs";
    let mut parts: Vec<Part> = fields
        .iter()
        .filter(group)
        .filter(|field| crate::scenario::counts(field, fields, here))
        .map(|field| Part { field, path: format!("{at}.{}", field.name) })
        .collect();
    if let Some(offer) = offer {
        let at = format!("{at}.offers.{offer}");
        parts.extend(
            <Offer<()> as Group>::fields()
                .iter()
                .filter(group)
                .map(|field| Part { field, path: format!("{at}.{}", field.name) }),
        );
    }
    parts.extend(
        <Scenario<()> as Group>::fields()
            .iter()
            .filter(|field| matches!(field.name, "money" | "simulation"))
            .map(|field| Part { field, path: field.name.to_owned() }),
    );
    parts
}

/// One line that says what a group holds now: its first numbers.
pub(super) fn summary(shared: &Shared, document: &Value, part: &Part, skip: &[String]) -> String {
    let Kind::Group(fields) = part.field.kind else {
        let count = list(document, &part.path).len();
        return if count == 0 { shared.text(Text::Empty).to_owned() } else { count.to_string() };
    };
    let money = crate::scenario::scale(&shared.locale.currency);
    let said: Vec<String> = fields
        .iter()
        .filter_map(|field| {
            let path = format!("{}.{}", part.path, field.name);
            let Kind::Number(row) = field.kind else { return None };
            if skip.contains(&path)
                || !crate::scenario::counts(field, fields, document::get(document, &part.path))
            {
                return None;
            }
            let given = document::get(document, &path);
            if let Some(ends) = given.and_then(ends) {
                let siblings = document::get(document, &part.path);
                let short = in_short(shared, row, crate::scenario::unit(row, siblings), ends);
                return Some(format!("{} {short}", browser::lowercase(shared.label(field))));
            }
            let given = given.and_then(Value::as_f64);
            let scale = if row.unit.is_money() { money } else { 1.0 };
            let value = given.or(row.default.map(|value| value * scale))?;
            (value.abs() > 0.0).then(|| {
                format!("{} {}", browser::lowercase(shared.label(field)), shared.quantity(value, row.unit))
            })
        })
        .take(3)
        .collect();
    if !said.is_empty() {
        said.join(", ")
    } else if skip.is_empty() {
        shared.text(Text::Empty).to_owned()
    } else {
        // What is asked above is not said again, unless the group would seem to hold nothing.
        summary(shared, document, part, &[])
    }
}
