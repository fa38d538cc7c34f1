//! The hours that two places both work.

use super::{DAY, Day, Zone, date, weekday};
use crate::month::Month;

/// When the people of a place work, by their own clock.
#[derive(Clone, Copy, Debug)]
pub struct Shift {
    /// Its zone.
    pub zone: &'static Zone,
    /// When the day starts, in hours since midnight.
    pub start: f64,
    /// When it ends. Not after the start: on the next day.
    pub end: f64,
    /// Whether they work on Sunday, Monday and so on.
    pub days: [bool; 7],
}

impl Shift {
    /// The shift that starts on a local day, in minutes of UTC since 1970.
    fn on(&self, day: Day) -> Option<(f64, f64)> {
        if !self.days[weekday(day)] {
            return None;
        }
        let end = if self.end > self.start { self.end } else { self.end + 24.0 };
        let utc = |hours: f64| {
            let local = f64::from(day * DAY) + hours * 60.0;
            local - f64::from(self.zone.ahead(libm::floor(local) as i32))
        };
        Some((utc(self.start), utc(end)))
    }

    /// The hours of a span that are worked, in minutes: shifts of the days around it.
    fn worked(&self, (from, to): (f64, f64)) -> f64 {
        let around = libm::floor(from / f64::from(DAY)) as Day;
        (around - 2..=around + 3)
            .filter_map(|day| self.on(day))
            .map(|(start, end)| (end.min(to) - start.max(from)).max(0.0))
            .sum()
    }
}

/// Hours of a day that both work, on average over the days of a month on which the first works; 0 if it never does.
#[must_use]
pub fn overlap(here: &Shift, there: &Shift, month: Month) -> f64 {
    let first = date(month.year, month.month, 1);
    let shifts = (first..first + month.days().cast_signed()).filter_map(|day| here.on(day));
    let (sum, days) = shifts.fold((0.0, 0.0), |(sum, days), shift| (sum + there.worked(shift), days + 1.0));
    if days > 0.0 { sum / 60.0 / days } else { 0.0 }
}

/// When there is worked on a local day here, in hours of the clock here from midnight: 0 to 24, or an hour more or less where the clocks
/// here change.
#[must_use]
pub fn strip(here: &'static Zone, there: &Shift, day: Day) -> Vec<(f64, f64)> {
    let midnight = |day: Day| {
        let local = day * DAY;
        f64::from(local - here.ahead(local))
    };
    let (from, to) = (midnight(day), midnight(day + 1));
    let spans = (day - 2..=day + 2).filter_map(|day| there.on(day));
    let cut = spans.map(|(start, end)| (start.max(from), end.min(to))).filter(|(start, end)| start < end);
    cut.map(|(start, end)| ((start - from) / 60.0, (end - from) / 60.0)).collect()
}
