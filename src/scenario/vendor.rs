//! A vendor: who it is, where it works, what it has to show.

use super::Week;
use outsourcing_derive::Inputs;

/// A vendor: who it is, and what its services share.
#[derive(Clone, Debug, Inputs)]
pub struct Vendor<L> {
    /// The vendor's key, to which offers refer.
    #[input(label = "Key", most = 20)]
    pub id: String,
    /// What you call the vendor.
    #[input(label = "Vendor", most = 60)]
    pub name: String,
    /// Keep the vendor here without computing or ranking it.
    #[input(label = "Set aside")]
    pub off: bool,
    /// Where the vendor's people work.
    #[input(label = "Place", most = 40)]
    pub place: String,
    /// Time zone of its people, such as Asia/Kolkata. Leave empty when not known.
    #[input(label = "Time zone", most = 40)]
    pub zone: String,
    /// When its people work, by their own clock.
    #[input(label = "Working day")]
    pub day: Day<L>,
    /// Finding and contracting this vendor, once for all its services. Leave empty to reckon a share of the contract value.
    #[input(label = "Selection cost", unit = Money, min = 0, max = 1e9)]
    pub selection: Option<L>,
    /// Cost of having this vendor at all, for all its services together: account management, yearly audit.
    #[input(label = "Yearly cost of the relationship", unit = MoneyPerYear, min = 0, max = 1e9, default = 0, grade = Neutral,
        source = "Left out until stated")]
    pub yearly: L,
    /// What it commits to.
    #[input(label = "Safeguards")]
    pub safeguards: Safeguards<L>,
    /// How good it is, 0 to 100 on each criterion.
    #[input(label = "Scores")]
    pub scores: Scores<L>,
}

/// A working day by the local clock, half hours as .5. One that ends before it starts runs past midnight.
#[derive(Clone, Debug, Inputs)]
pub struct Day<L> {
    /// When it starts.
    #[input(label = "From", unit = Clock, min = 0, max = 24, default = 9, grade = J, fixed, source = "Usual office hours")]
    pub start: L,
    /// When it ends.
    #[input(label = "Until", unit = Clock, min = 0, max = 24, default = 17, grade = J, fixed, source = "Usual office hours")]
    pub end: L,
    /// The days of the week.
    #[input(label = "Days")]
    pub week: Week,
}

/// Where the user's own people work, and when.
#[derive(Clone, Debug, Inputs)]
pub struct Here<L> {
    /// Your time zone, such as Europe/London. Leave empty to leave working hours out.
    #[input(label = "Your time zone", most = 40)]
    pub zone: String,
    /// When your people work.
    #[input(label = "Your working day")]
    pub day: Day<L>,
}

/// What a vendor commits to. What is left empty is not known, and is asked for where it is required.
#[derive(Clone, Debug, Inputs)]
pub struct Safeguards<L> {
    /// Regions in which it commits to keep your data, with commas between: EU, UK.
    #[input(label = "Keeps data in", most = 120)]
    pub residency: String,
    /// Certificates that it has shown, with commas between: ISO/IEC 27001, SOC 2 Type II.
    #[input(label = "Certificates", most = 200)]
    pub certificates: String,
    /// What it is liable for at most.
    #[input(label = "Liable up to", unit = Money, min = 0, max = 1e12, fixed)]
    pub liability: Option<L>,
    /// People whom it can put on your work.
    #[input(label = "Capacity", unit = People, min = 0, max = 100_000, fixed)]
    pub capacity: Option<L>,
    /// The month by which it has them.
    #[input(label = "Capacity by month", unit = Months, min = 0, max = 120, default = 0, grade = Neutral, whole,
        source = "From the start")]
    pub capacity_month: L,
}

/// How good a vendor is on each criterion, against the anchors in words. What is left empty is not known: the vendor is ranked on the rest.
#[derive(Clone, Debug, Inputs)]
pub struct Scores<L> {
    /// How it protects systems and data.
    #[input(label = "Security", unit = Points, min = 0, max = 100, fixed)]
    pub security: Option<L>,
    /// How it finds its own mistakes.
    #[input(label = "Quality control", unit = Points, min = 0, max = 100, fixed)]
    pub quality: Option<L>,
    /// How well it knows this kind of work.
    #[input(label = "Expertise", unit = Points, min = 0, max = 100, fixed)]
    pub expertise: Option<L>,
    /// How it grows and shrinks with you.
    #[input(label = "Scalability", unit = Points, min = 0, max = 100, fixed)]
    pub scalability: Option<L>,
    /// How sure it is to be there in five years, with people who know your work.
    #[input(label = "Continuity", unit = Points, min = 0, max = 100, fixed)]
    pub continuity: Option<L>,
    /// How well its ways and yours go together.
    #[input(label = "Fit", unit = Points, min = 0, max = 100, fixed)]
    pub fit: Option<L>,
    /// Scores on your own criteria.
    #[input(label = "Your own criteria", most = 8)]
    pub own: Vec<OwnScore<L>>,
}

/// A score on one of the user's own criteria.
#[derive(Clone, Debug, Inputs)]
pub struct OwnScore<L> {
    /// The criterion's key.
    #[input(label = "Criterion", most = 20)]
    pub criterion: String,
    /// The score.
    #[input(label = "Score", unit = Points, min = 0, max = 100, fixed)]
    pub score: L,
}
