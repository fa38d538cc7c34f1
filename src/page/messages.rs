//! What the page and its report tell each other: events on the window, each with a text.
//!
//! They are two programs, so that the page is small enough to show its verdict at once. The page tells the document whose answer is on
//! view; the report, loaded after the first verdict, draws its charts and tables.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, CustomEventInit};
use yew::prelude::*;

use super::browser;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Message {
    /// To the loader: the first verdict is on screen.
    Verdict,
    /// To the page: the report listens.
    Ready,
    /// To the page: what inputs mean and are called, by the type and name of the field, as an object of JSON.
    Help,
    /// To the page: the report could not be loaded.
    Missing,
    /// To the report: the document to answer.
    Document,
    /// To the report: the same, before the frame with the verdict, where it holds ranges: others may compute while that is drawn.
    Ahead,
    /// To the report: the path of a figure to explain.
    Explain,
    /// To the report: the document as edited, after a line with the service and the offer that are shown.
    Edited,
    /// To the page: show the answer, where only one half is on view.
    Answer,
    /// To the page: which offer to show.
    Show,
    /// To the page and to the report's inputs: the path of a field to go to.
    Go,
    /// To the page: paths of inputs, each followed by its value, or null to take it away, as one array of JSON. Messages about the
    /// same single path are one step of undo until an empty one.
    Set,
    /// To the report: the page is about to be printed. Browsers tell it by this name too, but tell it to a page that prints itself
    /// too late for anything to be drawn.
    Print,
    /// To the page: the line that says what turns the verdict, and the document that it belongs to.
    Turns,
    /// To the page: the lines that say how sure the verdict is, and the document that they belong to.
    Doubt,
}

impl Message {
    fn name(self) -> &'static str {
        match self {
            Message::Verdict => "outsourcing:verdict",
            Message::Ready => "outsourcing:ready",
            Message::Help => "outsourcing:help",
            Message::Missing => "outsourcing:missing",
            Message::Document => "outsourcing:document",
            Message::Ahead => "outsourcing:ahead",
            Message::Explain => "outsourcing:explain",
            Message::Edited => "outsourcing:edited",
            Message::Answer => "outsourcing:answer",
            Message::Show => "outsourcing:show",
            Message::Go => "outsourcing:go",
            Message::Set => "outsourcing:set",
            Message::Print => "beforeprint",
            Message::Turns => "outsourcing:turns",
            Message::Doubt => "outsourcing:doubt",
        }
    }
}

/// Tells it to whoever listens.
pub fn tell(message: Message, text: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&text.into());
    if let (Some(window), Ok(event)) =
        (browser::window(), CustomEvent::new_with_event_init_dict(message.name(), &init))
    {
        // Refused only where a listener throws, which is reported by itself.
        let _ = window.dispatch_event(&event);
    }
}

/// Calls `heard`, as it was at the first rendering, with the text of each such message.
#[hook]
pub fn use_message(message: Message, heard: Callback<String>) {
    use_effect_with((), move |()| {
        let listener = browser::window().map(|window| {
            EventListener::new(&window, message.name(), move |event| {
                let text = event.dyn_ref::<CustomEvent>().and_then(|event| event.detail().as_string());
                heard.emit(text.unwrap_or_default());
            })
        });
        move || drop(listener)
    });
}
