//! The tables under the charts: measures, month by month, assumptions.

use std::rc::Rc;

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::words::Said;
use super::years::by_years;

use crate::answer::{Compared, Kind};
use crate::engine::ledger::Category;
use crate::finance::{InternalRate, Payback};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure, option_name};
use crate::page::views::range::{ends, in_short};
use crate::scenario::{Input, Origin, document};
use crate::words::{Format, ReportText};

/// An answer to put into a table.
#[derive(Properties, PartialEq)]
pub struct TableProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
}

/// Every measure of every option, each with its basis.
#[component]
pub fn MeasuresTable(props: &TableProps) -> Html {
    let shared = use_shared();
    let answer = &props.answer.answer;
    let undefined = || html! { { shared.said(ReportText::NotDefined) } };
    let money = |option: &Compared, path: &str, value: Option<f64>| match value {
        Some(value) => figure(
            &shared,
            value,
            &format!("options.{}.{path}", option.kind().key()),
            shared.locale.money_exact(value),
        ),
        None => undefined(),
    };
    let share = |option: &Compared, path: &str, value: Option<f64>| match value {
        Some(value) => figure(
            &shared,
            value,
            &format!("options.{}.{path}", option.kind().key()),
            shared.locale.share(value),
        ),
        None => undefined(),
    };
    let payback = |option: &Compared, path: &str, value: Option<Payback>| match value {
        Some(Payback::Immediate) => html! { { shared.said(ReportText::AtOnce) } },
        Some(Payback::Month(month)) => {
            // Wherever payback is told it is by the month that it falls in; its explanation has the moment.
            let text =
                shared.said_with(ReportText::ExplainMonth, &[&shared.locale.number(libm::ceil(month))]);
            figure(&shared, month, &format!("options.{}.{path}", option.kind().key()), text)
        }
        Some(Payback::NotWithinHorizon) => html! { { shared.said(ReportText::NotWithinHorizon) } },
        None => undefined(),
    };
    let rate = |option: &Compared| match &option.savings.rates(answer.discount_rate).internal {
        InternalRate::One(value) => share(option, "savings.internal_rate", Some(*value)),
        InternalRate::Several(roots) => {
            let roots: Vec<String> = roots.iter().map(|root| shared.locale.share(*root)).collect();
            html! { { shared.said_with(ReportText::SeveralRates, &[&roots.join(", ")]) } }
        }
        InternalRate::None => html! { { shared.said(ReportText::NoRate) } },
    };
    type Cell<'a> = Box<dyn Fn(&Compared) -> Html + 'a>;
    let own: Vec<(&str, Cell)> = vec![
        ("present_value", Box::new(|o| money(o, "present_value", Some(o.measures.present)))),
        ("nominal", Box::new(|o| money(o, "nominal", Some(o.measures.nominal)))),
        ("present_cash", Box::new(|o| money(o, "present_cash", Some(o.measures.present_cash)))),
        ("present_one_off", Box::new(|o| money(o, "present_one_off", Some(o.measures.present_one_off)))),
        ("equivalent_annual", Box::new(|o| money(o, "equivalent_annual", o.measures.equivalent_annual))),
        ("cost_per_hour", Box::new(|o| money(o, "cost_per_hour", o.measures.per_hour))),
        ("idle_share", Box::new(|o| share(o, "idle_share", Some(o.measures.idle_share)))),
        ("delivered_share", Box::new(|o| share(o, "delivered_share", Some(o.measures.delivered_share)))),
    ];
    let saved: Vec<(&str, Cell)> = vec![
        ("present", Box::new(|o| money(o, "savings.present", Some(o.savings.present)))),
        ("share", Box::new(|o| share(o, "savings.share", o.savings.share))),
        ("run_rate", Box::new(|o| money(o, "savings.run_rate", Some(o.savings.run_rate)))),
        ("amortised", Box::new(|o| money(o, "savings.amortised", Some(o.savings.amortised)))),
        ("payback", Box::new(|o| payback(o, "savings.payback", o.savings.payback))),
        (
            "discounted_payback",
            Box::new(|o| payback(o, "savings.discounted_payback", o.savings.discounted_payback)),
        ),
        (
            "return_on_investment",
            Box::new(|o| share(o, "savings.return_on_investment", o.savings.return_on_investment)),
        ),
        ("internal_rate", Box::new(rate)),
        (
            "modified_internal_rate",
            Box::new(|o| {
                share(o, "savings.modified_internal_rate", o.savings.rates(answer.discount_rate).modified)
            }),
        ),
    ];
    let against_today: Cell = Box::new(|o| money(o, "budget.present", Some(o.budget.present)));
    let row = |label: &str, cell: &Cell, skip_reference: bool| {
        html! {
            <tr>
                <th scope="row">{ label }</th>
                { for answer.options.iter().map(|option| html! {
                    <td>{ if skip_reference && (option.kind() == Kind::BestInHouse || option.rank.is_none()) { html! { "–" } } else { cell(option) } }</td>
                }) }
            </tr>
        }
    };
    html! {
        <section class="panel">
            <h2>{ shared.said(ReportText::MeasuresTitle) }</h2>
            <p class="subtitle">{ shared.said(ReportText::MeasuresSubtitle) }</p>
            <div class="table-scroll" tabindex="0" role="region" aria-label={shared.said(ReportText::MeasuresTitle)}><table>
                <thead><tr><th scope="col">{ shared.said(ReportText::MeasuresMeasure) }</th>
                    { for answer.options.iter().map(|option| html! { <th scope="col">{ option_name(&shared, &props.answer.vendors, option.kind()) }</th> }) }
                </tr></thead>
                <tbody>
                    { for own.iter().map(|(name, cell)| row((shared.report().figure)(name), cell, false)) }
                    { for saved.iter().map(|(name, cell)| row((shared.report().figure)(name), cell, true)) }
                    { row(shared.said(ReportText::MeasuresAgainst), &against_today, false) }
                </tbody>
            </table></div>
        </section>
    }
}

