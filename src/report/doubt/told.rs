//! What the verdict is told: its headline on simulated means, how sure it is, and what to firm up first.

use serde_json::{Value, json};

use super::exact::Found as Figure;
use super::offer::sourced;
use super::run::Found;
use super::view::{Written, chance, money, path_of};
use crate::answer::{Answer, Kind, Sentence, VerdictKind, averaged};
use crate::page::shared::Shared;
use crate::page::views::figures::{AnswerOf, option_name};
use crate::page::views::verdict::spoken_piece;
use crate::report::break_even::noun;
use crate::report::words::Said as _;
use crate::scenario::plan_values;
use crate::words::DoubtText;

/// The option that doubt is about: what the verdict on means speaks of, else what break-even is about.
#[must_use]
pub fn subject(answer: &Answer, found: &Found) -> Option<Kind> {
    let moves = |kind: &Kind| !matches!(kind, Kind::AsIs | Kind::BestInHouse);
    let best = mean_best(answer, &found.summary).filter(moves);
    best.or_else(|| answer.contender())
}

/// The option that is cheapest on average.
fn mean_best(answer: &Answer, summary: &Value) -> Option<Kind> {
    let cost = |kind: Kind| mean(summary, kind).unwrap_or(f64::INFINITY);
    let ranked = answer.options.iter().filter(|option| option.rank.is_some()).map(|option| option.kind());
    ranked.reduce(|best, kind| if cost(kind) < cost(best) { kind } else { best })
}

fn mean(summary: &Value, kind: Kind) -> Option<f64> {
    Figure::at(summary, &format!("options.{}.cost", kind.key())).map(|found| found.value)
}

/// A line of words and figures: words with places {0}, {1}, …, each filled by a figure of the summary.
struct Line<'a> {
    shared: &'a Shared,
    pieces: Vec<Value>,
}

impl Line<'_> {
    /// A sentence whose places are filled by words, or by figures as (value, path, words).
    fn say(&mut self, text: DoubtText, places: &[Place<'_>]) {
        let mut rest = self.shared.doubt(text);
        while let Some((before, after)) = rest.split_once('{') {
            self.pieces.push(json!(before));
            let (index, after) = after.split_once('}').unwrap_or((after, ""));
            match index.parse::<usize>().ok().and_then(|index| places.get(index)) {
                Some(Place::Words(words)) => self.pieces.push(json!(words)),
                Some(Place::Figure(value, path, words)) => {
                    self.pieces.push(json!([value, path, words, path]))
                }
                None => {}
            }
            rest = after;
        }
        self.pieces.push(json!(format!("{rest} ")));
    }
}

enum Place<'a> {
    Words(&'a str),
    Figure(f64, String, String),
}

/// The figure at a path of what has been found, as a place of a sentence.
fn place(shared: &Shared, found: &Value, path: &str, written: Written) -> Option<Place<'static>> {
    let figure = Figure::at(found, path)?;
    Some(Place::Figure(figure.value, path_of(found, path), written(shared, figure)))
}

/// The lines as the page is told them.
#[must_use]
pub fn told(shared: &Shared, answer: &AnswerOf, found: &Found) -> String {
    let scenario = plan_values(&answer.document);
    let verdict = averaged(&scenario, &answer.answer, |kind| mean(&found.summary, kind));
    let headline = verdict.headline.as_ref().map(|sentence| headline(shared, sentence, &found.summary));
    let mut line = Line { shared, pieces: Vec::new() };
    if let Some(kind) = subject(&answer.answer, found) {
        sure(&mut line, answer, found, kind, verdict.kind);
    }
    let lines = json!({ "headline": headline, "sure": line.pieces });
    format!("{lines}\n{}", answer.document)
}

/// What is told where nothing is in doubt: that it could be, and the way to it.
#[must_use]
pub fn certain(shared: &Shared, answer: &AnswerOf) -> String {
    let changes = sourced(answer);
    let line = if changes.is_empty() {
        json!([shared.doubt(DoubtText::NoRangesYet)])
    } else {
        json!([
            format!("{} ", shared.doubt(DoubtText::NoRanges)),
            [shared.doubt(DoubtText::PutSourced), changes]
        ])
    };
    format!("{}\n{}", json!({ "sure": line }), answer.document)
}

