//! What is found over two inputs at once: lines of equal amounts, the part below zero shaded, and where the plan stands.

use yew::prelude::*;

use super::{
    Bounds, Contour, Grid, NARROW, Scale, TEXT, Ticks, text_width,
    view::{Frame, cell, pressed, px},
};

/// What the map shows.
#[derive(Clone, Properties, PartialEq)]
pub struct ContourChartProps {
    /// The finding.
    pub title: AttrValue,
    /// What is drawn, in what unit.
    pub subtitle: AttrValue,
    /// Values of the input along the bottom, ascending and evenly spaced.
    pub across: Vec<f64>,
    /// Values of the input up the side, likewise.
    pub up: Vec<f64>,
    /// What they are called.
    pub names: [AttrValue; 2],
    /// The amounts: rows from the bottom, each from the left.
    pub amounts: Vec<f64>,
    /// The path of the amounts in the result file; row and column are appended to it.
    pub result_path: AttrValue,
    /// Where the plan stands.
    pub now: (f64, f64),
    /// What the plan's place is called.
    pub now_word: AttrValue,
    /// The words over the two sides of zero: above, below.
    pub sides: [AttrValue; 2],
    /// The classes that give them their hues.
    pub classes: [AttrValue; 2],
    /// A value along the bottom and one up the side in words.
    pub written: [Callback<f64, String>; 2],
    /// An amount in words.
    pub money: Callback<f64, String>,
    /// Opens the explanation of an amount, by its path in the result file.
    pub explain: Callback<AttrValue>,
    /// The words that open the table.
    pub table_word: AttrValue,
}

