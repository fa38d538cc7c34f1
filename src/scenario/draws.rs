//! How doubt is drawn.

use outsourcing_derive::Inputs;

/// How doubt is drawn when numbers are ranges.
#[derive(Clone, Debug, Inputs)]
pub struct Draws<L> {
    /// Every draw follows from this number: who has the scenario has the same draws.
    #[input(label = "Seed", unit = Count, min = 0, max = 4_294_967_295_u32, default = 1, grade = Neutral, whole,
        source = "Any number does")]
    pub seed: L,
    /// Only ranges are drawn. What is left to chance (shocks, leavers, breaches, incidents, contracts that fail, exchange rates) stays at its expected value.
    #[input(label = "Ranges only")]
    pub ranges_only: bool,
    /// Ranges that go up and down together.
    #[input(label = "Correlations", most = 40)]
    pub correlations: Vec<Correlation<L>>,
}

/// Two ranges that go up and down together.
#[derive(Clone, Debug, Inputs)]
pub struct Correlation<L> {
    /// The path of one of the two.
    #[input(label = "One", most = 120)]
    pub one: String,
    /// The path of the other.
    #[input(label = "Other", most = 120)]
    pub other: String,
    /// Their rank correlation: 1 moves them together, −1 against each other.
    #[input(label = "Correlation", unit = Factor, min = -1, max = 1, fixed)]
    pub rank: L,
}
