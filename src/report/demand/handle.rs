//! What is dragged, or moved with keys.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::Way;

/// A handle in a drawing whose width is `width` units.
#[derive(Properties, PartialEq)]
pub struct HandleProps {
    /// What it moves.
    pub label: AttrValue,
    /// Where it is.
    pub value: f64,
    /// Where it is, in words.
    pub words: AttrValue,
    /// Where it can go.
    pub way: Way,
    /// What a unit of the drawing adds to the value, to the right or upwards.
    pub per_unit: f64,
    /// It goes up and down instead of left and right.
    #[prop_or_default]
    pub upright: bool,
    /// Units across the drawing.
    pub width: f64,
    /// Beside `handle`.
    pub class: AttrValue,
    /// Where it goes, and whether it is held.
    pub moved: Callback<(f64, bool)>,
    /// It has been let go, or left.
    pub settled: Callback<()>,
    /// What is drawn, and can be grabbed.
    pub children: Html,
}

#[derive(Clone, Copy)]
struct Grab {
    pointer: i32,
    from: (i32, i32),
    value: f64,
    /// Per pixel of the screen, as it was when grabbed: a drawing that is scaled anew must not move under the hand.
    per_pixel: f64,
    last: f64,
}

/// Units of a drawing in a pixel of the screen, and the place of the pointer in it.
pub fn place_in(element: &Element, event: &PointerEvent, width: f64) -> Option<(f64, f64)> {
    let drawing = element.closest("svg").ok().flatten()?;
    let shown = drawing.get_bounding_client_rect();
    let unit = width / shown.width().max(1.0);
    Some((unit, (f64::from(event.client_x()) - shown.left()) * unit))
}

/// A slider that is dragged with mouse, pen or finger and moved with the keys of the WAI-ARIA pattern.
#[component]
pub fn Handle(props: &HandleProps) -> Html {
    let node = use_node_ref();
    let grab = use_mut_ref(|| None::<Grab>);
    let (way, value) = (props.way, props.value);
    let onpointerdown = {
        let (node, grab, per_unit, width) = (node.clone(), grab.clone(), props.per_unit, props.width);
        Callback::from(move |event: PointerEvent| {
            let Some(element) = node.cast::<Element>() else { return };
            if event.button() != 0 || !event.is_primary() {
                return;
            }
            let Some((unit, _)) = place_in(&element, &event, width) else { return };
            // Without capture the drag ends where the pointer leaves the handle.
            let _ = element.set_pointer_capture(event.pointer_id());
            *grab.borrow_mut() = Some(Grab {
                pointer: event.pointer_id(),
                from: (event.client_x(), event.client_y()),
                value,
                per_pixel: per_unit * unit,
                last: value,
            });
        })
    };
    let onpointermove = {
        let (grab, moved, upright) = (grab.clone(), props.moved.clone(), props.upright);
        Callback::from(move |event: PointerEvent| {
            let mut held = grab.borrow_mut();
            let Some(grab) = held.as_mut().filter(|grab| grab.pointer == event.pointer_id()) else { return };
            let pixels =
                if upright { grab.from.1 - event.client_y() } else { event.client_x() - grab.from.0 };
            let to = way.after_drag(grab.value, f64::from(pixels), grab.per_pixel);
            if (to - grab.last).abs() > 0.0 {
                grab.last = to;
                drop(held);
                moved.emit((to, true));
            }
        })
    };
    let release = |back: bool| {
        let (grab, moved, settled) = (grab.clone(), props.moved.clone(), props.settled.clone());
        Callback::from(move |event: PointerEvent| {
            let held = grab.borrow_mut().take_if(|grab| grab.pointer == event.pointer_id());
            if let Some(grab) = held {
                // The browser took the gesture for scrolling: it was none of ours.
                if back && (grab.last - grab.value).abs() > 0.0 {
                    moved.emit((grab.value, true));
                }
                settled.emit(());
            }
        })
    };
    let onkeydown = {
        let moved = props.moved.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.ctrl_key() || event.meta_key() || event.alt_key() {
                return;
            }
            if let Some(to) = way.after_key(&event.key(), value) {
                event.prevent_default();
                if (to - value).abs() > 0.0 {
                    moved.emit((to, false));
                }
            }
        })
    };
    let onblur = props.settled.reform(|_: FocusEvent| ());
    html! {
        <g ref={node} class={classes!("handle", props.class.to_string())} role="slider" tabindex="0" aria-label={&props.label}
            aria-orientation={if props.upright { "vertical" } else { "horizontal" }} aria-valuemin={way.low.to_string()}
            aria-valuemax={way.high.max(value).to_string()} aria-valuenow={value.to_string()} aria-valuetext={&props.words}
            {onpointerdown} {onpointermove} onpointerup={release(false)} onpointercancel={release(true)} {onkeydown} {onblur}>
            { props.children.clone() }
        </g>
    }
}

/// The drawing's element that an event came to.
pub fn target(event: &PointerEvent) -> Option<Element> {
    event.target().and_then(|target| target.dyn_into::<Element>().ok())
}
