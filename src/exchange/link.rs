//! A scenario as the fragment of a link: `s=1.` and base64url of squeezed JSON `[template, difference]`.
//!
//! Keys are replaced by their position in [`NAMES`], so that the names cost nothing; a checksum notices damage.

use serde_json::{Map, Value};

use super::squeeze::{squeeze, unsqueeze};
use super::{NAMES, apply, difference, letters};
use crate::json;

/// Longest fragment that is read, in characters.
const LONGEST: usize = 65_536;
/// Most that a fragment or a saved text may grow to, in bytes.
const MOST: usize = 1 << 20;
/// Deepest nesting of a document; a scenario needs nine.
const DEEPEST: usize = 32;
/// Longest list in a document.
const MOST_ENTRIES: usize = 10_000;
/// Longest text whose length is told exactly; a longer one is too long anyway.
const LENGTHS: u32 = (1 << 24) - 1;
const PREFIX: &str = "s=";
const VERSION: &str = "1";

/// Why a link cannot be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// The fragment is not one of a scenario.
    NotALink,
    /// A newer version of the page made it.
    NewerVersion,
    /// Part of it is missing or changed.
    Damaged,
    /// It is longer than any scenario.
    TooLarge,
    /// It starts from a template that is not known here.
    UnknownTemplate(String),
}

/// A document with its keys replaced: `back` from positions to names.
fn renamed(value: &Value, back: bool) -> Option<Value> {
    Some(match value {
        Value::Object(object) => {
            let mut made = Map::new();
            for (key, value) in object {
                let key = if back { name(key)? } else { short(key) };
                made.insert(key, renamed(value, back)?);
            }
            Value::Object(made)
        }
        Value::Array(entries) => {
            Value::Array(entries.iter().map(|entry| renamed(entry, back)).collect::<Option<_>>()?)
        }
        other => other.clone(),
    })
}

/// Letters stand for positions in the table; `~` marks a key kept as it is, digits and `#` are those of lists.
fn short(key: &str) -> String {
    if key == "#" || key.bytes().all(|byte| byte.is_ascii_digit()) {
        return key.to_owned();
    }
    match NAMES.iter().position(|name| *name == key) {
        Some(place) => {
            let letter = |digit: usize| char::from(b'a' + digit as u8);
            [letter(place / 26), letter(place % 26)].iter().collect()
        }
        None => format!("~{key}"),
    }
}

fn name(key: &str) -> Option<String> {
    if key == "#" || (!key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit())) {
        return Some(key.to_owned());
    }
    if let Some(kept) = key.strip_prefix('~') {
        return Some(kept.to_owned());
    }
    let digit = |byte: u8| byte.is_ascii_lowercase().then(|| usize::from(byte - b'a'));
    match key.as_bytes() {
        [first, second] => NAMES.get(digit(*first)? * 26 + digit(*second)?).map(|name| (*name).to_owned()),
        _ => None,
    }
}

/// The fragment, without its `#`, of a link to a document; `base` is the template it was started from, by id.
#[must_use]
pub fn encode(document: &Value, base: Option<(&str, &Value)>) -> String {
    let nothing = Value::Object(Map::new());
    let (id, base) = base.unwrap_or(("", &nothing));
    // Renaming fails only on the way back.
    let change = renamed(&difference(base, document), false).unwrap_or_default();
    format!("{PREFIX}{VERSION}.{}", pack(&json::write(&Value::Array(vec![id.into(), change]))))
}

/// The document of a fragment.
///
/// # Errors
/// Says why it cannot be opened; nothing of it is interpreted as anything but data.
pub fn decode(fragment: &str, find_base: &dyn Fn(&str) -> Option<Value>) -> Result<Value, LinkProblem> {
    let found = fragment.split('&').find_map(|part| part.strip_prefix(PREFIX));
    let (version, payload) =
        found.ok_or(LinkProblem::NotALink)?.split_once('.').ok_or(LinkProblem::Damaged)?;
    if version != VERSION {
        // A version is a number without leading zeros; anything else is no version at all.
        let newer = !version.starts_with('0') && version.parse::<u64>().is_ok();
        return Err(if newer { LinkProblem::NewerVersion } else { LinkProblem::Damaged });
    }
    if payload.len() > LONGEST {
        return Err(LinkProblem::TooLarge);
    }
    let text = opened(payload)?;
    let value = json::read(&text).map_err(|_| LinkProblem::Damaged)?;
    let [Value::String(id), change] = value.as_array().map(Vec::as_slice).ok_or(LinkProblem::Damaged)? else {
        return Err(LinkProblem::Damaged);
    };
    let base = if id.is_empty() { Some(Value::Object(Map::new())) } else { find_base(id) };
    let base = base.ok_or_else(|| LinkProblem::UnknownTemplate(id.clone()))?;
    let document = apply(&base, &renamed(change, true).ok_or(LinkProblem::Damaged)?)?;
    // The page edits documents by key, so that anything but an object is none.
    if document.is_object() && modest(&document, DEEPEST) { Ok(document) } else { Err(LinkProblem::Damaged) }
}

/// Whether a document nests no deeper than `depth`, has no list longer than any scenario's, and no null.
fn modest(value: &Value, depth: usize) -> bool {
    match value {
        Value::Null => false,
        Value::Array(entries) => {
            depth > 0 && entries.len() <= MOST_ENTRIES && entries.iter().all(|entry| modest(entry, depth - 1))
        }
        Value::Object(object) => depth > 0 && object.values().all(|value| modest(value, depth - 1)),
        _ => true,
    }
}

/// A checksum of bytes (FNV-1a).
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// A text compressed, for links and local storage: its checksum and length, then what it is squeezed to, as letters.
#[must_use]
pub fn pack(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut packed = checksum(bytes).to_be_bytes().to_vec();
    packed.extend(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).min(LENGTHS).to_be_bytes()[1..]);
    packed.extend(squeeze(bytes));
    letters::write(&packed)
}

/// The text that [`pack`] compressed; None if it is damaged.
#[must_use]
pub fn unpack(packed: &str) -> Option<String> {
    opened(packed).ok()
}

fn opened(packed: &str) -> Result<String, LinkProblem> {
    let bytes = letters::read(packed).ok_or(LinkProblem::Damaged)?;
    let (head, squeezed) = bytes.split_first_chunk::<7>().ok_or(LinkProblem::Damaged)?;
    let [a, b, c, d, x, y, z] = *head;
    let count = u32::from_be_bytes([0, x, y, z]) as usize;
    if count > MOST {
        return Err(LinkProblem::TooLarge);
    }
    let text = unsqueeze(squeezed, count);
    // What was not written by `pack` has another checksum, or more behind its end.
    if checksum(&text) != u32::from_be_bytes([a, b, c, d]) || squeeze(&text) != squeezed {
        return Err(LinkProblem::Damaged);
    }
    String::from_utf8(text).map_err(|_| LinkProblem::Damaged)
}
