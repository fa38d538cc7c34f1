//! Expertise: which skills the work takes, who has them, and how and when a gap is closed.

use std::rc::Rc;

use serde_json::{Value, json};
use yew::prelude::*;

use super::changes::{appended, list, text};
use super::control::{control, put, settle};
use super::figures::way_name;
use super::fold::Fold;
use super::requirements::considered;
use super::section::make;
use crate::answer::vendors::{Expertise, Source, WayToSkills, skills_needed, sources, way_to_skills};
use crate::page::browser;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::button;
use crate::page::views::figures::{AnswerOf, figure};
use crate::report::charts::{LineChart, LineSeries};
use crate::report::demand::NumberEntry;
use crate::report::later::use_mark;
use crate::report::words::Said as _;
use crate::report::work::{Work, use_work};
use crate::scenario::document::field;
use crate::scenario::{Kind, Scenario, Unit, plan_values};
use crate::words::{Format, ReportText, Text, VendorText};

/// A service of a document with its answer.
#[derive(Properties, PartialEq)]
pub struct SkillsProps {
    /// The document that is edited.
    pub plan: Rc<Value>,
    /// Its answer.
    pub answer: Rc<AnswerOf>,
    /// The service.
    pub service: usize,
}

/// Expertise, a way a step: each runs the engine again.
struct Known {
    answer: Rc<AnswerOf>,
    scenario: Scenario<f64>,
    /// By service that states skills.
    found: Vec<Expertise>,
    /// The ways that are still to be found, the next one last.
    ways: Vec<(usize, Source)>,
}

impl Work for Known {
    type Of = Rc<AnswerOf>;

    fn new(answer: Rc<AnswerOf>) -> Self {
        let scenario = plan_values(&answer.document);
        let found = skills_needed(&scenario);
        let of = |(place, one): (usize, &Expertise)| {
            sources(&answer.answer, one.service)
                .into_iter()
                .map(move |source| (place, source))
                .collect::<Vec<_>>()
        };
        let mut ways: Vec<(usize, Source)> = found.iter().enumerate().flat_map(of).collect();
        ways.reverse();
        Known { answer, scenario, found, ways }
    }

    fn step(&mut self) -> bool {
        if let Some((place, source)) = self.ways.pop() {
            let one = &mut self.found[place];
            one.ways.push(way_to_skills(&self.scenario, &self.answer.answer, one.service, source));
        }
        self.ways.is_empty()
    }
}

/// The matrix of skills, what is missing over time, and each way of closing the gap.
#[component]
pub fn Skills(props: &SkillsProps) -> Html {
    let shared = use_shared();
    let (known, stale) = use_work::<Known>(&props.answer);
    let mark = use_mark(stale);
    let part = |known: Rc<Known>| {
        let place = known.found.iter().position(|one| one.service == props.service);
        let title = place.map_or_else(
            || shared.of_vendors(VendorText::SkillsTitleNone).to_owned(),
            |place| title(&shared, &known.answer, &known.found[place]),
        );
        let body = {
            let (shared, plan, service) = (shared.clone(), props.plan.clone(), props.service);
            Callback::from(move |()| {
                let answer = &known.answer;
                html! { <>
                    <Matrix plan={plan.clone()} answer={answer.clone()} {service} />
                    if let Some(place) = place {
                        <div class="charts one">{ missing(&shared, answer, place, &known.found[place]) }</div>
                        { ways(&shared, answer, place, &known.found[place]) }
                    }
                </> }
            })
        };
        html! { <Fold id="expertise" {title} subtitle={shared.of_vendors(VendorText::SkillsSubtitle)} {body} /> }
    };
    html! { <div class={classes!("part", mark)} aria-busy={stale.to_string()}>{ for known.map(part) }</div> }
}

fn hue(source: Source) -> String {
    match source {
        Source::Open => "series-as_is".to_owned(),
        Source::Hiring => "series-best_in_house".to_owned(),
        Source::Training => "series-best_mix".to_owned(),
        Source::Vendor(vendor) => format!("series-vendor-{vendor}"),
    }
}