/// A map with contour lines; points of it can be reached with the keyboard, and a table holds the amounts.
#[component]
pub fn ContourChart(props: &ContourChartProps) -> Html {
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

/// About so many lines of equal amounts.
const LEVELS: usize = 9;

/// A line of no more points carries no words.
const SHORT: usize = 5;

/// Words so near to the plan's, in columns and rows, would lie under them.
const NEAR: f64 = 4.0;

/// From a place of the grid to one of the drawing.
struct Places {
    x: Scale,
    y: Scale,
}

impl Places {
    fn path(&self, points: &[(f64, f64)], closed: bool) -> String {
        let mut path = String::new();
        for (index, (x, y)) in points.iter().enumerate() {
            let step = if index == 0 { "M" } else { "L" };
            path.push_str(&format!("{step}{:.1} {:.1}", self.x.place(*x), self.y.place(*y)));
        }
        if closed {
            path.push('Z');
        }
        path
    }
}

/// The longest line at a height, which carries its amount.
fn longest(lines: &[Contour]) -> Option<&Contour> {
    lines.iter().fold(None, |best: Option<&Contour>, line| match best {
        Some(best) if best.points.len() >= line.points.len() => Some(best),
        _ => Some(line),
    })
}

fn draw(props: &ContourChartProps, width: f64) -> Html {
    let (columns, rows) = (props.across.len(), props.up.len());
    if columns < 2 || rows < 2 || props.amounts.len() != columns * rows {
        return Html::default();
    }
    let grid = Grid { columns, heights: &props.amounts };
    let [across, up] = &props.written;
    let side = props.up.iter().map(|value| text_width(&up.emit(*value), TEXT)).fold(0.0, f64::max);
    let height = if width < NARROW { 280.0 } else { (width * 0.62).min(400.0) };
    let (left, right, top, bottom) = ((side + 10.0).min(width * 0.28), width - 14.0, 26.0, height - 44.0);
    #[expect(clippy::cast_precision_loss, reason = "a grid of some dozens")]
    let (most_x, most_y) = ((columns - 1) as f64, (rows - 1) as f64);
    let places = Places {
        x: Scale { from: Bounds { low: 0.0, high: most_x }, to: (left, right) },
        y: Scale { from: Bounds { low: 0.0, high: most_y }, to: (bottom, top) },
    };
    let finite = props.amounts.iter().copied().filter(|amount| amount.is_finite());
    let share = |value: f64, values: &[f64]| {
        let (first, last) = (values[0], values[values.len() - 1]);
        (value - first) / (last - first)
    };
    let (here_x, here_y) = (share(props.now.0, &props.across), share(props.now.1, &props.up));
    let levels = Ticks::enclosing(Bounds::around_zero(finite), LEVELS).values;
    let lines = levels.iter().filter(|level| **level != 0.0).map(|level| {
        let found = grid.contours(*level);
        // A corner's line is too short to carry words; others carry them away from the plan's.
        let label = longest(&found).filter(|line| line.points.len() > SHORT).map(|line| {
            let far = |(x, y): (f64, f64)| libm::hypot(x - here_x * most_x, y - here_y * most_y);
            let at = |quarter: usize| line.points[line.points.len() * quarter / 4];
            let (x, y) = if far(at(2)) < NEAR { at(1) } else { at(2) };
            let words = props.money.emit(*level);
            let half = text_width(&words, TEXT) / 2.0;
            let x = places.x.place(x).clamp(left + half, right - half);
            html! { <text class="level" text-anchor="middle" x={px(x)} y={px((places.y.place(y) + 4.0).clamp(top + 10.0, bottom - 2.0))}>{ words }</text> }
        });
        html! {
            <g>
                <>{ for found.iter().map(|line| html! { <path class="contour" d={places.path(&line.points, line.closed)} /> }) }</>
                { for label }
            </g>
        }
    });
    let below: String = grid.below(0.0).iter().map(|polygon| places.path(polygon, true)).collect();
    let turns = grid.contours(0.0);
    let here = [here_x, here_y].iter().all(|share| (0.0..=1.0).contains(share)).then(|| {
        let (x, y) = (places.x.place(here_x * most_x), places.y.place(here_y * most_y));
        let leftwards = x + text_width(&props.now_word, TEXT) + 10.0 > right;
        html! {
            <g class="mark">
                <circle cx={px(x)} cy={px(y)} r="5" />
                <text x={px(if leftwards { x - 9.0 } else { x + 9.0 })} y={px(y + 4.0)} text-anchor={if leftwards { "end" } else { "start" }}>{ &props.now_word }</text>
            </g>
        }
    });
    // A coarse lattice of points to read: enough to find one's way by the keyboard.
    let steps = |count: usize| (0..5).map(move |step| step * (count - 1) / 4);
    let points = steps(rows).flat_map(|row| steps(columns).map(move |column| (column, row))).map(|(column, row)| {
        #[expect(clippy::cast_precision_loss, reason = "a grid of some dozens")]
        let (x, y) = (places.x.place(column as f64), places.y.place(row as f64));
        let amount = props.amounts[row * columns + column];
        let path = format!("{}.{row}.{column}", props.result_path);
        let words = format!(
            "{} {}, {} {}: {}",
            props.names[0],
            across.emit(props.across[column]),
            props.names[1],
            up.emit(props.up[row]),
            props.money.emit(amount)
        );
        let half = text_width(&words, TEXT) / 2.0;
        let at = if half * 2.0 < width { x.clamp(half, width - half) } else { width / 2.0 };
        let (onclick, onkeydown) = pressed(&props.explain, path.clone());
        html! {
            <g>
                <circle class="lattice" tabindex="0" role="button" {onclick} {onkeydown} aria-label={words.clone()} cx={px(x)} cy={px(y)} r="3"
                    data-value={amount.to_string()} data-result={path} />
                <text class="callout" aria-hidden="true" text-anchor="middle" x={px(at)} y={px(if y > 60.0 { y - 10.0 } else { y + 22.0 })}>{ words }</text>
            </g>
        }
    });
    // Ticks at round values, each at its share of the axis.
    let ticks = |values: &[f64], room: f64| -> Vec<(f64, f64)> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few names along an axis"
        )]
        let wanted = (room as usize).clamp(2, 6);
        let bounds = Bounds { low: values[0], high: values[values.len() - 1] };
        let inside = |wanted: usize| -> Vec<(f64, f64)> {
            let round = Ticks::enclosing(bounds, wanted).values.into_iter();
            round
                .map(|value| (value, share(value, values)))
                .filter(|(_, at)| (-1e-9..=1.0 + 1e-9).contains(at))
                .collect()
        };
        // Fewer than two tell no scale.
        Some(inside(wanted)).filter(|found| found.len() > 1).unwrap_or_else(|| inside(wanted * 2))
    };
    let half = |place: usize| classes!("half", props.classes[place].clone());
    html! {
        <>
            <svg viewBox={format!("0 0 {} {}", px(width), px(height))} role="group" aria-label={props.title.clone()}>
                <rect class={half(0)} x={px(left)} y={px(top)} width={px(right - left)} height={px(bottom - top)} />
                // What loses is on paper first, so that the other hue does not shine through.
                <path class="ground" d={below.clone()} />
                <path class={half(1)} d={below} />
                <>{ for lines }</>
                <>{ for turns.iter().map(|line| html! { <path class="contour turn" d={places.path(&line.points, line.closed)} /> }) }</>
                <g aria-hidden="true">
                    <>{ for ticks(&props.across, (right - left) / 80.0).into_iter().map(|(value, at)| html! {
                        <text class="tick" text-anchor="middle" x={px(places.x.place(at * most_x))} y={px(bottom + 17.0)}>{ across.emit(value) }</text>
                    }) }</>
                    <>{ for ticks(&props.up, (bottom - top) / 45.0).into_iter().map(|(value, at)| html! {
                        <text class="tick" text-anchor="end" x={px(left - 6.0)} y={px(places.y.place(at * most_y) + 4.0)}>{ up.emit(value) }</text>
                    }) }</>
                    <text class="tick" text-anchor="end" x={px(right)} y={px(bottom + 35.0)}>{ format!("{} →", props.names[0]) }</text>
                    <text class="tick" x="0" y="12">{ format!("↑ {}", props.names[1]) }</text>
                </g>
                <>{ for points }</>
                { for here }
            </svg>
            <ul class="legend">
                <li><span class={classes!("swatch", half(0))}></span>{ &props.sides[0] }</li>
                <li><span class={classes!("swatch", half(1))}></span>{ &props.sides[1] }</li>
            </ul>
        </>
    }
}

fn table(props: &ContourChartProps) -> Html {
    let columns = props.across.len();
    html! {
        <table>
            <thead><tr>
                <th scope="col">{ format!("{} ↓ {} →", props.names[1], props.names[0]) }</th>
                { for props.across.iter().map(|value| html! { <th scope="col">{ props.written[0].emit(*value) }</th> }) }
            </tr></thead>
            <tbody>
                { for props.up.iter().enumerate().map(|(row, value)| html! {
                    <tr key={row}>
                        <th scope="row">{ props.written[1].emit(*value) }</th>
                        { for (0..columns).filter_map(|column| {
                            let amount = props.amounts.get(row * columns + column).copied().filter(|amount| amount.is_finite())?;
                            let path = format!("{}.{row}.{column}", props.result_path);
                            Some(html! { <td>{ cell(&props.explain, amount, &path, props.money.emit(amount)) }</td> })
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}
