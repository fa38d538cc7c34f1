//! Where the form's edits go.

use serde_json::Value;
use yew::Callback;

use super::session::Edit;

/// Where edits go: in the page to the session, in the report to the page. It never changes.
#[derive(Clone, Default, PartialEq)]
pub struct Edits(pub Callback<Edit>);

impl Edits {
    /// Makes one change: a step of undo, together with the changes of the same path just before.
    pub fn set(&self, path: &str, value: Option<Value>) {
        self.0.emit(Edit::Set(vec![(path.to_owned(), value)]));
    }

    /// Makes several changes as one step of undo.
    pub fn set_all(&self, changes: Vec<(String, Option<Value>)>) {
        self.settle();
        self.0.emit(Edit::Set(changes));
    }

    /// Makes a range of the number at a path.
    pub fn widen(&self, path: &str) {
        self.0.emit(Edit::Range(path.to_owned()));
    }

    /// Makes what the report asks for: paths, each followed by its value, or null to take it away, as one array of JSON. Changes of a
    /// single path run on until it asks for none.
    pub fn set_text(&self, text: &str) {
        let Ok(Value::Array(told)) = crate::json::read(text) else { return };
        let (mut told, mut changes) = (told.into_iter(), Vec::new());
        while let (Some(Value::String(path)), Some(value)) = (told.next(), told.next()) {
            changes.push((path, (!value.is_null()).then_some(value)));
        }
        if changes.len() != 1 {
            self.settle();
        }
        self.0.emit(Edit::Set(changes));
    }

    /// Ends a run of changes, so that the next is a step of its own.
    pub fn settle(&self) {
        self.0.emit(Edit::Settle);
    }
}
