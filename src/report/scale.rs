//! How each option bears change: work done in time, people over time, and what growth, peaks and slumps take.

use yew::prelude::*;

use super::charts::{LineChart, LineSeries};
use super::tables::TableProps;
use super::what_if::question;
use super::words::Said as _;
use crate::answer::{Case, Compared, GROWTH, Kind, Response, people, responses};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure, option_name, plain, series};
use crate::scenario::Unit;
use crate::words::{Format, ReportText};

/// Most options drawn in one chart.
const MOST_LINES: usize = 5;

/// The options worth drawing with their places in the answer: the references, and the cheapest of the rest.
pub(super) fn drawn(answer: &AnswerOf) -> Vec<(usize, &Compared)> {
    let found = &answer.answer;
    let mut options: Vec<(usize, &Compared)> = found
        .options
        .iter()
        .enumerate()
        .filter(|(_, option)| {
            option.rank.is_some() || matches!(option.kind(), Kind::AsIs | Kind::BestInHouse)
        })
        .collect();
    let place = |option: &Compared| match option.kind() {
        Kind::AsIs | Kind::BestInHouse => 0,
        _ => option.rank.unwrap_or(usize::MAX),
    };
    crate::order::sort_by(&mut options, |a, b| place(a.1) > place(b.1));
    options.truncate(MOST_LINES);
    options
}

/// Two charts and a table of what change takes.
#[component]
pub fn ScalePanel(props: &TableProps) -> Html {
    let shared = use_shared();
    let answer = &props.answer;
    let found = use_memo(answer.clone(), |answer| responses(answer.cases(), &answer.answer));
    let options = drawn(answer);
    // A project is done when it is done: no month of it is served or not.
    let flows = answer.answer.options[0].outcome.parts.iter().any(|part| !part.project);
    html! {
        <section class="panel" id="scale">
            <h2>{ if flows { title(&shared, answer, &options) } else { shared.said(ReportText::ScaleTitleProject).to_owned() } }</h2>
            <p class="subtitle">{ shared.said(ReportText::ScaleSubtitle) }</p>
            <div class="charts">if flows { { levels(&shared, answer, &options) } }{ team(&shared, answer, &options) }</div>
            { table(&shared, answer, &options, &found) }
        </section>
    }
}

/// What the busiest month tells apart.
fn title(shared: &Shared, answer: &AnswerOf, options: &[(usize, &Compared)]) -> String {
    let best = &answer.answer.options[1];
    let level = |option: &Compared| option.scale.service_level[best.scale.peak];
    let mover = answer.answer.contender().and_then(|kind| answer.answer.option(kind));
    let month = shared.locale.month(answer.first.plus(best.scale.peak - 1));
    let share = |option: &Compared| shared.locale.share(level(option));
    match mover {
        Some(mover) if (level(mover) - level(best)).abs() > 0.02 => {
            let name = option_name(shared, &answer.vendors, mover.kind());
            shared.said_with(ReportText::ScaleTitle, &[&month, &name, &share(mover), &share(best)])
        }
        _ if options.iter().skip(1).all(|(_, option)| level(option) > 0.98) => {
            shared.said_with(ReportText::ScaleTitleAll, &[&month])
        }
        _ => shared.said_with(ReportText::ScaleTitleNone, &[&month, &share(best)]),
    }
}

fn lines(
    shared: &Shared,
    answer: &AnswerOf,
    options: &[(usize, &Compared)],
    values: impl Fn(&Compared) -> Vec<f64>,
    path: &str,
) -> Vec<LineSeries> {
    let line = |(_, option): &(usize, &Compared)| LineSeries {
        name: option_name(shared, &answer.vendors, option.kind()).into(),
        class: series(option.kind()).into(),
        values: values(option),
        result_path: format!("options.{}.{path}", option.kind().key()).into(),
    };
    options.iter().map(line).collect()
}

fn levels(shared: &Shared, answer: &AnswerOf, options: &[(usize, &Compared)]) -> Html {
    let share = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.share(value))
    };
    let series =
        lines(shared, answer, options, |option| option.scale.service_level.clone(), "scale.service_level");
    html! {
        <LineChart title={level_title(shared, answer, options)} subtitle={shared.said(ReportText::LevelSubtitle)} {series}
            explain={shared.explain.clone()} money={share} month_word={shared.said(ReportText::MonthWord)}
            table_word={shared.said(ReportText::TableBehind)} />
    }
}

fn team(shared: &Shared, answer: &AnswerOf, options: &[(usize, &Compared)]) -> Html {
    let number = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.number(libm::round(value * 10.0) / 10.0))
    };
    let series = lines(shared, answer, options, people, "people");
    html! {
        <LineChart title={team_title(shared, answer)} subtitle={shared.said(ReportText::TeamSubtitle)} {series}
            explain={shared.explain.clone()} money={number} month_word={shared.said(ReportText::MonthWord)}
            table_word={shared.said(ReportText::TableBehind)} />
    }
}

/// The least that an option does of a month's work in time.
fn level_title(shared: &Shared, answer: &AnswerOf, options: &[(usize, &Compared)]) -> String {
    let least = |option: &Compared| option.scale.service_level.iter().copied().fold(1.0, f64::min);
    let worst = options
        .iter()
        .map(|(_, option)| (least(option), option.kind()))
        .reduce(|a, b| if b.0 < a.0 { b } else { a });
    match worst {
        Some((level, kind)) if level < 0.995 => {
            let name = option_name(shared, &answer.vendors, kind);
            shared.said_with(ReportText::LevelFinding, &[&shared.locale.share(level), &name])
        }
        _ => shared.said(ReportText::LevelFindingNone).to_owned(),
    }
}

