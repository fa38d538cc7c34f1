//! The decision, as keys with typed figures.

use super::compare::{Answer, Compared};
use super::options::Kind;
use crate::engine::plan::Core;
use crate::engine::rates::monthly_attrition;
use crate::finance::Payback;
use crate::scenario::{Month, Scenario, Service};

/// What is recommended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum VerdictKind {
    /// The in-house option is cheapest and today's team is about right.
    #[default]
    KeepInHouse,
    /// The in-house option is cheapest once the team has the right size.
    RightSizeFirst,
    /// A vendor is cheapest.
    Outsource,
    /// A split with a vendor is cheapest.
    Split,
    /// Different answers for different services.
    Mix,
    /// The lead is within the margin.
    TooClose,
    /// No vendor is given: a staffing answer only.
    NoVendor,
    /// There is no cost to compare.
    NothingToCompare,
}

impl VerdictKind {
    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            VerdictKind::KeepInHouse => "keep_in_house",
            VerdictKind::RightSizeFirst => "right_size_first",
            VerdictKind::Outsource => "outsource",
            VerdictKind::Split => "split",
            VerdictKind::Mix => "mix",
            VerdictKind::TooClose => "too_close",
            VerdictKind::NoVendor => "no_vendor",
            VerdictKind::NothingToCompare => "nothing_to_compare",
        }
    }
}

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// A sentence of the answer; the words are in [`words`](crate::words).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Key { $($(#[$doc])* $name),+ }

        impl Key {
            /// All keys.
            pub const ALL: &'static [Key] = &[$(Key::$name),+];
            /// The name in the result file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Key::$name => $text),+ }
            }
        }
    };
}

keys! {
    /// Headline: {0} vendor, {1} saving, {2} months.
    Outsource = "outsource",
    /// Headline: {0} people kept, {1} vendor, {2} saving, {3} months.
    Split = "split",
    /// Headline: {0} saving, {1} months.
    Mix = "mix",
    /// Headline: {0} the cheapest alternative, {1} how much dearer it is, {2} months.
    KeepInHouse = "keep_in_house",
    /// Headline, every alternative out of the running: {0} months.
    KeepAlone = "keep_alone",
    /// Headline: {0} saving against today, {1} months.
    RightSizeFirst = "right_size_first",
    /// Headline: {0} the other option, {1} the lead, {2} months.
    TooClose = "too_close",
    /// Headline: {0} cost of the best in-house option, {1} months.
    NoVendor = "no_vendor",
    /// Headline.
    NothingToCompare = "nothing_to_compare",
    /// {0} share of the best in-house cost saved.
    ShareOfReference = "share_of_reference",
    /// {0} share of the best in-house cost added.
    DearerShare = "dearer_share",
    /// {0} month of payback.
    PaysBack = "pays_back",
    /// It is never behind.
    PaysAtOnce = "pays_at_once",
    /// It does not pay back within {0} months.
    NeverPaysBack = "never_pays_back",
    /// Against today it is {0}, of which {1} is right-sizing.
    StepsFromToday = "steps_from_today",
    /// Against today it saves {0}.
    AgainstToday = "against_today",
    /// Against today it costs {0} more.
    DearerThanToday = "dearer_than_today",
    /// Once settled in, {0} costs {1} a year more to run.
    DearerToRun = "dearer_to_run",
    /// Once settled in, {0} runs {1} a year cheaper, which does not earn back the move within {2} months.
    CheaperTooLate = "cheaper_too_late",
    /// In its busiest month, {0}, it does {1} of the work in time; in-house does {2}.
    AbsorbsPeak = "absorbs_peak",
    /// {0} would do {1} of the busiest month's work in time, month {2}; in-house does {3}.
    WouldAbsorbPeak = "would_absorb_peak",
    /// Of the hours needed, {0} are paid and not used in-house, {1} with it.
    IdlesLess = "idles_less",
    /// {0} vendor does not switch within {1} months.
    DoesNotSwitch = "does_not_switch",
    /// The price of undone work {0} is below the marginal cost of serving {1}, in service {2}.
    UndoneTooCheap = "undone_too_cheap",
    /// {0} vendor has no offer for {1} service, which stays in-house.
    NoOffer = "no_offer",
    /// Of the {1} who do service {0}, all leave within a year with a chance of {2}; until successors are there it is without cover.
    SmallTeam = "small_team",
    /// Some figures are ranges: this is the likely-value plan.
    LikelyValues = "likely_values",
    /// By cash alone there is no winner: delivered shares differ.
    CashNoWinner = "cash_no_winner",
    /// By cash alone, {0} would be cheapest.
    CashOther = "cash_other",
}

