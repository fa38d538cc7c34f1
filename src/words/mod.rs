//! The catalogue: every word that a reader sees, by typed keys.
//!
//! A language is one [`Language`] value. The compiler asks it for every key, so that adding one touches no view. Labels and help of
//! inputs are declared with the inputs; English reads them from there.

mod en;
mod en_doubt;
mod en_inputs;
mod en_quotes;
mod en_refine;
mod en_report;
mod en_static;
mod en_terms;
mod en_vendor_views;
mod en_vendors;
#[macro_use]
mod text;
mod vendor_text;

pub use text::{DoubtText, RefineText, ReportText, StaticText, Text};
pub use vendor_text::VendorText;

use crate::answer::Key;
use crate::answer::vendors::{Anchor, Criterion, Duty, Failure, FindingKey, Source, Status};
use crate::engine::Term;
use crate::engine::ledger::{Category, CostGroup};
use crate::scenario::check::Fault;
use crate::scenario::countries::{PayPeriod, Work};
use crate::scenario::{Field, Note, Unit};

/// How a language writes numbers; the page asks the browser's `Intl`, [`Plain`] is for files and tests.
pub trait Format {
    /// A plain number.
    fn number(&self, value: f64) -> String;
    /// Money, short enough for a sentence.
    fn money(&self, value: f64) -> String;
    /// Money to the unit, or to its parts below a hundred.
    fn money_exact(&self, value: f64) -> String;
    /// A share as per cent.
    fn share(&self, value: f64) -> String;
}

/// From here on a number is written with an exponent: nobody counts so many digits.
pub const HUGE: f64 = 1e15;

/// Numbers without locale.
pub struct Plain;

impl Format for Plain {
    fn number(&self, value: f64) -> String {
        if value.abs() < HUGE { format!("{value}") } else { crate::decimal::write(value) }
    }
    fn money(&self, value: f64) -> String {
        format!("{value:.2}")
    }
    fn money_exact(&self, value: f64) -> String {
        format!("{value:.2}")
    }
    fn share(&self, value: f64) -> String {
        format!("{:.1} %", value * 100.0)
    }
}

/// A language of the page.
pub struct Language {
    /// Its BCP 47 tag.
    pub tag: &'static str,
    /// Words of the page.
    pub text: fn(Text) -> &'static str,
    /// Sentences of the answer, with places {0}, {1}, ….
    pub sentence: fn(Key) -> &'static str,
    /// What is wrong with what is asked first, with a range, or with a file, and what to do; of anything else nothing.
    pub fault: fn(&Fault, &dyn Format) -> String,
    /// Units beside a field.
    pub unit: fn(Unit) -> &'static str,
    /// Units after a number of them: each language by its own rules of number.
    pub counted: fn(Unit, f64) -> &'static str,
    /// What an input is called, where that is wanted before the report is there; else nothing.
    pub label: fn(&'static Field) -> &'static str,
    /// What an input means, where that is wanted before the report is there; else nothing.
    pub help: fn(&'static Field) -> &'static str,
    /// The name of a choice, of those that the page shows before the report is there.
    pub choice: fn(&str) -> &'static str,
}

/// What a language says in the report.
pub struct ReportLanguage {
    /// Words of the report.
    pub text: fn(ReportText) -> &'static str,
    /// What is wrong with any field, and what to do.
    pub fault: fn(&Fault, &dyn Format) -> String,
    /// Words of the further inputs.
    pub refine: fn(RefineText) -> &'static str,
    /// The name of any choice.
    pub choice: fn(&str) -> &'static str,
    /// Words of the report about doubt.
    pub doubt: fn(DoubtText) -> &'static str,
    /// Quantities in explanations.
    pub term: fn(Term) -> &'static str,
    /// Categories of the ledger.
    pub category: fn(Category) -> &'static str,
    /// Groups of categories.
    pub group: fn(CostGroup) -> &'static str,
    /// What an input is called.
    pub label: fn(&Note) -> &'static str,
    /// What an input means.
    pub help: fn(&Note) -> &'static str,
    /// The name of a figure by the last part of its path in the result file.
    pub figure: fn(&str) -> &'static str,
    /// What it says of vendors.
    pub vendors: fn(VendorText) -> &'static str,
    /// What people call the lines of a quote, with the paths that they mean.
    pub quote_names: &'static [(&'static str, &'static str)],
    /// What people call choices, with their names in a document.
    pub quote_choices: &'static [(&'static str, &'static str)],
}

/// What a language says of vendors, in the report.
pub struct VendorLanguage {
    /// Sentences that follow from the standings, with places {0}, {1}, ….
    pub finding: fn(FindingKey) -> &'static str,
    /// Why a requirement is not met.
    pub reason: fn(&Failure, &dyn Format) -> String,
    /// What a score on a criterion means.
    pub anchor: fn(Criterion, Anchor) -> &'static str,
    /// Whether a vendor is ranked.
    pub status: fn(Status) -> &'static str,
    /// A way of getting at skills; {0} is the vendor.
    pub source: fn(Source) -> &'static str,
    /// A line of the governance plan.
    pub duty: fn(Duty) -> &'static str,
    /// The work that published pay is for.
    pub work: fn(Work) -> &'static str,
    /// What published pay is for.
    pub period: fn(PayPeriod) -> &'static str,
}

/// English, the source language.
pub static ENGLISH: Language = Language {
    tag: "en",
    text: en::text,
    sentence: en::sentence,
    fault: en::fault,
    unit: en_inputs::unit,
    counted: en_inputs::counted,
    label: |field| field.label,
    help: |field| field.help,
    choice: en_inputs::choice,
};

/// English, in the report.
pub static ENGLISH_REPORT: ReportLanguage = ReportLanguage {
    text: en_report::text,
    fault: en_refine::fault,
    refine: en_refine::text,
    choice: en_refine::choice,
    doubt: en_doubt::text,
    term: en_terms::term,
    category: en_terms::category,
    group: en_terms::group,
    label: |note| note.label,
    help: |note| note.help,
    figure: en_terms::figure,
    vendors: en_vendor_views::text,
    quote_names: en_quotes::QUOTE_NAMES,
    quote_choices: en_quotes::QUOTE_CHOICES,
};

/// English, of vendors.
pub static ENGLISH_VENDORS: VendorLanguage = VendorLanguage {
    finding: en_vendors::finding,
    reason: en_vendors::reason,
    anchor: en_vendors::anchor,
    status: en_vendors::status,
    source: en_vendors::source,
    duty: en_vendors::duty,
    work: en_vendors::work,
    period: en_vendors::period,
};

/// The words of vendors in the page's language.
#[must_use]
pub fn vendor_language(_page: &Language) -> &'static VendorLanguage {
    &ENGLISH_VENDORS
}

/// The report's words in the page's language.
#[must_use]
pub fn report_language(_page: &Language) -> &'static ReportLanguage {
    &ENGLISH_REPORT
}

/// English, in `index.html`.
#[must_use]
pub fn english_static(text: StaticText) -> &'static str {
    en_static::text(text)
}

/// A text with its places {0}, {1}, … filled.
#[must_use]
pub fn fill(template: &str, values: &[&str]) -> String {
    let mut filled = String::new();
    let mut rest = template;
    while let Some(start) = rest.find('{') {
        filled.push_str(&rest[..start]);
        let Some(end) = rest[start..].find('}') else {
            break;
        };
        if let Some(value) =
            rest[start + 1..start + end].parse::<usize>().ok().and_then(|place| values.get(place))
        {
            filled.push_str(value);
        }
        rest = &rest[start + end + 1..];
    }
    filled.push_str(rest);
    filled
}
