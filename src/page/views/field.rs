//! One field of the form. It keeps the text that the visitor types until they leave it.

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::page::entry::{EntryKind, EntryProblem, read, write};
use crate::page::session::Edit;
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

fn kind(row: &Row) -> EntryKind {
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
        Some(other) => other.to_string(),
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

/// A number: one input, or three where a range is given.
#[component]
pub fn NumberField(props: &NumberProps) -> Html {
    let shared = use_shared();
    if let Some(Value::Object(range)) = &props.given {
        let ends = [("low", Text::Low), ("likely", Text::Likely), ("high", Text::High)];
        return html! {
            <fieldset class="range">
                <legend>{ shared.label(props.field) }</legend>
                { for ends.into_iter().map(|(end, word)| html! {
                    <OneNumber path={format!("{}.{end}", props.path)} field={props.field} row={props.row}
                        given={range.get(end).cloned()} default={None::<f64>} problem={props.problem.clone()}
                        label={Some(AttrValue::from(shared.text(word)))} unit={props.unit.clone()} />
                }) }
            </fieldset>
        };
    }
    html! {
        <OneNumber path={props.path.clone()} field={props.field} row={props.row} given={props.given.clone()}
            default={props.default} problem={props.problem.clone()} label={props.label.clone()} unit={props.unit.clone()} />
    }
}

#[component]
fn OneNumber(props: &NumberProps) -> Html {
    let shared = use_shared();
    let draft = use_state(|| None::<String>);
    let row = props.row;
    let settled = shown(&shared, row, props.given.as_ref());
    // What is being typed stays as it is typed, unless the document has changed under it, as by undo.
    let typed = (*draft).clone().filter(|text| understood(&shared, row, text) == props.given);
    let text = typed.clone().unwrap_or_else(|| settled.clone());
    let placeholder = props.default.map(|value| write(value, shared.locale.separators, kind(row)));
    let oninput = {
        let (shared, draft, path) = (shared.clone(), draft.clone(), props.path.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let value = understood(&shared, row, &text);
            draft.set(Some(text));
            shared.set(&path, value);
        })
    };
    let onblur = {
        let (dispatch, draft) = (shared.dispatch.clone(), draft.clone());
        Callback::from(move |_: FocusEvent| {
            draft.set(None);
            dispatch.dispatch(Edit::Settle);
        })
    };
    let label = props.label.clone().unwrap_or_else(|| AttrValue::from(shared.label(props.field)));
    let unit = props.unit.clone().unwrap_or_else(|| AttrValue::from(shared.unit(row.unit)));
    let id = format!("field-{}", props.path);
    let note = format!("{id}-note");
    let echo = typed
        .as_ref()
        .filter(|text| text.trim() != settled && props.problem.is_none() && props.given.is_some())
        .map(|_| shared.filled(Text::UnderstoodAs, &[&format!("{settled} {unit}")]));
    let origin = if props.given.is_some() { "given" } else { "default" };
    let signed = row.min < 0.0 || draft.is_some();
    html! {
        <div class={classes!("field", origin)}>
            <label for={id.clone()}>{ label }</label>
            <div class="box">
                <input id={id} name={props.path.clone()} type="text" autocomplete="off" spellcheck="false"
                    inputmode={(!signed && row.whole).then_some("numeric")}
                    value={text} placeholder={placeholder.unwrap_or_else(|| shared.text(Text::Empty).to_owned())}
                    aria-invalid={props.problem.is_some().then_some("true")} aria-describedby={note.clone()}
                    {oninput} {onblur} />
                <span class="unit">{ unit }</span>
            </div>
            <div id={note} class="notes">
                if let Some(problem) = &props.problem { <p class="error">{ problem }</p> }
                else if let Some(echo) = echo { <p class="hint">{ echo }</p> }
                else { <p class="hint">{ (shared.language.help)(props.field) }</p> }
            </div>
        </div>
    }
}

/// A text field's part of the document.
#[derive(Properties, PartialEq)]
pub struct TextProps {
    /// Its path in the document.
    pub path: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// What it means.
    pub help: AttrValue,
    /// The text.
    pub value: AttrValue,
    /// What is wrong with it, in words.
    pub problem: Option<AttrValue>,
    /// Several lines.
    #[prop_or_default]
    pub long: bool,
}

/// A text.
#[component]
pub fn TextField(props: &TextProps) -> Html {
    let shared = use_shared();
    let id = format!("field-{}", props.path);
    let note = format!("{id}-note");
    let set = {
        let (shared, path) = (shared.clone(), props.path.clone());
        move |text: String| shared.set(&path, (!text.is_empty()).then_some(Value::String(text)))
    };
    let oninput = Callback::from(move |event: InputEvent| {
        // Both kinds of control have a value; reading it by property serves both.
        let target = event.target_unchecked_into::<HtmlInputElement>();
        let text = js_sys::Reflect::get(&target, &"value".into()).ok().and_then(|text| text.as_string());
        set(text.unwrap_or_default());
    });
    let dispatch = shared.dispatch.clone();
    let onblur = Callback::from(move |_: FocusEvent| dispatch.dispatch(Edit::Settle));
    let invalid = props.problem.is_some().then_some("true");
    html! {
        <div class="field wide">
            <label for={id.clone()}>{ &props.label }</label>
            <div class="box">
                if props.long {
                    <textarea {id} name={props.path.clone()} rows="3" value={props.value.clone()} aria-invalid={invalid}
                        aria-describedby={note.clone()} {oninput} {onblur} />
                } else {
                    <input {id} name={props.path.clone()} type="text" autocomplete="off" value={props.value.clone()}
                        aria-invalid={invalid} aria-describedby={note.clone()} {oninput} {onblur} />
                }
            </div>
            <div id={note} class="notes">
                if let Some(problem) = &props.problem { <p class="error">{ problem }</p> }
                else { <p class="hint">{ &props.help }</p> }
            </div>
        </div>
    }
}
