//! The verdict over any two inputs at once.

use std::rc::Rc;

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::matters::progress;
use super::run::{Doubt, Found, State};
use super::studies::use_study;
use super::told::name;
use crate::answer::{Kind, main_inputs};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, option_name, series};
use crate::pool::Job;
use crate::report::charts::ContourChart;
use crate::report::later::use_mark;
use crate::report::words::Said as _;
use crate::scenario::plan_values;
use crate::words::{DoubtText, Format, ReportText, Text};

/// Values of each input.
const SIZE: usize = 25;

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct MapProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// The simulation.
    pub doubt: Doubt,
    /// What is known of it.
    pub state: State,
    /// What has been found.
    pub found: Rc<Found>,
    /// The option that it is about.
    pub kind: Kind,
}

/// Paths of the inputs to choose from: those that are ranges, then the main ones; rate and productivity come first where they are there.
fn choices(props: &MapProps) -> Vec<String> {
    let scenario = plan_values(&props.answer.document);
    let mut paths = main_inputs(&scenario, &props.answer.answer, props.kind);
    let ranged = props.found.summary.get("inputs").and_then(Value::as_array).into_iter().flatten();
    for path in ranged.filter_map(|input| input.get("path").and_then(Value::as_str)) {
        if !paths.iter().any(|known| known == path) {
            paths.push(path.to_owned());
        }
    }
    paths
}

/// A map on asking, and the choice of its two inputs.
#[component]
pub fn Map(props: &MapProps) -> Html {
    let shared = use_shared();
    let asked = use_state(|| false);
    let chosen = use_state(|| [None::<String>, None]);
    let choices = choices(props);
    let pick = |place: usize| {
        let chosen = chosen[place].clone().filter(|path| choices.contains(path));
        chosen.or_else(|| choices.get(place).cloned()).unwrap_or_default()
    };
    let inputs = [pick(0), pick(1)];
    let ready = *asked && choices.len() > 1 && inputs[0] != inputs[1];
    let job = Job::Map { option: props.kind.key(), inputs: inputs.clone(), size: SIZE };
    let study = use_study(&props.doubt, &props.state, ready.then_some(job));
    let mark = use_mark(study.stale);
    if choices.len() < 2 {
        return Html::default();
    }
    let select = |place: usize, text: DoubtText| {
        let chosen = chosen.clone();
        let onchange = Callback::from(move |event: Event| {
            let mut now = (*chosen).clone();
            now[place] = Some(event.target_unchecked_into::<HtmlSelectElement>().value());
            chosen.set(now);
        });
        html! {
            <label>{ shared.doubt(text) }{ " " }<select name={["map-across", "map-up"][place]} {onchange}>
                { for choices.iter().map(|path| html! { <option value={path.clone()} selected={*path == inputs[place]}>{ name(&shared, &props.answer, path) }</option> }) }
            </select></label>
        }
    };
    let ask = {
        let asked = asked.clone();
        button(shared.doubt(DoubtText::AskMap), "", move || asked.set(true))
    };
    html! {
        <section class="panel">
            if *asked {
                <p class="controls">{ select(0, DoubtText::MapAcross) }{ select(1, DoubtText::MapUp) }</p>
                if inputs[0] == inputs[1] { <p class="error">{ shared.doubt(DoubtText::MapSame) }</p> }
                if let Some(found) = &study.found { <div class={mark} aria-busy={study.stale.to_string()}>{ drawn(&shared, props, found) }</div> }
                { progress(&shared, &study) }
            } else {
                <p class="controls">{ ask }</p>
            }
        </section>
    }
}

fn numbers(found: &Value, key: &str) -> Vec<f64> {
    found
        .get(key)
        .and_then(Value::as_array)
        .map(|all| all.iter().filter_map(Value::as_f64).collect())
        .unwrap_or_default()
}

fn drawn(shared: &Shared, props: &MapProps, found: &Value) -> Html {
    let path = |place: usize| found["inputs"][place].as_str().unwrap_or_default();
    let amounts: Vec<f64> = found["saved"]
        .as_array()
        .into_iter()
        .flatten()
        .flat_map(|row| row.as_array().into_iter().flatten())
        .map(|amount| amount.as_f64().unwrap_or(f64::NAN))
        .collect();
    let inputs = props.answer.inputs();
    let input = |place: usize| inputs.iter().find(|input| input.path == path(place));
    let now = |place: usize| input(place).and_then(|input| input.value).unwrap_or(f64::NAN);
    let written = |place: usize| {
        let (shared, answer) = (shared.clone(), props.answer.clone());
        let input = input(place).cloned();
        Callback::from(move |value: f64| match &input {
            Some(input) => {
                // Axis values fall between round ones: three digits tell them.
                let scale = libm::pow(10.0, 2.0 - libm::floor(libm::log10(value.abs().max(1e-9))));
                shared.input_quantity(&answer.document, input, libm::round(value * scale) / scale)
            }
            None => shared.locale.number(value),
        })
    };
    let wins = amounts.iter().filter(|amount| **amount > 0.0).count();
    #[expect(clippy::cast_precision_loss, reason = "some hundred places")]
    let share = if amounts.is_empty() { 0.0 } else { wins as f64 / amounts.len() as f64 };
    let option = option_name(shared, &props.answer.vendors, props.kind);
    let names = [name(shared, &props.answer, path(0)), name(shared, &props.answer, path(1))];
    let title = if wins == amounts.len() {
        shared.doubt_with(DoubtText::MapTitleAll, &[&option])
    } else if wins == 0 {
        shared.doubt_with(DoubtText::MapTitleNone, &[&option])
    } else {
        shared.doubt_with(
            DoubtText::MapTitle,
            &[&option, &shared.locale.share(libm::round(share * 100.0) / 100.0)],
        )
    };
    let money = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.money(value))
    };
    html! {
        <ContourChart {title} subtitle={shared.doubt_with(DoubtText::MapSubtitle, &[&option])} across={numbers(found, "across")} up={numbers(found, "up")}
            names={names.map(AttrValue::from)} {amounts} result_path="simulation.map.saved" now={(now(0), now(1))}
            now_word={shared.doubt(DoubtText::MapNow)} sides={[option.into(), AttrValue::from(shared.text(Text::BestInHouse))]}
            classes={[props.kind, Kind::BestInHouse].map(|kind| AttrValue::from(series(kind)))}
            written={[written(0), written(1)]} {money} explain={shared.explain.clone()} table_word={shared.said(ReportText::TableBehind)} />
    }
}
