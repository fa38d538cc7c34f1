//! Security as figures where it can be: breaches as an expectation, controls, recovery; fines as a ceiling.

use yew::prelude::*;

use super::fold::Fold;
use super::requirements::EditedProps;
use crate::answer::vendors::{SecurityLine, security};
use crate::page::messages::{Message, tell};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure};
use crate::report::words::Said as _;
use crate::scenario::{Unit, plan_values};
use crate::words::{Format, Text, VendorText};

/// A table a service, a column a side.
#[component]
pub fn Security(props: &EditedProps) -> Html {
    let shared = use_shared();
    let answer = &props.answer;
    let found = use_memo(answer.clone(), |answer| {
        let scenario = plan_values(&answer.document);
        let ceilings: Vec<Option<f64>> =
            scenario.services.iter().map(|service| service.risk.fine_ceiling).collect();
        (security(&scenario, &answer.answer), ceilings)
    });
    let body = {
        let (shared, answer, found) = (shared.clone(), answer.clone(), found.clone());
        Callback::from(move |()| {
            let (lines, ceilings) = &*found;
            let of = |(service, ceiling): (usize, &Option<f64>)| {
                of_service(&shared, &answer, lines, (service, *ceiling))
            };
            html! { <>{ for ceilings.iter().enumerate().map(of) }</> }
        })
    };
    html! { <Fold id="security" title={title(&shared, answer, &found.0)} subtitle={shared.of_vendors(VendorText::SecuritySubtitle)} {body} /> }
}

/// What breaches are expected to cost on either side, all services together.
fn title(shared: &Shared, answer: &AnswerOf, lines: &[SecurityLine]) -> String {
    let of = |vendor: Option<usize>| -> f64 {
        lines.iter().filter(|line| line.vendor == vendor).map(|line| line.breach).sum()
    };
    let asked = lines.iter().any(|line| line.frequency.is_none());
    let own = of(None);
    if asked && own.abs() < 0.005 {
        return shared.of_vendors(VendorText::SecurityTitleNone).to_owned();
    }
    let vendors =
        (0..answer.vendors.len()).filter(|vendor| lines.iter().any(|line| line.vendor == Some(*vendor)));
    let worst = vendors.map(|vendor| (of(Some(vendor)), vendor)).reduce(|a, b| if b.0 > a.0 { b } else { a });
    match worst {
        Some((most, vendor)) => {
            let name = answer.vendors.get(vendor).map_or("", String::as_str);
            let words = [&*shared.locale.money(own), &*shared.locale.money(most), name];
            shared.of_vendors_with(VendorText::SecurityTitle, &words)
        }
        None => shared.of_vendors_with(VendorText::SecurityTitleOwn, &[&shared.locale.money(own)]),
    }
}

type Cell<'a> = Box<dyn Fn(usize, &SecurityLine) -> Html + 'a>;

fn of_service(
    shared: &Shared,
    answer: &AnswerOf,
    lines: &[SecurityLine],
    (service, ceiling): (usize, Option<f64>),
) -> Html {
    let sides: Vec<(usize, &SecurityLine)> =
        lines.iter().enumerate().filter(|(_, line)| line.service == service).collect();
    let several = answer.services.len() > 1;
    let shown = |index: usize, what: &str, value: Option<f64>, words: &dyn Fn(f64) -> String| match value {
        Some(value) => figure(shared, value, &format!("security.{index}.{what}"), words(value)),
        None => html! { <span class="assumed">{ shared.of_vendors(VendorText::NotKnown) }</span> },
    };
    let money = |value: f64| shared.locale.money(value);
    let number = |value: f64| shared.locale.number(value);
    let hours = |value: f64| shared.quantity(value, Unit::Hours);
    // Nothing booked, nothing to explain.
    let priced = |index: usize, what: &str, value: f64| {
        if value.abs() < 0.005 {
            html! { "–" }
        } else {
            shown(index, what, Some(value), &money)
        }
    };
    let rows: Vec<(VendorText, Cell)> = vec![
        (VendorText::SecurityFrequency, Box::new(|at, line| shown(at, "frequency", line.frequency, &number))),
        (VendorText::SecurityImpact, Box::new(|at, line| shown(at, "impact", line.impact, &money))),
        (VendorText::SecurityYearly, Box::new(|at, line| shown(at, "yearly", line.yearly(), &money))),
        (VendorText::SecurityBreach, Box::new(|at, line| priced(at, "breach", line.breach))),
        (VendorText::SecurityControls, Box::new(|at, line| priced(at, "controls", line.controls))),
        (
            VendorText::SecurityPoint,
            Box::new(|at, line| shown(at, "recovery_point", Some(line.recovery_point), &hours)),
        ),
        (
            VendorText::SecurityTime,
            Box::new(|at, line| shown(at, "recovery_time", Some(line.recovery_time), &hours)),
        ),
        (VendorText::SecurityLost, Box::new(|at, line| priced(at, "lost", line.lost))),
    ];
    let head = |line: &SecurityLine| {
        let (hue, name) = match line.vendor {
            None => ("series-best_in_house".to_owned(), shared.text(Text::BestInHouse).to_owned()),
            Some(vendor) => {
                (format!("series-vendor-{vendor}"), answer.vendors.get(vendor).cloned().unwrap_or_default())
            }
        };
        html! { <th scope="col"><span class={classes!("dot", hue)}></span>{ " " }{ name }</th> }
    };
    let ceiling = ceiling.map_or_else(
        || html! { <p class="hint">{ shared.of_vendors(VendorText::FineNone) }</p> },
        |ceiling| {
            let path = format!("vendors.fine_ceilings.{service}");
            html! { <p>{ shared.of_vendors(VendorText::FineCeiling) }{ " " }{ figure(shared, ceiling, &path, money(ceiling)) }{ ". " }{ shared.of_vendors(VendorText::FineNote) }</p> }
        },
    );
    let asked = sides.iter().any(|(_, line)| line.frequency.is_none() || line.impact.is_none());
    let asked = asked.then(|| format!("services.{service}.risk.breach_frequency"));
    html! {
        <div key={service}>
            if several { <h4>{ answer.services.get(service).cloned().unwrap_or_default() }</h4> }
            <div class={classes!("table-scroll", (sides.len() > 5).then_some("wide"))} tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::SecuritySubtitle)}><table>
                <thead><tr><td></td>{ for sides.iter().map(|(_, line)| head(line)) }</tr></thead>
                <tbody>{ for rows.iter().map(|(name, cell)| html! {
                    <tr><th scope="row">{ shared.of_vendors(*name) }</th>{ for sides.iter().map(|(at, line)| html! { <td>{ cell(*at, line) }</td> }) }</tr>
                }) }</tbody>
            </table></div>
            if let Some(path) = asked { <p class="hint">{ shared.of_vendors(VendorText::SecurityAsk) }{ " " }{ button(shared.of_vendors(VendorText::SecurityState), "quiet", move || tell(Message::Go, &path)) }</p> }
            { ceiling }
        </div>
    }
}
