//! Demand from a history: pasted or chosen, read, fitted, and the fit taken as inputs.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::Fitted;
use super::entry::NumberEntry;
use super::leaf::row;
use super::panel::{Change, Shown};
use super::past_chart::PastChart;
use crate::history::{
    Estimate, Fit, FitProblem, History, LEAST_FOR_SEASON, Note, Problem, Reading, fit, read,
};
use crate::page::shared::{Shared, use_shared};
use crate::report::pasting::{PasteField, PasteFile, Pasting};
use crate::report::words::Said as _;
use crate::scenario::{Month, Unit};
use crate::words::{Format as _, ReportText};

/// What the visitor has pasted for a service. It is kept while the page is open, and not saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The section is open.
    pub open: bool,
    /// The text as it is.
    pub text: String,
    /// The month of the last value, where the text has no dates; empty for the month before the plan.
    pub last: String,
    /// The last month is not a whole one.
    pub partial: bool,
    /// The fit as edited, for a plan that starts in that month.
    pub edited: Option<(Month, Fitted)>,
}

/// A history that was read, with its fit.
#[derive(PartialEq)]
pub struct Found {
    /// One value a month.
    pub history: History,
    /// The month of the first value.
    pub first: Month,
    fit: Result<Fit, FitProblem>,
}

/// What a text is: a history, or why not. Nothing where it is empty.
fn found(pasted: &Pasted, plan: Month, decimal: char) -> Option<Result<Found, Problem>> {
    if pasted.text.trim().is_empty() {
        return None;
    }
    let now = js_sys::Date::new_0();
    let this_month = Month::new(i32::try_from(now.get_full_year()).unwrap_or(i32::MAX), now.get_month() + 1);
    let reading = Reading { decimal, this_month, last_is_partial: pasted.partial };
    Some(read(&pasted.text, reading).map(|history| {
        let months = i32::try_from(history.values.len()).unwrap_or(i32::MAX);
        let last = Month::read(pasted.last.trim()).unwrap_or(plan.shifted(-1));
        let first = history.first.unwrap_or(last.shifted(1 - months));
        let fit = fit(&history.values, first, plan);
        Found { history, first, fit }
    }))
}

/// History and edits.
#[derive(Clone, Properties, PartialEq)]
pub struct PastProps {
    /// Demand as it is being edited.
    pub shown: Shown,
    /// Where edits go.
    pub change: Callback<Change>,
    /// What was pasted.
    pub pasted: Pasted,
    /// Something else is pasted.
    pub paste: Callback<Pasted>,
}

/// The section on history, closed at first.
#[component]
pub fn Past(props: &PastProps) -> Html {
    let shared = use_shared();
    let pasted = &props.pasted;
    let set = {
        let (paste, pasted) = (props.paste.clone(), pasted.clone());
        Callback::from(move |open: bool| paste.emit(Pasted { open, ..pasted.clone() }))
    };
    html! {
        <Pasting title={shared.said(ReportText::PastTitle)} subtitle={shared.said(ReportText::PastSubtitle)} open={pasted.open} {set}>
            if pasted.open { <Inside ..props.clone() /> }
        </Pasting>
    }
}

#[component]
fn Inside(props: &PastProps) -> Html {
    let shared = use_shared();
    let pasted = &props.pasted;
    let plan = props.shown.first;
    let decimal = shared.locale.separators.decimal;
    let key = (pasted.text.clone(), pasted.last.clone(), pasted.partial, plan);
    let found = use_memo(key, |_| found(pasted, plan, decimal));
    let take = {
        let (paste, pasted) = (props.paste.clone(), pasted.clone());
        Callback::from(move |text: String| paste.emit(Pasted { text, edited: None, ..pasted.clone() }))
    };
    let partial = {
        let (paste, pasted) = (props.paste.clone(), pasted.clone());
        Callback::from(move |event: Event| {
            let partial = event.target_unchecked_into::<HtmlInputElement>().checked();
            paste.emit(Pasted { partial, edited: None, ..pasted.clone() });
        })
    };
    let last = {
        let (paste, pasted) = (props.paste.clone(), pasted.clone());
        Callback::from(move |event: InputEvent| {
            let last = event.target_unchecked_into::<HtmlInputElement>().value();
            paste.emit(Pasted { last, edited: None, ..pasted.clone() });
        })
    };
    let undated = matches!(&*found, Some(Ok(found)) if found.history.first.is_none());
    let problem = match &*found {
        Some(Err(problem)) => Some(unread(&shared, problem)),
        Some(Ok(Found { fit: Err(problem), .. })) => Some(unfitted(&shared, *problem)),
        _ => None,
    };
    let id = format!("demand-{}-history", props.shown.index);
    let month_id = format!("{id}-last");
    html! {
        <div class="past-body">
            <PasteField {id} label={shared.said(ReportText::PastPaste)} example={shared.said(ReportText::PastExample)}
                hint={shared.said(ReportText::PastKept)} problem={problem.map(AttrValue::from)} text={pasted.text.clone()} take={take.clone()} />
            <div class="controls">
                <PasteFile name="demand-history-file" {take} />
                <label class="tick-box"><input type="checkbox" name="demand-history-partial" checked={pasted.partial} onchange={partial} />{ shared.said(ReportText::PastPartial) }</label>
                if undated {
                    <label for={month_id.clone()}>{ shared.said(ReportText::PastLast) }
                        <span class="box"><input id={month_id} name="demand-history-last" type="text" size="8" autocomplete="off" value={pasted.last.clone()}
                            placeholder={plan.shifted(-1).to_string()} aria-invalid={(!pasted.last.trim().is_empty() && Month::read(pasted.last.trim()).is_none()).then_some("true")} oninput={last} /></span></label>
                }
            </div>
            if let Some(Ok(found)) = &*found {
                { said_notes(&shared, found) }
                if let Ok(fit) = &found.fit { { fitted(&shared, props, found, fit) } }
            }
        </div>
    }
}

