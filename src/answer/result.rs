//! The result file: every figure of the answer under the path that the page names it by.

use serde_json::{Map, Value, json};

use super::compare::{Answer, Compared};
use super::measures::Savings;
use super::sentence::{Figure, Sentence};
use super::{HiddenCost, Turn, answers, core_curves, hidden, main_inputs, nearest, responses, turn, what_if};
use crate::engine::demand::{is_live, stated_base, work};
use crate::engine::desk::agents;
use crate::engine::ledger::{Category, CostGroup};
use crate::finance::{BreakEven, InternalRate, Payback, Zero, present_value};
use crate::scenario::{Input, Line, MODEL, Origin, SCHEMA, Service, Staffing, inputs, plan_values};

/// The result of a checked document, with the break-even of its main inputs.
#[must_use]
pub fn result(document: &Value, answer: &Answer) -> Value {
    let scenario = plan_values(document);
    let turns: Vec<Turn> = answer
        .contender()
        .map(|kind| {
            let paths = main_inputs(&scenario, answer, kind);
            paths.iter().filter_map(|path| turn(document, kind, path)).collect()
        })
        .unwrap_or_default();
    let turning = nearest(&turns).map(|nearest| {
        json!({
            "input": turns[nearest.turn].input.path,
            "now": nearest.now,
            "at": nearest.value,
            "result": nearest.path(),
        })
    });
    let turns: Vec<Value> = turns
        .iter()
        .map(|turn| json!({ "input": turn.input.path, "value": turn.input.value, "break_even": break_even(&turn.result) }))
        .collect();
    let contender = answer.contender();
    let found = answers(&scenario, contender.unwrap_or(super::Kind::BestInHouse));
    let cases: Vec<Value> = contender.map_or_else(Vec::new, |kind| {
        what_if(&found, kind)
            .iter()
            .map(|found| json!({ "case": found.case.name(), "value": found.case.value(), "as_is": found.as_is, "best_in_house": found.best_in_house, "option": found.option, "saved": found.saved, "switches": found.switches }))
            .collect()
    });
    let responses: Vec<Value> = responses(&found, answer)
        .iter()
        .map(|found| {
            let by_option = |of: &dyn Fn(usize) -> Option<f64>| -> Map<String, Value> {
                let options = answer.options.iter().enumerate();
                options.map(|(index, option)| (option.kind().key(), json!(of(index)))).collect()
            };
            json!({
                "case": found.case.name(),
                "value": found.case.value(),
                "present": by_option(&|index| found.present[index]),
                "extra": by_option(&|index| found.extra(answer, index)),
                "elasticity": by_option(&|index| found.elasticity(answer, index)),
            })
        })
        .collect();
    let cores: Vec<Value> = (0..scenario.vendors.len())
        .flat_map(|vendor| core_curves(&scenario, answer, vendor))
        .map(|curve| json!({ "vendor": curve.vendor, "service": curve.service, "step": curve.step, "saved": curve.saved, "best": curve.people(), "needed": curve.needed, "rule": curve.rule.map(|rule| vec![rule.share(); curve.needed.len()]), "monthly": curve.monthly }))
        .collect();
    let options: Map<String, Value> =
        answer.options.iter().map(|compared| (compared.kind().key(), option(answer, compared))).collect();
    let verdict = &answer.verdict;
    let mut file = json!({
        "schema": SCHEMA,
        "model": MODEL,
        "name": scenario.name,
        "currency": scenario.currency(),
        "months": answer.months,
        "verdict": {
            "kind": verdict.kind.name(),
            "option": verdict.option.map(super::Kind::key),
            "headline": verdict.headline.as_ref().map(sentence),
            "sentences": verdict.sentences.iter().map(sentence).collect::<Vec<_>>(),
            "warnings": verdict.warnings.iter().map(sentence).collect::<Vec<_>>(),
            "turns": turning,
        },
        "cheapest_by_cash": answer.cheapest_by_cash().map(|option| option.kind().key()),
        "options": options,
        "hidden": (0..scenario.vendors.len()).map(|vendor| hidden(&scenario, answer, vendor).as_ref().map(hidden_costs)).collect::<Vec<_>>(),
        "break_even": turns,
        "what_if": cases,
        "services": scenario.services.iter().zip(&answer.options[0].outcome.parts).map(|(service, part)| {
            let stored = stored(service, &part.demand);
            json!({ "agents": desk_agents(service), "held": stored.is_some().then_some(&part.demand), "stored": stored })
        }).collect::<Vec<_>>(),
        "responses": responses,
        "cores": cores,
        "demand": scenario.services.iter().map(|service| work(service, scenario.first_month, answer.months).demand).collect::<Vec<_>>(),
        "assumptions": inputs(document).iter().map(assumption).collect::<Vec<_>>(),
    });
    if let Value::Object(file) = &mut file {
        file.extend(super::vendors::result(&scenario, answer));
    }
    file
}

