//! Ranges offered for a number: the span that a source gives, or one around the value where none does.

use serde_json::{Map, Value};

use super::build::likely;
use super::document::{before, field, get};
use super::places::{in_dollars, priced};
use super::{Grade, Kind, Row, Span, scale};

/// A range offered for a number; `likely` is what the number is now, so that making it a range does not change the plan.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Offered {
    /// Low, likely and high, in the unit of the input.
    pub ends: [f64; 3],
    /// Whether a source gives it; otherwise it is only a spread around the value.
    pub sourced: bool,
    /// Publisher and year; empty where the field's [`Note`](super::Note) has them.
    pub source: &'static str,
    /// The mark of the source's grade.
    pub grade: &'static str,
}

impl Offered {
    /// The range as a document holds it.
    #[must_use]
    pub fn value(&self) -> Value {
        let mut ends = Map::new();
        // One by one: collecting would bring a sort.
        for (name, end) in ["low", "likely", "high"].into_iter().zip(self.ends) {
            ends.insert(name.to_owned(), end.into());
        }
        Value::Object(ends)
    }
}

/// What managed services have cost for a user a month, for a support desk billed by users.
const MANAGED: Sourced =
    (Span { low: 50.0, high: 300.0, grade: Grade::D }, "Managed services: mspnotes 2024, MSP benchmarks");
/// How fast data has grown in a year.
const DATA_GROWTH: Sourced = (
    Span { low: 0.15, high: 0.4, grade: Grade::J },
    "Between the end points of IDC’s forecasts; our judgement",
);

/// A span and its source; empty where the field's note has it.
type Sourced = (Span, &'static str);

/// What bounds and spans of a row are multiples of.
fn money(document: &Value, row: &Row) -> f64 {
    if row.unit.is_money() {
        scale(document.get("currency").and_then(Value::as_str).unwrap_or("USD"))
    } else {
        1.0
    }
}

fn row(path: &str) -> Option<&'static Row> {
    match field(path)?.kind {
        Kind::Number(row) | Kind::Numbers { row, .. } => row.range.then_some(row),
        _ => None,
    }
}

/// The span that a source gives for a number, by its row or by what stands beside it: vendor's place, line of work, what is billed.
fn span(document: &Value, path: &str, row: &Row) -> Option<Sourced> {
    if let Some(offer) = path.strip_suffix(".price.rate") {
        if let Some(place) = priced(document, offer) {
            return Some((Span { low: place.rate[0], high: place.rate[2], grade: Grade::J }, place.source));
        }
        let service = before(offer, "offers")?;
        let by_users = get(document, &format!("{offer}.price.model")).is_some_and(|model| model == "unit")
            && get(document, &format!("{offer}.price.counted")).is_some();
        let support =
            get(document, &format!("{service}.line")).is_some_and(|line| line == "support_maintenance");
        return (by_users && support && in_dollars(document, offer)).then_some(MANAGED);
    }
    if let Some(service) = path.strip_suffix(".demand.growth") {
        return get(document, &format!("{service}.line"))
            .is_some_and(|line| line == "data_management")
            .then_some(DATA_GROWTH);
    }
    let money = money(document, row);
    row.span.map(|span| (Span { low: span.low * money, high: span.high * money, ..span }, ""))
}

/// The sourced range of a number, where a source gives one that its present value lies in.
#[must_use]
pub fn offered(document: &Value, path: &str) -> Option<Offered> {
    let row = row(path)?;
    let now = present(document, path, row)?;
    let (span, source) = span(document, path, row)?;
    let within = span.low <= now && now <= span.high;
    let ends = [span.low, now, span.high];
    within.then_some(Offered { ends, sourced: true, source, grade: span.grade.mark() })
}

/// The range that a number becomes in one step: the sourced one, else a fifth of the value to either side, within its bounds. None
/// where no range may stand, or nothing stands yet.
#[must_use]
pub fn around(document: &Value, path: &str) -> Option<Offered> {
    if let Some(offered) = offered(document, path) {
        return Some(offered);
    }
    let row = row(path)?;
    let now = present(document, path, row)?;
    // Of nothing there is no fifth: growth of nothing strays by five points, an amount of nothing is at most one.
    let step = if now.abs() > 0.0 {
        now.abs() / 5.0
    } else if row.unit.is_share() {
        0.05
    } else {
        1.0
    };
    let step = if row.whole { libm::ceil(step) } else { step };
    let money = money(document, row);
    let (low, high) = (tidy(now - step).max(row.min * money), tidy(now + step).min(row.max * money));
    Some(Offered { ends: [low.min(now), now, high.max(now)], sourced: false, source: "", grade: "" })
}

fn present(document: &Value, path: &str, row: &Row) -> Option<f64> {
    match get(document, path) {
        Some(given) => likely(given),
        None => row.default.map(|value| value * money(document, row)),
    }
}

/// A value to three digits.
fn tidy(value: f64) -> f64 {
    let mut power = 1.0;
    while value.abs() * power < 100.0 && power < 1e9 {
        power *= 10.0;
    }
    let mut step = 1.0;
    while value.abs() / step >= 1000.0 {
        step *= 10.0;
    }
    libm::round(value * power / step) * step / power
}
