//! English: vendors side by side.

use super::VendorText;

pub(super) fn text(text: VendorText) -> &'static str {
    match text {
        VendorText::TitleNone => "No vendor yet",
        VendorText::TitleOneSaves => "{0} saves {1} against the best in-house option",
        VendorText::TitleOneCosts => "{0} costs {1} more than the best in-house option",
        VendorText::TitleOneNever => "{0} does not take over within the horizon",
        VendorText::TitleCheapest => "{0} is the cheapest of {1} vendors, {2} ahead of {3}",
        VendorText::TitleNever => "None of {0} vendors takes over within the horizon",
        VendorText::Subtitle => {
            "Each at likely values, doing all of the work, or all but what is best kept in-house, whichever costs less. Untick one to leave it out of every sum; it keeps its offer."
        }
        VendorText::Add => "Add a vendor",
        VendorText::Duplicate => "Duplicate",
        VendorText::DuplicateOne => "Duplicate {0}",
        VendorText::Remove => "Remove",
        VendorText::RemoveOne => "Remove {0}",
        VendorText::Removed => "{0} is removed, with its offers.",
        VendorText::SetAside => "set aside",
        VendorText::On => "Compare {0}",
        VendorText::ListCaption => "Vendors",
        VendorText::ShortSaves => "saves {0}",
        VendorText::ShortCosts => "costs {0} more",
        VendorText::ShortNever => "does not take over in time",
        VendorText::ShortNoOffer => "no offer yet",
        VendorText::PlaceUnknown => "place not known",
        VendorText::Several => "With a second vendor, their offers stand here line by line.",
        VendorText::TableTitle => "Offers line by line",
        VendorText::TableSubtitle => {
            "Beside each value, how far it is from the best. Grey is assumed, not stated; select a value to change it."
        }
        VendorText::LinesDiffer => "Where they differ",
        VendorText::LinesAll => "All lines",
        VendorText::LinesSame => "In {0} further lines all vendors stand alike.",
        VendorText::Line => "Line",
        VendorText::Best => "✓ best",
        VendorText::Behind => "{0}{1}",
        VendorText::Point => "{0} point",
        VendorText::NotRanked => "not ranked",
        VendorText::Points => "{0} points",
        VendorText::ChangeIt => "{0}, {1}: {2}. Change it.",
        VendorText::Given => "stated",
        VendorText::Open => "not stated",
        VendorText::YesWord => "yes",
        VendorText::NoWord => "no",
        VendorText::AnyNumber => "any number",
        VendorText::SameAsOwn => "as in-house",
        VendorText::Renewed => "as planned",
        VendorText::BilledEach => "each one",
        VendorText::Reckoned => "reckoned",
        VendorText::None => "–",
        VendorText::ResultsGroup => "What it comes to",
        VendorText::HiddenGroup => "What the price does not show",
        VendorText::AllPresent => "All to the vendor, present value",
        VendorText::AllSaves => "Saves against best in-house",
        VendorText::AllPayback => "Pays back",
        VendorText::AllHour => "Effective hour, once settled",
        VendorText::CorePeople => "People best kept in-house",
        VendorText::CorePresent => "With them kept, present value",
        VendorText::CoreSaves => "With them kept, saves",
        VendorText::CoreNone => "nobody",
        VendorText::FeesSettled => "Fees if settled from the first day",
        VendorText::HiddenTotal => "All of these",
        VendorText::HiddenTitle => "Beside its settled fees, {0} costs {1} more: {2} on top",
        VendorText::HiddenTitleNone => "Beside its settled fees, {0} costs nothing more",
        VendorText::HiddenSubtitle => {
            "What a quote does not show, as present value: steering, learning, distance, rework, working in parallel, moving over, leaving."
        }
        VendorText::HiddenGovernance => "Governance",
        VendorText::HiddenLearning => "Learning",
        VendorText::HiddenDistance => "Distance",
        VendorText::HiddenRework => "Rework",
        VendorText::HiddenParallel => "Working in parallel",
        VendorText::HiddenMoving => "Moving over",
        VendorText::HiddenExit => "Exit",
        VendorText::QuoteTitle => "Paste quotes from a spreadsheet",
        VendorText::QuoteSubtitle => {
            "Lines down, vendors across. You see what goes where before anything is taken over."
        }
        VendorText::QuotePaste => "Lines with their names, one column a vendor",
        VendorText::QuoteExample => {
            "Line\tAcme\tBeta\nHourly rate\t$45\t$52\nMinimum commitment\t80%\t75%\nNotice (days)\t60\t30"
        }
        VendorText::QuoteKept => {
            "Separated by tabs, semicolons or strokes; numbers as any country writes them. The text is not saved."
        }
        VendorText::QuoteEmpty => "There is nothing in it. Paste the lines of a quote.",
        VendorText::QuoteOneColumn => {
            "There is one column only. Paste the names of the lines beside the values, such as “Hourly rate” and 45."
        }
        VendorText::QuoteNothingKnown => {
            "No line is known. Name them as this page does, such as “Hourly rate”, “Minimum”, “Notice to shrink”."
        }
        VendorText::QuoteLeftOut => "Eight vendors are the most. These columns are left out: {0}.",
        VendorText::QuoteOpenMark => {
            "Numbers such as 1,234 could be read in two ways: “{0}” was taken for the decimal mark."
        }
        VendorText::QuoteRow => "Row",
        VendorText::QuoteLine => "Line of the quote",
        VendorText::QuoteGoes => "Goes to",
        VendorText::QuoteNowhere => "nowhere yet",
        VendorText::QuoteNew => "new",
        VendorText::QuoteUpdates => "has its offer changed",
        VendorText::QuoteWrongCell => "Row {0}, {1}, {2}: {3}",
        VendorText::QuoteSame => "Row {0} goes where row {1} goes already: it is left out.",
        VendorText::QuoteUnknown => {
            "Lines that go nowhere are not taken over: {0}. Choose an input, or leave them."
        }
        VendorText::QuoteFraction => "a fraction: {0}",
        VendorText::QuoteConverted => "converted",
        VendorText::QuoteMiddle => "likely: the middle",
        VendorText::QuoteRate => "One {0} in {1}",
        VendorText::QuoteRateHint => "For amounts in {0}.",
        VendorText::QuoteRateNeeded => "Amounts are in {0}. Give the exchange rate first.",
        VendorText::QuoteTake => "Take over {0} values for {1}",
        VendorText::QuoteTaken => "Taken over: {0} values. Undo takes them back.",
        VendorText::QuoteTakenRest => {
            "Taken over: {0} values; {1} lines went nowhere and stay listed here. Undo takes it back."
        }
        VendorText::QuoteNothing => "There is no value to take over yet.",
        VendorText::QuotePreview => "What goes where",
        VendorText::MustTitleNone => "Nothing is required of a vendor yet",
        VendorText::MustTitleAll => "Every vendor has what you require",
        VendorText::MustTitleOne => "{0} lacks what you require",
        VendorText::MustTitleSome => "{0} of {1} vendors lack what you require: “{2}” alone excludes {3}",
        VendorText::MustTitleNobody => "No vendor has all that you require: “{2}” alone excludes {3} of {1}",
        VendorText::MustSubtitle => {
            "What a vendor must have. One that lacks it is shown with the reason, and not ranked."
        }
        VendorText::MustZoneFirst => "Choose your own time zone to ask for common hours.",
        VendorText::MustTable => "Requirement",
        VendorText::MustHas => "has it",
        VendorText::MustStates => "What a vendor states",
        VendorText::MustStatesHint => {
            "What is left empty is not known, and counts as lacking where it is required. Its time zone is not known yet."
        }
        VendorText::MustStatesKnown => {
            "What is left empty is not known, and counts as lacking where it is required."
        }
        VendorText::ShortLacks => "lacks what you require",
        VendorText::HoursTitle => "{0} shares {1} of your day in its worst month, {2} only {3}",
        VendorText::HoursTitleOne => "{0} shares {1} of your day in its worst month",
        VendorText::HoursTitleNo => "{0} shares {1} of your day in its worst month, {2} none",
        VendorText::HoursTitleNone => "Working hours are not known yet",
        VendorText::HoursAbout => "Working hours that you and a vendor share, through the year.",
        VendorText::HoursChart => "Who works when, by your clock",
        VendorText::HoursSubtitle => {
            "Your clock is {0}. Above in winter, below in summer; shaded is your own day."
        }
        VendorText::HoursZoneFirst => {
            "Choose your own time zone under what you require, and a vendor’s under what it states."
        }
        VendorText::HoursMonth => "Month",
        VendorText::HoursUnknown => "Not drawn, as the time zone is not known: {0}.",
        VendorText::HoursShared => "{0}: {1} shared in {2}, {3} in {4}",
        VendorText::CriteriaSubtitle => {
            "What counts, in your order, and how each vendor scores on it from 0 to 100. Cost is scored by the engine."
        }
        VendorText::CriterionUp => "{0} counts more",
        VendorText::CriterionDown => "{0} counts less",
        VendorText::CriterionScores => "Scores",
        VendorText::CriterionOut => "×",
        VendorText::CriterionOutOne => "Leave out {0}",
        VendorText::CriterionIn => "+ {0}",
        VendorText::CriterionAdd => "Add a criterion of your own",
        VendorText::CriterionNew => "My criterion {0}",
        VendorText::WeightsLabel => "How criteria count",
        VendorText::WeightsByOrder => "By order",
        VendorText::WeightsByNumber => "By number",
        VendorText::WeightsOrderHint => {
            "Only the order counts: what stands higher counts at least as much. Beside each stands the mean of all weights that keep the order."
        }
        VendorText::WeightsNumberHint => "The numbers count, in proportion to each other.",
        VendorText::OfBestInHouse => "of the best in-house cost",
        VendorText::NotScored => "not scored",
        VendorText::ScoreClear => "Take the score of {0} away",
        VendorText::CardTitle => "All scores",
        VendorText::CardCounts => "Counts",
        VendorText::CardTotal => "Weighted score",
        VendorText::CardRank => "Rank",
        VendorText::ScoreWord => "Score beside cost",
        VendorText::AcceptTitle => "{0} is first under {1} of all weights",
        VendorText::AcceptTitleKept => "{0} is first under {1} of the weights that keep your order",
        VendorText::AcceptExact => {
            "Share of weights under which each vendor is first, second and so on; exact."
        }
        VendorText::AcceptError => {
            "Share of weights under which each vendor is first, second and so on; give or take {0}."
        }
        VendorText::AcceptFirst => "First",
        VendorText::RankNumber => "rank {0}",
        VendorText::EfficientTitle => {
            "{0} vendors are beaten by nobody, {1} cost more and score less than another"
        }
        VendorText::EfficientTitleOne => "{0} costs least and scores best",
        VendorText::EfficientTitleAll => "Nobody both costs less and scores better than another",
        VendorText::EfficientSubtitle => {
            "Cost of each vendor’s cheapest way against its score on all that counts but cost. Joined: those that no other beats on both."
        }
        VendorText::EfficientCost => "present value",
        VendorText::EfficientWord => "Beaten by nobody",
        VendorText::EfficientYes => "beaten by nobody",
        VendorText::EfficientNo => "another costs no more and scores no less",
        VendorText::SkillsTitleNone => "No skills are stated for this work yet",
        VendorText::SkillsTitleAll => "Every skill that the work takes is there",
        VendorText::SkillsTitle => "{0} skill-months are missing as it is; soonest closed, by month {2}: {1}",
        VendorText::SkillsTitleNever => {
            "{0} skill-months are missing, and nothing closes the gap within the horizon"
        }
        VendorText::SkillsSubtitle => {
            "Which skills the work takes, who has them, and how soon and at what cost a gap is closed."
        }
        VendorText::SkillsChart => "Skills missing over time",
        VendorText::SkillsAlike => "{0} and {1} more",
        VendorText::SkillsChartSubtitle => {
            "People with a skill who are missing in each month, all skills together, by the way of closing the gap."
        }
        VendorText::SkillsWays => "Way",
        VendorText::SkillsMissing => "Skill-months missing",
        VendorText::SkillsComplete => "Complete in",
        VendorText::SkillsCost => "Cost of closing",
        VendorText::SkillsInPrice => "in its price",
        VendorText::SkillsProductivity => "Least productivity",
        VendorText::SkillsFinish => "Project done in",
        VendorText::SkillsEffect => "Adds to present cost",
        VendorText::SkillsFromStart => "from its start",
        VendorText::SkillNew => "Skill {0}",
        VendorText::SkillAdd => "Add a skill",
        VendorText::SkillLead => "{0} has it after",
        VendorText::SkillLeadHint => "Months after its start. Leave empty if from its start.",
        VendorText::NotKnown => "not known",
        VendorText::QualityTitle => "A point more of rework costs from {0} ({1}) to {2} ({3})",
        VendorText::QualityTitleOne => "A point more of rework costs {0} ({1})",
        VendorText::QualityTitleNone => "What a point of rework costs",
        VendorText::QualitySubtitle => {
            "Quality control: work done twice, defects, and what looking for them takes, on either side."
        }
        VendorText::QualityRework => "Rework",
        VendorText::QualityPoint => "One point more costs",
        VendorText::QualityInspection => "Inspection",
        VendorText::QualityInspectionCost => "Inspecting costs",
        VendorText::QualityDefects => "Defects",
        VendorText::QualityDefectCost => "Defects cost",
        VendorText::QualityWhere => {
            "Shares of the work, and present values. Change them under “Quality control” for your own side, “Quality and distance” for a vendor’s."
        }
        VendorText::SecurityTitle => {
            "Breaches are expected to cost {0} in-house and up to {1} with a vendor ({2})"
        }
        VendorText::SecurityTitleOwn => "Breaches are expected to cost {0} in-house",
        VendorText::SecurityTitleNone => "How often a breach happens, and what it costs, is not stated yet",
        VendorText::SecurityAsk => {
            "How often a breach happens and what one costs is yours to say: no default would be honest."
        }
        VendorText::SecurityState => "State it",
        VendorText::SecuritySubtitle => "Breaches, controls, recovery and fines, on either side.",
        VendorText::SecurityFrequency => "Breaches a year",
        VendorText::SecurityImpact => "Cost of one, with the uplift of a third party",
        VendorText::SecurityYearly => "Expected in a year, before indexation",
        VendorText::SecurityBreach => "Expected, present value",
        VendorText::SecurityControls => "Controls and audits a year",
        VendorText::SecurityPoint => "Data lost at worst (RPO)",
        VendorText::SecurityTime => "Time to restore (RTO)",
        VendorText::SecurityLost => "Lost data, present value",
        VendorText::FineCeiling => "A fine could be at most",
        VendorText::FineNote => {
            "That is a ceiling by law or contract, not an expectation: it is in no sum on this page."
        }
        VendorText::FineNone => {
            "No ceiling of fines is stated. Under the GDPR, Art. 83(5), it is €20 million or 4% of turnover, whichever is more. It is a ceiling, and in no sum."
        }
        VendorText::SteeringTitle => {
            "Steering {0} takes {1} a year beside the share of fees, and every task has an owner"
        }
        VendorText::SteeringTitleOpen => {
            "Steering {0} takes {1} a year beside the share of fees; {2} tasks have no owner yet"
        }
        VendorText::SteeringSubtitle => {
            "The governance plan: roles kept, meetings, journeys, service levels, exit. It prints as a checklist."
        }
        VendorText::SteeringWhat => "What",
        VendorText::SteeringOwner => "Who",
        VendorText::SteeringOften => "How often",
        VendorText::SteeringYearly => "A year",
        VendorText::SteeringLedger => "With the share of fees for managing the contract, the ledger books",
        VendorText::SteeringOver => "for governance over {0}.",
        VendorText::TimesYearly => "{0} × a year",
        VendorText::OwnerOf => "Who: {0}",
        VendorText::OwnerNone => "nobody named yet",
        VendorText::AddRole => "Add a role",
        VendorText::AddMeeting => "Add a meeting",
        VendorText::AddTrip => "Add a journey",
        VendorText::UsualRole => "Service manager",
        VendorText::UsualMeeting => "Monthly review",
        VendorText::UsualTrip => "Visit to the vendor",
        VendorText::ChecklistTitle => "Steering {0}: checklist",
        VendorText::PlacesTitle => "What is known of the places",
        VendorText::PlacesNowhere => "no source collected gives it for any of these places",
        VendorText::PlacesSubtitle => {
            "Currency, pay, rates and holidays of where you and the vendors work, each with its source."
        }
        VendorText::PlacesNone => "No place or time zone is stated yet.",
        VendorText::PlacesYou => "you",
        VendorText::PlacesNet => ", net",
        VendorText::PlacesRate => "${1} an hour ({0}–{2})",
        VendorText::PlacesPlace => "Place",
        VendorText::PlacesCurrency => "Currency",
        VendorText::PlacesMoves => "Moves against the dollar, a year",
        VendorText::PlacesPay => "Published pay",
        VendorText::PlacesRates => "Development rates",
        VendorText::PlacesCharges => "Employer’s charges",
        VendorText::PlacesHours => "Hours worked a year",
        VendorText::PlacesLeave => "Days of leave",
        VendorText::PlacesHolidays => "Public holidays",
        VendorText::PlacesGrowth => "Pay growth",
        VendorText::PlacesTax => "Corporate tax",
        VendorText::FigureFirst => "share of weights under which it is first",
        VendorText::FigureRank => "share of weights under which it has rank {0}",
        VendorText::FigureScore => "score on “{0}”",
        VendorText::FigureCounts => "What “{0}” counts",
        VendorText::FigureLeast => "the least that “{0}” counts where it is first",
        VendorText::FigureMost => "the most that “{0}” counts where it is first",
        VendorText::FigureFrom => "what “{0}” must count for it to be first, the rest in proportion",
        VendorText::FigureUpTo => "what “{0}” may count for it to be first, the rest in proportion",
        VendorText::FigureHours => "common hours, {0}",
        VendorText::FigureMissing => "people with a skill missing, {0}",
        VendorText::FigureProductivity => "productivity left, {0}",
        VendorText::HowShares => "counted over {0} sets of weights, spread evenly over all that are allowed",
        VendorText::HowSharesExact => "the exact share of all weights that are allowed",
        VendorText::HowSpans => {
            "the least or the most among all weights that keep your order and put this vendor first, by a linear program"
        }
        VendorText::HowAlone => {
            "where the vendors’ totals meet as this weight moves and the others keep their proportions"
        }
        VendorText::HowMean => {
            "the mean of all weights that keep your order; criteria of one place share theirs"
        }
        VendorText::HowHours => {
            "the mean over the working days of the month, by both clocks with their summer time"
        }
        VendorText::HowWorst => {
            "the least of the twelve months’ means, by both clocks with their summer time"
        }
        VendorText::HowAgain => "the engine run again with this change",
        VendorText::AboveNear => "People missing in the months around it:",
    }
}
