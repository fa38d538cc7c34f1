//! Fields made from the table of inputs: whatever a type declares has its control here.

use serde_json::{Map, Value, json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::controls::{button, labelled, notes};
use super::field::NumberField;
use super::range::ranges;
use crate::page::edits::Edits;
use crate::page::format::Locale;
use crate::page::shared::Shared;
use crate::scenario::check::Problem;
use crate::scenario::{CURRENCIES, Field, Kind, Row, counts, scale};
use crate::words::{Format, Text};

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
pub struct Form<'a> {
    /// The context.
    pub shared: &'a Shared,
    /// Where edits go.
    pub edits: &'a Edits,
    /// The document as edited.
    pub document: &'a Value,
    /// What is wrong with it.
    pub problems: &'a [Problem],
    /// Paths whose controls stand elsewhere: one control a path.
    pub elsewhere: &'a [String],
}

impl Form<'_> {
    pub(super) fn problem(&self, path: &str) -> Option<AttrValue> {
        let own = self.problems.iter().find(|problem| {
            problem.path == path
                || problem
                    .path
                    .strip_prefix(path)
                    .is_some_and(|rest| matches!(rest, ".low" | ".likely" | ".high"))
        })?;
        let field = crate::scenario::document::field(path);
        let share = matches!(field.map(|field| &field.kind), Some(Kind::Number(row)) if row.unit.is_share());
        let fault = self.shared.language.fault;
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

    /// The controls of a group of fields.
    pub fn group(&self, fields: &'static [Field], path: &str) -> Html {
        let at = crate::scenario::document::get(self.document, path);
        let at = if path.is_empty() { Some(self.document) } else { at };
        fields
            .iter()
            .filter(|field| counts(field, fields, at))
            .map(|field| {
                let child =
                    if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
                self.field(field, &child)
            })
            .collect()
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

    /// The control of one field.
    pub fn field(&self, field: &'static Field, path: &str) -> Html {
        if self.elsewhere.iter().any(|other| other == path) {
            return Html::default();
        }
        let value = crate::scenario::document::get(self.document, path);
        let (label, help) = (self.shared.label(field), self.shared.help(field));
        match &field.kind {
            Kind::Number(row) => self.number(field, row, path, None),
            Kind::Numbers { row, most } => self.season(field, row, *most, path, value),
            Kind::Group(fields) => html! {
                <fieldset class="group" key={path.to_owned()}><legend>{ label }</legend>{ self.group(fields, path) }</fieldset>
            },
            Kind::List { fields, most, .. } => self.list(field, fields, *most, path, value),
            Kind::Text { most } => {
                if path == "currency" {
                    return self.currency(label, help);
                }
                if path.starts_with("simulation.correlations.") {
                    return self.ranged(label, help, path, value);
                }
                self.words(label, help, path, value, *most > 200)
            }
            Kind::Flag => self.flag(label, help, path, value),
            Kind::Month => self.words(label, help, path, value, false),
            Kind::Choice(names) => {
                let chosen = value.and_then(Value::as_str).unwrap_or(names[0]);
                let options = names
                    .iter()
                    .map(|name| (*name, (self.shared.language.choice)(name).to_owned()))
                    .collect();
                self.select(label, help, path, chosen, options)
            }
        }
    }

    fn currency(&self, label: &str, help: &str) -> Html {
        let options = CURRENCIES.iter().map(|(code, _)| (*code, (*code).to_owned())).collect();
        self.select(label, help, "currency", &self.shared.locale.currency, options)
    }

    pub(super) fn select(
        &self,
        label: &str,
        help: &str,
        path: &str,
        chosen: &str,
        options: Vec<(&'static str, String)>,
    ) -> Html {
        let (edits, name) = (self.edits.clone(), path.to_owned());
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

    /// A text: one line, or several where it may be long.
    fn words(&self, label: &str, help: &str, path: &str, value: Option<&Value>, long: bool) -> Html {
        let (edits, name) = (self.edits.clone(), path.to_owned());
        let oninput = Callback::from(move |event: InputEvent| {
            // Both kinds of control have a value; reading it by property serves both.
            let target = event.target_unchecked_into::<HtmlInputElement>();
            let text = js_sys::Reflect::get(&target, &"value".into()).ok().and_then(|text| text.as_string());
            edits.set(&name, text.filter(|text| !text.is_empty()).map(Value::String));
        });
        let edits = self.edits.clone();
        let onblur = Callback::from(move |_: FocusEvent| edits.settle());
        let (id, problem) = (format!("field-{path}"), self.problem(path));
        let note = format!("{id}-note");
        let text = value.and_then(Value::as_str).unwrap_or_default().to_owned();
        let invalid = problem.is_some().then_some("true");
        let control = if long {
            html! { <textarea id={id.clone()} name={path.to_owned()} rows="3" value={text} aria-invalid={invalid} aria-describedby={note.clone()} {oninput} {onblur} /> }
        } else {
            html! { <input id={id.clone()} name={path.to_owned()} type="text" autocomplete="off" value={text} aria-invalid={invalid} aria-describedby={note.clone()} {oninput} {onblur} /> }
        };
        labelled("wide", &id, label, control, notes(Some(note), problem.as_deref(), help))
    }

    fn flag(&self, label: &str, help: &str, path: &str, value: Option<&Value>) -> Html {
        let (edits, name) = (self.edits.clone(), path.to_owned());
        let onchange = Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            edits.set_all(vec![(name.clone(), on.then_some(Value::Bool(true)))]);
        });
        let id = format!("field-{path}");
        let checked = value.and_then(Value::as_bool).unwrap_or_default();
        let control =
            html! { <input id={id.clone()} name={path.to_owned()} type="checkbox" {checked} {onchange} /> };
        labelled("flag", &id, label, control, notes(None, self.problem(path).as_deref(), help))
    }

    /// A button that makes one change.
    fn change(&self, word: Text, path: String, value: Option<Value>) -> Html {
        let edits = self.edits.clone();
        button(self.shared.text(word), "quiet", move || edits.set_all(vec![(path.clone(), value.clone())]))
    }

    fn list(
        &self,
        field: &'static Field,
        fields: &'static [Field],
        most: usize,
        path: &str,
        value: Option<&Value>,
    ) -> Html {
        let count = value.and_then(Value::as_array).map_or(0, Vec::len);
        // A new entry starts with what it requires, at zero: an empty one would only be an error message.
        let mut entry = Map::new();
        for one in fields {
            if let Kind::Number(row) = one.kind
                && row.default.is_none()
                && !row.optional
            {
                entry.insert(one.name.to_owned(), json!(row.min.max(0.0)));
            }
        }
        if path == "simulation.correlations" {
            // Of no two ranges there is no correlation to speak of.
            let ranged = ranges(self.document);
            if ranged.len() < 2 && count == 0 {
                return Html::default();
            }
            entry.extend(
                ["one", "other"].map(str::to_owned).into_iter().zip(ranged.into_iter().map(Value::from)),
            );
        }
        let add = if count == 0 {
            self.change(Text::AddEntry, path.to_owned(), Some(json!([entry])))
        } else {
            self.change(Text::AddEntry, format!("{path}.{count}"), Some(Value::Object(entry)))
        };
        html! {
            <fieldset class="group" key={path.to_owned()}>
                <legend>{ self.shared.label(field) }</legend>
                <p class="hint">{ self.shared.help(field) }</p>
                if let Some(problem) = self.problem(path) { <p class="error">{ problem }</p> }
                { for (0..count).map(|index| html! {
                    <div class="entry" key={index}>
                        { self.group(fields, &format!("{path}.{index}")) }
                        { self.change(Text::RemoveEntry, format!("{path}.{index}"), None) }
                    </div>
                }) }
                if count < most { { add } }
            </fieldset>
        }
    }

    /// Twelve factors, or none.
    fn season(
        &self,
        field: &'static Field,
        row: &'static Row,
        most: usize,
        path: &str,
        value: Option<&Value>,
    ) -> Html {
        let count = value.and_then(Value::as_array).map_or(0, Vec::len);
        let january = crate::scenario::Month { year: 2027, month: 1 };
        html! {
            <fieldset class="group" key={path.to_owned()}>
                <legend>{ self.shared.label(field) }</legend>
                <p class="hint">{ self.shared.help(field) }</p>
                if let Some(problem) = self.problem(path) { <p class="error">{ problem }</p> }
                { for (0..count).map(|index| {
                    let month = self.shared.locale.month_name(january.plus(index));
                    self.number(field, row, &format!("{path}.{index}"), Some(month.into()))
                }) }
                if count == 0 { { self.change(Text::UseSeason, path.to_owned(), Some(json!(vec![1; most]))) } }
                else { { self.change(Text::NoSeason, path.to_owned(), None) } }
            </fieldset>
        }
    }
}

/// A section of the form: closed, it is one line that says what it holds now; its fields are made only when it is open.
pub fn section(
    title: &str,
    summary: &str,
    wrong: Option<&str>,
    toggle: impl Fn() + 'static,
    fields: Option<Html>,
) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        toggle();
    });
    html! {
        <details class="section" open={fields.is_some()}>
            <summary {onclick}>
                <b>{ title }</b>
                <span class="summary">{ summary }</span>
                if let Some(wrong) = wrong { <span class="error">{ wrong }</span> }
            </summary>
            if let Some(fields) = fields { <div class="section-body">{ fields }</div> }
        </details>
    }
}
