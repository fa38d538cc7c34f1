//! From a checked document to a [`Scenario`](super::Scenario) of any number type.

use serde_json::Value;

use super::{Choice, Field, Group, Kind, Month, Row, Scenario, scale};

/// A type that can be built from its part of a document; derived.
pub trait Build<L>: Sized {
    /// Builds the value `from` stands on.
    fn build(from: &mut Reader<'_, L>) -> Self;
    /// Visits every number in the order in which [`Build::build`] makes them.
    fn leaves(&mut self, visit: &mut dyn FnMut(&mut L));
}

/// Makes the numbers of a scenario: plain values for the plan, traced ones for explanations, draws for simulation.
pub trait Leaves<L> {
    /// The number at `path` with the plan's `value` (given, or the default).
    fn number(&mut self, path: &str, row: &'static Row, value: f64, given: bool) -> L;
}

/// The plan's numbers as they are.
struct Plain;

impl Leaves<f64> for Plain {
    fn number(&mut self, _: &str, _: &'static Row, value: f64, _: bool) -> f64 {
        value
    }
}

/// Builds the scenario of a checked document.
///
/// A document that [`check`](super::check::check) accepts builds to what it says. Any other builds too, each wrong part read as
/// if it were absent; the engine then runs on defaults, so check first.
pub fn build<L>(document: &Value, leaves: &mut dyn Leaves<L>) -> Scenario<L> {
    let currency = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
    let fields = <Scenario<()> as Group>::fields();
    let (at, path, scale) = (Some(document), String::new(), scale(currency));
    Scenario::build(&mut Reader { at, path, fields, scale, leaves })
}

/// The scenario with the plan's plain values: given numbers, likely values of ranges, defaults.
#[must_use]
pub fn plan_values(document: &Value) -> Scenario<f64> {
    build(document, &mut Plain)
}

/// Stands on one part of a document while its type is built, field by field in the order of their declaration.
pub struct Reader<'a, L> {
    at: Option<&'a Value>,
    path: String,
    /// The fields yet to be read.
    fields: &'static [Field],
    scale: f64,
    leaves: &'a mut dyn Leaves<L>,
}

/// The plan's value of a number in a document: itself, or the likely value of a range.
pub(super) fn likely(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => number.as_f64(),
        Value::Object(range) => range.get("likely").and_then(Value::as_f64),
        _ => None,
    }
}

impl<'a, L> Reader<'a, L> {
    /// The next field of the type that is built, and what the document gives of it.
    fn next(&mut self) -> (&'static Field, Option<&'a Value>) {
        let Some((field, rest)) = self.fields.split_first() else { unreachable!("a field is declared") };
        self.fields = rest;
        (field, self.at.and_then(|value| value.get(field.name)))
    }

    /// Steps into a field; what it returns leads back out.
    fn enter(
        &mut self,
        name: &str,
        value: Option<&'a Value>,
        fields: &'static [Field],
    ) -> (Option<&'a Value>, usize, &'static [Field]) {
        let outer = (self.at, self.path.len(), self.fields);
        if outer.1 > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        (self.at, self.fields) = (value, fields);
        outer
    }

    fn leave(&mut self, outer: (Option<&'a Value>, usize, &'static [Field])) {
        self.path.truncate(outer.1);
        (self.at, self.fields) = (outer.0, outer.2);
    }

    /// A number by its name and the plan's value.
    fn leaf(&mut self, name: &str, row: &'static Row, plan: f64, given: bool) -> L {
        let outer = self.enter(name, None, &[]);
        let made = self.leaves.number(&self.path, row, plan, given);
        self.leave(outer);
        made
    }

    /// The default of a row, on the scenario's currency scale.
    fn default(&self, row: &Row) -> Option<f64> {
        row.default.map(|value| if row.unit.is_money() { value * self.scale } else { value })
    }

    /// A required or defaulted number.
    pub fn number(&mut self) -> L {
        let (field, value) = self.next();
        let row = row(field);
        let given = value.and_then(likely);
        // A required number that is missing has been refused by the check; its lower bound stands in.
        let plan = given.or_else(|| self.default(row)).unwrap_or(row.min);
        self.leaf(field.name, row, plan, given.is_some())
    }

    /// A number whose absence has a meaning.
    pub fn optional_number(&mut self) -> Option<L> {
        let (field, value) = self.next();
        let row = row(field);
        let plan = value.and_then(likely)?;
        Some(self.leaf(field.name, row, plan, true))
    }

    /// Numbers of one kind.
    pub fn numbers(&mut self) -> Vec<L> {
        let (field, value) = self.next();
        let row = row(field);
        let mut made = Vec::new();
        for (index, value) in entries(value).iter().enumerate() {
            let plan = likely(value).unwrap_or(row.min);
            made.push(self.leaf(&format!("{}.{index}", field.name), row, plan, true));
        }
        made
    }

    /// A nested group.
    pub fn group<T: Build<L>>(&mut self) -> T {
        let (field, value) = self.next();
        let outer = self.enter(field.name, value, inner(field));
        let made = T::build(self);
        self.leave(outer);
        made
    }

    /// A list of groups.
    pub fn list<T: Build<L>>(&mut self) -> Vec<T> {
        let (field, value) = self.next();
        let mut made = Vec::new();
        for (index, value) in entries(value).iter().enumerate() {
            let outer = self.enter(&format!("{}.{index}", field.name), Some(value), inner(field));
            made.push(T::build(self));
            self.leave(outer);
        }
        made
    }

    /// Text; empty unless given.
    pub fn text(&mut self) -> String {
        self.next().1.and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// A flag; off unless given.
    pub fn flag(&mut self) -> bool {
        self.next().1.and_then(Value::as_bool).unwrap_or_default()
    }

    /// A calendar month.
    pub fn month(&mut self) -> Month {
        self.next().1.and_then(Value::as_str).and_then(Month::read).unwrap_or(Month::DEFAULT)
    }

    /// A choice; the first name unless given.
    pub fn choice<T: Choice>(&mut self) -> T {
        T::from_index(self.chosen(T::NAMES))
    }

    fn chosen(&mut self, names: &[&str]) -> usize {
        let name = self.next().1.and_then(Value::as_str);
        name.and_then(|name| names.iter().position(|known| *known == name)).unwrap_or(0)
    }
}

fn entries(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

/// The row of a field that is declared as a number or as numbers.
fn row(field: &'static Field) -> &'static Row {
    let (Kind::Number(row) | Kind::Numbers { row, .. }) = field.kind else {
        unreachable!("a number is declared")
    };
    row
}

/// The fields of a group or of each entry of a list.
fn inner(field: &'static Field) -> &'static [Field] {
    match field.kind {
        Kind::Group(fields) | Kind::List { fields, .. } => fields,
        _ => &[],
    }
}
