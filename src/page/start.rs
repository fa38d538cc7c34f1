//! How the page starts: in steps, each a task of its own, so that a slow phone can answer between them.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use serde_json::Value;
use web_sys::Element;

use super::app::{Page, PageProps, first_session};
use super::format::{Locale, currency};
use super::session::Session;
use super::storage::Store;
use super::views::figures::{AnswerOf, answered};
use crate::words::ENGLISH;

/// What the page is opened with.
pub struct Start {
    /// The session, and what there is to say of how it came about.
    pub(super) session: (Session, Option<String>),
    answer: Option<Rc<AnswerOf>>,
}

impl Start {
    fn new() -> Self {
        let session = first_session(&Store::new(), &ENGLISH);
        // Made here, so that the first drawing finds it.
        drop(Locale::with(currency(&session.0.document)));
        Start { session, answer: None }
    }

    /// The answer to a document: the first is known already.
    pub(super) fn answer(&self, document: &Rc<Value>) -> Rc<AnswerOf> {
        let known = self.answer.as_ref().filter(|answer| Rc::ptr_eq(&answer.document, document));
        known.cloned().unwrap_or_else(|| answered(document))
    }
}

/// Does it in the next task.
fn then(act: impl FnOnce() + 'static) {
    Timeout::new(0, act).forget();
}

/// Puts the page in the place of what `root` holds, which stays until there is a verdict.
pub fn start(root: Element) {
    let mut start = Start::new();
    then(move || {
        start.answer = start.session.0.good.as_ref().map(answered);
        then(move || {
            root.set_text_content(None);
            yew::Renderer::<Page>::with_root_and_props(root, PageProps { start: Rc::new(start) }).render();
        });
    });
}
