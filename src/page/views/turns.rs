//! The sentence that says what would turn the verdict. Break-even takes a moment, so the report works it out and tells the page.

use std::rc::Rc;

use serde_json::{Value, json};
use yew::prelude::*;

use super::figures::plain;
use crate::page::messages::{Message, use_message};

/// A sentence with one figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Said {
    /// The words before the figure.
    pub before: String,
    /// The figure: its value, its path in the result file, and how it is written.
    pub figure: Option<(f64, String, String)>,
    /// The words after it.
    pub after: String,
}

impl Said {
    /// As the report tells it: the sentence on one line, and from the next on the document that it belongs to.
    #[must_use]
    pub fn told(&self, document: &Value) -> String {
        format!("{}\n{document}", json!([self.before, self.figure, self.after]))
    }

    fn heard(line: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(line).ok()?;
        let text = |value: &Value| value.as_str().map(str::to_owned);
        let figure = value[1][0].as_f64().zip(text(&value[1][1])).zip(text(&value[1][2]));
        Some(Said {
            before: text(&value[0])?,
            figure: figure.map(|((value, path), words)| (value, path, words)),
            after: text(&value[2])?,
        })
    }

    /// The sentence with its figure.
    pub fn view(&self) -> Html {
        let figure = self.figure.as_ref();
        html! { <>
            { &self.before }{ for figure.map(|(value, path, words)| plain(*value, path, words.clone())) }{ &self.after }
        </> }
    }
}

/// What is asked about.
#[derive(Properties)]
pub struct TurnsProps {
    /// The document whose verdict is on view.
    pub document: Rc<Value>,
}

impl PartialEq for TurnsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
    }
}

/// The sentence, once it is known; an older one is greyed until then. Its line is reserved from the start.
#[component]
pub fn Turns(props: &TurnsProps) -> Html {
    let known = use_state(|| None::<(Said, Rc<Value>)>);
    let now = use_mut_ref(|| props.document.clone());
    now.borrow_mut().clone_from(&props.document);
    {
        let known = known.setter();
        use_message(
            Message::Turns,
            Callback::from(move |text: String| {
                let now = now.borrow().clone();
                let Some((line, document)) = text.split_once('\n') else { return };
                // The report may still be at an older document.
                if let Some(said) = Said::heard(line).filter(|_| now.to_string() == document) {
                    known.set(Some((said, now)));
                }
            }),
        );
    }
    html! {
        <p class="lead turns">{ for known.as_ref().map(|(said, document)| {
            let stale = !Rc::ptr_eq(document, &props.document);
            html! { <span class={stale.then_some("stale")}>{ said.view() }</span> }
        }) }</p>
    }
}
