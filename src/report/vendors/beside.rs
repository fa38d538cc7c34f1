//! The table: offers line by line, each value with how far it is from the best.

use std::rc::Rc;

use yew::prelude::*;

use super::changes::offer_of;
use super::hidden_costs::called;
use super::lines::{Better, Line, Lines, Said, best, offer_lines};
use crate::answer::{Compared, Hidden, HiddenCost, Kind};
use crate::finance::Payback;
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure};
use crate::report::words::Said as _;
use crate::scenario::Unit;
use crate::scenario::document::get;
use crate::words::{Format, ReportText, VendorText};

/// What the table is handed.
#[derive(Properties, PartialEq)]
pub struct BesideProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// The service whose offers stand beside each other.
    pub service: usize,
    /// The vendors compared.
    pub vendors: Vec<usize>,
    /// The hidden costs of each vendor.
    pub hidden: Rc<Vec<Option<Hidden>>>,
}

/// One cell: what it shows, and its number where one is comparable.
struct Entry {
    shown: Html,
    value: Option<f64>,
}

/// A row of entries with what makes one best.
struct Row {
    name: String,
    better: Better,
    apart: fn(&Shared, f64) -> String,
    entries: Vec<Entry>,
}

/// Offers line by line, the results first.
#[component]
pub fn Beside(props: &BesideProps) -> Html {
    let shared = use_shared();
    let all = use_state(|| false);
    let hidden = &props.hidden;
    let groups = Rc::new(offer_lines(&props.answer.document, props.service, &props.vendors));
    let alike = groups.iter().flat_map(|group| &group.lines).filter(|line| !line.differs()).count();
    let columns = props.vendors.len() + 1;
    let out = out(props);
    let choose = |word: VendorText, on: bool| {
        let state = all.clone();
        html! { <button type="button" aria-pressed={(*all == on).to_string()} onclick={move |_: MouseEvent| state.set(on)}>{ shared.of_vendors(word) }</button> }
    };
    let offers: Vec<Offer> = props
        .vendors
        .iter()
        .map(|vendor| Offer {
            name: props.answer.vendors.get(*vendor).cloned().unwrap_or_default(),
            at: offer_of(&props.answer.document, props.service, *vendor)
                .map(|offer| format!("services.{}.offers.{offer}", props.service)),
        })
        .collect();
    let drawn_all = |rows: Vec<Row>| rows.iter().map(|row| drawn(&shared, row, &out)).collect::<Vec<_>>();
    html! {
        <section class={classes!("beside", (columns > 5).then_some("wide"))}>
            <h3>{ shared.of_vendors(VendorText::TableTitle) }</h3>
            <p class="subtitle">{ shared.of_vendors(VendorText::TableSubtitle) }</p>
            <div class="controls"><div class="segments" role="group" aria-label={shared.of_vendors(VendorText::TableTitle)}>
                { choose(VendorText::LinesDiffer, false) }{ choose(VendorText::LinesAll, true) }
            </div></div>
            <div class="table-scroll" tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::TableTitle)}><table>
                <thead><tr><th scope="col">{ shared.of_vendors(VendorText::Line) }</th>
                    { for props.vendors.iter().zip(&out).map(|(vendor, out)| html! {
                        <th scope="col"><span class={classes!("dot", format!("series-vendor-{vendor}"))}></span>{ " " }{ props.answer.vendors.get(*vendor).cloned().unwrap_or_default() }
                            if *out { <small class="apart lacks">{ "✗ " }{ shared.of_vendors(VendorText::NotRanked) }</small> }</th>
                    }) }
                </tr></thead>
                { body(shared.of_vendors(VendorText::ResultsGroup), columns, drawn_all(results(&shared, props))) }
                { body(shared.of_vendors(VendorText::HiddenGroup), columns, drawn_all(hidden_rows(&shared, props, hidden))) }
                <OfferLines {groups} all={*all} {columns} {offers} {out} />
            </table></div>
            if !*all && alike > 0 { <p class="hint">{ shared.of_vendors_with(VendorText::LinesSame, &[&alike.to_string()]) }</p> }
        </section>
    }
}

/// Rows under a title.
fn body(title: &str, columns: usize, rows: Vec<Html>) -> Html {
    if rows.is_empty() {
        return Html::default();
    }
    html! { <tbody><tr class="group-row"><th scope="rowgroup" colspan={columns.to_string()}><span>{ title.to_owned() }</span></th></tr>{ for rows }</tbody> }
}

/// Whose offer a column is of.
#[derive(Clone, PartialEq)]
struct Offer {
    name: String,
    /// Its path in the document.
    at: Option<String>,
}

