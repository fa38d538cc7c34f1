//! What the page is working on: the document, its last good state, undo and redo. Pure, so that it is tested natively.

use std::rc::Rc;

use serde_json::Value;

use crate::scenario::around;
use crate::scenario::check::{Problem, check};
use crate::scenario::document::set;

/// Longest undo history.
const HISTORY: usize = 200;

/// Where a document belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Home {
    /// Saved in this browser under an id.
    Saved(String),
    /// From a link: not saved until the visitor keeps it.
    Link,
}

/// A change that a visitor makes.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Sets paths, or takes them away, in order: one step of undo. Edits of the same single path in a row are one step too.
    Set(Vec<(String, Option<Value>)>),
    /// Makes a range of the number at a path: the sourced one where there is one that it lies in.
    Range(String),
    /// Puts another session in place.
    Open(Session),
    /// Takes the last step back.
    Undo,
    /// Makes it again.
    Redo,
    /// Ends a run of edits of one path, so that the next edit is a step of its own.
    Settle,
    /// The document has been given a home.
    Kept(String),
}

/// What the page is working on.
#[derive(Clone, Debug, PartialEq)]
pub struct Session {
    /// The document as edited, wrong fields included: nothing typed is lost.
    pub document: Rc<Value>,
    /// The last state of this scenario that could be computed: the answer shown is its. None until there is one.
    pub good: Option<Rc<Value>>,
    /// What is wrong with the document as edited.
    pub problems: Rc<Vec<Problem>>,
    /// Where it belongs.
    pub home: Home,
    past: Vec<Rc<Value>>,
    future: Vec<Rc<Value>>,
    run: Option<String>,
}

impl Session {
    /// A session on a document. One with problems has no answer until they are mended: another scenario's would mislead.
    #[must_use]
    pub fn new(document: Value, home: Home) -> Self {
        let problems = check(&document);
        let document = Rc::new(document);
        let good = problems.is_empty().then(|| document.clone());
        Session {
            document,
            good,
            problems: Rc::new(problems),
            home,
            past: Vec::new(),
            future: Vec::new(),
            run: None,
        }
    }

