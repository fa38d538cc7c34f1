//! The vendors judged: who is first under which weights, who is beaten by nobody, and what that rests on.

use std::rc::Rc;

use yew::prelude::*;

use super::criteria::{Criteria, called};
use super::efficient::{Efficient, placed};
use super::fold::Fold;
use super::requirements::EditedProps;
use crate::answer::vendors::{Counted, Finding, Judging, Standings, findings};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure};
use crate::page::views::verdict::{figures_in, figures_spoken};
use crate::report::charts::{Bar, Part, StackedBars};
use crate::report::later::use_mark;
use crate::report::words::Said as _;
use crate::report::work::{Work, use_work};
use crate::scenario::{Scenario, plan_values};
use crate::words::{Format, ReportText, VendorText, vendor_language};

/// What a finding says, with its figures.
fn sentence(shared: &Shared, finding: &Finding) -> Html {
    figures_in(shared, (vendor_language(shared.language).finding)(finding.key), &finding.figures)
}

/// The standings, counted in steps, and what follows from them.
struct Judgement {
    answer: Rc<AnswerOf>,
    scenario: Rc<Scenario<f64>>,
    judging: Option<Judging>,
    standings: Option<Rc<Standings>>,
    said: Vec<Finding>,
}

impl Work for Judgement {
    type Of = Rc<AnswerOf>;

    fn new(answer: Rc<AnswerOf>) -> Self {
        let scenario = Rc::new(plan_values(&answer.document));
        let judging = Some(Judging::new(&scenario, &answer.answer));
        Judgement { answer, scenario, judging, standings: None, said: Vec::new() }
    }

    fn step(&mut self) -> bool {
        if self.judging.as_mut().is_some_and(|judging| !judging.step()) {
            return false;
        }
        if let Some(judging) = self.judging.take() {
            let standings = judging.standings();
            self.said = findings(&self.scenario, &standings, &self.answer.answer.failures);
            self.standings = Some(Rc::new(standings));
        }
        true
    }
}

/// Findings, criteria, acceptability and the efficient set.
#[component]
pub fn Judged(props: &EditedProps) -> Html {
    let shared = use_shared();
    let (found, stale) = use_work::<Judgement>(&props.answer);
    let mark = use_mark(stale);
    let part = |found: Rc<Judgement>| {
        let standings = found.standings.clone()?;
        let title = found.said.first().map_or_else(String::new, |first| {
            let words = (vendor_language(shared.language).finding)(first.key);
            // A title has no stop.
            figures_spoken(&shared, words, &first.figures).trim_end_matches('.').to_owned()
        });
        let body = {
            let (shared, plan) = (shared.clone(), props.plan.clone());
            Callback::from(move |()| {
                let (answer, said) = (&found.answer, &found.said);
                let placed = placed(&standings, &answer.vendors);
                html! { <>
                    if said.len() > 1 { <ul class="findings">{ for said.iter().skip(1).map(|one| html! { <li>{ sentence(&shared, one) }</li> }) }</ul> }
                    <Criteria plan={plan.clone()} answer={answer.clone()} scenario={found.scenario.clone()} standings={standings.clone()} />
                    { scorecard(&shared, answer, &found.scenario, &standings) }
                    <div class="charts">
                        { acceptability(&shared, answer, &standings) }
                        if !placed.is_empty() { <Efficient {placed} /> }
                    </div>
                </> }
            })
        };
        Some(
            html! { <Fold id="criteria" {title} subtitle={shared.of_vendors(VendorText::CriteriaSubtitle)} {body} /> },
        )
    };
    html! { <div class={classes!("part", mark)} aria-busy={stale.to_string()}>{ for found.and_then(part) }</div> }
}