#[derive(Properties, PartialEq)]
struct OfferLinesProps {
    groups: Rc<Vec<Lines>>,
    all: bool,
    columns: usize,
    offers: Vec<Offer>,
    out: Vec<bool>,
}

/// The lines of the offers; drawn anew only when one of them changes, as there are hundreds of values.
#[component]
fn OfferLines(props: &OfferLinesProps) -> Html {
    let shared = use_shared();
    let groups = props.groups.iter().map(|group| {
        let shown = group.lines.iter().filter(|line| props.all || line.differs());
        let rows: Vec<Html> =
            shown.map(|line| drawn(&shared, &offer_row(&shared, &props.offers, line), &props.out)).collect();
        body(shared.label(group.field), props.columns, rows)
    });
    html! { <>{ for groups }</> }
}

/// The vendors that lack what is required: what they offer is shown, and not compared.
fn out(props: &BesideProps) -> Vec<bool> {
    let failures = &props.answer.answer.failures;
    let lacks = |vendor: &usize| failures.get(*vendor).is_some_and(|lacks| !lacks.is_empty());
    props.vendors.iter().map(lacks).collect()
}

fn drawn(shared: &Shared, row: &Row, out: &[bool]) -> Html {
    let compared = || row.entries.iter().zip(out).map(|(entry, out)| (entry, entry.value.filter(|_| !out)));
    let values: Vec<f64> = compared().filter_map(|(_, value)| value).collect();
    let best = best(row.better, &values);
    let cell = |(entry, value): (&Entry, Option<f64>)| {
        let apart = value.zip(best).map(|(value, best)| value - best);
        let leads = apart.is_some_and(|apart| apart.abs() <= 0.0);
        html! {
            <td class={leads.then_some("best")}>
                { entry.shown.clone() }
                if leads { <small class="apart">{ shared.of_vendors(VendorText::Best) }</small> }
                else if let Some(apart) = apart { <small class="apart">{ (row.apart)(shared, apart) }</small> }
            </td>
        }
    };
    html! { <tr key={row.name.clone()}><th scope="row">{ &row.name }</th>{ for compared().map(cell) }</tr> }
}

fn signed(apart: f64, words: &str) -> String {
    format!("{}{words}", if apart < 0.0 { "−" } else { "+" })
}

fn money_apart(shared: &Shared, apart: f64) -> String {
    signed(apart, &shared.locale.money(apart.abs()))
}

fn exact_apart(shared: &Shared, apart: f64) -> String {
    signed(apart, &shared.locale.money_exact(apart.abs()))
}

fn number_apart(shared: &Shared, apart: f64) -> String {
    signed(apart, &shared.locale.number(apart.abs()))
}

fn months_apart(shared: &Shared, apart: f64) -> String {
    signed(apart, &shared.quantity(apart.abs(), Unit::Months))
}

fn points_apart(shared: &Shared, apart: f64) -> String {
    let points = libm::round(apart.abs() * 1e4) / 100.0;
    let word = if (points - 1.0).abs() < 1e-9 { VendorText::Point } else { VendorText::Points };
    signed(apart, &shared.of_vendors_with(word, &[&shared.locale.number(points)]))
}