/// What is missing, and who closes the gap first.
fn title(shared: &Shared, answer: &AnswerOf, found: &Expertise) -> String {
    let open = found.ways.iter().find(|way| way.source == Source::Open);
    let missing = open.map_or(0.0, |way| way.skill_months);
    if missing <= 1e-9 {
        return shared.of_vendors(VendorText::SkillsTitleAll).to_owned();
    }
    let months = shared.locale.number(libm::round(missing * 10.0) / 10.0);
    let soonest = found
        .ways
        .iter()
        .filter(|way| way.source != Source::Open)
        .filter_map(|way| Some((way.complete?, way)))
        .reduce(|a, b| if b.0 < a.0 { b } else { a });
    match soonest {
        Some((month, way)) => {
            let name = match way.source {
                Source::Vendor(vendor) => answer.vendors.get(vendor).cloned().unwrap_or_default(),
                other => browser::lowercase(&way_name(shared, answer, other)),
            };
            shared.of_vendors_with(VendorText::SkillsTitle, &[&months, &name, &month.to_string()])
        }
        None => shared.of_vendors_with(VendorText::SkillsTitleNever, &[&months]),
    }
}

fn missing(shared: &Shared, answer: &AnswerOf, place: usize, found: &Expertise) -> Html {
    // Ways that miss the same from month to month are one line.
    let first =
        |way: &&WayToSkills| found.ways.iter().find(|one| one.missing == way.missing).map(|one| one.source);
    let apart = found.ways.iter().filter(|way| first(way) == Some(way.source));
    let named = |way: &WayToSkills| {
        let name = way_name(shared, answer, way.source);
        match found.ways.iter().filter(|one| one.missing == way.missing).count() {
            0 | 1 => name,
            alike => shared.of_vendors_with(VendorText::SkillsAlike, &[&name, &(alike - 1).to_string()]),
        }
    };
    let series = apart.map(|way| LineSeries {
        name: named(way).into(),
        class: hue(way.source).into(),
        values: way.missing.clone(),
        result_path: format!("expertise.{place}.ways.{}.missing", way.source.name()).into(),
    });
    let number = {
        let locale = shared.locale.clone();
        Callback::from(move |value: f64| locale.number(libm::round(value * 10.0) / 10.0))
    };
    html! {
        <LineChart title={shared.of_vendors(VendorText::SkillsChart)} subtitle={shared.of_vendors(VendorText::SkillsChartSubtitle)} series={series.collect::<Vec<_>>()}
            explain={shared.explain.clone()} money={number} month_word={shared.said(ReportText::MonthWord)} table_word={shared.said(ReportText::TableBehind)} />
    }
}

fn ways(shared: &Shared, answer: &AnswerOf, place: usize, found: &Expertise) -> Html {
    let project = found.ways.iter().any(|way| way.finish_with_all.is_some());
    let row = |way: &WayToSkills| {
        let path = |what: &str| format!("expertise.{place}.ways.{}.{what}", way.source.name());
        let tenth = |value: f64| shared.locale.number(libm::round(value * 10.0) / 10.0);
        let least = way.productivity[1..].iter().enumerate().fold((0, 1.0), |(at, least), (month, now)| {
            if *now < least { (month + 1, *now) } else { (at, least) }
        });
        let closes = !matches!(way.source, Source::Open);
        html! {
            <tr key={way.source.name()}>
                <th scope="row"><span class={classes!("dot", hue(way.source))}></span>{ " " }{ way_name(shared, answer, way.source) }</th>
                <td>{ figure(shared, way.skill_months, &path("skill_months"), tenth(way.skill_months)) }</td>
                <td>{ match way.complete {
                    Some(month) => figure(shared, month as f64, &path("complete"), shared.said_with(ReportText::ExplainMonth, &[&month.to_string()])),
                    None => html! { { shared.said(ReportText::NotWithinHorizon) } },
                } }</td>
                <td>{ match way.source {
                    Source::Vendor(_) => html! { { shared.of_vendors(VendorText::SkillsInPrice) } },
                    _ if closes => figure(shared, way.cost, &path("cost"), shared.locale.money_exact(libm::round(way.cost))),
                    _ => html! { "–" },
                } }</td>
                <td>{ figure(shared, least.1, &path(&format!("productivity.{}", least.0)), shared.locale.share(libm::round(least.1 * 1000.0) / 1000.0)) }</td>
                if project { <td>{ match way.finish {
                    Some(month) => figure(shared, month, &path("finish"), shared.said_with(ReportText::ExplainMonth, &[&shared.locale.number(libm::ceil(month))])),
                    None => html! { { shared.said(ReportText::NotWithinHorizon) } },
                } }</td> }
                <td>{ figure(shared, way.effect, &path("effect"), shared.locale.money(way.effect)) }</td>
            </tr>
        }
    };
    let head = |text: VendorText| html! { <th scope="col">{ shared.of_vendors(text) }</th> };
    html! {
        <div class="table-scroll" tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::SkillsWays)}><table>
            <thead><tr>{ head(VendorText::SkillsWays) }{ head(VendorText::SkillsMissing) }{ head(VendorText::SkillsComplete) }{ head(VendorText::SkillsCost) }
                { head(VendorText::SkillsProductivity) }if project { { head(VendorText::SkillsFinish) } }{ head(VendorText::SkillsEffect) }</tr></thead>
            <tbody>{ for found.ways.iter().map(row) }</tbody>
        </table></div>
    }
}

