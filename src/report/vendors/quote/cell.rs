//! One cell of a quote: a number as any locale writes it, with its sign, unit or per cent; a choice; a text.

use serde_json::{Value, json};

use super::currency::currency;
use super::target::{Target, plain};
use crate::history::plain_digits;
use crate::page::entry::{EntryKind, Separators, read};
use crate::scenario::check::Fault;
use crate::scenario::places::PLACES;
use crate::scenario::{CURRENCIES, Kind, Row, Unit, scale};

/// What a cell says.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing, or a dash.
    Empty,
    /// A value for the document.
    Value(Read),
    /// What is wrong with it.
    Wrong(Fault),
}

/// A value that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The value, as in the document.
    pub value: Value,
    /// The currency that is written beside it.
    pub currency: Option<&'static str>,
    /// What was decided in reading it.
    pub decided: Option<Decided>,
}

/// What was decided in reading a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// A share below 1 without a per cent sign was taken for a fraction.
    Fraction,
    /// Days, weeks or years were turned into what the input counts.
    Converted,
    /// Two ends became a range whose likely value is the middle.
    Middle,
}

/// How the cells of a column are written.
#[derive(Clone, Copy, Debug)]
pub struct Manner<'a> {
    /// The decimal mark.
    pub decimal: char,
    /// The scenario's currency.
    pub home: &'a str,
    /// The name of the line, which may hold a unit or a currency for all its cells.
    pub label: &'a str,
    /// The head of the column, which may hold a currency.
    pub head: &'a str,
    /// Other names of choices, with the names in the document.
    pub choices: &'a [(&'a str, &'a str)],
}

/// Whether a cell says that there is nothing.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    matches!(plain(text).as_str(), "" | "n a" | "na" | "none" | "null" | "tbd" | "nil")
}

/// Reads a cell for a target.
#[must_use]
pub fn cell(text: &str, target: &Target, manner: Manner<'_>) -> Cell {
    if is_blank(text) {
        return Cell::Empty;
    }
    let said = |value: Value| Cell::Value(Read { value, currency: None, decided: None });
    match &target.field.kind {
        Kind::Number(row) => number(text, row, manner),
        Kind::Choice(names) => {
            let words = plain(text);
            let own = names.iter().find(|name| plain(name) == words).copied();
            let other =
                || manner.choices.iter().find(|(name, _)| plain(name) == words).map(|(_, name)| *name);
            match own.or_else(other).and_then(|name| names.iter().find(|known| **known == name)) {
                Some(name) => said(json!(name)),
                None => Cell::Wrong(Fault::NotAChoice(text.to_owned(), names)),
            }
        }
        Kind::Text { .. } if target.path == "price.currency.code" => match currency(text, manner.home) {
            Some(code) => said(json!(code)),
            None => Cell::Wrong(Fault::UnknownCurrency(text.to_owned())),
        },
        Kind::Text { .. } if target.of_vendor && target.path == "place" => {
            let words = plain(text);
            let place = PLACES.iter().find(|place| plain(place.name) == words || plain(place.id) == words);
            said(json!(place.map_or(text, |place| place.id)))
        }
        Kind::Text { most } => match text.chars().count() {
            length if length > *most => Cell::Wrong(Fault::TooLong(length, *most)),
            _ => said(json!(text)),
        },
        _ => Cell::Empty,
    }
}

/// The digits of a text with the marks between them: what shows the decimal mark.
#[must_use]
pub fn digits(text: &str) -> String {
    let text = plain_digits(text);
    let is_digit = |c: char| c.is_ascii_digit();
    let (Some(first), Some(last)) = (text.find(is_digit), text.rfind(is_digit)) else { return String::new() };
    text[first..=last].to_owned()
}

/// The two numbers of a span such as 45–60 or "45 to 60".
fn span(text: &str) -> Option<(&str, &str)> {
    [" to ", "–", "—", "-", "…", ".."].into_iter().find_map(|between| {
        let (low, high) = text.split_once(between)?;
        let has_digit = |side: &str| side.chars().any(|c| c.is_numeric());
        // A minus or a second dash makes no span.
        (has_digit(low) && has_digit(high) && !high.contains(between)).then_some((low, high))
    })
}

