//! Demand by month: a line in steps with its shocks, events as spans that are dragged, and a month to read.

use serde_json::Value;
use yew::prelude::*;

use super::handle::{Handle, place_in, target};
use super::leaf::{at_value, row};
use super::panel::{Change, Shown};
use super::{Finding, LANE, Plot, Way, finding, lanes, shock_band};
use crate::engine::demand::{shape, stated_base};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::plain;
use crate::report::charts::{Frame, TEXT, Ticks, px, shorten, text_width};
use crate::report::words::Said as _;
use crate::scenario::{Event, Month, Service};
use crate::words::{Format as _, ReportText};

/// What is drawn.
#[derive(Properties, PartialEq)]
pub struct DemandChartProps {
    /// Demand as it is being edited.
    pub shown: Shown,
    /// Where edits go.
    pub change: Callback<Change>,
}

/// The chart, its title saying what demand does.
#[component]
pub fn DemandChart(props: &DemandChartProps) -> Html {
    let shared = use_shared();
    let (read, last_ticks) = (use_state_eq(|| None::<usize>), use_mut_ref(|| None::<Ticks>));
    let shown = &props.shown;
    let (low, high) = shock_band(shown.service().demand.spread);
    let times = |by: f64| shown.demand.iter().map(|units| units * by).collect::<Vec<_>>();
    let band = (times(low), times(high));
    // The scale stays while something is held: it would move under the hand.
    let ticks = last_ticks
        .borrow()
        .clone()
        .filter(|_| shown.held)
        .unwrap_or_else(|| Plot::ticks(shown.demand.iter().chain(&band.1).copied()));
    *last_ticks.borrow_mut() = Some(ticks.clone());
    let drawing = Drawing { shared, shown: shown.clone(), ticks, band, read, change: props.change.clone() };
    let shared = &drawing.shared;
    let title = title(shared, shown);
    let words = if shown.service().demand.spread > 0.0 {
        ReportText::DemandSubtitleShocks
    } else {
        ReportText::DemandSubtitle
    };
    let subtitle = shared.said_with(words, &[shared.said(shown.unit())]);
    let table = {
        let (shared, shown) = (shared.clone(), shown.clone());
        Callback::from(move |()| table(&shared, &shown))
    };
    let table_word = shared.said(ReportText::TableBehind);
    html! { <Frame {title} {subtitle} {table_word} draw={Callback::from(move |width| drawing.draw(width))} {table} /> }
}

/// A month in words, its year in full.
fn long_month(shared: &Shared, month: Month) -> String {
    shared.said_with(ReportText::MonthOfYear, &[&shared.locale.month_name(month), &month.year.to_string()])
}

fn title(shared: &Shared, shown: &Shown) -> String {
    let share = |share: f64| shared.locale.share(libm::round(share * 100.0) / 100.0);
    let months = shown.demand.len().to_string();
    match finding(&shown.demand, shown.first) {
        Finding::Nothing => shared.said(ReportText::DemandNothing).to_owned(),
        Finding::Steady => shared.said(ReportText::DemandSteady).to_owned(),
        Finding::Grows(by) => shared.said_with(ReportText::DemandGrows, &[&share(by), &months]),
        Finding::Shrinks(by) => shared.said_with(ReportText::DemandShrinks, &[&share(by), &months]),
        Finding::Peak(one) | Finding::Trough(one) => {
            let month = shown.first.plus(one.month - 1);
            let when = if one.yearly { shared.locale.month_name(month) } else { long_month(shared, month) };
            let words = match (finding(&shown.demand, shown.first), one.yearly) {
                (Finding::Peak(_), true) => ReportText::DemandPeaksYearly,
                (Finding::Peak(_), false) => ReportText::DemandPeaks,
                (_, true) => ReportText::DemandLowYearly,
                (_, false) => ReportText::DemandLow,
            };
            shared.said_with(words, &[&when, &share(one.share)])
        }
    }
}

/// An event's name, or its number.
pub fn event_name(shared: &Shared, events: &[Event<f64>], index: usize) -> String {
    match events.get(index).map(|event| event.name.trim()) {
        Some(name) if !name.is_empty() => name.to_owned(),
        _ => shared.said_with(ReportText::EventNumber, &[&(index + 1).to_string()]),
    }
}

