//! What vendors are judged by: the order or the numbers of the weights, and the scores.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::DragEvent;
use yew::prelude::*;

use super::changes::{Changes, appended, list, text};
use super::control::{control, put, settle};
use super::requirements::considered;
use super::scores::Scores;
use super::section::make;
use crate::answer::vendors::{Criterion, Standings};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure};
use crate::report::words::Said as _;
use crate::scenario::document::{field, get};
use crate::scenario::{Choice, Kind, Scenario, Weighting};
use crate::words::{Format, VendorText};

/// What the list is handed.
#[derive(Properties)]
pub struct CriteriaProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// Its answer.
    pub answer: Rc<AnswerOf>,
    /// The scenario of that answer.
    pub scenario: Rc<Scenario<f64>>,
    /// The vendors judged.
    pub standings: Rc<Standings>,
}

impl PartialEq for CriteriaProps {
    /// Scenario and standings follow from the answer.
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan && self.answer == other.answer
    }
}

/// What a criterion is called.
pub(super) fn called(shared: &Shared, scenario: &Scenario<f64>, criterion: Criterion) -> String {
    match criterion {
        Criterion::Own(index) => {
            scenario.preferences.own.get(index).map_or_else(String::new, |own| own.name.clone())
        }
        usual => field(&usual.weight_path()).map_or("", |field| shared.label(field)).to_owned(),
    }
}

/// Criteria in the order of their weights: those that count, then the others.
fn in_order(scenario: &Scenario<f64>, standings: &Standings) -> (Vec<Criterion>, Vec<Criterion>) {
    let mut counted: Vec<(usize, Criterion)> =
        standings.criteria.iter().map(|counted| (counted.place, counted.criterion)).collect();
    crate::order::sort_by(&mut counted, |a, b| a.0 > b.0);
    let counts: Vec<Criterion> = counted.into_iter().map(|(_, criterion)| criterion).collect();
    let rest = Criterion::all(scenario).into_iter().filter(|criterion| !counts.contains(criterion)).collect();
    (counts, rest)
}

/// Weights that say an order: the first the largest.
fn ordered(criteria: &[Criterion]) -> Changes {
    let weight = |place: usize| json!(criteria.len() - place);
    criteria
        .iter()
        .enumerate()
        .map(|(place, criterion)| (criterion.weight_path(), Some(weight(place))))
        .collect()
}

/// A list with one entry moved.
fn moved(criteria: &[Criterion], from: usize, to: usize) -> Vec<Criterion> {
    let mut criteria = criteria.to_vec();
    if from < criteria.len() && to < criteria.len() {
        let one = criteria.remove(from);
        criteria.insert(to, one);
    }
    criteria
}

/// Criteria in another order. Where the numbers count they change hands, the largest to the first; else the first has the largest.
fn reordered(scenario: &Scenario<f64>, before: &[Criterion], after: &[Criterion]) -> Changes {
    let mut numbers: Vec<f64> = before.iter().filter_map(|criterion| criterion.weight(scenario)).collect();
    numbers.sort_by(|a, b| b.total_cmp(a));
    // Numbers of which two are the same would not say the order.
    let distinct = numbers.windows(2).all(|pair| pair[0] > pair[1]);
    if scenario.preferences.weighting == Weighting::Number && numbers.len() == after.len() && distinct {
        let weighed = after.iter().zip(numbers);
        return weighed.map(|(criterion, number)| (criterion.weight_path(), Some(json!(number)))).collect();
    }
    ordered(after)
}

/// A criterion left out, the others as they stand; where none has a weight yet, the others count alike.
fn left_out(scenario: &Scenario<f64>, criteria: &[Criterion], out: Criterion) -> Changes {
    let others = criteria.iter().filter(|criterion| **criterion != out);
    let stated = criteria.iter().any(|criterion| criterion.weight(scenario).is_some());
    let mut changes: Changes = Vec::new();
    if !stated {
        changes.extend(others.map(|criterion| (criterion.weight_path(), Some(json!(1)))));
    }
    changes.push((out.weight_path(), None));
    changes
}

/// A criterion that counts from now on, as the last; alike with the others where they count alike.
fn taken_in(scenario: &Scenario<f64>, criteria: &[Criterion], new: Criterion) -> Changes {
    let weights: Vec<f64> = criteria.iter().filter_map(|criterion| criterion.weight(scenario)).collect();
    let alike = weights.windows(2).all(|pair| (pair[0] - pair[1]).abs() <= 0.0);
    let mut all = criteria.to_vec();
    all.push(new);
    if alike {
        let weight = weights.first().copied().unwrap_or(1.0);
        return all.iter().map(|criterion| (criterion.weight_path(), Some(json!(weight)))).collect();
    }
    if scenario.preferences.weighting == Weighting::Number {
        return vec![(new.weight_path(), Some(json!(1)))];
    }
    ordered(&all)
}

