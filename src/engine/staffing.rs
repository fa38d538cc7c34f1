//! The people of a service over time.

use super::chance::Leavers;
use super::demand::learning;
use super::rates::hiring_months;
use super::{Mask, Number, Term};
use crate::scenario::Service;

/// How many people are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Policy {
    /// Today's people and vacancies, leavers replaced.
    Fixed,
    /// As many as the month's work takes.
    Chase,
    /// As many as a stated share of the coming twelve months' needs takes.
    Level,
    /// As many as were planned in advance, month by month.
    Planned,
}

/// What a team does when its work is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// It moves on to other work.
    MovesOn,
    /// It stays as it is.
    Stays,
}

/// The first month that has a limit, and the limit of each month from it on.
type Cap<N> = (usize, Vec<N>);

/// The hours that a team is wanted for, by month; none where its size goes by other things.
#[derive(Clone, Debug)]
pub struct Wanted<N> {
    /// As foreseen when people had to be asked for: a time to hire ahead.
    pub up: Vec<N>,
    /// As foreseen when notice had to be given.
    pub down: Vec<N>,
    /// The most people kept, if there is a limit.
    pub cap: Option<Cap<N>>,
    /// People planned in advance, for [`Policy::Planned`].
    pub sizes: Option<Vec<N>>,
    /// The month after which there is nothing to do, and what the team does then.
    pub ends: Option<(usize, After)>,
}

/// The team by month; position 0 is the day of the decision.
#[derive(Clone, Debug)]
pub struct Team<N> {
    /// People employed.
    pub people: Vec<N>,
    /// People who joined.
    pub joiners: Vec<N>,
    /// People who left of their own accord.
    pub leavers: Vec<N>,
    /// People whose posts ended.
    pub redundant: Vec<N>,
    /// People who have moved on to other work, since the decision.
    pub moved: Vec<N>,
    /// Productive hours.
    pub capacity: Vec<N>,
}

/// Runs the team through the horizon.
///
/// What is foreseen is ordered in time: people to join are asked for a time to hire ahead, and notice is given in time. Joiners asked
/// for at the decision arrive after the time to hire; until then, only leavers are replaced (their successors were ordered before).
/// Notice given at the decision ends after the notice period.
///
/// `leaving` is the share that leaves in a month, `average` the average productivity of a team whose leavers are replaced, by month. With `leavers` drawn, successors of as many as are
/// expected come in the month, those of any beyond a time to hire later.
///
/// people(t) = people(t−1) − leavers + joiners − redundant − moved on; capacity = hours/12 · (people − Σ cohort(k) · (1 − productivity(k))).
#[inline(never)]
pub fn run<N: Number>(
    service: &Service<N>,
    policy: Policy,
    wanted: Wanted<N>,
    (leaving, average): (N, &[N]),
    leavers: Option<&Leavers<'_, N>>,
) -> Team<N> {
    let months = average.len() - 1;
    let (team, zero) = (&service.team, N::zero());
    let hours = team.hours / N::of(12.0);
    let lead = hiring_months(service);
    let notice = service.leaving.notice_months.value() as usize;
    // What a person in month k of their service does not do yet, until they have learned on every path.
    let lost: Vec<N> = (0..libm::ceil(team.ramp_months.most()) as usize)
        .map(|k| N::one() - learning(team.ramp_start, N::one(), team.ramp_months, k))
        .collect();
    // cohorts[k]: people in month k of their service; the rest have learned.
    let mut cohorts = vec![zero; lost.len()];
    let mut clock = leavers.map(Leavers::clock);
    let from = |first: N| {
        let mut by_month = Vec::with_capacity(months + 1);
        by_month.push(first);
        by_month
    };
    let mut out = Team {
        people: from(team.people),
        joiners: from(zero),
        leavers: from(zero),
        redundant: from(zero),
        moved: from(zero),
        capacity: from(team.people * hours),
    };
    let terms = (policy, wanted.sizes.as_deref(), wanted.cap.as_ref());
    let more = targets(service, terms, wanted.up, average);
    // What goes by no hours is the same either way.
    let less = (!wanted.down.is_empty()).then(|| targets(service, terms, wanted.down, average));
    let less = less.as_ref().unwrap_or(&more);
    let last = last_wanted(&more, less).max(lead).max(notice);
    let (mut people, mut gone, mut missing_before) = (team.people, zero, zero);
    for month in 1..=months {
        // Where nobody is there, on the way or wanted any more, nothing happens.
        if month > last && !people.is_some().or(missing_before.is_some()).any() {
            break;
        }
        let before = people;
        let left = match (leavers, &mut clock) {
            _ if month == 1 => zero,
            (Some(leavers), Some(clock)) => leavers.leave(month, before, leaving, clock),
            _ => before * leaving,
        };
        out.leavers.push(left);
        // Who is missing is as good as there for whoever plans: their successors are on the way.
        let there = before - left;
        let mut missing = zero;
        if leavers.is_some() {
            // Leavers beyond those expected in the last months, of which the first has none: their successors are on the way.
            for month in ((month + 1).saturating_sub(lead).max(2)..=month).rev() {
                missing = missing + (out.leavers[month] - out.people[month - 1] * leaving);
            }
        }
        let stay = there + missing;
        let after = wanted.ends.filter(|(last, _)| month > *last).map(|(_, after)| after);
        let moves_on = after == Some(After::MovesOn);
        let mut up = more[month];
        if month <= lead {
            up = up.or_less((before + missing_before).or_more(team.people));
        }
        let mut want = N::choose(up.more_than(stay), up, stay.or_less(less[month]));
        if month <= notice {
            want = want.or_more(stay);
        }
        match after {
            Some(After::MovesOn) => want = zero,
            Some(After::Stays) => want = before + missing_before,
            None => {}
        }
        missing_before = missing;
        if leavers.is_some() && !moves_on {
            // Where nobody is wanted, nobody has been asked to come for those expected to leave.
            want = N::choose(want.is_positive(), (want - missing).positive(), zero);
        }
        let joined = (want - there).positive();
        let ended = (there - want).positive();
        let (redundant, moved) = if moves_on { (zero, ended) } else { (ended, zero) };
        let productive = N::aged(&mut cohorts, &lost, (there - ended).share_of(before), joined, want);
        people = want.computed(Term::People);
        gone = gone + moved;
        out.people.push(people);
        out.joiners.push(joined.computed(Term::Joiners));
        out.redundant.push(redundant.computed(Term::Redundant));
        out.moved.push(gone);
        out.capacity.push((productive * hours).computed(Term::Capacity));
    }
    for list in [&mut out.people, &mut out.joiners, &mut out.leavers, &mut out.redundant, &mut out.capacity] {
        list.resize(months + 1, zero);
    }
    out.moved.resize(months + 1, gone);
    out
}

