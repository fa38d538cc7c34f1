//! What the reader should know before trusting a verdict.

use super::compare::Answer;
use super::flexibility::TELLING;
use super::outcome::Kind;
use super::sentence::{Figure, Key, Sentence, say};
use super::vendors::excludes_most;
use crate::engine::rates::monthly_attrition;
use crate::scenario::{Scenario, Service};

/// A team smaller than this can lose everyone at once.
const SMALL: f64 = 3.0;

/// Chance that everyone of today's team leaves within a year, each for themselves: (1 − (1 − a)¹²)^people, a the share that leaves in a month.
fn all_leave(service: &Service<f64>) -> f64 {
    let leaves = 1.0 - libm::pow(1.0 - monthly_attrition(&service.team), 12.0);
    libm::pow(leaves, libm::ceil(service.team.people))
}

pub(super) fn warnings(scenario: &Scenario<f64>, answer: &Answer) -> Vec<Sentence> {
    let mut said = Vec::new();
    for option in &answer.options {
        if let Kind::Outsourced(vendor) = option.kind() {
            let name = Figure::Name(scenario.vendors[vendor].name.clone());
            if let Some(failure) = answer.failures[vendor].first() {
                let lacks = Figure::Field(failure.requirement.path());
                said.push(say(Key::Disqualified, vec![name.clone(), lacks]));
            }
            if !option.outcome.switches() {
                said.push(say(Key::DoesNotSwitch, vec![name.clone(), Figure::Months(answer.months)]));
            }
            for (service, part) in scenario.services.iter().zip(&option.outcome.parts) {
                if part.vendor.is_none() {
                    said.push(say(Key::NoOffer, vec![name.clone(), Figure::Name(service.name.clone())]));
                }
            }
        }
    }
    let (failing, judged) = (&answer.failures, scenario.vendors.iter().filter(|vendor| !vendor.off).count());
    let out = failing.iter().filter(|of| !of.is_empty()).count();
    if let Some((most, count)) = excludes_most(failing).filter(|_| out > 1 && out == judged) {
        let figures = vec![Figure::Field(most.path()), Figure::Count(count), Figure::Count(judged)];
        said.push(say(Key::NoneQualifies, figures));
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
