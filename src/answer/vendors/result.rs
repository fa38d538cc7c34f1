//! The vendors' part of the result file.

use serde_json::{Map, Value, json};

use super::super::compare::Answer;
use super::super::sentence::Figure;
use super::{
    Expertise, Failure, Plan, QualityLine, Reason, SecurityLine, Standing, Standings, common_hours,
    excludes_most, expertise, findings, governance, quality, security, standings,
};
use crate::ranking::Span;
use crate::scenario::Scenario;

/// What the result file holds under `vendors`, `expertise`, `quality` and `security`.
#[must_use]
pub fn result(scenario: &Scenario<f64>, answer: &Answer) -> Map<String, Value> {
    let standings = standings(scenario, answer);
    let said = findings(scenario, &standings, &answer.failures);
    let names: Vec<String> = standings.criteria.iter().map(|counted| counted.criterion.name()).collect();
    let vendors = json!({
        "criteria": standings.criteria.iter().map(|counted| {
            json!({ "criterion": counted.criterion.name(), "weight": counted.weight, "place": counted.place })
        }).collect::<Vec<_>>(),
        "ordered": standings.ordered,
        "reference_cost": standings.reference_cost,
        "standings": standings.vendors.iter().zip(&answer.failures).enumerate().map(|(index, (one, failures))| {
            standing(scenario, &standings, (index, one, failures), &names)
        }).collect::<Vec<_>>(),
        "spans": spans(&names, &standings.spans),
        "share_error": standings.error,
        "excludes_most": excludes_most(&answer.failures).map(|(requirement, count)| {
            json!({ "requirement": requirement.name(), "count": count })
        }),
        "findings": said.iter().map(|one| {
            json!({ "key": one.key.name(), "figures": one.figures.iter().map(figure).collect::<Vec<_>>() })
        }).collect::<Vec<_>>(),
        "hours": (0..scenario.vendors.len()).map(|vendor| common_hours(scenario, vendor).map(|hours| {
            json!({
                "months": hours.months.iter().map(|(_, hours)| *hours).collect::<Vec<_>>(),
                "worst": hours.worst,
            })
        })).collect::<Vec<_>>(),
        "governance": governance(scenario).iter().map(plan).collect::<Vec<_>>(),
        // A ceiling by service; never an expectation, and in no sum.
        "fine_ceilings": scenario.services.iter().map(|service| service.risk.fine_ceiling).collect::<Vec<_>>(),
    });
    let mut all = Map::new();
    all.insert("vendors".to_owned(), vendors);
    let expertise: Vec<Value> = expertise(scenario, answer).iter().map(|one| skills(scenario, one)).collect();
    all.insert("expertise".to_owned(), Value::Array(expertise));
    all.insert("quality".to_owned(), quality(scenario, answer).iter().map(quality_line).collect());
    all.insert("security".to_owned(), security(scenario, answer).iter().map(security_line).collect());
    all
}

fn standing(
    scenario: &Scenario<f64>,
    standings: &Standings,
    (index, one, failures): (usize, &Standing, &[Failure]),
    names: &[String],
) -> Value {
    let scores: Map<String, Value> =
        names.iter().cloned().zip(one.scores.iter().map(|score| json!(score))).collect();
    let missing =
        |(counted, score): (&super::Counted, &Option<f64>)| score.is_none().then(|| counted.criterion.name());
    json!({
        "vendor": scenario.vendors[index].id,
        "name": scenario.vendors[index].name,
        "status": one.status.name(),
        "failures": failures.iter().map(failure).collect::<Vec<_>>(),
        "scores": scores,
        "gaps": standings.criteria.iter().zip(&one.scores).filter_map(missing).collect::<Vec<_>>(),
        "cost": one.cost.map(|cost| json!({ "option": cost.option.key(), "present_value": cost.present, "ratio": cost.ratio, "score": cost.score })),
        "value": one.value,
        "beside_cost": one.beside_cost,
        "rank": one.rank,
        "of_all": one.of_all,
        "of_kept": one.of_kept,
        "spans": spans(names, &one.spans),
        "in_proportion": spans(names, &one.in_proportion),
        "efficient": one.efficient,
    })
}

fn spans(names: &[String], spans: &[Option<Span>]) -> Value {
    let one = |span: &Option<Span>| json!(span.map(|span| json!({ "least": span.least, "most": span.most })));
    Value::Object(names.iter().cloned().zip(spans.iter().map(one)).collect())
}

fn failure(failure: &Failure) -> Value {
    let (reason, figures) = match &failure.reason {
        Reason::NotStated => ("not_stated", json!([])),
        Reason::Lacks(wanted) => ("lacks", json!([wanted])),
        Reason::TooLittle(has, least) => ("too_little", json!([has, least])),
        Reason::TooLate(month, latest) => ("too_late", json!([month, latest])),
    };
    json!({ "requirement": failure.requirement.name(), "reason": reason, "figures": figures })
}

fn figure(figure: &Figure) -> Value {
    match figure {
        Figure::Share(value, path) => json!({ "share": value, "result": path }),
        Figure::Count(count) => json!({ "count": count }),
        Figure::Field(path) => json!({ "field": path }),
        Figure::Name(name) => json!({ "name": name }),
        // No finding has another.
        _ => Value::Null,
    }
}

fn plan(plan: &Plan) -> Value {
    let tasks: Vec<Value> = plan
        .tasks
        .iter()
        .map(|task| json!({ "duty": task.duty.name(), "name": task.name, "owner": task.owner, "times": task.times, "yearly": task.yearly }))
        .collect();
    json!({ "service": plan.service, "offer": plan.offer, "vendor": plan.vendor, "yearly": plan.yearly(), "without_owner": plan.without_owner(), "tasks": tasks })
}

fn skills(scenario: &Scenario<f64>, one: &Expertise) -> Value {
    let names: Vec<&str> =
        scenario.services[one.service].skills.iter().map(|skill| skill.name.as_str()).collect();
    let ways: Map<String, Value> = one
        .ways
        .iter()
        .map(|way| {
            let value = json!({
                "missing": way.missing,
                "by_skill": way.by_skill,
                "known": way.known,
                "skill_months": way.skill_months,
                "complete": way.complete,
                "cost": way.cost,
                "productivity": way.productivity,
                "finish": way.finish,
                "finish_with_all": way.finish_with_all,
                "present_value": way.present,
                "present_value_with_all": way.present_with_all,
                "effect": way.effect,
            });
            (way.source.name(), value)
        })
        .collect();
    json!({ "service": one.service, "skills": names, "needed": one.needed, "ways": ways })
}

fn quality_line(line: &QualityLine) -> Value {
    json!({ "service": line.service, "vendor": line.vendor, "rework": line.rework, "inspection": line.inspection, "defects": line.defects, "inspection_cost": line.inspection_cost, "defect_cost": line.defect_cost, "point": line.point, "present_value": line.present, "present_value_with_point": line.with_point() })
}

fn security_line(line: &SecurityLine) -> Value {
    json!({ "service": line.service, "vendor": line.vendor, "frequency": line.frequency, "impact": line.impact, "yearly": line.yearly(), "controls": line.controls, "recovery_point": line.recovery_point, "recovery_time": line.recovery_time, "breach": line.breach, "lost": line.lost })
}