/// The headline's words and figures, these no more exact than they are.
fn headline(shared: &Shared, sentence: &Sentence, summary: &Value) -> Vec<Value> {
    use crate::answer::Figure as Stated;
    let mut pieces = Vec::new();
    let mut rest = (shared.language.sentence)(sentence.key);
    while let Some((before, after)) = rest.split_once('{') {
        pieces.push(json!(before));
        let (index, after) = after.split_once('}').unwrap_or((after, ""));
        if let Some(stated) = index.parse::<usize>().ok().and_then(|index| sentence.figures.get(index)) {
            pieces.push(match stated {
                Stated::Money(value, path) => {
                    let at = path.trim_start_matches("simulation.").trim_end_matches(".value");
                    let error = Figure::at(summary, at).and_then(|figure| figure.error);
                    let words = money(shared, Figure { value: value.abs(), error });
                    json!([value, path, words, path])
                }
                other => json!(spoken_piece(shared, other)),
            });
        }
        rest = after;
    }
    pieces.push(json!(rest));
    pieces
}

/// How sure it is, how far the plan is from the mean, and what to firm up first.
fn sure(
    line: &mut Line<'_>,
    answer: &AnswerOf,
    found: &Found,
    kind: Kind,
    verdict: VerdictKind,
) -> Option<()> {
    let (shared, summary) = (line.shared, &*found.summary);
    let name = option_name(shared, &answer.vendors, kind);
    let at = |what: &str| format!("options.{}.{what}", kind.key());
    let figure = |what: &str, written: Written| place(shared, summary, &at(what), written);
    let recommended =
        !matches!(verdict, VerdictKind::KeepInHouse | VerdictKind::RightSizeFirst | VerdictKind::TooClose);
    let text = if recommended { DoubtText::Sure } else { DoubtText::SureOther };
    line.say(text, &[figure("saves", chance)?, Place::Words(&name)]);
    line.say(DoubtText::Between, &[figure("savings.p10", money)?, figure("savings.p90", money)?]);
    let (mean, planned) = (Figure::at(summary, &at("saved"))?, Figure::at(summary, &at("planned"))?);
    let gap = Figure { value: planned.value - mean.value, error: mean.error };
    // A gap that the error swallows is none.
    if gap.rounded().abs() > 0.0 && gap.value.abs() > 2.0 * mean.error.unwrap_or(f64::INFINITY) {
        let text = if gap.value > 0.0 { DoubtText::PlanMore } else { DoubtText::PlanLess };
        let words = money(shared, Figure { value: gap.value.abs(), error: gap.error });
        line.say(text, &[Place::Figure(-gap.value, format!("simulation.{}", at("gap")), words)]);
    }
    firm_up(line, answer, found);
    Some(())
}

fn firm_up(line: &mut Line<'_>, answer: &AnswerOf, found: &Found) -> Option<()> {
    let worth = found.worth.as_deref()?;
    let Some(first) = worth.get("first")?.as_u64() else {
        line.say(DoubtText::FirmNothing, &[]);
        return Some(());
    };
    let group = worth.get("groups")?.get(usize::try_from(first).ok()?)?;
    let figure = Figure::at(group, "worth")?;
    let name = group_name(line.shared, answer, group)?;
    let path = format!("simulation.information.groups.{first}.worth.value");
    let words = money(line.shared, figure);
    line.say(DoubtText::FirmUp, &[Place::Words(&name), Place::Figure(figure.value, path, words)]);
    Some(())
}

/// What a group of inputs is called: its members, or chance.
#[must_use]
pub fn group_name(shared: &Shared, answer: &AnswerOf, group: &Value) -> Option<String> {
    let members = group.get("inputs")?.as_array()?;
    let names: Vec<String> = members
        .iter()
        .filter_map(Value::as_str)
        .map(|path| match path {
            "chance" => shared.doubt(DoubtText::Chance).to_owned(),
            path => name(shared, answer, path),
        })
        .collect();
    Some(names.join(shared.doubt(DoubtText::And)))
}

/// What an input is called in a sentence or a table.
#[must_use]
pub fn name(shared: &Shared, answer: &AnswerOf, path: &str) -> String {
    noun(shared, answer, path).unwrap_or_else(|| {
        let input = answer.inputs().iter().find(|input| input.path == path);
        input
            .map_or_else(|| path.to_owned(), |input| crate::report::tables::input_name(shared, answer, input))
    })
}
