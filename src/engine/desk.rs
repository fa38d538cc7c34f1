//! A live support desk: paid hours by Erlang C over the week, as a curve of volume.

use std::sync::Arc;

use super::{Number, Term, WEEKS_PER_MONTH};
use crate::queueing::{HOURS, PaidHours, Target, Week};
use crate::scenario::SupportWork;

/// Paid hours of a person-year, to which shrinkage belongs: an agent's productive hours are fewer, their paid hours are these.
const PAID_YEAR: f64 = 2080.0;
const DAY: usize = 24;
/// Office hours of a week, Monday to Friday, nine hours a day.
const OFFICE: f64 = 45.0;
/// Volumes at which the curve is tabulated: a step of some 5 %, less than one agent makes at most desks.
const POINTS: u32 = 97;
/// The curve reaches down to this share of the greatest volume, and from there straight to an empty desk.
const LOWEST: f64 = 0.01;

/// The hours that agents must be present, by volume and handle time.
#[derive(Clone, Debug)]
pub struct Curves {
    /// Handle times in minutes, ascending, each with its curve; and where that ends the hours of a contact in a large pool.
    nodes: Vec<(f64, Option<PaidHours>, f64)>,
}

impl Curves {
    /// For up to `most` contacts a month, each taking one of so many minutes.
    #[must_use]
    pub fn new<N: Number>(support: &SupportWork<N>, minutes: &[f64], most: f64) -> Self {
        let weights = weights(support);
        let weekly = most.max(1.0) / WEEKS_PER_MONTH;
        // A volume far beyond what is planned takes more points, at the same distance.
        let node = |minutes: &f64| {
            let week = week(support, &weights, *minutes);
            let pooled = week.handling / 3600.0 / week.target.occupancy;
            (*minutes, PaidHours::new(&week, weekly * LOWEST, weekly, POINTS), pooled)
        };
        Curves { nodes: minutes.iter().map(node).collect() }
    }

    /// The two nodes around a handle time, and how far it is from the first to the second.
    fn around(&self, minutes: f64) -> (usize, usize, f64) {
        let above = self.nodes.iter().position(|(node, ..)| *node >= minutes).unwrap_or(self.nodes.len() - 1);
        let below = above.saturating_sub(1);
        let (from, to) = (self.nodes[below].0, self.nodes[above].0);
        let part = if to > from { ((minutes - from) / (to - from)).clamp(0.0, 1.0) } else { 1.0 };
        (below, above, part)
    }

    /// Hours a week that agents must be present for so many contacts a week.
    fn present(&self, contacts: f64, minutes: f64) -> f64 {
        let at = |node: usize| {
            let (_, curve, pooled) = &self.nodes[node];
            curve.as_ref().and_then(|curve| curve.at(contacts)).unwrap_or(contacts * pooled)
        };
        match self.around(minutes) {
            (_, above, part) if part >= 1.0 => at(above),
            (below, above, part) => at(below) + (at(above) - at(below)) * part,
        }
    }

