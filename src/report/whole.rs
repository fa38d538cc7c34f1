//! The report as a whole.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use serde_json::Value;
use yew::prelude::*;

use super::break_even::BreakEvenTable;
use super::contents::Contents;
use super::core::Cores;
use super::damaged::Damaged;
use super::demand::Demand;
use super::doubt::{Doubt, DoubtPanel, DoubtTold, Explained, State, in_doubt, use_doubt};
use super::explanation::Explanation;
use super::focus::use_kept_focus;
use super::graphs::Charts;
use super::later::{Wanted, use_in_view, use_later, use_mark, use_paper, use_steps, use_wanted};
use super::lines::Lines;
use super::paths::{Paths, Step};
use super::refine::Refine;
use super::scale::ScalePanel;
use super::strip::{Different, Strip};
use super::tables::{AssumptionsTable, LedgerTable, MeasuresTable};
use super::vendors::Vendors;
use super::what_if::WhatIfTable;
use super::words::Said;
use crate::json;
use crate::page::edits::Edits;
use crate::page::format::{Locale, currency};
use crate::page::messages::{Message, tell, use_message};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, answered};
use crate::scenario::{Note, notes};
use crate::words::{ENGLISH, ENGLISH_REPORT, ReportText};

/// Charts, tables and explanations of the document that the page tells.
#[component]
pub fn Report() -> Html {
    let plan = use_state(|| None::<Rc<AnswerOf>>);
    let wanted = use_wanted();
    use_kept_focus();
    let paths = use_reducer(Paths::default);
    let (doubt, state) = use_doubt();
    {
        let (plan, open, begin) = (plan.setter(), doubt.clone(), doubt.clone());
        let read = |text: &str| json::read(text).ok().map(Rc::new);
        // Others compute while verdict and report are drawn.
        use_message(
            Message::Ahead,
            Callback::from(move |text: String| {
                // The page's own thread has the verdict to draw.
                if let Some(told) = read(&text).filter(|_| !begin.is_here()) {
                    begin.ahead(&told);
                }
            }),
        );
        let (latest, first) = (Rc::new(RefCell::new(None::<Rc<Value>>)), Cell::new(true));
        use_message(
            Message::Document,
            Callback::from(move |text: String| {
                let told = read(&text);
                if let Some(told) = &told {
                    open.follow(told);
                }
                *latest.borrow_mut() = told;
                let (latest, plan) = (latest.clone(), plan.clone());
                if first.replace(false) {
                    // A program's first answer takes a slow phone's time: in a task of its own.
                    Timeout::new(0, move || {
                        let of = latest.borrow().clone();
                        let answer = of.as_ref().map(answered);
                        Timeout::new(0, move || {
                            if *latest.borrow() == of {
                                plan.set(answer);
                            }
                        })
                        .forget();
                    })
                    .forget();
                } else {
                    plan.set(latest.borrow().as_ref().map(answered));
                }
            }),
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
    let help = use_memo((), |()| Rc::new(help()));
    {
        let help = help.clone();
        use_effect_with((), move |()| {
            let later = Timeout::new(0, move || {
                tell(Message::Help, &json::write(&help));
                Timeout::new(0, || tell(Message::Ready, "")).forget();
            });
            move || drop(later)
        });
    }
    let explain = {
        let paths = paths.dispatcher();
        use_callback((), move |path: AttrValue, ()| paths.dispatch(Step::Into(path)))
    };
    // What is in doubt is drawn with what is first found of it, once; until then the answer before it stays.
    let follows =
        |plan: &AnswerOf| state.document.as_ref() == Some(&plan.document) || !in_doubt(&plan.document);
    let shown = use_mut_ref(|| None::<Rc<AnswerOf>>);
    if plan.as_deref().is_none_or(follows) {
        shown.borrow_mut().clone_from(&plan);
    }
    html! {
        <ContextProvider<Wanted> context={wanted}>
            <Damaged />
            <Refine help={(*help).clone()} {explain} />
            if let Some(plan) = &*shown.borrow() { <OfDocument plan={plan.clone()} help={(*help).clone()} {paths} {doubt} state={(*state).clone()} {wanted} /> }
        </ContextProvider<Wanted>>
    }
}

/// What inputs mean, what they are called and where their spans come from, by the type and name of the field.
fn help() -> Value {
    let of = |note: &Note| format!("{}.{}", note.of, note.name);
    let help = notes().iter().map(|note| (of(note), (ENGLISH_REPORT.help)(note).into()));
    let spans = notes().iter().filter(|note| !note.span.is_empty());
    let labels =
        notes().iter().map(|note| (format!("{}.label", of(note)), (ENGLISH_REPORT.label)(note).into()));
    let help = help.chain(labels);
    Value::Object(help.chain(spans.map(|note| (format!("{}.span", of(note)), note.span.into()))).collect())
}

/// Milliseconds that all else leaves to the first bands, where there are ranges: charts drawn before them would only be drawn again.
const IN_DOUBT: u32 = 30;

/// Milliseconds more that what is out of view then leaves to the finer bands.
const AWAY: u32 = 250;

#[derive(Properties, PartialEq)]
struct OfDocumentProps {
    /// The answer to the document that the page tells.
    plan: Rc<AnswerOf>,
    help: Rc<Value>,
    paths: UseReducerHandle<Paths>,
    doubt: Doubt,
    state: State,
    wanted: Wanted,
}

#[component]
fn OfDocument(props: &OfDocumentProps) -> Html {
    let language = &ENGLISH;
    let paths = &props.paths;
    let plan = &props.plan;
    let (drawn, all) = (props.wanted >= Wanted::Charts, props.wanted >= Wanted::Report);
    let steps = use_steps(3, drawn);
    let (wait, away) = if props.state.document.is_some() { (IN_DOUBT, AWAY) } else { (0, 0) };
    let different = use_state(Different::default);
    let now = use_memo((plan.clone(), *different), |(plan, different)| {
        if different.any() { answered(&Rc::new(different.applied(&plan.document))) } else { plan.clone() }
    });
    let now = (*now).clone();
    {
        let doubt = props.doubt.clone();
        use_effect_with((plan.clone(), now.clone()), move |(plan, now)| {
            doubt.open(&plan.document, &now.document)
        });
    }
    let change = {
        let different = different.clone();
        Callback::from(move |changed: Different| different.set(changed))
    };
    let locale = Locale::with(currency(&plan.document));
    let explain = {
        let paths = paths.dispatcher();
        use_callback((), move |path: AttrValue, ()| paths.dispatch(Step::Into(path)))
    };
    let edits = (*use_memo((), |()| Edits::default())).clone();
    let shared = Shared { locale, language, help: props.help.clone(), explain, edits };
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
        <ContextProvider<Shared> context={shared}><ContextProvider<State> context={props.state.clone()}>
            <DoubtTold answer={now.clone()} state={props.state.clone()} plan={!different.any()} />
            if steps > 0 { <Contents answer={now.clone()} {all} /> }
            if steps > 1 { <Strip plan={plan.document.clone()} answer={now.clone()} different={*different} {change} /> }
            if drawn { <Charts answer={now.clone()} state={props.state.clone()} /> }
            else { <div id="costs" aria-busy="true"></div> }
            // Never marked as older: it follows its own handles before the page has answered. It edits the plan, so it is away while
            // something else than the plan is on view.
            if all && !different.any() { <Demand answer={now.clone()} /> }
            if steps > 2 { <DoubtPanel answer={now.clone()} doubt={props.doubt.clone()} state={props.state.clone()} {away} /> }
            if all && !different.any() { <Vendors plan={plan.document.clone()} answer={now.clone()} after={wait + 15} {away} /> }
            // What turns the verdict is told to it in any case.
            <Part answer={now.clone()} id="break-even" draw={break_even as Draw} after={wait + 20} {away} />
            <Part answer={now.clone()} id="cores" draw={cores as Draw} drawn={all} after={wait + 22} {away} />
            <Part answer={now.clone()} draw={lines as Draw} drawn={all} after={wait + 23} {away} />
            <Part answer={now.clone()} draw={scales as Draw} drawn={all} after={wait + 24} {away} />
            <Part answer={now.clone()} draw={what_if as Draw} drawn={all} after={wait + 27} {away} />
            <Part answer={now.clone()} id="measures" draw={measures as Draw} drawn={all} after={wait + 30} {away} />
            <Part answer={now.clone()} draw={ledger as Draw} drawn={all} after={wait + 40} {away} />
            <Part answer={now.clone()} id="assumptions" draw={assumptions as Draw} drawn={all} after={wait + 50} {away} />
            if let Some(path) = paths.now().filter(|path| path.starts_with("simulation.")) {
                <Explained key={path.to_string()} answer={now.clone()} found={props.state.found.clone()} path={path.clone()} close={step(Step::Close)} />
            } else if let Some(path) = paths.now() {
                <Explanation key={path.to_string()} answer={now.clone()} path={path.clone()} {go}
                    back={paths.has_back().then(|| step(Step::Back))} close={step(Step::Close)} />
            }
        </ContextProvider<State>></ContextProvider<Shared>>
    }
}

type Draw = fn(Rc<AnswerOf>) -> Html;

fn break_even(answer: Rc<AnswerOf>) -> Html {
    html! { <BreakEvenTable {answer} /> }
}
fn cores(answer: Rc<AnswerOf>) -> Html {
    html! { <Cores {answer} /> }
}
fn lines(answer: Rc<AnswerOf>) -> Html {
    html! { <Lines {answer} /> }
}
fn scales(answer: Rc<AnswerOf>) -> Html {
    html! { <ScalePanel {answer} /> }
}
fn what_if(answer: Rc<AnswerOf>) -> Html {
    html! { <WhatIfTable {answer} /> }
}
fn measures(answer: Rc<AnswerOf>) -> Html {
    html! { <MeasuresTable {answer} /> }
}
fn ledger(answer: Rc<AnswerOf>) -> Html {
    html! { <LedgerTable {answer} /> }
}
fn assumptions(answer: Rc<AnswerOf>) -> Html {
    html! { <Assumptions {answer} /> }
}

#[derive(Properties)]
struct PartProps {
    answer: Rc<AnswerOf>,
    /// The id of its element, where the contents lead there.
    #[prop_or_default]
    id: Option<&'static str>,
    draw: Draw,
    /// Whether it is drawn already.
    #[prop_or(true)]
    drawn: bool,
    /// Milliseconds after the verdict.
    after: u32,
    /// As many more where it is out of view.
    away: u32,
}

impl PartialEq for PartProps {
    /// What draws a part never changes.
    fn eq(&self, other: &Self) -> bool {
        self.answer == other.answer && self.drawn == other.drawn
    }
}

/// A part of the report, drawn after the verdict; an older one is marked until then.
#[component]
fn Part(props: &PartProps) -> Html {
    let place = use_node_ref();
    let now = props.drawn.then(|| props.answer.clone());
    let seen = use_in_view(&place);
    let (now, stale) = use_later(now, props.after, Some((seen, props.away)));
    let (answer, stale) = (now.flatten(), stale || !props.drawn);
    let mark = use_mark(stale);
    html! {
        <div ref={place} id={props.id} class={mark} aria-busy={stale.to_string()}>
            if let Some(answer) = answer { { (props.draw)(answer) } }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct AssumptionsProps {
    answer: Rc<AnswerOf>,
}

/// The list of assumptions, closed at first; the printed page has it open.
#[component]
fn Assumptions(props: &AssumptionsProps) -> Html {
    let shared = use_shared();
    let by_hand = use_state(|| false);
    let open = *by_hand || use_paper();
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        by_hand.set(!*by_hand);
    });
    html! {
        <details class="panel" {open}>
            <summary {onclick}>
                <h2>{ shared.said(ReportText::AssumptionsTitle) }</h2><p class="subtitle">{ shared.said(ReportText::AssumptionsSubtitle) }</p></summary>
            if open { <AssumptionsTable answer={props.answer.clone()} /> }
        </details>
    }
}
