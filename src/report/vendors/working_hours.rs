//! When each vendor works by the reader's clock, and how much of the day both do, through the year.

use yew::prelude::*;

use super::day_strip::{BAR, DayStrip, within_day};
use super::requirements::{EditedProps, considered};
use crate::answer::vendors::shift;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, plain};
use crate::report::charts::{Frame, TEXT, px, shorten, text_width};
use crate::report::words::Said as _;
use crate::scenario::{Month, Scenario, Unit, plan_values};
use crate::words::{ReportText, VendorText};
use crate::zones::{Shift, date, overlap, strip, weekday};

/// A vendor whose hours are known.
#[derive(Clone, PartialEq)]
struct Row {
    vendor: usize,
    name: String,
    /// When it works on a day in winter and one in summer, by the reader's clock.
    spans: [Vec<(f64, f64)>; 2],
    /// Hours that both work in each month of a year, from the first.
    shared: Vec<f64>,
}

impl Row {
    fn worst(&self) -> f64 {
        self.shared.iter().copied().fold(24.0, |a, b| if b < a { b } else { a })
    }
}

/// All that is drawn.
#[derive(Clone, PartialEq)]
struct Drawn {
    zone: &'static str,
    own: (f64, f64),
    rows: Vec<Row>,
    unknown: Vec<String>,
    first: Month,
    /// The places of January and July among the months.
    seasons: [usize; 2],
}

/// A working day, Wednesday, near the middle of a month.
fn middle(month: Month) -> i32 {
    let day = date(month.year, month.month, 15);
    let ahead = (3 - i32::try_from(weekday(day)).unwrap_or(3)).rem_euclid(7);
    day + ahead
}

fn found(scenario: &Scenario<f64>, vendors: &[(usize, String)]) -> Option<Drawn> {
    let here = shift(&scenario.here.zone, &scenario.here.day)?;
    let first = scenario.first_month;
    let place = |month: u32| ((month + 12 - first.month) % 12) as usize;
    let seasons = [place(1), place(7)];
    let row = |(vendor, name): &(usize, String)| -> Result<Row, String> {
        let one = scenario.vendors.get(*vendor).ok_or_else(|| name.clone())?;
        let there: Shift = shift(&one.zone, &one.day).ok_or_else(|| name.clone())?;
        let spans = seasons.map(|season| strip(here.zone, &there, middle(first.plus(season))));
        let shared = (0..12).map(|month| overlap(&here, &there, first.plus(month))).collect();
        Ok(Row { vendor: *vendor, name: name.clone(), spans, shared })
    };
    let (mut rows, mut unknown) = (Vec::new(), Vec::new());
    for vendor in vendors {
        match row(vendor) {
            Ok(row) => rows.push(row),
            Err(name) => unknown.push(name),
        }
    }
    Some(Drawn { zone: here.zone.name, own: (here.start, here.end), rows, unknown, first, seasons })
}

/// The finding on working hours.
pub(super) fn hours_title(shared: &Shared, answer: &AnswerOf) -> String {
    let found = found(&plan_values(&answer.document), &considered(&answer.document));
    found.map_or_else(
        || shared.of_vendors(VendorText::HoursTitleNone).to_owned(),
        |drawn| title(shared, &drawn),
    )
}

/// The strip, and behind it the table of hours shared by month.
#[component]
pub fn WorkingHours(props: &EditedProps) -> Html {
    let shared = use_shared();
    let drawn = use_memo(props.answer.clone(), |answer| {
        found(&plan_values(&answer.document), &considered(&answer.document))
    });
    let Some(drawn) = (*drawn).clone().filter(|drawn| !drawn.rows.is_empty()) else {
        return html! { <p class="hint">{ shared.of_vendors(VendorText::MustZoneFirst) }</p> };
    };
    let (strip_shared, table_shared) = (shared.clone(), shared.clone());
    let (of_strip, of_table) = (drawn.clone(), drawn.clone());
    html! { <>
        <div class="charts one"><Frame title={title(&shared, &drawn)} subtitle={shared.of_vendors_with(VendorText::HoursSubtitle, &[&drawn.zone.replace('_', " ")])}
            table_word={shared.said(ReportText::TableBehind)} draw={Callback::from(move |width| draw(&strip_shared, &of_strip, width))}
            table={Callback::from(move |()| table(&table_shared, &of_table))} /></div>
        if !drawn.unknown.is_empty() { <p class="hint">{ shared.of_vendors_with(VendorText::HoursUnknown, &[&drawn.unknown.join(", ")]) }</p> }
    </> }
}

