//! Documents as text: what `serde_json` reads and writes, to the byte, in a tenth of its size.
//!
//! The page is downloaded before the first verdict, and most of a general reader and writer is what documents never need: streams,
//! and tables for numbers, which every browser brings (`decimal`). Tests hold both against `serde_json`.

use std::fmt;

use serde_json::{Map, Number, Value};

use crate::decimal;

/// Deepest nesting that is read.
const DEEPEST: usize = 127;

/// Why a text is no JSON, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    reason: &'static str,
    line: usize,
    column: usize,
}

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "{} at line {} column {}", self.reason, self.line, self.column)
    }
}

/// The value that a text says.
///
/// # Errors
/// Says what is wrong, and where.
pub fn read(text: &str) -> Result<Value, Refused> {
    let mut reader = Reader { text, at: 0 };
    let read = reader.value(DEEPEST).and_then(|value| match reader.next() {
        None => Ok(value),
        Some(_) => Err("trailing characters"),
    });
    read.map_err(|reason| {
        let before = &text.as_bytes()[..text.len().min(reader.at + 1)];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        Refused { reason, line, column }
    })
}

type Read<T> = Result<T, &'static str>;

struct Reader<'a> {
    text: &'a str,
    /// The byte to read next.
    at: usize,
}

impl Reader<'_> {
    /// The byte here.
    fn here(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        while matches!(self.here(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
        self.here()
    }

    /// Passes over a byte where it stands here.
    fn pass(&mut self, byte: u8) -> bool {
        let there = self.here() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn value(&mut self, depth: usize) -> Read<Value> {
        match self.next() {
            Some(b'{' | b'[') if depth == 0 => Err("recursion limit exceeded"),
            Some(b'{') => self.object(depth - 1),
            Some(b'[') => self.array(depth - 1),
            Some(b'"') => self.string().map(Value::String),
            Some(b'-' | b'0'..=b'9') => self.number().map(Value::Number),
            Some(_) => {
                let words =
                    [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))];
                let rest = &self.text.as_bytes()[self.at..];
                let found = words.into_iter().find(|(word, _)| rest.starts_with(word.as_bytes()));
                let (word, value) = found.ok_or("expected value")?;
                self.at += word.len();
                Ok(value)
            }
            None => Err("EOF while parsing a value"),
        }
    }

    fn array(&mut self, depth: usize) -> Read<Value> {
        let mut entries = Vec::new();
        self.at += 1;
        if self.next() != Some(b']') {
            loop {
                entries.push(self.value(depth)?);
                match self.next() {
                    Some(b',') => self.at += 1,
                    Some(b']') => break,
                    _ => return Err("expected `,` or `]`"),
                }
            }
        }
        self.at += 1;
        Ok(Value::Array(entries))
    }

    fn object(&mut self, depth: usize) -> Read<Value> {
        let mut object = Map::new();
        self.at += 1;
        if self.next() != Some(b'}') {
            loop {
                if self.next() != Some(b'"') {
                    return Err("key must be a string");
                }
                let key = self.string()?;
                if self.next() != Some(b':') {
                    return Err("expected `:`");
                }
                self.at += 1;
                object.insert(key, self.value(depth)?);
                match self.next() {
                    Some(b',') => self.at += 1,
                    Some(b'}') => break,
                    _ => return Err("expected `,` or `}`"),
                }
            }
        }
        self.at += 1;
        Ok(Value::Object(object))
    }

    fn string(&mut self) -> Read<String> {
        self.at += 1;
        let mut read = String::new();
        loop {
            let start = self.at;
            while self.here().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            // What ends a run is a byte of ASCII, so that a run never cuts a character.
            read.push_str(self.text.get(start..self.at).unwrap_or_default());
            match self.here() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(read);
                }
                Some(b'\\') => read.push(self.escaped()?),
                Some(_) => return Err("control character (\\u0000-\\u001F) found while parsing a string"),
                None => return Err("EOF while parsing a string"),
            }
        }
    }

    fn escaped(&mut self) -> Read<char> {
        self.at += 2;
        Ok(match self.text.as_bytes().get(self.at - 1) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(byte @ (b'"' | b'\\' | b'/')) => char::from(*byte),
            Some(b'u') => {
                let mut code = self.hex()?;
                if code & 0xfc00 == 0xd800 {
                    // The first half of a character beyond 16 bits: nothing without the second.
                    if !(self.pass(b'\\') && self.pass(b'u')) {
                        return Err("unexpected end of hex escape");
                    }
                    let second = self.hex()?;
                    if second & 0xfc00 != 0xdc00 {
                        return Err("lone leading surrogate in hex escape");
                    }
                    code = 0x1_0000 + ((code & 0x3ff) << 10) + (second & 0x3ff);
                }
                char::from_u32(code).ok_or("lone leading surrogate in hex escape")?
            }
            _ => return Err("invalid escape"),
        })
    }

    fn hex(&mut self) -> Read<u32> {
        let mut code = 0;
        for _ in 0..4 {
            let digit = self.here().and_then(|byte| char::from(byte).to_digit(16)).ok_or("invalid escape")?;
            self.at += 1;
            code = code * 16 + digit;
        }
        Ok(code)
    }

    fn digits(&mut self) -> Read<()> {
        let start = self.at;
        while self.here().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at > start { Ok(()) } else { Err("invalid number") }
    }

    fn number(&mut self) -> Read<Number> {
        let start = self.at;
        let negative = self.pass(b'-');
        let whole = self.at;
        self.digits()?;
        if self.text.as_bytes()[whole] == b'0' && self.at > whole + 1 {
            return Err("invalid number");
        }
        let end = self.at;
        if self.pass(b'.') {
            self.digits()?;
        }
        if self.pass(b'e') || self.pass(b'E') {
            let _ = self.pass(b'+') || self.pass(b'-');
            self.digits()?;
        }
        let text = |from: usize| self.text.get(from..self.at).unwrap_or_default();
        if self.at == end
            && let Ok(size) = text(whole).parse::<u64>()
        {
            match (negative, i64::try_from(size)) {
                (false, _) => return Ok(size.into()),
                (true, Ok(size)) if size != 0 => return Ok((-size).into()),
                _ if negative && size == 1 << 63 => return Ok(i64::MIN.into()),
                _ => {}
            }
        }
        decimal::parse(text(start)).and_then(Number::from_f64).ok_or("number out of range")
    }
}

