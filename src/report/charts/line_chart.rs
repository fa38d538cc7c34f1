//! Lines over months, one a series.

use yew::prelude::*;

use super::{
    BOLD, Band, LinesLayout, NARROW, TEXT, shorten, text_width,
    view::{Frame, cell, pressed, px},
};

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineSeries {
    /// Its name.
    pub name: AttrValue,
    /// The class that gives it its hue, such as `series-split-0`.
    pub class: AttrValue,
    /// An amount a month, from month 0.
    pub values: Vec<f64>,
    /// The path of `values` in the result file; a month's number is appended to it.
    pub result_path: AttrValue,
}

/// The band around a line.
#[derive(Clone, Debug, PartialEq)]
pub struct BandSeries {
    /// Its lower and upper edge by month, each with its path in the result file, to which a month's number is appended.
    pub edges: [(Vec<f64>, AttrValue); 2],
    /// What the edges are called in the table.
    pub names: [AttrValue; 2],
}

/// What a line chart shows.
#[derive(Clone, Properties, PartialEq)]
pub struct LineChartProps {
    /// The finding.
    pub title: AttrValue,
    /// What is drawn, in what unit.
    pub subtitle: AttrValue,
    /// The lines.
    pub series: Vec<LineSeries>,
    /// The bands around them, in the same order; none beyond its end.
    #[prop_or_default]
    pub bands: Vec<Option<BandSeries>>,
    /// A month to mark, the value at which a line passes it, and its words.
    #[prop_or_default]
    pub mark: Option<(f64, f64, AttrValue)>,
    /// Opens the explanation of a value, by its path in the result file.
    pub explain: Callback<AttrValue>,
    /// An amount in words.
    pub money: Callback<f64, String>,
    /// The word before a month's number.
    pub month_word: AttrValue,
    /// The words that open the table.
    pub table_word: AttrValue,
}

