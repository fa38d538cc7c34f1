//! The sections as they follow the page, and what they tell it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_timers::callback::Timeout;
use serde_json::Value;
use web_sys::Element;
use yew::prelude::*;

use super::fields::Fields;
use super::parts::{parts, summary};
use super::people::{add_vendor, people_and_places};
use crate::json;
use crate::page::browser;
use crate::page::edits::Edits;
use crate::page::format::{Locale, currency};
use crate::page::messages::{Message, tell, use_message};
use crate::page::session::Edit;
use crate::page::shared::Shared;
use crate::page::views::form::Form;
use crate::page::views::inputs::{list, name_of, questions, shown_by};
use crate::report::contents::go_to;
use crate::report::later::{Wanted, use_later};
use crate::report::words::Said as _;
use crate::scenario::check::check;
use crate::scenario::{Kind, around, document};
use crate::words::{ENGLISH, RefineText};

/// What the page has told last, with what was edited here since.
#[derive(Clone, PartialEq)]
struct Edited {
    document: Rc<Value>,
    service: usize,
    offer: Option<usize>,
}

impl Edited {
    fn read(text: &str) -> Option<Self> {
        let (shown, document) = text.split_once('\n')?;
        let (service, offer) = shown.split_once(' ')?;
        let document = Rc::new(json::read(document).ok()?);
        Some(Self { document, service: service.parse().ok()?, offer: offer.parse().ok() })
    }
}

/// Milliseconds until they are drawn where they are in view.
const BESIDE: u32 = 30;

/// Milliseconds until they follow what was edited elsewhere: verdict and charts first.
const FOLLOW: u32 = 25;

/// What the sections are handed.
#[derive(Properties, PartialEq)]
pub struct RefineProps {
    /// What inputs mean.
    pub help: Rc<Value>,
    /// Opens the explanation of a figure.
    pub explain: Callback<AttrValue>,
}

/// The sections, in the place that the page keeps for them.
#[component]
pub fn Refine(props: &RefineProps) -> Html {
    let language = &ENGLISH;
    let edited = use_mut_ref(|| None::<Edited>);
    let update = use_force_update();
    let open = use_state(|| None::<String>);
    {
        let (edited, update, later) = (edited.clone(), update.clone(), RefCell::new(None));
        use_message(
            Message::Edited,
            Callback::from(move |text: String| {
                let told = Edited::read(&text);
                if *edited.borrow() != told {
                    *edited.borrow_mut() = told;
                    let update = update.clone();
                    later.replace(Some(Timeout::new(FOLLOW, move || update.force_update())));
                }
            }),
        );
    }
    {
        let (edited, open) = (edited.clone(), open.clone());
        use_message(
            Message::Go,
            Callback::from(move |path: String| {
                let (service, offer) = shown_by(&path);
                if let Some(edited) = &mut *edited.borrow_mut() {
                    edited.service = service.unwrap_or(edited.service);
                    edited.offer = offer.or(edited.offer);
                }
                open.set(Some(section_of(&path)));
            }),
        );
    }
    let edits = {
        let (edited, update) = (edited.clone(), update.clone());
        use_callback((), move |edit: Edit, ()| {
            let make = |changes: Vec<(String, Option<Value>)>| {
                if let Some(edited) = &mut *edited.borrow_mut() {
                    let document = Rc::make_mut(&mut edited.document);
                    for (path, value) in &changes {
                        document::set(document, path, value.clone());
                    }
                }
                update.force_update();
                let told =
                    changes.into_iter().flat_map(|(path, value)| [path.into(), value.unwrap_or_default()]);
                tell(Message::Set, &json::write(&Value::Array(told.collect())));
            };
            match edit {
                Edit::Set(changes) => make(changes),
                Edit::Range(path) => {
                    let range = edited.borrow().as_ref().and_then(|edited| around(&edited.document, &path));
                    if let Some(range) = range {
                        settle();
                        make(vec![(path, Some(range.value()))]);
                        settle();
                    }
                }
                Edit::Settle => settle(),
                _ => {}
            }
        })
    };
    // Where they are out of view, on a phone that shows the answer, they are drawn with all else.
    let (rested, all) = (
        use_later((), BESIDE, None).0.is_some(),
        use_context::<Wanted>().is_none_or(|wanted| wanted >= Wanted::Report),
    );
    let now = edited.borrow().clone().filter(|_| all || (rested && beside()));
    let (Some(now), Some(host)) = (now, element("refine")) else { return Html::default() };
    let currency = currency(&now.document);
    let (help, explain) = (props.help.clone(), props.explain.clone());
    let shared = Shared { locale: Locale::with(currency), language, help, explain, edits: Edits(edits) };
    let sections = sections(&shared, &now, &open);
    // The button that adds the first vendor stands among the questions.
    let first = element("add-vendor")
        .filter(|_| now.offer.is_none())
        .map(|place| create_portal(add_vendor(&shared, &now.document, now.service), place));
    html! {
        <ContextProvider<Shared> context={shared.clone()}>
            { create_portal(sections, host) }
            { for first }
        </ContextProvider<Shared>>
    }
}

