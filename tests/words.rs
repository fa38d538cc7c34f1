//! The catalogue: every key has words, and every place in a sentence has a figure to fill it.

use outsourcing::answer::{Key, answer};
use outsourcing::engine::Term;
use outsourcing::engine::ledger::{Category, CostGroup};
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::words::{ENGLISH, Text, fill};

#[test]
fn every_key_has_words() {
    for text in Text::ALL {
        assert!(!(ENGLISH.text)(*text).is_empty(), "{text:?}");
    }
    for key in Key::ALL {
        assert!((ENGLISH.sentence)(*key).len() > 10, "{key:?}");
    }
    for term in Term::ALL {
        assert!(!(ENGLISH.term)(*term).is_empty(), "{term:?}");
    }
    for category in Category::ALL {
        assert!(
            !(ENGLISH.category)(*category).is_empty() && !(ENGLISH.term)(Term::Cost(*category)).is_empty()
        );
    }
    for group in CostGroup::ALL {
        assert!(!(ENGLISH.group)(group).is_empty());
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
