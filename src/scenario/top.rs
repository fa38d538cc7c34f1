//! The scenario as a whole.

use super::{Draws, Here, Month, Preferences, Service, Vendor};
use outsourcing_derive::Inputs;

/// Everything a user states.
#[derive(Clone, Debug, Inputs)]
pub struct Scenario<L> {
    /// The template that the scenario was started from; its figures keep their sources.
    #[input(label = "Template", most = 40)]
    pub template: String,
    /// What you call this decision.
    #[input(label = "Name", most = 80)]
    pub name: String,
    /// Anything a reader of the link should know.
    #[input(label = "Notes", most = 2000)]
    pub notes: String,
    /// The home currency, in which every result is stated. Changing it relabels your amounts and converts none of them.
    #[input(label = "Currency", most = 3)]
    pub currency: String,
    /// The calendar month of month 1, the first after the decision.
    #[input(label = "First month")]
    pub first_month: Month,
    /// How many months the comparison covers. A move that pays back later than this looks like a loss.
    #[input(label = "Over how long?", now, unit = Months, min = 12, max = 120, default = 36, grade = J, whole,
        source = "Three years: the usual term of a services contract")]
    pub horizon: L,
    /// Rates that apply to everything.
    #[input(label = "Money")]
    pub money: Money<L>,
    /// The pieces of work that could move.
    #[input(label = "Services", least = 1, most = 12)]
    pub services: Vec<Service<L>>,
    /// Who could do the work.
    #[input(label = "Vendors", most = 8)]
    pub vendors: Vec<Vendor<L>>,
    /// Where you work and when: what a vendor's hours overlap with.
    #[input(label = "Where you work")]
    pub here: Here<L>,
    /// What a vendor must have, and what counts how much.
    #[input(label = "What you want of a vendor")]
    pub preferences: Preferences<L>,
    /// How doubt is drawn when numbers are ranges.
    #[input(label = "Simulation")]
    pub simulation: Draws<L>,
}

impl<L> Scenario<L> {
    /// The home currency's code; US dollars unless stated.
    #[must_use]
    pub fn currency(&self) -> &str {
        if self.currency.is_empty() { "USD" } else { &self.currency }
    }
}

/// Rates that apply to everything.
#[derive(Clone, Debug, Inputs)]
pub struct Money<L> {
    /// What a year's delay takes off the worth of money: your cost of capital, nominal. With a tax rate stated, give it after tax.
    #[input(label = "Discount rate", unit = SharePerYear, min = 0, max = 0.5, default = 0.08, grade = J,
        source = "Between industry costs of capital of 5.0 % (banks) and 9.3 % (software): Damodaran, January 2026", span = (0.05, 0.11),
        span_source = "Costs of capital of 5.0 % (banks) to 9.3 % (software): Damodaran, January 2026; beyond it our judgement")]
    pub discount_rate: L,
    /// General rise of prices. Raises workplace, tools, infrastructure and similar lines at month 13, 25 and so on.
    #[input(label = "Inflation", unit = SharePerYear, min = -0.1, max = 1, default = 0.025, grade = J,
        source = "Near the 2 % targets of the large central banks")]
    pub inflation: L,
    /// Yearly pay rise. Raises pay and everything tied to it at month 13, 25 and so on.
    #[input(label = "Pay growth", unit = SharePerYear, min = -0.1, max = 1, default = 0.035, grade = B,
        source = "United States salary budgets: Mercer and WTW, 2025–26")]
    pub wage_growth: L,
    /// Yearly change of storage prices; negative when they fall.
    #[input(label = "Storage price change", unit = SharePerYear, min = -0.5, max = 1, default = 0, grade = Neutral,
        source = "Unchanged list prices")]
    pub storage_growth: L,
    /// Corporate tax on cash entries. Leave empty to compare before tax.
    #[input(label = "Tax rate", unit = Share, min = 0, max = 0.8)]
    pub tax_rate: Option<L>,
    /// Over how many years purchases are written off, straight-line, when there is tax.
    #[input(label = "Write-off", unit = Years, min = 1, max = 20, default = 5, grade = J, whole,
        source = "Common life of IT equipment in tax rules")]
    pub depreciation_years: L,
    /// A lead smaller than this share of the reference is called too close to call.
    #[input(label = "Too close below", unit = Share, min = 0, max = 0.5, default = 0.02, grade = J, fixed,
        source = "Smaller than the doubt in any of these inputs")]
    pub margin: L,
}
