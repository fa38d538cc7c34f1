//! English: the page, the answer's sentences, what is wrong with a field.

use super::{Format, Text};
use crate::answer::Key;
use crate::scenario::check::Fault;

pub(super) fn text(text: Text) -> &'static str {
    match text {
        Text::Title => "Outsourcing Calculator",
        Text::SkipToAnswer => "Skip to the answer",
        Text::Undo => "Undo",
        Text::Redo => "Redo",
        Text::CopyLink => "Copy link",
        Text::LinkCopied => {
            "Link copied. Whoever opens it sees this scenario; nothing is sent anywhere until then."
        }
        Text::LinkTooLong => "This scenario is too long for a link. Export it as a file instead.",
        Text::Export => "Export",
        Text::Import => "Import",
        Text::Print => "Print",
        Text::Close => "Close",
        Text::SixQuestions => "Six questions",
        Text::WhoInstead => "Who would do it instead?",
        Text::ChoosePlace => "Choose a place",
        Text::PlaceSets => {
            "Choosing a place sets the vendor’s place and the rate: {0} an hour, from {1} to {2} ({3}, grade {4})."
        }
        Text::NoVendorYet => "No vendor yet: the answer is about staffing only.",
        Text::VendorShown => "Vendor",
        Text::ServiceShown => "Service",
        Text::RemoveEntry => "Remove",
        Text::NoSeason => "Take the season away",
        Text::Empty => "none",
        Text::Low => "Low",
        Text::Likely => "Likely",
        Text::High => "High",
        Text::UnderstoodAs => "Read as {0}",
        Text::MakeRange => "Make it a range: {0}",
        Text::OneNumber => "One number again",
        Text::RangeMeaning => "Low and high are",
        Text::RangeShape => "Shape",
        Text::RangeSource => "{0}, grade {1}.",
        Text::RangeUse => "Use {0}",
        Text::LikelyPlan => "The likely-value plan:",
        Text::AsIs => "As it is today",
        Text::BestInHouse => "Best in-house",
        Text::Outsourced => "All to {0}",
        Text::Split => "Split with {0}",
        Text::BestCore => "Best split with {0}",
        Text::BestMix => "Best mix",
        Text::KeepingInHouse => "keeping it in-house",
        Text::CardHour => "{0} a delivered hour.",
        Text::CardUnit => "{0} a unit served.",
        Text::CardDelivered => "{0} of the work is done.",
        Text::CardSaves => "Saves {0}.",
        Text::CardDearer => "Costs {0} more.",
        Text::CardSame => "Costs the same.",
        Text::CardReference => "What the others are measured against.",
        Text::CardNotSwitching => "Does not switch within the horizon: not ranked.",
        Text::CardDisqualified => "Lacks what you require: not ranked.",
        Text::CardPayback => "Pays back in month {0}.",
        Text::MoreOptions => "These are the best; {0} more options stand in the tables below.",
        Text::DefaultsNote => {
            "Rests on {0} defaults, {1} of them our judgement or a vendor’s figure: overwrite those first."
        }
        Text::LibraryTitle => "Scenarios",
        Text::LibraryTemplates => "Start from a template",
        Text::LibrarySaved => "Saved in this browser",
        Text::LibraryOpen => "Open",
        Text::LibraryDuplicate => "Duplicate",
        Text::LibraryRename => "Name",
        Text::LibraryDelete => "Delete",
        Text::LibraryDeleteAll => "Delete everything",
        Text::LibraryNew => "New from this template",
        Text::LibraryEmpty => "Nothing saved yet.",
        Text::DeletedToast => "“{0}” deleted.",
        Text::DeletedAllToast => "Everything deleted.",
        Text::ReportMissing => {
            "The charts, tables and further inputs did not load: check the connection and load the page again. The verdict stands."
        }
        Text::Untitled => "Untitled",
        Text::CopyOf => "Copy of {0}",
        Text::LinkBanner => {
            "You are looking at a scenario from a link. Your own work is untouched, and nothing here is saved until you keep it."
        }
        Text::LinkKeep => "Keep it",
        Text::LinkLeave => "Back to my work",
        Text::LinkDamaged => {
            "This link is damaged: part of it is missing or changed. Ask for it again. Here is what this browser has saved."
        }
        Text::LinkNewer => {
            "This link was made by a newer version of the page. Reload the page to get that version."
        }
        Text::LinkUnknown => {
            "This link starts from a template that this version does not know. Reload the page to get a newer version."
        }
        Text::NotSaved => "This browser does not let the page save. Export a file to keep your work.",
        Text::FileBad => "This file cannot be opened: {0}",
        Text::FileOther => "This file is not a scenario ({0}). Choose one made by Export.",
        Text::FileProblems => "The file was opened. Some fields need your attention; each says what to do.",
        Text::ModelNewer => {
            "The model has changed since this scenario was made: figures can differ from what you saw then."
        }
        Text::OtherTab => "Another tab changed this scenario too. What you see here is kept as “{0}”.",
        Text::Footer => "Everything is computed in this browser. Nothing you type is sent anywhere.",
        Text::Problems => "Fields that need attention: {0}",
        Text::LastGood => "Shown is the last answer before that.",
    }
}

