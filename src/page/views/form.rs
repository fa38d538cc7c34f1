//! Fields made from the table of inputs: whatever a type declares has its control here.

use serde_json::{Map, Value, json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::field::{NumberField, TextField};
use crate::page::shared::{Shared, use_shared};
use crate::scenario::check::Problem;
use crate::scenario::{CURRENCIES, Field, Kind, Row, counts, scale};
use crate::words::Text;

/// What a form needs of the session.
pub struct Form<'a> {
    /// The context.
    pub shared: &'a Shared,
    /// The document as edited.
    pub document: &'a Value,
    /// What is wrong with it.
    pub problems: &'a [Problem],
    /// Paths whose controls stand elsewhere: one control a path.
    pub elsewhere: &'a [String],
}

impl Form<'_> {
    fn problem(&self, path: &str) -> Option<AttrValue> {
        let own = self.problems.iter().find(|problem| {
            problem.path == path
                || problem
                    .path
                    .strip_prefix(path)
                    .is_some_and(|rest| matches!(rest, ".low" | ".likely" | ".high"))
        })?;
        Some((self.shared.language.fault)(&own.fault, &*self.shared.locale).into())
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
        let given = crate::scenario::document::get(self.document, path).cloned();
        let parent = path
            .rsplit_once('.')
            .and_then(|(parent, _)| crate::scenario::document::get(self.document, parent));
        let unit = Some(AttrValue::from(self.shared.unit(crate::scenario::unit(row, parent))));
        html! {
            <NumberField key={path.to_owned()} path={path.to_owned()} {field} {row} {given} default={self.default(row)}
                problem={self.problem(path)} {label} {unit} />
        }
    }

    /// The control of one field.
    pub fn field(&self, field: &'static Field, path: &str) -> Html {
        if self.elsewhere.iter().any(|other| other == path) {
            return Html::default();
        }
        let value = crate::scenario::document::get(self.document, path);
        let (label, help) = (self.shared.label(field), (self.shared.language.help)(field));
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
                let text = value.and_then(Value::as_str).unwrap_or_default().to_owned();
                html! {
                    <TextField key={path.to_owned()} path={path.to_owned()} {label} {help} value={text}
                        problem={self.problem(path)} long={*most > 200} />
                }
            }
            Kind::Flag => self.flag(label, help, path, value),
            Kind::Month => {
                let text = value.and_then(Value::as_str).unwrap_or_default().to_owned();
                html! { <TextField key={path.to_owned()} path={path.to_owned()} {label} {help} value={text} problem={self.problem(path)} /> }
            }
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

    fn select(
        &self,
        label: &str,
        help: &str,
        path: &str,
        chosen: &str,
        options: Vec<(&'static str, String)>,
    ) -> Html {
        let (shared, name) = (self.shared.clone(), path.to_owned());
        let onchange = Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            shared.set_all(vec![(name.clone(), Some(Value::String(value)))]);
        });
        let id = format!("field-{path}");
        html! {
            <div class="field" key={path.to_owned()}>
                <label for={id.clone()}>{ label }</label>
                <div class="box"><select {id} name={path.to_owned()} {onchange}>
                    { for options.into_iter().map(|(value, word)| html! {
                        <option key={value} {value} selected={value == chosen}>{ word }</option>
                    }) }
                </select></div>
                <div class="notes">
                    if let Some(problem) = self.problem(path) { <p class="error">{ problem }</p> }
                    else { <p class="hint">{ help }</p> }
                </div>
            </div>
        }
    }

    fn flag(&self, label: &str, help: &str, path: &str, value: Option<&Value>) -> Html {
        let (shared, name) = (self.shared.clone(), path.to_owned());
        let onchange = Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            shared.set_all(vec![(name.clone(), on.then_some(Value::Bool(true)))]);
        });
        let id = format!("field-{path}");
        html! {
            <div class="field flag" key={path.to_owned()}>
                <label for={id.clone()}>{ label }</label>
                <div class="box"><input {id} name={path.to_owned()} type="checkbox"
                    checked={value.and_then(Value::as_bool).unwrap_or_default()} {onchange} /></div>
                <div class="notes">
                    if let Some(problem) = self.problem(path) { <p class="error">{ problem }</p> }
                    else { <p class="hint">{ help }</p> }
                </div>
            </div>
        }
    }

    fn button(&self, word: Text, path: String, value: Option<Value>) -> Html {
        let shared = self.shared.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| shared.set_all(vec![(path.clone(), value.clone())]));
        html! { <button type="button" class="button quiet" {onclick}>{ self.shared.text(word) }</button> }
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
        let add = if count == 0 {
            self.button(Text::AddEntry, path.to_owned(), Some(json!([entry])))
        } else {
            self.button(Text::AddEntry, format!("{path}.{count}"), Some(Value::Object(entry)))
        };
        html! {
            <fieldset class="group" key={path.to_owned()}>
                <legend>{ self.shared.label(field) }</legend>
                <p class="hint">{ (self.shared.language.help)(field) }</p>
                if let Some(problem) = self.problem(path) { <p class="error">{ problem }</p> }
                { for (0..count).map(|index| html! {
                    <div class="entry" key={index}>
                        { self.group(fields, &format!("{path}.{index}")) }
                        { self.button(Text::RemoveEntry, format!("{path}.{index}"), None) }
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
                <p class="hint">{ (self.shared.language.help)(field) }</p>
                if let Some(problem) = self.problem(path) { <p class="error">{ problem }</p> }
                { for (0..count).map(|index| {
                    let month = self.shared.locale.month_name(january.plus(index));
                    self.number(field, row, &format!("{path}.{index}"), Some(month.into()))
                }) }
                if count == 0 { { self.button(Text::UseSeason, path.to_owned(), Some(json!(vec![1; most]))) } }
                else { { self.button(Text::NoSeason, path.to_owned(), None) } }
            </fieldset>
        }
    }
}

/// A section of the form: closed, it is one line that says what it holds now.
#[derive(Properties, PartialEq)]
pub struct SectionProps {
    /// Its title.
    pub title: AttrValue,
    /// What it holds now.
    pub summary: AttrValue,
    /// Whether a field inside needs attention.
    #[prop_or_default]
    pub wrong: bool,
    /// Whether it is open.
    pub open: bool,
    /// Opens or closes it.
    pub toggle: Callback<bool>,
    /// Its fields; rendered only when open.
    #[prop_or_default]
    pub children: Html,
}

/// A section of the form.
#[component]
pub fn Section(props: &SectionProps) -> Html {
    let shared = use_shared();
    let (toggle, open) = (props.toggle.clone(), props.open);
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        toggle.emit(!open);
    });
    html! {
        <details class="section" open={props.open}>
            <summary {onclick}>
                <b>{ &props.title }</b>
                <span class="summary">{ &props.summary }</span>
                if props.wrong { <span class="error">{ shared.filled(Text::Problems, &[""]) }</span> }
            </summary>
            if props.open { <div class="section-body">{ props.children.clone() }</div> }
        </details>
    }
}