fn hidden_costs(hidden: &super::Hidden) -> Value {
    let costs = HiddenCost::ALL.iter().map(|cost| (cost.name().to_owned(), json!(hidden.of(*cost))));
    let sums = [("fees", hidden.fees), ("total", hidden.total())];
    costs.chain(sums.map(|(name, value)| (name.to_owned(), json!(value)))).collect::<Map<_, _>>().into()
}

/// Agents at a live desk by hour of the week in month 1; None where contacts are not live.
#[must_use]
pub fn desk_agents(service: &Service<f64>) -> Option<Vec<f64>> {
    let live = is_live(service).then(|| agents(&service.support, stated_base(service))).flatten()?;
    Some(live.iter().map(|agents| f64::from(*agents)).collect())
}

/// Terabytes stored with every copy, of those held by month; None of other lines of work.
#[must_use]
pub fn stored(service: &Service<f64>, held: &[f64]) -> Option<Vec<f64>> {
    let data = service.line == Line::DataManagement;
    data.then(|| held.iter().map(|held| held * service.data.copies).collect())
}

fn option(answer: &Answer, compared: &Compared) -> Value {
    let measures = &compared.measures;
    let (mut categories, mut ledger) = (Map::new(), Map::new());
    for category in Category::ALL {
        let monthly = compared.outcome.monthly(answer.months, |account| account.category == *category);
        if monthly.iter().any(|amount| amount.abs() > 0.0) {
            let sums = json!({
                "nominal": monthly.iter().sum::<f64>(),
                "present_value": present_value(&monthly, &answer.factors),
            });
            categories.insert(category.name().to_owned(), sums);
            ledger.insert(category.name().to_owned(), json!(monthly));
        }
    }
    ledger.insert("total".to_owned(), json!(measures.monthly));
    let groups: Map<String, Value> = CostGroup::ALL
        .iter()
        .map(|group| (group.name().to_owned(), json!(group_present(answer, compared, *group))))
        .collect();
    let mut losses: Map<String, Value> = LOSSES
        .iter()
        .map(|category| (category.name().to_owned(), json!(loss_present(answer, compared, *category))))
        .collect();
    losses.insert("total".to_owned(), json!(losses_present(answer, compared)));
    let services: Vec<Value> = compared
        .outcome
        .parts
        .iter()
        .map(|part| json!({ "present_value": part.present, "staffing": part.staffing().map(Staffing::name), "people": part.people, "need_hours": part.need, "capacity_hours": part.capacity, "vendor_hours": part.delivered, "overtime_hours": part.hours.overtime, "contractor_hours": part.hours.contractor, "waiting_hours": part.hours.waiting, "undone_hours": part.hours.undone, "idle_hours": part.hours.idle, "switch": part.switch, "list_hour": part.list_hour, "finish": part.hours.finish, "left": part.hours.left }))
        .collect();
    json!({
        "rank": compared.rank,
        "present_value": measures.present,
        "present_cash": measures.present_cash,
        "present_consequences": measures.present_consequences,
        "present_one_off": measures.present_one_off,
        "nominal": measures.nominal,
        "equivalent_annual": measures.equivalent_annual,
        "cost_per_hour": measures.per_hour,
        "cost_per_unit": measures.per_unit,
        "delivered_share": measures.delivered_share,
        "idle_share": measures.idle_share,
        "scale": {
            "service_level": compared.scale.service_level,
            "peak": compared.scale.peak,
            "late_share": compared.scale.late_share,
            "strained_share": compared.scale.strained_share,
            // A vendor that cannot grow never gets there.
            "months_to": compared.scale.months_to.map(|months| months.is_finite().then_some(months)),
        },
        "people": people(compared),
        "savings": savings(&compared.savings, answer.discount_rate),
        "budget": savings(&compared.budget, answer.discount_rate),
        "categories": categories,
        "groups": groups,
        "losses": losses,
        "ledger": ledger,
        "services": services,
    })
}

