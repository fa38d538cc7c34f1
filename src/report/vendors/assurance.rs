//! Quality control and security: what goes wrong on either side, and what it costs to keep it from happening.

use yew::prelude::*;

use super::fold::Fold;
use super::requirements::EditedProps;
use crate::answer::vendors::{QualityLine, quality};
use crate::answer::{Compared, Kind};
use crate::engine::ledger::Category;
use crate::finance::present_value;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::figures::{AnswerOf, figure, option_name, plain};
use crate::report::words::Said as _;
use crate::scenario::{Scenario, Service, Unit, plan_values};
use crate::words::{Format, Text, VendorText};

/// What each point of rework costs, defects and inspection on either side.
#[component]
pub fn Quality(props: &EditedProps) -> Html {
    let shared = use_shared();
    let lines =
        use_memo(props.answer.clone(), |answer| quality(&plan_values(&answer.document), &answer.answer));
    let answer = &props.answer;
    let name = |vendor: Option<usize>| {
        vendor.map_or_else(
            || shared.text(Text::BestInHouse).to_owned(),
            |vendor| answer.vendors.get(vendor).cloned().unwrap_or_default(),
        )
    };
    let dearest = lines
        .iter()
        .filter(|line| line.vendor.is_some())
        .reduce(|a, b| if b.point > a.point { b } else { a });
    let title = dearest.map_or_else(
        || shared.of_vendors(VendorText::QualityTitleNone).to_owned(),
        |line| {
            let words = [shared.locale.money(line.point), name(line.vendor)];
            shared.of_vendors_with(VendorText::QualityTitle, &[&words[0], &words[1]])
        },
    );
    let share = |value: f64| shared.locale.share(value);
    let money = |value: f64| shared.locale.money(value);
    let priced = |value: f64, path: &str| {
        if value.abs() < 0.005 {
            html! { "–" }
        } else {
            plain(value, path, money(value))
        }
    };
    let row = |(index, line): (usize, &QualityLine)| {
        let path = |what: &str| format!("quality.{index}.{what}");
        let whose = if answer.services.len() > 1 {
            format!(
                "{} ({})",
                name(line.vendor),
                answer.services.get(line.service).map_or("", String::as_str)
            )
        } else {
            name(line.vendor)
        };
        let hue = line
            .vendor
            .map_or_else(|| "series-best_in_house".to_owned(), |vendor| format!("series-vendor-{vendor}"));
        html! {
            <tr key={index}>
                <th scope="row"><span class={classes!("dot", hue)}></span>{ " " }{ whose }</th>
                <td>{ plain(line.rework, &path("rework"), share(line.rework)) }</td>
                <td>{ plain(line.point, &path("point"), money(line.point)) }</td>
                <td>{ plain(line.inspection, &path("inspection"), share(line.inspection)) }</td>
                <td>{ priced(line.inspection_cost, &path("inspection_cost")) }</td>
                <td>{ match line.defects {
                    Some(defects) => plain(defects, &path("defects"), share(defects)),
                    None => html! { { shared.of_vendors(VendorText::NotKnown) } },
                } }</td>
                <td>{ priced(line.defect_cost, &path("defect_cost")) }</td>
            </tr>
        }
    };
    let head = |text: VendorText| html! { <th scope="col">{ shared.of_vendors(text) }</th> };
    html! {
        <Fold id="quality" {title} subtitle={shared.of_vendors(VendorText::QualitySubtitle)}>
            <div class="table-scroll" tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::QualitySubtitle)}><table>
                <thead><tr><td></td>{ head(VendorText::QualityRework) }{ head(VendorText::QualityPoint) }{ head(VendorText::QualityInspection) }
                    { head(VendorText::QualityInspectionCost) }{ head(VendorText::QualityDefects) }{ head(VendorText::QualityDefectCost) }</tr></thead>
                <tbody>{ for lines.iter().enumerate().map(row) }</tbody>
            </table></div>
            <p class="hint">{ shared.of_vendors(VendorText::QualityWhere) }</p>
        </Fold>
    }
}

