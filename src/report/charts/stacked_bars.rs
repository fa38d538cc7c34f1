//! Amounts by what they are spent on, one bar an option.

use yew::prelude::*;

use super::{
    BOLD, BarsLayout, TEXT, shorten, text_width,
    view::{Frame, cell, pressed, px},
};

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Its name.
    pub name: AttrValue,
    /// The class that gives it its hue, such as `series-split-0`.
    pub class: AttrValue,
    /// Its parts; every bar lists the same groups in the same order.
    pub parts: Vec<Part>,
    /// The amount it stands for.
    pub total: f64,
    /// The amount in words.
    pub total_text: AttrValue,
    /// The path of the total in the result file.
    pub result_path: AttrValue,
}

/// One part of a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// The class that gives it its hue, such as `group-pay`.
    pub class: AttrValue,
    /// The name of its group.
    pub name: AttrValue,
    /// The amount; below zero for what is earned.
    pub value: f64,
    /// The path of the amount in the result file.
    pub result_path: AttrValue,
}

/// What stacked bars show.
#[derive(Clone, Properties, PartialEq)]
pub struct StackedBarsProps {
    /// The finding.
    pub title: AttrValue,
    /// What is drawn, in what unit.
    pub subtitle: AttrValue,
    /// The bars.
    pub bars: Vec<Bar>,
    /// Opens the explanation of an amount, by its path in the result file.
    pub explain: Callback<AttrValue>,
    /// An amount in words.
    pub money: Callback<f64, String>,
    /// The words that open the table.
    pub table_word: AttrValue,
    /// The word for the totals.
    pub total_word: AttrValue,
}

/// Bars of parts, with a focusable total at the end of each, a legend, and a table behind.
#[component]
pub fn StackedBars(props: &StackedBarsProps) -> Html {
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

fn draw(props: &StackedBarsProps, width: f64) -> Html {
    let widest = |texts: &mut dyn Iterator<Item = &AttrValue>, size: f64| {
        texts.map(|text| text_width(text, size)).fold(0.0, |a: f64, b| if a > b { a } else { b })
    };
    let values: Vec<Vec<f64>> =
        props.bars.iter().map(|bar| bar.parts.iter().map(|part| part.value).collect()).collect();
    let layout = BarsLayout::new(
        width,
        &values,
        widest(&mut props.bars.iter().map(|bar| &bar.name), TEXT),
        widest(&mut props.bars.iter().map(|bar| &bar.total_text), BOLD),
    );
    let worth = |part: &&Part| part.value.is_finite() && part.value != 0.0;
    let describe = |bar: &Bar| {
        let parts = bar
            .parts
            .iter()
            .filter(worth)
            .map(|part| format!("{} {}", part.name, props.money.emit(part.value)));
        format!("{}: {}. {}", bar.name, bar.total_text, parts.collect::<Vec<_>>().join(", "))
    };
    let bars = props.bars.iter().zip(&layout.bars).map(|(bar, place)| {
        let (onclick, onkeydown) = pressed(&props.explain, bar.result_path.to_string());
        html! {
        <g class={bar.class.clone()} key={bar.result_path.to_string()}>
            <text x="0" y={px(place.name)}>{ shorten(&bar.name, TEXT, layout.name_room) }</text>
            <>{ for place.segments.iter().map(|segment| {
                let part = &bar.parts[segment.part];
                // The keyboard has the table behind.
                let (onclick, _) = pressed(&props.explain, part.result_path.to_string());
                html! {
                    <rect {onclick} class={classes!("segment", part.class.to_string())} x={px(segment.x)}
                        y={px(place.top)} width={px(segment.width)} height={px(layout.thickness)}
                        data-value={part.value.to_string()} data-result={&part.result_path}>
                        <title>{ format!("{}: {}", part.name, props.money.emit(part.value)) }</title>
                    </rect>
                }
            }) }</>
            <text class="strong total" tabindex="0" role="button" {onclick} {onkeydown} aria-label={describe(bar)} x={px(place.end + 8.0)}
                y={px(place.top + layout.thickness / 2.0 + 4.0)} data-value={bar.total.to_string()}
                data-result={&bar.result_path}>{ &bar.total_text }</text>
        </g>
        }
    });
    let totals: Vec<String> =
        props.bars.iter().map(|bar| format!("{}: {}", bar.name, bar.total_text)).collect();
    // Groups that no bar shows need no explanation.
    let shown = |index: usize| props.bars.iter().any(|bar| bar.parts.get(index).as_ref().is_some_and(worth));
    let groups = props.bars.first().map(|bar| bar.parts.as_slice()).unwrap_or_default();
    html! {
        <>
            <svg viewBox={format!("0 0 {} {}", px(layout.width), px(layout.height))} role="group"
                aria-label={format!("{}. {}", props.title, totals.join("; "))}>
                { for bars }
            </svg>
            <ul class="legend">
                { for groups.iter().enumerate().filter(|(index, _)| shown(*index)).map(|(_, part)| html! {
                    <li key={part.class.to_string()}>
                        <span class={classes!("swatch", part.class.to_string())}></span>{ &part.name }
                    </li>
                }) }
            </ul>
        </>
    }
}

fn table(props: &StackedBarsProps) -> Html {
    let groups = props.bars.first().map(|bar| bar.parts.as_slice()).unwrap_or_default();
    let amount = |value: f64, path: &AttrValue, text: String| {
        html! {
            <td>{ cell(&props.explain, value, path, text) }</td>
        }
    };
    html! {
        <table>
            <thead><tr>
                <td></td>
                { for props.bars.iter().map(|bar| html! { <th scope="col">{ &bar.name }</th> }) }
            </tr></thead>
            <tbody>
                { for groups.iter().enumerate().map(|(index, group)| html! {
                    <tr>
                        <th scope="row">{ &group.name }</th>
                        { for props.bars.iter().map(|bar| match bar.parts.get(index).filter(|p| p.value.is_finite()) {
                            Some(part) => amount(part.value, &part.result_path, props.money.emit(part.value)),
                            None => html! { <td></td> },
                        }) }
                    </tr>
                }) }
                <tr class="total">
                    <th scope="row">{ &props.total_word }</th>
                    { for props.bars.iter().map(|bar| amount(bar.total, &bar.result_path, bar.total_text.to_string())) }
                </tr>
            </tbody>
        </table>
    }
}