/// Whether the inputs stand beside the answer.
fn beside() -> bool {
    element("refine").is_some_and(|place| place.client_width() > 0)
}

fn element(id: &str) -> Option<Element> {
    browser::window()?.document()?.get_element_by_id(id)
}

/// Ends a run of changes of one path.
fn settle() {
    tell(Message::Set, "[]");
}

/// Goes to what the report says of vendors; on a narrow screen the answer must be on view first.
fn to_vendors() {
    tell(Message::Answer, "");
    Timeout::new(50, || go_to("vendors")).forget();
}

/// The section that a field stands in.
fn section_of(path: &str) -> String {
    let steps: Vec<&str> = path.split('.').collect();
    match steps[0] {
        "services" if steps.len() > 4 && steps[2] == "offers" => steps[..5].join("."),
        "services" if steps.len() > 3 => steps[..3].join("."),
        "services" | "vendors" => "services".to_owned(),
        of @ ("money" | "simulation") => of.to_owned(),
        _ => "basics".to_owned(),
    }
}

fn sections(shared: &Shared, now: &Edited, open: &UseStateHandle<Option<String>>) -> Html {
    let Edited { document, service: at, offer: chosen } = now;
    let (at, chosen) = (*at, *chosen);
    let questions = questions(at, chosen);
    let problems = check(document);
    let form = Form { shared, document, problems: &problems, fault: shared.report().fault };
    let fields = Fields { form, elsewhere: &questions };
    let wrong = |path: &str| {
        let inside = problems
            .iter()
            .any(|problem| problem.path.starts_with(path) && !questions.contains(&problem.path));
        inside.then(|| shared.refined(RefineText::NeedsAttention))
    };
    let section = |name: &str, title: &str, summary: &str, wrong: Option<&str>, inner: &dyn Fn() -> Html| {
        let (open, on, key) = (open.clone(), open.as_deref() == Some(name), name.to_owned());
        let toggle = move || open.set((!on).then(|| key.clone()));
        section(title, summary, wrong, toggle, on.then(inner))
    };
    let names: Vec<String> = list(document, "services")
        .iter()
        .chain(list(document, "vendors"))
        .map(|one| name_of(one, "name"))
        .collect();
    let basics = || -> Html {
        let paths = ["name", "notes", "currency", "first_month"];
        paths.into_iter().filter_map(|path| Some(fields.field(document::field(path)?, path))).collect()
    };
    html! { <>
        <h2>{ shared.refined(RefineText::Refine) }</h2>
        { for parts(at, chosen, document).iter().map(|part| {
            let inner = || match part.field.kind {
                Kind::Group(inner) => fields.group(inner, &part.path),
                _ => fields.field(part.field, &part.path),
            };
            let summary = summary(shared, document, part, &questions);
            section(&part.path, shared.label(part.field), &summary, wrong(&part.path), &inner)
        }) }
        { section("services", shared.refined(RefineText::ServicesAndVendors), &names.join(", "), None, &|| people_and_places(&fields, at, chosen)) }
        <button type="button" class="leads" onclick={|_: MouseEvent| to_vendors()}><b>{ shared.refined(RefineText::Vendors) }</b><span aria-hidden="true">{ "→" }</span></button>
        { section("basics", shared.refined(RefineText::Basics), &name_of(document, "name"), None, &basics) }
    </> }
}

/// A section of the form: closed, it is one line that says what it holds now; its fields are made only when it is open.
fn section(
    title: &str,
    summary: &str,
    wrong: Option<&str>,
    toggle: impl Fn() + 'static,
    fields: Option<Html>,
) -> Html {
    let onclick = Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        toggle();
    });
    html! {
        <details class="section" open={fields.is_some()}>
            <summary {onclick}>
                <b>{ title }</b>
                <span class="summary">{ summary }</span>
                if let Some(wrong) = wrong { <span class="error">{ wrong }</span> }
            </summary>
            if let Some(fields) = fields { <div class="section-body">{ fields }</div> }
        </details>
    }
}
