//! The sceptic's questions, answered before they are asked: the same decision with one thing gone differently.

use super::compare::{Answer, Compared, answer};
use super::outcome::Kind;
use crate::engine::demand::stated_base;
use crate::engine::project::Project;
use crate::scenario::{AttritionMeasure, Event, PriceModel, Scenario};

/// One thing that goes differently.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Case {
    /// Demand of every service is this multiple of what is stated, from month 1 on.
    Demand(f64),
    /// Demand of every service is raised by this share for some months in the middle of the horizon; lowered where it is negative.
    Spell {
        /// What is added to demand.
        uplift: f64,
        /// For how many months.
        months: usize,
    },
    /// The vendor's settled productivity is this multiple of what is stated.
    Productivity(f64),
    /// The vendor's prices are this multiple of what is stated.
    VendorPrice(f64),
    /// The contract's currency is worth this multiple of what is stated.
    Exchange(f64),
    /// This multiple of people leave of their own accord.
    Leavers(f64),
    /// The vendor starts this many months later.
    Delay(usize),
}

impl Case {
    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Case::Demand(_) => "demand",
            Case::Spell { .. } => "spell",
            Case::Productivity(_) => "productivity",
            Case::VendorPrice(_) => "vendor_price",
            Case::Exchange(_) => "exchange",
            Case::Leavers(_) => "leavers",
            Case::Delay(_) => "delay",
        }
    }

    /// Whether it changes demand, and so every option.
    #[must_use]
    pub fn is_of_demand(self) -> bool {
        matches!(self, Case::Demand(_) | Case::Spell { .. })
    }

    /// The multiple, or the months.
    #[must_use]
    pub fn value(self) -> f64 {
        match self {
            Case::Demand(by)
            | Case::Productivity(by)
            | Case::VendorPrice(by)
            | Case::Exchange(by)
            | Case::Leavers(by) => by,
            Case::Spell { uplift, .. } => 1.0 + uplift,
            Case::Delay(months) => months as f64,
        }
    }
}

/// The decision in one case, in present values.
#[derive(Clone, Debug)]
pub struct WhatIf {
    /// What goes differently.
    pub case: Case,
    /// Today's people kept as they are: staffing fixed.
    pub as_is: f64,
    /// The same work staffed anew in-house.
    pub best_in_house: f64,
    /// The option asked about, planned anew.
    pub option: f64,
    /// What that option saves against best in-house.
    pub saved: f64,
    /// Whether the option's vendor still takes over within the horizon.
    pub switches: bool,
}

/// Demand as the usual steps of elasticity (10, 20, 50 %); the rest our judgement of what is asked first.
const CASES: [Case; 16] = [
    Case::Demand(0.5),
    Case::Demand(0.8),
    Case::Demand(0.9),
    Case::Demand(1.1),
    Case::Demand(1.2),
    Case::Demand(1.5),
    Case::Spell { uplift: 0.5, months: 3 },
    Case::Spell { uplift: -0.3, months: 6 },
    Case::Productivity(0.7),
    Case::VendorPrice(1.2),
    Case::Exchange(0.8),
    Case::Exchange(1.2),
    Case::Leavers(2.0),
    Case::Leavers(0.5),
    Case::Delay(3),
    Case::Delay(6),
];

/// The cases that mean something for an option, each answered anew. The courses are chosen afresh: nobody stands by when things change.
#[must_use]
pub fn what_if(answers: &[(Case, Answer)], kind: Kind) -> Vec<WhatIf> {
    answers.iter().filter_map(|(case, answer)| decided(*case, answer, kind)).collect()
}

/// The answers in the cases that mean something for an option.
#[must_use]
pub fn answers(scenario: &Scenario<f64>, kind: Kind) -> Vec<(Case, Answer)> {
    cases(scenario, kind).into_iter().map(|(case, changed)| (case, answer(&changed))).collect()
}

/// The cases that mean something for an option, each with the scenario as it is then.
#[must_use]
pub fn cases(scenario: &Scenario<f64>, kind: Kind) -> Vec<(Case, Scenario<f64>)> {
    CASES.into_iter().filter_map(|case| Some((case, changed(scenario, case, kind)?))).collect()
}

fn decided(case: Case, answer: &Answer, kind: Kind) -> Option<WhatIf> {
    let option = asked(answer, kind)?;
    Some(WhatIf {
        case,
        as_is: answer.options[0].measures.present,
        best_in_house: answer.options[1].measures.present,
        option: option.measures.present,
        saved: option.savings.present,
        switches: option.rank.is_some(),
    })
}

/// The option asked about. A best mix that is one of the other options in a case is not listed there: it is then the cheapest of them.
pub(super) fn asked(answer: &Answer, kind: Kind) -> Option<&Compared> {
    let same = || answer.ranked().into_iter().find(|option| option.kind() != Kind::AsIs);
    answer.option(kind).or_else(|| (kind == Kind::BestMix).then(same).flatten())
}

/// The scenario with one thing different; None where nothing is different, as in a contract without a foreign currency.
fn changed(scenario: &Scenario<f64>, case: Case, kind: Kind) -> Option<Scenario<f64>> {
    let mut changed = scenario.clone();
    let mut any = false;
    let vendor =
        kind.vendor().and_then(|vendor| scenario.vendors.get(vendor)).map(|vendor| vendor.id.clone());
    for service in &mut changed.services {
        match case {
            // A project has effort where other work has demand, and no months in which more of it could come.
            Case::Demand(by) if let Some(project) = Project::new(service) => {
                service.development.effort = Some(project.stock * by);
                any = true;
            }
            Case::Spell { .. } if Project::new(service).is_some() => {}
            Case::Demand(by) => {
                service.demand.base = Some(stated_base(service) * by);
                for offer in &mut service.offers {
                    offer.price.counted = offer.price.counted.map(|counted| counted * by);
                }
                any = true;
            }
            Case::Spell { uplift, months } => {
                // Half-way: after any transition, and with time left for what follows.
                let start = libm::floor(scenario.horizon / 2.0) + 1.0;
                let length = (months as f64).min(scenario.horizon - start + 1.0);
                service.demand.events.push(Event {
                    name: String::new(),
                    start,
                    length,
                    uplift,
                    surprise: true,
                });
                any = true;
            }
            Case::Leavers(by) => {
                // Nobody can leave twice in a year, but posts can be left several times.
                let most = match service.team.attrition_measure {
                    AttritionMeasure::Attrition => 0.95,
                    AttritionMeasure::Turnover => 3.0,
                };
                let leaving = service.team.attrition;
                service.team.attrition = if leaving * by > most { leaving.max(most) } else { leaving * by };
                any |= leaving > 0.0;
            }
            _ => {}
        }
        for offer in
            service.offers.iter_mut().filter(|offer| vendor.as_ref().is_none_or(|id| offer.vendor == *id))
        {
            match case {
                Case::Productivity(by)
                    if matches!(offer.price.model, PriceModel::Hour | PriceModel::PersonMonth) =>
                {
                    offer.quality.mature *= by;
                    any = true;
                }
                Case::VendorPrice(by) => {
                    offer.price.rate *= by;
                    offer.price.excess *= by;
                    offer.price.tiers.iter_mut().for_each(|tier| tier.price *= by);
                    any = true;
                }
                Case::Exchange(by) => {
                    if let Some(rate) = &mut offer.price.currency.rate {
                        *rate *= by;
                        any = true;
                    }
                }
                Case::Delay(months) if !offer.incumbent => {
                    offer.transition.lead_months += months as f64;
                    any = true;
                }
                _ => {}
            }
        }
    }
    any.then_some(changed)
}
