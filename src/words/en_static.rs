//! English: what `index.html` says. A test holds the file against this.

use super::StaticText;

pub(super) fn text(text: StaticText) -> &'static str {
    match text {
        StaticText::DocumentTitle => "Outsourcing Calculator: in-house, vendor or split?",
        StaticText::DocumentDescription => {
            "Should this piece of IT work stay in-house, go to a vendor, or be split? Six questions, a verdict you can defend, every number traceable. Computed in your browser; nothing is sent anywhere."
        }
        StaticText::Brand => "Outsourcing Calculator",
        StaticText::FirstQuestion => {
            "Should this piece of IT work stay in-house, go to a vendor, or be split?"
        }
        StaticText::FirstLead => {
            "Answer six questions and read what is cheapest, by how much, when it pays back and what would change the answer. It joins people and money: hiring, learning, notice, transitions, minimum commitments, hidden and stranded costs. Everything is computed in this browser. Nothing you type is sent anywhere."
        }
        StaticText::ScriptsOff => {
            "The calculator computes with scripts in your own browser, and they are switched off. Allow scripts for this page and load it again. It asks no other address for anything."
        }
        StaticText::FaultTitle => "The page has stopped.",
        StaticText::FaultLead => "That is our mistake, not yours. What you saved is still in this browser.",
        StaticText::FaultReload => "Load the page again",
        StaticText::FaultDownload => "Download what is saved",
        StaticText::FaultOldBrowser => "If it never starts: the page needs a browser of April 2023 or later.",
        StaticText::FaultNoStart => "The page did not start within 20 seconds.",
    }
}
