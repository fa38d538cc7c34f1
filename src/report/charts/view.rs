//! What the drawn charts share: the width they have, numbers in markup, the frame around them.

use std::cell::Cell;

use wasm_bindgen::{JsCast, closure::Closure};
use yew::prelude::*;

/// A place in markup, to a tenth of a pixel.
pub(in crate::report) fn px(place: f64) -> String {
    format!("{place:.1}")
}

thread_local! {
    /// The width measured last: likely the next chart's too, which then is drawn once. To begin with, that of a page drawn where there is no
    /// window.
    static LAST: Cell<i32> = const { Cell::new(560) };
}

/// The width of an element in pixels, measured once it stands and whenever the window changes. Steps of ten keep the
/// dragging of a window edge from drawing at every pixel.
#[hook]
pub(in crate::report) fn use_width(node: &NodeRef) -> f64 {
    let width = use_state_eq(|| LAST.get());
    let node = node.clone();
    {
        let width = width.clone();
        use_effect_with((), move |()| {
            let measure = move || {
                if let Some(element) = node.cast::<web_sys::Element>() {
                    let measured = element.client_width();
                    // Nothing is measured while the chart is hidden.
                    if measured > 0 {
                        let measured = (measured / 10 * 10).clamp(240, 900);
                        LAST.set(measured);
                        width.set(measured);
                    }
                }
            };
            measure();
            let listener = Closure::<dyn Fn()>::new(measure);
            let window = web_sys::window();
            if let Some(window) = &window {
                // Without the listener the chart keeps its first width: scaled, but whole.
                let _ = window.add_event_listener_with_callback("resize", listener.as_ref().unchecked_ref());
            }
            move || {
                if let Some(window) = window {
                    let _ = window
                        .remove_event_listener_with_callback("resize", listener.as_ref().unchecked_ref());
                }
            }
        });
    }
    f64::from(*width)
}

/// A value in a table that opens its explanation.
pub(super) fn cell(explain: &Callback<AttrValue>, value: f64, path: &str, words: String) -> Html {
    let (explain, at) = (explain.clone(), AttrValue::from(path.to_owned()));
    html! {
        <button type="button" class="figure" onclick={move |_: MouseEvent| explain.emit(at.clone())}>
            <data value={value.to_string()} data-result={path.to_owned()}>{ words }</data>
        </button>
    }
}

/// What opens the explanation of a mark: a click, or the keys that press a button.
pub(in crate::report) fn pressed(
    explain: &Callback<AttrValue>,
    path: String,
) -> (Callback<MouseEvent>, Callback<KeyboardEvent>) {
    let (explain, at) = (explain.clone(), AttrValue::from(path));
    let open = Callback::from(move |()| explain.emit(at.clone()));
    let keys = open.clone();
    let key = move |event: KeyboardEvent| {
        if matches!(event.key().as_str(), "Enter" | " ") {
            event.prevent_default();
            keys.emit(());
        }
    };
    (open.reform(|_| ()), Callback::from(key))
}

#[derive(Properties, PartialEq)]
pub(in crate::report) struct FrameProps {
    pub title: AttrValue,
    pub subtitle: AttrValue,
    /// The words that open the table.
    pub table_word: AttrValue,
    /// Draws for a width in pixels.
    pub draw: Callback<f64, Html>,
    /// Makes the table, once it is opened.
    pub table: Callback<(), Html>,
}

/// A figure with its finding as title, the drawing, and the table behind it.
#[component]
pub(in crate::report) fn Frame(props: &FrameProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node);
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            open.set(details.is_some_and(|details| details.has_attribute("open")));
        })
    };
    html! {
        <figure class="chart" ref={node}>
            <h3>{ &props.title }</h3>
            <p>{ &props.subtitle }</p>
            { props.draw.emit(width) }
            <details {ontoggle}>
                <summary>{ &props.table_word }</summary>
                if *open {
                    // Scrolls sideways on a phone, so it takes the keyboard.
                    <div class="table-scroll" tabindex="0" role="region" aria-label={&props.title}>
                        { props.table.emit(()) }
                    </div>
                }
            </details>
        </figure>
    }
}
