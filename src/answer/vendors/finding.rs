//! What follows from the standings, as keys with typed figures.

use super::super::sentence::Figure;
use super::criteria::Criterion;
use super::knockouts::{Failure, Requirement, excludes_most};
use super::standing::{Standings, Status};
use crate::ranking::Span;
use crate::scenario::Scenario;

macro_rules! findings {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// A sentence about vendors; the words are in [`words`](crate::words).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum FindingKey { $($(#[$doc])* $name),+ }

        impl FindingKey {
            /// All keys.
            pub const ALL: &'static [FindingKey] = &[$(FindingKey::$name),+];
            /// The name in the result file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(FindingKey::$name => $text),+ }
            }
        }
    };
}

findings! {
    /// {0} vendor is first under every weight.
    AlwaysFirst = "always_first",
    /// {0} vendor is first under all weights that keep the order.
    AlwaysFirstKept = "always_first_kept",
    /// {0} vendor is first under {1} of all weights.
    FirstUnder = "first_under",
    /// {0} vendor is first under {1} of all weights that keep the order.
    FirstUnderKept = "first_under_kept",
    /// {0} vendor only if {1} criterion counts for more than {2}.
    OnlyAbove = "only_above",
    /// {0} vendor only if {1} criterion counts for less than {2}.
    OnlyBelow = "only_below",
    /// {0} vendor only if {1} criterion counts for between {2} and {3}.
    OnlyBetween = "only_between",
    /// {0} vendor under {1}.
    AlsoFirst = "also_first",
    /// {0} vendor would be first if {1} criterion counted for more than {2}, the others in proportion; it counts for {3}.
    WouldLeadAbove = "would_lead_above",
    /// {0} vendor would be first if {1} criterion counted for less than {2}, the others in proportion; it counts for {3}.
    WouldLeadBelow = "would_lead_below",
    /// {0} vendor would be first if {1} criterion counted for between {2} and {3}, the others in proportion; it counts for {4}.
    WouldLeadBetween = "would_lead_between",
    /// {0} vendor is first under no weights that keep the order, or under no weights at all.
    NeverFirst = "never_first",
    /// Vendors {0} and {1} are equal on everything that counts.
    Equal = "equal",
    /// {0} vendor is the only one left to rank.
    OnlyOne = "only_one",
    /// No vendor can be ranked.
    NobodyRanked = "nobody_ranked",
    /// Nothing is known of {0} vendor that counts.
    NothingKnown = "nothing_known",
    /// {0} vendor has no offer: it is ranked without its cost.
    NoCost = "no_cost",
    /// {0} vendor has no score on {1} criterion: it is ranked on the rest.
    NoScore = "no_score",
    /// {0} vendors, several, are first under no weights to speak of.
    NeverFirstMany = "never_first_many",
    /// {0} vendors, several, have no offer: they are ranked without their cost.
    NoCosts = "no_costs",
    /// {0} vendors, several, have no score on {1} criterion: they are ranked on the rest.
    NoScores = "no_scores",
    /// No vendor has a score on {0} criterion: it does not tell them apart.
    NobodyScored = "nobody_scored",
    /// Vendors lack scores that others have: what a criterion must count for that one is first is not told.
    SpansOpen = "spans_open",
    /// {0} vendor lacks what {1} field requires.
    Lacks = "lacks",
    /// {0} vendors, several, lack what {1} field requires.
    LackMany = "lack_many",
    /// {0} vendor does not take over within the horizon.
    NeverSwitches = "never_switches",
    /// Of {2} vendors none has all that is required; {0} field alone excludes {1}.
    NoneQualifies = "none_qualifies",
}

/// A sentence about vendors.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Which sentence.
    pub key: FindingKey,
    /// What fills its places {0}, {1}, ….
    pub figures: Vec<Figure>,
}

/// A restriction worth saying: the criterion must count for this much of all weights more, or less, than it otherwise could.
const TELLING: f64 = 0.1;
/// Shares smaller than this are no more than the doubt in them.
const LEAST_SHARE: f64 = 0.005;

