//! How often something is found, by size: columns over an axis, and one apart for what has no place on it.

use yew::prelude::*;

use super::{
    ColumnsLayout, TEXT, shorten, text_width,
    view::{Frame, cell, pressed, px},
};

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnBar {
    /// Its stretch of the axis.
    pub stretch: [f64; 2],
    /// The stretch in words.
    pub name: AttrValue,
    /// Its share of all.
    pub share: f64,
    /// The class that gives it its hue.
    pub class: AttrValue,
    /// The path of the share in the result file.
    pub result_path: AttrValue,
}

/// A value on the axis to read.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnPoint {
    /// The value.
    pub value: f64,
    /// What it is, in words.
    pub words: AttrValue,
    /// Its path in the result file.
    pub result_path: AttrValue,
}

/// What columns show.
#[derive(Clone, Properties, PartialEq)]
pub struct ColumnChartProps {
    /// The finding.
    pub title: AttrValue,
    /// What is drawn, in what unit.
    pub subtitle: AttrValue,
    /// The columns.
    pub columns: Vec<ColumnBar>,
    /// The column apart; its stretch plays no part.
    #[prop_or_default]
    pub apart: Option<ColumnBar>,
    /// Words along the axis.
    pub ticks: Vec<(f64, AttrValue)>,
    /// Values to read on the axis.
    #[prop_or_default]
    pub points: Vec<ColumnPoint>,
    /// A value marked by a rule, with its words.
    #[prop_or_default]
    pub mark: Option<(f64, AttrValue)>,
    /// Opens the explanation of a share, by its path in the result file.
    pub explain: Callback<AttrValue>,
    /// A share in words.
    pub share: Callback<f64, String>,
    /// The words over the two columns of the table.
    pub heads: [AttrValue; 2],
    /// The words that open the table.
    pub table_word: AttrValue,
}

/// Columns with a table behind; points on the axis can be reached with the keyboard, and columns where they are few.
#[component]
pub fn ColumnChart(props: &ColumnChartProps) -> Html {
    let (drawn, listed) = (props.clone(), props.clone());
    html! {
        <Frame
            title={&props.title}
            subtitle={&props.subtitle}
            table_word={&props.table_word}
            draw={Callback::from(move |width| draw(&drawn, width))}
            table={Callback::from(move |()| table(&listed))}
        />
    }
}

/// Beyond so many columns the keyboard has the points and the table.
const FEW: usize = 14;

fn bars(props: &ColumnChartProps) -> impl Iterator<Item = &ColumnBar> {
    props.columns.iter().chain(&props.apart)
}

fn draw(props: &ColumnChartProps, width: f64) -> Html {
    let heights: Vec<([f64; 2], f64)> = props.columns.iter().map(|bar| (bar.stretch, bar.share)).collect();
    let layout = ColumnsLayout::new(width, &heights, props.apart.as_ref().map(|bar| bar.share));
    let few = props.columns.len() <= FEW;
    let callout = |words: &str, x: f64, y: f64| {
        let half = text_width(words, TEXT) / 2.0;
        let at = if half * 2.0 < width { x.clamp(half, width - half) } else { width / 2.0 };
        html! { <text class="callout" aria-hidden="true" text-anchor="middle" x={px(at)} y={px(y)}>{ words.to_owned() }</text> }
    };
    let columns = bars(props).zip(&layout.columns).map(|(bar, place)| {
        let words = format!("{}: {}", bar.name, props.share.emit(bar.share));
        let (onclick, onkeydown) = pressed(&props.explain, bar.result_path.to_string());
        let middle = place.x + place.width / 2.0;
        html! {
            <g class={bar.class.clone()}>
                <rect class="segment" tabindex={few.then_some("0")} role={few.then_some("button")} aria-label={few.then(|| words.clone())}
                    {onclick} {onkeydown} x={px(place.x)} y={px(place.y)} width={px(place.width)} height={px(place.height.max(0.0))}
                    data-value={bar.share.to_string()} data-result={&bar.result_path} />
                { callout(&words, middle, 12.0) }
            </g>
        }
    });
    let ticks = props.ticks.iter().filter_map(|(value, words)| {
        let x = layout.place(*value)?;
        Some(html! { <text class="tick" text-anchor="middle" x={px(x)} y={px(layout.floor + 18.0)}>{ words }</text> })
    });
    let apart = props.apart.as_ref().zip(layout.columns.last()).map(|(bar, place)| {
        let room = 62.0;
        html! {
            <text class="tick" text-anchor="end" x={px(place.x + place.width)} y={px(layout.floor + 18.0)}>{ shorten(&bar.name, TEXT, room) }</text>
        }
    });
    let mark = props.mark.as_ref().and_then(|(value, words)| {
        let x = layout.place(*value)?;
        let left = x + text_width(words, TEXT) + 6.0 > width;
        Some(html! {
            <g class="mark">
                <line x1={px(x)} x2={px(x)} y1="4" y2={px(layout.floor)} />
                <text x={px(if left { x - 5.0 } else { x + 5.0 })} y="14" text-anchor={if left { "end" } else { "start" }}>{ words }</text>
            </g>
        })
    });
    let points = props.points.iter().filter_map(|point| {
        let x = layout.place(point.value)?;
        let (onclick, onkeydown) = pressed(&props.explain, point.result_path.to_string());
        Some(html! {
            <g>
                <circle class="point" tabindex="0" role="button" {onclick} {onkeydown} aria-label={point.words.clone()} cx={px(x)} cy={px(layout.floor)} r="4"
                    data-value={point.value.to_string()} data-result={&point.result_path} />
                { callout(&point.words, x, layout.floor - 12.0) }
            </g>
        })
    });
    html! {
        <svg viewBox={format!("0 0 {} {}", px(layout.width), px(layout.height))} role="group" aria-label={props.title.clone()}>
            <>{ for columns }</>
            <line class="zero" x1={px(layout.across.0)} x2={px(layout.across.1)} y1={px(layout.floor)} y2={px(layout.floor)} />
            <g aria-hidden="true"><>{ for ticks }</>{ for apart }</g>
            <>{ for mark }</>
            <>{ for points }</>
        </svg>
    }
}

fn table(props: &ColumnChartProps) -> Html {
    html! {
        <table>
            <thead><tr>{ for props.heads.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>
                { for props.points.iter().map(|point| html! {
                    <tr key={point.result_path.to_string()}><th scope="row" colspan="2">{ cell(&props.explain, point.value, &point.result_path, point.words.to_string()) }</th></tr>
                }) }
                { for bars(props).map(|bar| html! {
                    <tr key={bar.result_path.to_string()}>
                        <th scope="row">{ &bar.name }</th>
                        <td>{ cell(&props.explain, bar.share, &bar.result_path, props.share.emit(bar.share)) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