/// Why a text is no history, with its row.
fn unread(shared: &Shared, problem: &Problem) -> String {
    let row = |text: ReportText, row: usize, what: &str| shared.said_with(text, &[&row.to_string(), what]);
    match problem {
        Problem::Empty => shared.said(ReportText::PastEmpty).to_owned(),
        Problem::NotANumber { row: at, text } => row(ReportText::PastNotANumber, *at, text),
        Problem::Negative { row: at, text } => row(ReportText::PastNegative, *at, text),
        Problem::NotADate { row: at, text } => row(ReportText::PastNotADate, *at, text),
        Problem::MoreColumns { row: at, text } => row(ReportText::PastMoreColumns, *at, text),
        Problem::MonthTwice { row: at, month } => {
            row(ReportText::PastMonthTwice, *at, &shared.locale.month(*month))
        }
        Problem::TooLong { months } => shared.said_with(
            ReportText::PastTooLong,
            &[&months.to_string(), &crate::history::MOST_MONTHS.to_string()],
        ),
    }
}

/// Why a history has no fit.
fn unfitted(shared: &Shared, problem: FitProblem) -> String {
    match problem {
        FitProblem::TooShort { has, needed } => shared.said_with(
            ReportText::PastTooShort,
            &[&has.to_string(), &needed.to_string(), &LEAST_FOR_SEASON.to_string()],
        ),
        _ => shared.said(ReportText::PastUnsettled).to_owned(),
    }
}

/// What was decided in reading and fitting. Gaps are said together.
fn said_notes(shared: &Shared, found: &Found) -> Html {
    let mut said = Vec::new();
    let mut gaps = Vec::new();
    for note in &found.history.notes {
        match note {
            Note::Header { text } => said.push(shared.said_with(ReportText::NoteHeader, &[text])),
            Note::DecimalMark { mark } => {
                said.push(shared.said_with(ReportText::NoteDecimal, &[&mark.to_string()]));
            }
            Note::DayFirst => said.push(shared.said(ReportText::NoteDayFirst).to_owned()),
            Note::Sorted => said.push(shared.said(ReportText::NoteSorted).to_owned()),
            Note::Blank { row } => gaps.push(shared.said_with(ReportText::NoteRow, &[&row.to_string()])),
            Note::Missing { month } => gaps.push(shared.locale.month(*month)),
            Note::Partial { row } => {
                said.push(shared.said_with(ReportText::NotePartial, &[&row.to_string()]))
            }
        }
    }
    if !gaps.is_empty() {
        said.push(shared.said_with(ReportText::NoteGaps, &[&gaps.join(", ")]));
    }
    let (count, last) = (found.history.values.len(), found.history.values.len().saturating_sub(1));
    let span =
        [count.to_string(), shared.locale.month(found.first), shared.locale.month(found.first.plus(last))];
    said.insert(0, shared.said_with(ReportText::NoteSpan, &[&span[0], &span[1], &span[2]]));
    if let Ok(fit) = &found.fit {
        if !fit.seasonal {
            said.push(shared.said_with(ReportText::NoteNoSeason, &[&LEAST_FOR_SEASON.to_string()]));
        }
        if fit.scale == crate::history::Scale::Levels {
            said.push(shared.said(ReportText::NoteLevels).to_owned());
        }
    }
    html! { <ul class="hint notes">{ for said.into_iter().map(|one| html! { <li>{ one }</li> }) }</ul> }
}

