//! Sentences of the answer: keys with typed figures. The words are in [`words`](crate::words).

use super::outcome::Kind;
use crate::scenario::Month;

macro_rules! keys {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// A sentence of the answer; the words are in [`words`](crate::words).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Key { $($(#[$doc])* $name),+ }

        impl Key {
            /// All keys.
            pub const ALL: &'static [Key] = &[$(Key::$name),+];
            /// The name in the result file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Key::$name => $text),+ }
            }
        }
    };
}

keys! {
    /// Headline: {0} vendor, {1} saving, {2} months.
    Outsource = "outsource",
    /// Headline: {0} people kept, {1} vendor, {2} saving, {3} months.
    Split = "split",
    /// Headline: {0} saving, {1} months.
    Mix = "mix",
    /// Headline: {0} the cheapest alternative, {1} how much dearer it is, {2} months.
    KeepInHouse = "keep_in_house",
    /// Headline, every alternative out of the running: {0} months.
    KeepAlone = "keep_alone",
    /// Headline: {0} saving against today, {1} months.
    RightSizeFirst = "right_size_first",
    /// Headline: {0} the other option, {1} the lead, {2} months.
    TooClose = "too_close",
    /// Headline: {0} cost of the best in-house option, {1} months.
    NoVendor = "no_vendor",
    /// Headline.
    NothingToCompare = "nothing_to_compare",
    /// {0} share of the best in-house cost saved.
    ShareOfReference = "share_of_reference",
    /// {0} share of the best in-house cost added.
    DearerShare = "dearer_share",
    /// {0} month of payback.
    PaysBack = "pays_back",
    /// It is never behind.
    PaysAtOnce = "pays_at_once",
    /// It does not pay back within {0} months.
    NeverPaysBack = "never_pays_back",
    /// Against today it is {0}, of which {1} is right-sizing.
    StepsFromToday = "steps_from_today",
    /// Against today it saves {0}.
    AgainstToday = "against_today",
    /// Against today it costs {0} more.
    DearerThanToday = "dearer_than_today",
    /// Once settled in, {0} costs {1} a year more to run.
    DearerToRun = "dearer_to_run",
    /// Once settled in, {0} runs {1} a year cheaper, which does not earn back the move within {2} months.
    CheaperTooLate = "cheaper_too_late",
    /// In its busiest month, {0}, it does {1} of the work in time; in-house does {2}.
    AbsorbsPeak = "absorbs_peak",
    /// {0} would do {1} of the busiest month's work in time, month {2}; in-house does {3}.
    WouldAbsorbPeak = "would_absorb_peak",
    /// It is done in month {0}, in-house in month {1}.
    DoneInMonth = "done_in_month",
    /// It is done in month {0}; in-house it is not done within {1} months.
    DoneOnlyWithVendor = "done_only_with_vendor",
    /// Of the hours needed, {0} are paid and not used in-house, {1} with it.
    IdlesLess = "idles_less",
    /// {0} vendor does not switch within {1} months.
    DoesNotSwitch = "does_not_switch",
    /// The price of undone work {0} is below the marginal cost of serving {1}, in service {2}.
    UndoneTooCheap = "undone_too_cheap",
    /// {0} vendor lacks {1} what is required.
    Disqualified = "disqualified",
    /// Of {2} vendors none has all that is required; {0} excludes {1} of them.
    NoneQualifies = "none_qualifies",
    /// Headline: no vendor has what is required.
    KeepUnqualified = "keep_unqualified",
    /// {0} vendor has no offer for {1} service, which stays in-house.
    NoOffer = "no_offer",
    /// Of the {1} who do service {0}, all leave within a year with a chance of {2}; until successors are there it is without cover.
    SmallTeam = "small_team",
    /// By cash alone there is no winner: delivered shares differ.
    CashNoWinner = "cash_no_winner",
    /// By cash alone, {0} would be cheapest.
    CashOther = "cash_other",
}

/// A figure of a sentence, signed as in the result file. The sentence's words say which way it goes, so it is shown without sign.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    /// Money, with the path of the same figure in the result file.
    Money(f64, String),
    /// A share, likewise.
    Share(f64, String),
    /// A month of the plan, likewise.
    Month(f64, String),
    /// A chance that stands in no result.
    Chance(f64),
    /// A month of the plan, by its name in the calendar.
    Calendar(Month),
    /// A span of months.
    Months(usize),
    /// People.
    People(f64),
    /// Money an hour.
    MoneyPerHour(f64),
    /// A count.
    Count(usize),
    /// The field at a path, by its label.
    Field(String),
    /// A name that the user gave.
    Name(String),
    /// An option.
    Option(Kind, String),
}

/// A sentence of the answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Which sentence.
    pub key: Key,
    /// What fills its places {0}, {1}, ….
    pub figures: Vec<Figure>,
}

/// A sentence.
pub(super) fn say(key: Key, figures: Vec<Figure>) -> Sentence {
    Sentence { key, figures }
}
