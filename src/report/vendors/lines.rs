//! Offers line by line: every input of an offer, what each vendor has there, and which of them is best.

use serde_json::Value;

use super::changes::{list, offer_of};
use crate::scenario::document::{contract_currency, get};
use crate::scenario::{Field, Group, Kind, Offer, Row, Unit, counts, scale, unit};

/// Which way a number of an offer is better for the buyer, all else equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Better {
    /// Less is.
    Less,
    /// More is.
    More,
    /// It depends.
    Open,
}

/// Which way the number at a path below an offer is better.
#[must_use]
pub fn better(path: &str) -> Better {
    match path {
        "price.included"
        | "price.reduction"
        | "price.payment_days"
        | "flexibility.ramp_most"
        | "flexibility.gain"
        | "quality.first"
        | "quality.mature"
        | "service_levels.availability"
        | "service_levels.credit_cap" => Better::More,
        // What is agreed rather than paid, and what depends on which way things go.
        "price.month_hours"
        | "price.counted"
        | "price.baseline"
        | "price.dead_band"
        | "price.term"
        | "price.currency.rate"
        | "price.currency.drift"
        | "price.currency.interest_home"
        | "price.currency.interest_foreign"
        | "flexibility.rebaseline" => Better::Open,
        _ => Better::Less,
    }
}

/// What a vendor has in a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// A number.
    Number {
        /// Its value.
        value: f64,
        /// What it counts.
        unit: Unit,
        /// The currency of the contract, where it is not the scenario's.
        currency: Option<String>,
        /// It is the table's default.
        default: bool,
    },
    /// A choice, by its name.
    Choice(&'static str),
    /// A flag.
    Flag(bool),
    /// A text.
    Text(String),
    /// So many entries.
    Entries(usize),
    /// Nothing is given, which means something of its own.
    Absent,
    /// The line does not count with this vendor's price model.
    Beside,
}

/// A line of the table.
#[derive(Clone, Debug)]
pub struct Line {
    /// Its path below an offer.
    pub path: String,
    /// The field that declares it.
    pub field: &'static Field,
    /// What each vendor has, in the order asked for.
    pub cells: Vec<Said>,
}

/// A group of lines under the label of the field that declares it.
#[derive(Clone, Debug)]
pub struct Lines {
    /// The field that declares the group.
    pub field: &'static Field,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl PartialEq for Line {
    /// The path says which field it is.
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.cells == other.cells
    }
}

impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.field, other.field) && self.lines == other.lines
    }
}

impl Line {
    /// Whether the vendors have different things there.
    #[must_use]
    pub fn differs(&self) -> bool {
        let shown = |cell: &Said| match cell {
            Said::Number { value, unit, currency, .. } => {
                Some((value.to_bits(), *unit as usize, currency.clone()))
            }
            _ => None,
        };
        let same = |a: &Said, b: &Said| match (shown(a), shown(b)) {
            (Some(a), Some(b)) => a == b,
            (None, None) => a == b,
            _ => false,
        };
        self.cells.windows(2).any(|pair| !same(&pair[0], &pair[1]))
    }

    /// Whether somebody has stated something there.
    #[must_use]
    pub fn stated(&self) -> bool {
        self.cells.iter().any(|cell| match cell {
            Said::Number { default, .. } => !default,
            Said::Flag(on) => *on,
            Said::Entries(count) => *count > 0,
            Said::Text(text) => !text.is_empty(),
            Said::Choice(_) => true,
            Said::Absent | Said::Beside => false,
        })
    }

    /// The best value, where it can be told: two vendors or more give numbers of one unit and currency that differ.
    #[must_use]
    pub fn best(&self) -> Option<f64> {
        best(better(&self.path), &self.numbers()?)
    }

    /// The numbers of all vendors that give one; None where they count different things.
    fn numbers(&self) -> Option<Vec<f64>> {
        let mut found: Option<(Unit, &Option<String>)> = None;
        let mut values = Vec::new();
        for cell in &self.cells {
            if let Said::Number { value, unit, currency, .. } = cell {
                if *found.get_or_insert((*unit, currency)) != (*unit, currency) {
                    return None;
                }
                values.push(*value);
            }
        }
        Some(values)
    }
}

/// The best of several values, if they differ.
#[must_use]
pub fn best(better: Better, values: &[f64]) -> Option<f64> {
    let (first, rest) = values.split_first()?;
    if rest.iter().all(|value| (value - first).abs() <= 0.0) {
        return None;
    }
    match better {
        Better::Less => values.iter().copied().reduce(|a, b| if b < a { b } else { a }),
        Better::More => values.iter().copied().reduce(|a, b| if b > a { b } else { a }),
        Better::Open => None,
    }
}

/// Every line of the offers that these vendors make for a service; a vendor without one has nothing there.
#[must_use]
pub fn offer_lines(document: &Value, service: usize, vendors: &[usize]) -> Vec<Lines> {
    let offers: Vec<Option<String>> = vendors
        .iter()
        .map(|vendor| offer_of(document, service, *vendor))
        .map(|offer| offer.map(|offer| format!("services.{service}.offers.{offer}")))
        .collect();
    let fields = <Offer<()> as Group>::fields();
    let mut groups = Vec::new();
    for field in fields {
        let mut lines = Vec::new();
        match &field.kind {
            Kind::Group(inner) => walk(document, &offers, inner, field.name, &mut lines),
            Kind::List { .. } | Kind::Flag => lines.push(line(document, &offers, fields, field, field.name)),
            _ => continue,
        }
        groups.push(Lines { field, lines });
    }
    groups
}