/// Lines over months, with the values at their ends, a table behind, and a focusable point at the end of each year.
#[component]
pub fn LineChart(props: &LineChartProps) -> Html {
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

fn draw(props: &LineChartProps, width: f64) -> Html {
    let money = |value: f64| props.money.emit(value);
    let narrow = width < NARROW;
    let values: Vec<&[f64]> = props.series.iter().map(|series| series.values.as_slice()).collect();
    let widest =
        |widths: &mut dyn Iterator<Item = f64>| widths.fold(0.0, |a: f64, b| if a > b { a } else { b });
    let bands: Vec<Option<Band<'_>>> = props
        .bands
        .iter()
        .map(|band| band.as_ref().map(|band| [band.edges[0].0.as_slice(), band.edges[1].0.as_slice()]))
        .collect();
    let ticks = LinesLayout::ticks_banded(&values, &bands);
    let tick_room = widest(&mut ticks.values.iter().map(|value| text_width(&money(*value), TEXT)));
    let label = |series: &LineSeries| {
        let value =
            series.values.last().copied().filter(|value| value.is_finite()).map(money).unwrap_or_default();
        // On a phone the names are in the legend; a line by itself is named by the title.
        let name =
            if narrow || props.series.len() == 1 { String::new() } else { format!(" {}", series.name) };
        (value, name)
    };
    let label_room = widest(&mut props.series.iter().map(|series| {
        let (value, name) = label(series);
        text_width(&value, BOLD) + text_width(&name, TEXT)
    }));
    let mark = props.mark.as_ref().map(|(month, value, words)| (*month, *value, text_width(words, TEXT)));
    let layout = LinesLayout::banded(width, &values, &bands, tick_room, label_room, mark);
    let room = width - layout.across.1 - 10.0;
    let ends: Vec<String> =
        props.series.iter().map(|series| format!("{}: {}", series.name, label(series).0)).collect();
    let lines = props.series.iter().zip(&layout.lines).map(|(series, place)| {
        let (value, name) = label(series);
        let name = shorten(&name, TEXT, room - text_width(&value, BOLD));
        let last = place.points.last().copied();
        html! {
            <g class={series.class.clone()}>
                if !place.band.is_empty() { <path class="band" d={place.band.clone()} /> }
                <path class="line" d={place.path()} />
                if let Some((month, x, y)) = last {
                    if (place.label - y).abs() > 3.0 {
                        <path class="leader" d={format!("M{x:.1} {y:.1}L{:.1} {:.1}", x + 8.0, place.label)} />
                    }
                    <text x={px(x + 10.0)} y={px(place.label + 4.0)} data-value={series.values[month].to_string()}
                        data-result={format!("{}.{month}", series.result_path)}>
                        <tspan class="strong">{ value }</tspan>
                        <tspan class="soft">{ name }</tspan>
                    </text>
                }
            </g>
        }
    });
    // Points stand above all lines, or the next line would cross a point's words.
    let points = props.series.iter().zip(&layout.lines).map(|(series, place)| {
        let points = place.yearly().into_iter().map(|(month, x, y)| {
            let amount = money(series.values[month]);
            let words = format!("{}, {} {month}: {amount}", series.name, props.month_word);
            // The words of a point near an edge stay inside.
            let half = text_width(&words, TEXT) / 2.0;
            let at = if half * 2.0 < width { x.clamp(half, width - half) } else { width / 2.0 };
            let above = if y > 34.0 { y - 10.0 } else { y + 20.0 };
            let (onclick, onkeydown) = pressed(&props.explain, format!("{}.{month}", series.result_path));
            html! {
                <g>
                    <circle class="point" tabindex="0" role="button" {onclick} {onkeydown} aria-label={words.clone()} cx={px(x)} cy={px(y)} r="4"
                        data-value={series.values[month].to_string()}
                        data-result={format!("{}.{month}", series.result_path)} />
                    <text class="callout" aria-hidden="true" text-anchor="middle" x={px(at)} y={px(above)}>{ words }</text>
                </g>
            }
        });
        html! {
            <g class={series.class.clone()}>
                { for points }
            </g>
        }
    });
    html! {
        <>
            <svg viewBox={format!("0 0 {} {}", px(layout.width), px(layout.height))} role="group"
                aria-label={format!("{}. {}", props.title, ends.join("; "))}>
                <g aria-hidden="true">
                    <>{ for layout.values.iter().map(|(value, y)| html! {
                        <g>
                            <line class={if *value == 0.0 { "zero" } else { "grid" }} x1={px(layout.across.0)}
                                x2={px(layout.across.1)} y1={px(*y)} y2={px(*y)} />
                            <text class="tick" text-anchor="end" x={px(layout.across.0 - 6.0)} y={px(y + 4.0)}>
                                { money(*value) }
                            </text>
                        </g>
                    }) }</>
                    <>{ for layout.months.iter().map(|(month, x)| html! {
                        <text class="tick" text-anchor="middle" x={px(*x)} y={px(layout.down.1 + 18.0)}>
                            { if *month == 0 { format!("{} 0", props.month_word) } else { month.to_string() } }
                        </text>
                    }) }</>
                </g>
                <>{ for lines }</>
                if let (Some(mark), Some((_, _, words))) = (layout.mark, &props.mark) {
                    <g class="mark">
                        <line x1={px(mark.x)} x2={px(mark.x)} y1={px(layout.down.0 - 6.0)} y2={px(layout.down.1)} />
                        <circle cx={px(mark.x)} cy={px(mark.y)} r="5" />
                        <text x={px(if mark.leftwards { mark.x - 5.0 } else { mark.x + 5.0 })} y="14"
                            text-anchor={if mark.leftwards { "end" } else { "start" }}>{ words }</text>
                    </g>
                }
                <>{ for points }</>
            </svg>
            if narrow {
                <ul class="legend">
                    { for props.series.iter().map(|series| html! {
                        <li key={series.result_path.to_string()}>
                            <span class={classes!("swatch", series.class.to_string())}></span>{ &series.name }
                        </li>
                    }) }
                </ul>
            }
        </>
    }
}

/// The columns of the table: the lines, then the edges of their bands.
fn columns(props: &LineChartProps) -> impl Iterator<Item = (&[f64], &AttrValue)> {
    let lines = props.series.iter().map(|series| (series.values.as_slice(), &series.result_path));
    let edges = props.bands.iter().flatten().flat_map(|band| &band.edges);
    lines.chain(edges.map(|(values, path)| (values.as_slice(), path)))
}

fn table(props: &LineChartProps) -> Html {
    let months = props.series.iter().map(|series| series.values.len()).max().unwrap_or(0);
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ &props.month_word }</th>
                { for props.series.iter().map(|series| html! { <th scope="col">{ &series.name }</th> }) }
                { for props.bands.iter().flatten().flat_map(|band| &band.names).map(|name| html! { <th scope="col">{ name }</th> }) }
            </tr></thead>
            <tbody>
                { for (0..months).map(|month| html! {
                    <tr>
                        <th scope="row">{ month }</th>
                        { for columns(props).map(|(values, path)| {
                            let value = values.get(month).copied().filter(|value| value.is_finite());
                            html! {
                                <td>
                                    if let Some(value) = value {
                                        { cell(&props.explain, value, &format!("{}.{month}", path), props.money.emit(value)) }
                                    }
                                </td>
                            }
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
