//! Every number of a document with its row: what validation, the page's fields and the list of assumptions walk over.

use serde_json::Value;

use super::build::likely;
use super::{Field, Group, Kind, Row, Scenario, Unit, scale, templates};

/// One number of a document, given or defaulted.
#[derive(Clone, Debug)]
pub struct Input {
    /// Its path in the document, such as `services.0.team.pay`.
    pub path: String,
    /// The field that declares it.
    pub field: &'static Field,
    /// Its row in the table of inputs.
    pub row: &'static Row,
    /// Its unit; that of a vendor's price depends on what is billed.
    pub unit: Unit,
    /// The plan's value: given, likely, or default. None: absent, which has a meaning of its own.
    pub value: Option<f64>,
    /// Where the value comes from.
    pub origin: Origin,
}

/// Where the value of an input comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The table's default, as nothing was given.
    Default,
    /// The template that the scenario was started from, unchanged; with its source and the mark of its grade.
    Template {
        /// Publisher and year.
        source: String,
        /// The mark of its grade.
        grade: String,
    },
    /// Stated by the user.
    User,
    /// Absent, which has a meaning of its own.
    Absent,
}

/// All numbers of a document in the order of their declaration, those that do not count at present left out.
#[must_use]
pub fn inputs(document: &Value) -> Vec<Input> {
    let currency = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
    let template = document.get("template").and_then(Value::as_str).and_then(templates::find);
    let mut walk = Walk {
        scale: scale(currency),
        template: template.map(templates::Template::document),
        sources: template.map(templates::Template::sources).unwrap_or_default(),
        found: Vec::new(),
    };
    let top = walk.template.clone();
    walk.group(<Scenario<()> as Group>::FIELDS, Some(document), top.as_ref(), "");
    walk.found
}

/// The unit of a field beside its siblings' present choices: a vendor's price is for what the price model bills.
#[must_use]
pub fn unit(row: &Row, siblings: Option<&Value>) -> Unit {
    if row.unit != Unit::MoneyPerQuantity {
        return row.unit;
    }
    match siblings.and_then(|value| value.get("model")).and_then(Value::as_str) {
        Some("person_month" | "fixed") => Unit::MoneyPerMonth,
        Some("unit") => Unit::MoneyPerUnit,
        None | Some(_) => Unit::MoneyPerHour,
    }
}

/// Whether a field counts beside its siblings' present choices.
#[must_use]
pub fn counts(field: &Field, fields: &[Field], siblings: Option<&Value>) -> bool {
    let Some((name, wanted)) = field.when.split_once('=') else {
        return true;
    };
    let given = siblings.and_then(|value| value.get(name)).and_then(Value::as_str);
    let first = fields.iter().find_map(|sibling| match sibling.kind {
        Kind::Choice(names) if sibling.name == name => names.first().copied(),
        _ => None,
    });
    given.or(first).is_some_and(|choice| wanted.split('|').any(|one| one == choice))
}

struct Walk {
    scale: f64,
    template: Option<Value>,
    sources: Vec<templates::Sourced>,
    found: Vec<Input>,
}

impl Walk {
    fn group(
        &mut self,
        fields: &'static [Field],
        value: Option<&Value>,
        template: Option<&Value>,
        path: &str,
    ) {
        for field in fields {
            if !counts(field, fields, value) {
                continue;
            }
            let child = value.and_then(|value| value.get(field.name));
            let old = template.and_then(|value| value.get(field.name));
            let at = join(path, field.name);
            match &field.kind {
                Kind::Number(row) => self.number(field, row, unit(row, value), (child, old), at),
                Kind::Group(fields) => self.group(fields, child, old, &at),
                Kind::Numbers { row, .. } => {
                    for (index, entry) in entries(child).iter().enumerate() {
                        let old = old.and_then(|value| value.get(index));
                        self.number(field, row, row.unit, (Some(entry), old), join(&at, &index.to_string()));
                    }
                }
                Kind::List { fields, .. } => {
                    for (index, entry) in entries(child).iter().enumerate() {
                        let old = old.and_then(|value| value.get(index));
                        self.group(fields, Some(entry), old, &join(&at, &index.to_string()));
                    }
                }
                Kind::Text { .. } | Kind::Flag | Kind::Month | Kind::Choice(_) => {}
            }
        }
    }

    fn number(
        &mut self,
        field: &'static Field,
        row: &'static Row,
        unit: Unit,
        (given, template): (Option<&Value>, Option<&Value>),
        path: String,
    ) {
        let stated = given.and_then(likely);
        let default = row.default.map(|value| if row.unit.is_money() { value * self.scale } else { value });
        let origin = match (stated, default) {
            (Some(_), _) if given == template => {
                self.sources.iter().find(|sourced| sourced.path == path).map_or(Origin::User, |sourced| {
                    Origin::Template { source: sourced.source.clone(), grade: sourced.grade.clone() }
                })
            }
            (Some(_), _) => Origin::User,
            (None, Some(_)) => Origin::Default,
            (None, None) => Origin::Absent,
        };
        self.found.push(Input { path, field, row, unit, value: stated.or(default), origin });
    }
}

fn entries(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A path one step further down.
pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