/// A figure of a sentence, signed as in the result file. The sentence's words say which way it goes, so it is shown without sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Money, with the path of the same figure in the result file.
    Money(f64, String),
    /// A share, likewise.
    Share(f64, String),
    /// A month of the plan, likewise.
    Month(f64, String),
    /// A chance that stands in no result.
    Chance(f64),
    /// A month of the plan, by its name in the calendar.
    Calendar(Month),
    /// A span of months.
    Months(usize),
    /// People.
    People(f64),
    /// Money an hour.
    MoneyPerHour(f64),
    /// A name that the user gave.
    Name(String),
    /// An option.
    Option(Kind, String),
}

/// A sentence of the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Which sentence.
    pub key: Key,
    /// What fills its places {0}, {1}, ….
    pub figures: Vec<Figure>,
}

/// The decision.
#[derive(Clone, Debug, Default)]
pub struct Verdict {
    /// What is recommended.
    pub kind: VerdictKind,
    /// The option that the headline speaks of.
    pub option: Option<Kind>,
    /// The headline.
    pub headline: Option<Sentence>,
    /// What follows it.
    pub sentences: Vec<Sentence>,
    /// What the reader should know before trusting it.
    pub warnings: Vec<Sentence>,
}

fn say(key: Key, figures: Vec<Figure>) -> Sentence {
    Sentence { key, figures }
}

/// Names of an option for sentences: the vendor's where there is one.
pub(super) fn option_name(scenario: &Scenario<f64>, kind: Kind) -> String {
    kind.vendor()
        .and_then(|vendor| scenario.vendors.get(vendor))
        .map_or_else(String::new, |vendor| vendor.name.clone())
}

pub(super) fn verdict(scenario: &Scenario<f64>, answer: &Answer) -> Verdict {
    let (as_is, best) = (&answer.options[0], &answer.options[1]);
    let reference = best.measures.present;
    let mut verdict = Verdict { warnings: warnings(scenario, answer), ..Verdict::default() };
    // Today may cost something where there is no work: then there is still nothing to compare.
    let positive = answer.options[1..].iter().any(|option| option.measures.present > 0.0);
    if !positive {
        verdict.kind = VerdictKind::NothingToCompare;
        verdict.headline = Some(say(Key::NothingToCompare, Vec::new()));
        return verdict;
    }
    let margin = scenario.money.margin * reference.abs();
    let winner = recommended(answer, margin);
    let months = Figure::Months(answer.months);
    let saving = winner.savings.present;
    let right_sizing = best.budget.present;
    let money = |value: f64, option: &Compared, what: &str| {
        Figure::Money(value, format!("options.{}.{what}", option.kind().key()))
    };
    let named = |option: &Compared| Figure::Option(option.kind(), option_name(scenario, option.kind()));
    let rival = answer.ranked().into_iter().find(|option| {
        option.kind() != winner.kind() && !matches!(option.kind(), Kind::AsIs | Kind::BestInHouse)
    });
    verdict.option = Some(winner.kind());
    let (kind, headline) = match winner.kind() {
        Kind::AsIs | Kind::BestInHouse => {
            let close = rival.filter(|rival| rival.savings.present.abs() <= margin);
            if scenario.services.iter().all(|service| service.offers.is_empty()) {
                (
                    VerdictKind::NoVendor,
                    say(Key::NoVendor, vec![money(reference, best, "present_value"), months.clone()]),
                )
            } else if right_sizing > margin && close.is_none() {
                let figure = money(right_sizing, best, "budget.present");
                (VerdictKind::RightSizeFirst, say(Key::RightSizeFirst, vec![figure, months.clone()]))
            } else if let Some(rival) = close {
                verdict.option = Some(rival.kind());
                let lead = money(rival.savings.present, rival, "savings.present");
                (VerdictKind::TooClose, say(Key::TooClose, vec![named(rival), lead, months.clone()]))
            } else if let Some(rival) = rival {
                let dearer = money(rival.savings.present, rival, "savings.present");
                (VerdictKind::KeepInHouse, say(Key::KeepInHouse, vec![named(rival), dearer, months.clone()]))
            } else {
                (VerdictKind::KeepInHouse, say(Key::KeepAlone, vec![months.clone()]))
            }
        }
        _ if saving <= margin => {
            let lead = money(saving, winner, "savings.present");
            (VerdictKind::TooClose, say(Key::TooClose, vec![named(winner), lead, months.clone()]))
        }
        Kind::Outsourced(_) => {
            let figures = vec![named(winner), money(saving, winner, "savings.present"), months.clone()];
            (VerdictKind::Outsource, say(Key::Outsource, figures))
        }
        Kind::Split(_) | Kind::BestCore(_) => {
            let figures = vec![
                Figure::People(libm::round(kept(scenario, winner) * 10.0) / 10.0),
                named(winner),
                money(saving, winner, "savings.present"),
                months.clone(),
            ];
            (VerdictKind::Split, say(Key::Split, figures))
        }
        Kind::BestMix => {
            (VerdictKind::Mix, say(Key::Mix, vec![money(saving, winner, "savings.present"), months.clone()]))
        }
    };
    verdict.kind = kind;
    verdict.headline = Some(headline);
    let subject = verdict.option.and_then(|kind| answer.option(kind)).unwrap_or(winner);
    verdict.sentences = sentences(answer, subject, as_is, best);
    if kind == VerdictKind::KeepInHouse
        && let Some(rival) = rival
    {
        verdict.sentences.splice(0..0, why_not(answer, rival, named(rival)));
        verdict.sentences.extend(absorbs(answer, scenario.first_month, rival, Some(named(rival))));
    } else if !matches!(subject.kind(), Kind::AsIs | Kind::BestInHouse) {
        verdict.sentences.extend(absorbs(answer, scenario.first_month, subject, None));
        verdict.sentences.extend(idles_less(best, subject));
    }
    verdict
}

