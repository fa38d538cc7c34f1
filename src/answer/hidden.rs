//! What a vendor costs beside its fees once settled: the costs that a quote does not show.

use super::compare::{Answer, Compared};
use super::options::Options;
use super::outcome::Kind;
use crate::engine::ledger::Category;
use crate::engine::plan::Setting;
use crate::finance::present_value;
use crate::scenario::{Quality, Scenario};

macro_rules! costs {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// A cost that a quote does not show.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum HiddenCost { $($(#[$doc])* $name),+ }

        impl HiddenCost {
            /// All of them, in the order in which they are shown.
            pub const ALL: &'static [HiddenCost] = &[$(HiddenCost::$name),+];

            /// The name in the result file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(HiddenCost::$name => $text),+ }
            }
        }
    };
}

costs! {
    /// Governance, travel, audits: ledger.
    Governance = "governance",
    /// Fees for hours that the vendor needs more while it learns.
    Learning = "learning",
    /// Fees for hours that distance takes.
    Distance = "distance",
    /// Fees for work done twice.
    Rework = "rework",
    /// Fees while the own team is still at work.
    Parallel = "parallel",
    /// Selection, transition fee, retention, severance: ledger.
    Moving = "moving",
    /// Ending the contract as planned or early: ledger.
    Exit = "exit",
}

/// The present value of each hidden cost of a vendor that does all of the work, and of its fees without them.
#[derive(Clone, Debug, PartialEq)]
pub struct Hidden {
    /// Fees as they would be settled from the first day, in one place, with nothing done twice and nobody working in parallel.
    pub fees: f64,
    /// Each cost, in the order of [`HiddenCost::ALL`]. What distance or rework earns, as by better quality than one's own, is below zero.
    pub costs: Vec<f64>,
}

impl Hidden {
    /// All hidden costs together.
    #[must_use]
    pub fn total(&self) -> f64 {
        self.costs.iter().sum()
    }

    /// One of them.
    #[must_use]
    pub fn of(&self, cost: HiddenCost) -> f64 {
        self.costs[cost as usize]
    }
}

/// The hidden costs of a vendor, by its position, that does all of the work; None where it has no offer.
///
/// Those of the ledger are its categories. Those within the fees come off one after the other, each by running the vendor's part again
/// without it: rework, then distance, then learning, then billing in parallel. So fees and costs add up to the ledger's fees, and the order
/// decides only who bears what they share. Where units or a fixed fee are billed, learning, distance and rework do not change the bill.
#[must_use]
pub fn hidden(scenario: &Scenario<f64>, answer: &Answer, vendor: usize) -> Option<Hidden> {
    let option = answer.option(Kind::Outsourced(vendor))?;
    let ledger = |categories: &[Category]| {
        let monthly = option.outcome.monthly(answer.months, |account| categories.contains(&account.category));
        present_value(&monthly, &answer.factors).unwrap_or(0.0)
    };
    let mut changed = scenario.clone();
    let mut fees = ledger(&[Category::Fees]);
    let mut without = |change: &dyn Fn(&mut Quality<f64>, &mut f64)| {
        for (service, part) in changed.services.iter_mut().zip(&option.outcome.parts) {
            if let Some(offer) = part.course.offer.and_then(|offer| service.offers.get_mut(offer)) {
                change(&mut offer.quality, &mut offer.transition.parallel_billing);
            }
        }
        let before = std::mem::replace(&mut fees, fees_of(&changed, answer, option));
        before - fees
    };
    let rework = without(&|quality, _| quality.rework = 0.0);
    let distance = without(&|quality, _| quality.distance = 1.0);
    let learning = without(&|quality, _| {
        quality.first = quality.mature;
        quality.months = 0.0;
    });
    let parallel = without(&|_, billing| *billing = 0.0);
    let costs = HiddenCost::ALL.iter().map(|cost| match cost {
        HiddenCost::Governance => ledger(&[Category::Governance]),
        HiddenCost::Learning => learning,
        HiddenCost::Distance => distance,
        HiddenCost::Rework => rework,
        HiddenCost::Parallel => parallel,
        HiddenCost::Moving => {
            ledger(&[Category::Selection, Category::Transition, Category::Retention, Category::Severance])
        }
        HiddenCost::Exit => ledger(&[Category::Exit, Category::EarlyEnd]),
    });
    let costs = costs.collect();
    Some(Hidden { fees, costs })
}

/// The present value of the fees of an option's courses in another scenario.
fn fees_of(scenario: &Scenario<f64>, answer: &Answer, option: &Compared) -> f64 {
    let options = Options::new(scenario, &answer.factors);
    let services = option.outcome.parts.iter().enumerate();
    services
        .map(|(index, part)| {
            if part.course.offer.is_none() {
                return part_fees(part, answer);
            }
            part_fees(&options.part(&Setting::new(scenario, index), part.course.clone()), answer)
        })
        .sum()
}

fn part_fees(part: &super::Part, answer: &Answer) -> f64 {
    let fees = part.ledger.lines.iter().filter(|line| line.account.category == Category::Fees);
    fees.filter_map(|line| present_value(&line.amounts, &answer.factors)).sum()
}
