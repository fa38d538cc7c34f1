//! One field of the form. It keeps the text that the visitor types until they leave it.

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::controls::{labelled, notes};
use crate::page::browser;
use crate::page::entry::{EntryKind, EntryProblem, read, write};
use crate::page::shared::{Shared, use_shared};
use crate::scenario::{Field, Row};
use crate::words::Text;

/// A number field's part of the document.
#[derive(Properties)]
pub struct NumberProps {
    /// Its path in the document: the control's name.
    pub path: AttrValue,
    /// The field that declares it.
    pub field: &'static Field,
    /// Its row.
    pub row: &'static Row,
    /// What the document gives, if anything.
    pub given: Option<Value>,
    /// What stands when nothing is given.
    pub default: Option<f64>,
    /// What is wrong with it, in words.
    pub problem: Option<AttrValue>,
    /// Another label than the field's own.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    /// Another unit than the row's own.
    #[prop_or_default]
    pub unit: Option<AttrValue>,
    /// The note that it shares with the other ends of a range, where it is one.
    #[prop_or_default]
    pub end: Option<AttrValue>,
}

impl PartialEq for NumberProps {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path
            && std::ptr::eq(self.field, other.field)
            && self.given == other.given
            && self.default.map(f64::to_bits) == other.default.map(f64::to_bits)
            && self.problem == other.problem
            && self.label == other.label
            && self.unit == other.unit
    }
}

/// Puts the focus on what stands at a path once it is drawn anew: a number, or the low end of a range.
pub(super) fn focus_on(path: &str) {
    let selector = format!("[name=\"{path}\"], [name=\"{path}.low\"]");
    gloo_timers::callback::Timeout::new(0, move || browser::focus_here(&selector)).forget();
}

pub(super) fn kind(row: &Row) -> EntryKind {
    if row.unit.is_share() {
        EntryKind::Percent
    } else if row.whole {
        EntryKind::Whole
    } else {
        EntryKind::Plain
    }
}

/// A value of a document as the field shows it.
fn shown(shared: &Shared, row: &Row, value: Option<&Value>) -> String {
    match value {
        Some(Value::Number(number)) => number
            .as_f64()
            .map(|number| write(number, shared.locale.separators, kind(row)))
            .unwrap_or_default(),
        Some(Value::String(text)) => text.clone(),
        Some(other) => crate::json::write(other),
        None => String::new(),
    }
}

/// What the document holds for a text: the number it says; the text itself where it says none; nothing where it is empty.
fn understood(shared: &Shared, row: &Row, text: &str) -> Option<Value> {
    match read(text, shared.locale.separators, kind(row)) {
        Ok(number) => Some(serde_json::Number::from_f64(number).map_or(Value::Null, Value::Number)),
        Err(EntryProblem::Empty) => None,
        Err(_) => Some(Value::String(text.to_owned())),
    }
}

/// A number.
#[component]
pub fn NumberField(props: &NumberProps) -> Html {
    let shared = use_shared();
    let edits = shared.edits.clone();
    let draft = use_state(|| None::<String>);
    let row = props.row;
    let settled = shown(&shared, row, props.given.as_ref());
    // What is being typed stays as it is typed, unless the document has changed under it, as by undo.
    let typed = (*draft).clone().filter(|text| understood(&shared, row, text) == props.given);
    let text = typed.clone().unwrap_or_else(|| settled.clone());
    let placeholder = props.default.map(|value| write(value, shared.locale.separators, kind(row)));
    let oninput = {
        let (shared, edits, draft, path) = (shared.clone(), edits.clone(), draft.clone(), props.path.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let value = understood(&shared, row, &text);
            // An entry of a list keeps its place when emptied, or those after it would move up.
            let listed = path.rsplit('.').next().is_some_and(|step| step.parse::<usize>().is_ok());
            let value = value.or_else(|| listed.then(|| Value::String(String::new())));
            edits.set(&path, value);
            draft.set(Some(text));
        })
    };
    let onblur = {
        let (edits, draft) = (edits.clone(), draft.clone());
        Callback::from(move |_: FocusEvent| {
            draft.set(None);
            edits.settle();
        })
    };
    let label = props.label.clone().unwrap_or_else(|| AttrValue::from(shared.label(props.field)));
    let unit = props.unit.clone().unwrap_or_else(|| AttrValue::from(shared.unit(row.unit, None)));
    let id = format!("field-{}", props.path);
    let note = props.end.clone().unwrap_or_else(|| format!("{id}-note").into());
    let echo = typed
        .as_ref()
        .filter(|text| text.trim() != settled && props.problem.is_none() && props.given.is_some())
        .map(|_| shared.filled(Text::UnderstoodAs, &[&format!("{settled} {unit}")]));
    let origin = if props.given.is_some() { "given" } else { "default" };
    let signed = row.min < 0.0 || draft.is_some();
    let hint = echo.unwrap_or_else(|| shared.help(props.field).to_owned());
    let input = html! {
        <input id={id.clone()} name={props.path.clone()} type="text" autocomplete="off" spellcheck="false"
            inputmode={(!signed && row.whole).then_some("numeric")}
            value={text} placeholder={placeholder.unwrap_or_else(|| shared.text(Text::Empty).to_owned())}
            aria-invalid={props.problem.is_some().then_some("true")} aria-describedby={note.clone()}
            {oninput} {onblur} />
    };
    if props.end.is_some() {
        return html! { <div class="end"><label for={id}>{ label }</label><div class="box">{ input }</div></div> };
    }
    let widen = (row.range && (props.given.is_some() || props.default.is_some())).then(|| {
        let (path, words) = (props.path.clone(), shared.filled(Text::MakeRange, &[&label]));
        let onclick = Callback::from(move |_: MouseEvent| {
            edits.widen(&path);
            focus_on(&path);
        });
        html! { <button type="button" class="widen" aria-label={words.clone()} title={words} {onclick}>{ "±" }</button> }
    });
    let control = html! { <>{ input }<span class="unit">{ unit }</span>{ widen.unwrap_or_default() }</> };
    labelled(origin, &id, &label, control, notes(Some(note.to_string()), props.problem.as_deref(), &hint))
}
