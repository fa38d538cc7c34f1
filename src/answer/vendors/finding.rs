//! What follows from the standings, as keys with typed figures.

use super::super::sentence::Figure;
use super::criteria::Criterion;
use super::knockouts::{Failure, excludes_most};
use super::standing::{Standings, Status};
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
    /// {0} vendor lacks what {1} field requires.
    Lacks = "lacks",
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
                    say(FindingKey::NeverFirst, vec![name(*vendor)]);
                }
            }
        }
    }
    for vendor in standings.ranked() {
        // What it takes at least has been said where there is a restriction.
        let open = first(vendor) >= LEAST_SHARE && restriction(standings, vendor).is_none();
        if let Some((key, place, end)) = nearest(standings, vendor).filter(|_| open) {
            let counted = &standings.criteria[place];
            let path =
                format!("vendors.standings.{vendor}.in_proportion.{}.{}", counted.criterion.name(), end.0);
            let now = Figure::Share(counted.weight, format!("vendors.criteria.{place}.weight"));
            let figures =
                vec![name(vendor), called(scenario, counted.criterion), Figure::Share(end.1, path), now];
            say(key, figures);
        }
    }
    for (vendor, standing) in standings.vendors.iter().enumerate() {
        match standing.status {
            Status::Ranked => {
                for (counted, score) in standings.criteria.iter().zip(&standing.scores) {
                    match (counted.criterion, score) {
                        (_, Some(_)) => {}
                        (Criterion::Cost, None) => say(FindingKey::NoCost, vec![name(vendor)]),
                        (other, None) => {
                            say(FindingKey::NoScore, vec![name(vendor), called(scenario, other)])
                        }
                    }
                }
            }
            Status::Disqualified => {
                for failure in &failures[vendor] {
                    say(FindingKey::Lacks, vec![name(vendor), Figure::Field(failure.requirement.path())]);
                }
            }
            Status::NeverSwitches => say(FindingKey::NeverSwitches, vec![name(vendor)]),
            Status::Unknown => say(FindingKey::NothingKnown, vec![name(vendor)]),
            Status::Aside => {}
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
fn nearest(standings: &Standings, vendor: usize) -> Option<(FindingKey, usize, End)> {
    let standing = &standings.vendors[vendor];
    if standing.rank == Some(1) {
        return None;
    }
    let mut found: Option<(bool, f64, usize, End)> = None;
    for (place, (span, counted)) in standing.in_proportion.iter().zip(&standings.criteria).enumerate() {
        let Some(span) = span else { continue };
        let less = span.least <= counted.weight;
        let end = if less { ("most", span.most) } else { ("least", span.least) };
        let change = (end.1 - counted.weight).abs();
        if found.is_none_or(|(other, least, ..)| (less, change) < (other, least)) {
            found = Some((less, change, place, end));
        }
    }
    let key = |less: bool| if less { FindingKey::WouldLeadBelow } else { FindingKey::WouldLeadAbove };
    found.map(|(less, _, place, end)| (key(less), place, end))
}
