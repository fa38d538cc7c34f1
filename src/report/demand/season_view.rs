//! Twelve bars, January to December, each a handle.

use serde_json::{Value, json};
use yew::prelude::*;

use super::handle::Handle;
use super::leaf::{at_value, row};
use super::level::EditProps;
use super::panel::Change;
use super::{SeasonLayout, Way, moved};
use crate::page::shared::use_shared;
use crate::page::views::controls::button;
use crate::report::charts::{px, use_width};
use crate::report::words::Said as _;
use crate::scenario::Month;
use crate::words::{Format as _, ReportText, Text};

/// The seasonal factors; all 1 where none are stated.
#[component]
pub fn Season(props: &EditProps) -> Html {
    let shared = use_shared();
    let (node, last_top) = (use_node_ref(), use_mut_ref(|| 0.0_f64));
    let width = use_width(&node);
    let shown = &props.shown;
    let stated = &shown.service().demand.season;
    let factors = if stated.len() == 12 { stated.clone() } else { vec![1.0; 12] };
    // The scale stays while a bar is held: it would move under the hand.
    if !shown.held || *last_top.borrow() <= 0.0 {
        *last_top.borrow_mut() = SeasonLayout::top_for(&factors);
    }
    let layout = SeasonLayout::new(width, &factors, *last_top.borrow());
    let given = shown.given("season").and_then(Value::as_array).cloned().unwrap_or_default();
    let change_of = |place: usize| {
        let (factors, given) = (factors.clone(), given.clone());
        props.change.reform(move |(to, held): (f64, bool)| {
            let values = moved(&factors, place, to).into_iter().enumerate();
            let value = |(at, factor): (usize, f64)| {
                row("season").map_or(json!(factor), |(_, row)| at_value(given.get(at), factor, row))
            };
            Change::Set { path: "season".to_owned(), value: Some(values.map(value).collect()), held }
        })
    };
    let settled = props.change.reform(|()| Change::Settled);
    let words = |factor: f64| {
        let share = shared.locale.share((factor - 1.0).abs());
        let text = match factor {
            factor if factor > 1.0 => ReportText::SeasonAbove,
            factor if factor < 1.0 => ReportText::SeasonBelow,
            _ => ReportText::SeasonAverage,
        };
        shared.said_with(text, &[&shared.locale.number(factor), &share])
    };
    let bar = |place: usize| {
        let (at, factor) = (layout.bars[place], factors[place]);
        let month = shared.locale.month_name(Month { year: 2027, month: 1 }.plus(place));
        let middle = at.column.0 + at.column.1 / 2.0;
        html! {
            <Handle key={place} class="season-bar" label={month.clone()} value={factor} words={words(factor)} upright=true {width}
                way={Way { low: 0.0, high: layout.top, step: 0.01, leap: 0.1 }} per_unit={layout.per_pixel}
                moved={change_of(place)} settled={settled.clone()}>
                <rect class="reach" x={px(at.column.0)} y="0" width={px(at.column.1)} height={px(layout.height)} />
                <rect class="bar" x={px(at.bar.0)} y={px(at.y)} width={px(at.bar.1)} height={px(layout.foot - at.y)} />
                <rect class="grip reach" x={px(at.column.0)} y={px(at.y - 20.0)} width={px(at.column.1)} height="40" />
                <path class="knob" d={format!("M{:.1} {:.1}h{:.1}", at.bar.0, at.y, at.bar.1)} />
                <text text-anchor="middle" x={px(middle)} y={px(at.y - 7.0)}>{ shared.locale.number(factor) }</text>
                <text class="tick" text-anchor="middle" x={px(middle)} y={px(layout.foot + 15.0)}>{ month.chars().take(3).collect::<String>() }</text>
            </Handle>
        }
    };
    let clear = {
        let change = props.change.clone();
        button(shared.text(Text::NoSeason), "quiet", move || {
            change.emit(Change::Set { path: "season".to_owned(), value: None, held: false });
            change.emit(Change::Settled);
        })
    };
    html! {
        <section class="season">
            <h3>{ shared.said(ReportText::SeasonTitle) }</h3>
            <p class="hint">{ shared.said(ReportText::SeasonHint) }</p>
            <div class="chart" ref={node}>
                <svg viewBox={format!("0 0 {} {}", px(width), px(layout.height))} role="group" aria-label={shared.said(ReportText::SeasonTitle)}>
                    <line class="zero" x1="0" x2={px(width)} y1={px(layout.foot)} y2={px(layout.foot)} />
                    <line class="one" x1="0" x2={px(width)} y1={px(layout.one)} y2={px(layout.one)} />
                    { for (0..12).map(bar) }
                </svg>
            </div>
            if !stated.is_empty() { { clear } }
        </section>
    }
}
