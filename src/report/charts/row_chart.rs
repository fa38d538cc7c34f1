//! One input a row: what it moves, as bars to either side of a line or from it.

use yew::prelude::*;

use super::{
    Bounds, RowsLayout, TEXT, shorten, text_width,
    view::{Frame, cell, pressed, px},
};

/// One row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What it is called.
    pub name: AttrValue,
    /// Its bars, the later drawn over the earlier.
    pub bars: Vec<RowBar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct RowBar {
    /// Where it begins.
    pub from: f64,
    /// Where it ends: its value.
    pub to: f64,
    /// The value in words.
    pub words: AttrValue,
    /// The class that gives it its hue.
    pub class: AttrValue,
    /// The path of the value in the result file.
    pub result_path: AttrValue,
}

/// What rows show.
#[derive(Clone, Properties, PartialEq)]
pub struct RowChartProps {
    /// The finding.
    pub title: AttrValue,
    /// What is drawn, in what unit.
    pub subtitle: AttrValue,
    /// The rows.
    pub rows: Vec<Row>,
    /// A value marked through all rows, with its words.
    pub base: (f64, AttrValue),
    /// What the bars are, as the table's heads.
    pub heads: Vec<AttrValue>,
    /// Opens the explanation of a value, by its path in the result file.
    pub explain: Callback<AttrValue>,
    /// The words that open the table.
    pub table_word: AttrValue,
}

/// Rows of bars, each end a value to reach with the keyboard, with a table behind.
#[component]
pub fn RowChart(props: &RowChartProps) -> Html {
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

fn draw(props: &RowChartProps, width: f64) -> Html {
    let all = || props.rows.iter().flat_map(|row| &row.bars);
    let widest =
        |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, |a: f64, b| if a > b { a } else { b });
    let names = widest(&mut props.rows.iter().map(|row| text_width(&row.name, TEXT)));
    let words = |below: bool| {
        widest(&mut all().filter(|bar| (bar.to < bar.from) == below).map(|bar| text_width(&bar.words, TEXT)))
    };
    let values = all().flat_map(|bar| [bar.from, bar.to]).filter(|value| value.is_finite());
    let (low, high) =
        values.fold((props.base.0, props.base.0), |(low, high), value| (low.min(value), high.max(value)));
    let bounds = if low < high { Bounds { low, high } } else { Bounds { low, high: low + 1.0 } };
    let layout = RowsLayout::new(width, props.rows.len(), bounds, names, [words(true), words(false)]);
    let base = layout.scale.place(props.base.0);
    let foot = layout.height - 18.0;
    let rows = props.rows.iter().zip(&layout.rows).map(|(row, (top, name))| {
        let bars = row.bars.iter().enumerate().map(|(index, bar)| {
            let (x, long) = layout.bar(bar.from, bar.to);
            let end = layout.scale.place(bar.to);
            let mut left = bar.to < bar.from;
            // Ends that fall together stand to either side, so that both can be read.
            if let [first, second] = &row.bars[..]
                && (first.to < first.from) == (second.to < second.from)
            {
                let outer = if left { first.to < second.to } else { first.to > second.to };
                left = if left { outer == (index == 0) } else { outer != (index == 0) };
            }
            let (onclick, onkeydown) = pressed(&props.explain, bar.result_path.to_string());
            html! {
                <g class={bar.class.clone()}>
                    <rect class="segment" x={px(x)} y={px(*top)} width={px(long)} height={px(layout.thickness)} />
                    <text class="end-value" tabindex="0" role="button" {onclick} {onkeydown} aria-label={format!("{}: {}", row.name, bar.words)}
                        text-anchor={if left { "end" } else { "start" }} x={px(if left { end - 6.0 } else { end + 6.0 })}
                        y={px(top + layout.thickness / 2.0 + 4.0)} data-value={bar.to.to_string()} data-result={&bar.result_path}>{ &bar.words }</text>
                </g>
            }
        });
        html! {
            <g>
                <text class="row-name" x="0" y={px(*name)}>{ shorten(&row.name, TEXT, layout.name_room) }</text>
                <>{ for bars }</>
            </g>
        }
    });
    html! {
        <svg viewBox={format!("0 0 {} {}", px(layout.width), px(layout.height))} role="group" aria-label={props.title.clone()}>
            <line class="zero" x1={px(base)} x2={px(base)} y1="0" y2={px(foot - 8.0)} />
            <>{ for rows }</>
            <text class="tick" aria-hidden="true" text-anchor="middle" x={px(base)} y={px(foot + 6.0)}>{ &props.base.1 }</text>
        </svg>
    }
}

fn table(props: &RowChartProps) -> Html {
    html! {
        <table>
            <thead><tr>{ for props.heads.iter().map(|head| html! { <th scope="col">{ head }</th> }) }</tr></thead>
            <tbody>
                { for props.rows.iter().map(|row| html! {
                    <tr key={row.name.to_string()}>
                        <th scope="row">{ &row.name }</th>
                        { for row.bars.iter().map(|bar| html! { <td>{ cell(&props.explain, bar.to, &bar.result_path, bar.words.to_string()) }</td> }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
