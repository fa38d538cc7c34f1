//! What goes where: every line of a quote with the input it goes to and what each cell was read as, and what takes it over.

use std::rc::Rc;

use serde_json::Value;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::paste::Pasted;
use super::quote::{
    Cell, Decided, Quote, QuoteLine, Read, Target, column_vendor, foreign, plain, take, targets,
};
use super::section::make;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::report::demand::NumberEntry;
use crate::report::words::Said as _;
use crate::scenario::check::Fault;
use crate::scenario::places::PLACES;
use crate::scenario::{Kind, Unit, document};
use crate::words::{Format, Text, VendorText};

/// What the preview is handed.
#[derive(Properties, PartialEq)]
pub struct PreviewProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// The service that the quotes are for.
    pub service: usize,
    /// What was read.
    pub quote: Rc<Quote>,
    /// What was pasted.
    pub pasted: Pasted,
    /// Something else is pasted, or said about it.
    pub paste: Callback<Pasted>,
}

/// The lines with where they go, the exchange rates asked for, and the button that takes all over.
#[component]
pub fn Preview(props: &PreviewProps) -> Html {
    let shared = use_shared();
    let targets = use_memo((), |()| targets());
    let quote = &props.quote;
    let home = props.plan.get("currency").and_then(Value::as_str).unwrap_or("USD");
    let codes = foreign(quote, &targets, home);
    let asked: Vec<&String> = codes.iter().filter(|code| !props.pasted.rates.contains_key(*code)).collect();
    let name = |column: usize| column_name(&shared, &props.plan, quote, column);
    let goes = |line: &QuoteLine| line.target.is_some() && line.same_as.is_none();
    let values = quote.lines.iter().filter(|line| goes(line)).flat_map(|line| line.cells.iter().enumerate());
    let values: Vec<usize> =
        values.filter(|(_, cell)| matches!(cell, Cell::Value(_))).map(|(column, _)| column).collect();
    let mut columns = values.clone();
    columns.sort_unstable();
    columns.dedup();
    let nowhere: Vec<String> =
        quote.lines.iter().filter(|line| line.target.is_none()).map(|line| line.label.clone()).collect();
    let wrong = problems(&shared, quote, &name);
    let onclick = {
        let (plan, service, quote) = (props.plan.clone(), props.service, quote.clone());
        let (pasted, paste, targets) = (props.pasted.clone(), props.paste.clone(), targets.clone());
        let (count, left) = (values.len(), nowhere.len());
        let names: Vec<String> = (0..quote.columns.len()).map(&name).collect();
        move || {
            let unnamed = |column: usize| names.get(column).cloned().unwrap_or_default();
            make(&take(&plan, service, &quote, &targets, &pasted.rates, &unnamed));
            paste.emit(Pasted { taken: Some((count, left)), ..pasted.clone() });
        }
    };
    let whom: Vec<String> = columns.iter().map(|column| name(*column)).collect();
    let taking =
        shared.of_vendors_with(VendorText::QuoteTake, &[&values.len().to_string(), &whom.join(", ")]);
    html! { <>
        <div class="table-scroll" tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::QuotePreview)}><table class="quote">
            <thead><tr>
                <th scope="col">{ shared.of_vendors(VendorText::QuoteLine) }</th><th scope="col">{ shared.of_vendors(VendorText::QuoteGoes) }</th>
                { for (0..quote.columns.len()).map(|column| {
                    let known = column_vendor(&props.plan, &quote.columns[column]).is_some();
                    let word = if known { VendorText::QuoteUpdates } else { VendorText::QuoteNew };
                    html! { <th scope="col">{ name(column) }<small class="apart">{ shared.of_vendors(word) }</small></th> }
                }) }
            </tr></thead>
            <tbody>{ for quote.lines.iter().map(|line| row(&shared, props, &targets, line)) }</tbody>
        </table></div>
        if !wrong.is_empty() { <ul class="notes">{ for wrong.into_iter().map(|one| html! { <li class="error">{ one }</li> }) }</ul> }
        if !nowhere.is_empty() { <p class="hint">{ shared.of_vendors_with(VendorText::QuoteUnknown, &[&nowhere.join(", ")]) }</p> }
        if !codes.is_empty() { <div class="entries">{ for codes.iter().map(|code| rate(&shared, props, code)) }</div> }
        <div role="status">
            if let Some((values, lines)) = props.pasted.taken {
                <p>{ match lines {
                    0 => shared.of_vendors_with(VendorText::QuoteTaken, &[&values.to_string()]),
                    _ => shared.of_vendors_with(VendorText::QuoteTakenRest, &[&values.to_string(), &lines.to_string()]),
                } }</p>
            } else if values.is_empty() {
                <p class="hint">{ shared.of_vendors(VendorText::QuoteNothing) }</p>
            } else if !asked.is_empty() {
                <p class="hint">{ shared.of_vendors_with(VendorText::QuoteRateNeeded, &[&asked.iter().map(|code| code.as_str()).collect::<Vec<_>>().join(", ")]) }</p>
            }
        </div>
        if props.pasted.taken.is_none() && !values.is_empty() && asked.is_empty() {
            <p class="controls">{ button(&taking, "solid", onclick) }</p>
        }
    </> }
}

