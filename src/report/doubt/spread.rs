//! How far savings and payback spread over all paths.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::exact::Found as Figure;
use super::view::{chance, money, said};
use crate::answer::Kind;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, option_name, series};
use crate::report::charts::{ColumnBar, ColumnChart, ColumnPoint};
use crate::report::words::Said as _;
use crate::scenario::document::get;
use crate::words::{DoubtText, Format, ReportText};

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct SpreadProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// The summary.
    pub summary: Rc<Value>,
    /// The option that it is about.
    pub kind: Kind,
}

/// Savings by how often they come out so, and the months of payback.
#[component]
pub fn Spread(props: &SpreadProps) -> Html {
    let shared = use_shared();
    html! {
        <div class="charts">
            { savings(&shared, props) }
            { paybacks(&shared, props) }
        </div>
    }
}

fn savings(shared: &Shared, props: &SpreadProps) -> Html {
    let (key, summary) = (props.kind.key(), &*props.summary);
    let at = |what: &str| format!("options.{key}.{what}");
    let bins = get(summary, &at("histogram")).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let number = |bin: &Value, name: &str| bin.get(name).and_then(Value::as_f64).unwrap_or(f64::NAN);
    let columns: Vec<ColumnBar> = bins
        .iter()
        .enumerate()
        .map(|(index, bin)| {
            let stretch = [number(bin, "from"), number(bin, "to")];
            let [from, to] = stretch.map(|end| shared.locale.money(end));
            let class = if f64::midpoint(stretch[0], stretch[1]) < 0.0 {
                "loss".to_owned()
            } else {
                series(props.kind)
            };
            ColumnBar {
                stretch,
                name: shared.said_with(ReportText::BreakEvenFromTo, &[&from, &to]).into(),
                share: number(bin, "share"),
                class: class.into(),
                result_path: format!("simulation.{}.{index}.share", at("histogram")).into(),
            }
        })
        .collect();
    let ends = [columns.first().map(|bar| bar.stretch[0]), columns.last().map(|bar| bar.stretch[1])];
    let ticks: Vec<(f64, AttrValue)> = ends
        .into_iter()
        .flatten()
        .chain([0.0])
        .map(|value| (value, shared.locale.money(value).into()))
        .collect();
    let points = ["p5", "p10", "p50", "p90", "p95"]
        .into_iter()
        .zip([DoubtText::P5, DoubtText::P10, DoubtText::P50, DoubtText::P90, DoubtText::P95])
        .filter_map(|(name, text)| {
            let path = at(&format!("savings.{name}"));
            let found = Figure::at(summary, &path)?;
            Some(ColumnPoint {
                value: found.value,
                words: format!("{}: {}", shared.doubt(text), money(shared, found)).into(),
                result_path: format!("simulation.{path}.value").into(),
            })
        })
        .collect::<Vec<_>>();
    let name = option_name(shared, &props.answer.vendors, props.kind);
    let title = match Figure::at(summary, &at("saves")) {
        Some(saves) if saves.value < 1.0 => {
            let loses = Figure { value: 1.0 - saves.value, ..saves };
            shared.doubt_with(DoubtText::LosesTitle, &[&chance(shared, loses), &name])
        }
        _ => shared.doubt_with(DoubtText::AlwaysTitle, &[&name]),
    };
    let mean = Figure::at(summary, &at("saved"));
    let mark =
        mean.map(|mean| (mean.value, shared.doubt_with(DoubtText::MeanMark, &[&money(shared, mean)]).into()));
    html! {
        <ColumnChart {title} subtitle={shared.doubt(DoubtText::SpreadSubtitle)} {columns} {ticks} {points} {mark} explain={shared.explain.clone()}
            share={shares(shared)} heads={[shared.doubt(DoubtText::SavedHead).into(), shared.doubt(DoubtText::ShareHead).into()]}
            table_word={shared.said(ReportText::TableBehind)} />
    }
}

fn shares(shared: &Shared) -> Callback<f64, String> {
    let locale = shared.locale.clone();
    Callback::from(move |share: f64| locale.share(share))
}

/// Months in a column: about a dozen columns over the horizon.
fn step(months: usize) -> usize {
    [1, 2, 3, 6, 12].into_iter().find(|step| months.div_ceil(*step) <= 12).unwrap_or(12)
}

fn paybacks(shared: &Shared, props: &SpreadProps) -> Html {
    let (key, summary) = (props.kind.key(), &*props.summary);
    let at = |what: &str| format!("options.{key}.payback.{what}");
    let by: Vec<f64> = get(summary, &at("by_month"))
        .and_then(Value::as_array)
        .map(|by| by.iter().filter_map(Value::as_f64).collect())
        .unwrap_or_default();
    if by.len() < 2 {
        return Html::default();
    }
    let months = by.len() - 1;
    let step = step(months);
    let class = AttrValue::from(series(props.kind));
    #[expect(clippy::cast_precision_loss, reason = "months")]
    let columns: Vec<ColumnBar> = (0..months.div_ceil(step))
        .map(|index| {
            let (from, to) = (index * step, ((index + 1) * step).min(months));
            ColumnBar {
                stretch: [from as f64, to as f64],
                name: shared.doubt_with(DoubtText::ByMonth, &[&to.to_string()]).into(),
                share: by[to],
                class: class.clone(),
                result_path: format!("simulation.{}.{to}", at("by_month")).into(),
            }
        })
        .collect();
    let never = Figure::at(summary, &at("never"));
    let apart = never.map(|never| ColumnBar {
        stretch: [0.0; 2],
        name: shared.doubt(DoubtText::Never).into(),
        share: never.value,
        class: "loss".into(),
        result_path: format!("simulation.{}.value", at("never")).into(),
    });
    #[expect(clippy::cast_precision_loss, reason = "months")]
    let ticks: Vec<(f64, AttrValue)> = crate::report::charts::month_ticks(months, 6)
        .into_iter()
        .map(|month| {
            let words = if month == 0 {
                format!("{} 0", shared.said(ReportText::MonthWord))
            } else {
                month.to_string()
            };
            (month as f64, words.into())
        })
        .collect();
    let month = |name: &str| {
        get(summary, &at(name)).and_then(Value::as_f64).map(|month| shared.locale.number(libm::ceil(month)))
    };
    let share = said(shared, summary, &at("never"), chance);
    let title = match (month("p50"), never) {
        (Some(half), Some(never)) if never.value > 0.0 => {
            shared.doubt_with(DoubtText::PaybackTitle, &[&half, &share])
        }
        (Some(half), _) => shared.doubt_with(DoubtText::PaybackTitleAll, &[&half]),
        _ => shared.doubt_with(DoubtText::PaybackTitleNever, &[&share]),
    };
    html! {
        <ColumnChart {title} subtitle={shared.doubt(DoubtText::PaybackSubtitle)} {columns} {apart} {ticks} explain={shared.explain.clone()}
            share={shares(shared)} heads={[shared.said(ReportText::MonthWord).into(), shared.doubt(DoubtText::ShareHead).into()]}
            table_word={shared.said(ReportText::TableBehind)} />
    }
}
