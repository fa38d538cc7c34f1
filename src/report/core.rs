//! How many people to keep: savings against the size of the core, with nobody, the best and everybody on one curve.

use serde_json::json;
use yew::prelude::*;

use super::charts::{LineChart, LineSeries};
use super::tables::TableProps;
use super::words::Said as _;
use crate::answer::{CoreCurve, Kind, core_curves};
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure, series};
use crate::scenario::plan_values;
use crate::words::{Format, ReportText};

/// The curves of the vendor that the verdict speaks of, else of the cheapest.
#[component]
pub fn Cores(props: &TableProps) -> Html {
    let shared = use_shared();
    let curves = use_memo(props.answer.clone(), |answer| {
        let found = &answer.answer;
        let ranked = found.ranked();
        let kinds = found.contender().into_iter().chain(ranked.iter().map(|option| option.kind()));
        let vendor = kinds.into_iter().find_map(Kind::vendor);
        let scenario = plan_values(&answer.document);
        // Where several vendors come first, those before it in the scenario make the index of its curves.
        vendor.map_or_else(Vec::new, |vendor| {
            let before = (0..vendor).map(|one| core_curves(&scenario, found, one).len()).sum::<usize>();
            core_curves(&scenario, found, vendor)
                .into_iter()
                .enumerate()
                .map(|(at, curve)| (before + at, scenario.services[curve.service].core, curve))
                .collect::<Vec<_>>()
        })
    });
    html! { <>{ for curves.iter().map(|(index, stated, curve)| one(&shared, &props.answer, (*index, *stated), curve)) }</> }
}

fn one(shared: &Shared, answer: &AnswerOf, (index, stated): (usize, Option<f64>), curve: &CoreCurve) -> Html {
    let locale = &shared.locale;
    let vendor = answer.vendors.get(curve.vendor).map_or("", String::as_str);
    let service = answer.services.get(curve.service).map_or("", String::as_str);
    let people = curve.people().to_string();
    let best = curve.saved[curve.best];
    // The verdict keeps as many as stated where the best are hardly better.
    let other = stated.and_then(|stated| {
        let size = (1..curve.saved.len()).find(|size| ((size * curve.step) as f64 - stated).abs() < 1e-9)?;
        (size != curve.best).then_some((size * curve.step, curve.saved[size]))
    });
    let title = if curve.is_split() {
        let more = locale.money(best - curve.saved[0]);
        match other {
            Some((size, saved)) => shared.said_with(
                ReportText::CoreTitleBeside,
                &[&people, &more, &locale.money(best - saved), &size.to_string()],
            ),
            None => shared.said_with(ReportText::CoreTitle, &[&people, &more]),
        }
    } else if curve.best == 0 {
        shared.said_with(ReportText::CoreTitleNobody, &[vendor])
    } else {
        shared.said(ReportText::CoreTitleEverybody).to_owned()
    };
    let rule = curve.rule.map(|rule| {
        let (own, flex) =
            (locale.money_exact(libm::round(rule.own)), locale.money_exact(libm::round(rule.flex)));
        let text = if rule.share() < 1.0 { ReportText::CoreRule } else { ReportText::CoreRuleNever };
        shared.said_with(text, &[&own, &flex, vendor, &locale.share(rule.share())])
    });
    let money = {
        let locale = locale.clone();
        Callback::from(move |value: f64| locale.money(value))
    };
    let line = LineSeries {
        name: vendor.to_owned().into(),
        class: series(Kind::Split(curve.vendor)).into(),
        values: curve.saved.clone(),
        result_path: format!("cores.{index}.saved").into(),
    };
    let mark = AttrValue::from(shared.said_with(ReportText::CoreMark, &[&people]));
    let word = if curve.step == 1 {
        shared.said(ReportText::PeopleWord).to_owned()
    } else {
        format!("× {} {}", curve.step, shared.said(ReportText::PeopleWord))
    };
    let keep = curve.is_split().then(|| {
        let (path, size) = (format!("services.{}.core", curve.service), curve.people());
        let words = shared.said_with(ReportText::CoreKeep, &[&people]);
        button(&words, "", move || tell(Message::Set, &json!([path, size]).to_string()))
    });
    html! {
        <section class="panel core" key={index}>
            <LineChart {title} subtitle={shared.said_with(ReportText::CoreSubtitle, &[service, vendor])} series={vec![line]}
                mark={Some((curve.best as f64, best, mark))} {money} explain={shared.explain.clone()} month_word={word} table_word={shared.said(ReportText::TableBehind)} />
            <p>{ points(shared, index, curve) }</p>
            if let Some(rule) = rule { <p>{ rule }</p> }
            <>{ for keep }</>
            <div class="charts"><>{ for needed(shared, index, curve) }</>{ for monthly(shared, answer, index, curve) }</div>
        </section>
    }
}

