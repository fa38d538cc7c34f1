//! Base, growth and shocks: numbers that are typed faster than dragged.

use serde_json::Value;
use yew::prelude::*;

use super::entry::NumberEntry;
use super::leaf::{at_value, ends, row};
use super::panel::{Change, Shown};
use crate::engine::demand::stated_base;
use crate::page::shared::{Shared, use_shared};
use crate::report::words::Said as _;
use crate::scenario::{Event, Unit};
use crate::words::ReportText;

/// Demand as it is being edited, and where edits go.
#[derive(Properties, PartialEq)]
pub struct EditProps {
    /// Demand.
    pub shown: Shown,
    /// Where edits go.
    pub change: Callback<Change>,
}

/// A field of an input below the service's demand.
pub fn input(
    shared: &Shared,
    props: &EditProps,
    path: &str,
    words: Option<&str>,
    value: Option<f64>,
) -> Html {
    let Some((field, row)) = row(path) else { return Html::default() };
    let shown = &props.shown;
    let given = shown.given(path);
    let label = words.map_or_else(|| shared.label(field).to_owned(), str::to_owned);
    // Words too long to stand in the box stand under it.
    let (unit, under) = match row.unit {
        Unit::UnitsPerMonth => (String::new(), shared.said(shown.unit()).to_owned()),
        Unit::MonthNumber => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a checked month")]
            let at = value.map_or(1, |value| value as usize);
            (String::new(), shared.locale.month(shown.first.plus(at.saturating_sub(1))))
        }
        unit => (shared.unit(unit, None), String::new()),
    };
    let hint = ends(given).map_or(under, |(low, high)| {
        let end = |value: f64| shared.quantity(value, row.unit);
        shared.said_with(ReportText::BreakEvenFromTo, &[&end(low), &end(high)])
    });
    let default = if path == "base" { Some(stated_base(shown.service())) } else { row.default };
    let changed = {
        let (path, old) = (path.to_owned(), given.cloned());
        props.change.reform(move |to: Option<f64>| Change::Set {
            value: to.map(|to| at_value(old.as_ref(), to, row)),
            path: path.clone(),
            held: false,
        })
    };
    let id = format!("demand-{}-{}", shown.index, path.replace('.', "-"));
    let optional = row.optional || row.default.is_some();
    let settled = props.change.reform(|()| Change::Settled);
    html! { <NumberEntry key={id.clone()} id={id.clone()} {label} {unit} {row} value={given.and(value)} {default} {hint} {optional} {changed} {settled} /> }
}

/// The level of demand and how it moves.
#[component]
pub fn Level(props: &EditProps) -> Html {
    let shared = use_shared();
    let demand = &props.shown.service().demand;
    let one = |path: &str, words: Option<ReportText>, value: Option<f64>| {
        input(&shared, props, path, words.map(|words| shared.said(words)), value)
    };
    html! {
        <div class="entries">
            { one("base", None, demand.base) }
            { one("growth", Some(ReportText::DemandGrowth), Some(demand.growth)) }
            { one("spread", Some(ReportText::DemandSpread), Some(demand.spread)) }
            { one("persistence", Some(ReportText::DemandPersistence), Some(demand.persistence)) }
        </div>
    }
}

/// An entry of the list of events: its name and numbers, whether it is a surprise, and its end.
pub fn event(
    shared: &Shared,
    props: &EditProps,
    index: usize,
    event: &Event<f64>,
    name: Html,
    last: Html,
) -> Html {
    let number = |field: &str, words: ReportText, value: f64| {
        let path = format!("events.{index}.{field}");
        input(shared, props, &path, Some(shared.said(words)), Some(value))
    };
    html! {
        <li key={index} class="entries">
            { name }
            { number("start", ReportText::EventFrom, event.start) }
            { number("length", ReportText::EventMonths, event.length) }
            { number("uplift", ReportText::EventUplift, event.uplift) }
            { last }
        </li>
    }
}

/// The list of a service's events as the document gives it.
pub fn listed(shown: &Shown) -> Vec<Value> {
    shown.given("events").and_then(Value::as_array).cloned().unwrap_or_default()
}