/// One side of the table on security: in-house, or a vendor that does all of the work.
struct Side<'a> {
    option: &'a Compared,
    name: String,
    hue: String,
    /// Breaches expected in a year; none stated: not asked for yet.
    frequency: Option<f64>,
    impact: Option<f64>,
    /// Controls and audits a year, at prices of the first month.
    controls: f64,
    recovery_point: f64,
    recovery_time: f64,
}

fn side<'a>(
    shared: &Shared,
    answer: &'a AnswerOf,
    service: &Service<f64>,
    index: usize,
    kind: Kind,
) -> Option<Side<'a>> {
    let option = answer.answer.option(kind)?;
    let offer = match kind.vendor() {
        Some(_) => Some(service.offers.get(option.outcome.parts.get(index)?.course.offer?)?),
        None => None,
    };
    let levels = offer.map(|offer| &offer.service_levels);
    let risk = &service.risk;
    let uplift = levels.map_or(0.0, |levels| levels.breach_uplift);
    let name = kind.vendor().and_then(|vendor| answer.vendors.get(vendor)).cloned();
    // What of one's own controls the vendor saves, and what it takes itself.
    let controls = offer.map_or(risk.controls, |offer| {
        risk.controls * (1.0 - risk.controls_avoided) + offer.governance.controls + offer.governance.audits
    });
    Some(Side {
        controls,
        option,
        name: name.unwrap_or_else(|| option_name(shared, &answer.vendors, kind)),
        hue: kind
            .vendor()
            .map_or_else(|| "series-best_in_house".to_owned(), |vendor| format!("series-vendor-{vendor}")),
        frequency: risk.breach_frequency,
        impact: risk.breach_impact.map(|impact| impact * (1.0 + uplift)),
        recovery_point: levels.and_then(|levels| levels.recovery_point).unwrap_or(risk.recovery_point),
        recovery_time: levels.and_then(|levels| levels.recovery_time).unwrap_or(risk.recovery_time),
    })
}

/// Breaches as an expectation, controls, recovery; fines as a ceiling.
#[component]
pub fn Security(props: &EditedProps) -> Html {
    let shared = use_shared();
    let answer = &props.answer;
    let scenario = use_memo(answer.clone(), |answer| plan_values(&answer.document));
    let asked = scenario.services.iter().any(|service| service.risk.breach_frequency.is_none());
    let of = |category: Category, option: &Compared| {
        let monthly = option.outcome.monthly(answer.answer.months, |account| account.category == category);
        present_value(&monthly, &answer.answer.factors).unwrap_or(0.0)
    };
    let best = answer.answer.option(Kind::BestInHouse);
    let breaches = best.map_or(0.0, |best| of(Category::Breach, best));
    let title = if asked && breaches.abs() < 0.005 {
        shared.of_vendors(VendorText::SecurityTitleNone).to_owned()
    } else {
        let worst =
            answer.answer.options.iter().filter(|option| matches!(option.kind(), Kind::Outsourced(_)));
        let worst = worst
            .map(|option| (of(Category::Breach, option), option))
            .reduce(|a, b| if b.0 > a.0 { b } else { a });
        worst.map_or_else(
            || shared.of_vendors_with(VendorText::SecurityTitleOwn, &[&shared.locale.money(breaches)]),
            |(most, option)| {
                let vendor = option
                    .kind()
                    .vendor()
                    .and_then(|vendor| answer.vendors.get(vendor))
                    .map_or("", String::as_str);
                shared.of_vendors_with(
                    VendorText::SecurityTitle,
                    &[&shared.locale.money(breaches), &shared.locale.money(most), vendor],
                )
            },
        )
    };
    html! {
        <Fold id="security" {title} subtitle={shared.of_vendors(VendorText::SecuritySubtitle)}>
            { for scenario.services.iter().enumerate().map(|(index, service)| of_service(&shared, props, &scenario, (index, service))) }
        </Fold>
    }
}

