//! Quality control: what goes wrong on either side, what looking for it takes, and what a point of rework costs.

use super::super::compare::Answer;
use super::super::options::Options;
use super::super::outcome::Kind;
use crate::engine::ledger::Category;
use crate::engine::plan::Setting;
use crate::finance::present_value;
use crate::scenario::Scenario;

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
    /// The offer's position among the service's.
    pub offer: Option<usize>,
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
    /// Present cost of the service's part as planned, which the point comes on top of.
    pub present: f64,
}

impl QualityLine {
    /// Present cost of the service's part with a point of rework more.
    #[must_use]
    pub fn with_point(&self) -> f64 {
        self.present + self.point
    }
}

/// Quality control of every service, in-house and with each vendor that has an offer and is not set aside.
#[must_use]
pub fn quality(scenario: &Scenario<f64>, answer: &Answer) -> Vec<QualityLine> {
    sides(scenario).filter_map(|side| quality_line(scenario, answer, side)).collect()
}

/// Every service in-house and with every vendor, whether it has an offer or not.
pub fn sides(scenario: &Scenario<f64>) -> impl Iterator<Item = (usize, Option<usize>)> + use<> {
    let vendors = scenario.vendors.len();
    let of = move |service: usize| {
        std::iter::once(None).chain((0..vendors).map(Some)).map(move |vendor| (service, vendor))
    };
    (0..scenario.services.len()).flat_map(of)
}

/// Quality control of a service on one side; None where there is no offer, or it is set aside.
#[must_use]
pub fn quality_line(
    scenario: &Scenario<f64>,
    answer: &Answer,
    (index, vendor): (usize, Option<usize>),
) -> Option<QualityLine> {
    let service = &scenario.services[index];
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
        offer,
        rework,
        inspection,
        defects,
        inspection_cost: booked(Category::Inspection),
        defect_cost: booked(Category::Defects),
        point: (moved.present - part.present) * POINT / step,
        present: part.present,
    })
}