/// Demand of a month as if an event were not.
fn without(service: &Service<f64>, index: usize, first: Month, month: usize) -> f64 {
    let mut other = service.clone();
    other.demand.events.remove(index);
    stated_base(service) * shape(&other, first, month, 0)
}

fn signed_share(shared: &Shared, share: f64) -> String {
    let sign = if share > 0.0 { "+" } else { "" };
    format!("{sign}{}", shared.locale.share(share))
}

/// The words beside a span, and the columns that both take.
struct Beside {
    words: String,
    leftwards: bool,
    columns: (usize, usize),
}

struct Drawing {
    shared: Shared,
    shown: Shown,
    ticks: Ticks,
    /// Low and high.
    band: (Vec<f64>, Vec<f64>),
    /// The month that is read, from 0.
    read: UseStateHandle<Option<usize>>,
    change: Callback<Change>,
}

impl Drawing {
    fn draw(&self, width: f64) -> Html {
        let (shared, demand) = (&self.shared, &self.shown.demand);
        let events = &self.shown.service().demand.events;
        let number = |value: f64| shared.locale.number(value);
        let room = self.ticks.values.iter().map(|value| text_width(&number(*value), TEXT));
        let room = room.fold(0.0, |a: f64, b| a.max(b));
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked months")]
        let spans: Vec<(usize, usize)> = events
            .iter()
            .map(|event| (event.start.max(1.0) as usize, event.length.max(1.0) as usize))
            .collect();
        // The words beside a span take columns too, so the lanes come after the columns.
        let flat = Plot::new(width, demand.len(), self.ticks.clone(), room, 0);
        let beside: Vec<Beside> =
            spans.iter().enumerate().map(|(index, span)| self.beside(&flat, index, *span)).collect();
        let lanes = lanes(&beside.iter().map(|beside| beside.columns).collect::<Vec<_>>());
        let count = lanes.iter().map(|lane| lane + 1).max().unwrap_or(0);
        let plot = Plot::new(width, demand.len(), self.ticks.clone(), room, count);
        let shocks = self.shown.service().demand.spread > 0.0;
        html! {
            <svg class="demand-chart" viewBox={format!("0 0 {} {}", px(plot.width), px(plot.height))} role="group"
                aria-label={title(shared, &self.shown)}>
                { axes(shared, &plot, self.shown.first) }
                if shocks { <path class="band" d={plot.between(&self.band.0, &self.band.1)} /> }
                { for spans.iter().map(|(start, length)| shade(&plot, *start, *length)) }
                <path class="line" d={plot.steps(demand)} />
                { self.reader(&plot) }
                { for lanes.iter().enumerate().map(|(index, lane)| self.event(&plot, index, spans[index], *lane, &beside[index])) }
            </svg>
        }
    }

