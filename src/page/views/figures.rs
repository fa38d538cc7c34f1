//! The answer as views are handed it, its figures, and what its options are called and coloured.

use std::cell::OnceCell;
use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use crate::answer::{Answer, Case, Kind, answer, answers};
use crate::page::shared::Shared;
use crate::scenario::{Input, Month, inputs, plan_values};
use crate::words::Text;

/// An answer with what views need to word it; equal only to itself.
pub struct AnswerOf {
    /// The answer.
    pub answer: Answer,
    /// The document it answers.
    pub document: Rc<Value>,
    /// Names of the vendors.
    pub vendors: Vec<String>,
    /// Names of the services.
    pub services: Vec<String>,
    /// The calendar month of month 1.
    pub first: Month,
    inputs: OnceCell<Vec<Input>>,
    cases: OnceCell<Vec<(Case, Answer)>>,
}

impl AnswerOf {
    /// The document's inputs with their sources. Only the report asks for them.
    pub fn inputs(&self) -> &[Input] {
        self.inputs.get_or_init(|| inputs(&self.document))
    }

    /// The answers when one thing goes differently. Only the report asks for them.
    pub fn cases(&self) -> &[(Case, Answer)] {
        let kind = self.answer.contender().unwrap_or(Kind::BestInHouse);
        self.cases.get_or_init(|| answers(&plan_values(&self.document), kind))
    }
}

impl PartialEq for AnswerOf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document)
    }
}

/// The answer to a document without problems.
#[must_use]
pub fn answered(document: &Rc<Value>) -> Rc<AnswerOf> {
    let scenario = plan_values(document);
    Rc::new(AnswerOf {
        answer: answer(&scenario),
        vendors: scenario.vendors.iter().map(|vendor| vendor.name.clone()).collect(),
        services: scenario.services.iter().map(|service| service.name.clone()).collect(),
        first: scenario.first_month,
        document: document.clone(),
        inputs: OnceCell::new(),
        cases: OnceCell::new(),
    })
}

/// A figure that opens its explanation.
pub fn figure(shared: &Shared, value: f64, path: &str, text: String) -> Html {
    figure_by(shared, path, value, path, text)
}

/// A figure that opens an explanation under another path than its own.
pub fn figure_by(shared: &Shared, explained: &str, value: f64, path: &str, text: String) -> Html {
    let (explain, at) = (shared.explain.clone(), AttrValue::from(explained.to_owned()));
    let onclick = Callback::from(move |_: MouseEvent| explain.emit(at.clone()));
    html! {
        <button type="button" class="figure" {onclick}>{ plain(value, path, text) }</button>
    }
}

/// A figure that speaks for itself.
pub fn plain(value: f64, path: &str, text: String) -> Html {
    html! { <data value={crate::decimal::write(value)} data-result={path.to_owned()}>{ text }</data> }
}

/// What an option is called.
#[must_use]
pub fn option_name(shared: &Shared, names: &[String], kind: Kind) -> String {
    let vendor = kind.vendor().and_then(|vendor| names.get(vendor)).map_or("", String::as_str);
    match kind {
        Kind::AsIs => shared.text(Text::AsIs).to_owned(),
        Kind::BestInHouse => shared.text(Text::BestInHouse).to_owned(),
        Kind::Outsourced(_) => shared.filled(Text::Outsourced, &[vendor]),
        Kind::Split(_) => shared.filled(Text::Split, &[vendor]),
        Kind::BestCore(_) => shared.filled(Text::BestCore, &[vendor]),
        Kind::BestMix => shared.text(Text::BestMix).to_owned(),
    }
}

/// The colour class of an option.
#[must_use]
pub fn series(kind: Kind) -> String {
    match kind {
        Kind::AsIs => "series-as_is".to_owned(),
        Kind::BestInHouse => "series-best_in_house".to_owned(),
        Kind::Outsourced(vendor) => format!("series-vendor-{vendor}"),
        Kind::Split(vendor) => format!("series-split-{vendor}"),
        Kind::BestCore(vendor) => format!("series-core-{vendor}"),
        Kind::BestMix => "series-best_mix".to_owned(),
    }
}
