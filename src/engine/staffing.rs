//! The people of a service over time.

use super::demand::learning;
use super::rates::{monthly_attrition, months_up};
use super::{Number, Term};
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
    /// Productive hours.
    pub capacity: Vec<N>,
}

/// Runs the team through the horizon.
///
/// `wanted` is the hours of work to be done in-house, by month; `cap` the most people kept, by month, if any. Joiners asked for at
/// the decision arrive after the time to hire; until then, only leavers are replaced (their successors were ordered before).
/// Notice given at the decision ends after the notice period; later endings are foreseen and noticed in time.
///
/// `average` is the average productivity of a team whose leavers are replaced, by month.
///
/// people(t) = people(t−1) − leavers + joiners − redundant; capacity = hours/12 · Σ cohort(k) · productivity(k).
pub fn run<N: Number>(
    service: &Service<N>,
    policy: Policy,
    wanted: &[N],
    cap: &[Option<N>],
    average: &[N],
) -> Team<N> {
    let months = wanted.len() - 1;
    let (team, zero) = (&service.team, N::zero());
    let hours = team.hours / N::of(12.0);
    let leaving = monthly_attrition(team);
    let lead = months_up(team.time_to_hire.value());
    let notice = service.leaving.notice_months.value() as usize;
    let ramp = libm::ceil(team.ramp_months.value()) as usize;
    let productivity: Vec<N> = (0..=ramp)
        .map(|k| if k == ramp { N::one() } else { learning(team.ramp_start, N::one(), team.ramp_months, k) })
        .collect();
    // cohorts[k]: people in month k of their service; the last holds all who have learned.
    let mut cohorts = vec![zero; ramp + 1];
    cohorts[ramp] = team.people;
    let mut out = Team {
        people: vec![team.people],
        joiners: vec![zero],
        leavers: vec![zero],
        redundant: vec![zero],
        capacity: vec![team.people * hours],
    };
    let target: Vec<N> = (0..=months)
        .map(|month| match policy {
            Policy::Fixed if month > lead => team.people + team.vacancies,
            Policy::Fixed => team.people,
            Policy::Chase | Policy::Level => wanted[month] / (hours * average[month]),
        })
        .collect();
    for month in 1..=months {
        let before = out.people[month - 1];
        let left = if month == 1 { zero } else { before * leaving };
        let stay = before - left;
        let mut want = match policy {
            Policy::Level => level(&target, month, team.level.value()),
            Policy::Fixed | Policy::Chase => target[month],
        };
        if let Some(most) = cap[month] {
            want = want.or_less(most);
        }
        if month <= lead {
            want = want.or_less(before.or_more(team.people));
        }
        if month <= notice {
            want = want.or_more(stay);
        }
        let joined = (want - stay).positive();
        let ended = (stay - want).positive();
        age(&mut cohorts, (stay - ended).share_of(before), joined);
        let productive = cohorts
            .iter()
            .zip(&productivity)
            .fold(zero, |sum, (people, productivity)| sum + *people * *productivity);
        out.people.push(want.computed(Term::People));
        out.joiners.push(joined.computed(Term::Joiners));
        out.leavers.push(left);
        out.redundant.push(ended.computed(Term::Redundant));
        out.capacity.push((productive * hours).computed(Term::Capacity));
    }
    out
}

/// Everyone is a month older; a share stays and newcomers join.
fn age<N: Number>(cohorts: &mut [N], stay: N, joined: N) {
    let last = cohorts.len() - 1;
    if last == 0 {
        cohorts[0] = cohorts[0] * stay + joined;
        return;
    }
    cohorts[last] = (cohorts[last] + cohorts[last - 1]) * stay;
    for k in (1..last).rev() {
        cohorts[k] = cohorts[k - 1] * stay;
    }
    cohorts[0] = joined;
}

/// The target that covers a share of the coming twelve months: the nearest-rank percentile.
fn level<N: Number>(target: &[N], month: usize, share: f64) -> N {
    let mut coming: Vec<N> = target[month..].iter().take(12).copied().collect();
    crate::order::sort_by(&mut coming, |a, b| a.value() > b.value());
    let rank = libm::ceil(share * coming.len() as f64) as usize;
    coming[rank.clamp(1, coming.len()) - 1]
}
