//! Quality control: what is done twice, looked for and missed on either side, and what a point of rework costs.

use std::rc::Rc;

use yew::prelude::*;

use super::figures::side;
use super::fold::Fold;
use super::requirements::EditedProps;
use crate::answer::vendors::{QualityLine, quality_line, sides};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure};
use crate::report::later::use_mark;
use crate::report::words::Said as _;
use crate::report::work::{Work, use_work};
use crate::scenario::{Scenario, plan_values};
use crate::words::{Format, VendorText};

/// Quality control, a side a step: each runs the engine again.
struct Checked {
    answer: Rc<AnswerOf>,
    scenario: Scenario<f64>,
    sides: Vec<(usize, Option<usize>)>,
    lines: Vec<QualityLine>,
}

impl Work for Checked {
    type Of = Rc<AnswerOf>;

    fn new(answer: Rc<AnswerOf>) -> Self {
        let scenario = plan_values(&answer.document);
        let mut sides: Vec<_> = sides(&scenario).collect();
        sides.reverse();
        Checked { answer, scenario, sides, lines: Vec::new() }
    }

    fn step(&mut self) -> bool {
        let line = self.sides.pop().and_then(|side| quality_line(&self.scenario, &self.answer.answer, side));
        self.lines.extend(line);
        self.sides.is_empty()
    }
}

/// What each point of rework costs, defects and inspection on either side.
#[component]
pub fn Quality(props: &EditedProps) -> Html {
    let shared = use_shared();
    let (found, stale) = use_work::<Checked>(&props.answer);
    let mark = use_mark(stale);
    let part = |found: Rc<Checked>| {
        let title = title(&shared, &found);
        let body = {
            let shared = shared.clone();
            Callback::from(move |()| table(&shared, &found))
        };
        html! { <Fold id="quality" {title} subtitle={shared.of_vendors(VendorText::QualitySubtitle)} {body} /> }
    };
    html! { <div class={classes!("part", mark)} aria-busy={stale.to_string()}>{ for found.map(part) }</div> }
}

/// On which side rework costs least, and on which most.
fn title(shared: &Shared, found: &Checked) -> String {
    let sides = || found.lines.iter();
    let least = sides().reduce(|a, b| if b.point < a.point { b } else { a });
    let most = sides().reduce(|a, b| if b.point > a.point { b } else { a });
    let told = |line: &QualityLine| {
        (shared.locale.money(line.point), side(shared, &found.answer, line.service, line.vendor))
    };
    match (least.map(told), most.map(told)) {
        (Some((low, cheap)), Some((high, dear))) if low != high => {
            shared.of_vendors_with(VendorText::QualityTitle, &[&low, &cheap, &high, &dear])
        }
        (Some((cost, whose)), _) => shared.of_vendors_with(VendorText::QualityTitleOne, &[&cost, &whose]),
        _ => shared.of_vendors(VendorText::QualityTitleNone).to_owned(),
    }
}

fn table(shared: &Shared, found: &Checked) -> Html {
    let share = |value: f64| shared.locale.share(value);
    let money = |value: f64| shared.locale.money(value);
    let priced = |value: f64, path: &str| {
        if value.abs() < 0.005 {
            html! { "–" }
        } else {
            figure(shared, value, path, money(value))
        }
    };
    let row = |(index, line): (usize, &QualityLine)| {
        let path = |what: &str| format!("quality.{index}.{what}");
        let whose = side(shared, &found.answer, line.service, line.vendor);
        let hue = line
            .vendor
            .map_or_else(|| "series-best_in_house".to_owned(), |vendor| format!("series-vendor-{vendor}"));
        html! {
            <tr key={index}>
                <th scope="row"><span class={classes!("dot", hue)}></span>{ " " }{ whose }</th>
                <td>{ figure(shared, line.rework, &path("rework"), share(line.rework)) }</td>
                <td>{ figure(shared, line.point, &path("point"), money(line.point)) }</td>
                <td>{ figure(shared, line.inspection, &path("inspection"), share(line.inspection)) }</td>
                <td>{ priced(line.inspection_cost, &path("inspection_cost")) }</td>
                <td>{ match line.defects {
                    Some(defects) => figure(shared, defects, &path("defects"), share(defects)),
                    None => html! { <span class="assumed">{ shared.of_vendors(VendorText::NotKnown) }</span> },
                } }</td>
                <td>{ priced(line.defect_cost, &path("defect_cost")) }</td>
            </tr>
        }
    };
    let head = |text: VendorText| html! { <th scope="col">{ shared.of_vendors(text) }</th> };
    html! { <>
        <div class="table-scroll" tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::QualitySubtitle)}><table>
            <thead><tr><td></td>{ head(VendorText::QualityRework) }{ head(VendorText::QualityPoint) }{ head(VendorText::QualityInspection) }
                { head(VendorText::QualityInspectionCost) }{ head(VendorText::QualityDefects) }{ head(VendorText::QualityDefectCost) }</tr></thead>
            <tbody>{ for found.lines.iter().enumerate().map(row) }</tbody>
        </table></div>
        <p class="hint">{ shared.of_vendors(VendorText::QualityWhere) }</p>
    </> }
}