/// Where the team of the option that the verdict speaks of goes.
fn team_title(shared: &Shared, answer: &AnswerOf) -> String {
    let found = &answer.answer;
    let kind = found.verdict.option.unwrap_or(Kind::BestInHouse);
    let team = found.option(kind).map(people).unwrap_or_default();
    let number = |value: f64| shared.locale.number(libm::round(value * 10.0) / 10.0);
    let (from, to) = (team.first().copied().unwrap_or(0.0), team.last().copied().unwrap_or(0.0));
    let name = option_name(shared, &answer.vendors, kind);
    shared.said_with(ReportText::TeamFinding, &[&number(from), &number(to), &name])
}

fn table(shared: &Shared, answer: &AnswerOf, options: &[(usize, &Compared)], found: &[Response]) -> Html {
    let key = |option: &Compared| format!("options.{}", option.kind().key());
    let row = |label: String, cell: &dyn Fn(usize, &Compared) -> Html| {
        html! {
            <tr><th scope="row">{ label }</th>{ for options.iter().map(|(index, option)| html! { <td>{ cell(*index, option) }</td> }) }</tr>
        }
    };
    let share = |of: fn(&Compared) -> f64, path: &'static str| {
        move |_: usize, option: &Compared| {
            figure(shared, of(option), &format!("{}.{path}", key(option)), shared.locale.share(of(option)))
        }
    };
    let growth = GROWTH.iter().enumerate().map(|(place, more)| {
        let label = shared.said_with(ReportText::ScaleGrow, &[&shared.locale.share(*more)]);
        row(label, &|_, option| {
            let months = option.scale.months_to[place];
            if months.is_finite() {
                let words = shared.quantity(months, Unit::Months);
                plain(months, &format!("{}.scale.months_to.{place}", key(option)), words)
            } else {
                html! { { shared.said(ReportText::ScaleNever) } }
            }
        })
    });
    let changed = found.iter().enumerate().map(|(index, response)| {
        let spell = matches!(response.case, Case::Spell { .. });
        let label = shared.said_with(
            if spell { ReportText::ScaleExtra } else { ReportText::ScaleElasticity },
            &[&question(shared, response.case)],
        );
        row(label, &|place, option| {
            let (name, value) = match spell {
                true => ("extra", response.extra(&answer.answer, place)),
                false => ("elasticity", response.elasticity(&answer.answer, place)),
            };
            let Some(value) = value else { return html! { { shared.said(ReportText::NotDefined) } } };
            let words = if spell {
                shared.locale.money(value)
            } else {
                shared.locale.number(libm::round(value * 100.0) / 100.0)
            };
            figure(shared, value, &format!("responses.{index}.{name}.{}", option.kind().key()), words)
        })
    });
    let finishes = options.iter().any(|(_, option)| option.outcome.parts.iter().any(|part| part.project));
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={shared.said(ReportText::ScaleMeasure)}><table>
            <thead><tr><th scope="col">{ shared.said(ReportText::ScaleMeasure) }</th>
                { for options.iter().map(|(_, option)| html! { <th scope="col">{ option_name(shared, &answer.vendors, option.kind()) }</th> }) }
            </tr></thead>
            <tbody>
                { row(shared.said(ReportText::ScaleLate).to_owned(), &share(|option| option.scale.late_share, "scale.late_share")) }
                { row(shared.said(ReportText::ScaleStrained).to_owned(), &share(|option| option.scale.strained_share, "scale.strained_share")) }
                { row((shared.report().figure)("idle_share").to_owned(), &share(|option| option.measures.idle_share, "idle_share")) }
                { row(shared.said(ReportText::ScaleStaffing).to_owned(), &|_, option| staffing(shared, option)) }
                if finishes { { row(shared.said(ReportText::ScaleFinish).to_owned(), &|_, option| finish(shared, option)) } }
                { for growth }
                { for changed }
            </tbody>
        </table></div>
    }
}

/// When an option's projects are done.
fn finish(shared: &Shared, option: &Compared) -> Html {
    let key = option.kind().key();
    let projects = option.outcome.parts.iter().enumerate().filter(|(_, part)| part.project);
    let cells = projects.map(|(index, part)| match part.hours.finish {
        Some(month) => {
            let words = shared.said_with(
                ReportText::ExplainMonth,
                &[&shared.locale.number(libm::ceil(month))],
            );
            html! { <div>{ figure(shared, month, &format!("options.{key}.services.{index}.finish"), words) }</div> }
        }
        None => html! { <div>{ shared.said(ReportText::NotWithinHorizon) }</div> },
    });
    html! { <>{ for cells }</> }
}

/// How the size of an option's team is set, once for services that do it alike.
fn staffing(shared: &Shared, option: &Compared) -> Html {
    let mut words: Vec<&str> = Vec::new();
    for staffing in option.outcome.parts.iter().filter_map(|part| part.staffing()) {
        let said = shared.choice(staffing.name());
        if !words.contains(&said) {
            words.push(said);
        }
    }
    html! { <>{ for words.iter().map(|word| html! { <div>{ *word }</div> }) }</> }
}
