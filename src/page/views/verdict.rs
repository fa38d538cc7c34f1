//! The verdict: headline, sentences, and a card for each option.

use std::rc::Rc;

use serde_json::Value;
use yew::prelude::*;

use super::controls::button;
use super::figures::{AnswerOf, figure, figure_by, option_name, series};
use crate::answer::{Answer, Compared, Figure, Kind, Sentence};
use crate::finance::Payback;
use crate::json;
use crate::page::edits::Edits;
use crate::page::format::CENT;
use crate::page::messages::{Message, use_message};
use crate::page::shared::{Shared, use_shared};
use crate::scenario::document::field;
use crate::scenario::{Grade, defaults};
use crate::words::{Format, Text};

/// A sentence of the answer with its figures.
pub fn sentence(shared: &Shared, sentence: &Sentence) -> Html {
    figures_in(shared, (shared.language.sentence)(sentence.key), &sentence.figures)
}

/// The stop that words begin with, which stays on the line of the figure before it, and the rest.
#[must_use]
pub fn stop(words: &str) -> (&str, &str) {
    words.split_at(usize::from(words.starts_with(|first: char| first.is_ascii_punctuation())))
}

/// Words with figures in their places.
pub fn figures_in(shared: &Shared, words: &'static str, figures: &[Figure]) -> Html {
    let mut pieces = Vec::new();
    let mut rest = words;
    while let Some(start) = rest.find('{') {
        pieces.push(html! { { &rest[..start] } });
        let end = rest[start..].find('}').map_or(rest.len() - 1, |end| start + end);
        if let Some(one) = rest[start + 1..end].parse::<usize>().ok().and_then(|place| figures.get(place)) {
            // A name may be as long as it likes.
            let long = matches!(one, Figure::Name(_) | Figure::Option(..));
            rest = &rest[end + 1..];
            if long {
                pieces.push(html! { <span>{ piece(shared, one) }</span> });
            } else {
                let (stop, after) = stop(rest);
                rest = after;
                pieces.push(html! { <span class="together">{ piece(shared, one) }{ stop }</span> });
            }
        } else {
            rest = &rest[end + 1..];
        }
    }
    pieces.push(html! { { rest } });
    html! { <>{ for pieces }</> }
}

/// A sentence as plain text.
#[must_use]
pub fn spoken(shared: &Shared, sentence: &Sentence) -> String {
    figures_spoken(shared, (shared.language.sentence)(sentence.key), &sentence.figures)
}

/// Words with figures in their places, as plain text.
#[must_use]
pub fn figures_spoken(shared: &Shared, words: &str, figures: &[Figure]) -> String {
    let spoken: Vec<String> = figures.iter().map(|one| spoken_piece(shared, one)).collect();
    let spoken: Vec<&str> = spoken.iter().map(String::as_str).collect();
    crate::words::fill(words, &spoken)
}

/// A figure of a sentence as plain text.
#[must_use]
pub fn spoken_piece(shared: &Shared, one: &Figure) -> String {
    let locale = &shared.locale;
    match one {
        Figure::Money(value, _) => locale.money(value.abs()),
        Figure::Share(value, _) => locale.share(value.abs()),
        Figure::Chance(value) => locale.share(*value),
        Figure::Month(value, _) => locale.number(libm::ceil(*value)),
        Figure::Calendar(month) => locale.month(*month),
        Figure::Months(months) => shared.quantity(*months as f64, crate::scenario::Unit::Months),
        Figure::People(people) => shared.quantity(*people, crate::scenario::Unit::People),
        Figure::MoneyPerHour(value) => locale.money_exact(*value),
        Figure::Count(count) => locale.number(*count as f64),
        Figure::Field(path) => field(path).map_or("", |field| shared.label(field)).to_owned(),
        Figure::Name(name) => name.clone(),
        Figure::Option(kind, name) => match kind {
            Kind::AsIs | Kind::BestInHouse => shared.text(Text::KeepingInHouse).to_owned(),
            Kind::BestMix => shared.text(Text::BestMix).to_owned(),
            _ if name.is_empty() => shared.filled(Text::Outsourced, &[""]),
            _ => name.clone(),
        },
    }
}

fn piece(shared: &Shared, one: &Figure) -> Html {
    let text = spoken_piece(shared, one);
    match one {
        Figure::Money(value, path) | Figure::Share(value, path) | Figure::Month(value, path) => {
            figure(shared, *value, path, text)
        }
        _ => html! { { text } },
    }
}