/// People kept once the vendor is settled, on average over the months.
fn kept(scenario: &Scenario<f64>, option: &Compared) -> f64 {
    let services = scenario.services.iter().zip(&option.outcome.parts);
    services
        .map(|(service, part)| match (&part.course.core, &part.course.sizes) {
            (Core::Stated, _) => service.core.unwrap_or(0.0),
            (Core::Planned, Some(sizes)) => {
                let from = part.settled_from.unwrap_or(1).min(sizes.len() - 1);
                sizes[from..].iter().sum::<f64>() / (sizes.len() - from) as f64
            }
            _ => 0.0,
        })
        .sum()
}

/// The option to recommend: the cheapest, but a split only where it beats both of its ends by the margin.
fn recommended(answer: &Answer, margin: f64) -> &Compared {
    let ranked = answer.ranked();
    let beats = |split: &Compared, vendor: usize| {
        let ends = [Kind::BestInHouse, Kind::Outsourced(vendor)];
        ends.iter()
            .filter_map(|end| answer.option(*end))
            .filter(|end| end.rank.is_some())
            .all(|end| end.measures.present - split.measures.present > margin)
    };
    ranked
        .into_iter()
        .find(|option| match option.kind() {
            Kind::Split(vendor) | Kind::BestCore(vendor) => beats(option, vendor),
            _ => true,
        })
        .unwrap_or_else(|| answer.cheapest())
}

fn sentences(answer: &Answer, subject: &Compared, as_is: &Compared, best: &Compared) -> Vec<Sentence> {
    let mut said = Vec::new();
    let key = subject.kind().key();
    let path = |what: &str| format!("options.{key}.{what}");
    let moves = !matches!(subject.kind(), Kind::AsIs | Kind::BestInHouse);
    if moves {
        match subject.savings.share {
            Some(share) if share > 0.0 => {
                said.push(say(Key::ShareOfReference, vec![Figure::Share(share, path("savings.share"))]))
            }
            Some(share) if share < 0.0 => {
                said.push(say(Key::DearerShare, vec![Figure::Share(share, path("savings.share"))]))
            }
            _ => {}
        }
        match subject.savings.payback {
            Some(Payback::Month(month)) => {
                said.push(say(Key::PaysBack, vec![Figure::Month(month, path("savings.payback"))]))
            }
            Some(Payback::Immediate) if subject.savings.present > 0.0 => {
                said.push(say(Key::PaysAtOnce, Vec::new()))
            }
            Some(Payback::NotWithinHorizon) => {
                said.push(say(Key::NeverPaysBack, vec![Figure::Months(answer.months)]))
            }
            _ => {}
        }
        let (budget, steps) = (subject.budget.present, best.budget.present);
        let ours = Figure::Money(budget, path("budget.present"));
        // Right-sizing is named apart, so that it is not credited to outsourcing.
        if budget > 0.0 && steps > 0.005 * as_is.measures.present.abs() {
            let sized = Figure::Money(steps, "options.best_in_house.budget.present".to_owned());
            said.push(say(Key::StepsFromToday, vec![ours, sized]));
        } else if budget > 0.0 {
            said.push(say(Key::AgainstToday, vec![ours]));
        } else if budget < 0.0 {
            said.push(say(Key::DearerThanToday, vec![ours]));
        }
    }
    match answer.cheapest_by_cash() {
        None => said.push(say(Key::CashNoWinner, Vec::new())),
        Some(cash) if cash.kind() != answer.cheapest().kind() && moves => {
            said.push(say(Key::CashOther, vec![Figure::Option(cash.kind(), String::new())]));
        }
        Some(_) => {}
    }
    said
}

