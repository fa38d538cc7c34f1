//! A history as points, its fit as a line, continued over the plan.

use yew::prelude::*;

use super::chart::axes;
use super::{Fitted, Plot};
use crate::page::shared::{Shared, use_shared};
use crate::report::charts::{Frame, TEXT, px, text_width};
use crate::report::words::Said as _;
use crate::scenario::Month;
use crate::words::{Format as _, ReportText};

/// What is drawn.
#[derive(Clone, Properties, PartialEq)]
pub struct PastChartProps {
    /// The month of the first value.
    pub first: Month,
    /// One value a month, none for a gap.
    pub values: Vec<Option<f64>>,
    /// The fit, as edited.
    pub fitted: Fitted,
    /// Month 1 of the plan.
    pub plan: Month,
    /// How many months it has.
    pub months: usize,
    /// What demand is counted in.
    pub unit: ReportText,
}

impl PastChartProps {
    /// The first month drawn, and what the fit says from there to the end of plan and history.
    fn line(&self) -> (Month, Vec<f64>) {
        let start = self.first.min(self.plan);
        let end = self.first.plus(self.values.len()).max(self.plan.plus(self.months));
        (start, (0..end.since(start)).map(|at| self.fitted.at(start.shifted(at), self.plan)).collect())
    }

    fn value(&self, month: Month) -> Option<f64> {
        usize::try_from(month.since(self.first)).ok().and_then(|at| self.values.get(at).copied().flatten())
    }
}

/// The chart, its title saying how demand moved.
#[component]
pub fn PastChart(props: &PastChartProps) -> Html {
    let shared = use_shared();
    let (growth, spread) = (props.fitted.growth, props.fitted.spread);
    let share = |share: f64| shared.locale.share(libm::round(share.abs() * 1000.0) / 1000.0);
    let words = match growth {
        growth if growth >= 0.0005 => ReportText::PastGrew,
        growth if growth <= -0.0005 => ReportText::PastShrank,
        _ => ReportText::PastSteady,
    };
    let title = shared.said_with(words, &[&share(growth), &share(spread)]);
    let subtitle = shared.said_with(ReportText::PastChartSubtitle, &[shared.said(props.unit)]);
    let draw = {
        let (shared, props, title) = (shared.clone(), props.clone(), title.clone());
        Callback::from(move |width| draw(&shared, &props, &title, width))
    };
    let table = {
        let (shared, props) = (shared.clone(), props.clone());
        Callback::from(move |()| table(&shared, &props))
    };
    html! { <Frame {title} {subtitle} table_word={shared.said(ReportText::TableBehind)} {draw} {table} /> }
}

fn draw(shared: &Shared, props: &PastChartProps, title: &str, width: f64) -> Html {
    let (start, line) = props.line();
    let ticks = Plot::ticks(line.iter().copied().chain(props.values.iter().copied().flatten()));
    let room = ticks.values.iter().map(|value| text_width(&shared.locale.number(*value), TEXT));
    let room = room.fold(0.0, |a: f64, b| a.max(b));
    let plot = Plot::new(width, line.len(), ticks, room, 1);
    let now = usize::try_from(props.plan.since(start)).unwrap_or(0);
    // The last point of the one is the first of the other.
    let split = now.min(line.len() - 1);
    let points = line.iter().enumerate().filter_map(|(at, _)| Some((at, props.value(start.plus(at))?)));
    let words = shared.said(ReportText::PastPlan);
    let left = plot.edge(now) + 6.0 + text_width(words, TEXT) > width;
    let at = if left { plot.edge(now) - 6.0 } else { plot.edge(now) + 6.0 };
    html! {
        <svg class="demand-chart" viewBox={format!("0 0 {} {}", px(plot.width), px(plot.height))} role="img" aria-label={title.to_owned()}>
            { axes(shared, &plot, start) }
            <line class="plan" x1={px(plot.edge(now))} x2={px(plot.edge(now))} y1={px(plot.down.0 - 14.0)} y2={px(plot.down.1)} />
            <text class="soft" x={px(at)} y={px(plot.down.0 - 6.0)} text-anchor={if left { "end" } else { "start" }}>{ words }</text>
            { for points.map(|(at, value)| html! { <circle key={at} class="past-point" cx={px(plot.middle(at))} cy={px(plot.y(value))} r="2.6" /> }) }
            <path class="line fit" d={plot.through(0, &line[..=split])} />
            <path class="line fit ahead" d={plot.through(split, &line[split..])} />
        </svg>
    }
}

fn table(shared: &Shared, props: &PastChartProps) -> Html {
    let (start, line) = props.line();
    let number = |value: f64| shared.locale.number(if value >= 10.0 { libm::round(value) } else { value });
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ shared.said(ReportText::MonthWord) }</th>
                <th scope="col">{ shared.said(ReportText::PastColumn) }</th>
                <th scope="col">{ shared.said(ReportText::FitColumn) }</th>
            </tr></thead>
            <tbody>
                { for line.iter().enumerate().map(|(at, fitted)| html! {
                    <tr key={at}>
                        <th scope="row">{ shared.locale.month(start.plus(at)) }</th>
                        <td>{ props.value(start.plus(at)).map(number).unwrap_or_default() }</td>
                        <td>{ number(*fitted) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
