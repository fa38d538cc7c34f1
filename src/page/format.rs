//! Numbers, money and months by the browser's locale.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Date, Intl, Object, Reflect};
use serde_json::Value;
use wasm_bindgen::JsValue;

use super::entry::Separators;
use super::language_tag::is_well_formed;
use crate::scenario::{CURRENCIES, Month};
use crate::words::{Format, HUGE};

/// Amounts below half a cent are what rounding leaves of nothing.
pub const CENT: f64 = 0.005;

/// Writes numbers for one locale and one currency.
#[derive(Clone)]
pub struct Locale {
    /// The currency's code.
    pub currency: String,
    /// The decimal and the group mark.
    pub separators: Separators,
    plain: Intl::NumberFormat,
    short: Intl::NumberFormat,
    exact: Intl::NumberFormat,
    cents: Intl::NumberFormat,
    percent: Intl::NumberFormat,
    permille: Intl::NumberFormat,
    month: Intl::DateTimeFormat,
    name: Intl::DateTimeFormat,
}

impl PartialEq for Locale {
    /// The browser's language does not change while the page is open.
    fn eq(&self, other: &Self) -> bool {
        self.currency == other.currency
    }
}

/// A document's currency; the dollar in place of one that there is not.
#[must_use]
pub fn currency(document: &Value) -> &str {
    let stated = document.get("currency").and_then(Value::as_str);
    stated.filter(|stated| CURRENCIES.iter().any(|(code, _)| code == stated)).unwrap_or("USD")
}

fn options(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object
}

/// The visitor's languages that `Intl` takes; without any it takes the browser's own.
fn languages() -> Array {
    let languages = web_sys::window().map(|window| window.navigator().languages());
    let languages = languages.map_or_else(Array::new, |languages| Array::from(&languages));
    languages.filter(&mut |tag, _, _| tag.as_string().is_some_and(|tag| is_well_formed(&tag)))
}

fn written(format: &Intl::NumberFormat, value: f64) -> String {
    let text = format.format().call1(&JsValue::UNDEFINED, &JsValue::from_f64(value));
    text.ok().and_then(|text| text.as_string()).unwrap_or_default()
}

/// An amount, or nothing where rounding has left some of it.
fn something(value: f64) -> f64 {
    if value.abs() < CENT { 0.0 } else { value }
}

fn dated(format: &Intl::DateTimeFormat, month: Month) -> String {
    let date = Date::new(&JsValue::from_f64(Date::utc(f64::from(month.year), f64::from(month.month - 1))));
    let text = format.format().call1(&JsValue::UNDEFINED, &date);
    text.ok().and_then(|text| text.as_string()).unwrap_or_else(|| month.to_string())
}

impl Locale {
    /// The browser's locale, with a currency: made once, as a browser takes its time for it.
    #[must_use]
    pub fn with(currency: &str) -> Rc<Self> {
        thread_local! {
            static LAST: RefCell<Option<Rc<Locale>>> = const { RefCell::new(None) };
        }
        LAST.with_borrow_mut(|last| match last {
            Some(last) if last.currency == currency => last.clone(),
            last => last.insert(Rc::new(Locale::new(currency))).clone(),
        })
    }

    fn new(currency: &str) -> Self {
        let languages = languages();
        let number_format = |pairs: &[(&str, JsValue)]| Intl::NumberFormat::new(&languages, &options(pairs));
        let money = |digits: f64| {
            number_format(&[
                ("style", "currency".into()),
                ("currency", currency.into()),
                ("currencyDisplay", "narrowSymbol".into()),
                ("maximumFractionDigits", digits.into()),
                ("minimumFractionDigits", digits.into()),
            ])
        };
        let plain = number_format(&[("maximumFractionDigits", 6.0.into())]);
        let sample = written(&plain, 12345.5);
        let mut marks = sample.chars().filter(|c| !c.is_numeric());
        let (first, second) = (marks.next(), marks.next());
        let separators = match (first, second) {
            (Some(group), Some(decimal)) => Separators { decimal, group },
            (Some(decimal), None) => Separators { decimal, group: '\u{a0}' },
            _ => Separators { decimal: '.', group: ',' },
        };
        Locale {
            currency: currency.to_owned(),
            separators,
            short: number_format(&[
                ("style", "currency".into()),
                ("currency", currency.into()),
                ("currencyDisplay", "narrowSymbol".into()),
                ("notation", "compact".into()),
                ("maximumSignificantDigits", 3.0.into()),
            ]),
            exact: money(0.0),
            cents: money(2.0),
            percent: number_format(&[("style", "percent".into()), ("maximumFractionDigits", 1.0.into())]),
            permille: number_format(&[("style", "percent".into()), ("maximumSignificantDigits", 1.0.into())]),
            month: Intl::DateTimeFormat::new(
                &languages,
                &options(&[
                    ("month", "short".into()),
                    ("year", "numeric".into()),
                    ("timeZone", "UTC".into()),
                ]),
            ),
            name: Intl::DateTimeFormat::new(
                &languages,
                &options(&[("month", "long".into()), ("timeZone", "UTC".into())]),
            ),
            plain,
        }
    }

    /// A calendar month, short.
    #[must_use]
    pub fn month(&self, month: Month) -> String {
        dated(&self.month, month)
    }

    /// A calendar month's name without its year.
    #[must_use]
    pub fn month_name(&self, month: Month) -> String {
        dated(&self.name, month)
    }

    /// Money in a table, to the unit, without its sign.
    #[must_use]
    pub fn table_amount(&self, value: f64) -> String {
        // Nothing has no sign.
        written(&self.plain, libm::round(value) + 0.0)
    }

    /// What amounts in a table are counted in.
    #[must_use]
    pub fn table_unit(&self) -> String {
        self.currency.clone()
    }

    /// The currency's sign.
    #[must_use]
    pub fn sign(&self) -> String {
        written(&self.exact, 0.0).replace(|c: char| c.is_numeric() || c.is_whitespace(), "")
    }
}

impl Format for Locale {
    fn number(&self, value: f64) -> String {
        if value.abs() >= HUGE {
            return crate::decimal::write(value);
        }
        let digits = if value.abs() >= 1000.0 { 0 } else { 2 };
        let scale = libm::pow(10.0, f64::from(digits));
        let rounded = libm::round(value * scale) / scale;
        written(&self.plain, if rounded.abs() > 0.0 { rounded } else { value })
    }
    fn money(&self, value: f64) -> String {
        written(&self.short, something(value))
    }
    fn money_exact(&self, value: f64) -> String {
        written(
            if value.abs() < 1000.0 && value.fract().abs() > 0.0 { &self.cents } else { &self.exact },
            something(value),
        )
    }
    fn share(&self, value: f64) -> String {
        // A small share is not none; what rounding leaves of nothing is.
        let value = if value.abs() < 1e-9 { 0.0 } else { value };
        let small = value.abs() < 0.0005 && value.abs() > 0.0;
        written(if small { &self.permille } else { &self.percent }, value)
    }
}