    /// A month to read: with the pointer over the plot, or with keys.
    fn reader(&self, plot: &Plot) -> Html {
        let (shared, demand) = (&self.shared, &self.shown.demand);
        let words = |at: usize| {
            let month = shared.locale.month(self.shown.first.plus(at));
            let unit = shared.said(self.shown.unit());
            let number = shared.locale.number(demand[at]);
            let (low, high) = (shared.locale.number(self.band.0[at]), shared.locale.number(self.band.1[at]));
            if low == high {
                shared.said_with(ReportText::DemandIn, &[&month, &number, unit])
            } else {
                shared.said_with(ReportText::DemandInShocks, &[&month, &number, unit, &low, &high])
            }
        };
        let at = self.read.filter(|at| *at < demand.len());
        let hover = {
            let (read, plot) = (self.read.clone(), plot.clone());
            Callback::from(move |event: PointerEvent| {
                if let Some((_, x)) =
                    target(&event).and_then(|element| place_in(&element, &event, plot.width))
                {
                    read.set(Some(plot.column_at(x)));
                }
            })
        };
        let leave = {
            let read = self.read.clone();
            Callback::from(move |()| read.set(None))
        };
        #[expect(clippy::cast_precision_loss, reason = "months")]
        let way = Way { low: 1.0, high: demand.len() as f64, step: 1.0, leap: 12.0 };
        #[expect(clippy::cast_precision_loss, reason = "months")]
        let now = at.map_or(1.0, |at| at as f64 + 1.0);
        let onkeydown = {
            let read = self.read.clone();
            let none = at.is_none();
            Callback::from(move |event: KeyboardEvent| {
                if let Some(to) = way.after_key(&event.key(), now) {
                    event.prevent_default();
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "months")]
                    read.set(Some(if none { 0 } else { to as usize - 1 }));
                }
            })
        };
        let callout = at.map(|at| {
            let words = words(at);
            let half = text_width(&words, TEXT) / 2.0;
            let (x, y) = (plot.middle(at), plot.y(demand[at]));
            let middle =
                if half * 2.0 < plot.width { x.clamp(half, plot.width - half) } else { plot.width / 2.0 };
            let above = if y > plot.down.0 + 24.0 { y - 12.0 } else { y + 24.0 };
            html! { <g class="read" aria-hidden="true">
                <line x1={px(x)} x2={px(x)} y1={px(plot.down.0)} y2={px(plot.down.1)} />
                <circle class="point" cx={px(x)} cy={px(y)} r="4" />
                <text text-anchor="middle" x={px(middle)} y={px(above)}>{ words }</text>
            </g> }
        });
        html! {
            <g class="reader" role="slider" tabindex="0" aria-label={shared.said(ReportText::DemandReader)} aria-valuemin="1"
                aria-valuemax={demand.len().to_string()} aria-valuenow={now.to_string()} aria-valuetext={words(at.unwrap_or(0))}
                onpointerdown={hover.clone()} onpointermove={hover} onpointerleave={leave.reform(|_: PointerEvent| ())}
                onblur={leave.reform(|_: FocusEvent| ())} {onkeydown}>
                <rect class="reach" x={px(plot.across.0)} y={px(plot.down.0)} width={px(plot.across.1 - plot.across.0)}
                    height={px(plot.down.1 - plot.down.0)} />
                { for callout }
            </g>
        }
    }

    /// The words beside a span: to its right, or to its left where there is no room.
    fn beside(&self, plot: &Plot, index: usize, (start, length): (usize, usize)) -> Beside {
        let events = &self.shown.service().demand.events;
        let name = event_name(&self.shared, events, index);
        let words = format!("{name} {}", signed_share(&self.shared, events[index].uplift));
        let (left, right) = (plot.edge(start - 1), plot.edge(start - 1 + length));
        let leftwards = right + 12.0 + text_width(&words, TEXT) > plot.width && left > plot.width - right;
        let room = if leftwards { left } else { plot.width - right } - 12.0;
        let words = shorten(&words, TEXT, room);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few columns")]
        let columns = libm::ceil((text_width(&words, TEXT) + 16.0) / plot.column()) as usize;
        let from = if leftwards { start.saturating_sub(columns) } else { start };
        Beside {
            words,
            leftwards,
            columns: (from, start - from + length + if leftwards { 0 } else { columns }),
        }
    }

    /// A span with three handles: where it starts, how long it lasts, what it adds.
    fn event(
        &self,
        plot: &Plot,
        index: usize,
        (start, length): (usize, usize),
        lane: usize,
        beside: &Beside,
    ) -> Html {
        let (shared, service) = (&self.shared, self.shown.service());
        let event = &service.demand.events[index];
        let name = event_name(shared, &service.demand.events, index);
        let column = plot.column();
        #[expect(clippy::cast_precision_loss, reason = "months and lanes")]
        let (top, months) = (4.0 + lane as f64 * LANE, plot.months as f64);
        let (left, right) = (plot.edge(start - 1), plot.edge(start - 1 + length));
        let uplift = signed_share(shared, event.uplift);
        let moved = |field: &'static str| self.moved(index, field);
        let settled = self.change.reform(|()| Change::Settled);
        let width = plot.width;
        let mid = start - 1 + (length.min(plot.months.saturating_sub(start - 1)).max(1) - 1) / 2;
        let rest =
            if start <= plot.months { without(service, index, self.shown.first, mid + 1) } else { 0.0 };
        let whole = |low: f64, high: f64| Way { low, high, step: 1.0, leap: 12.0 };
        // What the plot shows at its top is the most that a drag can mean.
        let most = (self.ticks.bounds.high / rest - 1.0).clamp(0.0, 20.0).max(event.uplift);
        html! {
            <g key={index} class={classes!("event", event.surprise.then_some("surprise"))}>
                <Handle class="span" label={shared.said_with(ReportText::EventStart, &[&name])} value={event.start}
                    words={long_month(shared, self.shown.first.plus(start - 1))} way={whole(1.0, months.max(event.start))}
                    per_unit={1.0 / column} {width} moved={moved("start")} settled={settled.clone()}>
                    <rect class="bar" x={px(left)} y={px(top)} width={px((right - left).max(4.0))} height={px(LANE - 6.0)} rx="3" />
                    <rect class="reach" x={px(left - 6.0)} y={px(top - 3.0)} width={px((right - left + 2.0).max(14.0))} height={px(LANE)} />
                    <text text-anchor={if beside.leftwards { "end" } else { "start" }} y={px(top + 13.0)}
                        x={px(if beside.leftwards { left - 8.0 } else { right + 12.0 })}>{ &beside.words }</text>
                </Handle>
                <Handle class="end" label={shared.said_with(ReportText::EventLength, &[&name])} value={event.length}
                    words={shared.quantity(event.length, crate::scenario::Unit::Months)} way={whole(1.0, months.max(event.length))}
                    per_unit={1.0 / column} {width} moved={moved("length")} settled={settled.clone()}>
                    <rect class="reach" x={px(right.max(left + 10.0) - 4.0)} y={px(top - 3.0)} width="18" height={px(LANE)} />
                    <path class="grip" d={format!("M{:.1} {:.1}v10m3 -10v10", right + 2.0, top + 4.0)} />
                </Handle>
                if rest > 0.0 {
                    <Handle class="size" label={shared.said_with(ReportText::EventSize, &[&name])} value={event.uplift} words={uplift}
                        way={Way { low: -1.0, high: most, step: 0.01, leap: 0.1 }} per_unit={plot.per_pixel() / rest} upright=true
                        {width} moved={moved("uplift")} {settled}>
                        <circle class="grip reach" cx={px(plot.middle(mid))} cy={px(plot.y(self.shown.demand[mid]))} r="16" />
                        <circle class="knob" cx={px(plot.middle(mid))} cy={px(plot.y(self.shown.demand[mid]))} r="6" />
                    </Handle>
                }
            </g>
        }
    }

    fn moved(&self, index: usize, field: &'static str) -> Callback<(f64, bool)> {
        let path = format!("events.{index}.{field}");
        let old = self.shown.given(&path).cloned();
        self.change.reform(move |(to, held): (f64, bool)| {
            let value = row(&path).map_or(Value::Null, |(_, row)| at_value(old.as_ref(), to, row));
            Change::Set { path: path.clone(), value: Some(value), held }
        })
    }
}