/// People employed in all services of an option, months 0..=H.
#[must_use]
pub fn people(compared: &Compared) -> Vec<f64> {
    let parts = &compared.outcome.parts;
    (0..compared.measures.monthly.len())
        .map(|month| parts.iter().map(|part| part.people[month]).sum())
        .collect()
}

/// What service levels and safeguards guard against, and what guarding costs in-house.
pub const LOSSES: [Category; 5] =
    [Category::Downtime, Category::DataLoss, Category::Defects, Category::Breach, Category::Controls];

/// The present value of one of [`LOSSES`].
#[must_use]
pub fn loss_present(answer: &Answer, compared: &Compared, category: Category) -> f64 {
    let monthly = compared.outcome.monthly(answer.months, |account| account.category == category);
    present_value(&monthly, &answer.factors).unwrap_or(0.0)
}

/// The present value of all [`LOSSES`].
#[must_use]
pub fn losses_present(answer: &Answer, compared: &Compared) -> f64 {
    LOSSES.iter().map(|category| loss_present(answer, compared, *category)).sum()
}

/// Present value of one group of categories.
#[must_use]
pub fn group_present(answer: &Answer, compared: &Compared, group: CostGroup) -> f64 {
    let monthly = compared.outcome.monthly(answer.months, |account| account.category.group() == group);
    present_value(&monthly, &answer.factors).unwrap_or(0.0)
}

fn savings(savings: &Savings, discount_rate: f64) -> Value {
    let rates = savings.rates(discount_rate);
    let internal = match &rates.internal {
        InternalRate::One(rate) => json!(rate),
        _ => Value::Null,
    };
    let several = match &rates.internal {
        InternalRate::Several(roots) => json!(roots),
        _ => json!([]),
    };
    json!({
        "nominal": savings.nominal,
        "present": savings.present,
        "share": savings.share,
        "run_rate": savings.run_rate,
        "amortised": savings.amortised,
        "payback": savings.payback.and_then(Payback::months),
        "discounted_payback": savings.discounted_payback.and_then(Payback::months),
        "return_on_investment": savings.return_on_investment,
        "internal_rate": internal,
        "internal_rate_roots": several,
        "modified_internal_rate": rates.modified,
        "cumulative": savings.cumulative,
    })
}

fn break_even(found: &BreakEven) -> Value {
    match found {
        BreakEven::At(zeros) => zeros
            .iter()
            .map(|zero| match zero {
                Zero::Value(value) => json!(value),
                Zero::Interval { from, to } => json!({ "from": from, "to": to }),
            })
            .collect(),
        BreakEven::NoneWithinBounds => json!("none_within_bounds"),
        BreakEven::Indifferent => json!("indifferent"),
    }
}

fn sentence(sentence: &Sentence) -> Value {
    let figures: Vec<Value> = sentence
        .figures
        .iter()
        .map(|figure| match figure {
            Figure::Money(value, path) => json!({ "money": value, "result": path }),
            Figure::Share(value, path) => json!({ "share": value, "result": path }),
            Figure::Month(value, path) => json!({ "month": value, "result": path }),
            Figure::Chance(chance) => json!({ "chance": chance }),
            Figure::Calendar(month) => json!({ "calendar_month": month.to_string() }),
            Figure::Months(months) => json!({ "months": months }),
            Figure::People(people) => json!({ "people": people }),
            Figure::MoneyPerHour(value) => json!({ "money_per_hour": value }),
            Figure::Count(count) => json!({ "count": count }),
            Figure::Field(path) => json!({ "field": path }),
            Figure::Name(name) => json!({ "name": name }),
            Figure::Option(kind, name) => json!({ "option": kind.key(), "name": name }),
        })
        .collect();
    json!({ "key": sentence.key.name(), "figures": figures })
}

fn assumption(input: &Input) -> Value {
    let (origin, source, grade) = match &input.origin {
        Origin::Default => ("default", input.field.note().source, input.row.grade.mark()),
        Origin::Template { source, grade } => ("template", source.as_str(), grade.as_str()),
        Origin::User => ("user", "", ""),
        Origin::Absent => ("absent", "", ""),
    };
    json!({ "path": input.path, "value": input.value, "origin": origin, "source": source, "grade": grade })
}