/// The head of a column, or the name that its vendor will have.
fn column_name(shared: &Shared, plan: &Value, quote: &Quote, column: usize) -> String {
    let head = &quote.columns[column];
    if head.is_empty() {
        let number = super::changes::list(plan, "vendors").len() + column + 1;
        return format!("{} {number}", shared.text(Text::VendorShown));
    }
    head.clone()
}

/// What is wrong, with its row and its column.
fn problems(shared: &Shared, quote: &Quote, name: &dyn Fn(usize) -> String) -> Vec<String> {
    let mut said = Vec::new();
    for line in &quote.lines {
        if let Some(first) = line.same_as {
            said.push(
                shared.of_vendors_with(VendorText::QuoteSame, &[&line.row.to_string(), &first.to_string()]),
            );
            continue;
        }
        for (column, cell) in line.cells.iter().enumerate() {
            if let Cell::Wrong(fault) = cell {
                let fault = fault_words(shared, fault, line);
                let words = [line.row.to_string(), line.label.clone(), name(column), fault];
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                said.push(shared.of_vendors_with(VendorText::QuoteWrongCell, &words));
            }
        }
    }
    said
}

/// What is wrong with a cell, and what to do. Shares are told as per cent.
fn fault_words(shared: &Shared, fault: &Fault, line: &QuoteLine) -> String {
    let share = line.target.is_some_and(|target| {
        matches!(targets().get(target).map(|target| &target.field.kind), Some(Kind::Number(row)) if row.unit.is_share())
    });
    if share {
        (shared.report().fault)(fault, &crate::page::views::form::Shares(&shared.locale))
    } else {
        (shared.report().fault)(fault, &*shared.locale)
    }
}

fn row(shared: &Shared, props: &PreviewProps, targets: &Rc<Vec<Target>>, line: &QuoteLine) -> Html {
    let target = line.target.and_then(|target| targets.get(target));
    let id = format!("quote-row-{}", line.row);
    let onchange = {
        let (paste, pasted, row) = (props.paste.clone(), props.pasted.clone(), line.row);
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            let mut chosen = pasted.chosen.clone();
            chosen.insert(row, value.parse().ok());
            paste.emit(Pasted { chosen, taken: None, ..pasted.clone() });
        })
    };
    let cell = |(cell, text): (&Cell, &String)| {
        let left = line.same_as.is_some() || target.is_none();
        match cell {
            Cell::Value(read) if !left => html! { <td>{ value(shared, target, read) }</td> },
            Cell::Wrong(_) if !left => html! { <td class="wrong"><span class="error">{ text }</span></td> },
            _ => html! { <td class="assumed">{ text }</td> },
        }
    };
    html! {
        <tr key={line.row}>
            <th scope="row"><label for={id.clone()}>{ &line.label }</label><small class="apart">{ shared.of_vendors(VendorText::QuoteRow) }{ " " }{ line.row }</small></th>
            <td><span class="box"><select {id} name={format!("quote-row-{}", line.row)} {onchange}>
                <option value="" selected={line.target.is_none()}>{ shared.of_vendors(VendorText::QuoteNowhere) }</option>
                { for groups(shared, targets).into_iter().map(|(group, members)| html! {
                    <optgroup key={group.clone()} label={group}>{ for members.into_iter().map(|(index, name)| html! {
                        <option key={index} value={index.to_string()} selected={line.target == Some(index)}>{ name }</option>
                    }) }</optgroup>
                }) }
            </select></span></td>
            { for line.cells.iter().zip(&line.texts).map(cell) }
        </tr>
    }
}

