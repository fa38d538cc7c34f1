//! What every view is handed through the context: it changes only with language and currency.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::edits::Edits;
use super::format::Locale;
use crate::scenario::{Field, Input, Unit};
use crate::words::{Language, Text, fill};

/// The context of the views.
#[derive(Clone)]
pub struct Shared {
    /// How numbers are written.
    pub locale: Rc<Locale>,
    /// The words.
    pub language: &'static Language,
    /// What inputs mean and are called, by the type and name of the field: told by the report. Nothing until it is there.
    pub help: Rc<Value>,
    /// Opens the explanation of a figure, by its path in the result file.
    pub explain: Callback<AttrValue>,
    /// Where edits go.
    pub edits: Edits,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.locale == other.locale
            && std::ptr::eq(self.language, other.language)
            && Rc::ptr_eq(&self.help, &other.help)
            && self.explain == other.explain
            && self.edits == other.edits
    }
}

impl Shared {
    /// A text of the page.
    #[must_use]
    pub fn text(&self, text: Text) -> &'static str {
        (self.language.text)(text)
    }

    /// A text of the page with its places filled.
    #[must_use]
    pub fn filled(&self, text: Text, values: &[&str]) -> String {
        fill(self.text(text), values)
    }

    /// What an input is called; nothing where that is not known yet.
    #[must_use]
    pub fn label(&self, field: &'static Field) -> &str {
        match (self.language.label)(field) {
            "" => self.told(field, ".label"),
            said => said,
        }
    }

    /// What the report says of a field.
    fn told(&self, field: &Field, what: &str) -> &str {
        let told = self.help.get(format!("{}.{}{what}", field.of, field.name));
        told.and_then(Value::as_str).unwrap_or_default()
    }

    /// What an input means; nothing where that is not known yet.
    #[must_use]
    pub fn help(&self, field: &'static Field) -> &str {
        match (self.language.help)(field) {
            "" => self.told(field, ""),
            said => said,
        }
    }

    /// Where the span of an input comes from; nothing where that is not known yet.
    #[must_use]
    pub fn span_source(&self, field: &'static Field) -> &str {
        self.told(field, ".span")
    }

    /// The unit beside a field; amounts in the currency of that code, else the scenario's.
    #[must_use]
    pub fn unit(&self, unit: Unit, currency: Option<&str>) -> String {
        let sign = currency.map_or_else(|| self.locale.sign(), str::to_owned);
        (self.language.unit)(unit).replace('¤', &sign)
    }

    /// An input's value with its unit, for reading; prices in the contract's currency.
    #[must_use]
    pub fn input_quantity(&self, document: &Value, input: &Input, value: f64) -> String {
        use crate::words::Format;
        match crate::scenario::document::contract_currency(document, &input.path) {
            Some(code) if input.unit.is_money() => {
                format!("{} {}", self.locale.number(value), self.unit(input.unit, Some(code)))
            }
            _ => self.quantity(value, input.unit),
        }
    }

    /// A value with its unit, for reading.
    #[must_use]
    pub fn quantity(&self, value: f64, unit: Unit) -> String {
        use crate::words::Format;
        if unit.is_share() {
            let rest = (self.language.unit)(unit).trim_start_matches('%');
            return format!("{}{rest}", self.locale.share(value));
        }
        let words = (self.language.counted)(unit, value);
        if unit.is_money() {
            let rest = words.trim_start_matches('¤');
            return format!("{}{rest}", self.locale.money_exact(value));
        }
        let number = self.locale.number(value);
        if words.is_empty() { number } else { format!("{number} {words}") }
    }
}

/// The context of the views. They are always rendered inside the app, which provides it.
#[hook]
pub fn use_shared() -> Shared {
    use_context::<Shared>().expect("views are rendered inside the app")
}
