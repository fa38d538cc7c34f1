//! Where a figure comes from, in a dialog.

use std::rc::Rc;

use yew::prelude::*;

use super::tables::input_name;
use super::what_if::question;
use super::words::Said;
use crate::answer::explain::{Addend, Formula, Label, Token, explain};
use crate::answer::{Kind, cases, core_curves};
use crate::engine::Term;
use crate::engine::ledger::CostGroup;
use crate::page::shared::{Shared, use_shared};
use crate::page::views::dialog::Dialog;
use crate::page::views::figures::{AnswerOf, figure, option_name, plain};
use crate::scenario::{Origin, Unit, document, plan_values};
use crate::words::{Format, ReportText, vendor_language};

/// What is explained.
#[derive(Properties, PartialEq)]
pub struct ExplanationProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// The figure's path in the result file.
    pub path: AttrValue,
    /// Whether there is a figure to go back to.
    pub back: Option<Callback<()>>,
    /// Called when the dialog is closed.
    pub close: Callback<()>,
    /// Goes to a field, by its path.
    pub go: Callback<AttrValue>,
}

struct Words<'a> {
    shared: &'a Shared,
    answer: &'a AnswerOf,
}

impl Words<'_> {
    fn figure_name(&self, path: &str) -> String {
        let steps: Vec<&str> = path.split('.').collect();
        if let Some(name) = self.beside(&steps) {
            return name;
        }
        if let ["vendors" | "expertise" | "quality" | "security", ..] = steps.as_slice() {
            return super::vendors::figure_name(self.shared, self.answer, &steps);
        }
        let option = steps.get(1).and_then(|key| self.answer.answer.by_key(key));
        let option = option
            .map_or_else(String::new, |option| option_name(self.shared, &self.answer.vendors, option.kind()));
        let category = |name: &str| {
            crate::engine::ledger::Category::ALL.iter().find(|category| category.name() == name).map_or_else(
                || self.shared.said(ReportText::LedgerTotal).to_owned(),
                |category| (self.shared.report().category)(*category).to_owned(),
            )
        };
        let what = match steps.get(2..).unwrap_or_default() {
            ["ledger", name, month] => {
                format!("{}, {}", category(name), self.month(month.parse().unwrap_or(0)))
            }
            ["savings", "cumulative" | "flows", month] => {
                let text = if steps[3] == "flows" { ReportText::SavedIn } else { ReportText::SavedUntil };
                self.shared.said_with(text, &[&self.month(month.parse().unwrap_or(0))])
            }
            ["groups", name] => {
                let group = CostGroup::ALL.iter().find(|group| group.name() == *name);
                group.map_or_else(String::new, |group| (self.shared.report().group)(*group).to_owned())
            }
            ["services", _, "left", month] => {
                format!(
                    "{}, {}",
                    (self.shared.report().term)(Term::UndoneHours),
                    self.month(month.parse().unwrap_or(0))
                )
            }
            ["services", _, "finish"] => self.shared.said(ReportText::ScaleFinish).to_owned(),
            ["people", month] => {
                format!(
                    "{}, {}",
                    self.shared.said(ReportText::TeamTitle),
                    self.month(month.parse().unwrap_or(0))
                )
            }
            ["scale", "service_level", month] => {
                format!(
                    "{}, {}",
                    self.shared.said(ReportText::LevelTitle),
                    self.month(month.parse().unwrap_or(0))
                )
            }
            ["scale", "late_share"] => self.shared.said(ReportText::ScaleLate).to_owned(),
            ["scale", "strained_share"] => self.shared.said(ReportText::ScaleStrained).to_owned(),
            ["categories", name, basis] => {
                format!("{}, {}", category(name), (self.shared.report().figure)(basis).to_lowercase())
            }
            [_, "nominal"] => self.shared.said(ReportText::SavedNominal).to_owned(),
            ["budget", "present"] => self.shared.said(ReportText::MeasuresAgainst).to_owned(),
            [.., last] => (self.shared.report().figure)(last).to_owned(),
            [] => String::new(),
        };
        format!("{option}: {what}")
    }

    /// What a figure beside the plan's own is called: in a case, at a size of the core, at a break-even.
    fn beside(&self, steps: &[&str]) -> Option<String> {
        let (shared, scenario) = (self.shared, || plan_values(&self.answer.document));
        let kind = self.answer.answer.contender()?;
        let option = |kind: Kind| option_name(shared, &self.answer.vendors, kind);
        let side = |side: &str| match side {
            "as_is" => Some(shared.said(ReportText::WhatIfFixed).to_owned()),
            "best_in_house" => Some(option(Kind::BestInHouse)),
            "option" => Some(option(kind)),
            "saved" => Some(shared.said(ReportText::WhatIfSaves).to_owned()),
            _ => None,
        };
        let (what, about) = match steps {
            ["what_if", index, what] => {
                let (case, _) = *cases(&scenario(), kind).get(index.parse::<usize>().ok()?)?;
                (side(what)?, question(shared, case))
            }
            ["responses", index, what, key] => {
                let (case, _) = *cases(&scenario(), Kind::BestInHouse)
                    .iter()
                    .filter(|(case, _)| case.is_of_demand())
                    .nth(index.parse().ok()?)?;
                let name = option(self.answer.answer.by_key(key)?.kind());
                let about = question(shared, case);
                match *what {
                    "extra" => (shared.said_with(ReportText::ScaleExtra, &[&about]), name),
                    "elasticity" => (shared.said_with(ReportText::ScaleElasticity, &[&about]), name),
                    _ => (name, about),
                }
            }
            ["services", index, what @ ("held" | "stored"), month] => {
                let service = self.answer.services.get(index.parse::<usize>().ok()?)?.clone();
                let text = if *what == "held" { ReportText::StoredHeld } else { ReportText::StoredCopies };
                (format!("{service}, {}", shared.said(text)), self.month(month.parse().ok()?))
            }
            ["services", index, "agents", hour] => {
                let service = self.answer.services.get(index.parse::<usize>().ok()?)?.clone();
                (
                    shared.said(ReportText::DeskLine).to_owned(),
                    format!("{service}, {} {hour}", shared.said(ReportText::HourWord)),
                )
            }
            ["cores", _, "monthly", month] => {
                (shared.said(ReportText::MonthlyLine).to_owned(), self.month(month.parse().ok()?))
            }
            ["cores", _, what @ ("needed" | "rule"), position] => {
                let text = if *what == "needed" { ReportText::NeededLine } else { ReportText::NeededRule };
                (shared.said(text).to_owned(), format!("{} {position}", shared.said(ReportText::PersonWord)))
            }
            ["cores", index, what, position] => {
                let scenario = scenario();
                let curves = (0..scenario.vendors.len())
                    .flat_map(|vendor| core_curves(&scenario, &self.answer.answer, vendor));
                let curve = curves.into_iter().nth(index.parse().ok()?)?;
                let people = curve.step * position.parse::<usize>().ok()?;
                let vendor = if people == 0 { Kind::Outsourced } else { Kind::Split }(curve.vendor);
                let what = if *what == "saved" { side("saved")? } else { option(vendor) };
                (what, shared.said_with(ReportText::CoreLine, &[&people.to_string()]))
            }
            ["hidden", vendor, what] => {
                let vendor = self.answer.vendors.get(vendor.parse::<usize>().ok()?)?.clone();
                return Some(format!("{vendor}: {}", super::vendors::hidden_name(shared, what)));
            }
            ["turn", _, path @ .., last] => {
                let side = side(last);
                let path = if side.is_some() { path.join(".") } else { format!("{}.{last}", path.join(".")) };
                let input = self.answer.inputs().iter().find(|input| input.path == path)?;
                let name = input_name(shared, self.answer, input);
                (side.unwrap_or_else(|| shared.said(ReportText::BreakEvenTurns).to_owned()), name)
            }
            _ => return None,
        };
        Some(format!("{what} ({about})"))
    }

    fn month(&self, month: usize) -> String {
        if month == 0 {
            return self.shared.said(ReportText::Decision).to_owned();
        }
        self.shared.locale.month(self.answer.first.plus(month - 1))
    }

    fn label(&self, label: &Label) -> String {
        match label {
            Label::Term(term) => (self.shared.report().term)(*term).to_owned(),
            Label::Input(path) => document::field(path).map_or_else(
                || path.clone(),
                |field| self.shared.label(field).trim_end_matches('?').to_lowercase(),
            ),
            Label::Figure(path) => self.figure_name(path),
            Label::Service(index) => self.shared.said_with(
                ReportText::ExplainService,
                &[self.answer.services.get(*index).map_or("", String::as_str)],
            ),
            Label::Month(month) => self.month(*month),
            Label::Category(category) => (self.shared.report().category)(*category).to_owned(),
            Label::Name(name) => name.clone(),
            Label::Duty(duty) => (vendor_language(self.shared.language).duty)(*duty).to_owned(),
            Label::Shared => self.shared.said(ReportText::ExplainShared).to_owned(),
            Label::Constant => String::new(),
        }
    }

    /// A value in the unit that its label has.
    fn value(&self, value: f64, label: &Label) -> String {
        let locale = &self.shared.locale;
        match label {
            Label::Input(path) => {
                let input = self.answer.inputs().iter().find(|input| input.path == *path);
                input.map_or_else(
                    || locale.number(value),
                    |input| match input.unit {
                        unit if unit.is_share() => locale.share(value),
                        unit if unit.is_money() => locale.money_exact(value),
                        _ => locale.number(value),
                    },
                )
            }
            Label::Term(
                Term::Cost(_)
                | Term::UndonePrice
                | Term::LoadedHour
                | Term::PersonMonth
                | Term::ListFee
                | Term::YearFee
                | Term::ContractValue
                | Term::IncidentCost,
            )
            | Label::Month(_)
            | Label::Category(_)
            | Label::Service(_)
            | Label::Shared => locale.money_exact(value),
            Label::Term(
                Term::OwnShare
                | Term::VendorShare
                | Term::MonthlyAttrition
                | Term::Survival
                | Term::MonthlyHazard
                | Term::Availability
                | Term::CreditShare,
            ) => locale.share(value),
            Label::Figure(path) => self.figure_value(value, path),
            Label::Term(_) | Label::Constant | Label::Name(_) | Label::Duty(_) => locale.number(value),
        }
    }

    fn figure_value(&self, value: f64, path: &str) -> String {
        let locale = &self.shared.locale;
        if let Some(turned) = path.strip_prefix("turn.").and_then(|rest| rest.split_once('.')) {
            let input = self.answer.inputs().iter().find(|input| input.path == turned.1);
            return input.map_or_else(
                || locale.money_exact(value),
                |input| self.shared.input_quantity(&self.answer.document, input, value),
            );
        }
        let steps: Vec<&str> = path.split('.').collect();
        match steps.as_slice() {
            ["cores", _, "needed" | "rule", _] | ["options", _, "scale", ..] => return locale.share(value),
            ["cores", _, "monthly", _] | ["options", _, "people", _] => {
                return self.shared.quantity(libm::round(value * 10.0) / 10.0, Unit::People);
            }
            ["services", _, "agents", _] => return locale.number(value),
            ["services", _, "held" | "stored", _] => {
                return format!("{} TB", locale.number(libm::round(value * 10.0) / 10.0));
            }
            ["options", _, "services", _, "left", _] => {
                return self.shared.quantity(libm::round(value), Unit::Hours);
            }
            ["options", _, "services", _, "finish"] => {
                return self.shared.quantity(libm::round(value * 10.0) / 10.0, Unit::Months);
            }
            ["vendors" | "expertise" | "quality" | "security", ..] => {
                return super::vendors::figure_value(self.shared, value, &steps);
            }
            ["responses", _, "elasticity", _] => return locale.number(libm::round(value * 100.0) / 100.0),
            _ => {}
        }
        match path.rsplit('.').next().unwrap_or_default() {
            "share"
            | "idle_share"
            | "delivered_share"
            | "return_on_investment"
            | "internal_rate"
            | "modified_internal_rate" => locale.share(value),
            "payback" | "discounted_payback" => self.shared.quantity(value, Unit::Months),
            "delivered_hours" => self.shared.quantity(value, Unit::Hours),
            _ => locale.money_exact(value),
        }
    }

    fn formula(&self, formula: &Formula) -> Html {
        let tokens = formula.tokens.iter().map(|token| match token {
            Token::Sign(sign) => html! { <span class="sign">{ format!(" {sign} ") }</span> },
            Token::Number(value, label) => {
                let name = self.label(label);
                let text = self.value(*value, label);
                let number = match label {
                    Label::Figure(path) if !path.ends_with("_hours") => figure(self.shared, *value, path, text),
                    _ => html! { { text } },
                };
                html! { <span class="operand">{ number }if !name.is_empty() { <small>{ name }</small> }</span> }
            }
        });
        html! {
            <div class="formula">
                <b>{ self.label(&formula.label) }</b>{ " = " }<b>{ self.value(formula.value, &formula.label) }</b>
                if formula.tokens.is_empty() { <small>{ " " }{ self.how(&formula.label) }</small> }
                else { <div class="tokens">{ " = " }{ for tokens }</div> }
            </div>
        }
    }

    /// How a value without a formula comes about.
    fn how(&self, label: &Label) -> String {
        let of_vendors = match label {
            Label::Figure(path) => super::vendors::how(self.shared, self.answer, path),
            _ => None,
        };
        of_vendors.unwrap_or_else(|| self.shared.said(ReportText::ExplainComputed).to_owned())
    }

    fn addend(&self, addend: &Addend, of: &str) -> Html {
        let text = match of.split('.').nth(2) {
            Some("people") => self.figure_value(addend.value, of),
            // Its parts are not of the same kind as the month in which all is there.
            _ if of.starts_with("expertise.") => {
                self.figure_value(addend.value, addend.path.as_deref().unwrap_or(of))
            }
            _ => self.shared.locale.money_exact(addend.value),
        };
        html! {
            <tr><th scope="row">{ self.label(&addend.label) }</th><td>{ match &addend.path {
                Some(path) => figure(self.shared, addend.value, path, text),
                None => html! { { text } },
            } }</td></tr>
        }
    }
}

