//! From a checked document to a [`Scenario`](super::Scenario) of any number type.

use serde_json::Value;

use super::{Choice, Field, Kind, Month, Row, Scenario, scale};

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
    Scenario::build(&mut Reader { at: Some(document), path: String::new(), scale: scale(currency), leaves })
}

/// The scenario with the plan's plain values: given numbers, likely values of ranges, defaults.
#[must_use]
pub fn plan_values(document: &Value) -> Scenario<f64> {
    build(document, &mut Plain)
}

/// Stands on one part of a document while its type is built.
pub struct Reader<'a, L> {
    at: Option<&'a Value>,
    path: String,
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
    fn inside<T>(&mut self, name: &str, value: Option<&'a Value>, run: impl FnOnce(&mut Self) -> T) -> T {
        let (outer, length) = (self.at, self.path.len());
        if length > 0 {
            self.path.push('.');
        }
        self.path.push_str(name);
        self.at = value;
        let made = run(self);
        self.path.truncate(length);
        self.at = outer;
        made
    }

    fn child(&self, name: &str) -> Option<&'a Value> {
        self.at.and_then(|value| value.get(name))
    }

    /// The default of a row, on the scenario's currency scale.
    fn default(&self, row: &Row) -> Option<f64> {
        row.default.map(|value| if row.unit.is_money() { value * self.scale } else { value })
    }

    /// A required or defaulted number.
    pub fn number(&mut self, field: &'static Field) -> L {
        let Kind::Number(row) = &field.kind else { unreachable!("{} is declared as a number", field.name) };
        let value = self.child(field.name);
        let given = value.and_then(likely);
        // A required number that is missing has been refused by the check; its lower bound stands in.
        let plan = given.or_else(|| self.default(row)).unwrap_or(row.min);
        self.inside(field.name, value, |here| here.leaves.number(&here.path, row, plan, given.is_some()))
    }

    /// A number whose absence has a meaning.
    pub fn optional_number(&mut self, field: &'static Field) -> Option<L> {
        let Kind::Number(row) = &field.kind else { unreachable!("{} is declared as a number", field.name) };
        let value = self.child(field.name);
        let plan = value.and_then(likely)?;
        Some(self.inside(field.name, value, |here| here.leaves.number(&here.path, row, plan, true)))
    }

    fn entries(&self, name: &str) -> &'a [Value] {
        self.child(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
    }

    /// Numbers of one kind.
    pub fn numbers(&mut self, field: &'static Field) -> Vec<L> {
        let Kind::Numbers { row, .. } = &field.kind else {
            unreachable!("{} is declared as numbers", field.name)
        };
        let mut made = Vec::new();
        for (index, value) in self.entries(field.name).iter().enumerate() {
            let plan = likely(value).unwrap_or(row.min);
            let name = format!("{}.{index}", field.name);
            made.push(
                self.inside(&name, Some(value), |here| here.leaves.number(&here.path, row, plan, true)),
            );
        }
        made
    }

    /// A nested group.
    pub fn group<T: Build<L>>(&mut self, field: &'static Field) -> T {
        let value = self.child(field.name);
        self.inside(field.name, value, T::build)
    }

    /// A list of groups.
    pub fn list<T: Build<L>>(&mut self, field: &'static Field) -> Vec<T> {
        let mut made = Vec::new();
        for (index, value) in self.entries(field.name).iter().enumerate() {
            let name = format!("{}.{index}", field.name);
            made.push(self.inside(&name, Some(value), T::build));
        }
        made
    }

    /// Text; empty unless given.
    pub fn text(&mut self, field: &'static Field) -> String {
        self.child(field.name).and_then(Value::as_str).unwrap_or_default().to_owned()
    }

    /// A flag; off unless given.
    pub fn flag(&mut self, field: &'static Field) -> bool {
        self.child(field.name).and_then(Value::as_bool).unwrap_or_default()
    }

    /// A calendar month.
    pub fn month(&mut self, field: &'static Field) -> Month {
        self.child(field.name).and_then(Value::as_str).and_then(Month::read).unwrap_or(Month::DEFAULT)
    }

    /// A choice; the first name unless given.
    pub fn choice<T: Choice>(&mut self, field: &'static Field) -> T {
        let name = self.child(field.name).and_then(Value::as_str);
        let index = name.and_then(|name| T::NAMES.iter().position(|known| *known == name));
        T::from_index(index.unwrap_or(0))
    }
}
