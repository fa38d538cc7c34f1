//! The scores of all vendors on one criterion, side by side, with the anchors in words.

use std::rc::Rc;

use serde_json::Value;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::control::{control, settle};
use super::criteria::{score_at, score_change, scored, without_own};
use super::section::{make, told_one};
use crate::answer::vendors::{Anchor, Criterion, Standings};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure};
use crate::report::words::Said as _;
use crate::scenario::Scenario;
use crate::words::{Format, Text, VendorText, vendor_language};

/// What the scores are handed.
#[derive(Properties)]
pub struct ScoresProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// Its answer.
    pub answer: Rc<AnswerOf>,
    /// The scenario of that answer.
    pub scenario: Rc<Scenario<f64>>,
    /// The criterion.
    pub criterion: Criterion,
    /// The vendors judged.
    pub standings: Rc<Standings>,
}

impl PartialEq for ScoresProps {
    /// Scenario and standings follow from the answer.
    fn eq(&self, other: &Self) -> bool {
        self.plan == other.plan && self.answer == other.answer && self.criterion == other.criterion
    }
}

/// The anchors, and a slider a vendor; cost is scored by the engine.
#[component]
pub fn Scores(props: &ScoresProps) -> Html {
    let shared = use_shared();
    let (plan, criterion) = (&props.plan, props.criterion);
    let words = vendor_language(shared.language);
    let anchors = [(0, Anchor::Worst), (50, Anchor::Middle), (100, Anchor::Best)];
    let own = match criterion {
        Criterion::Own(index) => Some(index),
        _ => None,
    };
    let remove = own.map(|index| {
        let changes = without_own(plan, index);
        button(shared.text(Text::RemoveEntry), "quiet", move || make(&changes))
    });
    html! {
        <div class="scores">
            if let Some(index) = own { <div class="entries">{ control(&shared, plan, &format!("preferences.own.{index}.name")) }</div> }
            <dl class="anchors">{ for anchors.into_iter().map(|(score, anchor)| html! {
                <div key={score}><dt>{ score }</dt><dd>{ (words.anchor)(criterion, anchor) }</dd></div>
            }) }</dl>
            <ul>{ for scored(plan).into_iter().map(|(vendor, name)| match criterion {
                Criterion::Cost => by_engine(&shared, props, vendor, &name),
                _ => html! { <Score key={vendor} plan={plan.clone()} {criterion} {vendor} {name} /> },
            }) }</ul>
            { for remove }
        </div>
    }
}

fn by_engine(shared: &Shared, props: &ScoresProps, vendor: usize, name: &str) -> Html {
    let cost = props.standings.vendors.get(vendor).and_then(|standing| standing.cost);
    let path = |what: &str| format!("vendors.standings.{vendor}.cost.{what}");
    html! {
        <li key={vendor} class={format!("series-vendor-{vendor}")}>
            <span><span class="dot"></span>{ " " }{ name.to_owned() }</span>
            <span class="read">{ match cost {
                Some(cost) => html! { <>{ figure(shared, cost.score, &path("score"), shared.locale.number(libm::round(cost.score))) }{ ": " }
                    { figure(shared, cost.ratio, &path("ratio"), shared.locale.share(libm::round(cost.ratio * 100.0) / 100.0)) }{ " " }{ shared.of_vendors(VendorText::OfBestInHouse) }</> },
                None => html! { { shared.of_vendors(VendorText::NotScored) } },
            } }</span>
        </li>
    }
}

#[derive(Properties, PartialEq)]
struct ScoreProps {
    plan: Rc<Value>,
    criterion: Criterion,
    vendor: usize,
    name: String,
}

/// One vendor's score: dragged, typed, or taken away.
#[component]
fn Score(props: &ScoreProps) -> Html {
    let shared = use_shared();
    let (plan, criterion, vendor) = (&props.plan, props.criterion, props.vendor);
    // What is dragged to counts until the document comes back with it, a frame later.
    let told = use_state(|| None::<(Option<f64>, Option<f64>)>);
    let given = score_at(plan, criterion, vendor);
    let now = told.filter(|(before, _)| *before == given).map_or(given, |(_, now)| now);
    let set = {
        let (plan, told) = (plan.clone(), told.setter());
        move |score: Option<f64>| {
            told.set(Some((given, score)));
            told_one(&score_change(&plan, criterion, vendor, score));
        }
    };
    let oninput = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            if value.is_finite() {
                set(Some(value.clamp(0.0, 100.0)));
            }
        })
    };
    let typed = {
        let set = set.clone();
        Callback::from(move |event: InputEvent| {
            let value = event.target_unchecked_into::<HtmlInputElement>().value_as_number();
            set(value.is_finite().then(|| value.clamp(0.0, 100.0)));
        })
    };
    let onchange = Callback::from(|_: Event| settle());
    let name = match criterion {
        Criterion::Own(_) => format!("score-{}-{vendor}", criterion.name()),
        usual => format!("vendors.{vendor}.scores.{}", usual.name()),
    };
    let said = now.map_or_else(
        || shared.of_vendors(VendorText::NotScored).to_owned(),
        |score| shared.locale.number(score),
    );
    let clear = move |_: MouseEvent| {
        set(None);
        settle();
    };
    html! {
        <li class={classes!(format!("series-vendor-{vendor}"), now.is_none().then_some("unscored"))}>
            <label for={format!("{name}-slider")}><span class="dot"></span>{ " " }{ &props.name }</label>
            <input id={format!("{name}-slider")} type="range" min="0" max="100" step="5" value={now.unwrap_or(50.0).to_string()} aria-valuetext={said} oninput={oninput} onchange={onchange.clone()} />
            <span class="box"><input {name} type="number" min="0" max="100" step="any" aria-label={props.name.clone()} placeholder="–" value={now.map_or_else(String::new, |score| score.to_string())} oninput={typed} {onchange} /></span>
            <button type="button" class="button quiet" disabled={now.is_none()} aria-label={shared.of_vendors_with(VendorText::ScoreClear, &[&props.name])} onclick={clear}>{ "×" }</button>
        </li>
    }
}
