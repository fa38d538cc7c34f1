//! The scenarios saved in this browser, and the templates to start from.

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::controls::button;
use super::dialog::Dialog;
use crate::page::session::name;
use crate::page::shared::Shared;
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

/// The library's dialog: saved scenarios and templates. `current` is the id of the one that is open.
pub fn library(
    shared: &Shared,
    store: &Store,
    current: Option<&str>,
    wish: &Callback<Wish>,
    close: Callback<()>,
) -> Html {
    let saved = store.all();
    let ask = |word: Text, asked: Wish| {
        let wish = wish.clone();
        button(shared.text(word), "quiet", move || wish.emit(asked.clone()))
    };
    html! {
        <Dialog title={shared.text(Text::LibraryTitle)} {close}>
            <h3>{ shared.text(Text::LibrarySaved) }</h3>
            if saved.is_empty() { <p class="hint">{ shared.text(Text::LibraryEmpty) }</p> }
            <ul class="library">{ for saved.iter().map(|one| {
                let (send, id) = (wish.clone(), one.id.clone());
                let rename = Callback::from(move |event: Event| {
                    send.emit(Wish::Rename(id.clone(), event.target_unchecked_into::<HtmlInputElement>().value()));
                });
                let mut copy = one.document.clone();
                set(&mut copy, "name", Some(shared.filled(Text::CopyOf, &[name(&one.document)]).into()));
                html! {
                    <li key={one.id.clone()} aria-current={(current == Some(one.id.as_str())).then_some("true")}>
                        <input type="text" name={format!("library.{}", one.id)} aria-label={shared.text(Text::LibraryRename)} placeholder={shared.text(Text::Untitled)} value={name(&one.document).to_owned()} onchange={rename} />
                        { ask(Text::LibraryOpen, Wish::Open(one.id.clone())) }
                        { ask(Text::LibraryDuplicate, Wish::Start(copy)) }
                        { ask(Text::LibraryDelete, Wish::Delete(one.id.clone())) }
                    </li>
                }
            }) }</ul>
            if !saved.is_empty() { { ask(Text::LibraryDeleteAll, Wish::DeleteAll) } }
            <h3>{ shared.text(Text::LibraryTemplates) }</h3>
            <ul class="library templates">{ for TEMPLATES.iter().map(|template| {
                let document = template.document();
                let (send, start) = (wish.clone(), document.clone());
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