fn number(text: &str, row: &'static Row, manner: Manner<'_>) -> Cell {
    let money = row.unit.is_money();
    let code = [text, manner.label, manner.head].into_iter().find_map(|text| currency(text, manner.home));
    let code = code.filter(|_| money);
    if let Some((low, high)) = span(text) {
        if !row.range {
            return Cell::Wrong(Fault::NoRange);
        }
        // A sign or unit may stand beside one of the two only.
        let (low, high) = (one(low, text, row, manner), one(high, text, row, manner));
        let (Some((low, _)), Some((high, _))) = (low, high) else {
            return Cell::Wrong(Fault::NotANumber(text.to_owned()));
        };
        let likely = (low + high) / 2.0;
        if low > high {
            return Cell::Wrong(Fault::RangeOrder(low, likely, high));
        }
        if let Some(fault) = [low, high].into_iter().find_map(|end| bounds(end, row, manner.home, code)) {
            return Cell::Wrong(fault);
        }
        let value = json!({ "low": low, "likely": likely, "high": high });
        return Cell::Value(Read { value, currency: code, decided: Some(Decided::Middle) });
    }
    let Some((value, decided)) = one(text, text, row, manner) else {
        return Cell::Wrong(Fault::NotANumber(text.to_owned()));
    };
    let value = if row.whole { libm::round(value) } else { value };
    match bounds(value, row, manner.home, code) {
        Some(fault) => Cell::Wrong(fault),
        None => Cell::Value(Read { value: json!(value), currency: code, decided }),
    }
}

/// One number; `whole` is the text it stands in, which may hold its unit.
fn one(text: &str, whole: &str, row: &Row, manner: Manner<'_>) -> Option<(f64, Option<Decided>)> {
    let group = if manner.decimal == ',' { '.' } else { ',' };
    let separators = Separators { decimal: manner.decimal, group };
    let text = plain_digits(text);
    // Signs and units that no field knows are passed over; a minus stays.
    let bare = format!("{}{}", if text.starts_with(['-', '−']) { "-" } else { "" }, digits(&text));
    let share = row.unit.is_share();
    let kind = if share { EntryKind::Percent } else { EntryKind::Plain };
    let value = read(&text, separators, kind).or_else(|_| read(&bare, separators, kind)).ok()?;
    if share {
        let sign = |text: &str| text.contains('%') || plain(text).contains("percent");
        let fraction = !sign(whole) && !sign(manner.label) && value.abs() < 0.01 && value.abs() > 0.0;
        return Some(if fraction { (value * 100.0, Some(Decided::Fraction)) } else { (value, None) });
    }
    let factor = [whole, manner.label].into_iter().find_map(|text| converts(text, row.unit));
    Some(match factor {
        Some(factor) if (factor - 1.0).abs() > 0.0 => (value * factor, Some(Decided::Converted)),
        _ => (value, None),
    })
}

/// How many of a unit of time one of those named in a text is.
fn converts(text: &str, unit: Unit) -> Option<f64> {
    let days = match unit {
        Unit::Days => 1.0,
        Unit::Months => 365.25 / 12.0,
        Unit::Years => 365.25,
        _ => return None,
    };
    let named =
        plain(text).split(' ').find_map(|word| match word.trim_start_matches(|c: char| c.is_numeric()) {
            "day" | "days" | "d" => Some(1.0),
            "week" | "weeks" | "wk" | "wks" => Some(7.0),
            "month" | "months" | "mo" | "mos" => Some(365.25 / 12.0),
            "quarter" | "quarters" => Some(365.25 / 4.0),
            "year" | "years" | "yr" | "yrs" => Some(365.25),
            _ => None,
        })?;
    Some(named / days)
}

/// What is wrong with a value within the table's bounds, if anything is: those of money on the scale of its currency.
fn bounds(value: f64, row: &Row, home: &str, code: Option<&str>) -> Option<Fault> {
    let code = code.filter(|code| CURRENCIES.iter().any(|(known, _)| known == code)).unwrap_or(home);
    let money = if row.unit.is_money() { scale(code) } else { 1.0 };
    let (least, most) = (row.min * money, row.max * money);
    if value < least {
        Some(Fault::TooSmall(value, least))
    } else if value > most {
        Some(Fault::TooLarge(value, most))
    } else {
        None
    }
}
