//! The comparison: every option with its measures, ranked on the same delivered work.

use std::rc::Rc;

use super::measures::{Measures, Savings, measures, savings};
use super::options::{Held, Options};
use super::outcome::{Kind, Outcome, Part};
use super::scale::{Scale, scale};
use super::vendors::{Failure, failures};
use super::verdict::{Verdict, verdict};
use crate::engine::plan::Course;
use crate::engine::staffing::Policy;
use crate::finance::{Timing, discount_factors};
use crate::scenario::Scenario;

/// An option with what it costs and saves.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What it books.
    pub outcome: Outcome,
    /// What it costs and delivers.
    pub measures: Measures,
    /// How it bears change.
    pub scale: Scale,
    /// What it saves against the best in-house option.
    pub savings: Savings,
    /// What it saves against today: the effect on the budget.
    pub budget: Savings,
    /// Its rank by present value, 1 the cheapest; None when it does not switch within the horizon, or its vendor lacks what is required.
    pub rank: Option<usize>,
}

impl Compared {
    /// What kind of option it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.outcome.kind
    }
}

/// The whole answer to a scenario.
#[derive(Clone, Debug)]
pub struct Answer {
    /// The horizon.
    pub months: usize,
    /// The discount rate, nominal, a year.
    pub discount_rate: f64,
    /// Discount factors of months 0..=H.
    pub factors: Vec<f64>,
    /// The options: as-is, best in-house, then vendor by vendor, then the best mix.
    pub options: Vec<Compared>,
    /// What each vendor lacks of what is required.
    pub failures: Vec<Vec<Failure>>,
    /// The decision in words' keys.
    pub verdict: Verdict,
}

impl Answer {
    /// The option of a kind, if the scenario has it.
    #[must_use]
    pub fn option(&self, kind: Kind) -> Option<&Compared> {
        self.options.iter().find(|option| option.kind() == kind)
    }

    /// The option of a key such as `outsourced_0`.
    #[must_use]
    pub fn by_key(&self, key: &str) -> Option<&Compared> {
        self.options.iter().find(|option| option.kind().key() == key)
    }

    /// Whether an option gives work to a vendor that lacks what is required.
    #[must_use]
    pub fn disqualified(&self, kind: Kind) -> bool {
        kind.vendor().is_some_and(|vendor| !self.failures[vendor].is_empty())
    }

    /// Ranked options, cheapest first.
    #[must_use]
    pub fn ranked(&self) -> Vec<&Compared> {
        let mut ranked: Vec<&Compared> = self.options.iter().filter(|option| option.rank.is_some()).collect();
        crate::order::sort_by(&mut ranked, |a, b| a.rank > b.rank);
        ranked
    }

    /// The cheapest option that may be ranked.
    #[must_use]
    pub fn cheapest(&self) -> &Compared {
        self.options.iter().find(|option| option.rank == Some(1)).unwrap_or(&self.options[1])
    }

    /// Whether today's team is already the best in-house: the two are one row and one card.
    #[must_use]
    pub fn as_is_is_best(&self) -> bool {
        self.options[1].budget.present.abs() <= 0.0
    }

    /// The option whose break-even is asked for: what the verdict speaks of, else the cheapest with a vendor.
    #[must_use]
    pub fn contender(&self) -> Option<Kind> {
        let moves = |kind: &Kind| !matches!(kind, Kind::AsIs | Kind::BestInHouse);
        let spoken = self.verdict.option.filter(moves);
        spoken.or_else(|| self.ranked().iter().map(|option| option.kind()).find(moves))
    }

    /// The cheapest option by cash alone; None when delivered shares differ by more than 1 %, as cash then rewards doing less.
    #[must_use]
    pub fn cheapest_by_cash(&self) -> Option<&Compared> {
        let ranked = self.ranked();
        let shares = ranked.iter().map(|option| option.measures.delivered_share);
        let (least, most) =
            shares.fold((f64::MAX, f64::MIN), |(low, high), share| (low.min(share), high.max(share)));
        if most - least > 0.01 {
            return None;
        }
        ranked.into_iter().min_by(|a, b| a.measures.present_cash.total_cmp(&b.measures.present_cash))
    }
}

