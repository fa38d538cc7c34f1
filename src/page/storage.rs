//! Scenarios in the browser's local storage, compressed, under keys prefixed by app and path.
//!
//! Pages of one owner share an origin on GitHub Pages; the path in the prefix keeps them apart. A browser that blocks storage is no
//! error: what cannot be written is reported as not saved.

use serde_json::Value;
use web_sys::Storage;

use crate::exchange::{pack, unpack};

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

    /// All saved scenarios, by id.
    #[must_use]
    pub fn all(&self) -> Vec<Saved> {
        let Some(storage) = storage() else {
            return Vec::new();
        };
        let prefix = format!("{}scenario:", self.prefix);
        let mut saved: Vec<Saved> = (0..storage.length().unwrap_or(0))
            .filter_map(|index| storage.key(index).ok()?)
            .filter_map(|key| Some(key.strip_prefix(&prefix)?.to_owned()))
            .filter_map(|id| Some(Saved { document: self.load(&id)?, id }))
            .collect();
        crate::order::sort_by(&mut saved, |a, b| a.id > b.id);
        saved
    }

    /// One saved scenario's document.
    #[must_use]
    pub fn load(&self, id: &str) -> Option<Value> {
        serde_json::from_str(&unpack(&self.read(&format!("scenario:{id}"))?)?).ok()
    }

    /// Saves a document under an id and remembers it as the current one; false if the browser refuses.
    pub fn save(&self, id: &str, document: &Value) -> bool {
        self.put(id, document) && self.write("current", id)
    }

    /// Saves a document that is not the current one; false if the browser refuses.
    pub fn put(&self, id: &str, document: &Value) -> bool {
        self.write(&format!("scenario:{id}"), &pack(&document.to_string()))
    }

    /// The id that was current when the page was last left.
    #[must_use]
    pub fn current(&self) -> Option<String> {
        self.read("current")
    }

    /// Forgets a scenario.
    pub fn delete(&self, id: &str) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(&format!("{}scenario:{id}", self.prefix));
        }
    }

    /// An id not yet used: the next number.
    #[must_use]
    pub fn fresh_id(&self) -> String {
        let used = self.all();
        let last = used.iter().filter_map(|saved| saved.id.parse::<u32>().ok()).max();
        format!("{:04}", last.unwrap_or(0) + 1)
    }
}

impl Default for Store {
    fn default() -> Self {
        Store::new()
    }
}