/// The answer's head.
#[derive(Properties, PartialEq)]
pub struct VerdictProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
}

/// Headline, sentences, what it rests on, and the cards.
#[component]
pub fn Verdict(props: &VerdictProps) -> Html {
    let shared = use_shared();
    let edits = &shared.edits;
    let answer = &props.answer.answer;
    let defaults = defaults(&props.answer.document);
    let counted = defaults.iter().filter(|row| row.grade != Grade::Neutral).count();
    let weak = defaults.iter().filter(|row| row.grade.is_weak()).count();
    let ranges = ranged(&props.answer.document);
    let (shown, more) = cards(answer);
    let document = json::write(&props.answer.document);
    let turns = Told::of(&use_told(Message::Turns), &document);
    let doubt = Told::of(&use_told(Message::Doubt), &document);
    // On ranges the headline is the mean's, which the report tells; until it has, the plan's stands for it.
    let mean = doubt.line("headline").filter(|_| ranges);
    html! {
        <section class="verdict" aria-live="polite">
            <h1>{ mean.map_or_else(
                || html! { { for answer.verdict.headline.iter().map(|one| sentence(&shared, one)) } },
                |line| doubt.view(&shared, edits, line),
            ) }</h1>
            // Lines that are told are kept free until they are known, so that nothing moves.
            if answer.contender().is_some() {
                <p class={classes!("lead", "doubt", ranges.then_some("ranges"))}>{ for doubt.line("sure").map(|line| doubt.view(&shared, edits, line)) }</p>
            }
            <p class="lead">
                if ranges { { shared.text(Text::LikelyPlan) }{ " " } }
                { for answer.verdict.sentences.iter().map(|one| html! { <span>{ sentence(&shared, one) }{ " " }</span> }) }
            </p>
            if answer.contender().is_some() { <p class="lead turns">{ for turns.line("turns").map(|line| turns.view(&shared, edits, line)) }</p> }
            { for answer.verdict.warnings.iter().map(|one| html! { <p class="warning">{ sentence(&shared, one) }</p> }) }
            <p class="aside">{ shared.filled(Text::DefaultsNote, &[&counted.to_string(), &weak.to_string()]) }</p>
            <div class="cards">{ for shown.into_iter().map(|option| card(&shared, &props.answer, option)) }</div>
            if more > 0 { <p class="aside">{ shared.filled(Text::MoreOptions, &[&more.to_string()]) }</p> }
        </section>
    }
}

/// Whether a document holds a range.
#[must_use]
pub fn ranged(value: &Value) -> bool {
    match value {
        Value::Object(fields) => fields.contains_key("likely") || fields.values().any(ranged),
        Value::Array(entries) => entries.iter().any(ranged),
        _ => false,
    }
}

/// The headline in plain words.
#[derive(Properties, PartialEq)]
pub struct HeadlineProps {
    /// The answer.
    pub answer: Rc<AnswerOf>,
    /// Whether it is on view; it listens all the while.
    pub shown: bool,
}

/// The headline in plain words, for where the verdict is out of view.
#[component]
pub fn Headline(props: &HeadlineProps) -> Html {
    let shared = use_shared();
    let told = use_told(Message::Doubt);
    if !props.shown {
        return Html::default();
    }
    let doubt = Told::of(&told, &json::write(&props.answer.document));
    let mean = doubt.line("headline").filter(|_| ranged(&props.answer.document));
    html! {
        if let Some(line) = mean {
            <span class={doubt.stale.then_some("stale")}>{ for line.iter().map(|piece| piece.as_str().or(piece[2].as_str()).unwrap_or_default().to_owned()) }</span>
        } else {
            { for props.answer.answer.verdict.headline.iter().map(|one| html! { <span>{ spoken(&shared, one) }</span> }) }
        }
    }
}

/// What the report has told last.
#[hook]
fn use_told(message: Message) -> UseStateHandle<String> {
    let told = use_state(String::new);
    {
        let told = told.setter();
        use_message(message, Callback::from(move |text| told.set(text)));
    }
    told
}

/// What the report tells the verdict: lines by name, then the document that they belong to. Lines of an older document are greyed.
struct Told {
    lines: Value,
    stale: bool,
}

impl Told {
    fn of(text: &str, document: &str) -> Self {
        let Some((lines, of)) = text.split_once('\n') else {
            return Self { lines: Value::Null, stale: false };
        };
        Self { lines: json::read(lines).unwrap_or_default(), stale: of != document }
    }