/// Answers a scenario.
#[must_use]
pub fn answer(scenario: &Scenario<f64>) -> Answer {
    let factors = factors(scenario);
    let rate = scenario.money.discount_rate;
    let failures = failures(scenario);
    let outcomes = Options::new(scenario, &factors).all(&failures);
    let compared: Vec<(Measures, Savings, Savings)> = outcomes
        .iter()
        .map(|option| {
            let against = |reference: &Outcome| savings(reference, option, &factors);
            (measures(option, &factors, rate), against(&outcomes[1]), against(&outcomes[0]))
        })
        .collect();
    let mut options: Vec<Compared> = outcomes
        .into_iter()
        .zip(compared)
        .map(|(outcome, (measures, savings, budget))| Compared {
            scale: scale(scenario, &outcome),
            outcome,
            measures,
            savings,
            budget,
            rank: None,
        })
        .collect();
    rank(&mut options, &failures);
    let mut answer = Answer {
        months: factors.len() - 1,
        discount_rate: rate,
        factors,
        options,
        failures,
        verdict: Verdict::default(),
    };
    answer.verdict = verdict(scenario, &answer);
    answer
}

/// An option as it is planned.
#[derive(Clone, Debug)]
pub struct Planned {
    /// What kind of option it is.
    pub kind: Kind,
    /// Its courses, service by service.
    pub courses: Vec<Course>,
    /// Whether it moves within the horizon with a vendor that has what is required, so that it may be ranked.
    pub ranked: bool,
}

/// The options of a scenario with their courses, the two references first.
#[must_use]
pub fn planned(scenario: &Scenario<f64>) -> Vec<Planned> {
    let (factors, failures) = (factors(scenario), failures(scenario));
    let planned = |option: Outcome| Planned {
        kind: option.kind,
        ranked: may_be_ranked(&option, &failures),
        courses: option.parts.into_iter().map(|part| part.course.clone()).collect(),
    };
    Options::new(scenario, &factors).all(&failures).into_iter().map(planned).collect()
}

/// Discount factors of months 0..=H; month-end flows.
pub(super) fn factors(scenario: &Scenario<f64>) -> Vec<f64> {
    let months = scenario.horizon as usize;
    // The table's bounds keep the rate where factors exist.
    discount_factors(scenario.money.discount_rate, months, Timing::MonthEnd)
        .unwrap_or_else(|| vec![1.0; months + 1])
}

/// What a break-even of an option holds fast.
pub(super) fn held(scenario: &Scenario<f64>, kind: Kind) -> Option<Held> {
    let factors = factors(scenario);
    let options = Options::new(scenario, &factors).all(&failures(scenario));
    let option = options.iter().find(|option| option.kind == kind)?;
    Some(Held {
        courses: option.parts.iter().map(|part| part.course.clone()).collect(),
        planned: options[1].parts.iter().map(|part| part.course.policy == Policy::Planned).collect(),
    })
}

/// The present savings of an option against the best in-house option, its courses as given: for break-even. The reference's services are
/// taken as they are handed over, or left there.
pub(super) fn present_savings(
    scenario: &Scenario<f64>,
    kind: Kind,
    held: &Held,
    reference: &mut Option<Vec<Rc<Part>>>,
) -> f64 {
    let factors = factors(scenario);
    let (reference, option) = Options::new(scenario, &factors).pair(kind, held, reference);
    super::measures::present_difference(&reference, &option, &factors)
}

fn may_be_ranked(option: &Outcome, failures: &[Vec<Failure>]) -> bool {
    option.switches() && option.kind.vendor().is_none_or(|vendor| failures[vendor].is_empty())
}

fn rank(options: &mut [Compared], failures: &[Vec<Failure>]) {
    let mut order: Vec<usize> =
        (0..options.len()).filter(|index| may_be_ranked(&options[*index].outcome, failures)).collect();
    // On equal cost the earlier option wins: what needs no move.
    crate::order::sort_by(&mut order, |a, b| options[*a].measures.present > options[*b].measures.present);
    for (rank, index) in order.into_iter().enumerate() {
        options[index].rank = Some(rank + 1);
    }
}
