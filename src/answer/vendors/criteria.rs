//! What vendors are judged by, and how each stands on it.

use super::super::compare::{Answer, Compared};
use super::super::outcome::Kind;
use crate::engine::ledger::Category;
use crate::finance::present_value;
use crate::scenario::{Scenario, Vendor};

/// Something that vendors are judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// What it costs, by the engine.
    Cost,
    /// How it protects systems and data.
    Security,
    /// How it finds its own mistakes.
    Quality,
    /// How well it knows this kind of work.
    Expertise,
    /// How it grows and shrinks.
    Scalability,
    /// How sure it is to be there in five years.
    Continuity,
    /// How well its ways and the user's go together.
    Fit,
    /// One of the user's own, by its position.
    Own(usize),
}

impl Criterion {
    /// Those that every scenario has, in the order of the form.
    pub const USUAL: [Criterion; 7] = [
        Criterion::Cost,
        Criterion::Security,
        Criterion::Quality,
        Criterion::Expertise,
        Criterion::Scalability,
        Criterion::Continuity,
        Criterion::Fit,
    ];

    /// The usual ones and the user's own.
    #[must_use]
    pub fn all(scenario: &Scenario<f64>) -> Vec<Criterion> {
        let own = (0..scenario.preferences.own.len()).map(Criterion::Own);
        Criterion::USUAL.into_iter().chain(own).collect()
    }

    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Criterion::Cost => "cost".to_owned(),
            Criterion::Security => "security".to_owned(),
            Criterion::Quality => "quality".to_owned(),
            Criterion::Expertise => "expertise".to_owned(),
            Criterion::Scalability => "scalability".to_owned(),
            Criterion::Continuity => "continuity".to_owned(),
            Criterion::Fit => "fit".to_owned(),
            Criterion::Own(index) => format!("own_{index}"),
        }
    }

    /// The path of its weight in the document. The label of a usual one's weight is what it is called.
    #[must_use]
    pub fn weight_path(self) -> String {
        match self {
            Criterion::Own(index) => format!("preferences.own.{index}.weight"),
            usual => format!("preferences.weights.{}", usual.name()),
        }
    }

    /// The path of a vendor's score on it; None for cost, which the engine scores, and for an own criterion that the vendor has no
    /// score on yet.
    #[must_use]
    pub fn score_path(self, scenario: &Scenario<f64>, vendor: usize) -> Option<String> {
        match self {
            Criterion::Cost => None,
            Criterion::Own(index) => {
                let id = &scenario.preferences.own.get(index)?.id;
                let place =
                    scenario.vendors[vendor].scores.own.iter().position(|one| one.criterion == *id)?;
                Some(format!("vendors.{vendor}.scores.own.{place}.score"))
            }
            usual => Some(format!("vendors.{vendor}.scores.{}", usual.name())),
        }
    }

    /// How much it counts, as stated.
    #[must_use]
    pub fn weight(self, scenario: &Scenario<f64>) -> Option<f64> {
        let weights = &scenario.preferences.weights;
        match self {
            Criterion::Cost => weights.cost,
            Criterion::Security => weights.security,
            Criterion::Quality => weights.quality,
            Criterion::Expertise => weights.expertise,
            Criterion::Scalability => weights.scalability,
            Criterion::Continuity => weights.continuity,
            Criterion::Fit => weights.fit,
            Criterion::Own(index) => scenario.preferences.own.get(index)?.weight,
        }
    }

    /// A vendor's score, 0 to 100, but for cost.
    pub(super) fn stated(self, scenario: &Scenario<f64>, vendor: &Vendor<f64>) -> Option<f64> {
        let scores = &vendor.scores;
        match self {
            Criterion::Cost => None,
            Criterion::Security => scores.security,
            Criterion::Quality => scores.quality,
            Criterion::Expertise => scores.expertise,
            Criterion::Scalability => scores.scalability,
            Criterion::Continuity => scores.continuity,
            Criterion::Fit => scores.fit,
            Criterion::Own(index) => {
                let id = &scenario.preferences.own.get(index)?.id;
                scores.own.iter().find(|one| one.criterion == *id).map(|one| one.score)
            }
        }
    }
}

/// Where on the scale of a criterion words say what a score means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// 0.
    Worst,
    /// 50.
    Middle,
    /// 100.
    Best,
}

impl Anchor {
    /// All of them, from the worst.
    pub const ALL: [Anchor; 3] = [Anchor::Worst, Anchor::Middle, Anchor::Best];

    /// The score that it stands for.
    #[must_use]
    pub fn score(self) -> f64 {
        match self {
            Anchor::Worst => 0.0,
            Anchor::Middle => 50.0,
            Anchor::Best => 100.0,
        }
    }
}

/// What a vendor costs for the comparison of vendors.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct VendorCost {
    /// The cheapest of its options: in full, split as stated, or with its best core.
    pub option: Kind,
    /// Present value without breaches and early ends, which the other criteria stand for.
    pub present: f64,
    /// That ÷ the best in-house option's.
    pub ratio: f64,
    /// The score: 100 at half of the best in-house cost or less, 50 at the same, 0 at one and a half times or more; a line between.
    pub score: f64,
}

/// Present value of an option without breaches and early ends.
fn bare(answer: &Answer, option: &Compared) -> f64 {
    let left_out = option
        .outcome
        .monthly(answer.months, |account| matches!(account.category, Category::Breach | Category::EarlyEnd));
    option.measures.present - present_value(&left_out, &answer.factors).unwrap_or(0.0)
}

/// What the best in-house option costs, likewise; None unless it costs something.
pub(super) fn reference(answer: &Answer) -> Option<f64> {
    answer.option(Kind::BestInHouse).map(|best| bare(answer, best)).filter(|cost| *cost > 0.0)
}

/// What a vendor costs, by its cheapest option that takes over within the horizon; None without one, or where the best in-house option
/// costs nothing.
pub(super) fn cost(answer: &Answer, vendor: usize) -> Option<VendorCost> {
    let reference = reference(answer)?;
    let own = |option: &&Compared| option.kind().vendor() == Some(vendor) && option.outcome.switches();
    let (present, option) = answer
        .options
        .iter()
        .filter(own)
        .map(|option| (bare(answer, option), option.kind()))
        .reduce(|least, next| if next.0 < least.0 { next } else { least })?;
    let ratio = present / reference;
    Some(VendorCost { option, present, ratio, score: (100.0 * (1.5 - ratio)).clamp(0.0, 100.0) })
}
