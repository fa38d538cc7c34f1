//! What the work takes in expertise, and how a gap is closed.

use super::Closing;
use outsourcing_derive::Inputs;

/// A skill that a service takes.
#[derive(Clone, Debug, Inputs)]
pub struct Skill<L> {
    /// What you call it.
    #[input(label = "Skill", most = 60)]
    pub name: String,
    /// People with this skill that the work takes. Leave empty to state the share of the work.
    #[input(label = "Needed", unit = People, min = 0, max = 10_000)]
    pub needed: Option<L>,
    /// Share of the work that takes it, where no people are stated.
    #[input(label = "Share of the work", unit = Share, min = 0, max = 1)]
    pub share: Option<L>,
    /// The first month in which it is needed.
    #[input(label = "From month", unit = MonthNumber, min = 1, max = 120, default = 1, grade = Neutral, whole, source = "From the start")]
    pub from: L,
    /// The last month in which it is needed. Leave empty for the whole horizon.
    #[input(label = "Until month", unit = MonthNumber, min = 1, max = 120, whole)]
    pub until: Option<L>,
    /// People of yours who have it today.
    #[input(label = "In-house now", unit = People, min = 0, max = 10_000, default = 0, grade = Neutral,
        source = "None until stated")]
    pub now: L,
    /// How the gap is closed in-house.
    #[input(label = "Closed by")]
    pub closing: Closing,
    /// Months until those who are hired with it are there. Leave empty for the team’s time to hire.
    #[input(label = "Months to hire", unit = Months, min = 0, max = 60)]
    pub hire_months: Option<L>,
    /// What hiring one with this skill costs. Leave empty for the team’s cost of a hire.
    #[input(label = "Cost of a hire", unit = MoneyPerEvent, min = 0, max = 1e7)]
    pub hire_cost: Option<L>,
    /// Months until those who are trained have it. Leave empty if it cannot be trained.
    #[input(label = "Months to train", unit = Months, min = 0, max = 60)]
    pub train_months: Option<L>,
    /// What training one person costs.
    #[input(label = "Cost of training", unit = MoneyPerEvent, min = 0, max = 1e7, default = 0, grade = Neutral,
        source = "Left out until stated")]
    pub train_cost: L,
    /// Productivity, in work that takes this skill, of people without it.
    #[input(label = "Productive without it", unit = Share, min = 0, max = 1, default = 0.57, grade = B2,
        source = "Boehm et al., COCOMO II.2000: 1 ÷ (1.22 × 1.19 × 1.20), two months or less with application, platform and tools, as quoted")]
    pub without: L,
    /// When each vendor has it. A vendor that is not listed has it from its start.
    #[input(label = "Vendors", most = 8)]
    pub vendors: Vec<VendorSkill<L>>,
}

/// When a vendor has a skill.
#[derive(Clone, Debug, Inputs)]
pub struct VendorSkill<L> {
    /// The vendor's key.
    #[input(label = "Vendor", most = 20)]
    pub vendor: String,
    /// Months from the vendor's start until its people have it.
    #[input(label = "Lead time", unit = Months, min = 0, max = 120)]
    pub lead: L,
}
