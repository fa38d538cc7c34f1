//! Whatever is legal has an answer: several inputs at once at their least, their greatest, next to nothing, or anywhere between,
//! in every line of work and with every choice, and no figure of the answer is a number that is none.

use std::fmt::Write as _;

use outsourcing::answer::{answer, answers, core_curves, responses, result, what_if};
use outsourcing::scenario::check::check;
use outsourcing::scenario::document::set;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::scenario::{Field, Group, Kind, Row, Scenario, plan_values};
use serde_json::{Value, json};

/// A small deterministic generator (SplitMix64), so that a failing case comes back.
struct Random(u64);

impl Random {
    fn share(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, count: usize) -> usize {
        (self.share() * count as f64) as usize
    }
}

/// Every field of a document that is one value, with its path; lists by the entries that they have.
fn leaves(
    fields: &'static [Field],
    value: Option<&Value>,
    path: &str,
    found: &mut Vec<(String, &'static Field)>,
) {
    for field in fields {
        let at = if path.is_empty() { field.name.to_owned() } else { format!("{path}.{}", field.name) };
        let value = value.and_then(|value| value.get(field.name));
        match field.kind {
            Kind::Group(fields) => leaves(fields, value, &at, found),
            Kind::List { fields, .. } => {
                let entries = value.and_then(Value::as_array).map_or(0, Vec::len);
                for index in 0..entries {
                    leaves(fields, value.and_then(|value| value.get(index)), &format!("{at}.{index}"), found);
                }
            }
            Kind::Number(_) | Kind::Choice(_) | Kind::Flag => found.push((at, field)),
            Kind::Numbers { .. } | Kind::Text { .. } | Kind::Month => {}
        }
    }
}

/// A legal number: an end, nothing, next to nothing, or of any size between.
fn legal(row: &Row, random: &mut Random) -> f64 {
    let size = |random: &mut Random| {
        let most = row.max.max(1e-9);
        let sign = if row.min < 0.0 && random.below(4) == 0 { -1.0 } else { 1.0 };
        sign * most * libm::pow(10.0, -12.0 * random.share())
    };
    let value = match random.below(8) {
        0 => row.min,
        1 => row.max,
        2 => 0.0,
        3 => 1e-300,
        _ => size(random),
    };
    let value = if row.whole { libm::round(value) } else { value };
    value.clamp(row.min, row.max)
}

/// A document from a template with some of its leaves changed, and what was changed.
fn changed(random: &mut Random) -> (Value, String) {
    let template = &TEMPLATES[random.below(TEMPLATES.len())];
    let mut document = template.document();
    let mut said = template.id.to_owned();
    // What not every template has: an event, a free cost line.
    for service in 0..document["services"].as_array().map_or(0, Vec::len) {
        if random.below(3) == 0 {
            let event = json!([{ "start": 5, "length": 3, "uplift": 0.5, "surprise": random.below(2) == 0 }]);
            set(&mut document, &format!("services.{service}.demand.events"), Some(event));
        }
        if random.below(3) == 0 {
            set(&mut document, &format!("services.{service}.costs"), Some(json!([{ "amount": 1000 }])));
        }
    }
    let mut all = Vec::new();
    leaves(<Scenario<()> as Group>::fields(), Some(&document), "", &mut all);
    for _ in 0..1 + random.below(5) {
        let (path, field) = &all[random.below(all.len())];
        let value = match field.kind {
            Kind::Number(row) => json!(legal(row, random)),
            Kind::Choice(names) => json!(names[random.below(names.len())]),
            _ => json!(random.below(2) == 0),
        };
        let _ = write!(said, ", {path} {value}");
        set(&mut document, path, Some(value));
    }
    (document, said)
}

/// Where the text of an answer holds a number that is none.
fn odd(text: &str) -> Option<String> {
    let at = ["NaN", "inf"].iter().find_map(|odd| {
        text.match_indices(odd).map(|(at, _)| at).find(|at| {
            let before = text[..*at].chars().next_back();
            let after = text[at + odd.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric)
                && !after.is_some_and(|one| one.is_alphanumeric() || one == '_')
        })
    })?;
    let from = text[..at].char_indices().rev().nth(200).map_or(0, |(from, _)| from);
    Some(text[from..at + 3].to_owned())
}

#[test]
fn whatever_is_legal_has_a_finite_answer() {
    let mut random = Random(2027);
    let (mut sound, mut whole) = (0, 0);
    let mut found = Vec::new();
    for case in 0..200 {
        let (document, said) = changed(&mut random);
        if !check(&document).is_empty() {
            continue;
        }
        sound += 1;
        let scenario = plan_values(&document);
        let answered = answer(&scenario);
        // A vendor that cannot grow gets there never: those months alone are infinite.
        let told = format!("{answered:?}").replace("months_to: [inf, inf, inf]", "");
        if let Some(odd) = odd(&told) {
            found.push(format!("{said}: {odd}"));
            continue;
        }
        // What comes after the first verdict takes longer: every eighth.
        if case % 8 > 0 {
            continue;
        }
        whole += 1;
        let kinds = answered.options.iter().map(|option| option.kind());
        let Some((kind, vendor)) = kinds.into_iter().find_map(|kind| Some((kind, kind.vendor()?))) else {
            continue;
        };
        let cases = answers(&scenario, kind);
        let beside =
            (core_curves(&scenario, &answered, vendor), what_if(&cases, kind), responses(&cases, &answered));
        found.extend(odd(&format!("{beside:?}")).map(|odd| format!("{said}: beside: {odd}")));
        let Value::Object(_) = result(&document, &answered) else { panic!("{said}: no result file") };
    }
    assert!(sound > 120 && whole > 15, "{sound} sound documents, {whole} of them whole");
    assert!(found.is_empty(), "{} of {sound}:\n{}", found.len(), found.join("\n"));
}
