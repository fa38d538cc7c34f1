//! The decision, as keys with typed figures.

use super::compare::{Answer, Compared};
use super::flexibility::{absorbs, done, idles_less};
use super::outcome::Kind;
use super::sentence::{Figure, Key, Sentence, say};
use super::warnings::warnings;
use crate::engine::plan::Core;
use crate::finance::Payback;
use crate::scenario::Scenario;

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
    // A split that keeps everybody is the team itself, and no rival of it.
    let sends = |option: &Compared| {
        option.outcome.parts.iter().any(|part| part.delivered.iter().any(|hours| *hours > 0.0))
    };
    let rival = answer.ranked().into_iter().find(|option| {
        let own = matches!(option.kind(), Kind::AsIs | Kind::BestInHouse);
        option.kind() != winner.kind() && !own && sends(option)
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
            } else if answer.options.iter().any(|option| answer.disqualified(option.kind())) {
                (VerdictKind::KeepInHouse, say(Key::KeepUnqualified, Vec::new()))
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
    verdict.sentences = sentences(scenario, answer, subject, as_is, best);
    if kind == VerdictKind::KeepInHouse
        && let Some(rival) = rival
    {
        verdict.sentences.splice(0..0, why_not(answer, rival, named(rival)));
        verdict.sentences.extend(absorbs(answer, scenario.first_month, rival, Some(named(rival))));
    } else if !matches!(subject.kind(), Kind::AsIs | Kind::BestInHouse) {
        verdict.sentences.extend(absorbs(answer, scenario.first_month, subject, None));
        verdict.sentences.extend(done(answer, subject));
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

fn sentences(
    scenario: &Scenario<f64>,
    answer: &Answer,
    subject: &Compared,
    as_is: &Compared,
    best: &Compared,
) -> Vec<Sentence> {
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
            let name = option_name(scenario, cash.kind());
            said.push(say(Key::CashOther, vec![Figure::Option(cash.kind(), name)]));
        }
        Some(_) => {}
    }
    said
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
