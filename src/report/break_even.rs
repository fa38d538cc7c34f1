//! What would turn the answer: the finding, for the page's verdict too, and the break-even of each input.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::later::{Wanted, use_mark};
use super::tables::{TableProps, input_name};
use super::words::Said;
use super::work::{Work, use_work};
use crate::answer::{Kind, Nearest, Turn, Turning, main_inputs, nearest};
use crate::finance::{BreakEven, Zero};
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure_by, option_name};
use crate::page::views::verdict::stop;
use crate::scenario::{Unit, document, plan_values};
use crate::words::{Format, ReportText, fill};

/// Break-evens of the main inputs and of one that the visitor picks.
struct Turns {
    answer: Rc<AnswerOf>,
    main: Vec<String>,
    turning: Turning,
}

impl Turns {
    /// Those of main inputs: the finding is among these, not what the visitor picks.
    fn of_main(&self) -> &[Turn] {
        let done = &self.turning.done;
        &done[..done.iter().take_while(|turn| self.main.contains(&turn.input.path)).count()]
    }
}

impl Work for Turns {
    type Of = (Rc<AnswerOf>, Option<String>);

    fn new((answer, picked): Self::Of) -> Self {
        let kind = answer.answer.contender();
        let main = kind
            .map_or_else(Vec::new, |kind| main_inputs(&plan_values(&answer.document), &answer.answer, kind));
        let paths: Vec<String> =
            main.iter().cloned().chain(picked.filter(|path| !main.contains(path))).collect();
        let turning = Turning::new(&answer.document, kind.unwrap_or(Kind::BestInHouse), &paths);
        Turns { answer, main, turning }
    }

    fn step(&mut self) -> bool {
        !self.turning.step(&self.answer.document)
    }
}

/// Break-even of the inputs that matter most, and of any other that the visitor picks; worked out after the verdict is on screen.
#[component]
pub fn BreakEvenTable(props: &TableProps) -> Html {
    let shared = use_shared();
    let other = use_state(|| None::<String>);
    let (turns, stale) = use_work::<Turns>(&(props.answer.clone(), (*other).clone()));
    let mark = use_mark(stale);
    let kind = props.answer.answer.contender();
    {
        let (shared, turns) = (shared.clone(), turns.clone());
        use_effect_with(turns.as_ref().map(Rc::as_ptr), move |_| {
            let Some(turns) = turns else { return };
            let answer = &turns.answer;
            let said = finding(&shared, answer, turns.of_main(), SENTENCE).unwrap_or_else(|| {
                // With nothing to compare there is nothing to turn.
                let nowhere = answer.answer.contender().map(|_| shared.said(ReportText::TurnsNowhere));
                Finding { before: nowhere.unwrap_or_default().to_owned(), ..Finding::default() }
            });
            tell(Message::Turns, &said.told(&answer.document));
        });
    }
    // What the verdict is told is worked out in any case.
    if use_context::<Wanted>() == Some(Wanted::Verdict) {
        return Html::default();
    }
    let Some(kind) = kind else {
        return Html::default();
    };
    let picked = (*other).clone().filter(|path| !path.is_empty());
    let onchange = Callback::from(move |event: Event| {
        other.set(Some(event.target_unchecked_into::<HtmlSelectElement>().value()))
    });
    let name = option_name(&shared, &props.answer.vendors, kind);
    let title = turns.as_ref().and_then(|turns| finding(&shared, &props.answer, turns.of_main(), TITLE));
    let done = turns.as_ref().map_or(&[][..], |turns| &turns.turning.done);
    html! {
        <section class={classes!("panel", mark)} aria-busy={stale.to_string()}>
            <h2>{ title.map_or_else(|| html! { { shared.said(ReportText::BreakEvenTitle) } }, |said| said.view(&shared)) }</h2>
            <p class="subtitle">{ shared.said_with(ReportText::BreakEvenSubtitle, &[&name]) }</p>
            <div class="table-scroll snug" tabindex="0" role="region" aria-label={shared.said(ReportText::BreakEvenTitle)}><table>
                <thead><tr><th scope="col">{ shared.said(ReportText::BreakEvenInput) }</th><th scope="col">{ shared.said(ReportText::BreakEvenNow) }</th>
                    <th scope="col">{ shared.said(ReportText::BreakEvenTurns) }</th></tr></thead>
                <tbody>{ for done.iter().enumerate().map(|(index, turn)| html! {
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
        ["services", service, "team", "people"] => (service, ReportText::TurnsPeople),
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
