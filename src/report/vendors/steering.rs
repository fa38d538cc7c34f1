//! The governance plan: what is to be done to steer a vendor, by whom, how often, at what cost; on paper a checklist.

use std::rc::Rc;

use serde_json::{Value, json};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::changes::{appended, list};
use super::control::{TextEntry, control};
use super::fold::Fold;
use super::requirements::EditedProps;
use super::section::make;
use crate::answer::Kind;
use crate::answer::vendors::{Plan, Task, governance};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure, plain};
use crate::report::words::Said as _;
use crate::scenario::document::field;
use crate::scenario::{Kind as FieldKind, Unit, plan_values};
use crate::words::{Format, ReportText, Text, VendorText, vendor_language};

/// The plan of one offer at a time, and on paper the checklist of that one.
#[component]
pub fn Steering(props: &EditedProps) -> Html {
    let shared = use_shared();
    let chosen = use_state(|| None::<usize>);
    let edited = use_state(|| None::<String>);
    let answer = &props.answer;
    let plans = use_memo(answer.clone(), |answer| governance(&plan_values(&answer.document)));
    // The vendor that the verdict speaks of, else the cheapest.
    let ranked = answer.answer.ranked();
    let kinds = answer.answer.contender().into_iter().chain(ranked.iter().map(|option| option.kind()));
    let subject = kinds.into_iter().find_map(Kind::vendor);
    let first = plans.iter().position(|plan| Some(plan.vendor) == subject).unwrap_or(0);
    let at = chosen.filter(|at| *at < plans.len()).unwrap_or(first);
    let Some(plan) = plans.get(at) else { return Html::default() };
    let onchange = {
        let (chosen, edited) = (chosen.setter(), edited.setter());
        Callback::from(move |event: Event| {
            chosen.set(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok());
            edited.set(None);
        })
    };
    let name = who(&shared, answer, plan);
    let yearly = shared.locale.money(plan.yearly());
    let open = plan.without_owner();
    let title = match open {
        0 => shared.of_vendors_with(VendorText::SteeringTitle, &[&name, &yearly]),
        open => shared.of_vendors_with(VendorText::SteeringTitleOpen, &[&name, &yearly, &open.to_string()]),
    };
    let body = {
        let (shared, plans, answer, document) =
            (shared.clone(), plans.clone(), answer.clone(), props.plan.clone());
        let edited = edited.clone();
        Callback::from(move |()| {
            let (answer, plan) = (&answer, &plans[at]);
            html! { <>
                if plans.len() > 1 {
                    <div class="controls"><label>{ shared.text(Text::VendorShown) }<select name="governance-offer" onchange={onchange.clone()}>
                        { for plans.iter().enumerate().map(|(index, plan)| html! { <option key={index} value={index.to_string()} selected={index == at}>{ who(&shared, answer, plan) }</option> }) }
                    </select></label></div>
                }
                { table(&shared, &document, (at, plan), &edited) }
                { adding(&shared, &document, plan) }
                { in_ledger(&shared, answer, plan) }
            </> }
        })
    };
    html! { <>
        <Fold id="governance" {title} subtitle={shared.of_vendors(VendorText::SteeringSubtitle)} {body} />
        { checklist(&shared, (at, plan), &name) }
    </> }
}

/// Whose plan it is.
fn who(shared: &Shared, answer: &AnswerOf, plan: &Plan) -> String {
    super::figures::side(shared, answer, plan.service, Some(plan.vendor))
}

/// What a task is called: by the user, else by its kind.
pub(super) fn called(shared: &Shared, task: &Task) -> String {
    let duty = (vendor_language(shared.language).duty)(task.duty);
    if task.name.is_empty() { duty.to_owned() } else { format!("{}: {}", duty, task.name) }
}

fn often(shared: &Shared, task: &Task) -> String {
    task.times.map_or_else(
        || "–".to_owned(),
        |times| shared.of_vendors_with(VendorText::TimesYearly, &[&shared.locale.number(times)]),
    )
}

/// The entry of a document that a task is, if it is one of a list.
fn entry(task: &Task) -> Option<String> {
    let (path, _) = task.owner_path.rsplit_once('.')?;
    path.rsplit('.').next()?.parse::<usize>().ok()?;
    Some(path.to_owned())
}

fn table(
    shared: &Shared,
    document: &Rc<Value>,
    (at, plan): (usize, &Plan),
    edited: &UseStateHandle<Option<String>>,
) -> Html {
    let row = |(index, task): (usize, &Task)| {
        let owner = super::control::value_text(document, &task.owner_path);
        let most = match field(&task.owner_path).map(|field| &field.kind) {
            Some(FieldKind::Text { most }) => *most,
            _ => 60,
        };
        let label = shared.of_vendors_with(VendorText::OwnerOf, &[&called(shared, task)]);
        let cost = task.yearly.map_or_else(
            || html! { "–" },
            |yearly| {
                figure(
                    shared,
                    yearly,
                    &format!("vendors.governance.{at}.tasks.{index}.yearly"),
                    shared.locale.money(yearly),
                )
            },
        );
        let path = entry(task);
        let is_open = path.is_some() && **edited == path;
        let name = match &path {
            Some(path) => {
                let (edited, path) = (edited.setter(), path.clone());
                let onclick = move |_: MouseEvent| edited.set((!is_open).then(|| path.clone()));
                html! { <button type="button" class="figure" name={format!("task-{index}")} aria-expanded={is_open.to_string()} {onclick}>{ called(shared, task) }</button> }
            }
            None => html! { { called(shared, task) } },
        };
        html! { <>
            <tr key={task.owner_path.clone()}>
                <th scope="row">{ name }</th>
                <td class="owner"><TextEntry path={task.owner_path.clone()} {label} {most} value={owner} /></td>
                <td>{ often(shared, task) }</td><td>{ cost }</td>
            </tr>
            if is_open { <tr key={format!("{}-fields", task.owner_path)} class="opened"><td colspan="4">{ fields(shared, document, path.as_deref().unwrap_or_default()) }</td></tr> }
        </> }
    };
    let head = |text: VendorText| html! { <th scope="col">{ shared.of_vendors(text) }</th> };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::SteeringSubtitle)}><table class="steering">
            <thead><tr>{ head(VendorText::SteeringWhat) }{ head(VendorText::SteeringOwner) }{ head(VendorText::SteeringOften) }{ head(VendorText::SteeringYearly) }</tr></thead>
            <tbody>
                { for plan.tasks.iter().enumerate().map(row) }
                <tr class="total"><th scope="row">{ shared.said(ReportText::LedgerTotal) }</th><td></td><td></td>
                    <td>{ figure(shared, plan.yearly(), &format!("vendors.governance.{at}.yearly"), shared.locale.money(plan.yearly())) }</td></tr>
            </tbody>
        </table></div>
    }
}