/// The last month in which anybody is wanted.
fn last_wanted<N: Number>(more: &[N], less: &[N]) -> usize {
    let wanted = |list: &[N]| list.iter().rposition(|people| people.is_some().any()).unwrap_or(0);
    wanted(more).max(wanted(less))
}

/// How many people are wanted in each month for the hours wanted, within the limit.
#[inline(never)]
fn targets<N: Number>(
    service: &Service<N>,
    (policy, sizes, cap): (Policy, Option<&[N]>, Option<&Cap<N>>),
    mut hours_wanted: Vec<N>,
    average: &[N],
) -> Vec<N> {
    let team = &service.team;
    let hours = team.hours / N::of(12.0);
    let lead = hiring_months(service);
    let today = |month: usize| if month > lead { team.people + team.vacancies } else { team.people };
    let mut targets: Vec<N> = match (policy, sizes) {
        (Policy::Planned, Some(sizes)) => sizes.to_vec(),
        (Policy::Fixed, _) => (0..average.len()).map(today).collect(),
        _ => {
            let wanted = hours_wanted.iter_mut().zip(average);
            wanted.for_each(|(wanted, average)| *wanted = *wanted / (hours * *average));
            hours_wanted
        }
    };
    if policy == Policy::Level {
        targets = (0..targets.len()).map(|month| level(&targets, month, team.level)).collect();
    }
    if let Some((first, most)) = cap {
        targets.iter_mut().skip(*first).zip(most).for_each(|(target, most)| *target = target.or_less(*most));
    }
    targets
}

/// The target that covers a share of the coming twelve months: the nearest-rank percentile.
fn level<N: Number>(target: &[N], month: usize, share: N) -> N {
    let coming = &target[month..];
    let coming = &coming[..coming.len().min(12)];
    let rank = libm::ceil(share.value() * coming.len() as f64) as usize;
    let rank = rank.clamp(1, coming.len()) - 1;
    N::ranked(coming, rank)
}
