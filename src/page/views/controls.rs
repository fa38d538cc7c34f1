//! The plain controls that views are made of.

use yew::prelude::*;

/// A button: its words, its class beside `button`, and what it does.
pub fn button(words: &str, class: &'static str, act: impl Fn() + 'static) -> Html {
    pressed(words, class, true, Callback::from(move |_: MouseEvent| act()))
}

/// A button that can be disabled.
pub fn pressed(words: &str, class: &'static str, enabled: bool, onclick: Callback<MouseEvent>) -> Html {
    html! { <button type="button" class={classes!("button", class)} disabled={!enabled} {onclick}>{ words }</button> }
}

/// What is written under a control: what is wrong with it, else what it means.
pub fn notes(id: Option<String>, problem: Option<&str>, hint: &str) -> Html {
    let (class, text) = problem.map_or(("hint", hint), |problem| ("error", problem));
    html! { <div {id} class="notes"><p {class}>{ text }</p></div> }
}

/// A labelled control with what is written under it. The control's id is `id`.
pub fn labelled(class: &'static str, id: &str, label: &str, control: Html, notes: Html) -> Html {
    html! {
        <div class={classes!("field", class)} key={id.to_owned()}>
            <label for={id.to_owned()}>{ label }</label>
            <div class="box">{ control }</div>
            { notes }
        </div>
    }
}
