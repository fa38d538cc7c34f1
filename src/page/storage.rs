//! Scenarios in the browser's local storage, compressed, under keys prefixed by app and path.
//!
//! Pages of one owner share an origin on GitHub Pages; the path in the prefix keeps them apart. A browser that blocks storage is no
//! error: what cannot be written is reported as not saved.

use serde_json::Value;
use web_sys::Storage;

use super::session::{Home, Session, distinct, name};
use crate::exchange::{pack, unpack};
use crate::json;
use crate::scenario::document::set;

/// What the keys of scenarios begin with, and those of their last good states.
const SCENARIO: &str = "scenario:";
const GOOD: &str = "good:";

/// Shorter documents are stored as they are: to compress them at each edit takes longer than the answer.
const PLAIN: usize = 1 << 15;

/// A saved scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// Its id.
    pub id: String,
    /// Its document.
    pub document: Value,
}

/// This page's part of local storage.
#[derive(Clone, PartialEq)]
pub struct Store {
    prefix: String,
}

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

impl Store {
    /// The store of the page at this path.
    #[must_use]
    pub fn new() -> Self {
        let path = web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
        Store { prefix: format!("outsourcing-calculator:{path}:") }
    }

    fn write(&self, key: &str, text: &str) -> bool {
        storage().is_some_and(|storage| storage.set_item(&format!("{}{key}", self.prefix), text).is_ok())
    }

    fn read(&self, key: &str) -> Option<String> {
        storage()?.get_item(&format!("{}{key}", self.prefix)).ok()?
    }

    fn remove(&self, key: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&format!("{}{key}", self.prefix));
        }
    }

    /// The ids of all saved scenarios, damaged ones among them, in order.
    fn ids(&self) -> Vec<String> {
        let Some(storage) = storage() else {
            return Vec::new();
        };
        let prefix = format!("{}{SCENARIO}", self.prefix);
        let mut ids: Vec<String> = (0..storage.length().unwrap_or(0))
            .filter_map(|index| storage.key(index).ok()?)
            .filter_map(|key| Some(key.strip_prefix(&prefix)?.to_owned()))
            .collect();
        crate::order::sort_by(&mut ids, |a, b| a > b);
        ids
    }

    /// All saved scenarios that can be read, by id.
    #[must_use]
    pub fn all(&self) -> Vec<Saved> {
        let ids = self.ids().into_iter();
        ids.filter_map(|id| Some(Saved { document: self.load(&id)?, id })).collect()
    }

    /// The ids of the others, each with what is stored of it.
    #[must_use]
    pub fn damaged(&self) -> Vec<(String, String)> {
        let ids = self.ids().into_iter().filter(|id| self.load(id).is_none());
        ids.filter_map(|id| Some((id.clone(), self.read(&format!("{SCENARIO}{id}"))?))).collect()
    }

    fn document(&self, key: &str) -> Option<Value> {
        let text = self.read(key)?;
        if text.starts_with('{') { json::read(&text) } else { json::read(&unpack(&text)?) }.ok()
    }

    fn write_document(&self, key: &str, document: &Value) -> bool {
        let text = json::write(document);
        self.write(key, &if text.len() < PLAIN { text } else { pack(&text) })
    }

    /// One saved scenario's document.
    #[must_use]
    pub fn load(&self, id: &str) -> Option<Value> {
        self.document(&format!("{SCENARIO}{id}"))
    }

    /// A session on one saved scenario.
    #[must_use]
    pub fn session(&self, id: &str) -> Option<Session> {
        let good = self.document(&format!("{GOOD}{id}"));
        Some(Session::resumed(self.load(id)?, good, Home::Saved(id.to_owned())))
    }

    /// Saves a document under an id; beside it its last good state, where it is none itself. False if the browser refuses.
    pub fn save(&self, id: &str, document: &Value, good: Option<&Value>) -> bool {
        let key = format!("{GOOD}{id}");
        match good {
            Some(good) if good != document => drop(self.write_document(&key, good)),
            _ => self.remove(&key),
        }
        self.put(id, document)
    }

    /// Saves a document alone; false if the browser refuses.
    pub fn put(&self, id: &str, document: &Value) -> bool {
        self.write_document(&format!("{SCENARIO}{id}"), document)
    }

    /// Remembers which scenario is open.
    pub fn remember(&self, id: &str) {
        self.write("current", id);
    }

    /// The id that was current when the page was last left.
    #[must_use]
    pub fn current(&self) -> Option<String> {
        self.read("current")
    }

    /// Forgets a scenario; returns what was stored of it, which [`Store::put_back`] takes.
    pub fn delete(&self, id: &str) -> Vec<(String, String)> {
        let mut stored = Vec::new();
        for kind in [SCENARIO, GOOD] {
            let key = format!("{kind}{id}");
            if let Some(text) = self.read(&key) {
                self.remove(&key);
                stored.push((key, text));
            }
        }
        stored
    }

    /// Forgets all scenarios, damaged ones too.
    #[must_use]
    pub fn delete_all(&self) -> Vec<(String, String)> {
        let mut stored = Vec::new();
        for id in self.ids() {
            stored.append(&mut self.delete(&id));
        }
        stored
    }

    /// Puts back what was deleted.
    pub fn put_back(&self, stored: &[(String, String)]) {
        for (key, text) in stored {
            self.write(key, text);
        }
    }

    /// An id not yet used: the next number. What is damaged keeps its own.
    #[must_use]
    pub fn fresh_id(&self) -> String {
        let last = self.ids().iter().filter_map(|id| id.parse::<u32>().ok()).max();
        format!("{:04}", last.unwrap_or(0) + 1)
    }

    /// A document's name, with a number if a saved scenario has that name.
    #[must_use]
    pub fn fresh_name(&self, document: &Value) -> String {
        let saved = self.all();
        let taken: Vec<&str> = saved.iter().map(|saved| name(&saved.document)).collect();
        distinct(name(document), &taken)
    }

    /// A session on a new scenario.
    #[must_use]
    pub fn start(&self, mut document: Value) -> Session {
        let name = self.fresh_name(&document);
        if !name.is_empty() {
            set(&mut document, "name", Some(name.into()));
        }
        Session::new(document, Home::Saved(self.fresh_id()))
    }
}

impl Default for Store {
    fn default() -> Self {
        Store::new()
    }
}
