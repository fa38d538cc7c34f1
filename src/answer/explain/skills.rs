//! Expertise: what is missing, and what each way of closing the gap costs and does, skill by skill.

use super::beside::worked_out;
use super::{Addend, Explanation, Formula, Label, Token};
use crate::answer::compare::Answer;
use crate::answer::vendors::{WayToSkills, expertise};
use crate::scenario::Scenario;

/// Months told around the one in which nothing is missing any more.
const NEAR: usize = 2;

/// `expertise.i.needed.SKILL.t` and `expertise.i.ways.WAY.…`.
pub(super) fn explain(
    scenario: &Scenario<f64>,
    answer: &Answer,
    path: &str,
    steps: &[&str],
) -> Option<Explanation> {
    let (index, rest) = steps.split_first()?;
    let found = expertise(scenario, answer).into_iter().nth(index.parse().ok()?)?;
    let names: Vec<String> =
        scenario.services[found.service].skills.iter().map(|skill| skill.name.clone()).collect();
    match rest {
        ["needed", skill, month] => {
            let needed = found.needed.get(skill.parse::<usize>().ok()?)?;
            Some(worked_out(path, *needed.get(month.parse::<usize>().ok()?)?))
        }
        ["ways", name, what @ ..] => {
            let way = found.ways.iter().find(|way| way.source.name() == *name)?;
            of_way(way, &names, (path, &format!("expertise.{index}.ways.{name}")), what)
        }
        _ => None,
    }
}

fn of_way(
    way: &WayToSkills,
    names: &[String],
    (path, at): (&str, &str),
    what: &[&str],
) -> Option<Explanation> {
    let by_skill = |value: f64, values: Vec<f64>| {
        let addends = names.iter().zip(values).filter(|(_, value)| value.abs() > 0.0);
        let addend =
            |(name, value): (&String, f64)| Addend { label: Label::Name(name.clone()), value, path: None };
        Some(Explanation { value, sum: addends.map(addend).collect(), ..Explanation::default() })
    };
    let formula = |value: f64, tokens: Vec<Token>| {
        let formulas = vec![Formula { label: Label::Figure(path.to_owned()), value, tokens }];
        Some(Explanation { value, formulas, ..Explanation::default() })
    };
    let month = |month: usize| Addend {
        label: Label::Month(month),
        value: way.missing[month],
        path: Some(format!("{at}.missing.{month}")),
    };
    match what {
        ["missing", month] => {
            let month: usize = month.parse().ok()?;
            let value = *way.missing.get(month)?;
            by_skill(value, way.missing_by_skill.iter().map(|skill| skill[month]).collect())
        }
        ["by_skill", skill] => Some(worked_out(path, *way.by_skill.get(skill.parse::<usize>().ok()?)?)),
        ["skill_months"] => {
            let months = (1..way.missing.len()).filter(|month| way.missing[*month].abs() > 0.0);
            Some(Explanation {
                value: way.skill_months,
                sum: months.map(month).collect(),
                ..Explanation::default()
            })
        }
        ["complete"] => {
            let complete = way.complete?;
            let near = complete.saturating_sub(NEAR).max(1)..=(complete + NEAR).min(way.missing.len() - 1);
            Some(Explanation {
                value: complete as f64,
                sum: near.map(month).collect(),
                ..Explanation::default()
            })
        }
        ["cost"] => by_skill(way.cost, way.closed.iter().map(|(people, each)| people * each).collect()),
        ["productivity", month] => {
            let month: usize = month.parse().ok()?;
            let value = *way.productivity.get(month)?;
            let mut tokens = Vec::new();
            for (name, left) in names.iter().zip(&way.productivity_by_skill) {
                if !tokens.is_empty() {
                    tokens.push(Token::Sign("×"));
                }
                tokens.push(Token::Number(left[month], Label::Name(name.clone())));
            }
            formula(value, tokens)
        }
        ["finish"] => Some(worked_out(path, way.finish?)),
        ["finish_with_all"] => Some(worked_out(path, way.finish_with_all?)),
        ["effect"] => {
            let named = |what: &str| Label::Figure(format!("{at}.{what}"));
            let tokens = vec![
                Token::Number(way.present, named("present_value")),
                Token::Sign("−"),
                Token::Number(way.present_with_all, named("present_value_with_all")),
            ];
            formula(way.effect, tokens)
        }
        ["present_value"] => Some(worked_out(path, way.present)),
        ["present_value_with_all"] => Some(worked_out(path, way.present_with_all)),
        _ => None,
    }
}
