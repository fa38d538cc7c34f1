//! What the page does beside showing: saving, opening links and files, the library's wishes, printing.

use gloo_events::EventListener;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::app::{LONGEST_LINK, Notice, first_session, from_link, link, link_text};
use super::browser;
use super::format::Locale;
use super::session::{Edit, Home, Session};
use super::storage::Store;
use super::views::library::{Wish, name};
use crate::scenario::check::Fault;
use crate::scenario::document::set;
use crate::words::{Language, Text, fill};

/// Saves the document as it changes. What is from a link is not saved until it is kept: its changes go into the address, so that
/// loading the page again keeps them.
#[hook]
pub(super) fn use_saving(session: &UseReducerHandle<Session>, store: &Store, unsaved: &UseStateHandle<bool>) {
    let (store, unsaved) = (store.clone(), unsaved.clone());
    use_effect_with((session.document.clone(), session.home.clone()), move |(document, home)| {
        if *home == Home::Link {
            let fragment = link(document);
            if fragment.len() <= LONGEST_LINK && fragment != browser::fragment() {
                browser::replace_fragment(&fragment);
            }
        }
        if let Home::Saved(id) = home {
            let refused = !store.save(id, document);
            if refused != *unsaved {
                unsaved.set(refused);
            }
        }
    });
}

/// Opens a link that is pasted over the address of the open page.
#[hook]
pub(super) fn use_link_changes(
    session: &UseReducerHandle<Session>,
    notice: &UseStateHandle<Option<Notice>>,
    language: &'static Language,
) {
    let (dispatch, notice) = (session.dispatcher(), notice.clone());
    use_effect_with((), move |()| {
        let listener = browser::window().map(|window| {
            EventListener::new(&window, "hashchange", move |_| match from_link() {
                Some(Ok(document)) => dispatch.dispatch(Edit::Open(document, Home::Link)),
                Some(Err(problem)) => notice.set(Some(Notice::of((language.text)(link_text(&problem))))),
                None => {}
            })
        });
        move || drop(listener)
    });
}

/// Ctrl or Cmd with Z and Y (or Shift and Z) undo and redo, where the browser's own text undo has nothing to do.
#[hook]
pub(super) fn use_keys(session: &UseReducerHandle<Session>) {
    let dispatch = session.dispatcher();
    use_effect_with((), move |()| {
        let listener = browser::window().map(|window| {
            EventListener::new_with_options(
                &window,
                "keydown",
                gloo_events::EventListenerOptions::enable_prevent_default(),
                move |event| {
                    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                    if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
                        return;
                    }
                    let edit = match (key.key().to_ascii_lowercase().as_str(), key.shift_key()) {
                        ("z", false) => Edit::Undo,
                        ("y", false) | ("z", true) => Edit::Redo,
                        _ => return,
                    };
                    key.prevent_default();
                    dispatch.dispatch(edit);
                },
            )
        });
        move || drop(listener)
    });
}

/// Reads the file that the visitor chose.
pub(super) fn import(
    session: &UseReducerHandle<Session>,
    store: &Store,
    notice: &UseStateHandle<Option<Notice>>,
    language: &'static Language,
) -> Callback<Event> {
    let (dispatch, store, notice) = (session.dispatcher(), store.clone(), notice.clone());
    Callback::from(move |event: Event| {
        let input = event.target_unchecked_into::<HtmlInputElement>();
        let file = input.files().and_then(|files| files.get(0));
        let (dispatch, store, notice) = (dispatch.clone(), store.clone(), notice.clone());
        let Some(file) = file else { return };
        wasm_bindgen_futures::spawn_local(async move {
            let text = wasm_bindgen_futures::JsFuture::from(file.text())
                .await
                .ok()
                .and_then(|text| text.as_string());
            // The same file can be chosen again.
            input.set_value("");
            match serde_json::from_str::<Value>(&text.unwrap_or_default()) {
                Ok(document) if document.is_object() => {
                    let problems = crate::scenario::check::check(&document);
                    // What no field can mend is refused, in words.
                    let refused = problems
                        .iter()
                        .find(|problem| matches!(problem.fault, Fault::NewerSchema(_) | Fault::Unknown));
                    if let Some(problem) = refused {
                        let fault = (language.fault)(&problem.fault, &Locale::new("USD"));
                        let said = format!("{}: {fault}", problem.path);
                        notice.set(Some(Notice::of(&fill((language.text)(Text::FileBad), &[&said]))));
                        return;
                    }
                    let attention =
                        (!problems.is_empty()).then(|| Notice::of((language.text)(Text::FileProblems)));
                    notice.set(attention);
                    dispatch.dispatch(Edit::Open(document, Home::Saved(store.fresh_id())));
                }
                Ok(_) => notice.set(Some(Notice::of(&fill((language.text)(Text::FileBad), &["{ … }"])))),
                Err(error) => {
                    notice.set(Some(Notice::of(&fill((language.text)(Text::FileBad), &[&error.to_string()]))))
                }
            }
        });
    })
}

/// Does what the library is asked to.
pub(super) fn wishes(
    session: &UseReducerHandle<Session>,
    store: &Store,
    notice: &UseStateHandle<Option<Notice>>,
    library: &UseStateHandle<bool>,
    language: &'static Language,
) -> Callback<Wish> {
    let (session, store, notice, library) = (session.clone(), store.clone(), notice.clone(), library.clone());
    Callback::from(move |wish: Wish| {
        let open = |document: Value, id: String| {
            browser::clear_fragment();
            session.dispatch(Edit::Open(document, Home::Saved(id)));
        };
        let current = |id: &str| session.home == Home::Saved(id.to_owned());
        match wish {
            Wish::Open(id) => {
                if let Some(document) = store.load(&id) {
                    open(document, id);
                }
                library.set(false);
            }
            Wish::Start(document) => {
                open(document, store.fresh_id());
                library.set(false);
            }
            Wish::Rename(id, name) => {
                if current(&id) {
                    session.dispatch(Edit::Set(vec![("name".to_owned(), Some(name.into()))]));
                } else if let Some(mut document) = store.load(&id) {
                    set(&mut document, "name", Some(name.into()));
                    store.put(&id, &document);
                }
            }
            Wish::Delete(id) => {
                let Some(document) = store.load(&id) else { return };
                let text = fill((language.text)(Text::DeletedToast), &[name(&document)]);
                store.delete(&id);
                notice.set(Some(Notice { text, deleted: vec![(id.clone(), document)] }));
                if current(&id) {
                    let next = first_session(&store, language).0;
                    session.dispatch(Edit::Open(Value::clone(&next.document), next.home));
                }
                library.set(false);
            }
            Wish::DeleteAll => {
                let deleted: Vec<(String, Value)> =
                    store.all().into_iter().map(|saved| (saved.id, saved.document)).collect();
                for (id, _) in &deleted {
                    store.delete(id);
                }
                notice.set(Some(Notice { text: (language.text)(Text::DeletedAllToast).to_owned(), deleted }));
                let next = first_session(&store, language).0;
                session.dispatch(Edit::Open(Value::clone(&next.document), next.home));
                library.set(false);
            }
        }
    })
}
