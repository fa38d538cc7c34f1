//! The templates: complete worked scenarios on sourced figures, numbered and frozen.
//!
//! A template is a scenario document; beside it stand the `sources` of the paths whose figures come from somewhere. A link
//! stores what differs from its template, so a published template never changes: a better one gets a new number.

use serde_json::Value;

/// A template, by its numbered id.
#[derive(Debug)]
pub struct Template {
    /// Its id in links and files, such as `nearshore-team-1`.
    pub id: &'static str,
    text: &'static str,
}

/// A figure of a template with its source.
#[derive(Clone, Debug)]
pub struct Sourced {
    /// The figure's path in the document.
    pub path: String,
    /// Publisher and year.
    pub source: String,
    /// The mark of its grade.
    pub grade: String,
}

/// A JSON text without the white space between its parts, as far as there is room, and its length: indented, they would weigh twice in
/// the page.
const fn tightened<const ROOM: usize>(text: &str) -> ([u8; ROOM], usize) {
    let (bytes, mut made, mut length) = (text.as_bytes(), [0; ROOM], 0);
    let (mut at, mut quoted, mut escaped) = (0, false, false);
    while at < bytes.len() {
        let byte = bytes[at];
        if quoted || !byte.is_ascii_whitespace() {
            if length < ROOM {
                made[length] = byte;
            }
            length += 1;
        }
        if byte == b'"' && !escaped {
            quoted = !quoted;
        }
        escaped = byte == b'\\' && !escaped;
        at += 1;
    }
    (made, length)
}

macro_rules! templates {
    ($($id:literal),+ $(,)?) => {
        /// All templates ever published, those on offer first.
        pub const TEMPLATES: &[Template] =
            &[$(Template {
                id: $id,
                text: {
                    const TEXT: &str = include_str!(concat!("templates/", $id, ".json"));
                    const TIGHT: &[u8] = &tightened::<{ tightened::<0>(TEXT).1 }>(TEXT).0;
                    match std::str::from_utf8(TIGHT) {
                        Ok(text) => text,
                        Err(_) => panic!("only white space is taken out"),
                    }
                },
            }),+];

        // Apart from the documents: the page loads these, only the report those.
        fn sources_text(id: &str) -> &'static str {
            match id {
                $($id => include_str!(concat!("templates/", $id, ".sources.json")),)+
                _ => "{}",
            }
        }
    };
}

templates![
    "nearshore-team-1",
    "service-desk-1",
    "data-platform-1",
    "first-product-1",
    "stable-core-1",
    "three-vendors-1"
];

/// The template of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}

impl Template {
    /// The scenario document, with the template's id written in.
    #[must_use]
    pub fn document(&self) -> Value {
        let mut document: Value = crate::json::read(self.text).unwrap_or_default();
        super::document::set(&mut document, "template", Some(self.id.into()));
        super::document::stamp(&mut document);
        document
    }

    /// The sources of its figures.
    #[must_use]
    pub fn sources(&self) -> Vec<Sourced> {
        let parsed: Value = crate::json::read(sources_text(self.id)).unwrap_or_default();
        let text =
            |cited: &Value, key: &str| cited.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        parsed
            .as_object()
            .into_iter()
            .flatten()
            .map(|(path, cited)| Sourced {
                path: path.clone(),
                source: text(cited, "source"),
                grade: text(cited, "grade"),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_goes_only_between_the_parts() {
        const TEXT: &str = "{\n  \"a b\" : [ \"\\\" \\\\\", 1 ] }\n";
        const TIGHT: &str = "{\"a b\":[\"\\\" \\\\\",1]}";
        let (bytes, length) = tightened::<32>(TEXT);
        assert_eq!(std::str::from_utf8(&bytes[..length]), Ok(TIGHT));
        assert!(TEMPLATES.iter().all(|template| !template.text.contains('\n')));
    }
}
