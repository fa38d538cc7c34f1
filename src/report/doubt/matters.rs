//! What the answer hangs on: each input alone, what settling it is worth, where it turns the answer, its share of the doubt.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::exact::Found as Figure;
use super::run::{Doubt, Found, State};
use super::studies::{Study, use_study};
use super::told::{group_name, name};
use super::view::{money, share};
use crate::answer::Kind;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure, series};
use crate::pool::Job;
use crate::report::charts::{Row, RowBar, RowChart};
use crate::report::later::use_mark;
use crate::report::words::Said as _;
use crate::words::{DoubtText, Format, ReportText};

/// Most rows of a chart; the table behind has as many.
const ROWS: usize = 12;
/// Paths of each sample from which indices are told.
const PATHS: usize = 2048;

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct MattersProps {
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

/// Tornado, worth of settling, break-even with its probability; indices on asking.
#[component]
pub fn Matters(props: &MattersProps) -> Html {
    let shared = use_shared();
    let option = props.kind.key();
    let alone = use_study(&props.doubt, &props.state, Some(Job::Alone { option: option.clone() }));
    let asked = use_state(|| false);
    let indices = Job::Indices { option, paths: PATHS, groups: groups(&props.found.summary) };
    let indices = use_study(&props.doubt, &props.state, asked.then_some(indices));
    // What was told of an older document stays until there is something new: nothing flickers.
    let worth = use_mut_ref(|| None::<Rc<Value>>);
    let newer = props.found.worth.clone();
    let older = newer.is_none();
    if !older {
        *worth.borrow_mut() = newer;
    }
    let marks = [use_mark(alone.stale), use_mark(older), use_mark(indices.stale)];
    let ask = {
        let asked = asked.clone();
        button(shared.doubt(DoubtText::AskIndices), "", move || asked.set(true))
    };
    html! {
        <>
            <div class="charts kept">
                if let Some(found) = &alone.found { <div class={marks[0]} aria-busy={alone.stale.to_string()}>{ tornado(&shared, props, found) }</div> }
                if let Some(worth) = &*worth.borrow() { <div class={marks[1]} aria-busy={older.to_string()}>{ worths(&shared, props, worth) }</div> }
                if let Some(found) = &indices.found { <div class={marks[2]} aria-busy={indices.stale.to_string()}>{ shares(&shared, props, found) }</div> }
            </div>
            if !*asked { <p class="controls">{ ask }</p> }
            { progress(&shared, &indices) }
            if let Some(found) = &alone.found { <div class={marks[0]} aria-busy={alone.stale.to_string()}>{ crossings(&shared, props, found) }</div> }
        </>
    }
}

/// How far a study that takes a while has come.
pub fn progress(shared: &Shared, study: &Study) -> Html {
    if !study.stale {
        return Html::default();
    }
    // Without a value it only says that something goes on.
    let (done, all) =
        study.progress.map_or((None, None), |(done, all)| (Some(done.to_string()), Some(all.to_string())));
    html! { <p class="subtitle"><progress max={all} value={done} aria-label={shared.doubt(DoubtText::Working)} /></p> }
}

/// Groups of inputs, and chance where anything is left to it.
fn groups(summary: &Value) -> usize {
    let inputs = summary.get("inputs").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let group = |input: &Value| input.get("group").and_then(Value::as_u64).unwrap_or(0) as usize + 1;
    let chance = summary.get("chance").and_then(Value::as_bool).unwrap_or_default();
    inputs.iter().map(group).max().unwrap_or(0) + usize::from(chance)
}

fn list<'a>(found: &'a Value, name: &str) -> &'a [Value] {
    found.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn number(value: &Value, name: &str) -> f64 {
    value.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN)
}

/// An input's value with its unit.
fn quantity(shared: &Shared, answer: &AnswerOf, path: &str, value: f64) -> String {
    let input = answer.inputs().iter().find(|input| input.path == path);
    input.map_or_else(
        || shared.locale.number(value),
        |input| shared.input_quantity(&answer.document, input, value),
    )
}

