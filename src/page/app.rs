//! The page as a whole: session, answer, and the views around them.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::browser;
use super::doings::{import, keep, use_keys, use_link_changes, use_saving, wishes};
use super::edits::Edits;
use super::format::{Locale, currency};
use super::messages::{Message, use_message};
use super::report::{use_beginning, use_report};
use super::session::{Edit, Home, Session, name};
use super::shared::Shared;
use super::start::Start;
use super::storage::Store;
use super::views::controls::{button, pressed};
use super::views::inputs::Inputs;
use super::views::library::library;
use super::views::verdict::{Headline, Verdict};
use crate::exchange::{LinkProblem, decode, encode};
use crate::json;
use crate::scenario::templates::{TEMPLATES, find};
use crate::scenario::{MODEL, document};
use crate::words::{ENGLISH, Language, Text};

/// Longest link that is offered; beyond it, a file.
const LONGEST_LINK: usize = 8000;

/// How a session starts: the link's scenario, the one last open, another that is saved, or the first template.
pub(super) fn first_session(store: &Store, language: &Language) -> (Session, Option<String>) {
    let mut note = None;
    if let Some(found) = from_link() {
        match found {
            Ok(document) => return (Session::new(document, Home::Link), None),
            Err(problem) => {
                note = Some((language.text)(link_text(&problem)).to_owned());
                // A newer page will understand it: loading again must find it.
                if problem != LinkProblem::NewerVersion {
                    browser::clear_fragment();
                }
            }
        }
    }
    // The one last open may be deleted or damaged: another comes before a new one.
    let session = store.current().and_then(|id| store.session(&id));
    let session = session.or_else(|| store.session(&store.all().first()?.id));
    (session.unwrap_or_else(|| store.start(TEMPLATES[0].document())), note)
}

pub(super) fn from_link() -> Option<Result<Value, LinkProblem>> {
    let fragment = browser::fragment();
    if fragment.is_empty() {
        return None;
    }
    match decode(&fragment, &|id| Some(find(id)?.document())) {
        // Any other fragment is no link to a scenario.
        Err(LinkProblem::NotALink) => None,
        other => Some(other),
    }
}

pub(super) fn link_text(problem: &LinkProblem) -> Text {
    match problem {
        LinkProblem::NewerVersion => Text::LinkNewer,
        LinkProblem::UnknownTemplate(_) => Text::LinkUnknown,
        _ => Text::LinkDamaged,
    }
}

pub(super) fn link(document: &Value) -> String {
    let base = document.get("template").and_then(Value::as_str).and_then(find);
    let base_document = base.map(|template| template.document());
    encode(document, base.map(|template| template.id).zip(base_document.as_ref()))
}

/// A notice at the foot of the page, with what was deleted, so that it can be undone.
#[derive(Clone, PartialEq)]
pub(super) struct Notice {
    pub(super) text: String,
    pub(super) deleted: Vec<(String, String)>,
}

impl Notice {
    pub(super) fn of(text: &str) -> Self {
        Notice { text: text.to_owned(), deleted: Vec::new() }
    }
}

/// What the page is opened with.
#[derive(Properties)]
pub struct PageProps {
    /// Session, locale and answer.
    pub start: Rc<Start>,
}