/// The criteria in their order, each with what moves it, what it counts, and the vendors' scores.
#[component]
pub fn Criteria(props: &CriteriaProps) -> Html {
    let shared = use_shared();
    let open = use_state(|| None::<String>);
    // What is dragged, and over what.
    let dragged = use_state_eq(|| None::<(usize, usize)>);
    let (counts, rest) = in_order(&props.scenario, &props.standings);
    let by_number = props.scenario.preferences.weighting == Weighting::Number;
    let choose = |weighting: Weighting, word: VendorText| {
        let on = props.scenario.preferences.weighting == weighting;
        let onclick = move |_: MouseEvent| {
            put("preferences.weighting", Some(json!(Weighting::NAMES[weighting as usize])));
            settle();
        };
        html! { <button type="button" aria-pressed={on.to_string()} {onclick}>{ shared.of_vendors(word) }</button> }
    };
    let item = |place: usize, criterion: Criterion| {
        let name = called(&shared, &props.scenario, criterion);
        let key = criterion.name();
        let is_open = open.as_deref() == Some(key.as_str());
        let toggle = {
            let (open, key) = (open.setter(), key.clone());
            move |_: MouseEvent| open.set((!is_open).then(|| key.clone()))
        };
        let step = |to: Option<usize>, sign: &'static str, word: VendorText| {
            let changes = to.map(|to| reordered(&props.scenario, &counts, &moved(&counts, place, to)));
            let id = format!("criterion-{}-{sign}", key);
            let onclick = move |_: MouseEvent| {
                if let Some(changes) = &changes {
                    make(changes);
                }
            };
            html! {
                <button type="button" {id} class="button quiet step" disabled={to.is_none()} aria-label={shared.of_vendors_with(word, &[&name])} {onclick}>{ sign }</button>
            }
        };
        let drop = {
            let (dragged, counts, scenario) = (dragged.clone(), counts.clone(), props.scenario.clone());
            Callback::from(move |event: DragEvent| {
                event.prevent_default();
                if let Some((from, _)) = *dragged {
                    make(&reordered(&scenario, &counts, &moved(&counts, from, place)));
                }
                dragged.set(None);
            })
        };
        let start = {
            let (dragged, key) = (dragged.setter(), key.clone());
            Callback::from(move |event: DragEvent| {
                // Without any data Firefox drags nothing.
                let _ = event.data_transfer().map(|data| data.set_data("text/plain", &key));
                dragged.set(Some((place, place)));
            })
        };
        let over = {
            let dragged = dragged.clone();
            Callback::from(move |event: DragEvent| {
                if let Some((from, _)) = *dragged {
                    event.prevent_default();
                    dragged.set(Some((from, place)));
                }
            })
        };
        let end = {
            let dragged = dragged.setter();
            Callback::from(move |_: DragEvent| dragged.set(None))
        };
        // Where it would go: after what it is drawn down onto, before what it is drawn up onto.
        let class = match *dragged {
            Some((from, _)) if from == place => Some("dragged"),
            Some((from, to)) if to == place => Some(if from < to { "goes-after" } else { "goes-before" }),
            _ => None,
        };
        let at =
            props.standings.criteria.iter().position(|counted| counted.criterion == criterion).unwrap_or(0);
        let weight = props.standings.criteria.get(at).map_or(0.0, |counted| counted.weight);
        let path = format!("vendors.criteria.{at}.weight");
        let out = {
            let changes = left_out(&props.scenario, &counts, criterion);
            move |_: MouseEvent| make(&changes)
        };
        let last = counts.len() - 1;
        html! {
            <li key={key.clone()} ondragover={over} ondrop={drop} {class}>
                <div class="criterion" draggable="true" ondragstart={start} ondragend={end}>
                    <span class="steps">
                        { step(place.checked_sub(1), "↑", VendorText::CriterionUp) }
                        { step((place < last).then_some(place + 1), "↓", VendorText::CriterionDown) }
                    </span>
                    <b>{ &name }</b>
                    if by_number { <span class="weight">{ control(&shared, &props.plan, &criterion.weight_path()) }</span> }
                    <span class="share">{ figure(&shared, weight, &path, shared.locale.share(libm::round(weight * 1000.0) / 1000.0)) }</span>
                    <button type="button" class="button quiet" name={format!("criterion-{key}-scores")} aria-expanded={is_open.to_string()} onclick={toggle}>{ shared.of_vendors(VendorText::CriterionScores) }</button>
                    <button type="button" class="button quiet" aria-label={shared.of_vendors_with(VendorText::CriterionOutOne, &[&name])} onclick={out}>{ shared.of_vendors(VendorText::CriterionOut) }</button>
                </div>
                if is_open { <Scores plan={props.plan.clone()} answer={props.answer.clone()} scenario={props.scenario.clone()} {criterion} standings={props.standings.clone()} /> }
            </li>
        }
    };
    let idle = rest.iter().map(|criterion| {
        let changes = taken_in(&props.scenario, &counts, *criterion);
        let name = called(&shared, &props.scenario, *criterion);
        let words = shared.of_vendors_with(VendorText::CriterionIn, &[&name]);
        button(&words, "quiet", move || make(&changes))
    });
    html! { <>
        <div class="controls"><div class="segments" role="group" aria-label={shared.of_vendors(VendorText::WeightsLabel)}>
            { choose(Weighting::Order, VendorText::WeightsByOrder) }{ choose(Weighting::Number, VendorText::WeightsByNumber) }
        </div></div>
        <p class="hint">{ shared.of_vendors(if by_number { VendorText::WeightsNumberHint } else { VendorText::WeightsOrderHint }) }</p>
        <ol class="criteria">{ for counts.iter().enumerate().map(|(place, criterion)| item(place, *criterion)) }</ol>
        <p class="controls tight">{ for idle }{ add_own(&shared, props) }</p>
    </> }
}

