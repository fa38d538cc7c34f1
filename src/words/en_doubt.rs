//! English: how sure the answer is, and what it hangs on.

use super::DoubtText;

pub(super) fn text(text: DoubtText) -> &'static str {
    match text {
        DoubtText::Sure => "You can be {0} sure that it saves something.",
        DoubtText::SureOther => "{1} saves something with a probability of {0}.",
        DoubtText::Between => "Eight times in ten the saving is between {0} and {1}.",
        DoubtText::PlanMore => {
            "The amount above is the average over your ranges; the likely-value plan puts it {0} higher."
        }
        DoubtText::PlanLess => {
            "The amount above is the average over your ranges; the likely-value plan puts it {0} lower."
        }
        DoubtText::FirmUp => "Firm up {0} first: knowing it is worth up to {1}.",
        DoubtText::FirmNothing => "Settling any one number would not change the choice.",
        DoubtText::NoRanges => "How sure is this? No number is a range yet.",
        DoubtText::NoRangesYet => "How sure is this? Make a number a range with its ± and see.",
        DoubtText::PutSourced => "Put the published ranges on the main inputs",
        DoubtText::Below => "under {0}",
        DoubtText::Above => "over {0}",
        DoubtText::And => " with ",
        DoubtText::Chance => "what is left to chance",
        DoubtText::PanelTitle => "{0} saves something with a probability of {1}",
        DoubtText::Status => {
            "From {0} possible futures, every option on the same ones. No figure is shown more exactly than they allow."
        }
        DoubtText::StatusHere => {
            "From {0} possible futures, every option on the same ones. This browser runs no workers, so these are fewer: the page computes them itself."
        }
        DoubtText::Working => "Computing",
        DoubtText::Failed => {
            "The simulation could not be run. The likely-value plan stands; load the page again to try once more."
        }
        DoubtText::ClampedBounds => "{0}: {1} of the draws lay beyond its bounds and were taken at them.",
        DoubtText::ClampedTransition => {
            "In {1} of the futures the move would not have ended within the horizon, and was taken as ending just before."
        }
        DoubtText::NothingTitle => "How sure is this?",
        DoubtText::NothingSubtitle => {
            "Every number is taken as if it were certain. Make one a range with the ± beside it, and see how likely the answer holds, what it hangs on and which number to settle first."
        }
        DoubtText::OptionsTitle => "Every option on all futures",
        DoubtText::Option => "Option",
        DoubtText::Cheapest => "Cheapest in",
        DoubtText::Saves => "Saves in",
        DoubtText::MeanSaved => "Saved on average",
        DoubtText::P5 => "1 in 20 below",
        DoubtText::P10 => "1 in 10 below",
        DoubtText::P50 => "Half below",
        DoubtText::P90 => "9 in 10 below",
        DoubtText::P95 => "19 in 20 below",
        DoubtText::Regret => "Regret",
        DoubtText::Delivered => "Work delivered",
        DoubtText::Idle => "Idle",
        DoubtText::LosesTitle => "In {0} of all futures, {1} costs more than it saves",
        DoubtText::AlwaysTitle => "In every future looked at, {0} saves",
        DoubtText::SpreadSubtitle => "Present savings against best in-house: how often they come out so.",
        DoubtText::MeanMark => "average {0}",
        DoubtText::SavedHead => "Saved",
        DoubtText::ShareHead => "Share of futures",
        DoubtText::Never => "never",
        DoubtText::ByMonth => "by month {0}",
        DoubtText::PaybackTitle => {
            "Half of all futures have paid back by month {0}; {1} do not within the horizon"
        }
        DoubtText::PaybackTitleAll => {
            "Half of all futures have paid back by month {0}, and all of them in the end"
        }
        DoubtText::PaybackTitleNever => "{0} of all futures do not pay back within the horizon",
        DoubtText::PaybackSubtitle => "Share of futures that have paid back for good, by month.",
        DoubtText::TornadoTitle => "What moves the saving most: {0}",
        DoubtText::TornadoTitleNone => "No input is a range",
        DoubtText::TornadoSubtitle => {
            "Present savings when one input goes from its 1-in-10 low to its 1-in-10 high, the others at their likely values."
        }
        DoubtText::Input => "Input",
        DoubtText::AtP10 => "Saved at its low",
        DoubtText::AtP90 => "Saved at its high",
        DoubtText::WorthTitle => "Firm up {0} first: knowing it is worth up to {1}",
        DoubtText::WorthTitleNone => "No question is worth settling before deciding",
        DoubtText::WorthSubtitle => {
            "What it would save on average to know an input before choosing. Inputs that go together count as one."
        }
        DoubtText::WorthHead => "Worth up to",
        DoubtText::AskIndices => "What makes the outcome uncertain?",
        DoubtText::IndicesTitle => "{0} makes {1} of the uncertainty",
        DoubtText::IndicesSubtitle => {
            "Share of the variance of savings: by itself (filled) and with what it does together with others (outlined)."
        }
        DoubtText::Total => "In total",
        DoubtText::First => "By itself",
        DoubtText::CrossingTitle => "Where each input alone turns the answer",
        DoubtText::CrossingNone => "No input alone turns the answer within its range.",
        DoubtText::LikelyHead => "Likely",
        DoubtText::TurnsHead => "Turns at",
        DoubtText::CrossingHead => "Chance of that",
        DoubtText::AskMap => "Map the verdict over two inputs",
        DoubtText::MapAcross => "Across",
        DoubtText::MapUp => "Up",
        DoubtText::MapSame => "Choose two different inputs.",
        DoubtText::MapTitle => "{0} saves on {1} of this map",
        DoubtText::MapTitleAll => "{0} saves all over this map",
        DoubtText::MapTitleNone => "{0} saves nowhere on this map",
        DoubtText::MapSubtitle => {
            "What {0} saves against best in-house, the other inputs at their likely values. On the bold line the answer turns."
        }
        DoubtText::MapNow => "the plan",
        DoubtText::BandFrom => "8 in 10 from",
        DoubtText::BandTo => "to",
        DoubtText::BandSubtitle => {
            "Half of all futures lie above the line and half below; 8 in 10 lie in the shaded band around {0}."
        }
        DoubtText::BandTitle => {
            "In the middle case savings overtake the cost of moving in month {0} (eight in ten: {1} to {2})"
        }
        DoubtText::BandTitleHalf => "In the middle case savings overtake the cost of moving in month {0}",
        DoubtText::HalfMark => "middle case: month {0}",
        DoubtText::BandTitleNever => {
            "In half of all futures or more, the savings do not overtake the cost of moving"
        }
        DoubtText::ExplainTitle => "From the simulation",
        DoubtText::ExplainText => {
            "Found on {0} possible futures. In each, every range is drawn once, chance takes its course, and all options are computed month by month on the same draws; the draws follow from the seed {1}, so whoever has this scenario sees the same."
        }
        DoubtText::ExplainError => {
            "Its standard error, by which eight independent parts of the simulation differ, is {0}."
        }
        DoubtText::ExplainNoError => "It follows from the plan and the range of the input, not from draws.",
    }
}