/// Rules and names of values and months.
pub fn axes(shared: &Shared, plot: &Plot, first: Month) -> Html {
    html! {
        <g aria-hidden="true">
            <>{ for plot.ticks.values.iter().map(|value| html! {
                <g>
                    <line class={if *value == 0.0 { "zero" } else { "grid" }} x1={px(plot.across.0)} x2={px(plot.across.1)}
                        y1={px(plot.y(*value))} y2={px(plot.y(*value))} />
                    <text class="tick" text-anchor="end" x={px(plot.across.0 - 6.0)} y={px(plot.y(*value) + 4.0)}>
                        { shared.locale.number(*value) }
                    </text>
                </g>
            }) }</>
            <>{ for plot.named().into_iter().map(|at| html! {
                <g>
                    <line class="zero" x1={px(plot.edge(at))} x2={px(plot.edge(at))} y1={px(plot.down.1)} y2={px(plot.down.1 + 5.0)} />
                    <text class="tick" x={px(plot.edge(at) + 2.0)} y={px(plot.down.1 + 18.0)}>{ shared.locale.month(first.plus(at)) }</text>
                </g>
            }) }</>
        </g>
    }
}

fn shade(plot: &Plot, start: usize, length: usize) -> Html {
    let (left, right) = (plot.edge(start - 1), plot.edge(start - 1 + length));
    html! { <rect class="shade" x={px(left)} y={px(plot.down.0)} width={px(right - left)} height={px(plot.down.1 - plot.down.0)} /> }
}

fn table(shared: &Shared, shown: &Shown) -> Html {
    html! {
        <table>
            <thead><tr><th scope="col">{ shared.said(ReportText::MonthWord) }</th><th scope="col">{ shared.said(shown.unit()) }</th></tr></thead>
            <tbody>
                { for shown.demand.iter().enumerate().map(|(at, units)| html! {
                    <tr key={at}>
                        <th scope="row">{ shared.locale.month(shown.first.plus(at)) }</th>
                        <td>{ plain(*units, &format!("demand.{}.{}", shown.index, at + 1), shared.locale.number(*units)) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
