//! The panel of doubt: how sure the answer is, how far it spreads, what it hangs on; or, where nothing is in doubt, the way to say so.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use serde_json::{Value, json};
use yew::prelude::*;

use super::map::Map;
use super::matters::Matters;
use super::offer::sourced;
use super::run::{Doubt, Found, State};
use super::spread::Spread;
use super::table::OptionsTable;
use super::told::{certain, name, subject, told};
use super::view::{chance, said};
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, option_name};
use crate::report::later::{use_in_view, use_later, use_mark};
use crate::report::words::Said as _;
use crate::words::{DoubtText, Format};

/// What is handed to the panel.
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// The answer on view.
    pub answer: Rc<AnswerOf>,
    /// The simulation.
    pub doubt: Doubt,
    /// What is known of it.
    pub state: State,
    /// Milliseconds that it waits where it is out of view.
    pub away: u32,
}

/// How sure it is, and what it hangs on: after the verdict and the bands, which say the same in short.
#[component]
pub fn DoubtPanel(props: &PanelProps) -> Html {
    let place = use_node_ref();
    let seen = use_in_view(&place);
    let now = (props.answer.clone(), props.state.clone());
    let (shown, older) = use_later(now, 0, Some((seen, props.away)));
    html! {
        <div ref={place}>
            if let Some((answer, state)) = shown { <Panel {answer} doubt={props.doubt.clone()} {state} {older} /> }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ShownProps {
    answer: Rc<AnswerOf>,
    doubt: Doubt,
    state: State,
    /// Whether something newer is known.
    older: bool,
}

#[component]
fn Panel(props: &ShownProps) -> Html {
    let shared = use_shared();
    let stale = props.older || props.state.fresh().is_none();
    let mark = use_mark(stale);
    if props.state.document.is_none() {
        return nothing(&shared, &props.answer);
    }
    let Some(found) = &props.state.found else {
        return waiting(&shared, &props.state);
    };
    let Some(kind) = subject(&props.answer.answer, found) else {
        return Html::default();
    };
    let option = option_name(&shared, &props.answer.vendors, kind);
    let saves = said(&shared, &found.summary, &format!("options.{}.saves", kind.key()), chance);
    html! {
        <>
            <section id="doubt" class={classes!("panel", mark)} aria-busy={stale.to_string()}>
                <h2>{ shared.doubt_with(DoubtText::PanelTitle, &[&option, &saves]) }</h2>
                <p class="subtitle">{ status(&shared, props, found) }</p>
                { clamped(&shared, &props.answer, found) }
                <OptionsTable answer={props.answer.clone()} summary={found.summary.clone()} />
                <Spread answer={props.answer.clone()} summary={found.summary.clone()} {kind} />
                <Matters answer={props.answer.clone()} doubt={props.doubt.clone()} state={props.state.clone()} found={found.clone()} {kind} />
            </section>
            <Map answer={props.answer.clone()} doubt={props.doubt.clone()} state={props.state.clone()} found={found.clone()} {kind} />
        </>
    }
}

/// Milliseconds until the page is told that nothing is in doubt: the charts first.
const CERTAIN: u32 = 12;

/// What the page is told from.
#[derive(Properties, PartialEq)]
pub struct ToldProps {
    /// The answer on view.
    pub answer: Rc<AnswerOf>,
    /// What is known of the simulation.
    pub state: State,
    /// Whether the answer on view is the plan's: the verdict is told of no other.
    pub plan: bool,
}

/// Tells the page what its verdict says of doubt, once it is known of the document on view. Draws nothing.
#[component]
pub fn DoubtTold(props: &ToldProps) -> Html {
    let shared = use_shared();
    let answer = props.answer.clone();
    // With nothing in doubt, or with the simulation of the very document that is on view.
    let known = if props.state.document.is_none() {
        Some(None)
    } else {
        props.state.fresh().filter(|found| found.document == answer.document).cloned().map(Some)
    };
    use_effect_with((answer, known, props.plan), move |(answer, known, plan)| {
        let mut later = None;
        match known.clone().filter(|_| *plan) {
            Some(Some(found)) => tell(Message::Doubt, &told(&shared, answer, &found)),
            Some(None) => {
                let answer = answer.clone();
                let tell = move || tell(Message::Doubt, &certain(&shared, &answer));
                later = Some(Timeout::new(CERTAIN, tell));
            }
            None => {}
        }
        move || drop(later)
    });
    Html::default()
}

#[derive(Properties, PartialEq)]
struct WorkingProps {
    doubt: Doubt,
}

/// How far a longer run has come. By itself, so that nothing else is drawn for it.
#[component]
fn Working(props: &WorkingProps) -> Html {
    let shared = use_shared();
    let progress = use_state_eq(|| None);
    {
        let (doubt, progress) = (props.doubt.clone(), progress.setter());
        use_effect_with((), move |()| doubt.watch(Callback::from(move |now| progress.set(now))));
    }
    let Some((done, all)) = *progress else { return Html::default() };
    html! { <progress max={all.to_string()} value={done.to_string()} aria-label={shared.doubt(DoubtText::Working)} /> }
}

fn nothing(shared: &Shared, answer: &AnswerOf) -> Html {
    if answer.answer.contender().is_none() {
        return Html::default();
    }
    let changes = sourced(answer);
    let put = (!changes.is_empty()).then(|| {
        let text = json!(changes).to_string();
        button(shared.doubt(DoubtText::PutSourced), "", move || tell(Message::Set, &text))
    });
    html! {
        <section id="doubt" class="panel">
            <h2>{ shared.doubt(DoubtText::NothingTitle) }</h2>
            <p class="subtitle">{ shared.doubt(DoubtText::NothingSubtitle) }</p>
            if let Some(put) = put { <p class="controls">{ put }</p> }
        </section>
    }
}

fn waiting(shared: &Shared, state: &State) -> Html {
    let text = if state.failed.is_some() { DoubtText::Failed } else { DoubtText::Working };
    html! { <section id="doubt" class="panel" aria-busy={state.failed.is_none().to_string()}><p class="subtitle">{ shared.doubt(text) }</p></section> }
}

/// How many paths it is told from, and how far a longer run is.
fn status(shared: &Shared, props: &ShownProps, found: &Found) -> Html {
    let text = if props.state.here { DoubtText::StatusHere } else { DoubtText::Status };
    html! { <>
        { shared.doubt_with(text, &[&shared.locale.number(found.futures())]) }
        { " " }<Working doubt={props.doubt.clone()} />
        if props.state.failed.is_some() { { " " }{ shared.doubt(DoubtText::Failed) } }
    </> }
}

/// Draws that broke a rule were taken at its edge: how many, and of which input.
fn clamped(shared: &Shared, answer: &AnswerOf, found: &Found) -> Html {
    let rules = found.summary.get("clamped").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let note = |(index, rule): (usize, &Value)| {
        let input = rule.get("input").and_then(Value::as_str).unwrap_or_default();
        let draws = rule.get("draws").and_then(Value::as_f64).unwrap_or_default();
        let transition = rule.get("rule").is_some_and(|rule| rule == "transition");
        let text = if transition { DoubtText::ClampedTransition } else { DoubtText::ClampedBounds };
        let share = shared.locale.share(draws / found.futures());
        let name = if transition { String::new() } else { name(shared, answer, input) };
        html! { <p class="aside" key={input.to_owned()}><data value={draws.to_string()} data-result={format!("simulation.clamped.{index}.draws")}>{ shared.doubt_with(text, &[&name, &share]) }</data></p> }
    };
    html! { <>{ for rules.iter().enumerate().map(note) }</> }
}
