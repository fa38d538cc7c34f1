//! One service's demand as it is being edited: everything in the panel follows at once, the page a frame later.

use std::cell::RefCell;
use std::rc::Rc;

use serde_json::{Map, Value, json};
use yew::prelude::*;

use super::chart::DemandChart;
use super::events::Events;
use super::level::Level;
use super::past::{Past, Pasted};
use super::season_view::Season;
use crate::engine::demand::work;
use crate::page::browser::after_frame;
use crate::page::messages::{Message, tell};
use crate::scenario::document::{get, set};
use crate::scenario::{Line, Month, Scenario, Service, plan_values};
use crate::words::ReportText;

/// A change of the demand on view. Paths are below the service's demand.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// An input takes a value, or none. While it is held the page is told at most once a frame.
    Set {
        /// Its path.
        path: String,
        /// Its value.
        value: Option<Value>,
        /// It is being dragged.
        held: bool,
    },
    /// Several at once: one step of undo.
    All(Vec<(String, Option<Value>)>),
    /// What was being changed is left: the next change is a step of undo of its own.
    Settled,
}

/// Demand as it is being edited.
#[derive(Clone)]
pub struct Shown {
    scenario: Rc<Scenario<f64>>,
    document: Rc<Value>,
    /// By month, from the first.
    pub demand: Rc<Vec<f64>>,
    /// The calendar month of month 1.
    pub first: Month,
    /// The place of the service in the scenario.
    pub index: usize,
    /// Something is being dragged.
    pub held: bool,
}

impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        self.document == other.document && self.index == other.index && self.held == other.held
    }
}

impl Shown {
    fn new(document: Rc<Value>, index: usize, held: bool) -> Self {
        let scenario = plan_values(&document);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a checked horizon")]
        let months = scenario.horizon as usize;
        let first = scenario.first_month;
        let mut demand = work(&scenario.services[0], first, months).demand;
        demand.remove(0);
        Shown { scenario: Rc::new(scenario), document, demand: Rc::new(demand), first, index, held }
    }

    /// The service.
    pub fn service(&self) -> &Service<f64> {
        &self.scenario.services[0]
    }

    /// What the document gives at a path below the service's demand.
    pub fn given(&self, path: &str) -> Option<&Value> {
        get(&self.document, &format!("services.0.demand.{path}"))
    }

    /// What demand is counted in.
    pub fn unit(&self) -> ReportText {
        match self.service().line {
            Line::SoftwareDevelopment => ReportText::DemandHours,
            Line::SupportMaintenance => ReportText::DemandContacts,
            Line::DataManagement => ReportText::DemandTerabytes,
        }
    }
}

/// What demand of one service rests on, as a document of its own: what else changes leaves the panel alone.
pub fn part(document: &Value, service: usize) -> Value {
    let copied = |from: Option<&Value>, keys: &[&str]| -> Map<String, Value> {
        let pair = |key: &&str| Some(((*key).to_owned(), from?.get(*key)?.clone()));
        keys.iter().filter_map(pair).collect()
    };
    let one = get(document, &format!("services.{service}"));
    let mut part = copied(Some(document), &["first_month", "horizon", "currency"]);
    let service = copied(one, &["name", "line", "demand", "support", "data", "team"]);
    part.insert("services".to_owned(), json!([service]));
    Value::Object(part)
}

/// What has been edited and not yet come back from the page.
#[derive(Clone, PartialEq)]
struct Draft {
    /// The document that was edited: the next one has the edit in it.
    of: Rc<Value>,
    document: Rc<Value>,
    held: bool,
}

/// Tells the page of edits, those of a drag at most once a frame.
#[derive(Default)]
struct Outbox {
    waiting: Option<(String, Value)>,
    due: bool,
}

fn send(outbox: &Rc<RefCell<Outbox>>) {
    let waiting = outbox.borrow_mut().waiting.take();
    if let Some((path, value)) = waiting {
        tell(Message::Set, &json!([path, value]).to_string());
    }
}

fn send_next_frame(outbox: &Rc<RefCell<Outbox>>, path: String, value: Value) {
    outbox.borrow_mut().waiting = Some((path, value));
    if !std::mem::replace(&mut outbox.borrow_mut().due, true) {
        let outbox = outbox.clone();
        after_frame(move || {
            outbox.borrow_mut().due = false;
            send(&outbox);
        });
    }
}

#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// What the service's demand rests on.
    pub document: Rc<Value>,
    /// The service's place in the scenario.
    pub service: usize,
    /// The history that was pasted for it.
    pub pasted: Pasted,
    /// Another history.
    pub paste: Callback<Pasted>,
}

/// Chart, level, season, events and history of one service's demand.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let draft = use_state(|| None::<Draft>);
    let outbox = use_mut_ref(Outbox::default);
    let of = props.document.clone();
    let edited = (*draft).clone().filter(|draft| draft.held || Rc::ptr_eq(&draft.of, &of));
    let (document, held) =
        edited.map_or_else(|| (of.clone(), false), |draft| (draft.document.clone(), draft.held));
    let shown = use_memo((document, props.service, held), |(document, service, held)| {
        Shown::new(document.clone(), *service, *held)
    });
    let change = {
        let (shown, service) = (shown.clone(), props.service);
        Callback::from(move |change: Change| {
            let edit = |changes: &[(String, Option<Value>)], held: bool| {
                let mut document = Value::clone(&shown.document);
                for (path, value) in changes {
                    set(&mut document, &format!("services.0.demand.{path}"), value.clone());
                }
                draft.set(Some(Draft { of: of.clone(), document: Rc::new(document), held }));
            };
            let whole = |path: &str| format!("services.{service}.demand.{path}");
            match change {
                Change::Set { path, value: Some(value), held: true } => {
                    edit(&[(path.clone(), Some(value.clone()))], true);
                    send_next_frame(&outbox, whole(&path), value);
                }
                Change::Set { path, value, .. } => {
                    send(&outbox);
                    edit(&[(path.clone(), value.clone())], false);
                    tell(Message::Set, &json!([whole(&path), value]).to_string());
                }
                Change::All(changes) => {
                    edit(&changes, false);
                    let all: Vec<Value> = changes
                        .into_iter()
                        .flat_map(|(path, value)| [json!(whole(&path)), json!(value)])
                        .collect();
                    tell(Message::Set, &Value::Array(all).to_string());
                }
                Change::Settled => {
                    if let Some(held) = (*draft).clone().filter(|draft| draft.held) {
                        // What still waits comes back in the next document, what does not is in this one.
                        let of = if outbox.borrow().waiting.is_some() { of.clone() } else { held.of.clone() };
                        draft.set(Some(Draft { of, held: false, ..held }));
                    }
                    send(&outbox);
                    tell(Message::Set, "[]");
                }
            }
        })
    };
    let shown = Shown::clone(&shown);
    html! { <>
        <DemandChart shown={shown.clone()} change={change.clone()} />
        <Level shown={shown.clone()} change={change.clone()} />
        <div class="shapes">
            <Season shown={shown.clone()} change={change.clone()} />
            <Events shown={shown.clone()} change={change.clone()} />
        </div>
        <Past {shown} {change} pasted={props.pasted.clone()} paste={&props.paste} />
    </> }
}
