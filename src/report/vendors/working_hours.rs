//! When each vendor works by the reader's clock, and how much of the day both do, through the year.

use std::rc::Rc;

use yew::prelude::*;

use super::day_strip::{BAR, DayStrip};
use super::requirements::considered;
use crate::answer::vendors::{common_hours, day_strip, usual_day};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure};
use crate::report::charts::{Frame, TEXT, pressed, px, shorten, text_width};
use crate::report::words::Said as _;
use crate::scenario::{Month, Scenario, Unit, plan_values};
use crate::words::{Format as _, ReportText, VendorText};

/// Spans of a day, in hours from midnight.
type Spans = Vec<(f64, f64)>;

/// A vendor whose hours are known.
#[derive(Clone, PartialEq)]
struct Row {
    vendor: usize,
    name: String,
    /// When it works on a day in winter and one in summer, by the reader's clock.
    spans: [Spans; 2],
    /// Hours that both work in each of twelve months, and the least of them.
    shared: Vec<f64>,
    worst: f64,
}

/// All that is drawn.
#[derive(PartialEq)]
pub struct Drawn {
    zone: String,
    /// When the reader's own people work.
    own: Spans,
    rows: Vec<Row>,
    unknown: Vec<String>,
    first: Month,
    /// The places of January and July among the months.
    seasons: [usize; 2],
}

fn found(scenario: &Scenario<f64>, vendors: &[(usize, String)]) -> Drawn {
    let first = scenario.first_month;
    let place = |month: u32| ((month + 12 - first.month) % 12) as usize;
    let seasons = [place(1), place(7)];
    let days = seasons.map(|season| usual_day(scenario, first.plus(season)));
    let zone = scenario.here.zone.replace('_', " ");
    let mut drawn = Drawn { zone, own: Vec::new(), rows: Vec::new(), unknown: Vec::new(), first, seasons };
    for (vendor, name) in vendors {
        let (name, vendor) = (name.clone(), *vendor);
        let strips = days.map(|day| day_strip(scenario, vendor, day));
        match (common_hours(scenario, vendor), strips) {
            (Some(hours), [Some(winter), Some(summer)]) => {
                drawn.own = winter.ours;
                let spans = [winter.theirs, summer.theirs];
                let shared = hours.months.into_iter().map(|(_, hours)| hours).collect();
                drawn.rows.push(Row { vendor, name, spans, shared, worst: hours.worst });
            }
            _ => drawn.unknown.push(name),
        }
    }
    drawn
}

/// What is drawn of an answer.
pub(super) fn drawn(answer: &AnswerOf) -> Drawn {
    found(&plan_values(&answer.document), &considered(&answer.document))
}

/// What the strip is handed.
#[derive(Properties, PartialEq)]
pub struct WorkingHoursProps {
    /// What is drawn.
    pub drawn: Rc<Drawn>,
}

/// The strip, and behind it the table of hours shared by month.
#[component]
pub fn WorkingHours(props: &WorkingHoursProps) -> Html {
    let shared = use_shared();
    let drawn = &props.drawn;
    let unknown = drawn.unknown.join(", ");
    if drawn.rows.is_empty() {
        let why = if drawn.zone.is_empty() { VendorText::HoursZoneFirst } else { VendorText::HoursUnknown };
        return html! { <p class="hint">{ shared.of_vendors_with(why, &[&unknown]) }</p> };
    }
    let (strip_shared, table_shared) = (shared.clone(), shared.clone());
    let (of_strip, of_table) = (drawn.clone(), drawn.clone());
    html! { <>
        <div class="charts one"><Frame title={shared.of_vendors(VendorText::HoursChart)} subtitle={shared.of_vendors_with(VendorText::HoursSubtitle, &[&drawn.zone])}
            table_word={shared.said(ReportText::TableBehind)} draw={Callback::from(move |width| draw(&strip_shared, &of_strip, width))}
            table={Callback::from(move |()| table(&table_shared, &of_table))} /></div>
        if !unknown.is_empty() { <p class="hint">{ shared.of_vendors_with(VendorText::HoursUnknown, &[&unknown]) }</p> }
    </> }
}

fn hours(shared: &Shared, hours: f64) -> String {
    shared.quantity(libm::round(hours * 10.0) / 10.0, Unit::Hours)
}

/// Who shares most of the day, and who least.
pub(super) fn hours_title(shared: &Shared, drawn: &Drawn) -> String {
    let mut rows: Vec<&Row> = drawn.rows.iter().collect();
    crate::order::sort_by(&mut rows, |a, b| a.worst < b.worst);
    match rows.as_slice() {
        [] => shared.of_vendors(VendorText::HoursTitleNone).to_owned(),
        [first, .., last] if last.worst <= 0.0 && first.worst > 0.0 => shared.of_vendors_with(
            VendorText::HoursTitleNo,
            &[&first.name, &hours(shared, first.worst), &last.name],
        ),
        [first, .., last] if last.worst < first.worst => shared.of_vendors_with(
            VendorText::HoursTitle,
            &[&first.name, &hours(shared, first.worst), &last.name, &hours(shared, last.worst)],
        ),
        [one, ..] => {
            shared.of_vendors_with(VendorText::HoursTitleOne, &[&one.name, &hours(shared, one.worst)])
        }
    }
}