/// A difference in flexibility smaller than this share of the work is not worth a sentence.
const TELLING: f64 = 0.03;

/// What flexibility does at the peak: where an option with a vendor does more of the busiest month's work in time than the best in-house.
fn absorbs(answer: &Answer, first: Month, option: &Compared, name: Option<Figure>) -> Option<Sentence> {
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

/// Where a vendor's flexibility saves paying for hours that nobody needs.
fn idles_less(best: &Compared, option: &Compared) -> Option<Sentence> {
    let share = |of: &Compared| {
        Figure::Share(of.measures.idle_share, format!("options.{}.idle_share", of.kind().key()))
    };
    let less = best.measures.idle_share - option.measures.idle_share;
    (less > TELLING).then(|| say(Key::IdlesLess, vec![share(best), share(option)]))
}

/// Why the work stays: what the cheapest alternative costs beyond the in-house option, and whether its running or its move is dear.
fn why_not(answer: &Answer, rival: &Compared, name: Figure) -> Vec<Sentence> {
    let path = |what: &str| format!("options.{}.savings.{what}", rival.kind().key());
    let mut said = Vec::new();
    if let Some(share) = rival.savings.share {
        said.push(say(Key::DearerShare, vec![Figure::Share(share, path("share"))]));
    }
    let run_rate = rival.savings.run_rate;
    let yearly = Figure::Money(run_rate, path("run_rate"));
    if run_rate < 0.0 {
        said.push(say(Key::DearerToRun, vec![name, yearly]));
    } else if run_rate > 0.0 {
        said.push(say(Key::CheaperTooLate, vec![name, yearly, Figure::Months(answer.months)]));
    }
    said
}

/// A team smaller than this can lose everyone at once.
const SMALL: f64 = 3.0;

/// Chance that everyone of today's team leaves within a year, each for themselves: (1 − (1 − a)¹²)^people, a the share that leaves in a month.
fn all_leave(service: &Service<f64>) -> f64 {
    let leaves = 1.0 - libm::pow(1.0 - monthly_attrition(&service.team), 12.0);
    libm::pow(leaves, libm::ceil(service.team.people))
}

fn warnings(scenario: &Scenario<f64>, answer: &Answer) -> Vec<Sentence> {
    let mut said = Vec::new();
    for option in &answer.options {
        if let Kind::Outsourced(vendor) = option.kind() {
            let name = Figure::Name(scenario.vendors[vendor].name.clone());
            if option.rank.is_none() {
                said.push(say(Key::DoesNotSwitch, vec![name.clone(), Figure::Months(answer.months)]));
            }
            for (service, part) in scenario.services.iter().zip(&option.outcome.parts) {
                if part.vendor.is_none() {
                    said.push(say(Key::NoOffer, vec![name.clone(), Figure::Name(service.name.clone())]));
                }
            }
        }
    }
    for service in &scenario.services {
        let people = service.team.people;
        let chance = all_leave(service);
        if people > 0.0 && people < SMALL && chance >= TELLING {
            let name = Figure::Name(service.name.clone());
            said.push(say(Key::SmallTeam, vec![name, Figure::People(people), Figure::Chance(chance)]));
        }
        let (price, marginal) =
            (crate::engine::inhouse::undone_hour(service), crate::engine::inhouse::loaded_hour(service));
        if price < marginal {
            let name = Figure::Name(service.name.clone());
            said.push(say(
                Key::UndoneTooCheap,
                vec![Figure::MoneyPerHour(price), Figure::MoneyPerHour(marginal), name],
            ));
        }
    }
    said
}