/// Every score with what it counts, and what they come to: a column a vendor that is ranked, the best first.
fn scorecard(shared: &Shared, answer: &AnswerOf, scenario: &Scenario<f64>, standings: &Standings) -> Html {
    let ranked = standings.ranked();
    if ranked.is_empty() {
        return Html::default();
    }
    let tenth = |value: f64| shared.locale.number(libm::round(value * 10.0) / 10.0);
    let of = |vendor: usize, what: &str| format!("vendors.standings.{vendor}.{what}");
    let row = |(place, counted): (usize, &Counted)| {
        let (name, weight) = (counted.criterion.name(), counted.weight);
        let scores = ranked.iter().map(|vendor| match standings.vendors[*vendor].scores[place] {
            Some(score) => html! { <td>{ figure(shared, score, &of(*vendor, &format!("scores.{name}")), shared.locale.number(libm::round(score))) }</td> },
            None => html! { <td><span class="assumed">{ "–" }</span></td> },
        });
        html! {
            <tr key={name.clone()}><th scope="row">{ called(shared, scenario, counted.criterion) }</th>
                <td>{ figure(shared, weight, &format!("vendors.criteria.{place}.weight"), shared.locale.share(libm::round(weight * 1000.0) / 1000.0)) }</td>
                { for scores }</tr>
        }
    };
    let mut order: Vec<usize> = (0..standings.criteria.len()).collect();
    crate::order::sort_by(&mut order, |a, b| standings.criteria[*a].place > standings.criteria[*b].place);
    let totals = ranked.iter().map(|vendor| {
        let value = standings.vendors[*vendor].value.unwrap_or(0.0);
        html! { <td>{ figure(shared, value, &of(*vendor, "value"), tenth(value)) }</td> }
    });
    let ranks =
        ranked.iter().map(|vendor| html! { <td>{ standings.vendors[*vendor].rank.unwrap_or(0) }</td> });
    html! {
        <div class={classes!("table-scroll", (ranked.len() > 4).then_some("wide"))} tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::CardTitle)}><table class="scorecard">
            <thead><tr><th scope="col">{ shared.of_vendors(VendorText::CardTitle) }</th><th scope="col">{ shared.of_vendors(VendorText::CardCounts) }</th>
                { for ranked.iter().map(|vendor| html! { <th scope="col"><span class={classes!("dot", format!("series-vendor-{vendor}"))}></span>{ " " }{ answer.vendors.get(*vendor).cloned().unwrap_or_default() }</th> }) }</tr></thead>
            <tbody>
                { for order.iter().map(|place| row((*place, &standings.criteria[*place]))) }
                <tr class="total"><th scope="row">{ shared.of_vendors(VendorText::CardTotal) }</th><td></td>{ for totals }</tr>
                <tr><th scope="row">{ shared.of_vendors(VendorText::CardRank) }</th><td></td>{ for ranks }</tr>
            </tbody>
        </table></div>
    }
}

/// A bar a vendor: the share of weights under which it is first, second and so on.
fn acceptability(shared: &Shared, answer: &AnswerOf, standings: &Standings) -> Html {
    let ranked = standings.ranked();
    if ranked.len() < 2 {
        return Html::default();
    }
    let share = |value: f64| shared.locale.share(libm::round(value * 1000.0) / 1000.0);
    let bar = |vendor: &usize| {
        let shares = &standings.vendors[*vendor].of_kept;
        let path = |rank: usize| format!("vendors.standings.{vendor}.of_kept.{rank}");
        let parts = shares.iter().take(ranked.len()).enumerate().map(|(rank, value)| Part {
            class: format!("rank-{}", rank.min(7) + 1).into(),
            name: shared.of_vendors_with(VendorText::RankNumber, &[&(rank + 1).to_string()]).into(),
            value: *value,
            result_path: path(rank).into(),
        });
        let first = shares.first().copied().unwrap_or(0.0);
        Bar {
            name: answer.vendors.get(*vendor).cloned().unwrap_or_default().into(),
            class: format!("series-vendor-{vendor}").into(),
            parts: parts.collect(),
            total: first,
            total_text: share(first).into(),
            result_path: path(0).into(),
        }
    };
    let mut order = ranked.clone();
    crate::order::sort_by(&mut order, |a, b| standings.first(*a) < standings.first(*b));
    let bars: Vec<Bar> = order.iter().map(bar).collect();
    let leader = answer.vendors.get(order[0]).map_or("", String::as_str);
    let title = if standings.ordered { VendorText::AcceptTitleKept } else { VendorText::AcceptTitle };
    let title = shared.of_vendors_with(title, &[leader, &share(standings.first(order[0]))]);
    let subtitle = standings.error.map_or_else(
        || shared.of_vendors(VendorText::AcceptExact).to_owned(),
        |error| shared.of_vendors_with(VendorText::AcceptError, &[&shared.locale.share(2.0 * error)]),
    );
    let money = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.share(libm::round(value * 1000.0) / 1000.0))
    };
    html! {
        <StackedBars {title} {subtitle} {bars} {money} explain={shared.explain.clone()} table_word={shared.said(ReportText::TableBehind)}
            total_word={shared.of_vendors(VendorText::AcceptFirst)} />
    }
}