/// The fit over its history, its numbers to edit, and what takes it.
fn fitted(shared: &Shared, props: &PastProps, found: &Found, fit: &Fit) -> Html {
    let (pasted, shown, plan) = (&props.pasted, &props.shown, props.shown.first);
    let fitted = match &pasted.edited {
        Some((month, edited)) if *month == plan => edited.clone(),
        _ => Fitted::from(fit),
    };
    let edit = {
        let (paste, pasted, now) = (props.paste.clone(), pasted.clone(), fitted.clone());
        move |change: fn(&mut Fitted, usize, f64), place: usize| {
            let (paste, pasted, now) = (paste.clone(), pasted.clone(), now.clone());
            Callback::from(move |to: Option<f64>| {
                let mut edited = now.clone();
                change(&mut edited, place, to.unwrap_or_default());
                paste.emit(Pasted { edited: Some((plan, edited)), ..pasted.clone() });
            })
        }
    };
    let entry = |path: &str,
                 label: &str,
                 value: f64,
                 error: Option<Estimate>,
                 changed: Callback<Option<f64>>| {
        let Some((_, row)) = row(path) else { return Html::default() };
        let (unit, under) = match row.unit {
            Unit::UnitsPerMonth => (String::new(), shared.said(shown.unit())),
            unit => (shared.unit(unit, None), ""),
        };
        let hint = error.filter(|one| one.error > 0.0).map_or_else(String::new, |one| {
            let error = if row.unit.is_share() {
                shared.locale.share(one.error)
            } else {
                shared.locale.number(if one.error >= 10.0 { libm::round(one.error) } else { one.error })
            };
            shared.said_with(ReportText::PastError, &[&error, under])
        });
        let id = format!("demand-{}-fit-{}", shown.index, path.replace('.', "-"));
        html! { <NumberEntry key={id.clone()} id={id.clone()} label={label.to_owned()} {unit} {row} value={Some(value)} {hint} {changed} /> }
    };
    let season = fitted.season.clone().unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "twelve")]
    let mean = season.iter().sum::<f64>() / season.len().max(1) as f64;
    let off = !season.is_empty() && (mean - 1.0).abs() > 0.001;
    let changes = fitted.changes();
    let given = |path: &str| shown.given(path).filter(|value| !value.is_null());
    let used = changes.iter().all(|(path, value)| given(path) == value.as_ref());
    let take = {
        let change = props.change.clone();
        let changes: Vec<_> = changes.into_iter().map(|(path, value)| (path.to_owned(), value)).collect();
        Callback::from(move |_: MouseEvent| change.emit(Change::All(changes.clone())))
    };
    html! { <>
        <PastChart first={found.first} values={found.history.values.clone()} fitted={fitted.clone()} {plan} months={shown.demand.len()} unit={shown.unit()} />
        <div class="entries">
            { entry("base", shared.said(ReportText::PastBase), fitted.base, Some(fit.base), edit(|one, _, to| one.base = to, 0)) }
            { entry("growth", shared.said(ReportText::DemandGrowth), fitted.growth, Some(fit.growth), edit(|one, _, to| one.growth = to, 0)) }
            { entry("spread", shared.said(ReportText::DemandSpread), fitted.spread, Some(fit.spread), edit(|one, _, to| one.spread = to, 0)) }
            { entry("persistence", shared.said(ReportText::DemandPersistence), fitted.persistence, Some(fit.persistence), edit(|one, _, to| one.persistence = to, 0)) }
        </div>
        if !season.is_empty() {
            <fieldset class="group"><legend>{ shared.said(ReportText::SeasonTitle) }</legend>
                <div class="entries twelve">
                    { for season.iter().enumerate().map(|(place, factor)| {
                        let month = shared.locale.month_name(Month { year: 2027, month: 1 }.plus(place));
                        entry(&format!("season.{place}"), &month, *factor, None, edit(
                            |one, place, to| if let Some(factor) = one.season.as_mut().and_then(|factors| factors.get_mut(place)) { *factor = to },
                            place,
                        ))
                    }) }
                </div>
                if off { <p class="hint" role="status">{ shared.said_with(ReportText::PastMean, &[&shared.locale.number(mean)]) }</p> }
            </fieldset>
        }
        <p class="controls">
            <button type="button" class="button solid" name="demand-use-fit" disabled={used} onclick={take}>{ shared.said(ReportText::PastUse) }</button>
            <span role="status" class="hint">if used { { shared.said(ReportText::PastUsed) } }</span>
        </p>
    </> }
}
