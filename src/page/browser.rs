//! The few things that the page asks of the browser directly.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Blob, BlobPropertyBag, Document, HtmlAnchorElement, HtmlElement, Url, Window};

/// The window.
#[must_use]
pub fn window() -> Option<Window> {
    web_sys::window()
}

fn document() -> Option<Document> {
    window()?.document()
}

/// Puts the focus on the first element that a selector finds, opening what hides it.
pub fn focus(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.scroll_into_view();
        let _ = element.focus();
    }
}

/// Puts the focus on the first element that a selector finds, where it stands.
pub fn focus_here(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// What has the focus.
#[must_use]
pub fn focused() -> Option<web_sys::Element> {
    document()?.active_element()
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Tells the fault screen's script that the page has started.
pub fn started() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("data-ready", "true");
    }
}

/// The fragment of the address, without its `#`.
#[must_use]
pub fn fragment() -> String {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Takes the fragment out of the address, without a step in the history.
pub fn clear_fragment() {
    if let Some(window) = window() {
        let path = window.location().pathname().unwrap_or_default();
        let _ = window
            .history()
            .and_then(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&path)));
    }
}

/// Puts a fragment into the address, without a step in the history.
pub fn replace_fragment(fragment: &str) {
    if let Some(window) = window() {
        let _ = window.history().and_then(|history| {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")))
        });
    }
}

/// The address of this page with another fragment.
#[must_use]
pub fn address_with(fragment: &str) -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    let base = href.split('#').next().unwrap_or_default();
    format!("{base}#{fragment}")
}

/// Puts a text on the clipboard; resolves to whether the browser did it.
pub async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    wasm_bindgen_futures::JsFuture::from(window.navigator().clipboard().write_text(&text)).await.is_ok()
}

/// Hands the visitor a file.
pub fn download(name: &str, text: &str) {
    let save = || -> Result<(), JsValue> {
        let kind = BlobPropertyBag::new();
        kind.set_type("application/json");
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &kind)?;
        let url = Url::create_object_url_with_blob(&blob)?;
        let document = document().ok_or(JsValue::NULL)?;
        let anchor: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        anchor.set_href(&url);
        anchor.set_download(name);
        anchor.click();
        Url::revoke_object_url(&url)
    };
    // A browser that refuses a download tells its user so itself.
    let _ = save();
}

/// A text in small letters, by the browser's locale: its tables are not the page's to bring.
#[must_use]
pub fn lowercase(text: &str) -> String {
    js_sys::JsString::from(text).to_locale_lower_case(None).into()
}

/// Calls back when the next frame begins: what it shows is settled. In a tab behind there is none until it comes to the front.
pub fn at_frame(act: impl FnOnce() + 'static) {
    let begins = Closure::once_into_js(act);
    if let Some(window) = window() {
        // Refused by no browser.
        let _ = window.request_animation_frame(begins.unchecked_ref());
    }
}

/// Calls back once the next frame is on screen.
pub fn after_frame(act: impl FnOnce() + 'static) {
    at_frame(move || {
        Timeout::new(0, act).forget();
    });
}