fn walk(
    document: &Value,
    offers: &[Option<String>],
    fields: &'static [Field],
    path: &str,
    lines: &mut Vec<Line>,
) {
    for field in fields {
        let at = format!("{path}.{}", field.name);
        match &field.kind {
            Kind::Group(inner) => walk(document, offers, inner, &at, lines),
            _ => lines.push(line(document, offers, fields, field, &at)),
        }
    }
}

fn line(
    document: &Value,
    offers: &[Option<String>],
    fields: &'static [Field],
    field: &'static Field,
    path: &str,
) -> Line {
    let cell = |offer: &Option<String>| match offer {
        Some(offer) => said(document, fields, field, &format!("{offer}.{path}")),
        None => Said::Beside,
    };
    Line { path: path.to_owned(), field, cells: offers.iter().map(cell).collect() }
}

fn said(document: &Value, fields: &'static [Field], field: &'static Field, path: &str) -> Said {
    let siblings = path.rsplit_once('.').and_then(|(parent, _)| get(document, parent));
    if !counts(field, fields, siblings) {
        return Said::Beside;
    }
    let given = get(document, path);
    match &field.kind {
        Kind::Number(row) => number(document, row, siblings, given, path),
        Kind::Choice(names) => {
            let given = given.and_then(Value::as_str);
            Said::Choice(names.iter().find(|name| Some(**name) == given).unwrap_or(&names[0]))
        }
        Kind::Flag => Said::Flag(given == Some(&Value::Bool(true))),
        Kind::List { .. } | Kind::Numbers { .. } => Said::Entries(list(document, path).len()),
        Kind::Text { .. } | Kind::Month => match given.and_then(Value::as_str).unwrap_or_default() {
            "" => Said::Absent,
            text => Said::Text(text.to_owned()),
        },
        Kind::Group(_) => Said::Absent,
    }
}

fn number(
    document: &Value,
    row: &'static Row,
    siblings: Option<&Value>,
    given: Option<&Value>,
    path: &str,
) -> Said {
    let stated = given.and_then(|value| value.as_f64().or_else(|| value.get("likely")?.as_f64()));
    let code = document.get("currency").and_then(Value::as_str).unwrap_or("USD");
    let money = if row.unit.is_money() { scale(code) } else { 1.0 };
    let Some(value) = stated.or(row.default.map(|value| value * money)) else { return Said::Absent };
    let currency = contract_currency(document, path).filter(|_| row.unit.is_money()).map(str::to_owned);
    Said::Number { value, unit: unit(row, siblings), currency, default: stated.is_none() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn document() -> Value {
        json!({
            "services": [{ "offers": [
                { "vendor": "b", "price": { "rate": 45, "minimum": 0.5 } },
                { "vendor": "a", "price": { "rate": { "low": 50, "likely": 52, "high": 60 } }, "flexibility": { "ramp_most": 3 } },
                { "vendor": "c", "price": { "model": "fixed", "rate": 90000, "currency": { "code": "INR", "rate": 0.012 } } },
            ] }],
            "vendors": [{ "id": "a" }, { "id": "b" }, { "id": "c" }, { "id": "d" }],
        })
    }

    fn at(lines: &[Lines], path: &str) -> Line {
        let mut all = lines.iter().flat_map(|group| &group.lines);
        all.find(|line| line.path == path).expect("a line").clone()
    }

    #[test]
    fn offers_are_aligned_by_vendor_and_the_best_is_found() {
        let lines = offer_lines(&document(), 0, &[0, 1, 3]);
        let rate = at(&lines, "price.rate");
        let Said::Number { value, default, .. } = &rate.cells[0] else { panic!("{rate:?}") };
        assert_eq!((*value, *default), (52.0, false));
        assert_eq!(rate.best(), Some(45.0));
        assert_eq!(rate.cells[2], Said::Beside, "no offer");
        let minimum = at(&lines, "price.minimum");
        assert!(minimum.differs() && minimum.stated() && minimum.best() == Some(0.5));
        let term = at(&lines, "price.term");
        assert!(!term.stated() && at(&offer_lines(&document(), 0, &[0, 1]), "price.term").best().is_none());
        assert_eq!(at(&lines, "flexibility.ramp_most").cells[1], Said::Absent);
    }

    #[test]
    fn prices_of_other_models_and_currencies_are_not_compared() {
        let rate = at(&offer_lines(&document(), 0, &[0, 2]), "price.rate");
        assert!(rate.differs() && rate.best().is_none());
        let Said::Number { unit, currency, .. } = &rate.cells[1] else { panic!("{rate:?}") };
        assert_eq!((*unit, currency.as_deref()), (Unit::MoneyPerMonth, Some("INR")));
        assert_eq!(
            at(&offer_lines(&document(), 0, &[0, 2]), "price.minimum").cells[1],
            Said::Beside,
            "a fixed fee has no minimum"
        );
    }

    #[test]
    fn less_is_not_always_better() {
        assert_eq!(best(Better::More, &[0.5, 0.9]), Some(0.9));
        assert_eq!(best(Better::Less, &[0.5, 0.9]), Some(0.5));
        assert_eq!(best(Better::Open, &[0.5, 0.9]), None);
        assert_eq!(best(Better::Less, &[0.5, 0.5]), None, "nobody is better");
        assert_eq!(best(Better::Less, &[]), None);
        let lines = offer_lines(&document(), 0, &[0]);
        let named = |path: &str| lines.iter().flat_map(|group| &group.lines).any(|line| line.path == path);
        for path in ["price.payment_days", "quality.mature", "flexibility.rebaseline", "price.currency.drift"]
        {
            assert!(named(path), "{path} is no input");
        }
    }
}