/// The targets by the group that they stand in, in order.
fn groups(shared: &Shared, targets: &[Target]) -> Vec<(String, Vec<(usize, String)>)> {
    let mut groups: Vec<(String, Vec<(usize, String)>)> = Vec::new();
    for (index, target) in targets.iter().enumerate() {
        let group =
            target.group.map_or(shared.text(Text::VendorShown), |field| shared.label(field)).to_owned();
        let name = shared.label(target.field).to_owned();
        match groups.iter_mut().find(|(known, _)| *known == group) {
            Some((_, members)) => members.push((index, name)),
            None => groups.push((group, vec![(index, name)])),
        }
    }
    groups
}

/// A value as it was read, with what was decided.
fn value(shared: &Shared, target: Option<&Target>, read: &Read) -> Html {
    let unit = match target.map(|target| &target.field.kind) {
        Some(Kind::Number(row)) => Some(row.unit),
        _ => None,
    };
    let number = |value: f64| match (unit, read.currency) {
        (Some(unit), Some(code)) if code != shared.locale.currency => {
            format!("{} {}", shared.locale.number(value), shared.unit(in_quote(unit), Some(code)))
        }
        (Some(unit), _) => shared.quantity(value, in_quote(unit)),
        (None, _) => shared.locale.number(value),
    };
    let words = match &read.value {
        Value::Object(range) => {
            let end = |name: &str| number(range.get(name).and_then(Value::as_f64).unwrap_or(0.0));
            format!("{} – {}", end("low"), end("high"))
        }
        Value::Number(value) => number(value.as_f64().unwrap_or(0.0)),
        Value::String(text) => {
            let choice = shared.choice(text);
            let place = PLACES.iter().find(|place| place.id == *text || plain(place.name) == plain(text));
            if choice.is_empty() {
                place.map_or(text.clone(), |place| place.name.to_owned())
            } else {
                choice.to_owned()
            }
        }
        other => other.to_string(),
    };
    let decided = read.decided.map(|decided| match decided {
        Decided::Fraction => shared.of_vendors_with(VendorText::QuoteFraction, &[&words]),
        Decided::Converted => shared.of_vendors(VendorText::QuoteConverted).to_owned(),
        Decided::Middle => shared.of_vendors(VendorText::QuoteMiddle).to_owned(),
    });
    html! { <>{ &words }if let Some(decided) = decided { <small class="apart">{ decided }</small> }</> }
}

/// The price of a quantity is shown by itself: what it is for is said by the model.
fn in_quote(unit: Unit) -> Unit {
    if unit == Unit::MoneyPerQuantity { Unit::Money } else { unit }
}

/// What one unit of a currency costs.
fn rate(shared: &Shared, props: &PreviewProps, code: &str) -> Html {
    let Some(Kind::Number(row)) =
        document::field("services.0.offers.0.price.currency.rate").map(|field| &field.kind)
    else {
        return Html::default();
    };
    let home = shared.locale.currency.clone();
    let changed = {
        let (paste, pasted, code) = (props.paste.clone(), props.pasted.clone(), code.to_owned());
        Callback::from(move |value: Option<f64>| {
            let mut rates = pasted.rates.clone();
            match value {
                Some(value) => rates.insert(code.clone(), value),
                None => rates.remove(&code),
            };
            paste.emit(Pasted { rates, taken: None, ..pasted.clone() });
        })
    };
    html! {
        <NumberEntry id={format!("quote-rate-{code}")} label={shared.of_vendors_with(VendorText::QuoteRate, &[code, &home])} unit={home}
            row={*row} value={props.pasted.rates.get(code).copied()} hint={shared.of_vendors_with(VendorText::QuoteRateHint, &[code])} optional={true} {changed} />
    }
}
