//! Saved scenarios that cannot be read: said, and kept, so that nothing typed is lost.

use gloo_timers::callback::Timeout;
use yew::prelude::*;

use crate::page::browser;
use crate::page::storage::Store;
use crate::page::views::controls::button;
use crate::words::{ENGLISH, ReportText, Text, report_language};

/// Milliseconds after the report's start: every saved scenario is read for it.
const AFTER: u32 = 250;

/// A banner at the head of the page for each, with what is stored of it as a file.
#[component]
pub fn Damaged() -> Html {
    let language = &ENGLISH;
    let damaged = use_state(Vec::new);
    {
        let damaged = damaged.setter();
        use_effect_with((), move |()| {
            let later = Timeout::new(AFTER, move || {
                let found = Store::new().damaged();
                if !found.is_empty() {
                    damaged.set(found);
                }
            });
            move || drop(later)
        });
    }
    let host = browser::window().and_then(|window| window.document()?.get_element_by_id("damaged"));
    let Some(host) = host else { return Html::default() };
    let banners = damaged.iter().map(|(id, text)| {
        let (file, text) = (format!("damaged-{id}.txt"), text.clone());
        let export = move || browser::download(&file, &text);
        let (id, damaged) = (id.clone(), damaged.setter());
        let key = id.clone();
        let delete = move || {
            let store = Store::new();
            store.delete(&id);
            damaged.set(store.damaged());
        };
        html! {
            <div class="banner warning" role="status" {key}>
                <p>{ (report_language(language).text)(ReportText::Damaged) }</p>
                { button((language.text)(Text::Export), "", export) }
                { button((language.text)(Text::LibraryDelete), "", delete) }
            </div>
        }
    });
    create_portal(html! { <>{ for banners }</> }, host)
}
