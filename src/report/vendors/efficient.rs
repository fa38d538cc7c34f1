//! Cost against score: who is beaten by nobody.

use yew::prelude::*;

use super::points::{Point, PointsLayout};
use crate::answer::vendors::Standings;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::figure;
use crate::report::charts::{Frame, TEXT, pressed, px, text_width};
use crate::report::words::Said as _;
use crate::words::{Format, ReportText, VendorText};

/// One vendor in the chart.
#[derive(Clone, PartialEq)]
pub struct Placed {
    /// Its position.
    pub vendor: usize,
    /// Its name.
    pub name: String,
    /// Its cost and score.
    pub point: Point,
}

/// Ranked vendors that have both a cost and a score beside it.
#[must_use]
pub fn placed(standings: &Standings, names: &[String]) -> Vec<Placed> {
    let vendors = standings.vendors.iter().enumerate();
    vendors
        .filter_map(|(vendor, standing)| {
            standing.rank?;
            let (cost, score) = (standing.cost?.present, standing.beside_cost?);
            let name = names.get(vendor).cloned().unwrap_or_default();
            Some(Placed { vendor, name, point: Point { cost, score, efficient: standing.efficient } })
        })
        .collect()
}

/// What the chart is handed.
#[derive(Properties, PartialEq)]
pub struct EfficientProps {
    /// The vendors in it.
    pub placed: Vec<Placed>,
}

/// Cost from left to right, score from below; those that nobody beats are joined.
#[component]
pub fn Efficient(props: &EfficientProps) -> Html {
    let shared = use_shared();
    let placed = &props.placed;
    let best: Vec<&str> =
        placed.iter().filter(|one| one.point.efficient).map(|one| one.name.as_str()).collect();
    let title = match best.as_slice() {
        [one] => shared.of_vendors_with(VendorText::EfficientTitleOne, &[one]),
        many if many.len() == placed.len() => shared.of_vendors(VendorText::EfficientTitleAll).to_owned(),
        many => {
            let beaten = placed.len() - many.len();
            shared
                .of_vendors_with(VendorText::EfficientTitle, &[&many.len().to_string(), &beaten.to_string()])
        }
    };
    let (drawn, listed) = (placed.clone(), placed.clone());
    let (one, other, label) = (shared.clone(), shared.clone(), title.clone());
    html! {
        <Frame {title} subtitle={shared.of_vendors(VendorText::EfficientSubtitle)} table_word={shared.said(ReportText::TableBehind)}
            draw={Callback::from(move |width| draw(&one, &drawn, &label, width))} table={Callback::from(move |()| table(&other, &listed))} />
    }
}

fn draw(shared: &Shared, placed: &[Placed], title: &str, width: f64) -> Html {
    let points: Vec<Point> = placed.iter().map(|one| one.point).collect();
    let widths: Vec<f64> = placed.iter().map(|one| text_width(&one.name, TEXT)).collect();
    let layout = PointsLayout::new(width, &points, &widths);
    let marks = placed.iter().enumerate().map(|(index, one)| {
        let ((x, y), label, left) = (layout.points[index], layout.labels[index], layout.leftwards[index]);
        let cost = shared.locale.money(one.point.cost);
        let path = format!("vendors.standings.{}.cost.present_value", one.vendor);
        let (onclick, onkeydown) = pressed(&shared.explain, path.clone());
        let score = shared.locale.number(libm::round(one.point.score));
        let word = if one.point.efficient { VendorText::EfficientYes } else { VendorText::EfficientNo };
        let said = format!("{}: {cost}, {score}. {}", one.name, shared.of_vendors(word));
        html! {
            <g key={one.vendor} class={format!("series-vendor-{}", one.vendor)}>
                if (label - y).abs() > 4.0 { <path class="leader" d={format!("M{x:.1} {y:.1}L{:.1} {label:.1}", if left { x - 9.0 } else { x + 9.0 })} /> }
                <circle class={if one.point.efficient { "point" } else { "point beaten" }} tabindex="0" role="button" {onclick} {onkeydown} aria-label={said} data-value={one.point.cost.to_string()} data-result={path.clone()} cx={px(x)} cy={px(y)} r="6" />
                <text aria-hidden="true" class={(!one.point.efficient).then_some("soft")} x={px(if left { x - 11.0 } else { x + 11.0 })} y={px(label + 4.0)} text-anchor={if left { "end" } else { "start" }}>{ &one.name }</text>
            </g>
        }
    });
    html! {
        <svg viewBox={format!("0 0 {} {}", px(layout.width), px(layout.height))} role="group" aria-label={title.to_owned()}>
            <g aria-hidden="true">
                <>{ for layout.scores.iter().map(|(score, y)| html! {
                    <g>
                        <line class={if *score > 0.0 { "grid" } else { "zero" }} x1={px(layout.across.0)} x2={px(layout.across.1)} y1={px(*y)} y2={px(*y)} />
                        <text class="tick" text-anchor="end" x={px(layout.across.0 - 6.0)} y={px(y + 4.0)}>{ score }</text>
                    </g>
                }) }</>
                <>{ for layout.costs.iter().map(|(cost, x)| html! {
                    <text class="tick" text-anchor="middle" x={px(*x)} y={px(layout.down.1 + 18.0)}>{ shared.locale.money(*cost) }</text>
                }) }</>
                <text class="tick" text-anchor="end" x={px(layout.across.1)} y={px(layout.height - 4.0)}>{ shared.of_vendors(VendorText::EfficientCost) }</text>
                if !layout.frontier.is_empty() { <path class="frontier" d={layout.frontier.clone()} /> }
            </g>
            <>{ for marks }</>
        </svg>
    }
}

fn table(shared: &Shared, placed: &[Placed]) -> Html {
    html! {
        <table>
            <thead><tr><th scope="col">{ shared.of_vendors(VendorText::ListCaption) }</th><th scope="col">{ shared.of_vendors(VendorText::EfficientCost) }</th>
                <th scope="col">{ shared.of_vendors(VendorText::ScoreWord) }</th><th scope="col">{ shared.of_vendors(VendorText::EfficientWord) }</th></tr></thead>
            <tbody>{ for placed.iter().map(|one| {
                let path = |what: &str| format!("vendors.standings.{}.{what}", one.vendor);
                html! {
                    <tr key={one.vendor}><th scope="row">{ &one.name }</th>
                        <td>{ figure(shared, one.point.cost, &path("cost.present_value"), shared.locale.money(one.point.cost)) }</td>
                        <td>{ figure(shared, one.point.score, &path("beside_cost"), shared.locale.number(libm::round(one.point.score * 10.0) / 10.0)) }</td>
                        <td>{ shared.of_vendors(if one.point.efficient { VendorText::EfficientYes } else { VendorText::EfficientNo }) }</td></tr>
                }
            }) }</tbody>
        </table>
    }
}
