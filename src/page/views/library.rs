//! The scenarios saved in this browser, and the templates to start from.

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::explanation::Dialog;
use crate::page::shared::use_shared;
use crate::page::storage::Store;
use crate::scenario::document::set;
use crate::scenario::templates::TEMPLATES;
use crate::words::Text;

/// What the library is asked to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// Opens a saved scenario.
    Open(String),
    /// Starts a scenario from a document.
    Start(Value),
    /// Deletes a saved scenario.
    Delete(String),
    /// Deletes all of them.
    DeleteAll,
    /// Gives a saved scenario another name.
    Rename(String, String),
}

/// The library's dialog.
#[derive(Properties, PartialEq)]
pub struct LibraryProps {
    /// Where scenarios are saved.
    pub store: Store,
    /// The one that is open.
    pub current: Option<String>,
    /// Called with what the visitor wants.
    pub wish: Callback<Wish>,
    /// Called when the dialog is closed.
    pub close: Callback<()>,
}

/// A document's name.
#[must_use]
pub fn name(document: &Value) -> &str {
    document.get("name").and_then(Value::as_str).unwrap_or_default()
}

/// Saved scenarios and templates.
#[component]
pub fn Library(props: &LibraryProps) -> Html {
    let shared = use_shared();
    let saved = props.store.all();
    let button = |word: Text, wish: Wish| {
        let send = props.wish.clone();
        html! { <button type="button" class="button quiet" onclick={move |_: MouseEvent| send.emit(wish.clone())}>{ shared.text(word) }</button> }
    };
    html! {
        <Dialog title={shared.text(Text::LibraryTitle)} close={props.close.clone()}>
            <h3>{ shared.text(Text::LibrarySaved) }</h3>
            if saved.is_empty() { <p class="hint">{ shared.text(Text::LibraryEmpty) }</p> }
            <ul class="library">{ for saved.iter().map(|one| {
                let (send, id) = (props.wish.clone(), one.id.clone());
                let rename = Callback::from(move |event: Event| {
                    send.emit(Wish::Rename(id.clone(), event.target_unchecked_into::<HtmlInputElement>().value()));
                });
                let mut copy = one.document.clone();
                set(&mut copy, "name", Some(shared.filled(Text::CopyOf, &[name(&one.document)]).into()));
                html! {
                    <li key={one.id.clone()} aria-current={(props.current.as_deref() == Some(one.id.as_str())).then_some("true")}>
                        <input type="text" name={format!("library.{}", one.id)} aria-label={shared.text(Text::LibraryRename)} value={name(&one.document).to_owned()} onchange={rename} />
                        { button(Text::LibraryOpen, Wish::Open(one.id.clone())) }
                        { button(Text::LibraryDuplicate, Wish::Start(copy)) }
                        { button(Text::LibraryDelete, Wish::Delete(one.id.clone())) }
                    </li>
                }
            }) }</ul>
            if !saved.is_empty() { { button(Text::LibraryDeleteAll, Wish::DeleteAll) } }
            <h3>{ shared.text(Text::LibraryTemplates) }</h3>
            <ul class="library templates">{ for TEMPLATES.iter().map(|template| {
                let document = template.document();
                let (send, start) = (props.wish.clone(), document.clone());
                html! {
                    <li key={template.id}>
                        <div><b>{ name(&document).to_owned() }</b><p class="hint">{ document.get("notes").and_then(Value::as_str).unwrap_or_default().to_owned() }</p></div>
                        <button type="button" class="button" data-template={template.id} onclick={move |_: MouseEvent| send.emit(Wish::Start(start.clone()))}>{ shared.text(Text::LibraryNew) }</button>
                    </li>
                }
            }) }</ul>
        </Dialog>
    }
}
