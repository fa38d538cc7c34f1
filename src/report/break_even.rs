//! What would turn the answer: the finding, for the page's verdict too, and the break-even of each input.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::tables::{TableProps, input_name};
use super::words::Said;
use crate::answer::{Kind, Nearest, Turn, main_inputs, nearest, turn};
use crate::finance::{BreakEven, Zero};
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure_by, option_name};
use crate::page::views::verdict::stop;
use crate::scenario::{Unit, document, plan_values};
use crate::words::{Format, ReportText, fill};

/// Inputs still to be turned, and those that have been.
#[derive(Default)]
struct Turning {
    left: Vec<String>,
    done: Vec<Turn>,
}

/// Turns one input after the other, each in a task of its own, and shows them all when the last is done.
fn turn_next(
    answer: Rc<AnswerOf>,
    kind: Kind,
    mut turning: Turning,
    timer: Rc<RefCell<Option<Timeout>>>,
    done: Callback<Vec<Turn>>,
) {
    let next = timer.clone();
    *timer.borrow_mut() = Some(Timeout::new(0, move || {
        if turning.left.is_empty() {
            done.emit(turning.done);
            return;
        }
        let path = turning.left.remove(0);
        turning.done.extend(turn(&answer.document, kind, &path));
        turn_next(answer, kind, turning, next, done);
    }));
}

/// Break-even of the inputs that matter most, and of any other that the visitor picks; worked out after the verdict is on screen.
#[component]
pub fn BreakEvenTable(props: &TableProps) -> Html {
    let shared = use_shared();
    let turns = use_state(Vec::<Turn>::new);
    let fresh = use_state(|| false);
    let other = use_state(|| None::<String>);
    // How many of the turns are of main inputs: the finding is among these, not among what the visitor picks.
    let main = use_state(|| 0_usize);
    let kind = props.answer.answer.contender();
    {
        let (turns, fresh, main, shared) = (turns.clone(), fresh.clone(), main.clone(), shared.clone());
        use_effect_with((props.answer.clone(), (*other).clone()), move |(answer, other)| {
            fresh.set(false);
            let timer = Rc::new(RefCell::new(None));
            let mut left = Vec::new();
            if let Some(kind) = kind {
                left = main_inputs(&plan_values(&answer.document), &answer.answer, kind);
            }
            let first = left.clone();
            left.extend(other.clone().filter(|path| !left.contains(path)));
            let said_of = answer.clone();
            let done = Callback::from(move |found: Vec<Turn>| {
                let count = found.iter().filter(|turn| first.contains(&turn.input.path)).count();
                let said = finding(&shared, &said_of, &found[..count], SENTENCE);
                // With nothing to compare there is nothing to turn.
                let nowhere = if kind.is_some() { shared.said(ReportText::TurnsNowhere) } else { "" };
                let said =
                    said.unwrap_or_else(|| Finding { before: nowhere.to_owned(), ..Finding::default() });
                tell(Message::Turns, &said.told(&said_of.document));
                main.set(count);
                turns.set(found);
                fresh.set(true);
            });
            let turning = Turning { left, done: Vec::new() };
            turn_next(answer.clone(), kind.unwrap_or(Kind::BestInHouse), turning, timer.clone(), done);
            // A newer answer takes over: what is left of the older is dropped.
            move || drop(timer.borrow_mut().take())
        });
    }
    let Some(kind) = kind else {
        return Html::default();
    };
    let picked = (*other).clone().filter(|path| !path.is_empty());
    let onchange = Callback::from(move |event: Event| {
        other.set(Some(event.target_unchecked_into::<HtmlSelectElement>().value()))
    });
    let name = option_name(&shared, &props.answer.vendors, kind);
    let title = finding(&shared, &props.answer, &turns[..(*main).min(turns.len())], TITLE);
    html! {
        <section class={classes!("panel", (!*fresh).then_some("stale"))} aria-busy={(!*fresh).to_string()}>
            <h2>{ title.map_or_else(|| html! { { shared.said(ReportText::BreakEvenTitle) } }, |said| said.view(&shared)) }</h2>
            <p class="subtitle">{ shared.said_with(ReportText::BreakEvenSubtitle, &[&name]) }</p>
            <div class="table-scroll snug" tabindex="0" role="region" aria-label={shared.said(ReportText::BreakEvenTitle)}><table>
                <thead><tr><th scope="col">{ shared.said(ReportText::BreakEvenInput) }</th><th scope="col">{ shared.said(ReportText::BreakEvenNow) }</th>
                    <th scope="col">{ shared.said(ReportText::BreakEvenTurns) }</th></tr></thead>
                <tbody>{ for turns.iter().enumerate().map(|(index, turn)| html! {
                    <tr key={turn.input.path.clone()}>
                        <th scope="row">{ input_name(&shared, &props.answer, &turn.input) }</th>
                        <td>{ turn.input.value.map_or_else(String::new, |value| shared.input_quantity(&props.answer.document, &turn.input, value)) }</td>
                        <td>{ turned(&shared, &props.answer, turn, index) }</td>
                    </tr>
                }) }</tbody>
            </table></div>
            <p class="controls"><label>{ shared.said(ReportText::BreakEvenAny) }{ " " }<select name="break-even-input" {onchange}>
                <option value="" selected={picked.is_none()}>{ "–" }</option>
                { for props.answer.inputs().iter().filter(|input| input.value.is_some() && input.path != "money.margin").map(|input| html! {
                    <option value={input.path.clone()} selected={picked.as_ref() == Some(&input.path)}>{ input_name(&shared, &props.answer, input) }</option>
                }) }
            </select></label></p>
        </section>
    }
}

