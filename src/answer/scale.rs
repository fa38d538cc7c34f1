//! How an option bears change: work done in time month by month, hours paid and not needed, how fast it grows.

use super::outcome::{Outcome, Part};
use crate::engine::offer::{Engagement, VENDOR_MONTH};
use crate::engine::rates::months_up;
use crate::scenario::{PriceModel, Scenario, Service};

/// Growth for which the time is told.
pub const GROWTH: [f64; 3] = [0.25, 0.5, 1.0];

/// How an option bears change.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Share of each month's work that is done within it, months 0..=H; 1 without work.
    pub service_level: Vec<f64>,
    /// The month in which most work falls due.
    pub peak: usize,
    /// Share of all work that is done late or never.
    pub late_share: f64,
    /// Share of all work that is done by overtime or contractors.
    pub strained_share: f64,
    /// Months until a quarter, a half, twice as much can be done for good, once all runs: people hired and learned, or the vendor's ramp.
    pub months_to: [f64; 3],
}

/// The measures of scale of an option.
#[must_use]
pub fn scale(scenario: &Scenario<f64>, option: &Outcome) -> Scale {
    let months = option.flows.all.len() - 1;
    let sum = |of: &dyn Fn(&Part) -> f64| -> f64 { option.parts.iter().map(|part| of(part)).sum() };
    let need = |month: usize| sum(&|part| part.need[month]);
    let late_in = |month: usize| sum(&|part| late(part, month));
    let level =
        |month: usize| if need(month) > 0.0 { 1.0 - (late_in(month) / need(month)).min(1.0) } else { 1.0 };
    let all: f64 = (1..=months).map(need).sum();
    let share = |hours: f64| if all > 0.0 { hours / all } else { 0.0 };
    let strained =
        (1..=months).map(|month| sum(&|part| part.hours.overtime[month] + part.hours.contractor[month]));
    let peak = (1..=months).fold(1, |peak, month| if need(month) > need(peak) { month } else { peak });
    let services = scenario.services.iter().zip(&option.parts);
    let months_to = GROWTH.map(|growth| {
        services
            .clone()
            .map(|(service, part)| months_to(service, part, growth))
            .fold(0.0, |a: f64, b| if a > b { a } else { b })
    });
    Scale {
        service_level: (0..=months).map(|month| if month == 0 { 1.0 } else { level(month) }).collect(),
        peak,
        late_share: share((1..=months).map(late_in).sum::<f64>()).min(1.0),
        strained_share: share(strained.sum()),
        months_to,
    }
}

/// Hours of a month's work not done within it: waiting at its end, or lost in it. A project has its finish instead.
#[must_use]
pub fn late(part: &Part, month: usize) -> f64 {
    if part.project {
        return 0.0;
    }
    let last = part.need.len() - 1;
    let (waiting, undone) = (part.hours.waiting[month], part.hours.undone[month]);
    // What waits at the horizon is booked as undone there; it is late once.
    let lost = if month == last && waiting > 0.0 { 0.0 } else { undone };
    (waiting + lost).min(part.need[month].max(waiting))
}

/// Months until so much more can be done: in-house the time to hire and to learn, with a vendor its lead and the people it can add a month.
fn months_to(service: &Service<f64>, part: &Part, growth: f64) -> f64 {
    let team = &service.team;
    let Some(offer) = part.course.offer.map(|offer| &service.offers[offer]) else {
        return months_up(team.time_to_hire) as f64 + libm::ceil(team.ramp_months);
    };
    let flexibility = &offer.flexibility;
    let Some(most) = flexibility.ramp_most else { return flexibility.ramp_lead };
    let hours = match offer.price.model {
        PriceModel::PersonMonth => offer.price.month_hours,
        _ => VENDOR_MONTH,
    };
    let engagement = Engagement::new(offer, 0);
    let last = part.need.len() - 1;
    let from = part.settled_from.unwrap_or(1).min(last);
    let people = growth * part.need[from] / hours / engagement.productivity(last);
    // A vendor that cannot add anyone never gets there: told as the bound of the input's own unit.
    if most > 0.0 {
        flexibility.ramp_lead + (libm::ceil(people / most) - 1.0).max(0.0)
    } else {
        f64::INFINITY
    }
}