/// Skills by what is needed, there, and to be had; one of them open for editing.
#[component]
fn Matrix(props: &SkillsProps) -> Html {
    let shared = use_shared();
    let open = use_state(|| None::<usize>);
    let (plan, service) = (&props.plan, props.service);
    let path = format!("services.{service}.skills");
    let skills = list(plan, &path);
    let vendors = considered(plan);
    let most = match field(&path).map(|field| &field.kind) {
        Some(Kind::List { most, .. }) => *most,
        _ => 0,
    };
    let label = |name: &str| field(&format!("{path}.0.{name}")).map_or("", |field| shared.label(field));
    let number = |skill: &Value, name: &str, unit: Unit| {
        let given =
            skill.get(name).and_then(|value| value.as_f64().or_else(|| value.get("likely")?.as_f64()));
        given.map_or_else(|| "–".to_owned(), |value| shared.quantity(value, unit))
    };
    let needed = |skill: &Value| {
        if skill.get("needed").is_some() {
            number(skill, "needed", Unit::People)
        } else {
            number(skill, "share", Unit::Share)
        }
    };
    let row = |(index, skill): (usize, &Value)| {
        let (name, is_open) = (text(skill, "name").to_owned(), *open == Some(index));
        let toggle = {
            let open = open.setter();
            move |_: MouseEvent| open.set((!is_open).then_some(index))
        };
        let lead = |vendor: usize| {
            let id = list(plan, "vendors").get(vendor).map_or("", |vendor| text(vendor, "id"));
            let known = skill.get("vendors").and_then(Value::as_array).into_iter().flatten();
            let found = known.into_iter().find(|one| text(one, "vendor") == id);
            found.map_or_else(
                || shared.of_vendors(VendorText::SkillsFromStart).to_owned(),
                |one| number(one, "lead", Unit::Months),
            )
        };
        html! {
            <tr key={index}>
                <th scope="row"><button type="button" class="figure" name={format!("skill-{index}")} aria-expanded={is_open.to_string()} onclick={toggle}>{ if name.is_empty() { shared.text(Text::Untitled).to_owned() } else { name } }</button></th>
                <td>{ needed(skill) }</td><td>{ number(skill, "now", Unit::People) }</td>
                <td>{ number(skill, "hire_months", Unit::Months) }</td><td>{ number(skill, "train_months", Unit::Months) }</td>
                { for vendors.iter().map(|(vendor, _)| html! { <td>{ lead(*vendor) }</td> }) }
            </tr>
        }
    };
    let add = {
        let name = shared.of_vendors_with(VendorText::SkillNew, &[&(skills.len() + 1).to_string()]);
        let (changes, last, open) =
            (vec![appended(plan, &path, json!({ "name": name, "needed": 1 }))], skills.len(), open.setter());
        button(shared.of_vendors(VendorText::SkillAdd), "", move || {
            make(&changes);
            open.set(Some(last));
        })
    };
    let edited = open.filter(|index| *index < skills.len());
    html! { <>
        if !skills.is_empty() {
            <div class={classes!("table-scroll", (vendors.len() > 3).then_some("wide"))} tabindex="0" role="region" aria-label={shared.of_vendors(VendorText::SkillsSubtitle)}><table>
                <thead><tr><th scope="col">{ label("name") }</th><th scope="col">{ label("needed") }</th><th scope="col">{ label("now") }</th>
                    <th scope="col">{ label("hire_months") }</th><th scope="col">{ label("train_months") }</th>
                    { for vendors.iter().map(|(vendor, name)| html! { <th scope="col"><span class={classes!("dot", format!("series-vendor-{vendor}"))}></span>{ " " }{ name }</th> }) }
                </tr></thead>
                <tbody>{ for skills.iter().enumerate().map(row) }</tbody>
            </table></div>
        }
        if let Some(index) = edited { { editor(&shared, plan, &format!("{path}.{index}"), &vendors) } }
        if skills.len() < most { <p class="controls">{ add }</p> }
    </> }
}

