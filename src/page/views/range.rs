//! A number that is a range: low, likely and high side by side, and what they mean.

use serde_json::{Map, Value};
use yew::prelude::*;

use super::controls::{button, notes};
use super::field::{NumberField, focus_on, kind};
use super::form::Form;
use crate::page::entry::write;
use crate::page::shared::Shared;
use crate::scenario::check::{MEANINGS, SHAPES};
use crate::scenario::{Field, Row, Unit, offered};
use crate::words::{Format, Text};

/// The ends of a range as a document gives them, where all three are numbers.
pub fn ends(value: &Value) -> Option<[f64; 3]> {
    let end = |name: &str| value.get(name).and_then(Value::as_f64);
    Some([end("low")?, end("likely")?, end("high")?])
}

/// A range in one line, such as 20–32–45 $/h.
#[must_use]
pub fn in_short(shared: &Shared, row: &Row, unit: Unit, ends: [f64; 3]) -> String {
    // Thousands stand apart; what is smaller, every share among it, keeps all of its digits.
    let [low, likely, high] = ends.map(|end| {
        if end.abs() < 1000.0 {
            write(end, shared.locale.separators, kind(row))
        } else {
            shared.locale.number(end)
        }
    });
    format!("{low}–{likely}–{high} {}", shared.unit(unit, None))
}

impl Form<'_> {
    /// The controls of a range, and the ways to the sourced range and back to one number.
    pub(super) fn range(
        &self,
        field: &'static Field,
        row: &'static Row,
        path: &str,
        given: &Map<String, Value>,
        (label, unit): (AttrValue, AttrValue),
    ) -> Html {
        let (shared, problem) = (self.shared, self.problem(path));
        let at = |name: &str| format!("{path}.{name}");
        let id = format!("field-{path}-note");
        let names = [("low", Text::Low), ("likely", Text::Likely), ("high", Text::High)];
        let number = |(name, word): (&str, Text)| {
            let wrong = problem.clone().filter(|_| {
                self.problems.iter().any(|problem| problem.path == path || problem.path == at(name))
            });
            html! {
                <NumberField key={at(name)} path={at(name)} {field} {row} given={given.get(name).cloned()} default={None::<f64>}
                    label={AttrValue::from(shared.text(word))} problem={wrong} end={AttrValue::from(id.clone())} />
            }
        };
        let sourced = offered(self.document, path);
        let now = ends(&Value::Object(given.clone()));
        let cited = || {
            let offered = sourced?;
            let source = if offered.source.is_empty() { shared.span_source(field) } else { offered.source };
            Some(shared.filled(Text::RangeSource, &[source, offered.grade]))
        };
        let is_sourced = sourced.map(|offered| Some(offered.ends) == now);
        let hint = is_sourced.filter(|is| *is).and_then(|_| cited());
        let hint = hint.unwrap_or_else(|| shared.help(field).to_owned());
        let named = |key: &str, names: &'static [&'static str]| {
            given.get(key).and_then(Value::as_str).unwrap_or(names[0]).to_owned()
        };
        let (meaning, shape) = (named("meaning", MEANINGS), named("shape", SHAPES));
        let word = |name: &str| (shared.language.choice)(name);
        let choice = |text: Text, key: &str, chosen: &str, names: &[&'static str]| {
            let options = names.iter().map(|name| (*name, word(name).to_owned())).collect();
            self.select(shared.text(text), "", &at(key), chosen, options)
        };
        let wrong_way =
            self.problems.iter().any(|problem| problem.path == at("shape") || problem.path == at("meaning"));
        let one = {
            let (edits, path) = (shared.edits.clone(), path.to_owned());
            let likely = given.get("likely").cloned();
            button(shared.text(Text::OneNumber), "quiet", move || {
                edits.set_all(vec![(path.clone(), likely.clone())]);
                focus_on(&path);
            })
        };
        let offer = sourced.filter(|_| is_sourced == Some(false)).map(|offered| {
            let (edits, path) = (shared.edits.clone(), path.to_owned());
            let words = shared.filled(Text::RangeUse, &[&in_short(shared, row, Unit::Count, offered.ends)]);
            let title = cited();
            let onclick = Callback::from(move |_: MouseEvent| {
                let ends = ["low", "likely", "high"].into_iter().zip(offered.ends);
                edits.set_all(ends.map(|(name, end)| (format!("{path}.{name}"), Some(end.into()))).collect());
            });
            html! { <button type="button" class="button quiet" {title} {onclick}>{ words }</button> }
        });
        html! {
            <fieldset class="range" key={path.to_owned()}>
                <legend>{ label }</legend>
                <div class="ends">{ for names.into_iter().map(number) }<span class="unit">{ unit }</span></div>
                { notes(Some(id.clone()), problem.as_deref(), &hint) }
                <div class="range-foot">
                    <details class="meant" open={wrong_way}>
                        <summary>{ format!("{}, {}", word(&meaning), word(&shape)) }</summary>
                        { choice(Text::RangeMeaning, "meaning", &meaning, MEANINGS) }
                        { choice(Text::RangeShape, "shape", &shape, SHAPES) }
                    </details>
                    { for offer }{ one }
                </div>
            </fieldset>
        }
    }
}