/// The hours at the end of a row, each with the month that it is of: those of winter and of summer, the fewer first, where they differ.
fn end(shared: &Shared, drawn: &Drawn, row: &Row) -> Vec<(usize, String)> {
    let [winter, summer] = drawn.seasons;
    let shown = |season: usize| libm::round(row.shared[season] * 10.0) / 10.0;
    let (fewer, more) = if shown(winter) < shown(summer) { (winter, summer) } else { (summer, winter) };
    let all = (more, hours(shared, shown(more)));
    if shown(more) > shown(fewer) {
        vec![(fewer, format!("{}–", shared.locale.number(shown(fewer)))), all]
    } else {
        vec![all]
    }
}

fn draw(shared: &Shared, drawn: &Drawn, width: f64) -> Html {
    let ends: Vec<Vec<(usize, String)>> = drawn.rows.iter().map(|row| end(shared, drawn, row)).collect();
    let room = |parts: &Vec<(usize, String)>| -> f64 {
        parts.iter().map(|(_, words)| text_width(words, TEXT * 1.18)).sum()
    };
    let end_room = ends.iter().map(room).fold(0.0, f64::max);
    let names: Vec<&str> = drawn.rows.iter().map(|row| row.name.as_str()).collect();
    let layout = DayStrip::new(width, &names, end_room, TEXT);
    let bottom = layout.height - 18.0;
    let bar = |(from, to): &(f64, f64), y: f64, class: &'static str| {
        let (left, right) = (layout.place(*from), layout.place(*to));
        html! { <rect {class} x={px(left)} y={px(y)} width={px(right - left)} height={px(BAR)} rx="2" /> }
    };
    let rows = drawn.rows.iter().zip(&layout.rows).zip(&ends).map(|((row, top), parts)| {
        let [winter, summer] = drawn.seasons.map(|season| hours(shared, row.shared[season]));
        let [january, july] = drawn.seasons.map(|season| shared.locale.month(drawn.first.plus(season)));
        let told = shared.of_vendors_with(VendorText::HoursShared, &[&row.name, &winter, &january, &summer, &july]);
        let path = |month: usize| format!("vendors.hours.{}.months.{month}", row.vendor);
        let (onclick, onkeydown) = pressed(&shared.explain, format!("vendors.hours.{}.worst", row.vendor));
        let [above, below] = &row.spans;
        let name = if layout.name_room > 0.0 {
            html! { <text x="0" y={px(top + 14.0)}>{ shorten(&row.name, TEXT, layout.name_room) }</text> }
        } else {
            html! { <text x="0" y={px(top - 6.0)}>{ shorten(&row.name, TEXT, width) }</text> }
        };
        html! {
            <g class={format!("series-vendor-{}", row.vendor)} key={row.vendor}>
                { name }
                { for above.iter().map(|span| bar(span, *top, "segment")) }
                { for below.iter().map(|span| bar(span, top + BAR + 2.0, "segment summer")) }
                <text class="strong total" tabindex="0" role="button" {onclick} {onkeydown} aria-label={told} x={px(layout.day.1 + 8.0)} y={px(top + 14.0)}>
                    { for parts.iter().map(|(month, words)| html! { <tspan key={*month} data-value={row.shared[*month].to_string()} data-result={path(*month)}>{ words }</tspan> }) }
                </text>
            </g>
        }
    });
    html! {
        <svg viewBox={format!("0 0 {} {}", px(layout.width), px(layout.height))} role="group" aria-label={hours_title(shared, drawn)}>
            <g aria-hidden="true">
                { for drawn.own.iter().map(|(from, to)| html! {
                    <rect class="own-day" x={px(layout.place(*from))} y="0" width={px(layout.place(*to) - layout.place(*from))} height={px(bottom)} />
                }) }
                { for layout.hours.iter().map(|(hour, x)| html! {
                    <g key={*hour}>
                        <line class="grid" x1={px(*x)} x2={px(*x)} y1="0" y2={px(bottom)} />
                        <text class="tick" text-anchor={match hour { 0 => "start", 24 => "end", _ => "middle" }} x={px(*x)} y={px(bottom + 14.0)}>{ format!("{hour}:00") }</text>
                    </g>
                }) }
            </g>
            { for rows }
        </svg>
    }
}

fn table(shared: &Shared, drawn: &Drawn) -> Html {
    html! {
        <table>
            <thead><tr><th scope="col">{ shared.of_vendors(VendorText::HoursMonth) }</th>{ for drawn.rows.iter().map(|row| html! { <th scope="col">{ &row.name }</th> }) }</tr></thead>
            <tbody>{ for (0..12).map(|month| html! {
                <tr key={month}><th scope="row">{ shared.locale.month(drawn.first.plus(month)) }</th>
                    { for drawn.rows.iter().map(|row| html! {
                        <td>{ figure(shared, row.shared[month], &format!("vendors.hours.{}.months.{month}", row.vendor), hours(shared, row.shared[month])) }</td>
                    }) }</tr>
            }) }</tbody>
        </table>
    }
}
