//! What the verdict says of peaks, idle hours and the time to market.

use super::compare::{Answer, Compared};
use super::sentence::{Figure, Key, Sentence, say};
use crate::scenario::Month;

/// A difference in flexibility smaller than this share of the work is not worth a sentence.
pub(super) const TELLING: f64 = 0.03;

/// What flexibility does at the peak: where an option with a vendor does more of the busiest month's work in time than the best in-house.
pub(super) fn absorbs(
    answer: &Answer,
    first: Month,
    option: &Compared,
    name: Option<Figure>,
) -> Option<Sentence> {
    let settled = option.outcome.parts.iter().filter_map(|part| part.settled_from).max().unwrap_or(1);
    let need = |month: usize| option.outcome.parts.iter().map(|part| part.need[month]).sum::<f64>();
    // The busiest month of those in which the vendor works as it will.
    let peak = (settled..=answer.months)
        .fold(settled, |peak, month| if need(month) > need(peak) { month } else { peak });
    let level = |of: &Compared| of.scale.service_level.get(peak).copied();
    let (theirs, ours) = (level(option)?, level(&answer.options[1])?);
    let figure = |of: &Compared, level: f64| {
        Figure::Share(level, format!("options.{}.scale.service_level.{peak}", of.kind().key()))
    };
    let shares = [figure(option, theirs), figure(&answer.options[1], ours)];
    (theirs - ours > TELLING).then(|| match name {
        Some(name) => {
            let [theirs, ours] = shares;
            say(Key::WouldAbsorbPeak, vec![name, theirs, Figure::Calendar(first.plus(peak - 1)), ours])
        }
        None => {
            let [theirs, ours] = shares;
            say(Key::AbsorbsPeak, vec![Figure::Calendar(first.plus(peak - 1)), theirs, ours])
        }
    })
}

/// When the project is done, where the services have one: time to market.
pub(super) fn done(answer: &Answer, option: &Compared) -> Option<Sentence> {
    let mut projects = option.outcome.parts.iter().enumerate().filter(|(_, part)| part.project);
    let (index, part) = projects.next().filter(|_| projects.next().is_none())?;
    let month = |of: &Compared, finish: f64| {
        Figure::Month(finish, format!("options.{}.services.{index}.finish", of.kind().key()))
    };
    let theirs = month(option, part.hours.finish?);
    let best = &answer.options[1];
    Some(match best.outcome.parts[index].hours.finish {
        Some(ours) => say(Key::DoneInMonth, vec![theirs, month(best, ours)]),
        None => say(Key::DoneOnlyWithVendor, vec![theirs, Figure::Months(answer.months)]),
    })
}

/// Where a vendor's flexibility saves paying for hours that nobody needs.
pub(super) fn idles_less(best: &Compared, option: &Compared) -> Option<Sentence> {
    let share = |of: &Compared| {
        Figure::Share(of.measures.idle_share, format!("options.{}.idle_share", of.kind().key()))
    };
    let less = best.measures.idle_share - option.measures.idle_share;
    (less > TELLING).then(|| say(Key::IdlesLess, vec![share(best), share(option)]))
}
