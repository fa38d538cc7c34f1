//! Quotes pasted or chosen as a file, with what goes where before anything is taken over.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;
use web_sys::{DragEvent, File, HtmlInputElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::changes::{list, most};
use super::preview::Preview;
use super::quote::{Problem, Quote, Rates, Reading, read};
use crate::page::shared::{Shared, use_shared};
use crate::report::words::Said as _;
use crate::words::{ReportText, VendorText};

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
    let onclick = {
        let (paste, pasted) = (props.paste.clone(), pasted.clone());
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            paste.emit(Pasted { open: !pasted.open, ..pasted.clone() });
        })
    };
    html! {
        <details class="panel past" open={pasted.open}>
            <summary {onclick}><h3>{ shared.of_vendors(VendorText::QuoteTitle) }</h3><p class="subtitle">{ shared.of_vendors(VendorText::QuoteSubtitle) }</p></summary>
            if pasted.open { <Inside ..props.clone() /> }
        </details>
    }
}

/// Hands on the text of a file.
fn take_file(file: Option<File>, take: Callback<String>) {
    let Some(file) = file else { return };
    wasm_bindgen_futures::spawn_local(async move {
        let text = wasm_bindgen_futures::JsFuture::from(file.text()).await;
        if let Some(text) = text.ok().and_then(|text| text.as_string()) {
            take.emit(text);
        }
    });
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
    let oninput =
        take.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    let onchange = {
        let take = take.clone();
        Callback::from(move |event: Event| {
            let input = event.target_unchecked_into::<HtmlInputElement>();
            take_file(input.files().and_then(|files| files.get(0)), take.clone());
            // The same file can be chosen again.
            input.set_value("");
        })
    };
    let ondrop = Callback::from(move |event: DragEvent| {
        let files = event.data_transfer().and_then(|data| data.files());
        // Text that is dropped goes where the browser puts it.
        if let Some(file) = files.and_then(|files| files.get(0)) {
            event.prevent_default();
            take_file(Some(file), take.clone());
        }
    });
    let ondragover = Callback::from(|event: DragEvent| event.prevent_default());
    let problem = match &*found {
        Some(Err(problem)) => Some(unread(&shared, *problem)),
        _ => None,
    };
    let id = "vendors-quote";
    html! {
        <div class="past-body">
            <div class="field wide" {ondrop} {ondragover}>
                <label for={id}>{ shared.of_vendors(VendorText::QuotePaste) }</label>
                <div class="box"><textarea {id} name={id} rows="6" spellcheck="false" placeholder={shared.of_vendors(VendorText::QuoteExample)}
                    value={pasted.text.clone()} aria-invalid={problem.is_some().then_some("true")} aria-describedby="vendors-quote-note" {oninput} /></div>
                <div id="vendors-quote-note" class="notes" role="status">
                    if let Some(problem) = problem { <p class="error">{ problem }</p> }
                    else { <p class="hint">{ shared.of_vendors(VendorText::QuoteKept) }</p> }
                </div>
            </div>
            <p class="controls">
                <label class="button file">{ shared.said(ReportText::PastFile) }<input type="file" name="vendors-quote-file" accept=".csv,.tsv,.txt,text/csv,text/plain" class="visually-hidden" {onchange} /></label>
            </p>
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