    /// The most contacts a week that so many hours a week of present agents serve.
    fn served(&self, present: f64, minutes: f64) -> f64 {
        let at = |node: usize| {
            let (_, curve, pooled) = &self.nodes[node];
            curve.as_ref().map_or(present / pooled, |curve| curve.volume(present))
        };
        let (below, above, part) = self.around(minutes);
        if part >= 1.0 {
            return at(above);
        }
        // Longer contacts are fewer: the answer is between those of the two nodes.
        let (mut low, mut high) = (at(above), at(below));
        for _ in 0..HALVINGS {
            let middle = f64::midpoint(low, high);
            if self.present(middle, minutes) <= present {
                low = middle;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// Steps by which the volume between two nodes is found.
const HALVINGS: u32 = 30;

/// What volumes of live contacts take, in the hours that the rest of the plan counts: productive hours of a person who has
/// `team.hours` of them in a year of 2,080 paid ones, so that people = hours ÷ (`team.hours`/12) = paid hours ÷ (2,080/12).
#[derive(Clone, Debug)]
pub struct Desk<N> {
    curves: Arc<Curves>,
    /// Minutes of a contact.
    minutes: N,
    /// Productive hours a month for each hour a week that an agent must be present.
    each: N,
}

impl<N: Number> Desk<N> {
    /// The desk for up to `most` contacts a month, staffed by people of so many productive hours a year; by curves worked out already,
    /// if there are any.
    #[must_use]
    pub fn new(support: &SupportWork<N>, productive: N, most: f64, known: Option<&Arc<Curves>>) -> Self {
        let minutes = support.handle_minutes;
        let curves =
            known.map_or_else(|| Arc::new(Curves::new(support, &[minutes.value()], most)), Arc::clone);
        let each = N::of(WEEKS_PER_MONTH / PAID_YEAR) * productive / (N::one() - support.shrinkage);
        Desk { curves, minutes, each }
    }

    /// Productive hours a month for so many contacts a month.
    #[must_use]
    pub fn hours(&self, contacts: N) -> N {
        let hours = N::gather(|path| {
            let contacts = contacts.on(path);
            if contacts <= 0.0 {
                return 0.0;
            }
            self.curves.present(contacts / WEEKS_PER_MONTH, self.minutes.on(path)) * self.each.on(path)
        });
        hours.computed(Term::DeskHours)
    }

    /// The most contacts a month that so many productive hours a month serve.
    #[must_use]
    pub fn contacts(&self, hours: N) -> N {
        let contacts = N::gather(|path| {
            // Hours that a volume takes serve that volume, however they were rounded.
            let hours = hours.on(path) * (1.0 + 1e-12);
            self.curves.served(hours / self.each.on(path), self.minutes.on(path)) * WEEKS_PER_MONTH
        });
        contacts.computed(Term::Demand)
    }
}

/// The week of a desk; shrinkage is counted with its people, not here.
fn week<'a, N: Number>(
    support: &SupportWork<N>,
    weights: &'a [Option<f64>; HOURS],
    minutes: f64,
) -> Week<'a> {
    Week {
        weights,
        // A contact of no length still wants an agent.
        handling: 60.0 * minutes.max(1e-3),
        target: Target {
            level: support.answer_level.value(),
            within: support.answer_seconds.value(),
            occupancy: support.occupancy.value(),
        },
        shrinkage: 0.0,
    }
}

/// Agents who must be at a live desk in each hour of the week, Monday first, for so many contacts a month; None beyond what Erlang C
/// can be asked for.
#[must_use]
pub fn agents<N: Number>(support: &SupportWork<N>, contacts: f64) -> Option<[u32; HOURS]> {
    let weights = weights(support);
    week(support, &weights, support.handle_minutes.value()).agents(contacts / WEEKS_PER_MONTH)
}

/// How a week's contacts fall on its hours, Monday first; none in an hour that is not covered.
///
/// In office hours they rise to the middle of the day, to the busiest hour ÷ the average one, and fall again; what is
/// covered beyond, in the evening, at night and on the weekend, shares its contacts evenly.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "hours of a week are few and positive"
)]
fn weights<N: Number>(support: &SupportWork<N>) -> [Option<f64>; HOURS] {
    let covered = (libm::round(support.covered_hours.value()) as usize).clamp(1, HOURS);
    let daily = libm::ceil((covered as f64).min(OFFICE) / 5.0) as usize;
    let office = (5 * daily).min(covered);
    let (whole, beyond) = (office == 5 * daily, covered - office);
    // What is open a little longer than the office has no rush then: at least as many an hour come inside.
    let even = office as f64 / covered as f64;
    let inside = support.office_share.value().max(even);
    let early = support.early_week.value();
    // A straight rise to the middle of the day and a straight fall, less their mean.
    let tent = |hour: usize| 1.0 - 2.0 * (2.0 * (hour as f64 + 0.5) / daily as f64 - 1.0).abs();
    let mean = (0..daily).map(tent).sum::<f64>() / daily as f64;
    let top = (0..daily).map(tent).fold(mean, |a, b| if a > b { a } else { b }) - mean;
    let swing = if daily > 2 && whole { (support.busiest.value() - 1.0) / top } else { 0.0 };
    let first = 13 - daily.div_ceil(2);
    let mut weights = [None; HOURS];
    for slot in 0..office {
        let (day, hour) = (slot / daily, slot % daily);
        let shape = 1.0 + swing * (tent(hour) - mean);
        let share = match day {
            // Where Friday ends early, contacts fall evenly on the hours there are.
            _ if !whole => daily as f64 / office as f64,
            0 | 1 => early / 2.0,
            _ => (1.0 - early) / 3.0,
        };
        weights[day * DAY + first + hour] = Some(inside * share * shape / daily as f64);
    }
    let free = (0..HOURS).filter(|hour| weights[*hour].is_none()).take(beyond).collect::<Vec<_>>();
    for hour in free {
        weights[hour] = Some((1.0 - inside) / beyond as f64);
    }
    weights
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{document, plan_values};
    use serde_json::json;

    fn support(covered: f64) -> SupportWork<f64> {
        let mut found = json!({ "services": [{ "line": "support_maintenance" }] });
        assert!(document::set(&mut found, "services.0.support.covered_hours", Some(json!(covered))));
        plan_values(&found).services.remove(0).support
    }

    #[test]
    fn every_contact_falls_on_a_covered_hour() {
        for covered in [1.0, 3.0, 8.0, 40.0, 45.0, 60.0, 120.0, 167.0, 168.0] {
            let weights = weights(&support(covered));
            let open = weights.iter().flatten().count();
            assert!((open as f64 - covered).abs() < 0.5, "{covered}: {open} hours are open");
            let sum: f64 = weights.iter().flatten().sum();
            assert!((sum - 1.0).abs() < 1e-12, "{covered}: {sum}");
        }
    }

    #[test]
    fn the_busiest_office_hour_is_as_stated() {
        let weights = weights(&support(45.0));
        let monday: Vec<f64> = weights[..DAY].iter().flatten().copied().collect();
        let mean = monday.iter().sum::<f64>() / monday.len() as f64;
        let most = monday.iter().copied().fold(0.0, f64::max);
        assert!((most / mean - 1.27).abs() < 1e-12, "{}", most / mean);
        assert!((monday.iter().sum::<f64>() - 0.225).abs() < 1e-12);
    }

    #[test]
    fn contacts_undo_hours() {
        let desk = Desk::new(&support(168.0), 1800.0, 5000.0, None);
        for contacts in [80.0, 400.0, 1234.0, 4999.0] {
            let back = desk.contacts(desk.hours(contacts));
            assert!(back >= contacts - 1e-6, "{contacts}: {back}");
            assert!((desk.hours(back) - desk.hours(contacts)).abs() < 1e-6);
        }
        // One agent around the clock, away three hours in ten of those paid.
        let one = 168.0 / 0.7 * WEEKS_PER_MONTH * 1800.0 / 2080.0;
        assert!((desk.hours(1.0) - one).abs() < 0.02 * one, "{} against {one}", desk.hours(1.0));
    }
}
