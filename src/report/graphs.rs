//! The charts: each answers one question and says its finding in the title.

use std::rc::Rc;

use yew::prelude::*;

use super::charts::{Bar, LineChart, LineSeries, Part, StackedBars};
use super::doubt::{Found, State, bands};
use super::later::{use_later, use_mark, use_steps};
use super::words::Said;
use crate::answer::{Compared, Kind, group_present};
use crate::engine::ledger::CostGroup;
use crate::finance::Payback;
use crate::page::shared::use_shared;
use crate::page::views::figures::{AnswerOf, option_name, series};
use crate::words::{Format, ReportText};

/// Milliseconds that charts wait for the first bands, so that they are drawn once.
const UNTIL_BANDS: u32 = 60;

/// What there is to draw.
#[derive(Properties, PartialEq)]
pub struct ChartsProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// What is known of the doubt.
    pub state: State,
}

/// The charts, drawn after the verdict; older ones are marked until then.
#[component]
pub fn Charts(props: &ChartsProps) -> Html {
    let state = &props.state;
    let doubtful = state.document.is_some();
    let now = (props.answer.clone(), state.found.clone().filter(|_| doubtful));
    let after = if doubtful { UNTIL_BANDS } else { 0 };
    let (later, _) = use_later(now.clone(), after, None);
    // What has been simulated is drawn with the verdict that it is told in. Where nothing is in doubt there is nothing to wait for either: the
    // report itself comes after the verdict's frame. Only the first drawing, which takes a slow phone's time, is a task of its own.
    let shown = match (doubtful, state.fresh()) {
        (true, None) => later,
        (true, Some(_)) => Some(now),
        (false, _) => later.map(|_| now),
    };
    let stale = shown.as_ref().is_none_or(|(answer, _)| *answer != props.answer);
    let mark = use_mark(stale);
    let futures = shown.as_ref().and_then(|(_, found)| Some(found.as_ref()?.futures().to_string()));
    html! {
        <div id="costs" class={mark} aria-busy={stale.to_string()} data-futures={futures}>
            if let Some((answer, found)) = shown { <Graphs {answer} {found} /> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct GraphsProps {
    answer: Rc<AnswerOf>,
    /// What has been simulated, where anything is in doubt.
    found: Option<Rc<Found>>,
}

/// Cumulative savings with the payback marked, and cost by category side by side.
#[component]
fn Graphs(props: &GraphsProps) -> Html {
    let shared = use_shared();
    let steps = use_steps(2, true);
    let answer = &props.answer.answer;
    let name = |kind: Kind| AttrValue::from(option_name(&shared, &props.answer.vendors, kind));
    let money = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.money(value))
    };
    let movers: Vec<&Compared> = answer
        .ranked()
        .into_iter()
        .filter(|option| !matches!(option.kind(), Kind::AsIs | Kind::BestInHouse))
        .take(4)
        .collect();
    let subject = answer
        .verdict
        .option
        .and_then(|kind| movers.iter().find(|option| option.kind() == kind))
        .or(movers.first());
    let banded = props.found.as_ref().and_then(|found| {
        let shown: Vec<_> = movers.iter().map(|option| (option.kind(), name(option.kind()))).collect();
        bands(&shared, &found.summary, &shown, subject.map(|option| option.kind())?)
    });
    let payback = subject.and_then(|option| option.savings.payback);
    let month = |month: f64| shared.locale.number(libm::ceil(month));
    let title = match payback {
        Some(Payback::Month(at)) => shared.said_with(ReportText::SavingsTitleBack, &[&month(at)]),
        Some(Payback::Immediate) => shared.said(ReportText::SavingsTitleAtOnce).to_owned(),
        _ => shared.said(ReportText::SavingsTitleNever).to_owned(),
    };
    let mark = match payback {
        Some(Payback::Month(at)) => {
            Some((at, 0.0, AttrValue::from(shared.said_with(ReportText::PaidBackMark, &[&month(at)]))))
        }
        _ => None,
    };
    let lines: Vec<LineSeries> = movers
        .iter()
        .map(|option| LineSeries {
            name: name(option.kind()),
            class: series(option.kind()).into(),
            values: option.savings.cumulative.clone(),
            result_path: format!("options.{}.savings.cumulative", option.kind().key()).into(),
        })
        .collect();
    let best = &answer.options[1];
    let pay = group_present(answer, best, CostGroup::Pay);
    let rest = if best.measures.present > 0.0 { 1.0 - pay / best.measures.present } else { 0.0 };
    // Every bar has the same groups, so that the legend names them all: those that any option spends on.
    let spent = |group: &&CostGroup| {
        answer.options.iter().any(|option| group_present(answer, option, **group).abs() > 0.0)
    };
    let groups: Vec<&CostGroup> = CostGroup::ALL.iter().filter(spent).collect();
    let bars: Vec<Bar> = answer
        .options
        .iter()
        .filter(|option| {
            option.kind() == Kind::BestInHouse || movers.iter().any(|mover| mover.kind() == option.kind())
        })
        .map(|option| Bar {
            name: name(option.kind()),
            class: series(option.kind()).into(),
            parts: groups
                .iter()
                .map(|group| Part {
                    class: format!("group-{}", group.name()).into(),
                    name: (shared.report().group)(**group).into(),
                    value: group_present(answer, option, **group),
                    result_path: format!("options.{}.groups.{}", option.kind().key(), group.name()).into(),
                })
                .collect(),
            total: option.measures.present,
            total_text: shared.locale.money(option.measures.present).into(),
            result_path: format!("options.{}.present_value", option.kind().key()).into(),
        })
        .collect();
    html! {
        <div class="charts">
            if let Some(banded) = banded {
                <LineChart title={banded.title} subtitle={banded.subtitle} series={banded.series} bands={banded.bands} mark={banded.mark} money={money.clone()}
                    explain={shared.explain.clone()} month_word={shared.said(ReportText::MonthWord)} table_word={shared.said(ReportText::TableBehind)} />
            } else if !lines.is_empty() {
                <LineChart {title} subtitle={shared.said(ReportText::SavingsSubtitle)} series={lines} {mark} money={money.clone()} explain={shared.explain.clone()}
                    month_word={shared.said(ReportText::MonthWord)} table_word={shared.said(ReportText::TableBehind)} />
            }
            if steps > 1 { <StackedBars title={shared.said_with(ReportText::CostTitle, &[&shared.locale.share(rest.clamp(0.0, 1.0))])}
                subtitle={shared.said_with(ReportText::CostSubtitle, &[&answer.months.to_string()])} {bars} {money} explain={shared.explain.clone()}
                table_word={shared.said(ReportText::TableBehind)} total_word={shared.said(ReportText::LedgerTotal)} /> }
            // Its place is kept: the chart beside it is drawn for the width that it will have.
            else { <figure class="chart"></figure> }
        </div>
    }
}