fn turned(shared: &Shared, answer: &AnswerOf, turn: &Turn, index: usize) -> Html {
    let written = |value: f64| shared.input_quantity(&answer.document, &turn.input, value);
    match &turn.result {
        BreakEven::At(zeros) => html! { <>{ for zeros.iter().enumerate().map(|(place, zero)| match zero {
            Zero::Value(value) => html! { <>
                if place > 0 { { "; " } }
                { figure_by(shared, &explained(&turn.input.path, place), *value, &format!("break_even.{index}.break_even.{place}"), written(*value)) }
            </> },
            Zero::Interval { from, to } => html! {
                { shared.said_with(ReportText::BreakEvenFromTo, &[&written(*from), &written(*to)]) }
            },
        }) }</> },
        BreakEven::NoneWithinBounds => html! { { shared.said(ReportText::BreakEvenNone) } },
        BreakEven::Indifferent => html! { { shared.said(ReportText::BreakEvenIndifferent) } },
    }
}

/// The path that explains a break-even: by its input, as what the visitor picks stands in no result file.
fn explained(input: &str, zero: usize) -> String {
    format!("turn.{zero}.{input}")
}

/// A sentence with one figure.
#[derive(Clone, Debug, Default, PartialEq)]
struct Finding {
    /// The words before the figure.
    before: String,
    /// The figure: its value, its path in the result file, how it is written, and the path that explains it.
    figure: Option<(f64, String, String, String)>,
    /// The words after it.
    after: String,
}

impl Finding {
    /// As the page is told it.
    fn told(&self, document: &Value) -> String {
        let figure = self.figure.as_ref();
        let mut line = vec![json!(self.before)];
        line.extend(figure.map(|(value, path, words, explained)| json!([value, path, words, explained])));
        line.push(json!(self.after));
        format!("{}\n{document}", json!({ "turns": line }))
    }

    fn view(&self, shared: &Shared) -> Html {
        let figure = self.figure.as_ref();
        let (stop, after) = stop(&self.after);
        html! { <>
            { &self.before }<span class="together">{ for figure.map(|(value, path, words, explained)| figure_by(shared, explained, *value, path, words.clone())) }{ stop }</span>{ after }
        </> }
    }
}

/// The words of a finding: where the input has to rise, and where it has to fall.
type Ways = (ReportText, ReportText);
const SENTENCE: Ways = (ReportText::TurnsAbove, ReportText::TurnsBelow);
const TITLE: Ways = (ReportText::TurnsTitleAbove, ReportText::TurnsTitleBelow);

/// The input that turns the answer with the least change, with its figure.
fn finding(shared: &Shared, answer: &AnswerOf, turns: &[Turn], (above, below): Ways) -> Option<Finding> {
    let found = nearest(turns)?;
    let input = &turns[found.turn].input;
    let name = noun(shared, answer, &input.path)
        .unwrap_or_else(|| shared.said_with(ReportText::TurnsOther, &[&input_name(shared, answer, input)]));
    let Nearest { now, value, .. } = found;
    let words = shared.said(if value > now { above } else { below });
    let (before, after) = words.split_once("{1}").unwrap_or((words, ""));
    let places = [name.as_str(), "", &bare(shared, now, input.unit)];
    let words = shared.input_quantity(&answer.document, input, value);
    let figure = (value, found.path(), words, explained(&input.path, found.zero));
    Some(Finding { before: fill(before, &places), figure: Some(figure), after: fill(after, &places) })
}

/// A value whose unit the sentence has said already.
fn bare(shared: &Shared, value: f64, unit: Unit) -> String {
    match unit {
        _ if unit.is_share() => shared.locale.share(value),
        _ if unit.is_money() => shared.locale.money_exact(value),
        _ => shared.locale.number(value),
    }
}

/// A main input as it stands in a sentence; its label is a question.
pub(super) fn noun(shared: &Shared, answer: &AnswerOf, path: &str) -> Option<String> {
    let steps: Vec<&str> = path.split('.').collect();
    let (of, text) = match steps[..] {
        ["services", service, "offers", _, "price", "rate"] => (service, ReportText::TurnsPrice),
        ["services", service, "offers", _, "quality", "mature"] => (service, ReportText::TurnsProductivity),
        ["services", service, "team", "pay"] => (service, ReportText::TurnsPay),
        ["services", service, "demand", "growth"] => (service, ReportText::TurnsGrowth),
        _ => return None,
    };
    let offer = document::get(&answer.document, steps.get(..4)?.join(".").as_str());
    let id = offer.and_then(|offer| offer.get("vendor"));
    let vendors = answer.document.get("vendors").and_then(|vendors| vendors.as_array());
    let vendor = vendors.and_then(|vendors| vendors.iter().position(|vendor| vendor.get("id") == id));
    let vendor = vendor.and_then(|vendor| answer.vendors.get(vendor)).map_or("", String::as_str);
    let name = shared.said_with(text, &[vendor]);
    if answer.services.len() < 2 {
        return Some(name);
    }
    let service = answer.services.get(of.parse::<usize>().ok()?)?;
    Some(shared.said_with(ReportText::TurnsInService, &[&name, service]))
}
