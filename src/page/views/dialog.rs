//! A dialog over the page.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::page::shared::use_shared;
use crate::words::Text;

/// A dialog over the page; closing it by key or button calls `close`.
#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// Its title.
    pub title: AttrValue,
    /// Called when it is closed.
    pub close: Callback<()>,
    /// What it holds.
    pub children: Html,
}

/// A dialog over the page.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let shared = use_shared();
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((), move |()| {
            let dialog = node.cast::<HtmlDialogElement>();
            if let Some(dialog) = &dialog {
                let _ = dialog.show_modal();
            }
            // Only a dialog that is closed, not one that is merely taken away, gives the focus back to where it was.
            move || {
                if let Some(dialog) = dialog {
                    dialog.close();
                }
            }
        });
    }
    let onclose = props.close.reform(|_: Event| ());
    let onclick = props.close.reform(|_: MouseEvent| ());
    html! {
        <dialog ref={node} {onclose} aria-labelledby="dialog-title">
            <div class="dialog-head">
                <h2 id="dialog-title">{ &props.title }</h2>
                <button type="button" class="button quiet" {onclick}>{ shared.text(Text::Close) }</button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}