/// Most criteria of the user's own.
fn most_own() -> usize {
    match field("preferences.own").map(|field| &field.kind) {
        Some(Kind::List { most, .. }) => *most,
        _ => 0,
    }
}

fn add_own(shared: &Shared, props: &CriteriaProps) -> Html {
    let own = list(&props.plan, "preferences.own");
    if own.len() >= most_own() {
        return Html::default();
    }
    let taken: Vec<&str> = own.iter().map(|one| text(one, "id")).collect();
    let key = (1..)
        .map(|number| format!("c{number}"))
        .find(|key| !taken.contains(&key.as_str()))
        .unwrap_or_default();
    let name = shared.of_vendors_with(VendorText::CriterionNew, &[&(own.len() + 1).to_string()]);
    let entry = json!({ "id": key, "name": name, "weight": 1 });
    let change = appended(&props.plan, "preferences.own", entry);
    // With none stated all count alike: a weight of its own alone would take the others away.
    let counts: Vec<Criterion> = props.standings.criteria.iter().map(|counted| counted.criterion).collect();
    let stated = counts.iter().any(|criterion| criterion.weight(&props.scenario).is_some());
    let mut changes = vec![change];
    if !stated {
        changes.extend(counts.iter().map(|criterion| (criterion.weight_path(), Some(json!(1)))));
    }
    button(shared.of_vendors(VendorText::CriterionAdd), "", move || make(&changes))
}

/// Takes a criterion of the user's own away, with every score on it.
pub(super) fn without_own(plan: &Value, index: usize) -> Changes {
    let Some(one) = list(plan, "preferences.own").get(index) else { return Vec::new() };
    let id = text(one, "id");
    let mut changes: Changes = Vec::new();
    for vendor in 0..list(plan, "vendors").len() {
        let path = format!("vendors.{vendor}.scores.own");
        if let Some(place) = list(plan, &path).iter().position(|score| text(score, "criterion") == id) {
            changes.push((format!("{path}.{place}"), None));
        }
    }
    changes.push((format!("preferences.own.{index}"), None));
    changes
}

/// The score that a document gives a vendor on a criterion, and the change that sets it.
pub(super) fn score_change(plan: &Value, criterion: Criterion, vendor: usize, score: Option<f64>) -> Changes {
    let Criterion::Own(index) = criterion else {
        return vec![(
            format!("vendors.{vendor}.scores.{}", criterion.name()),
            score.map(|score| json!(score)),
        )];
    };
    let Some(own) = list(plan, "preferences.own").get(index) else { return Vec::new() };
    let (id, path) = (text(own, "id"), format!("vendors.{vendor}.scores.own"));
    let place = list(plan, &path).iter().position(|one| text(one, "criterion") == id);
    match (place, score) {
        (Some(place), Some(score)) => vec![(format!("{path}.{place}.score"), Some(json!(score)))],
        (Some(place), None) => vec![(format!("{path}.{place}"), None)],
        (None, Some(score)) => vec![appended(plan, &path, json!({ "criterion": id, "score": score }))],
        (None, None) => Vec::new(),
    }
}

/// The score that a document gives.
pub(super) fn score_at(plan: &Value, criterion: Criterion, vendor: usize) -> Option<f64> {
    let Criterion::Own(index) = criterion else {
        return get(plan, &format!("vendors.{vendor}.scores.{}", criterion.name()))?.as_f64();
    };
    let id = text(list(plan, "preferences.own").get(index)?, "id");
    let scores = list(plan, &format!("vendors.{vendor}.scores.own"));
    scores.iter().find(|one| text(one, "criterion") == id)?.get("score")?.as_f64()
}

/// Vendors that can be scored.
pub(super) fn scored(plan: &Value) -> Vec<(usize, String)> {
    considered(plan)
}
