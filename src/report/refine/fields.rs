//! The control of whatever a type declares, made from the table of inputs.

use serde_json::{Map, Value, json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::page::views::controls::{button, labelled, notes};
use crate::page::views::form::Form;
use crate::report::ranges::ranges;
use crate::report::words::Said as _;
use crate::scenario::document::{self, get};
use crate::scenario::{CURRENCIES, Field, Kind, Row, counts};
use crate::words::{RefineText, Text};

/// The controls of a form.
#[derive(Clone, Copy)]
pub(super) struct Fields<'a> {
    /// What they need of the session.
    pub form: Form<'a>,
    /// Paths whose controls stand elsewhere: one control a path.
    pub elsewhere: &'a [String],
}

impl Fields<'_> {
    /// The controls of a group of fields.
    pub fn group(&self, fields: &'static [Field], path: &str) -> Html {
        let at = get(self.form.document, path);
        let at = if path.is_empty() { Some(self.form.document) } else { at };
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

    /// The control of one field.
    pub fn field(&self, field: &'static Field, path: &str) -> Html {
        if self.elsewhere.iter().any(|other| other == path) {
            return Html::default();
        }
        let value = get(self.form.document, path);
        let (label, help) = (self.form.shared.label(field), self.form.shared.help(field));
        match &field.kind {
            Kind::Number(row) => self.form.number(field, row, path, None),
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
                let options =
                    names.iter().map(|name| (*name, self.form.shared.choice(name).to_owned())).collect();
                self.form.select(label, help, path, chosen, options)
            }
        }
    }

    fn currency(&self, label: &str, help: &str) -> Html {
        let options = CURRENCIES.iter().map(|(code, _)| (*code, (*code).to_owned())).collect();
        self.form.select(label, help, "currency", &self.form.shared.locale.currency, options)
    }

    /// One of the two ranges of a correlation.
    fn ranged(&self, label: &str, help: &str, path: &str, value: Option<&Value>) -> Html {
        let (edits, name, chosen) = (
            self.form.shared.edits.clone(),
            path.to_owned(),
            value.and_then(Value::as_str).unwrap_or_default(),
        );
        let onchange = Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            edits.set_all(vec![(name.clone(), Some(value.into()))]);
        });
        // Several services and vendors have inputs of one name: their numbers tell them apart.
        let called = |path: &str| {
            let label = document::field(path).map_or(path, |field| self.form.shared.label(field));
            let places = path
                .split('.')
                .filter_map(|step| step.parse::<usize>().ok())
                .map(|place| (place + 1).to_string());
            format!("{label} {}", places.collect::<Vec<_>>().join("."))
        };
        let mut paths = ranges(self.form.document);
        if !paths.iter().any(|path| path == chosen) {
            paths.insert(0, chosen.to_owned());
        }
        let id = format!("field-{path}");
        let control = html! {
            <select id={id.clone()} name={path.to_owned()} {onchange}>
                { for paths.into_iter().map(|path| html! { <option key={path.clone()} value={path.clone()} selected={path == chosen}>{ called(&path) }</option> }) }
            </select>
        };
        labelled("", &id, label, control, notes(None, self.form.problem(path).as_deref(), help))
    }

    /// A text: one line, or several where it may be long.
    fn words(&self, label: &str, help: &str, path: &str, value: Option<&Value>, long: bool) -> Html {
        let (edits, name) = (self.form.shared.edits.clone(), path.to_owned());
        let oninput = Callback::from(move |event: InputEvent| {
            // Both kinds of control have a value; reading it by property serves both.
            let target = event.target_unchecked_into::<HtmlInputElement>();
            let text = js_sys::Reflect::get(&target, &"value".into()).ok().and_then(|text| text.as_string());
            edits.set(&name, text.filter(|text| !text.is_empty()).map(Value::String));
        });
        let edits = self.form.shared.edits.clone();
        let onblur = Callback::from(move |_: FocusEvent| edits.settle());
        let (id, problem) = (format!("field-{path}"), self.form.problem(path));
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
        let (edits, name) = (self.form.shared.edits.clone(), path.to_owned());
        let onchange = Callback::from(move |event: Event| {
            let on = event.target_unchecked_into::<HtmlInputElement>().checked();
            edits.set_all(vec![(name.clone(), on.then_some(Value::Bool(true)))]);
        });
        let id = format!("field-{path}");
        let checked = value.and_then(Value::as_bool).unwrap_or_default();
        let control =
            html! { <input id={id.clone()} name={path.to_owned()} type="checkbox" {checked} {onchange} /> };
        labelled("flag", &id, label, control, notes(None, self.form.problem(path).as_deref(), help))
    }

    /// A button that makes one change.
    fn change(&self, word: &str, path: String, value: Option<Value>) -> Html {
        let edits = self.form.shared.edits.clone();
        button(word, "quiet", move || edits.set_all(vec![(path.clone(), value.clone())]))
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
            let ranged = ranges(self.form.document);
            if ranged.len() < 2 && count == 0 {
                return Html::default();
            }
            entry.extend(
                ["one", "other"].map(str::to_owned).into_iter().zip(ranged.into_iter().map(Value::from)),
            );
        }
        let add = if count == 0 {
            self.change(
                self.form.shared.refined(RefineText::AddEntry),
                path.to_owned(),
                Some(Value::Array(vec![Value::Object(entry)])),
            )
        } else {
            self.change(
                self.form.shared.refined(RefineText::AddEntry),
                format!("{path}.{count}"),
                Some(Value::Object(entry)),
            )
        };
        html! {
            <fieldset class="group" key={path.to_owned()}>
                <legend>{ self.form.shared.label(field) }</legend>
                <p class="hint">{ self.form.shared.help(field) }</p>
                if let Some(problem) = self.form.problem(path) { <p class="error">{ problem }</p> }
                { for (0..count).map(|index| html! {
                    <div class="entry" key={index}>
                        { self.group(fields, &format!("{path}.{index}")) }
                        { self.change(self.form.shared.text(Text::RemoveEntry), format!("{path}.{index}"), None) }
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
                <legend>{ self.form.shared.label(field) }</legend>
                <p class="hint">{ self.form.shared.help(field) }</p>
                if let Some(problem) = self.form.problem(path) { <p class="error">{ problem }</p> }
                { for (0..count).map(|index| {
                    let month = self.form.shared.locale.month_name(january.plus(index));
                    self.form.number(field, row, &format!("{path}.{index}"), Some(month.into()))
                }) }
                if count == 0 { { self.change(self.form.shared.refined(RefineText::UseSeason), path.to_owned(), Some(Value::from(vec![1; most]))) } }
                else { { self.change(self.form.shared.text(Text::NoSeason), path.to_owned(), None) } }
            </fieldset>
        }
    }
}
