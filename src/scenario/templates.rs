//! The templates: complete worked scenarios on sourced figures, numbered and frozen.
//!
//! A template's file holds the scenario `document` and, for the paths whose figures come from somewhere, `sources`. A link
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

macro_rules! template {
    ($id:literal) => {
        Template { id: $id, text: include_str!(concat!("templates/", $id, ".json")) }
    };
}

/// All templates ever published, those on offer first.
pub const TEMPLATES: &[Template] = &[
    template!("nearshore-team-1"),
    template!("service-desk-1"),
    template!("data-platform-1"),
    template!("first-product-1"),
    template!("stable-core-1"),
];

/// The template of that id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.id == id)
}

impl Template {
    fn parsed(&self) -> Value {
        serde_json::from_str(self.text).unwrap_or_default()
    }

    /// The scenario document, with the template's id written in.
    #[must_use]
    pub fn document(&self) -> Value {
        let mut document = self.parsed()["document"].take();
        document["template"] = self.id.into();
        super::document::stamp(&mut document);
        document
    }

    /// The sources of its figures.
    #[must_use]
    pub fn sources(&self) -> Vec<Sourced> {
        let parsed = self.parsed();
        let Some(sources) = parsed["sources"].as_object() else {
            return Vec::new();
        };
        sources
            .iter()
            .map(|(path, cited)| Sourced {
                path: path.clone(),
                source: cited["source"].as_str().unwrap_or_default().to_owned(),
                grade: cited["grade"].as_str().unwrap_or_default().to_owned(),
            })
            .collect()
    }
}