/// What follows from the standings: who is first and under which weights, who else can be and what for, what is missing, who is out.
#[must_use]
pub fn findings(scenario: &Scenario<f64>, standings: &Standings, failures: &[Vec<Failure>]) -> Vec<Finding> {
    let mut said = Vec::new();
    let name = |vendor: usize| Figure::Name(scenario.vendors[vendor].name.clone());
    let mut say = |key: FindingKey, figures: Vec<Figure>| said.push(Finding { key, figures });
    let mut leaders = standings.ranked();
    let first = |vendor: usize| standings.first(vendor);
    crate::order::sort_by(&mut leaders, |a, b| first(*a) < first(*b));
    let kept = standings.ordered;
    match leaders.as_slice() {
        [] => say(FindingKey::NobodyRanked, Vec::new()),
        [only] => say(FindingKey::OnlyOne, vec![name(*only)]),
        [leader, others @ ..] => {
            let share = |vendor: usize| Figure::Share(first(vendor), share_path(vendor));
            let all = first(*leader) > 1.0 - 1e-9;
            match (all, kept) {
                (true, false) => say(FindingKey::AlwaysFirst, vec![name(*leader)]),
                (true, true) => say(FindingKey::AlwaysFirstKept, vec![name(*leader)]),
                (false, false) => say(FindingKey::FirstUnder, vec![name(*leader), share(*leader)]),
                (false, true) => say(FindingKey::FirstUnderKept, vec![name(*leader), share(*leader)]),
            }
            let mut never = Vec::new();
            for vendor in others {
                let same = standings.vendors[*vendor].scores == standings.vendors[*leader].scores;
                if same {
                    say(FindingKey::Equal, vec![name(*vendor), name(*leader)]);
                } else if first(*vendor) >= LEAST_SHARE {
                    match restriction(standings, *vendor) {
                        Some((key, criterion, ends)) => {
                            let at = |(end, share): (&str, f64)| {
                                Figure::Share(share, span_path(*vendor, criterion, end))
                            };
                            let mut figures = vec![name(*vendor), called(scenario, criterion)];
                            figures.extend(ends.into_iter().map(at));
                            say(key, figures);
                        }
                        None => say(FindingKey::AlsoFirst, vec![name(*vendor), share(*vendor)]),
                    }
                } else {
                    never.push(*vendor);
                }
            }
            match never.as_slice() {
                [] => {}
                [one] => say(FindingKey::NeverFirst, vec![name(*one)]),
                many => say(FindingKey::NeverFirstMany, vec![names(scenario, many)]),
            }
        }
    }
    for vendor in standings.ranked() {
        // What it takes at least has been said where there is a restriction.
        let open = first(vendor) >= LEAST_SHARE && restriction(standings, vendor).is_none();
        if let Some((key, place, ends)) = nearest(standings, vendor).filter(|_| open) {
            let counted = &standings.criteria[place];
            let path = |end: &str| {
                format!("vendors.standings.{vendor}.in_proportion.{}.{end}", counted.criterion.name())
            };
            let mut figures = vec![name(vendor), called(scenario, counted.criterion)];
            figures.extend(ends.into_iter().map(|(end, share)| Figure::Share(share, path(end))));
            figures.push(Figure::Share(counted.weight, format!("vendors.criteria.{place}.weight")));
            say(key, figures);
        }
    }
    gaps(scenario, standings, &mut say);
    for (vendor, standing) in standings.vendors.iter().enumerate() {
        match standing.status {
            Status::Ranked | Status::Aside | Status::Disqualified => {}
            Status::NeverSwitches => say(FindingKey::NeverSwitches, vec![name(vendor)]),
            Status::Unknown => say(FindingKey::NothingKnown, vec![name(vendor)]),
        }
    }
    for requirement in Requirement::ALL {
        let lacks = |vendor: &usize| failures[*vendor].iter().any(|one| one.requirement == requirement);
        let out = |vendor: &usize| standings.vendors[*vendor].status == Status::Disqualified;
        let lacking: Vec<usize> = (0..standings.vendors.len()).filter(out).filter(lacks).collect();
        let field = Figure::Field(requirement.path());
        match lacking.as_slice() {
            [] => {}
            [one] => say(FindingKey::Lacks, vec![name(*one), field]),
            many => say(FindingKey::LackMany, vec![names(scenario, many), field]),
        }
    }
    let judged = standings.vendors.iter().filter(|standing| standing.status != Status::Aside).count();
    let out = standings.vendors.iter().filter(|standing| standing.status == Status::Disqualified).count();
    if let Some((most, count)) = excludes_most(failures).filter(|_| out > 0 && out == judged) {
        let figures = vec![Figure::Field(most.path()), Figure::Count(count), Figure::Count(judged)];
        say(FindingKey::NoneQualifies, figures);
    }
    said
}

