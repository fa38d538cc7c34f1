//! Quality control: what goes wrong on either side, what looking for it takes, and what a point of rework costs.

use super::super::compare::Answer;
use super::super::options::Options;
use super::super::outcome::Kind;
use crate::engine::ledger::Category;
use crate::engine::plan::Setting;
use crate::finance::present_value;
use crate::scenario::{Scenario, Service};

/// A point: one per cent of the work.
const POINT: f64 = 0.01;
/// The most rework that the table of inputs allows.
const MOST: f64 = 0.9;

/// Quality control of a service on one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct QualityLine {
    /// The service's position.
    pub service: usize,
    /// The vendor's position; None: in-house, as the best in-house option does it.
    pub vendor: Option<usize>,
    /// Share of the work done twice: the vendor's beyond one's own, one's own beyond what demand contains.
    pub rework: f64,
    /// Share of hours that go into checking.
    pub inspection: f64,
    /// Share of units delivered with a defect; None where defects are left out.
    pub defects: Option<f64>,
    /// Present cost of inspecting the vendor's work. What checking one's own takes is in the team's size.
    pub inspection_cost: f64,
    /// Present cost of defects.
    pub defect_cost: f64,
    /// Present cost of one point of rework more, all else and the plan's course the same: the engine run again.
    pub point: f64,
}

/// Quality control of every service, in-house and with each vendor that has an offer and is not set aside.
#[must_use]
pub fn quality(scenario: &Scenario<f64>, answer: &Answer) -> Vec<QualityLine> {
    let mut lines = Vec::new();
    for (index, service) in scenario.services.iter().enumerate() {
        lines.extend(line(scenario, answer, (index, service), None));
        for vendor in 0..scenario.vendors.len() {
            lines.extend(line(scenario, answer, (index, service), Some(vendor)));
        }
    }
    lines
}

fn line(
    scenario: &Scenario<f64>,
    answer: &Answer,
    (index, service): (usize, &Service<f64>),
    vendor: Option<usize>,
) -> Option<QualityLine> {
    let option = answer.option(vendor.map_or(Kind::BestInHouse, Kind::Outsourced))?;
    let part = &option.outcome.parts[index];
    let offer = vendor.and(part.course.offer);
    if offer.is_none() && vendor.is_some() {
        return None;
    }
    let (rework, inspection, defects) = match offer.map(|offer| &service.offers[offer].quality) {
        None => (service.quality.rework, service.quality.inspection, service.quality.defects),
        Some(own) => (own.rework, own.inspection, own.defects.or(service.quality.defects)),
    };
    // A point less where there is no room for one more.
    let step = if rework + POINT > MOST { -POINT } else { POINT };
    let mut changed = scenario.clone();
    let service = &mut changed.services[index];
    match offer {
        None => service.quality.rework += step,
        Some(offer) => service.offers[offer].quality.rework += step,
    }
    let setting = Setting::new(&changed, index);
    let moved = Options::new(&changed, &answer.factors).part(&setting, part.course.clone());
    let booked = |category: Category| -> f64 {
        let lines = part.ledger.lines.iter().filter(|line| line.account.category == category);
        // A sum of nothing is −0.
        lines.filter_map(|line| present_value(&line.amounts, &answer.factors)).sum::<f64>() + 0.0
    };
    Some(QualityLine {
        service: index,
        vendor,
        rework,
        inspection,
        defects,
        inspection_cost: booked(Category::Inspection),
        defect_cost: booked(Category::Defects),
        point: (moved.present - part.present) * POINT / step,
    })
}