/// What stands above the parts of a figure.
fn above(path: &str) -> ReportText {
    match path.rsplit('.').next().unwrap_or_default() {
        "payback" | "discounted_payback" => ReportText::ExplainPayback,
        "internal_rate" => ReportText::ExplainInternalRate,
        "modified_internal_rate" => ReportText::ExplainModifiedRate,
        "run_rate" => ReportText::ExplainRunRate,
        _ => ReportText::ExplainSum,
    }
}

/// Where a figure comes from: the parts it sums, the formulas with this scenario's numbers, and the sources of the inputs in them.
#[component]
pub fn Explanation(props: &ExplanationProps) -> Html {
    let shared = use_shared();
    let words = Words { shared: &shared, answer: &props.answer };
    let Some(found) = explain(&props.answer.document, &props.answer.answer, &props.path) else {
        return Html::default();
    };
    let title = words.figure_name(&props.path);
    html! {
        <Dialog title={shared.said(ReportText::ExplainTitle)} close={props.close.clone()}>
            <p class="explained">{ title }{ ": " }<b>{ plain(found.value, &props.path, words.figure_value(found.value, &props.path)) }</b></p>
            if !found.sum.is_empty() {
                <p class="subtitle">{ super::vendors::above(&shared, &props.path).unwrap_or_else(|| shared.said(above(&props.path))) }</p>
                <div class="table-scroll" tabindex="0" role="region" aria-label={shared.said(ReportText::ExplainSum)}><table><tbody>
                    { for found.sum.iter().map(|addend| words.addend(addend, &props.path)) }
                </tbody></table></div>
            }
            { for found.formulas.iter().map(|formula| words.formula(formula)) }
            if !found.inputs.is_empty() {
                <h3>{ shared.said(ReportText::ExplainInputs) }</h3>
                <ul class="sources">{ for found.inputs.iter().map(|input| {
                    let (go, path) = (props.go.clone(), AttrValue::from(input.path.clone()));
                    let source = match &input.origin {
                        Origin::Default => format!("{}. {} {}", shared.said(ReportText::AssumptionDefault), input.field.note().source, input.row.grade.mark()),
                        Origin::Template { source, grade } => format!("{}. {source} {grade}", shared.said(ReportText::AssumptionTemplate)),
                        Origin::User => shared.said(ReportText::AssumptionYours).to_owned(),
                        Origin::Absent => shared.said(ReportText::AssumptionAbsent).to_owned(),
                    };
                    html! {
                        <li key={input.path.clone()}>
                            <button type="button" class="figure" title={shared.said(ReportText::ExplainGo)} onclick={move |_| go.emit(path.clone())}>{ input_name(&shared, &props.answer, input) }</button>
                            { " " }{ input.value.map_or_else(String::new, |value| shared.input_quantity(&props.answer.document, input, value)) }
                            <small>{ source }</small>
                        </li>
                    }
                }) }</ul>
            }
            if let Some(back) = &props.back {
                <button type="button" class="button" onclick={back.reform(|_: MouseEvent| ())}>{ shared.said(ReportText::Back) }</button>
            }
        </Dialog>
    }
}