/// The ledger of one option: on screen a year of months at a time, on paper all years.
#[component]
pub fn LedgerTable(props: &TableProps) -> Html {
    let shared = use_shared();
    let chosen = use_state(|| None::<String>);
    let year = use_state(|| 0_usize);
    let answer = &props.answer.answer;
    let option = chosen
        .as_deref()
        .and_then(|key| answer.by_key(key))
        .or_else(|| answer.verdict.option.and_then(|kind| answer.option(kind)))
        .unwrap_or(&answer.options[1]);
    let key = option.kind().key();
    let years = answer.months.div_ceil(12);
    let shown = (*year).min(years - 1);
    let first = if shown == 0 { 0 } else { shown * 12 + 1 };
    let months: Vec<usize> = (first..=((shown + 1) * 12).min(answer.months)).collect();
    let onchange = {
        let chosen = chosen.clone();
        Callback::from(move |event: Event| {
            chosen.set(Some(event.target_unchecked_into::<HtmlSelectElement>().value()))
        })
    };
    let rows: Vec<(Category, Vec<f64>)> = Category::ALL
        .iter()
        .map(|category| {
            (*category, option.outcome.monthly(answer.months, |account| account.category == *category))
        })
        .filter(|(_, monthly)| monthly.iter().any(|amount| amount.abs() > 0.0))
        .collect();
    let cell = |name: &str, month: usize, value: f64| {
        if value.abs() > 0.0 {
            figure(
                &shared,
                value,
                &format!("options.{key}.ledger.{name}.{month}"),
                shared.locale.table_amount(value),
            )
        } else {
            html! { "–" }
        }
    };
    let total: f64 = option.measures.nominal;
    html! { <>
        <section class="panel" id="ledger">
            <h2>{ shared.said(ReportText::LedgerTitle) }</h2>
            <p class="subtitle">{ shared.said_with(ReportText::LedgerSubtitle, &[&shared.locale.table_unit()]) }</p>
            <div class="controls">
                <label>{ shared.said(ReportText::LedgerOption) }{ " " }<select name="ledger-option" {onchange}>
                    { for answer.options.iter().map(|one| html! {
                        <option value={one.kind().key()} selected={one.kind() == option.kind()}>{ option_name(&shared, &props.answer.vendors, one.kind()) }</option>
                    }) }
                </select></label>
                <div class="segments" role="group">
                    { for (0..years).map(|index| {
                        let year = year.clone();
                        html! { <button type="button" aria-pressed={(index == shown).to_string()} onclick={move |_| year.set(index)}>
                            { shared.said_with(ReportText::LedgerYear, &[&(index + 1).to_string()]) }</button> }
                    }) }
                </div>
            </div>
            <div class="table-scroll" tabindex="0" role="region" aria-label={shared.said(ReportText::LedgerTitle)}><table>
                <thead><tr>
                    <th scope="col">{ shared.said(ReportText::LedgerCategory) }</th>
                    { for months.iter().map(|month| html! { <th scope="col">{
                        if *month == 0 { shared.said(ReportText::Decision).to_owned() } else { shared.locale.month(props.answer.first.plus(month - 1)) }
                    }</th> }) }
                    <th scope="col">{ shared.said_with(ReportText::LedgerAllMonths, &[&answer.months.to_string()]) }</th>
                </tr></thead>
                <tbody>
                    { for rows.iter().map(|(category, monthly)| html! {
                        <tr key={category.name()}>
                            <th scope="row">{ (shared.report().category)(*category) }</th>
                            { for months.iter().map(|month| html! { <td>{ cell(category.name(), *month, monthly[*month]) }</td> }) }
                            <td>{ figure(&shared, monthly.iter().sum(), &format!("options.{key}.categories.{}.nominal", category.name()), shared.locale.table_amount(monthly.iter().sum())) }</td>
                        </tr>
                    }) }
                    <tr class="total">
                        <th scope="row">{ shared.said(ReportText::LedgerTotal) }</th>
                        { for months.iter().map(|month| html! { <td>{ cell("total", *month, option.measures.monthly[*month]) }</td> }) }
                        <td>{ figure(&shared, total, &format!("options.{key}.nominal"), shared.locale.table_amount(total)) }</td>
                    </tr>
                </tbody>
            </table></div>
        </section>
        { by_years(&shared, &props.answer, option, &rows) }
    </> }
}