fn hours(shared: &Shared, hours: f64) -> String {
    shared.quantity(libm::round(hours * 10.0) / 10.0, Unit::Hours)
}

/// Who shares most of the day, and who least.
fn title(shared: &Shared, drawn: &Drawn) -> String {
    let mut rows: Vec<&Row> = drawn.rows.iter().collect();
    crate::order::sort_by(&mut rows, |a, b| a.worst() < b.worst());
    match rows.as_slice() {
        [] => shared.of_vendors(VendorText::HoursTitleNone).to_owned(),
        [first, .., last] if last.worst() < first.worst() => shared.of_vendors_with(
            VendorText::HoursTitle,
            &[&first.name, &hours(shared, first.worst()), &last.name, &hours(shared, last.worst())],
        ),
        [one, ..] => {
            shared.of_vendors_with(VendorText::HoursTitleOne, &[&one.name, &hours(shared, one.worst())])
        }
    }
}

fn draw(shared: &Shared, drawn: &Drawn, width: f64) -> Html {
    let words = |row: &Row| {
        let [winter, summer] = drawn.seasons.map(|season| libm::round(row.shared[season] * 10.0) / 10.0);
        let number = |value: f64| crate::words::Format::number(&*shared.locale, value);
        if (winter - summer).abs() > 0.0 {
            format!("{}–{}", number(winter.min(summer)), hours(shared, winter.max(summer)))
        } else {
            hours(shared, winter)
        }
    };
    let ends: Vec<String> = drawn.rows.iter().map(words).collect();
    let end_room = ends.iter().map(|words| text_width(words, TEXT * 1.18)).fold(0.0, f64::max);
    let names: Vec<&str> = drawn.rows.iter().map(|row| row.name.as_str()).collect();
    let layout = DayStrip::new(width, &names, end_room, TEXT);
    let bottom = layout.height - 18.0;
    let rows = drawn.rows.iter().zip(&layout.rows).zip(&ends).map(|((row, top), words)| {
        let [winter, summer] = drawn.seasons.map(|season| hours(shared, row.shared[season]));
        let [january, july] = drawn.seasons.map(|season| shared.locale.month(drawn.first.plus(season)));
        let told = shared.of_vendors_with(VendorText::HoursShared, &[&row.name, &winter, &january, &summer, &july]);
        let bars = row.spans.iter().enumerate().flat_map(|(season, spans)| {
            let y = top + season as f64 * (BAR + 2.0);
            let layout = &layout;
            spans.iter().map(move |(from, to)| {
                let (left, right) = (layout.place(*from), layout.place(*to));
                let class = if season == 0 { "segment winter" } else { "segment summer" };
                html! { <rect {class} x={px(left)} y={px(y)} width={px(right - left)} height={px(BAR)} rx="2" /> }
            })
        });
        let name = if layout.name_room > 0.0 {
            html! { <text x="0" y={px(top + 14.0)}>{ shorten(&row.name, TEXT, layout.name_room) }</text> }
        } else {
            html! { <text x="0" y={px(top - 6.0)}>{ shorten(&row.name, TEXT, width) }</text> }
        };
        html! {
            <g class={format!("series-vendor-{}", row.vendor)} key={row.vendor}>
                { name }
                { for bars }
                <text class="strong total" tabindex="0" role="img" aria-label={told} x={px(layout.day.1 + 8.0)} y={px(top + 14.0)}>{ words }</text>
            </g>
        }
    });
    let label = title(shared, drawn);
    html! {
        <svg viewBox={format!("0 0 {} {}", px(layout.width), px(layout.height))} role="group" aria-label={label}>
            <g aria-hidden="true">
                { for within_day(drawn.own.0, drawn.own.1).into_iter().map(|(from, to)| html! {
                    <rect class="own-day" x={px(layout.place(from))} y="0" width={px(layout.place(to) - layout.place(from))} height={px(bottom)} />
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
                        <td>{ plain(row.shared[month], &format!("overlap.{}.{month}", row.vendor), hours(shared, row.shared[month])) }</td>
                    }) }</tr>
            }) }</tbody>
        </table>
    }
}
