//! The page's side of the report: tells it the document, asks it for explanations, goes where it says.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::app::Notice;
use super::browser::{after_frame, window};
use super::edits::Edits;
use super::messages::{Message, tell, use_message};
use super::views::verdict::ranged;
use crate::json;
use crate::words::{Language, Text};

/// Prints the page, once its report is drawn for paper.
pub(super) fn print() {
    tell(Message::Print, "");
    after_frame(|| {
        if let Some(window) = window() {
            let _ = window.print();
        }
    });
}

/// Whether the first verdict is on screen: the questions come in the frame after it, and then the report.
#[hook]
pub(super) fn use_beginning() -> UseStateHandle<bool> {
    let begun = use_state(|| false);
    {
        let begun = begun.clone();
        use_effect_with(*begun, move |on_screen| {
            if *on_screen {
                after_frame(|| tell(Message::Verdict, ""));
            } else {
                after_frame(move || begun.set(true));
            }
        });
    }
    begun
}

/// What the page knows of its report.
#[derive(Default)]
struct Known {
    listens: bool,
    document: Option<Rc<Value>>,
    /// A figure that the visitor asked about before the report was there.
    asked: Option<AttrValue>,
}

/// Keeps the report at the document whose answer is on view; returns what explains a figure.
#[hook]
pub(super) fn use_report(
    document: &Option<Rc<Value>>,
    go: &UseStateHandle<Option<(AttrValue, u32)>>,
    inputs_open: &UseStateHandle<bool>,
    notice: &UseStateHandle<Option<Notice>>,
    edits: &Edits,
    language: &'static Language,
) -> Callback<AttrValue> {
    let known = use_mut_ref(Known::default);
    {
        let known = known.clone();
        use_message(
            Message::Ready,
            Callback::from(move |_| {
                let (document, asked) = {
                    let mut known = known.borrow_mut();
                    known.listens = true;
                    (known.document.clone(), known.asked.take())
                };
                if let Some(document) = document {
                    tell(Message::Document, &json::write(&document));
                }
                if let Some(path) = asked {
                    tell(Message::Explain, &path);
                }
            }),
        );
    }
    {
        let count = use_mut_ref(|| 0);
        let (go, inputs_open) = (go.setter(), inputs_open.setter());
        use_message(
            Message::Go,
            Callback::from(move |path: String| {
                *count.borrow_mut() += 1;
                // On a narrow screen the field must be in view for the focus to reach it.
                inputs_open.set(true);
                go.set(Some((path.into(), *count.borrow())));
            }),
        );
    }
    {
        let inputs_open = inputs_open.setter();
        use_message(Message::Answer, Callback::from(move |_| inputs_open.set(false)));
    }
    {
        let edits = edits.clone();
        use_message(Message::Set, Callback::from(move |text: String| edits.set_text(&text)));
    }
    {
        let notice = notice.setter();
        use_message(
            Message::Missing,
            Callback::from(move |_| notice.set(Some(Notice::of((language.text)(Text::ReportMissing))))),
        );
    }
    {
        let known = known.clone();
        use_effect_with(document.clone(), move |document| {
            let document = document.clone();
            known.borrow_mut().document = document.clone();
            // Told before the frame: a browser may draw before it lets anything else be done.
            if let Some(ahead) =
                document.as_ref().filter(|document| known.borrow().listens && ranged(document))
            {
                tell(Message::Ahead, &json::write(ahead));
            }
            // The frame with the new verdict first, then the report's; a newer document takes over.
            after_frame(move || {
                let (listens, now) = (known.borrow().listens, known.borrow().document.clone());
                let same = match (&now, &document) {
                    (Some(now), Some(document)) => Rc::ptr_eq(now, document),
                    (None, None) => true,
                    _ => false,
                };
                if listens && same {
                    // Without a document there is nothing to report.
                    tell(
                        Message::Document,
                        &document.map_or_else(String::new, |document| json::write(&document)),
                    );
                }
            });
        });
    }
    use_callback((), move |path: AttrValue, ()| {
        if known.borrow().listens {
            tell(Message::Explain, &path);
        } else {
            known.borrow_mut().asked = Some(path);
        }
    })
}