fn editor(shared: &Shared, plan: &Rc<Value>, at: &str, vendors: &[(usize, String)]) -> Html {
    let of = |name: &str| control(shared, plan, &format!("{at}.{name}"));
    let remove = {
        let path = at.to_owned();
        button(shared.text(Text::RemoveEntry), "quiet", move || make(&vec![(path.clone(), None)]))
    };
    let names = [
        "name",
        "needed",
        "share",
        "from",
        "until",
        "now",
        "closing",
        "hire_months",
        "hire_cost",
        "train_months",
        "train_cost",
        "without",
    ];
    html! {
        <fieldset class="group stated" key={at.to_owned()}>
            <legend>{ super::control::value_text(plan, &format!("{at}.name")) }</legend>
            <div class="entries">
                { for names.into_iter().map(of) }
                { for vendors.iter().map(|(vendor, name)| html! { <Lead key={*vendor} plan={plan.clone()} skill={at.to_owned()} vendor={*vendor} name={name.clone()} /> }) }
            </div>
            { remove }
        </fieldset>
    }
}

#[derive(Properties, PartialEq)]
struct LeadProps {
    plan: Rc<Value>,
    skill: String,
    vendor: usize,
    name: String,
}

/// Months until a vendor has a skill.
#[component]
fn Lead(props: &LeadProps) -> Html {
    let shared = use_shared();
    let path = format!("{}.vendors", props.skill);
    let told = use_state(|| None::<(Option<f64>, Option<f64>)>);
    let Some(Kind::Number(row)) = field(&format!("{path}.0.lead")).map(|field| &field.kind) else {
        return Html::default();
    };
    let id =
        list(&props.plan, "vendors").get(props.vendor).map_or("", |vendor| text(vendor, "id")).to_owned();
    let entries = list(&props.plan, &path);
    let place = entries.iter().position(|one| text(one, "vendor") == id);
    let given =
        place.and_then(|place| super::control::value_at(&props.plan, &format!("{path}.{place}.lead")));
    let value = told.filter(|(before, _)| *before == given).map_or(given, |(_, now)| now);
    let changed = {
        let (told, plan, path) = (told.setter(), props.plan.clone(), path.clone());
        Callback::from(move |now: Option<f64>| {
            told.set(Some((given, now)));
            match (place, now) {
                (Some(place), Some(now)) => put(&format!("{path}.{place}.lead"), Some(json!(now))),
                (Some(place), None) => put(&format!("{path}.{place}"), None),
                (None, Some(now)) => {
                    let (path, entry) = appended(&plan, &path, json!({ "vendor": id, "lead": now }));
                    put(&path, entry);
                }
                (None, None) => {}
            }
        })
    };
    let name = format!("skill-lead-{}", props.vendor);
    html! {
        <NumberEntry id={name} label={shared.of_vendors_with(VendorText::SkillLead, &[&props.name])} unit={shared.unit(row.unit, None)} row={*row} {value}
            hint={shared.of_vendors(VendorText::SkillLeadHint)} optional={true} {changed} settled={Callback::from(|()| settle())} />
    }
}