fn path_of(value: &Value) -> &str {
    value.get("input").and_then(Value::as_str).unwrap_or_default()
}

fn tornado(shared: &Shared, props: &MattersProps, found: &Value) -> Html {
    let planned = number(found, "planned");
    let swings = list(found, "tornado");
    let mut order: Vec<(usize, &Value)> = swings.iter().enumerate().collect();
    let swing = |one: &Value| (number(one, "saved_p90") - number(one, "saved_p10")).abs();
    crate::order::sort_by(&mut order, |a, b| swing(a.1) < swing(b.1));
    order.truncate(ROWS);
    let class = AttrValue::from(series(props.kind));
    let rows: Vec<Row> = order
        .iter()
        .map(|(index, one)| {
            let path = path_of(one);
            let bar = |end: &str, class: AttrValue| {
                let (at, saved) = (number(one, end), number(one, &format!("saved_{end}")));
                RowBar {
                    from: planned,
                    to: saved,
                    words: quantity(shared, &props.answer, path, at).into(),
                    class,
                    result_path: format!("simulation.tornado.{index}.saved_{end}").into(),
                }
            };
            Row {
                name: name(shared, &props.answer, path).into(),
                bars: vec![bar("p10", "low-end".into()), bar("p90", class.clone())],
            }
        })
        .collect();
    let title = rows.first().map_or_else(
        || shared.doubt(DoubtText::TornadoTitleNone).to_owned(),
        |row| shared.doubt_with(DoubtText::TornadoTitle, &[&row.name]),
    );
    let heads =
        [DoubtText::Input, DoubtText::AtP10, DoubtText::AtP90].map(|head| shared.doubt(head).into()).to_vec();
    html! {
        <RowChart {title} subtitle={shared.doubt(DoubtText::TornadoSubtitle)} {rows} base={(planned, AttrValue::from(shared.locale.money(planned)))}
            {heads} explain={shared.explain.clone()} table_word={shared.said(ReportText::TableBehind)} />
    }
}

fn worths(shared: &Shared, props: &MattersProps, worth: &Value) -> Html {
    let groups = list(worth, "groups");
    let found = |group: &Value| Figure::at(group, "worth");
    let most = groups.iter().filter_map(found).fold(0.0, |most: f64, figure| most.max(figure.value));
    // What the error swallows is worth nothing that could be told, and what is next to nothing not worth telling.
    let told = |figure: &Figure| {
        figure.value > 2.0 * figure.error.unwrap_or(f64::INFINITY) && figure.value > 0.005 * most
    };
    let mut order: Vec<(usize, &Value, Figure)> = groups
        .iter()
        .enumerate()
        .filter_map(|(index, group)| Some((index, group, found(group).filter(told)?)))
        .collect();
    crate::order::sort_by(&mut order, |a, b| a.2.value < b.2.value);
    order.truncate(ROWS);
    let rows: Vec<Row> = order
        .iter()
        .map(|(index, group, figure)| Row {
            name: group_name(shared, &props.answer, group).unwrap_or_default().into(),
            bars: vec![RowBar {
                from: 0.0,
                to: figure.value,
                words: money(shared, *figure).into(),
                class: series(props.kind).into(),
                result_path: format!("simulation.information.groups.{index}.worth.value").into(),
            }],
        })
        .collect();
    let Some(first) = rows.first() else {
        return html! { <div><h3>{ shared.doubt(DoubtText::WorthTitleNone) }</h3><p class="subtitle">{ shared.doubt(DoubtText::WorthSubtitle) }</p></div> };
    };
    let title = shared.doubt_with(DoubtText::WorthTitle, &[&first.name, &first.bars[0].words]);
    let heads = vec![shared.doubt(DoubtText::Input).into(), shared.doubt(DoubtText::WorthHead).into()];
    html! {
        <RowChart {title} subtitle={shared.doubt(DoubtText::WorthSubtitle)} {rows} base={(0.0, AttrValue::from(""))} {heads} explain={shared.explain.clone()}
            table_word={shared.said(ReportText::TableBehind)} />
    }
}

