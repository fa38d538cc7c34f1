//! Quotes pasted or chosen as a file, with what goes where before anything is taken over.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::changes::{list, most};
use super::preview::Preview;
use super::quote::{Problem, Quote, Rates, Reading, read};
use crate::page::shared::{Shared, use_shared};
use crate::report::pasting::{PasteField, PasteFile, Pasting};
use crate::report::words::Said as _;
use crate::words::VendorText;

/// What the visitor has pasted. It is kept while the page is open, and not saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The section is open.
    pub open: bool,
    /// The text as it is.
    pub text: String,
    /// What rows go to, where the visitor has said so.
    pub chosen: BTreeMap<usize, Option<usize>>,
    /// What one unit of a foreign currency costs.
    pub rates: Rates,
    /// What was taken over: values, and lines that went nowhere.
    pub taken: Option<(usize, usize)>,
}

/// What the section is handed.
#[derive(Clone, Properties, PartialEq)]
pub struct PasteProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// The service that the quotes are for.
    pub service: usize,
    /// What was pasted.
    pub pasted: Pasted,
    /// Something else is pasted.
    pub paste: Callback<Pasted>,
}

/// The section, closed at first.
#[component]
pub fn Paste(props: &PasteProps) -> Html {
    let shared = use_shared();
    let pasted = &props.pasted;
    let set = {
        let (paste, pasted) = (props.paste.clone(), pasted.clone());
        Callback::from(move |open: bool| paste.emit(Pasted { open, ..pasted.clone() }))
    };
    html! {
        <Pasting title={shared.of_vendors(VendorText::QuoteTitle)} subtitle={shared.of_vendors(VendorText::QuoteSubtitle)} open={pasted.open} {set}>
            if pasted.open { <Inside ..props.clone() /> }
        </Pasting>
    }
}

#[component]
fn Inside(props: &PasteProps) -> Html {
    let shared = use_shared();
    let pasted = &props.pasted;
    let home = props.plan.get("currency").and_then(Value::as_str).unwrap_or("USD").to_owned();
    let known = list(&props.plan, "vendors").len();
    let key = (pasted.text.clone(), pasted.chosen.clone(), home.clone(), known);
    let found = use_memo(key, |(text, chosen, home, _)| {
        let words = shared.report();
        let reading = Reading {
            decimal: shared.locale.separators.decimal,
            home,
            called: words.quote_names,
            choices: words.quote_choices,
            most: most(),
        };
        (!text.trim().is_empty()).then(|| read(text, reading, chosen).map(Rc::new))
    });
    let take = {
        let (paste, pasted) = (props.paste.clone(), pasted.clone());
        Callback::from(move |text: String| {
            paste.emit(Pasted { text, chosen: BTreeMap::new(), taken: None, ..pasted.clone() });
        })
    };
    let problem = match &*found {
        Some(Err(problem)) => Some(AttrValue::from(unread(&shared, *problem))),
        _ => None,
    };
    html! {
        <div class="past-body">
            <PasteField id="vendors-quote" label={shared.of_vendors(VendorText::QuotePaste)} example={shared.of_vendors(VendorText::QuoteExample)}
                hint={shared.of_vendors(VendorText::QuoteKept)} {problem} text={pasted.text.clone()} take={take.clone()} />
            <p class="controls"><PasteFile name="vendors-quote-file" {take} /></p>
            if let Some(Ok(quote)) = &*found {
                { read_notes(&shared, quote) }
                <Preview plan={props.plan.clone()} service={props.service} quote={quote.clone()} pasted={pasted.clone()} paste={props.paste.clone()} />
            }
        </div>
    }
}

fn unread(shared: &Shared, problem: Problem) -> &'static str {
    shared.of_vendors(match problem {
        Problem::Empty => VendorText::QuoteEmpty,
        Problem::OneColumn => VendorText::QuoteOneColumn,
        Problem::NothingKnown => VendorText::QuoteNothingKnown,
    })
}

/// What was decided for the quote as a whole.
fn read_notes(shared: &Shared, quote: &Quote) -> Html {
    let mut said = Vec::new();
    if let Some(mark) = quote.open_mark {
        said.push(shared.of_vendors_with(VendorText::QuoteOpenMark, &[&mark.to_string()]));
    }
    if !quote.left_out.is_empty() {
        said.push(shared.of_vendors_with(VendorText::QuoteLeftOut, &[&quote.left_out.join(", ")]));
    }
    if said.is_empty() {
        return Html::default();
    }
    html! { <ul class="hint notes">{ for said.into_iter().map(|one| html! { <li>{ one }</li> }) }</ul> }
}