    /// A session on a saved document. Where that has problems, its last good state keeps the answer.
    #[must_use]
    pub fn resumed(document: Value, good: Option<Value>, home: Home) -> Self {
        let mut session = Session::new(document, home);
        if session.good.is_none() {
            session.good = good.filter(|good| check(good).is_empty()).map(Rc::new);
        }
        session
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to make again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The session after an edit.
    #[must_use]
    pub fn after(&self, edit: Edit) -> Self {
        let mut next = self.clone();
        match edit {
            Edit::Set(changes) => next.change(changes),
            Edit::Range(path) => {
                if let Some(range) = around(&self.document, &path) {
                    next.run = None;
                    next.change(vec![(path, Some(range.value()))]);
                    next.run = None;
                }
            }
            Edit::Open(session) => return session,
            Edit::Undo => {
                if let Some(document) = next.past.pop() {
                    next.future.push(next.document.clone());
                    next.show(document);
                }
                next.run = None;
            }
            Edit::Redo => {
                if let Some(document) = next.future.pop() {
                    next.past.push(next.document.clone());
                    next.show(document);
                }
                next.run = None;
            }
            Edit::Settle => next.run = None,
            Edit::Kept(id) => next.home = Home::Saved(id),
        }
        next
    }

    fn change(&mut self, changes: Vec<(String, Option<Value>)>) {
        let run = match changes.as_slice() {
            [(path, _)] => Some(path.clone()),
            _ => None,
        };
        let mut document = Value::clone(&self.document);
        for (path, value) in changes {
            set(&mut document, &path, value);
        }
        if document == *self.document {
            return;
        }
        if run.is_none() || run != self.run {
            self.past.push(self.document.clone());
            if self.past.len() > HISTORY {
                self.past.remove(0);
            }
        }
        self.run = run;
        self.future.clear();
        self.show(Rc::new(document));
    }

    fn show(&mut self, document: Rc<Value>) {
        let problems = check(&document);
        if problems.is_empty() {
            self.good = Some(document.clone());
        }
        self.problems = Rc::new(problems);
        self.document = document;
    }
}

/// A document's name.
#[must_use]
pub fn name(document: &Value) -> &str {
    document.get("name").and_then(Value::as_str).unwrap_or_default()
}

/// The name itself, or with the next number after it, so that none of those taken is the same. No name stays none.
#[must_use]
pub fn distinct(name: &str, taken: &[&str]) -> String {
    let mut one = name.to_owned();
    let mut number = 1_usize;
    while !name.is_empty() && taken.contains(&one.as_str()) {
        number += 1;
        one = format!("{name} {number}");
    }
    one
}

#[cfg(feature = "page")]
impl yew::Reducible for Session {
    type Action = Edit;
    fn reduce(self: Rc<Self>, edit: Edit) -> Rc<Self> {
        Rc::new(self.after(edit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn session() -> Session {
        let document = json!({ "services": [{ "team": { "people": 3, "pay": 50000 } }] });
        Session::new(document, Home::Link)
    }

    fn set(session: &Session, path: &str, value: Value) -> Session {
        session.after(Edit::Set(vec![(path.to_owned(), Some(value))]))
    }

    const PAY: &str = "services.0.team.pay";

    #[test]
    fn a_run_of_keystrokes_is_one_step_of_undo() {
        let start = session();
        let typed = set(&set(&start, PAY, json!(6)), PAY, json!(60000));
        assert!(typed.can_undo());
        let undone = typed.after(Edit::Undo);
        assert_eq!(undone.document, start.document);
        assert!(!undone.can_undo());
        assert_eq!(undone.after(Edit::Redo).document, typed.document);
    }

    #[test]
    fn leaving_a_field_ends_the_run() {
        let typed = set(&session(), PAY, json!(1000));
        let again = set(&typed.after(Edit::Settle), PAY, json!(2000));
        assert_eq!(again.after(Edit::Undo).document, typed.document);
    }

    #[test]
    fn a_wrong_field_keeps_the_last_good_answer_and_what_was_typed() {
        let start = session();
        let wrong = set(&start, PAY, json!("nonsense"));
        assert_eq!(wrong.good.as_ref(), Some(&start.document));
        assert_eq!(wrong.problems[0].path, PAY);
        assert_eq!(wrong.document["services"][0]["team"]["pay"], "nonsense");
        let mended = set(&wrong, PAY, json!(70000));
        assert_eq!(mended.good.as_ref(), Some(&mended.document));
    }

    #[test]
    fn opening_a_bad_document_shows_no_other_scenarios_answer() {
        let start = session();
        let other = Session::new(json!({ "services": [] }), Home::Saved("a".to_owned()));
        let opened = start.after(Edit::Open(other));
        assert_eq!(opened.good, None);
        assert!(!opened.problems.is_empty() && !opened.can_undo());
    }

    #[test]
    fn a_saved_document_keeps_its_last_good_state_if_that_is_one() {
        let good = Value::clone(&session().document);
        let wrong = Value::clone(&set(&session(), PAY, json!("nonsense")).document);
        let resumed = |document: &Value, good: &Value| {
            Session::resumed(document.clone(), Some(good.clone()), Home::Saved("a".to_owned()))
        };
        assert_eq!(resumed(&wrong, &good).good.as_deref(), Some(&good));
        assert_eq!(resumed(&wrong, &wrong).good, None);
        let mended = Value::clone(&set(&session(), PAY, json!(70000)).document);
        assert_eq!(resumed(&mended, &good).good.as_deref(), Some(&mended));
    }

    #[test]
    fn a_number_becomes_a_range_in_one_step_and_the_plan_stays() {
        let typed = set(&session(), PAY, json!(60000));
        let ranged = typed.after(Edit::Range(PAY.to_owned()));
        assert_eq!(
            ranged.document["services"][0]["team"]["pay"],
            json!({ "low": 48000.0, "likely": 60000.0, "high": 72000.0 })
        );
        let low = set(&ranged, "services.0.team.pay.low", json!(50000));
        assert!(low.problems.is_empty());
        assert_eq!(low.after(Edit::Undo).document, ranged.document);
        assert_eq!(low.after(Edit::Undo).after(Edit::Undo).document, typed.document);
        assert_eq!(ranged.after(Edit::Range("horizon".to_owned())), ranged, "months are no range");
    }

    #[test]
    fn names_are_told_apart_by_number() {
        assert_eq!(distinct("Desk", &["Team"]), "Desk");
        assert_eq!(distinct("Desk", &["Desk", "Desk 2"]), "Desk 3");
        assert_eq!(distinct("", &[""]), "");
    }
}
