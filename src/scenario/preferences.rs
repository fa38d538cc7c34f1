//! What the user wants of a vendor: what it must have, and what counts how much.

use super::Weighting;
use outsourcing_derive::Inputs;

/// What a vendor must have, and what counts how much.
#[derive(Clone, Debug, Inputs)]
pub struct Preferences<L> {
    /// A vendor that lacks one of these is shown with the reason and not ranked.
    #[input(label = "Must have")]
    pub must: Requirements<L>,
    /// Whether only the order of the weights counts, or the numbers as they stand.
    #[input(label = "Weights count")]
    pub weighting: Weighting,
    /// How much each criterion counts: the larger the more. Leave empty what does not count; with none stated all count alike.
    #[input(label = "Weights")]
    pub weights: Weights<L>,
    /// Criteria of your own.
    #[input(label = "Your own criteria", most = 8)]
    pub own: Vec<OwnCriterion<L>>,
}

/// What a vendor must have. Leave empty what it need not.
#[derive(Clone, Debug, Inputs)]
pub struct Requirements<L> {
    /// Regions of which it must keep your data in one, with commas between: EU, UK.
    #[input(label = "Data kept in", called, most = 120)]
    pub residency: String,
    /// Certificates of which it must have all, with commas between: ISO/IEC 27001, SOC 2.
    #[input(label = "Certificates", called, most = 200)]
    pub certificates: String,
    /// Hours of a working day that you and the vendor both work, in the worst month.
    #[input(label = "Common hours", called, unit = HoursPerDay, min = 0, max = 24, fixed)]
    pub overlap: Option<L>,
    /// People whom it can put on your work.
    #[input(label = "Capacity", called, unit = People, min = 0, max = 100_000, fixed)]
    pub capacity: Option<L>,
    /// The month by which it must have them. Leave empty for any.
    #[input(label = "Capacity by month", called, unit = Months, min = 0, max = 120, whole)]
    pub capacity_month: Option<L>,
    /// What it must be liable for at least.
    #[input(label = "Liability", called, unit = Money, min = 0, max = 1e12, fixed)]
    pub liability: Option<L>,
}

/// How much each criterion counts. Only their proportions matter.
#[derive(Clone, Debug, Inputs)]
pub struct Weights<L> {
    /// What the vendor costs, by the engine.
    #[input(label = "Cost", unit = Count, min = 0, max = 1000, fixed)]
    pub cost: Option<L>,
    /// How it protects systems and data.
    #[input(label = "Security", unit = Count, min = 0, max = 1000, fixed)]
    pub security: Option<L>,
    /// How it finds its own mistakes.
    #[input(label = "Quality control", unit = Count, min = 0, max = 1000, fixed)]
    pub quality: Option<L>,
    /// How well it knows this kind of work.
    #[input(label = "Expertise", unit = Count, min = 0, max = 1000, fixed)]
    pub expertise: Option<L>,
    /// How it grows and shrinks with you.
    #[input(label = "Scalability", unit = Count, min = 0, max = 1000, fixed)]
    pub scalability: Option<L>,
    /// How sure it is to be there in five years, with people who know your work.
    #[input(label = "Continuity", unit = Count, min = 0, max = 1000, fixed)]
    pub continuity: Option<L>,
    /// How well its ways and yours go together.
    #[input(label = "Fit", unit = Count, min = 0, max = 1000, fixed)]
    pub fit: Option<L>,
}

/// A criterion of the user's own.
#[derive(Clone, Debug, Inputs)]
pub struct OwnCriterion<L> {
    /// Its key, to which vendors' scores refer.
    #[input(label = "Key", most = 20)]
    pub id: String,
    /// What you call it.
    #[input(label = "Criterion", most = 60)]
    pub name: String,
    /// How much it counts.
    #[input(label = "Weight", unit = Count, min = 0, max = 1000, fixed)]
    pub weight: Option<L>,
}
