//! How figures of the simulation are written: no more exact than they are, each with its path in the result file.

use serde_json::Value;
use yew::prelude::*;

use super::exact::{Chance, Found};
use crate::page::shared::Shared;
use crate::page::views::figures::figure;
use crate::report::words::Said as _;
use crate::words::{DoubtText, Format};

/// The path of a figure in the result file.
pub fn path_of(found: &Value, path: &str) -> String {
    let at = crate::scenario::document::get(found, path);
    if at.is_some_and(Value::is_object) {
        format!("simulation.{path}.value")
    } else {
        format!("simulation.{path}")
    }
}

/// Money.
pub fn money(shared: &Shared, found: Found) -> String {
    shared.locale.money(found.rounded())
}

/// A probability.
pub fn chance(shared: &Shared, found: Found) -> String {
    let share = |value: f64| shared.locale.share(value);
    match found.chance() {
        Chance::None => share(0.0),
        Chance::All => share(1.0),
        Chance::Below(value) => shared.doubt_with(DoubtText::Below, &[&share(value)]),
        Chance::Above(value) => shared.doubt_with(DoubtText::Above, &[&share(value)]),
        Chance::About(value) => share(value),
    }
}

/// A share of work.
pub fn share(shared: &Shared, found: Found) -> String {
    shared.locale.share(found.rounded())
}

/// How a kind of figure is written.
pub type Written = fn(&Shared, Found) -> String;

/// The figure at a path of a summary; nothing where there is none.
pub fn shown(shared: &Shared, summary: &Value, path: &str, written: Written) -> Html {
    Found::at(summary, path).map_or_else(Html::default, |found| {
        figure(shared, found.value, &path_of(summary, path), written(shared, found))
    })
}

/// The words of the figure at a path; empty where there is none.
pub fn said(shared: &Shared, summary: &Value, path: &str, written: Written) -> String {
    Found::at(summary, path).map(|found| written(shared, found)).unwrap_or_default()
}