/// What each vendor comes to, in full and with its best core.
fn results(shared: &Shared, props: &BesideProps) -> Vec<Row> {
    let answer = &props.answer;
    let all = |vendor: usize| answer.answer.option(Kind::Outsourced(vendor));
    // The best core is nobody where every split costs more than giving all of the work away.
    let splits = |vendor: usize| {
        let kinds = [Kind::BestCore(vendor), Kind::Split(vendor)];
        kinds.into_iter().filter_map(|kind| answer.answer.option(kind)).collect::<Vec<_>>()
    };
    let core = |vendor: usize| {
        let most = all(vendor).map_or(f64::MAX, |all| all.measures.present);
        let found = splits(vendor).into_iter().filter(|option| option.measures.present < most);
        found.reduce(|a, b| if b.measures.present < a.measures.present { b } else { a })
    };
    let money =
        |option: Option<&Compared>, what: &str, value: &dyn Fn(&Compared) -> Option<f64>, exact: bool| {
            let Some((option, value)) = option.and_then(|option| Some((option, value(option)?))) else {
                return Entry { shown: html! { { shared.of_vendors(VendorText::None) } }, value: None };
            };
            let words = if exact { shared.locale.money_exact(value) } else { shared.locale.money(value) };
            let path = format!("options.{}.{what}", option.kind().key());
            Entry { shown: figure(shared, value, &path, words), value: Some(value) }
        };
    let row = |name: VendorText,
               better: Better,
               apart: fn(&Shared, f64) -> String,
               entry: &dyn Fn(usize) -> Entry| Row {
        name: shared.of_vendors(name).to_owned(),
        better,
        apart,
        entries: props.vendors.iter().map(|vendor| entry(*vendor)).collect(),
    };
    let ranked = |option: &Compared, value: f64| option.rank.map(|_| value);
    let mut rows = vec![
        row(VendorText::AllPresent, Better::Less, money_apart, &|vendor| {
            money(all(vendor), "present_value", &|option| ranked(option, option.measures.present), false)
        }),
        row(VendorText::AllSaves, Better::More, money_apart, &|vendor| {
            money(all(vendor), "savings.present", &|option| ranked(option, option.savings.present), false)
        }),
        row(VendorText::AllPayback, Better::Less, months_apart, &|vendor| payback(shared, all(vendor))),
        row(VendorText::AllHour, Better::Less, exact_apart, &|vendor| effective_hour(shared, props, vendor)),
    ];
    // Where nobody is best kept, with the core is without it.
    let splits_any = props.vendors.iter().any(|vendor| !splits(*vendor).is_empty());
    let cores_any = props.vendors.iter().any(|vendor| core(*vendor).is_some());
    if splits_any {
        rows.push(row(VendorText::CorePeople, Better::Open, number_apart, &|vendor| match core(vendor) {
            Some(option) => people(shared, option),
            None => Entry { shown: html! { { shared.of_vendors(VendorText::CoreNone) } }, value: None },
        }));
    }
    if cores_any {
        rows.push(row(VendorText::CorePresent, Better::Less, money_apart, &|vendor| {
            money(
                core(vendor).or(all(vendor)),
                "present_value",
                &|option| ranked(option, option.measures.present),
                false,
            )
        }));
        rows.push(row(VendorText::CoreSaves, Better::More, money_apart, &|vendor| {
            money(
                core(vendor).or(all(vendor)),
                "savings.present",
                &|option| ranked(option, option.savings.present),
                false,
            )
        }));
    }
    rows
}

/// What an hour of one's own work costs once settled, in the contract's currency; only those in the scenario's are compared.
fn effective_hour(shared: &Shared, props: &BesideProps, vendor: usize) -> Entry {
    let (answer, service) = (&props.answer, props.service);
    let kind = Kind::Outsourced(vendor);
    let hour = answer.answer.option(kind).and_then(|option| option.outcome.parts.get(service)?.list_hour);
    let Some(hour) = hour else {
        return Entry { shown: html! { { shared.of_vendors(VendorText::None) } }, value: None };
    };
    let offer = offer_of(&answer.document, service, vendor);
    let code = offer.and_then(|offer| {
        let path = format!("services.{service}.offers.{offer}.price.currency.code");
        get(&answer.document, &path)?.as_str().filter(|code| *code != shared.locale.currency)
    });
    let words = code.map_or_else(
        || shared.locale.money_exact(cents(hour)),
        |code| format!("{code} {}", shared.locale.number(cents(hour))),
    );
    let path = format!("options.{}.services.{service}.list_hour", kind.key());
    Entry { shown: figure(shared, hour, &path, words), value: code.is_none().then_some(hour) }
}

/// Rounded to the cent, so that money is not shown to its last bit.
fn cents(value: f64) -> f64 {
    libm::round(value * 100.0) / 100.0
}

/// People at work in the last month.
fn people(shared: &Shared, option: &Compared) -> Entry {
    let people = crate::answer::people(option);
    let last = people.len() - 1;
    let words = shared.locale.number(libm::round(people[last] * 10.0) / 10.0);
    let path = format!("options.{}.people.{last}", option.kind().key());
    Entry { shown: figure(shared, people[last], &path, words), value: None }
}

fn payback(shared: &Shared, option: Option<&Compared>) -> Entry {
    let said = |text: ReportText| html! { { shared.said(text) } };
    let found = option
        .filter(|option| option.rank.is_some())
        .and_then(|option| Some((option, option.savings.payback?)));
    match found {
        Some((option, Payback::Month(month))) => {
            let path = format!("options.{}.savings.payback", option.kind().key());
            let words =
                shared.said_with(ReportText::ExplainMonth, &[&shared.locale.number(libm::ceil(month))]);
            Entry { shown: figure(shared, month, &path, words), value: Some(libm::ceil(month)) }
        }
        Some((_, Payback::Immediate)) => Entry { shown: said(ReportText::AtOnce), value: Some(0.0) },
        Some((_, Payback::NotWithinHorizon)) => {
            Entry { shown: said(ReportText::NotWithinHorizon), value: None }
        }
        None => Entry { shown: html! { { shared.of_vendors(VendorText::None) } }, value: None },
    }
}