pub(super) fn sentence(key: Key) -> &'static str {
    match key {
        Key::Outsource => "Give the work to {0}: it saves {1} over {2}.",
        Key::Split => "Keep {0} and send the rest to {1}: it saves {2} over {3}.",
        Key::Mix => "Decide service by service: the best mix saves {0} over {1}.",
        Key::KeepInHouse => "Keep it in-house: {0} would cost {1} more over {2}.",
        Key::KeepAlone => "Keep it in-house: no vendor takes over within {0}.",
        Key::RightSizeFirst => {
            "Right-size first: the same work with the right team in-house saves {0} over {1}."
        }
        Key::TooClose => "Too close to call: {0} and keeping it in-house differ by {1} over {2}.",
        Key::NoVendor => "In-house, the work costs {0} over {1}. Add a vendor to compare.",
        Key::NothingToCompare => "There is no cost to compare yet: state a team or costs.",
        Key::ShareOfReference => "That is {0} of the best you could do in-house.",
        Key::DearerShare => "That is {0} more than the best you could do in-house.",
        Key::PaysBack => "It pays back in month {0}.",
        Key::PaysAtOnce => "It is ahead from the first month.",
        Key::NeverPaysBack => "It does not pay back within {0}.",
        Key::StepsFromToday => {
            "Against today it saves {0}, of which {1} is right-sizing that needs no vendor."
        }
        Key::AgainstToday => "Against today’s budget it saves {0}.",
        Key::DearerThanToday => "Against today’s budget it costs {0} more.",
        Key::DearerToRun => "Even once settled in, {0} costs {1} a year more to run.",
        Key::CheaperTooLate => {
            "Once settled in, {0} runs {1} a year cheaper, too little to earn back the move within {2}."
        }
        Key::AbsorbsPeak => "In the busiest month, {0}, it does {1} of the work in time, in-house {2}.",
        Key::WouldAbsorbPeak => "{0} would do {1} of the busiest month’s work in time ({2}), in-house {3}.",
        Key::DoneInMonth => "It is done in month {0}, in-house in month {1}.",
        Key::DoneOnlyWithVendor => "It is done in month {0}; in-house it is not done within {1}.",
        Key::IdlesLess => "In-house, {0} of the hours needed are paid and not used; with it, {1}.",
        Key::DoesNotSwitch => "{0} does not switch within the horizon of {1}, and is not ranked.",
        Key::UndoneTooCheap => {
            "Leaving work undone is priced at {0} an hour, less than the {1} an hour of doing it ({2}): that makes doing nothing look best."
        }
        Key::Disqualified => "{0} lacks what you require (“{1}”), and is not ranked.",
        Key::NoneQualifies => "No vendor has all that you require: “{0}” alone excludes {1} of {2}.",
        Key::KeepUnqualified => "Keep it in-house: no vendor has what you require.",
        Key::NoOffer => "{0} has no offer for “{1}”, which stays in-house with it.",
        Key::SmallTeam => {
            "{0} hangs on {1}: with a chance of {2} all of them leave within a year, and until successors are there and have learned nobody covers it."
        }
        Key::CashNoWinner => "By cash alone there is no winner: the options do not deliver the same work.",
        Key::CashOther => "By cash alone, {0} would be cheapest; what decides is undone work and risk.",
    }
}

/// What is wrong with what is asked first, with a range, or with a file; the rest is the report's to say.
pub(super) fn fault(fault: &Fault, format: &dyn Format) -> String {
    let number = |value: f64| format.number(value);
    match fault {
        Fault::Unknown => "There is no field of that name. Check the spelling, or take it out.".to_owned(),
        Fault::Missing => "This is needed. Give a value.".to_owned(),
        Fault::NotANumber(text) => {
            format!("“{text}” cannot be used as a number. Type a number such as 1200, 12k or 30%.")
        }
        Fault::NotWhole(value) => format!("{} has a fraction. Give a whole number.", number(*value)),
        Fault::TooSmall(value, least) => {
            format!("{} is too small. Give at least {}.", number(*value), number(*least))
        }
        Fault::TooLarge(value, most) => {
            format!("{} is too large. Give at most {}.", number(*value), number(*most))
        }
        Fault::NoRange => "This cannot be a range. Give one number.".to_owned(),
        Fault::RangeOrder(low, likely, high) => format!(
            "{} – {} – {} do not ascend. Give low, likely and high in that order.",
            number(*low),
            number(*likely),
            number(*high)
        ),
        Fault::NotAChoice(text, names) => {
            format!("“{text}” is not offered. Choose one of: {}.", names.join(", "))
        }
        Fault::NewerSchema(version) => format!(
            "Version {version} of the file format is not known here. Reload the page to get a newer version."
        ),
        Fault::NotAboveZero(low) => format!(
            "{} is not above zero, as all of a lognormal range is. Give more, or another shape.",
            number(*low)
        ),
        Fault::NoUpperLimit => {
            "A lognormal range has no upper limit. Let its ends be 1-in-10 values, or give another shape."
                .to_owned()
        }
        _ => String::new(),
    }
}