/// The other fields of an entry, and what takes it away.
fn fields(shared: &Shared, plan: &Rc<Value>, path: &str) -> Html {
    let names: &[&str] = if path.contains(".roles.") {
        &["name", "people"]
    } else if path.contains(".meetings.") {
        &["name", "times", "hours", "people"]
    } else {
        &["name", "times", "people", "cost"]
    };
    let remove = {
        let path = path.to_owned();
        button(shared.text(Text::RemoveEntry), "quiet", move || make(&vec![(path.clone(), None)]))
    };
    html! { <><div class="entries">{ for names.iter().map(|name| control(shared, plan, &format!("{path}.{name}"))) }</div>{ remove }</> }
}

/// What adds a role, a meeting, a journey.
fn adding(shared: &Shared, document: &Rc<Value>, plan: &Plan) -> Html {
    let at = format!("services.{}.offers.{}.governance", plan.service, plan.offer);
    let add = |word: VendorText, what: &str, entry: Value| {
        let path = format!("{at}.{what}");
        let most = match field(&path).map(|field| &field.kind) {
            Some(FieldKind::List { most, .. }) => *most,
            _ => 0,
        };
        if list(document, &path).len() >= most {
            return Html::default();
        }
        let changes = vec![appended(document, &path, entry)];
        button(shared.of_vendors(word), "", move || make(&changes))
    };
    let named = |text: VendorText| shared.of_vendors(text);
    html! {
        <p class="controls">
            { add(VendorText::AddRole, "roles", json!({ "name": named(VendorText::UsualRole), "people": 0.5 })) }
            { add(VendorText::AddMeeting, "meetings", json!({ "name": named(VendorText::UsualMeeting), "times": 12, "hours": 2, "people": 4 })) }
            { add(VendorText::AddTrip, "trips", json!({ "name": named(VendorText::UsualTrip), "times": 2, "people": 2, "cost": 2000.0 * crate::scenario::scale(&shared.locale.currency) })) }
        </p>
    }
}

/// What the ledger books for governance with this vendor, all of it.
fn in_ledger(shared: &Shared, answer: &AnswerOf, plan: &Plan) -> Html {
    let Some(option) = answer.answer.option(Kind::Outsourced(plan.vendor)) else { return Html::default() };
    let governance = crate::engine::ledger::Category::Governance;
    let monthly = option.outcome.monthly(answer.answer.months, |account| account.category == governance);
    let value: f64 = monthly.iter().sum();
    if value.abs() < 0.005 {
        return Html::default();
    }
    let path = format!("options.{}.categories.governance.nominal", option.kind().key());
    let months = shared.quantity(answer.answer.months as f64, Unit::Months);
    html! { <p class="hint">{ shared.of_vendors(VendorText::SteeringLedger) }{ " " }{ figure(shared, value, &path, shared.locale.money(value)) }{ " " }{ shared.of_vendors_with(VendorText::SteeringOver, &[&months]) }</p> }
}

/// The plan on paper: a box to tick for each task, with who owns it.
fn checklist(shared: &Shared, (at, plan): (usize, &Plan), name: &str) -> Html {
    let item = |(index, task): (usize, &Task)| {
        let cost = task.yearly.filter(|yearly| yearly.abs() > 0.0);
        let owner = if task.owner.is_empty() {
            shared.of_vendors(VendorText::OwnerNone).to_owned()
        } else {
            task.owner.clone()
        };
        html! {
            <tr key={task.owner_path.clone()}>
                <td><span class="tick" aria-hidden="true"></span>{ called(shared, task) }</td>
                <td class={classes!("words", task.owner.is_empty().then_some("blank"))}>{ owner }</td>
                <td>{ often(shared, task) }</td>
                <td>{ cost.map_or_else(|| html! { "–" }, |yearly| plain(yearly, &format!("vendors.governance.{at}.tasks.{index}.yearly"), shared.locale.money(yearly))) }</td>
            </tr>
        }
    };
    let head = |text: VendorText| html! { <th scope="col">{ shared.of_vendors(text) }</th> };
    html! {
        <section class="panel paper checklist">
            <h2>{ shared.of_vendors_with(VendorText::ChecklistTitle, &[name]) }</h2>
            <table>
                <thead><tr>{ head(VendorText::SteeringWhat) }{ head(VendorText::SteeringOwner) }{ head(VendorText::SteeringOften) }{ head(VendorText::SteeringYearly) }</tr></thead>
                <tbody>{ for plan.tasks.iter().enumerate().map(item) }</tbody>
            </table>
        </section>
    }
}