/// The scores that are missing, criterion by criterion, and what cannot be told for that.
fn gaps(scenario: &Scenario<f64>, standings: &Standings, say: &mut impl FnMut(FindingKey, Vec<Figure>)) {
    let ranked = standings.ranked();
    for (place, counted) in standings.criteria.iter().enumerate() {
        let lacks = ranked.iter().filter(|vendor| standings.vendors[**vendor].scores[place].is_none());
        let lacks: Vec<usize> = lacks.copied().collect();
        let called = || called(scenario, counted.criterion);
        let name = |vendor: usize| Figure::Name(scenario.vendors[vendor].name.clone());
        match (lacks.as_slice(), counted.criterion) {
            ([], _) => {}
            (lacks, _) if lacks.len() == ranked.len() && ranked.len() > 1 => {
                say(FindingKey::NobodyScored, vec![called()]);
            }
            ([one], Criterion::Cost) => say(FindingKey::NoCost, vec![name(*one)]),
            ([one], _) => say(FindingKey::NoScore, vec![name(*one), called()]),
            (many, Criterion::Cost) => say(FindingKey::NoCosts, vec![names(scenario, many)]),
            (many, _) => say(FindingKey::NoScores, vec![names(scenario, many), called()]),
        }
    }
    // Somebody who is first somewhere, and yet nothing is known of where: its borders are curves.
    let open = |vendor: &usize| {
        standings.first(*vendor) >= LEAST_SHARE
            && standings.vendors[*vendor].spans.iter().all(Option::is_none)
    };
    if ranked.len() > 1 && ranked.iter().any(open) {
        say(FindingKey::SpansOpen, Vec::new());
    }
}

/// The names of several vendors, with commas.
fn names(scenario: &Scenario<f64>, vendors: &[usize]) -> Figure {
    let names: Vec<&str> = vendors.iter().map(|vendor| scenario.vendors[*vendor].name.as_str()).collect();
    Figure::Name(names.join(", "))
}

/// What a criterion is called: by the label of its weight, or by the user's name for it.
pub(super) fn called(scenario: &Scenario<f64>, criterion: Criterion) -> Figure {
    match criterion {
        Criterion::Own(index) => {
            Figure::Name(scenario.preferences.own.get(index).map_or_else(String::new, |own| own.name.clone()))
        }
        usual => Figure::Field(usual.weight_path()),
    }
}

/// The path of a vendor's share of weights under which it is first.
fn share_path(vendor: usize) -> String {
    format!("vendors.standings.{vendor}.of_kept.0")
}

fn span_path(vendor: usize, criterion: Criterion, end: &str) -> String {
    format!("vendors.standings.{vendor}.spans.{}.{end}", criterion.name())
}

/// An end of a span with its name.
type End = (&'static str, f64);

/// What restricts a vendor's being first most: a criterion that must count for more than a share, for less, or between two.
fn restriction(standings: &Standings, vendor: usize) -> Option<(FindingKey, Criterion, Vec<End>)> {
    let mut found: Option<(f64, FindingKey, Criterion, Vec<End>)> = None;
    let spans = standings.vendors[vendor].spans.iter().zip(&standings.spans).zip(&standings.criteria);
    for ((own, any), counted) in spans {
        let (Some(own), Some(any)) = (own, any) else { continue };
        let (low, high) = (own.least - any.least, any.most - own.most);
        let (least, most) = (("least", own.least), ("most", own.most));
        let (key, ends) = match (low >= TELLING, high >= TELLING) {
            (true, true) => (FindingKey::OnlyBetween, vec![least, most]),
            (true, false) => (FindingKey::OnlyAbove, vec![least]),
            (false, true) => (FindingKey::OnlyBelow, vec![most]),
            (false, false) => continue,
        };
        // Of two that say as much, that one must count for more is the plainer.
        let cut = low + high + if key == FindingKey::OnlyAbove { 1e-6 } else { 0.0 };
        if found.as_ref().is_none_or(|(best, ..)| cut > *best + 1e-9) {
            found = Some((cut, key, counted.criterion, ends));
        }
    }
    found.map(|(_, key, criterion, ends)| (key, criterion, ends))
}

/// The criterion, by its place among those that count, that would have to change least for a vendor to come first, the others in
/// proportion; one that would have to count for more where there is one, as that is the plainer. None for who is first.
fn nearest(standings: &Standings, vendor: usize) -> Option<(FindingKey, usize, Vec<End>)> {
    let standing = &standings.vendors[vendor];
    if standing.rank == Some(1) {
        return None;
    }
    let mut found: Option<(bool, f64, usize, Span)> = None;
    for (place, (span, counted)) in standing.in_proportion.iter().zip(&standings.criteria).enumerate() {
        let Some(span) = span else { continue };
        let less = span.least <= counted.weight;
        let change = (if less { span.most } else { span.least } - counted.weight).abs();
        if found.is_none_or(|(other, least, ..)| (less, change) < (other, least)) {
            found = Some((less, change, place, *span));
        }
    }
    let (less, _, place, span) = found?;
    let (least, most) = (("least", span.least), ("most", span.most));
    let (key, ends) = match less {
        _ if span.least > 0.0 && span.most < 1.0 => (FindingKey::WouldLeadBetween, vec![least, most]),
        true => (FindingKey::WouldLeadBelow, vec![most]),
        false => (FindingKey::WouldLeadAbove, vec![least]),
    };
    Some((key, place, ends))
}
