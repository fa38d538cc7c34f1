//! The ledger on paper: every year of the option on view, where the screen has one year month by month.
//!
//! It is always there and shown by the style sheet: what is drawn when a browser says that it prints may come too late for it.

use yew::prelude::*;

use super::words::Said;
use crate::answer::Compared;
use crate::engine::ledger::Category;
use crate::page::shared::Shared;
use crate::page::views::figures::{AnswerOf, option_name, plain};
use crate::words::ReportText;

/// More columns than this want the paper's long side.
const UPRIGHT: usize = 8;

/// The decision, then the sums of the years: the last may have fewer months.
fn by_year(monthly: &[f64]) -> impl Iterator<Item = f64> {
    let (decision, months) = monthly.split_at(monthly.len().min(1));
    decision.iter().copied().chain(months.chunks(12).map(|year| year.iter().sum()))
}

/// A table of categories by years. Years are sums of what the result file has, so that only the totals are figures of it.
pub fn by_years(
    shared: &Shared,
    answer: &AnswerOf,
    option: &Compared,
    rows: &[(Category, Vec<f64>)],
) -> Html {
    let months = answer.answer.months;
    let years = months.div_ceil(12);
    let key = option.kind().key();
    let name = option_name(shared, &answer.vendors, option.kind());
    let title = shared.said_with(ReportText::LedgerYears, &[&name]);
    let cell = |value: f64| match value.abs() > 0.0 {
        true => html! { <td>{ shared.locale.table_amount(value) }</td> },
        false => html! { <td>{ "–" }</td> },
    };
    let row = |label: &str, monthly: &[f64], total: f64, path: String| {
        html! { <>
            <th scope="row">{ label }</th>
            { for by_year(monthly).map(cell) }
            <td>{ plain(total, &path, shared.locale.table_amount(total)) }</td>
        </> }
    };
    html! {
        <section class={classes!("panel", "paper", (years + 2 > UPRIGHT).then_some("wide"))}>
            <h2>{ title }</h2>
            <p class="subtitle">{ shared.locale.table_unit() }</p>
            <table>
                <thead><tr>
                    <th scope="col">{ shared.said(ReportText::LedgerCategory) }</th>
                    <th scope="col">{ shared.said(ReportText::Decision) }</th>
                    { for (1..=years).map(|year| html! { <th scope="col">{ shared.said_with(ReportText::LedgerYear, &[&year.to_string()]) }</th> }) }
                    <th scope="col">{ shared.said_with(ReportText::LedgerAllMonths, &[&months.to_string()]) }</th>
                </tr></thead>
                <tbody>
                    { for rows.iter().map(|(category, monthly)| html! {
                        <tr>{ row((shared.report().category)(*category), monthly, monthly.iter().sum(), format!("options.{key}.categories.{}.nominal", category.name())) }</tr>
                    }) }
                    <tr class="total">{ row(shared.said(ReportText::LedgerTotal), &option.measures.monthly, option.measures.nominal, format!("options.{key}.nominal")) }</tr>
                </tbody>
            </table>
        </section>
    }
}