/// What an input is called, with the service and vendor it belongs to where there are several, or where another one is called the same.
#[must_use]
pub fn input_name(shared: &Shared, answer: &AnswerOf, input: &Input) -> String {
    let steps: Vec<&str> = input.path.split('.').collect();
    let mut name = shared.label(input.field).to_owned();
    let position = |index: usize| steps.get(index).and_then(|step| step.parse::<usize>().ok());
    if let Some(Ok(index)) = steps.last().map(|step| step.parse::<usize>()) {
        name = format!("{name} {}", index + 1);
    }
    if steps.first() == Some(&"services") && answer.services.len() > 1 {
        let service = position(1).and_then(|index| answer.services.get(index));
        name = format!("{name} ({})", service.map_or("", String::as_str));
    }
    if let Some(id) = vendor_of(&answer.document, &input.path) {
        let label = shared.label(input.field);
        let mut ours = answer.inputs().iter().filter(|other| !at_vendor(&other.path));
        if answer.vendors.len() == 1 && !ours.any(|other| shared.label(other.field) == label) {
            return name;
        }
        let vendors = answer.document.get("vendors").and_then(|vendors| vendors.as_array());
        let vendor =
            vendors.and_then(|vendors| vendors.iter().position(|vendor| vendor.get("id") == Some(id)));
        let vendor = vendor.and_then(|vendor| answer.vendors.get(vendor));
        name = format!("{name} ({})", vendor.map_or("", String::as_str));
    }
    name
}

/// Whether an input is one of a vendor.
fn at_vendor(path: &str) -> bool {
    path.starts_with("vendors.") || path.contains(".offers.")
}

/// Which vendor an input is of, by its id.
fn vendor_of<'a>(document: &'a Value, path: &str) -> Option<&'a Value> {
    let mut steps = path.splitn(5, '.');
    match [(); 4].map(|()| steps.next()) {
        [Some("services"), Some(service), Some("offers"), Some(offer)] => {
            document::get(document, &format!("services.{service}.offers.{offer}.vendor"))
        }
        [Some("vendors"), Some(vendor), ..] => document::get(document, &format!("vendors.{vendor}.id")),
        _ => None,
    }
}

/// Every input with its value and source; those still at default are marked.
#[component]
pub fn AssumptionsTable(props: &TableProps) -> Html {
    let shared = use_shared();
    let row = |input: &Input| {
        let (origin, source, grade) = match &input.origin {
            Origin::Default => {
                (ReportText::AssumptionDefault, input.field.note().source, input.row.grade.mark())
            }
            Origin::Template { source, grade } => {
                (ReportText::AssumptionTemplate, source.as_str(), grade.as_str())
            }
            Origin::User => (ReportText::AssumptionYours, "", ""),
            Origin::Absent => (ReportText::AssumptionAbsent, "", ""),
        };
        let range = document::get(&props.answer.document, &input.path).and_then(ends);
        let value = range.map(|ends| in_short(&shared, input.row, input.unit, ends));
        let value = value
            .or_else(|| input.value.map(|value| shared.input_quantity(&props.answer.document, input, value)));
        let value = value.unwrap_or_else(|| "–".to_owned());
        html! {
            <tr key={input.path.clone()} class={(input.origin == Origin::Default).then_some("default")}>
                <th scope="row">{ input_name(&shared, &props.answer, input) }</th>
                <td>{ value }</td>
                <td><span class="tag">{ shared.said(origin) }</span></td>
                <td class="words">{ source }</td>
                <td>{ grade }</td>
            </tr>
        }
    };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={shared.said(ReportText::AssumptionsTitle)}><table class="assumptions">
            <thead><tr>
                <th scope="col">{ shared.said(ReportText::AssumptionInput) }</th><th scope="col">{ shared.said(ReportText::AssumptionValue) }</th>
                <th scope="col">{ shared.said(ReportText::AssumptionOrigin) }</th><th scope="col">{ shared.said(ReportText::AssumptionSource) }</th>
                <th scope="col">{ shared.said(ReportText::AssumptionGrade) }</th>
            </tr></thead>
            <tbody>{ for props.answer.inputs().iter().map(row) }</tbody>
        </table></div>
    }
}
