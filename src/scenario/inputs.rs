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
    let template = document.get("template").and_then(Value::as_str).and_then(templates::find);
    let started = template.map(templates::Template::document);
    let sources = template.map(templates::Template::sources).unwrap_or_default();
    let mut found = Vec::new();
    let mut visit = |number: Number<'_>| {
        let (stated, default) = (number.given.and_then(likely), number.default);
        let origin = match (stated, default) {
            (Some(_), _) if number.given == number.template => {
                sources.iter().find(|sourced| sourced.path == number.path).map_or(Origin::User, |sourced| {
                    Origin::Template { source: sourced.source.clone(), grade: sourced.grade.clone() }
                })
            }
            (Some(_), _) => Origin::User,
            (None, Some(_)) => Origin::Default,
            (None, None) => Origin::Absent,
        };
        let Number { field, row, unit, path, .. } = number;
        found.push(Input { path, field, row, unit, value: stated.or(default), origin });
    };
    walk(document, started.as_ref(), &mut visit);
    found
}

/// The rows of the numbers that stand at their default.
#[must_use]
pub fn defaults(document: &Value) -> Vec<&'static Row> {
    let mut rows = Vec::new();
    walk(document, None, &mut |number| {
        if number.default.is_some() && number.given.and_then(likely).is_none() {
            rows.push(number.row);
        }
    });
    rows
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

/// A number met on the way through a document.
struct Number<'a> {
    field: &'static Field,
    row: &'static Row,
    unit: Unit,
    /// What the document gives.
    given: Option<&'a Value>,
    /// What its template gives.
    template: Option<&'a Value>,
    /// The row's default on the scenario's currency scale.
    default: Option<f64>,
    path: String,
}

fn walk(document: &Value, template: Option<&Value>, visit: &mut dyn FnMut(Number<'_>)) {
    let currency = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
    let mut walk = Walk { scale: scale(currency), visit };
    walk.group(<Scenario<()> as Group>::fields(), Some(document), template, "");
}

struct Walk<'a> {
    scale: f64,
    visit: &'a mut dyn FnMut(Number<'_>),
}

impl Walk<'_> {
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
        let default = row.default.map(|value| if row.unit.is_money() { value * self.scale } else { value });
        (self.visit)(Number { field, row, unit, given, template, default, path });
    }
}

fn entries(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// A path one step further down.
pub(super) fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