/// The three points of the curve that have names: nobody, the best, everybody.
fn points(shared: &Shared, index: usize, curve: &CoreCurve) -> Html {
    let last = curve.saved.len() - 1;
    let point = |saves: ReportText, dearer: ReportText, at: usize| {
        let (value, people) = (curve.saved[at], (at * curve.step).to_string());
        let text = if value < 0.0 { dearer } else { saves };
        let words = shared.locale.money(value.abs());
        let saved = figure(shared, value, &format!("cores.{index}.saved.{at}"), words);
        html! { <span class="together">{ shared.said_with(text, &[&people]) }{ " " }{ saved }</span> }
    };
    html! { <>
        { point(ReportText::CoreNobody, ReportText::CoreNobodyDearer, 0) }{ " · " }
        if curve.is_split() { { point(ReportText::CoreBest, ReportText::CoreBestDearer, curve.best) }{ " · " } }
        { point(ReportText::CoreEverybody, ReportText::CoreEverybodyDearer, last) }
    </> }
}

/// The load-duration curve, with the share of the time from which a person is worth keeping.
fn needed(shared: &Shared, index: usize, curve: &CoreCurve) -> Option<Html> {
    let rule = curve.rule?;
    let share = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.share(value))
    };
    let most = curve.needed.len();
    let worth = curve.needed.iter().skip(1).filter(|needed| **needed > rule.share()).count() * curve.step;
    let line = |name: ReportText, class: &str, values: Vec<f64>, path: String| LineSeries {
        name: shared.said(name).into(),
        class: class.to_owned().into(),
        values,
        result_path: path.into(),
    };
    let from = rule.share();
    let series = vec![
        line(
            ReportText::NeededLine,
            &series(Kind::BestInHouse),
            curve.needed.clone(),
            format!("cores.{index}.needed"),
        ),
        line(
            ReportText::NeededRule,
            &series(Kind::Split(curve.vendor)),
            vec![from; most],
            format!("cores.{index}.rule"),
        ),
    ];
    let title = if rule.share() < 1.0 {
        shared.said_with(ReportText::NeededTitle, &[&worth.to_string(), &shared.locale.share(from)])
    } else {
        shared.said(ReportText::NeededTitleNever).to_owned()
    };
    Some(html! {
        <LineChart {title}
            subtitle={shared.said(ReportText::NeededSubtitle)} {series} explain={shared.explain.clone()} money={share}
            month_word={shared.said(ReportText::PersonWord)} table_word={shared.said(ReportText::TableBehind)} />
    })
}

/// The best size by month beside the people that the work takes.
fn monthly(shared: &Shared, answer: &AnswerOf, index: usize, curve: &CoreCurve) -> Option<Html> {
    let sizes = curve.monthly.clone()?;
    let number = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.number(libm::round(value * 10.0) / 10.0))
    };
    let settled = answer
        .answer
        .option(Kind::Outsourced(curve.vendor))
        .and_then(|option| option.outcome.parts[curve.service].settled_from)
        .unwrap_or(1)
        .min(sizes.len() - 1);
    let (low, high) = sizes[settled..]
        .iter()
        .fold((f64::MAX, 0.0_f64), |(low, high), size| (low.min(*size), high.max(*size)));
    let title = if high > low {
        shared.said_with(ReportText::MonthlyTitle, &[&low.to_string(), &high.to_string()])
    } else {
        shared.said_with(ReportText::MonthlyTitleSteady, &[&high.to_string()])
    };
    let line = LineSeries {
        name: shared.said(ReportText::MonthlyLine).into(),
        class: series(Kind::Split(curve.vendor)).into(),
        values: sizes,
        result_path: format!("cores.{index}.monthly").into(),
    };
    Some(html! {
        <LineChart {title} subtitle={shared.said(ReportText::MonthlySubtitle)} series={vec![line]} explain={shared.explain.clone()}
            money={number} month_word={shared.said(ReportText::MonthWord)} table_word={shared.said(ReportText::TableBehind)} />
    })
}