impl PartialEq for PageProps {
    /// A page is opened once.
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// The whole page.
#[component]
pub fn Page(props: &PageProps) -> Html {
    let language = &ENGLISH;
    let start = &props.start;
    let store = use_memo((), |()| Store::new());
    let session = use_reducer(|| start.session.0.clone());
    let notice = use_state(|| start.session.1.clone().map(|text| Notice::of(&text)));
    let library_open = use_state(|| false);
    let go = use_state(|| None::<(AttrValue, u32)>);
    let unsaved = use_state(|| false);
    let inputs_open = use_state(|| false);

    let locale = Locale::with(currency(&session.document));
    let edits = {
        let dispatch = session.dispatcher();
        Edits(use_callback((), move |edit, ()| dispatch.dispatch(edit)))
    };
    let help = use_state(Rc::<Value>::default);
    {
        let help = help.setter();
        use_message(
            Message::Help,
            Callback::from(move |text: String| help.set(json::read(&text).map(Rc::new).unwrap_or_default())),
        );
    }
    let explain = use_report(&session.good, &go, &inputs_open, &notice, &edits, language);
    let shared = Shared { locale, language, help: (*help).clone(), explain, edits };
    let current =
        (*use_memo(session.good.clone(), |good| good.as_ref().map(|good| start.answer(good)))).clone();
    use_saving(&session, &store, &unsaved, &notice, language);
    use_link_changes(&session, &notice, language);
    use_keys(&session);
    use_effect_with((), |()| browser::started());
    let begun = use_beginning();

    let act = |word: Text, class: &'static str, act: Callback<()>| {
        button((language.text)(word), class, move || act.emit(()))
    };
    let history = |word: Text, enabled: bool, edit: Edit| {
        let dispatch = session.dispatcher();
        let onclick = Callback::from(move |_: MouseEvent| dispatch.dispatch(edit.clone()));
        pressed((language.text)(word), "quiet", enabled, onclick)
    };
    let copy_link = {
        let (document, notice) = (session.document.clone(), notice.clone());
        Callback::from(move |()| {
            let (fragment, notice) = (link(&document), notice.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let text = if fragment.len() > LONGEST_LINK {
                    (language.text)(Text::LinkTooLong).to_owned()
                } else {
                    let address = browser::address_with(&fragment);
                    // Where the clipboard is closed to the page, the address itself is shown to be copied by hand.
                    if browser::copy(address.clone()).await {
                        (language.text)(Text::LinkCopied).to_owned()
                    } else {
                        address
                    }
                };
                notice.set(Some(Notice::of(&text)));
            });
        })
    };
    let export = {
        let document = session.document.clone();
        Callback::from(move |()| {
            let mut document = Value::clone(&document);
            document::stamp(&mut document);
            let file = browser::lowercase(name(&document))
                .replace(|c: char| c.is_ascii() && !c.is_ascii_alphanumeric(), "-");
            browser::download(
                &format!("{}.json", if file.is_empty() { "scenario" } else { &file }),
                &json::write_lines(&document),
            );
        })
    };
    let import = import(&session, &store, &notice, language);
    let wish = wishes(&session, &store, &notice, &library_open, language);
    let keep = {
        let (session, store) = (session.clone(), store.clone());
        Callback::from(move |()| {
            browser::clear_fragment();
            keep(&session, &store);
        })
    };
    let leave = {
        let (dispatch, store) = (session.dispatcher(), store.clone());
        Callback::from(move |()| {
            browser::clear_fragment();
            dispatch.dispatch(Edit::Open(first_session(&store, language).0));
        })
    };
    let show = |state: &UseStateHandle<bool>, on: bool| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| state.set(on))
    };
    let other_view = {
        let inputs_open = inputs_open.clone();
        Callback::from(move |_: MouseEvent| {
            browser::scroll_to_top();
            inputs_open.set(!*inputs_open);
        })
    };
    let mut fields: Vec<&str> = Vec::new();
    for problem in session.problems.iter() {
        let named = document::field(&problem.path).map_or(problem.path.as_str(), |field| shared.label(field));
        // What a field is called may come with the report.
        // Some are asked as a question, which a list is none.
        let named = named.trim_end_matches('?');
        if !named.is_empty() && !fields.contains(&named) {
            fields.push(named);
        }
    }
    let fields = fields.join(", ");
    let older = session.document.get("model").and_then(Value::as_u64).is_some_and(|model| model < MODEL);
    let saved_id = match &session.home {
        Home::Saved(id) => Some(id.clone()),
        Home::Link => None,
    };
    let undo_delete = notice.as_ref().filter(|notice| !notice.deleted.is_empty()).map(|_| {
        let (store, notice, dispatch, session) =
            (store.clone(), notice.clone(), session.dispatcher(), session.clone());
        Callback::from(move |()| {
            for notice in notice.iter() {
                store.put_back(&notice.deleted);
            }
            // Deleting what was open may have put something else in its place: it comes back open.
            if let Home::Saved(id) = &session.home
                && let Some(now) = store.session(id).filter(|now| now.document != session.document)
            {
                dispatch.dispatch(Edit::Open(now));
            }
            notice.set(None);
        })
    });
    let dismiss = {
        let notice = notice.clone();
        Callback::from(move |()| notice.set(None))
    };
    // A scenario from a link is kept in the address, which following this one would replace.
    let skip = Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("#answer");
    });
    html! {
        <ContextProvider<Shared> context={shared.clone()}>
            <a class="skip" href="#answer" onclick={skip}>{ (language.text)(Text::SkipToAnswer) }</a>
            <header class="bar">
                <span class="brand">{ (language.text)(Text::Title) }</span>
                <button type="button" class="button" name="library" onclick={show(&library_open, true)}>
                    <span>{ if name(&session.document).is_empty() { (language.text)(Text::Untitled).to_owned() } else { name(&session.document).to_owned() } }</span><span aria-hidden="true">{ "▾" }</span>
                </button>
                <div class="bar-actions">
                    { history(Text::Undo, session.can_undo(), Edit::Undo) }
                    { history(Text::Redo, session.can_redo(), Edit::Redo) }
                    <label class="button quiet file">{ (language.text)(Text::Import) }<input type="file" name="import" accept=".json,application/json" class="visually-hidden" onchange={import} /></label>
                    { act(Text::Export, "quiet", export) }
                    { act(Text::Print, "quiet spacious", Callback::from(|()| super::report::print())) }
                    { act(Text::CopyLink, "solid", copy_link) }
                </div>
            </header>
            if session.home == Home::Link {
                <div class="banner" role="status"><p>{ (language.text)(Text::LinkBanner) }</p>
                    { act(Text::LinkKeep, "solid", keep) }{ act(Text::LinkLeave, "", leave) }</div>
            }
            if *unsaved { <div class="banner warning" role="status"><p>{ (language.text)(Text::NotSaved) }</p></div> }
            if older { <div class="banner" role="status"><p>{ (language.text)(Text::ModelNewer) }</p></div> }
            // What the report says of saved scenarios that cannot be read.
            <div id="damaged"></div>
            <main class="shell" data-view={if *inputs_open { "inputs" } else { "answer" }}>
                // On a narrow screen the inputs stand without the verdict and its heading.
                if *inputs_open { <h1 class="visually-hidden narrow">{ (language.text)(Text::Title) }</h1> }
                if *begun { <Inputs document={session.document.clone()} problems={session.problems.clone()} go={(*go).clone()} /> }
                else { <aside class="side"></aside> }
                <div class="answer" id="answer" tabindex="-1">
                    if !session.problems.is_empty() {
                        <p class="warning" role="alert">if !fields.is_empty() { { shared.filled(Text::Problems, &[&fields]) }{ ". " } }if current.is_some() { { (language.text)(Text::LastGood) } }</p>
                    }
                    <div class={(!session.problems.is_empty()).then_some("stale")}>
                        if let Some(answer) = &current { <Verdict answer={answer.clone()} /> }
                        // Drawn by the report, which is a program of its own.
                        <div id="report" class="report"></div>
                    </div>
                </div>
            </main>
            // On a narrow screen one half is shown at a time: the strip goes to the other.
            <button type="button" class="strip" onclick={other_view}>
                if let Some(answer) = &current { <Headline answer={answer.clone()} shown={*inputs_open} /> }
                if *inputs_open { <span aria-hidden="true">{ "▴" }</span> }
                else { <span>{ (language.text)(Text::SixQuestions) }</span><span aria-hidden="true">{ "▾" }</span> }
            </button>
            <footer class="foot"><p>{ (language.text)(Text::Footer) }</p></footer>
            if *library_open { { library(&shared, &store, saved_id.as_deref(), &wish, { let library_open = library_open.clone(); Callback::from(move |()| library_open.set(false)) }) } }
            if let Some(shown) = &*notice {
                <div class="toast" role="status"><p>{ &shown.text }</p>
                    if let Some(undo) = undo_delete { { act(Text::Undo, "", undo) } }
                    { act(Text::Close, "quiet", dismiss) }</div>
            }
        </ContextProvider<Shared>>
    }
}
