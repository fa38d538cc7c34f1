//! Working hours in common with each vendor, through the year and on a day.

use super::knockouts::shift;
use crate::scenario::{Month, Scenario};
use crate::zones::{Day, Shift, date, overlap, strip, weekday};

/// Hours that the user's people and a vendor's both work.
#[derive(Clone, Debug, PartialEq)]
pub struct CommonHours {
    /// The twelve months from the first on: the calendar month, and the hours of a working day on average.
    pub months: Vec<(Month, f64)>,
    /// The least of these: what a requirement is held against.
    pub worst: f64,
}

/// A day, in hours of the user's clock from midnight.
#[derive(Clone, Debug, PartialEq)]
pub struct DayStrip {
    /// When the user's people work.
    pub ours: Vec<(f64, f64)>,
    /// When the vendor's do.
    pub theirs: Vec<(f64, f64)>,
    /// When both do.
    pub common: Vec<(f64, f64)>,
}

impl DayStrip {
    /// Hours in common.
    #[must_use]
    pub fn hours(&self) -> f64 {
        self.common.iter().map(|(from, to)| to - from).sum()
    }
}

fn shifts(scenario: &Scenario<f64>, vendor: usize) -> Option<(Shift, Shift)> {
    let there = &scenario.vendors[vendor];
    Some((shift(&scenario.here.zone, &scenario.here.day)?, shift(&there.zone, &there.day)?))
}

/// Common hours with a vendor; None where its time zone or the user's is not known.
#[must_use]
pub fn common_hours(scenario: &Scenario<f64>, vendor: usize) -> Option<CommonHours> {
    let (here, there) = shifts(scenario, vendor)?;
    let months: Vec<(Month, f64)> = (0..12)
        .map(|month| scenario.first_month.plus(month))
        .map(|month| (month, overlap(&here, &there, month)))
        .collect();
    let worst = months.iter().map(|(_, hours)| *hours).fold(24.0, |a: f64, b| if b < a { b } else { a });
    Some(CommonHours { months, worst })
}

/// A date as the user's clock has it, and when both sides work on it; None where a time zone is not known.
#[must_use]
pub fn day_strip(scenario: &Scenario<f64>, vendor: usize, day: Day) -> Option<DayStrip> {
    let (here, there) = shifts(scenario, vendor)?;
    let (ours, theirs) = (strip(here.zone, &here, day), strip(here.zone, &there, day));
    let mut common = Vec::new();
    for (from, to) in &ours {
        for (start, end) in &theirs {
            let (from, to) = (from.max(*start), to.min(*end));
            if from < to {
                common.push((from, to));
            }
        }
    }
    Some(DayStrip { ours, theirs, common })
}

/// The first day of the user's working week in a month, from the 8th on: past holidays at the turn of the year, before any change of
/// clocks that comes at a month's end.
#[must_use]
pub fn usual_day(scenario: &Scenario<f64>, month: Month) -> Day {
    let first = date(month.year, month.month, 8);
    let works = |day: &Day| {
        shift(&scenario.here.zone, &scenario.here.day).is_none_or(|here| here.days[weekday(*day)])
    };
    (first..first + 7).find(works).unwrap_or(first)
}
