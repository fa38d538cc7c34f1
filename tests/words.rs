//! The catalogue: every key has words, and every place in a sentence has a figure to fill it.

use outsourcing::answer::{Key, answer};
use outsourcing::engine::Term;
use outsourcing::engine::ledger::{Category, CostGroup};
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::words::{
    DoubtText, ENGLISH, ENGLISH_REPORT, RefineText, ReportText, StaticText, Text, VendorText, english_static,
    fill,
};

#[test]
fn every_key_has_words() {
    for text in Text::ALL {
        assert!(!(ENGLISH.text)(*text).is_empty(), "{text:?}");
    }
    for text in ReportText::ALL {
        assert!(!(ENGLISH_REPORT.text)(*text).is_empty(), "{text:?}");
    }
    for text in RefineText::ALL {
        assert!(!(ENGLISH_REPORT.refine)(*text).is_empty(), "{text:?}");
    }
    for text in VendorText::ALL {
        assert!(!(ENGLISH_REPORT.vendors)(*text).is_empty(), "{text:?}");
    }
    for text in DoubtText::ALL {
        assert!(!(ENGLISH_REPORT.doubt)(*text).is_empty(), "{text:?}");
    }
    for key in Key::ALL {
        assert!((ENGLISH.sentence)(*key).len() > 10, "{key:?}");
    }
    for term in Term::ALL {
        assert!(!(ENGLISH_REPORT.term)(*term).is_empty(), "{term:?}");
    }
    for category in Category::ALL {
        assert!(
            !(ENGLISH_REPORT.category)(*category).is_empty()
                && !(ENGLISH_REPORT.term)(Term::Cost(*category)).is_empty()
        );
    }
    for group in CostGroup::ALL {
        assert!(!(ENGLISH_REPORT.group)(group).is_empty());
    }
}

#[test]
fn sentences_have_a_place_for_each_figure_and_a_figure_for_each_place() {
    for template in TEMPLATES {
        let verdict = answer(&plan_values(&template.document())).verdict;
        let said = verdict.headline.iter().chain(&verdict.sentences).chain(&verdict.warnings);
        for sentence in said {
            let words = (ENGLISH.sentence)(sentence.key);
            assert!(
                !words.contains(&format!("{{{}}}", sentence.figures.len())),
                "{:?} lacks a figure",
                sentence.key
            );
        }
    }
}

#[test]
fn filling_leaves_no_place_and_reads_nothing_as_markup() {
    assert_eq!(fill("{0} over {1}", &["<b>{1}</b>", "36"]), "<b>{1}</b> over 36");
    assert_eq!(fill("{7}{", &["x"]), "{");
}

/// What a reader of `index.html` reads or hears: its texts, and the attributes that hold words.
fn words_of(html: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        words.push(rest[..start].trim().to_owned());
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let tag = &rest[start..end];
        for name in ["aria-label=\"", "alt=\"", "data-nostart=\"", "placeholder=\""] {
            words.extend(tag.split(name).nth(1).and_then(|value| value.split('"').next()).map(str::to_owned));
        }
        if tag.contains("name=\"description\"") {
            words.extend(
                tag.split("content=\"").nth(1).and_then(|value| value.split('"').next()).map(str::to_owned),
            );
        }
        rest = &rest[end..];
    }
    words.retain(|word| !word.is_empty());
    words
}

#[test]
fn the_static_screens_say_what_the_catalogue_says() {
    let said = words_of(include_str!("../index.html"));
    let catalogue: Vec<&str> = StaticText::ALL.iter().map(|text| english_static(*text)).collect();
    for word in &said {
        assert!(catalogue.contains(&word.as_str()), "index.html says “{word}”, the catalogue does not");
    }
    for word in catalogue {
        assert!(said.iter().any(|said| said == word), "the catalogue says “{word}”, index.html does not");
    }
    // The fault screen's script shows words of the file and of the browser, none of its own.
    let script = include_str!("../fault.js");
    assert!(script.contains("nostart") && !script.contains("did not start"));
}

/// The quoted texts of a line of source, each with what stands before it.
fn quoted(line: &str) -> Vec<(&str, &str)> {
    let (mut found, mut from) = (Vec::new(), 0);
    while let Some(start) = line[from..].find('"').map(|at| from + at + 1) {
        let mut end = start;
        let mut bytes = line[start..].bytes();
        while let Some(byte) = bytes.next() {
            match byte {
                b'\\' => {
                    bytes.next();
                    end += 2;
                }
                b'"' => break,
                _ => end += 1,
            }
        }
        found.push((line[..start - 1].trim_end(), line.get(start..end).unwrap_or_default()));
        from = (end + 1).min(line.len());
    }
    found
}

fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
        if entry.is_dir() {
            sources(&entry, found);
        } else {
            found.push(entry);
        }
    }
}

/// A language is added without touching a view: none of them holds a sentence, or a word between two tags.
#[test]
fn no_view_has_words_of_its_own() {
    let mut files = Vec::new();
    for folder in ["src/page", "src/report"] {
        sources(&std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut files);
    }
    // Tests may stand in a file of their own.
    files.retain(|file| !file.ends_with("tests.rs"));
    let mut looked_at = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a source");
        // A file's tests stand at its end.
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for (before, said) in quoted(line) {
                looked_at += 1;
                let words: Vec<&str> = said.split(' ').collect();
                let capital = said.starts_with(|first: char| first.is_ascii_uppercase());
                let lower =
                    |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
                let sentence = capital
                    && words.len() > 1
                    && words[1..].iter().any(|word| lower(&word.trim_end_matches(['.', ','])));
                let node = before
                    .strip_suffix('{')
                    .is_some_and(|tag| tag.trim_end().ends_with('>') || tag.trim_end().ends_with('}'))
                    || before.ends_with('>') && !before.ends_with("=>") && !before.ends_with("->");
                let letters = said.bytes().filter(u8::is_ascii_alphabetic).count() > 1;
                assert!(
                    !(sentence || node && letters),
                    "{}: “{said}” belongs into src/words",
                    file.display()
                );
            }
        }
    }
    assert!(looked_at > 500, "{looked_at} texts");
}
