//! The report as a whole.

use std::rc::Rc;

use gloo_events::EventListener;
use serde_json::Value;
use yew::prelude::*;

use super::explanation::Explanation;
use super::graphs::Graphs;
use super::later::use_later;
use super::paths::{Paths, Step};
use super::tables::{AssumptionsTable, BreakEvenTable, LedgerTable, MeasuresTable};
use crate::page::browser;
use crate::page::format::Locale;
use crate::page::messages::{Message, tell, use_message};
use crate::page::shared::Shared;
use crate::page::views::figures::{AnswerOf, answered};
use crate::words::{ENGLISH, Text};

/// Charts, tables and explanations of the document that the page tells.
#[component]
pub fn Report() -> Html {
    let document = use_state(|| None::<Rc<Value>>);
    let paths = use_reducer(Paths::default);
    {
        let document = document.clone();
        use_message(
            Message::Document,
            Callback::from(move |text: String| document.set(serde_json::from_str(&text).ok().map(Rc::new))),
        );
    }
    {
        let paths = paths.dispatcher();
        use_message(
            Message::Explain,
            Callback::from(move |path: String| paths.dispatch(Step::Into(path.into()))),
        );
    }
    // The last effect: everything listens by now.
    use_effect_with((), |()| tell(Message::Ready, ""));
    match &*document {
        None => Html::default(),
        Some(document) => html! { <OfDocument document={document.clone()} {paths} /> },
    }
}

#[derive(Properties, PartialEq)]
struct OfDocumentProps {
    document: Rc<Value>,
    paths: UseReducerHandle<Paths>,
}

#[component]
fn OfDocument(props: &OfDocumentProps) -> Html {
    let language = &ENGLISH;
    let paths = &props.paths;
    let now = (*use_memo(props.document.clone(), answered)).clone();
    let currency = props.document.get("currency").and_then(Value::as_str).unwrap_or("USD").to_owned();
    let locale = use_memo(currency, |currency| Rc::new(Locale::new(currency)));
    let explain = {
        let paths = paths.dispatcher();
        use_callback((), move |path: AttrValue, ()| paths.dispatch(Step::Into(path)))
    };
    let shared = Shared { locale: (*locale).clone(), language, explain };
    let step = |step: Step| {
        let paths = paths.dispatcher();
        Callback::from(move |()| paths.dispatch(step.clone()))
    };
    let go = {
        let close = step(Step::Close);
        Callback::from(move |path: AttrValue| {
            close.emit(());
            tell(Message::Go, &path);
        })
    };
    html! {
        <ContextProvider<Shared> context={shared}>
            <Graphs answer={now.clone()} />
            <Tables answer={now.clone()} />
            if let Some(path) = paths.now() {
                <Explanation key={path.to_string()} answer={now.clone()} path={path.clone()} {go}
                    back={paths.has_back().then(|| step(Step::Back))} close={step(Step::Close)} />
            }
        </ContextProvider<Shared>>
    }
}

#[derive(Properties, PartialEq)]
struct TablesProps {
    answer: Rc<AnswerOf>,
}

/// Break-even, measures, ledger and assumptions, a moment after the charts; older ones are marked until then.
#[component]
fn Tables(props: &TablesProps) -> Html {
    let shared = crate::page::shared::use_shared();
    let (answer, stale) = use_later(props.answer.clone(), 30);
    let assumptions = use_state(|| false);
    {
        // The printed page has the list of assumptions, whether or not it was open.
        let assumptions = assumptions.clone();
        use_effect_with((), move |()| {
            let listener = browser::window()
                .map(|window| EventListener::new(&window, "beforeprint", move |_| assumptions.set(true)));
            move || drop(listener)
        });
    }
    let onclick = {
        let assumptions = assumptions.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            assumptions.set(!*assumptions);
        })
    };
    html! {
        <div class={stale.then_some("stale")} aria-busy={stale.to_string()}>
            <BreakEvenTable answer={answer.clone()} />
            <MeasuresTable answer={answer.clone()} />
            <LedgerTable answer={answer.clone()} />
            <details class="panel" open={*assumptions}>
                <summary {onclick}>
                    <h2>{ shared.text(Text::AssumptionsTitle) }</h2><p class="subtitle">{ shared.text(Text::AssumptionsSubtitle) }</p></summary>
                if *assumptions { <AssumptionsTable {answer} /> }
            </details>
        </div>
    }
}
