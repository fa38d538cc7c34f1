//! The report's words, in the page's language.

use crate::page::shared::Shared;
use crate::words::{DoubtText, RefineText, ReportLanguage, ReportText, VendorText, fill, report_language};

/// What the report says beside the page's words.
pub trait Said {
    /// The report's words.
    fn report(&self) -> &'static ReportLanguage;

    /// A text of the report.
    fn said(&self, text: ReportText) -> &'static str {
        (self.report().text)(text)
    }

    /// A text of the further inputs.
    fn refined(&self, text: RefineText) -> &'static str {
        (self.report().refine)(text)
    }

    /// The name of a choice.
    fn choice(&self, name: &str) -> &'static str {
        (self.report().choice)(name)
    }

    /// A text of the report about doubt.
    fn doubt(&self, text: DoubtText) -> &'static str {
        (self.report().doubt)(text)
    }

    /// A text of the report about doubt with its places filled.
    fn doubt_with(&self, text: DoubtText, values: &[&str]) -> String {
        fill(self.doubt(text), values)
    }

    /// A text of the report with its places filled.
    fn said_with(&self, text: ReportText, values: &[&str]) -> String {
        fill(self.said(text), values)
    }

    /// A text about vendors.
    fn of_vendors(&self, text: VendorText) -> &'static str {
        (self.report().vendors)(text)
    }

    /// A text about vendors with its places filled.
    fn of_vendors_with(&self, text: VendorText, values: &[&str]) -> String {
        fill(self.of_vendors(text), values)
    }
}

impl Said for Shared {
    fn report(&self) -> &'static ReportLanguage {
        report_language(self.language)
    }
}
