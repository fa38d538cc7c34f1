//! Security as figures: breaches, controls and recovery on either side.

use super::super::compare::Answer;
use super::super::outcome::{Kind, Part};
use super::quality::sides;
use crate::engine::ledger::Category;
use crate::finance::present_value;
use crate::scenario::Scenario;

/// Security of a service on one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SecurityLine {
    /// The service's position.
    pub service: usize,
    /// The vendor's position; None: in-house, as the best in-house option does it.
    pub vendor: Option<usize>,
    /// The offer's position among the service's.
    pub offer: Option<usize>,
    /// Breaches expected in a year; None: not stated.
    pub frequency: Option<f64>,
    /// Cost of one, a vendor's with the uplift of a third party; None: not stated.
    pub impact: Option<f64>,
    /// Controls and audits in a year, at prices of the first month.
    pub controls: f64,
    /// Hours of data lost at worst.
    pub recovery_point: f64,
    /// Hours until work goes on.
    pub recovery_time: f64,
    /// Present cost of the breaches expected.
    pub breach: f64,
    /// Present cost of the data lost and the hours until it is back.
    pub lost: f64,
}

impl SecurityLine {
    /// What breaches are expected to cost in a year, at prices of the first month.
    #[must_use]
    pub fn yearly(&self) -> Option<f64> {
        Some(self.frequency? * self.impact?)
    }
}

/// Security of every service, in-house and with each vendor that has an offer for it and is not set aside.
#[must_use]
pub fn security(scenario: &Scenario<f64>, answer: &Answer) -> Vec<SecurityLine> {
    sides(scenario).filter_map(|side| line(scenario, answer, side)).collect()
}

/// What the ledger of a part books in a category, month by month, as present values.
pub(in crate::answer) fn booked(answer: &Answer, part: &Part, category: Category) -> Vec<f64> {
    let mut months = vec![0.0; answer.months + 1];
    for line in part.ledger.lines.iter().filter(|line| line.account.category == category) {
        for (sum, (amount, factor)) in months.iter_mut().zip(line.amounts.iter().zip(&answer.factors)) {
            *sum += amount * factor;
        }
    }
    months
}

fn line(
    scenario: &Scenario<f64>,
    answer: &Answer,
    (index, vendor): (usize, Option<usize>),
) -> Option<SecurityLine> {
    let service = &scenario.services[index];
    let option = answer.option(vendor.map_or(Kind::BestInHouse, Kind::Outsourced))?;
    let part = &option.outcome.parts[index];
    let place = vendor.and(part.course.offer);
    if place.is_none() && vendor.is_some() {
        return None;
    }
    let offer = place.map(|place| &service.offers[place]);
    let (risk, levels) = (&service.risk, offer.map(|offer| &offer.service_levels));
    let uplift = levels.map_or(0.0, |levels| levels.breach_uplift);
    let sum = |category: Category| -> f64 {
        let lines = part.ledger.lines.iter().filter(|line| line.account.category == category);
        // A sum of nothing is −0.
        lines.filter_map(|line| present_value(&line.amounts, &answer.factors)).sum::<f64>() + 0.0
    };
    Some(SecurityLine {
        service: index,
        vendor,
        offer: place,
        frequency: risk.breach_frequency,
        impact: risk.breach_impact.map(|impact| impact * (1.0 + uplift)),
        // What of one's own controls the vendor does not save, and what it takes itself.
        controls: offer.map_or(risk.controls, |offer| {
            risk.controls * (1.0 - risk.controls_avoided)
                + offer.governance.controls
                + offer.governance.audits
        }),
        recovery_point: levels.and_then(|levels| levels.recovery_point).unwrap_or(risk.recovery_point),
        recovery_time: levels.and_then(|levels| levels.recovery_time).unwrap_or(risk.recovery_time),
        breach: sum(Category::Breach),
        lost: sum(Category::DataLoss),
    })
}
