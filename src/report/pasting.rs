//! What is pasted from a spreadsheet, dropped or chosen as a file: the part that opens, the field, the button.

use web_sys::{DragEvent, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::words::Said as _;
use crate::page::shared::use_shared;
use crate::words::ReportText;

/// What the part is handed.
#[derive(Properties, PartialEq)]
pub struct PastingProps {
    /// What can be pasted.
    pub title: AttrValue,
    /// How, in one line.
    pub subtitle: AttrValue,
    /// It is open.
    pub open: bool,
    /// It is to be opened, or closed.
    pub set: Callback<bool>,
    /// What it holds while it is open.
    pub children: Html,
}

/// A part that opens; whoever keeps what was pasted keeps whether it is open, too.
#[component]
pub fn Pasting(props: &PastingProps) -> Html {
    let onclick = {
        let (set, open) = (props.set.clone(), props.open);
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            set.emit(!open);
        })
    };
    html! {
        <details class="panel past" open={props.open}>
            <summary {onclick}><h3>{ &props.title }</h3><p class="subtitle">{ &props.subtitle }</p></summary>
            if props.open { { props.children.clone() } }
        </details>
    }
}

/// What the field is handed.
#[derive(Properties, PartialEq)]
pub struct PasteFieldProps {
    /// Its id and name.
    pub id: AttrValue,
    /// What goes into it.
    pub label: AttrValue,
    /// An example.
    pub example: AttrValue,
    /// What is said below while nothing is wrong.
    pub hint: AttrValue,
    /// Why the text cannot be read.
    pub problem: Option<AttrValue>,
    /// The text as it is.
    pub text: AttrValue,
    /// Another text is pasted, typed or dropped.
    pub take: Callback<String>,
}

/// A field for text of many lines that takes a dropped file, too.
#[component]
pub fn PasteField(props: &PasteFieldProps) -> Html {
    let oninput =
        props.take.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let ondrop = {
        let take = props.take.clone();
        Callback::from(move |event: DragEvent| {
            let files = event.data_transfer().and_then(|data| data.files());
            // Text that is dropped goes where the browser puts it.
            if let Some(file) = files.and_then(|files| files.get(0)) {
                event.prevent_default();
                take_file(Some(file), take.clone());
            }
        })
    };
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let note = format!("{}-note", props.id);
    html! {
        <div class="field wide" {ondrop} {ondragover}>
            <label for={props.id.clone()}>{ &props.label }</label>
            <div class="box"><textarea id={props.id.clone()} name={props.id.clone()} rows="6" spellcheck="false" placeholder={&props.example}
                value={props.text.to_string()} aria-invalid={props.problem.is_some().then_some("true")} aria-describedby={note.clone()} {oninput} /></div>
            <div id={note} class="notes" role="status">
                if let Some(problem) = &props.problem { <p class="error">{ problem }</p> }
                else { <p class="hint">{ &props.hint }</p> }
            </div>
        </div>
    }
}

/// What the button is handed.
#[derive(Properties, PartialEq)]
pub struct PasteFileProps {
    /// The name of its input.
    pub name: AttrValue,
    /// Takes the text of the file.
    pub take: Callback<String>,
}

/// A button that chooses a file of text.
#[component]
pub fn PasteFile(props: &PasteFileProps) -> Html {
    let shared = use_shared();
    let onchange = {
        let take = props.take.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            take_file(input.files().and_then(|files| files.get(0)), take.clone());
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    html! {
        <label class="button file">{ shared.said(ReportText::PastFile) }<input type="file" name={props.name.clone()} accept=".csv,.tsv,.txt,text/csv,text/plain" class="visually-hidden" {onchange} /></label>
    }
}

/// Hands on the text of a file.
fn take_file(file: Option<File>, take: Callback<String>) {
    let Some(file) = file else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
        if let Some(text) = text.ok().and_then(|text| text.as_string()) {
            take.emit(text);
        }
    });
}