fn shares(shared: &Shared, props: &MattersProps, found: &Value) -> Html {
    let all = list(found, "indices");
    let mut order: Vec<(usize, &Value)> = all.iter().enumerate().collect();
    let total = |one: &Value| Figure::at(one, "total").map_or(0.0, |figure| figure.value);
    crate::order::sort_by(&mut order, |a, b| total(a.1) < total(b.1));
    order.truncate(ROWS);
    let bar = |index: usize, one: &Value, what: &str, class: AttrValue| {
        let figure = Figure::at(one, what)?;
        Some(RowBar {
            from: 0.0,
            // Sampling may leave a share a little below nothing.
            to: figure.value.max(0.0),
            words: share(shared, Figure { value: figure.value.max(0.0), ..figure }).into(),
            class,
            result_path: format!("simulation.indices.{index}.{what}.value").into(),
        })
    };
    let class = AttrValue::from(series(props.kind));
    let rows: Vec<Row> = order
        .iter()
        .map(|(index, one)| Row {
            name: group_name(shared, &props.answer, one).unwrap_or_default().into(),
            bars: [bar(*index, one, "total", "outline".into()), bar(*index, one, "first", class.clone())]
                .into_iter()
                .flatten()
                .collect(),
        })
        .collect();
    let title = rows.first().map_or_else(String::new, |row| {
        shared
            .doubt_with(DoubtText::IndicesTitle, &[&row.name, row.bars.first().map_or("", |bar| &bar.words)])
    });
    let heads =
        [DoubtText::Input, DoubtText::Total, DoubtText::First].map(|head| shared.doubt(head).into()).to_vec();
    html! {
        <RowChart {title} subtitle={shared.doubt(DoubtText::IndicesSubtitle)} {rows} base={(0.0, AttrValue::from(""))} {heads} explain={shared.explain.clone()}
            table_word={shared.said(ReportText::TableBehind)} />
    }
}

/// Where each input alone turns the answer, and how likely it is beyond.
fn crossings(shared: &Shared, props: &MattersProps, found: &Value) -> Html {
    let all = list(found, "break_even");
    let mut order: Vec<(usize, &Value)> =
        all.iter().enumerate().filter(|(_, one)| number(one, "probability") > 0.0).collect();
    crate::order::sort_by(&mut order, |a, b| number(a.1, "probability") < number(b.1, "probability"));
    if order.is_empty() {
        return html! { <p class="subtitle">{ shared.doubt(DoubtText::CrossingNone) }</p> };
    }
    let inputs = list(&props.found.summary, "inputs");
    let likely = |path: &str| {
        inputs
            .iter()
            .find(|input| input.get("path").is_some_and(|at| at == path))
            .map(|input| number(input, "likely"))
    };
    html! {
        <>
            <h3>{ shared.doubt(DoubtText::CrossingTitle) }</h3>
            <div class="table-scroll snug" tabindex="0" role="region" aria-label={shared.doubt(DoubtText::CrossingTitle)}><table>
                <thead><tr>{ for [DoubtText::Input, DoubtText::LikelyHead, DoubtText::TurnsHead, DoubtText::CrossingHead].map(|head| html! { <th scope="col">{ shared.doubt(head) }</th> }) }</tr></thead>
                <tbody>{ for order.iter().map(|(index, one)| {
                    let path = path_of(one);
                    let probability = number(one, "probability");
                    html! {
                        <tr key={path.to_owned()}>
                            <th scope="row">{ name(shared, &props.answer, path) }</th>
                            <td>{ likely(path).map_or_else(String::new, |value| quantity(shared, &props.answer, path, value)) }</td>
                            <td>{ one.get("nearest").and_then(Value::as_f64).map_or_else(Html::default, |value| {
                                figure(shared, value, &format!("simulation.break_even.{index}.nearest"), quantity(shared, &props.answer, path, value))
                            }) }</td>
                            <td>{ figure(shared, probability, &format!("simulation.break_even.{index}.probability"), shared.locale.share(probability)) }</td>
                        </tr>
                    }
                }) }</tbody>
            </table></div>
        </>
    }
}