/// A value as text, in one line without spaces.
#[must_use]
pub fn write(value: &Value) -> String {
    let mut to = String::new();
    written(value, None, &mut to);
    to
}

/// A value as text to be read by people: one entry a line.
#[must_use]
pub fn write_lines(value: &Value) -> String {
    let mut to = String::new();
    written(value, Some(0), &mut to);
    to
}

/// Writes a value; `depth` is how far it is indented, None for no lines.
fn written(value: &Value, depth: Option<usize>, to: &mut String) {
    match value {
        Value::Null => to.push_str("null"),
        Value::Bool(on) => to.push_str(if *on { "true" } else { "false" }),
        Value::Number(number) => match (number.as_u64(), number.as_i64()) {
            (Some(size), _) => to.push_str(&size.to_string()),
            (None, Some(size)) => to.push_str(&size.to_string()),
            (None, None) => to.push_str(&decimal::write(number.as_f64().unwrap_or_default())),
        },
        Value::String(text) => quoted(text, to),
        Value::Array(entries) => {
            listed("[]", depth, entries.len(), to, &mut entries.iter().map(|entry| (None, entry)));
        }
        Value::Object(object) => {
            let mut entries = object.iter().map(|(key, entry)| (Some(key.as_str()), entry));
            listed("{}", depth, object.len(), to, &mut entries);
        }
    }
}

fn listed<'a>(
    ends: &str,
    depth: Option<usize>,
    count: usize,
    to: &mut String,
    entries: &mut dyn Iterator<Item = (Option<&'a str>, &'a Value)>,
) {
    let line = |depth: Option<usize>, to: &mut String| {
        if let Some(depth) = depth.filter(|_| count > 0) {
            to.push('\n');
            to.push_str(&"  ".repeat(depth));
        }
    };
    let inner = depth.map(|depth| depth + 1);
    to.push_str(&ends[..1]);
    for (index, (key, entry)) in entries.enumerate() {
        if index > 0 {
            to.push(',');
        }
        line(inner, to);
        if let Some(key) = key {
            quoted(key, to);
            to.push_str(if depth.is_some() { ": " } else { ":" });
        }
        written(entry, inner, to);
    }
    line(depth, to);
    to.push_str(&ends[1..]);
}

fn quoted(text: &str, to: &mut String) {
    to.push('"');
    for one in text.chars() {
        let escape = match one {
            '"' | '\\' => one,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\u{8}' => 'b',
            '\u{c}' => 'f',
            '\0'..' ' => {
                to.push_str(if one < '\u{10}' { "\\u000" } else { "\\u001" });
                to.extend(char::from_digit(u32::from(one) % 16, 16));
                continue;
            }
            _ => {
                to.push(one);
                continue;
            }
        };
        to.push('\\');
        to.push(escape);
    }
    to.push('"');
}

#[cfg(test)]
mod tests;