    fn line(&self, name: &str) -> Option<&Vec<Value>> {
        self.lines.get(name)?.as_array().filter(|line| !line.is_empty())
    }

    /// A line: words; a figure as its value, path, words and the path that explains it; a button as its words and what it sets.
    fn view(&self, shared: &Shared, edits: &Edits, line: &[Value]) -> Html {
        let is_figure = |piece: &Value| piece[0].as_f64().is_some();
        let piece = |(index, piece): (usize, &Value)| {
            let text = |index: usize| piece[index].as_str().unwrap_or_default().to_owned();
            if let Some(words) = piece.as_str() {
                let after = index.checked_sub(1).is_some_and(|before| is_figure(&line[before]));
                html! { { if after { stop(words).1 } else { words } } }
            } else if let Some(value) = piece[0].as_f64() {
                let stop = line.get(index + 1).and_then(Value::as_str).map_or("", |words| stop(words).0);
                html! { <span class="together">{ figure_by(shared, &text(3), value, &text(1), text(2)) }{ stop }</span> }
            } else {
                let (edits, set) = (edits.clone(), json::write(&piece[1]));
                button(&text(0), "quiet", move || edits.set_text(&set))
            }
        };
        html! { <span class={self.stale.then_some("stale")}>{ for line.iter().enumerate().map(piece) }</span> }
    }
}

/// Most cards beside those of the references: more would be read by nobody.
const MOST_CARDS: usize = 4;

/// Options worth a card: the references, then the others by rank, as many as can be taken in; as-is only where it differs from the best
/// in-house. Returned with the number of those left out.
fn cards(answer: &Answer) -> (Vec<&Compared>, usize) {
    let same = answer.as_is_is_best();
    let mut options: Vec<&Compared> =
        answer.options.iter().filter(|option| !(same && option.kind() == Kind::AsIs)).collect();
    let place = |option: &Compared| match option.kind() {
        Kind::AsIs => (0, 0),
        Kind::BestInHouse => (1, 0),
        // What the headline speaks of always has its card.
        kind if answer.verdict.option == Some(kind) => (2, 0),
        _ => (2, option.rank.unwrap_or(usize::MAX)),
    };
    crate::order::sort_by(&mut options, |a, b| place(a) > place(b));
    let references = if same { 1 } else { 2 };
    let more = options.len().saturating_sub(references + MOST_CARDS);
    options.truncate(references + MOST_CARDS);
    (options, more)
}

fn card(shared: &Shared, answer: &AnswerOf, option: &Compared) -> Html {
    let key = option.kind().key();
    let (measures, locale) = (&option.measures, &shared.locale);
    let (share, saved) = (measures.delivered_share, option.savings.present);
    html! {
        <article class="card" key={key.clone()}>
            <h2><span class={classes!("dot", series(option.kind()))}></span>{ option_name(shared, &answer.vendors, option.kind()) }</h2>
            <p class="big">{ figure(shared, measures.present, &format!("options.{key}.present_value"), locale.money(measures.present)) }</p>
            <p class="small">
                if answer.answer.disqualified(option.kind()) { { shared.text(Text::CardDisqualified) }{ " " } }
                else if option.rank.is_none() { { shared.text(Text::CardNotSwitching) }{ " " } }
                else if option.kind() == Kind::BestInHouse { { shared.text(Text::CardReference) }{ " " } }
                else if saved.abs() < CENT { { shared.text(Text::CardSame) }{ " " } }
                else if saved > 0.0 { { shared.filled(Text::CardSaves, &[&locale.money(saved)]) }{ " " } }
                else { { shared.filled(Text::CardDearer, &[&locale.money(-saved)]) }{ " " } }
                if let (Some(Payback::Month(month)), Some(_)) = (option.savings.payback, option.rank) {
                    if option.kind() != Kind::AsIs { { shared.filled(Text::CardPayback, &[&locale.number(libm::ceil(month))]) }{ " " } }
                }
                if let Some(hour) = measures.per_hour { { shared.filled(Text::CardHour, &[&locale.money_exact(hour)]) }{ " " } }
                else if let Some(unit) = measures.per_unit { { shared.filled(Text::CardUnit, &[&locale.money_exact(unit)]) }{ " " } }
                if share < 0.9995 { { shared.filled(Text::CardDelivered, &[&locale.share(share)]) } }
            </p>
        </article>
    }
}
