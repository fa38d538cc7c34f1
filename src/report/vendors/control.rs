//! Controls of the report for inputs that the form does not show, named by their path in the document.

use serde_json::{Value, json};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::{labelled, notes};
use crate::report::demand::{NumberEntry, at_value};
use crate::report::words::Said as _;
use crate::scenario::{Field, Kind, Row, document, scale};
use crate::words::Text;

/// Tells the page the value of a path; None takes it away.
pub(super) fn put(path: &str, value: Option<Value>) {
    tell(Message::Set, &json!([path, value]).to_string());
}

/// Ends a run of changes of one path.
pub(super) fn settle() {
    tell(Message::Set, "[]");
}

/// The control of an input, with its help below.
pub(super) fn control(shared: &Shared, plan: &Value, path: &str) -> Html {
    document::field(path)
        .map_or_else(Html::default, |field| of_field(shared, plan, path, field, shared.label(field)))
}

/// The control of an input under another label.
pub(super) fn of_field(
    shared: &Shared,
    plan: &Value,
    path: &str,
    field: &'static Field,
    label: &str,
) -> Html {
    let help = (shared.report().help)(&field.note());
    match &field.kind {
        Kind::Number(row) => number(shared, plan, path, row, label, help),
        Kind::Text { most } => {
            html! { <TextEntry key={path.to_owned()} path={path.to_owned()} label={label.to_owned()} hint={help} most={*most} value={text_at(plan, path)} /> }
        }
        Kind::Choice(names) => {
            let now = document::get(plan, path).and_then(Value::as_str).unwrap_or(names[0]);
            let options = names.iter().map(|name| ((*name).to_owned(), shared.choice(name).to_owned()));
            let path_of = path.to_owned();
            select(path, label, help, now, options.collect(), move |value| {
                put(&path_of, Some(json!(value)));
                settle();
            })
        }
        _ => Html::default(),
    }
}

/// A text of the document.
pub(super) fn value_text(plan: &Value, path: &str) -> String {
    text_at(plan, path)
}

fn text_at(plan: &Value, path: &str) -> String {
    document::get(plan, path).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// What a number is now, its likely value where it is a range.
pub(super) fn value_at(plan: &Value, path: &str) -> Option<f64> {
    likely(document::get(plan, path))
}

fn number(
    shared: &Shared,
    plan: &Value,
    path: &str,
    row: &'static Row,
    label: &str,
    help: &'static str,
) -> Html {
    let money = if row.unit.is_money() { scale(&shared.locale.currency) } else { 1.0 };
    let given = document::get(plan, path).cloned();
    html! {
        <PathNumber key={path.to_owned()} path={path.to_owned()} label={label.to_owned()} hint={help} {row} {given}
            default={row.default.map(|value| value * money)} />
    }
}

/// A number to edit.
#[derive(Properties)]
pub(super) struct PathNumberProps {
    /// Its path in the document: the control's name.
    pub path: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// What is written under it.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Its bounds and kind.
    pub row: &'static Row,
    /// What the document gives.
    pub given: Option<Value>,
    /// What stands where nothing is given.
    #[prop_or_default]
    pub default: Option<f64>,
}

impl PartialEq for PathNumberProps {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
            && self.label == other.label
            && self.hint == other.hint
            && std::ptr::eq(self.row, other.row)
            && self.given == other.given
            && self.default.map(f64::to_bits) == other.default.map(f64::to_bits)
    }
}

/// The plan's value of what a document gives.
fn likely(given: Option<&Value>) -> Option<f64> {
    let given = given?;
    given.as_f64().or_else(|| given.get("likely")?.as_f64())
}

/// A number of the document. What is typed counts until the document comes back with it, a frame later.
#[component]
pub(super) fn PathNumber(props: &PathNumberProps) -> Html {
    let shared = use_shared();
    // What was told, and the document's value before.
    let told = use_state(|| None::<(Option<Value>, Option<f64>)>);
    let value = (*told)
        .clone()
        .filter(|(before, _)| *before == props.given)
        .map_or_else(|| likely(props.given.as_ref()), |(_, now)| now);
    let changed = {
        let (told, old, path, row) = (told.setter(), props.given.clone(), props.path.clone(), props.row);
        Callback::from(move |value: Option<f64>| {
            told.set(Some((old.clone(), value)));
            put(&path, value.map(|value| at_value(old.as_ref(), value, row)));
        })
    };
    let settled = Callback::from(|()| settle());
    html! {
        <NumberEntry id={props.path.clone()} label={props.label.clone()} unit={shared.unit(props.row.unit, None)} row={props.row} {value}
            default={props.default} hint={props.hint.clone()} optional={true} {changed} {settled} />
    }
}

/// A choice among values with their words.
pub(super) fn select(
    path: &str,
    label: &str,
    help: &str,
    now: &str,
    options: Vec<(String, String)>,
    chosen: impl Fn(String) + 'static,
) -> Html {
    let onchange = Callback::from(move |event: Event| {
        chosen(event.target_unchecked_into::<HtmlSelectElement>().value())
    });
    let control = html! {
        <select id={path.to_owned()} name={path.to_owned()} {onchange}>
            { for options.into_iter().map(|(value, word)| html! { <option key={value.clone()} value={value.clone()} selected={value == now}>{ word }</option> }) }
        </select>
    };
    labelled("wide", path, label, control, notes(None, None, help))
}

/// The zones offered, and none.
pub(super) fn zone(shared: &Shared, plan: &Value, path: &str, chosen: impl Fn(String) + 'static) -> Html {
    let Some(field) = document::field(path) else { return Html::default() };
    let now = text_at(plan, path);
    let known = crate::zones::find(&now).map_or(now.as_str(), |zone| zone.name);
    let zones = crate::zones::ZONES.iter().map(|zone| (zone.name.to_owned(), zone.name.replace('_', " ")));
    let options = std::iter::once((String::new(), shared.text(Text::Empty).to_owned())).chain(zones);
    select(path, shared.label(field), (shared.report().help)(&field.note()), known, options.collect(), chosen)
}

/// A text to edit.
#[derive(Properties, PartialEq)]
pub(super) struct TextEntryProps {
    /// Its path in the document: the control's name.
    pub path: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// What is written under it.
    #[prop_or_default]
    pub hint: AttrValue,
    /// The longest text.
    pub most: usize,
    /// What it is now.
    pub value: AttrValue,
}

/// A text. What is being typed stays as it is typed until it is left: the page answers a frame later.
#[component]
pub(super) fn TextEntry(props: &TextEntryProps) -> Html {
    let draft = use_state(|| None::<String>);
    let oninput = {
        let (draft, path) = (draft.clone(), props.path.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            put(&path, (!text.is_empty()).then(|| json!(text)));
            draft.set(Some(text));
        })
    };
    let onblur = {
        let draft = draft.clone();
        Callback::from(move |_: FocusEvent| {
            draft.set(None);
            settle();
        })
    };
    let text = (*draft).clone().unwrap_or_else(|| props.value.to_string());
    let id = props.path.clone();
    let note = format!("{id}-note");
    let control = html! {
        <input id={id.clone()} name={id.clone()} type="text" maxlength={props.most.to_string()} autocomplete="off" value={text}
            aria-describedby={(!props.hint.is_empty()).then(|| note.clone())} {oninput} {onblur} />
    };
    let notes = if props.hint.is_empty() { Html::default() } else { notes(Some(note), None, &props.hint) };
    labelled("wide", &id, &props.label, control, notes)
}
