//! What belongs to a line of work alone: agents by hour of a live desk, hours left of a project, terabytes stored and what is lost of them.

use yew::prelude::*;

use super::charts::{LineChart, LineSeries};
use super::losses::losses;
use super::scale::drawn;
use super::tables::TableProps;
use super::words::Said as _;
use crate::answer::{Kind, desk_agents, stored};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, option_name, series};
use crate::scenario::plan_values;
use crate::words::{Format, ReportText};

/// A chart for each live desk, each project, and all data.
#[component]
pub fn Lines(props: &TableProps) -> Html {
    let shared = use_shared();
    let desks = use_memo(props.answer.clone(), |answer| {
        let services = plan_values(&answer.document).services;
        let parts = &answer.answer.options[0].outcome.parts;
        let found = services.iter().zip(parts);
        found.map(|(service, part)| (desk_agents(service), stored(service, &part.demand))).collect::<Vec<_>>()
    });
    let projects = props.answer.answer.options[0].outcome.parts.iter().map(|part| part.project);
    let charts =
        desks.iter().zip(projects).enumerate().filter_map(|(index, ((desk, stored), project))| match desk {
            Some(agents) => Some(at_the_desk(&shared, &props.answer, index, agents)),
            None if project => Some(hours_left(&shared, &props.answer, index)),
            None => stored.as_ref().map(|stored| held(&shared, &props.answer, index, stored)),
        });
    let mut charts: Vec<Html> = charts.collect();
    let keeps_data = desks.iter().any(|(_, stored)| stored.is_some());
    charts.extend(keeps_data.then(|| losses(&shared, &props.answer)).flatten());
    if charts.is_empty() {
        return Html::default();
    }
    html! { <section class="panel"><div class="charts">{ for charts }</div></section> }
}

fn rounded(shared: &Shared) -> Callback<f64, String> {
    let locale = shared.locale.clone();
    Callback::from(move |value: f64| locale.number(libm::round(value)))
}

fn at_the_desk(shared: &Shared, answer: &AnswerOf, index: usize, agents: &[f64]) -> Html {
    let (least, most) =
        agents.iter().fold((f64::MAX, 0.0_f64), |(least, most), now| (least.min(*now), most.max(*now)));
    let name = answer.services.get(index).cloned().unwrap_or_default();
    let line = LineSeries {
        name: shared.said(ReportText::DeskLine).into(),
        class: series(Kind::BestInHouse).into(),
        values: agents.to_vec(),
        result_path: format!("services.{index}.agents").into(),
    };
    html! {
        <LineChart title={shared.said_with(ReportText::DeskTitle, &[&name, &least.to_string(), &most.to_string()])}
            subtitle={shared.said(ReportText::DeskSubtitle)} series={vec![line]} explain={shared.explain.clone()} money={rounded(shared)}
            month_word={shared.said(ReportText::HourWord)} table_word={shared.said(ReportText::TableBehind)} />
    }
}

fn held(shared: &Shared, answer: &AnswerOf, index: usize, stored: &[f64]) -> Html {
    let held = &answer.answer.options[0].outcome.parts[index].demand;
    let number = |values: &[f64]| shared.locale.number(libm::round(values.last().copied().unwrap_or(0.0)));
    let name = answer.services.get(index).cloned().unwrap_or_default();
    let line = |name: ReportText, kind: Kind, values: &[f64], path: String| LineSeries {
        name: shared.said(name).into(),
        class: series(kind).into(),
        values: values.to_vec(),
        result_path: path.into(),
    };
    let lines = vec![
        line(ReportText::StoredHeld, Kind::BestInHouse, held, format!("services.{index}.held")),
        line(ReportText::StoredCopies, Kind::AsIs, stored, format!("services.{index}.stored")),
    ];
    html! {
        <LineChart title={shared.said_with(ReportText::StoredTitle, &[&name, &number(held), &number(stored)])}
            subtitle={shared.said(ReportText::StoredSubtitle)} series={lines} explain={shared.explain.clone()} money={rounded(shared)}
            month_word={shared.said(ReportText::MonthWord)} table_word={shared.said(ReportText::TableBehind)} />
    }
}

fn hours_left(shared: &Shared, answer: &AnswerOf, index: usize) -> Html {
    let options = drawn(answer);
    let soonest = options
        .iter()
        .filter_map(|(_, option)| Some((option.outcome.parts[index].hours.finish?, option.kind())))
        .reduce(|a, b| if b.0 < a.0 { b } else { a });
    let name = answer.services.get(index).cloned().unwrap_or_default();
    let title = match soonest {
        Some((month, kind)) => {
            let month = shared.locale.number(libm::ceil(month));
            shared.said_with(
                ReportText::LeftTitle,
                &[&name, &month, &option_name(shared, &answer.vendors, kind)],
            )
        }
        None => shared.said_with(ReportText::LeftTitleNever, &[&name]),
    };
    let lines = options.iter().map(|(_, option)| LineSeries {
        name: option_name(shared, &answer.vendors, option.kind()).into(),
        class: series(option.kind()).into(),
        values: option.outcome.parts[index].hours.left.clone(),
        result_path: format!("options.{}.services.{index}.left", option.kind().key()).into(),
    });
    html! {
        <LineChart {title} subtitle={shared.said(ReportText::LeftSubtitle)} series={lines.collect::<Vec<_>>()} explain={shared.explain.clone()}
            money={rounded(shared)} month_word={shared.said(ReportText::MonthWord)} table_word={shared.said(ReportText::TableBehind)} />
    }
}
