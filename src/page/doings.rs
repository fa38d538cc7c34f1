//! What the page does beside showing: saving, opening links and files, the library's wishes, printing.

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::prelude::*;

use super::app::{Notice, first_session, from_link, link, link_text};
use super::browser;
use super::format::Locale;
use super::session::{Edit, Home, Session, name};
use super::storage::Store;
use super::views::library::Wish;
use crate::scenario::check::Fault;
use crate::scenario::document::set;
use crate::words::{Language, Text, fill};

/// Saves what is open under an id and a name of its own; returns the name.
pub(super) fn keep(session: &UseReducerHandle<Session>, store: &Store) -> String {
    let name = store.fresh_name(&session.document);
    session.dispatch(Edit::Kept(store.fresh_id()));
    if !name.is_empty() {
        session.dispatch(Edit::Set(vec![("name".to_owned(), Some(name.clone().into()))]));
    }
    name
}

/// Milliseconds after which the address follows a document from a link: who drags makes more changes than Safari lets an address have.
const ADDRESS: u32 = 100;

/// Saves the document as it changes. What is from a link is not saved until it is kept: its changes go into the address once they pause,
/// so that loading the page again keeps them.
///
/// Another tab may save the same scenario. What was only read here follows it; what was edited here is kept apart, so that neither is
/// lost.
#[hook]
pub(super) fn use_saving(
    session: &UseReducerHandle<Session>,
    store: &Store,
    unsaved: &UseStateHandle<bool>,
    notice: &UseStateHandle<Option<Notice>>,
    language: &'static Language,
) {
    let (store, unsaved, notice, session) =
        (store.clone(), unsaved.clone(), notice.setter(), session.clone());
    use_effect_with((session.document.clone(), session.home.clone()), move |(document, home)| {
        if let Home::Saved(id) = home {
            // What was only read is not written: another tab may have saved it anew in this moment.
            let edited = session.can_undo() || session.can_redo();
            let refused =
                (edited || store.load(id).is_none()) && !store.save(id, document, session.good.as_deref());
            store.remember(id);
            if refused != *unsaved {
                unsaved.set(refused);
            }
        }
        let linked = *home == Home::Link;
        let settle = Callback::from(move |()| {
            let Home::Saved(id) = &session.home else {
                return browser::replace_fragment(&link(&session.document));
            };
            let theirs = store.session(id).filter(|theirs| theirs.document != session.document);
            if let Some(theirs) = theirs {
                if session.can_undo() || session.can_redo() {
                    let name = keep(&session, &store);
                    notice.set(Some(Notice::of(&fill((language.text)(Text::OtherTab), &[&name]))));
                } else {
                    session.dispatch(Edit::Open(theirs));
                }
            }
        });
        // A page that comes back from the browser's history has not heard what was stored meanwhile.
        let listeners = ["storage", "pageshow"].map(|event| {
            let settle = settle.clone();
            browser::window().map(|window| EventListener::new(&window, event, move |_| settle.emit(())))
        });
        let timer = linked.then(|| Timeout::new(ADDRESS, move || settle.emit(())));
        move || drop((listeners, timer))
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
                Some(Ok(document)) => dispatch.dispatch(Edit::Open(Session::new(document, Home::Link))),
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
            match crate::json::read(&text.unwrap_or_default()) {
                Ok(document) if document.is_object() => {
                    let problems = crate::scenario::check::check(&document);
                    // What no field can mend is refused, in words.
                    let refused = problems
                        .iter()
                        .find(|problem| matches!(problem.fault, Fault::NewerSchema(_) | Fault::Unknown));
                    if let Some(problem) = refused {
                        let fault = (language.fault)(&problem.fault, &*Locale::with("USD"));
                        let said = format!("{}: {fault}", problem.path);
                        notice.set(Some(Notice::of(&fill((language.text)(Text::FileBad), &[&said]))));
                        return;
                    }
                    let attention =
                        (!problems.is_empty()).then(|| Notice::of((language.text)(Text::FileProblems)));
                    notice.set(attention);
                    dispatch.dispatch(Edit::Open(store.start(document)));
                }
                other => {
                    let why = other.err().map_or_else(|| "{ … }".to_owned(), |error| error.to_string());
                    notice.set(Some(Notice::of(&fill((language.text)(Text::FileOther), &[&why]))));
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
        let open = |other: Session| {
            browser::clear_fragment();
            session.dispatch(Edit::Open(other));
            library.set(false);
        };
        let current = |id: &str| session.home == Home::Saved(id.to_owned());
        match wish {
            Wish::Open(id) => {
                if let Some(saved) = store.session(&id) {
                    open(saved);
                }
            }
            Wish::Start(document) => open(store.start(document)),
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
                notice.set(Some(Notice { text, deleted: store.delete(&id) }));
                if current(&id) {
                    session.dispatch(Edit::Open(first_session(&store, language).0));
                }
                library.set(false);
            }
            Wish::DeleteAll => {
                let text = (language.text)(Text::DeletedAllToast).to_owned();
                notice.set(Some(Notice { text, deleted: store.delete_all() }));
                session.dispatch(Edit::Open(first_session(&store, language).0));
                library.set(false);
            }
        }
    })
}
