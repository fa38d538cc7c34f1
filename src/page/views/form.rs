//! Controls of numbers, made from the table of inputs: what the six questions and the report's further inputs share.

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::controls::{labelled, notes};
use super::field::NumberField;
use crate::page::format::Locale;
use crate::page::shared::Shared;
use crate::scenario::check::{Fault, Problem};
use crate::scenario::{Field, Kind, Row, scale};
use crate::words::Format;

/// Writes numbers as the per cent that a field of shares shows.
pub struct Shares<'a>(pub &'a Locale);

impl Format for Shares<'_> {
    fn number(&self, value: f64) -> String {
        self.0.share(value)
    }
    fn money(&self, value: f64) -> String {
        self.0.money(value)
    }
    fn money_exact(&self, value: f64) -> String {
        self.0.money_exact(value)
    }
    fn share(&self, value: f64) -> String {
        self.0.share(value)
    }
}

/// What a form needs of the session.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    /// The context.
    pub shared: &'a Shared,
    /// The document as edited.
    pub document: &'a Value,
    /// What is wrong with it.
    pub problems: &'a [Problem],
    /// The words for that.
    pub fault: fn(&Fault, &dyn Format) -> String,
}

impl Form<'_> {
    /// What is wrong with the number at a path or with an end of its range, in words.
    pub fn problem(&self, path: &str) -> Option<AttrValue> {
        let own = self.problems.iter().find(|problem| {
            problem.path == path
                || problem
                    .path
                    .strip_prefix(path)
                    .is_some_and(|rest| matches!(rest, ".low" | ".likely" | ".high"))
        })?;
        let field = crate::scenario::document::field(path);
        let share = matches!(field.map(|field| &field.kind), Some(Kind::Number(row)) if row.unit.is_share());
        let fault = self.fault;
        Some(
            if share {
                fault(&own.fault, &Shares(&self.shared.locale))
            } else {
                fault(&own.fault, &*self.shared.locale)
            }
            .into(),
        )
    }

    /// The default of a row on the scenario's currency scale.
    fn default(&self, row: &Row) -> Option<f64> {
        let money = if row.unit.is_money() { scale(&self.shared.locale.currency) } else { 1.0 };
        row.default.map(|value| value * money)
    }

    /// The control of one number.
    pub fn number(
        &self,
        field: &'static Field,
        row: &'static Row,
        path: &str,
        label: Option<AttrValue>,
    ) -> Html {
        let given = crate::scenario::document::get(self.document, path);
        let parent = path
            .rsplit_once('.')
            .and_then(|(parent, _)| crate::scenario::document::get(self.document, parent));
        let currency = crate::scenario::document::contract_currency(self.document, path);
        let unit = AttrValue::from(self.shared.unit(crate::scenario::unit(row, parent), currency));
        let problem = self.problem(path);
        let label = label.unwrap_or_else(|| AttrValue::from(self.shared.label(field)));
        match given {
            Some(Value::Object(range)) => self.range(field, row, path, range, (label, unit)),
            _ => html! {
                <NumberField key={path.to_owned()} path={path.to_owned()} {field} {row} given={given.cloned()} default={self.default(row)}
                    {label} {problem} {unit} />
            },
        }
    }

    /// A choice among named options.
    pub fn select(
        &self,
        label: &str,
        help: &str,
        path: &str,
        chosen: &str,
        options: Vec<(&'static str, String)>,
    ) -> Html {
        let (edits, name) = (self.shared.edits.clone(), path.to_owned());
        let onchange = Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut changes = vec![(name.clone(), Some(Value::String(value)))];
            if let Some(price) = name.strip_suffix(".price.model") {
                // A price by the hour is none by the month: it is asked for anew.
                changes.push((format!("{price}.price.rate"), None));
            }
            edits.set_all(changes);
        });
        let id = format!("field-{path}");
        let control = html! {
            <select id={id.clone()} name={path.to_owned()} {onchange}>
                { for options.into_iter().map(|(value, word)| html! {
                    <option key={value} {value} selected={value == chosen}>{ word }</option>
                }) }
            </select>
        };
        labelled("", &id, label, control, notes(None, self.problem(path).as_deref(), help))
    }
}