/// What the price does not show, a row a cost, and their sum.
fn hidden_rows(shared: &Shared, props: &BesideProps, found: &[Option<Hidden>]) -> Vec<Row> {
    let row = |name: VendorText, what: &str, value: &dyn Fn(&Hidden) -> f64| Row {
        name: shared.of_vendors(name).to_owned(),
        better: Better::Less,
        apart: money_apart,
        entries: props
            .vendors
            .iter()
            .map(|vendor| {
                let value = found.get(*vendor).and_then(Option::as_ref).map(value);
                let path = format!("hidden.{vendor}.{what}");
                let none = || html! { { shared.of_vendors(VendorText::None) } };
                let shown =
                    value.map_or_else(none, |value| figure(shared, value, &path, shared.locale.money(value)));
                Entry { shown, value }
            })
            .collect(),
    };
    let mut rows = vec![row(VendorText::FeesSettled, "fees", &|hidden| hidden.fees)];
    rows.extend(
        HiddenCost::ALL
            .iter()
            .filter(|cost| found.iter().flatten().any(|hidden| hidden.of(**cost).abs() > 0.005))
            .map(|cost| row(called(*cost), cost.name(), &|hidden| hidden.of(*cost))),
    );
    rows.push(row(VendorText::HiddenTotal, "total", &Hidden::total));
    rows
}

/// A line of the offers: values that go to their field when pressed.
fn offer_row(shared: &Shared, offers: &[Offer], line: &Line) -> Row {
    let label = shared.label(line.field).to_owned();
    let comparable = line.best().is_some();
    let entries = line.cells.iter().zip(offers).map(|(cell, offer)| {
        let (words, assumed) = said(shared, line, cell);
        let place = offer.at.as_ref().map(|at| format!("{at}.{}", line.path));
        let value = match cell {
            Said::Number { value, .. } if comparable => Some(*value),
            _ => None,
        };
        let goes = place.filter(|_| !matches!(cell, Said::Beside | Said::Entries(_)));
        let shown = match goes {
            Some(place) => {
                let hint = shared.of_vendors_with(VendorText::ChangeIt, &[&label, &offer.name, &words]);
                let onclick = move |_: MouseEvent| tell(Message::Go, &place);
                html! { <button type="button" class={classes!("figure", assumed.then_some("assumed"))} aria-label={hint} {onclick}>{ words }</button> }
            }
            None => html! { <span class={assumed.then_some("assumed")}>{ words }</span> },
        };
        Entry { shown, value }
    });
    let entries = entries.collect();
    Row { name: label, better: super::lines::better(&line.path), apart: apart_of(line), entries }
}

fn apart_of(line: &Line) -> fn(&Shared, f64) -> String {
    let unit = line.cells.iter().find_map(|cell| match cell {
        Said::Number { unit, currency, .. } => Some((*unit, currency.is_some())),
        _ => None,
    });
    match unit {
        Some((unit, _)) if unit.is_share() => points_apart,
        // In another currency than the scenario's the sign would be wrong.
        Some((unit, false)) if unit.is_money() => exact_apart,
        _ => number_apart,
    }
}

/// What a cell says, and whether it is assumed rather than stated.
fn said(shared: &Shared, line: &Line, cell: &Said) -> (String, bool) {
    let word = |text: VendorText| shared.of_vendors(text).to_owned();
    match cell {
        Said::Number { value, unit, currency: Some(code), default } => {
            (format!("{} {}", shared.locale.number(*value), shared.unit(*unit, Some(code))), *default)
        }
        Said::Number { value, unit: Unit::Factor, default, .. } => {
            (format!("× {}", shared.locale.number(*value)), *default)
        }
        Said::Number { value, unit, default, .. } => (shared.quantity(*value, *unit), *default),
        Said::Choice(name) => (shared.choice(name).to_owned(), false),
        Said::Flag(on) => (word(if *on { VendorText::YesWord } else { VendorText::NoWord }), !on),
        Said::Text(text) => (text.clone(), false),
        Said::Entries(0) => (word(VendorText::None), true),
        Said::Entries(count) => (count.to_string(), false),
        Said::Absent => (word(absent(&line.path)), true),
        Said::Beside => (word(VendorText::None), true),
    }
}

/// What nothing given means.
fn absent(path: &str) -> VendorText {
    match path {
        "flexibility.ramp_most" => VendorText::AnyNumber,
        "service_levels.availability" | "service_levels.recovery_point" | "service_levels.recovery_time" => {
            VendorText::SameAsOwn
        }
        "price.baseline" => VendorText::Renewed,
        "price.counted" => VendorText::BilledEach,
        "transition.fee" | "exit.rebuild" | "price.currency.drift" => VendorText::Reckoned,
        _ => VendorText::None,
    }
}
