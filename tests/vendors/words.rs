//! Every key of the vendors has words, and sentences have a place for each figure that they are handed.

use super::three;
use outsourcing::answer::answer;
use outsourcing::answer::vendors::{
    Anchor, Criterion, Failure, FindingKey, Reason, Requirement, Status, findings, standings,
};
use outsourcing::scenario::document::field;
use outsourcing::scenario::plan_values;
use outsourcing::words::{ENGLISH_REPORT, ENGLISH_VENDORS, Plain};

#[test]
fn every_key_has_words() {
    let said: Vec<&str> = FindingKey::ALL.iter().map(|key| (ENGLISH_VENDORS.finding)(*key)).collect();
    for (index, words) in said.iter().enumerate() {
        assert!(words.ends_with('.') && !said[..index].contains(words), "{words}");
    }
    for criterion in Criterion::USUAL.into_iter().chain([Criterion::Own(0)]) {
        let anchors = Anchor::ALL.map(|anchor| (ENGLISH_VENDORS.anchor)(criterion, anchor));
        assert!(
            anchors.iter().all(|words| !words.is_empty())
                && anchors[0] != anchors[1]
                && anchors[1] != anchors[2]
        );
    }
    for status in
        [Status::Ranked, Status::Aside, Status::Disqualified, Status::NeverSwitches, Status::Unknown]
    {
        assert!(!(ENGLISH_VENDORS.status)(status).is_empty() && !status.name().is_empty());
    }
    for name in [
        "monday_to_friday",
        "sunday_to_thursday",
        "every_day",
        "order",
        "number",
        "soonest",
        "hiring",
        "training",
    ] {
        assert!(!(ENGLISH_REPORT.choice)(name).is_empty(), "{name}");
    }
    for requirement in Requirement::ALL {
        assert!(field(&requirement.path()).is_some(), "{requirement:?}");
        for reason in [
            Reason::NotStated,
            Reason::Lacks("X".into()),
            Reason::TooLittle(1.0, 2.0),
            Reason::TooLate(7.0, 6.0),
        ] {
            let words = (ENGLISH_VENDORS.reason)(&Failure { requirement, reason }, &Plain);
            assert!(words.ends_with('.'), "{words}");
        }
    }
}

#[test]
fn a_sentence_has_a_place_for_each_figure() {
    let document = three();
    let scenario = plan_values(&document);
    let found = answer(&scenario);
    let said = findings(&scenario, &standings(&scenario, &found), &found.failures);
    assert!(!said.is_empty());
    for finding in said {
        let words = (ENGLISH_VENDORS.finding)(finding.key);
        for place in 0..finding.figures.len() {
            assert!(words.contains(&format!("{{{place}}}")), "{words}");
        }
        assert!(!words.contains(&format!("{{{}}}", finding.figures.len())), "{words}");
    }
}
