//! A number field of the report. It keeps the text that the visitor types until they leave it, and longer where it is wrong.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::page::entry::{EntryKind, EntryProblem, read, write};
use crate::page::shared::{Shared, use_shared};
use crate::page::views::controls::{labelled, notes};
use crate::report::words::Said as _;
use crate::scenario::Row;
use crate::scenario::check::Fault;
use crate::words::{ReportText, Text};

/// A number to edit.
#[derive(Properties)]
pub struct NumberEntryProps {
    /// Its id, which is also the control's name: no path of a document.
    pub id: AttrValue,
    /// Its label.
    pub label: AttrValue,
    /// Its unit.
    pub unit: AttrValue,
    /// Its bounds and kind.
    pub row: &'static Row,
    /// What it is now; nothing where it is not given.
    pub value: Option<f64>,
    /// What stands where nothing is given.
    #[prop_or_default]
    pub default: Option<f64>,
    /// What is written under it.
    #[prop_or_default]
    pub hint: AttrValue,
    /// Nothing may be given.
    #[prop_or_default]
    pub optional: bool,
    /// Its new value.
    pub changed: Callback<Option<f64>>,
    /// It has been left.
    #[prop_or_default]
    pub settled: Callback<()>,
}

impl PartialEq for NumberEntryProps {
    fn eq(&self, other: &Self) -> bool {
        let bits = |value: Option<f64>| value.map(f64::to_bits);
        self.id == other.id
            && self.label == other.label
            && self.unit == other.unit
            && std::ptr::eq(self.row, other.row)
            && bits(self.value) == bits(other.value)
            && bits(self.default) == bits(other.default)
            && self.hint == other.hint
            && self.changed == other.changed
            && self.settled == other.settled
    }
}

fn kind(row: &Row) -> EntryKind {
    if row.unit.is_share() {
        EntryKind::Percent
    } else if row.whole {
        EntryKind::Whole
    } else {
        EntryKind::Plain
    }
}

/// What a text says: a number within the bounds, nothing, or what is wrong with it.
fn said(shared: &Shared, row: &Row, optional: bool, text: &str) -> Result<Option<f64>, String> {
    match read(text, shared.locale.separators, kind(row)) {
        Ok(value) if (row.min..=row.max).contains(&value) => Ok(Some(value)),
        Ok(_) => {
            let end = |value: f64| shared.quantity(value, row.unit);
            Err(shared.said_with(ReportText::EntryBounds, &[&end(row.min), &end(row.max)]))
        }
        Err(EntryProblem::Empty) if optional => Ok(None),
        Err(EntryProblem::Empty) => Err(shared.said(ReportText::EntryEmpty).to_owned()),
        Err(_) => Err((shared.language.fault)(&Fault::NotANumber(text.to_owned()), &*shared.locale)),
    }
}

/// A number.
#[component]
pub fn NumberEntry(props: &NumberEntryProps) -> Html {
    let shared = use_shared();
    let draft = use_state(|| None::<String>);
    let (row, optional) = (props.row, props.optional);
    let settled =
        props.value.map_or_else(String::new, |value| write(value, shared.locale.separators, kind(row)));
    let same = |now: Option<f64>| match (now, props.value) {
        (Some(now), Some(value)) => (now - value).abs() <= 1e-9 * value.abs().max(1.0),
        (now, value) => now.is_none() && value.is_none(),
    };
    // What is being typed stays as it is typed, unless the value has changed under it.
    let typed = (*draft).clone().filter(|text| said(&shared, row, optional, text).map_or(true, same));
    let problem = typed.as_ref().and_then(|text| said(&shared, row, optional, text).err());
    let oninput = {
        let (shared, draft, changed) = (shared.clone(), draft.clone(), props.changed.clone());
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            let value = said(&shared, row, optional, &text);
            draft.set(Some(text));
            if let Ok(value) = value {
                changed.emit(value);
            }
        })
    };
    let onblur = {
        let (draft, settled, wrong) = (draft.clone(), props.settled.clone(), problem.is_some());
        Callback::from(move |_: FocusEvent| {
            if !wrong {
                draft.set(None);
            }
            settled.emit(());
        })
    };
    let placeholder = props.default.map_or_else(
        || shared.text(Text::Empty).to_owned(),
        |value| write(value, shared.locale.separators, kind(row)),
    );
    let note = format!("{}-note", props.id);
    let described = (problem.is_some() || !props.hint.is_empty()).then(|| note.clone());
    let control = html! { <>
        <input id={props.id.clone()} name={props.id.clone()} type="text" autocomplete="off" spellcheck="false"
            value={typed.unwrap_or(settled)} {placeholder} aria-invalid={problem.is_some().then_some("true")}
            aria-describedby={described.clone()} {oninput} {onblur} />
        <span class="unit">{ &props.unit }</span>
    </> };
    let notes = described.map_or_else(Html::default, |id| notes(Some(id), problem.as_deref(), &props.hint));
    labelled("wide", &props.id, &props.label, control, notes)
}