fn of_service(
    shared: &Shared,
    props: &EditedProps,
    scenario: &Scenario<f64>,
    (index, service): (usize, &Service<f64>),
) -> Html {
    let answer = &props.answer;
    let vendors = (0..scenario.vendors.len()).map(Kind::Outsourced);
    let sides: Vec<Side> = std::iter::once(Kind::BestInHouse)
        .chain(vendors)
        .filter_map(|kind| side(shared, answer, service, index, kind))
        .collect();
    let booked = |side: &Side, category: Category| -> f64 {
        let part = &side.option.outcome.parts[index];
        let lines = part.ledger.lines.iter().filter(|line| line.account.category == category);
        lines.filter_map(|line| present_value(&line.amounts, &answer.answer.factors)).sum()
    };
    let unknown = || html! { { shared.of_vendors(VendorText::NotKnown) } };
    let hours = |value: f64| html! { { shared.quantity(value, Unit::Hours) } };
    let several = scenario.services.len() > 1;
    let total = |side: &Side, category: Category| {
        let value = booked(side, category);
        let words = shared.locale.money(value);
        // With one service, what it books is what the option books, which has an explanation.
        if value.abs() < 0.005 {
            return html! { "–" };
        }
        if several {
            return html! { { words } };
        }
        let path =
            format!("options.{}.categories.{}.present_value", side.option.kind().key(), category.name());
        figure(shared, value, &path, words)
    };
    type Cell<'a> = Box<dyn Fn(&Side) -> Html + 'a>;
    let rows: Vec<(VendorText, Cell)> = vec![
        (
            VendorText::SecurityFrequency,
            Box::new(|side| {
                side.frequency.map_or_else(unknown, |value| html! { { shared.locale.number(value) } })
            }),
        ),
        (
            VendorText::SecurityImpact,
            Box::new(|side| {
                side.impact.map_or_else(unknown, |value| html! { { shared.locale.money(value) } })
            }),
        ),
        (
            VendorText::SecurityYearly,
            Box::new(|side| {
                side.frequency
                    .zip(side.impact)
                    .map_or_else(unknown, |(often, much)| html! { { shared.locale.money(often * much) } })
            }),
        ),
        (VendorText::SecurityBreach, Box::new(|side| total(side, Category::Breach))),
        (
            VendorText::SecurityControls,
            Box::new(|side| {
                if side.controls > 0.0 {
                    html! { { shared.locale.money(side.controls) } }
                } else {
                    html! { "–" }
                }
            }),
        ),
        (VendorText::SecurityPoint, Box::new(|side| hours(side.recovery_point))),
        (VendorText::SecurityTime, Box::new(|side| hours(side.recovery_time))),
        (VendorText::SecurityLost, Box::new(|side| total(side, Category::DataLoss))),
    ];
    let ceiling = service.risk.fine_ceiling.map(|ceiling| {
        let path = format!("vendors.fine_ceilings.{index}");
        html! { <p>{ shared.of_vendors(VendorText::FineCeiling) }{ " " }{ plain(ceiling, &path, shared.locale.money(ceiling)) }{ ". " }{ shared.of_vendors(VendorText::FineNote) }</p> }
    });
    html! {
        <div key={index}>
            if several { <h4>{ service.name.clone() }</h4> }
            <div class={classes!("table-scroll", (sides.len() > 5).then_some("wide"))} tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::SecuritySubtitle)}><table>
                <thead><tr><td></td>{ for sides.iter().map(|side| html! { <th scope="col"><span class={classes!("dot", side.hue.clone())}></span>{ " " }{ &side.name }</th> }) }</tr></thead>
                <tbody>{ for rows.iter().map(|(name, cell)| html! {
                    <tr><th scope="row">{ shared.of_vendors(*name) }</th>{ for sides.iter().map(|side| html! { <td>{ cell(side) }</td> }) }</tr>
                }) }</tbody>
            </table></div>
            { ceiling.unwrap_or_else(|| html! { <p class="hint">{ shared.of_vendors(VendorText::FineNone) }</p> }) }
        </div>
    }
}
