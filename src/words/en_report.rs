//! English: the sentences of the report.

use super::ReportText;

pub(super) fn text(text: ReportText) -> &'static str {
    match text {
        ReportText::CoreNobody => "Nobody kept, all outsourced, saves",
        ReportText::CoreNobodyDearer => "Nobody kept, all outsourced, costs more by",
        ReportText::CoreBestDearer => "{0} people kept cost more by",
        ReportText::CoreEverybodyDearer => "{0} people, all of the work in-house, cost more by",
        ReportText::CoreBest => "{0} people kept save",
        ReportText::CoreEverybody => "{0} people, all of the work in-house, save",
        ReportText::StoredTitle => "{0} grows to {1} TB, {2} with its copies",
        ReportText::StoredSubtitle => "Terabytes held by month, and stored with every copy.",
        ReportText::LossesTitle => "What is lost, and guarding against it, costs {0} in-house",
        ReportText::LossesTitleVendor => {
            "What is lost, and guarding against it, costs {0} in-house, {1} with {2}"
        }
        ReportText::LossesSubtitle => {
            "Downtime, lost data, defects and breaches expected over {0} months, and the controls in-house; present value."
        }
        ReportText::StoredHeld => "held",
        ReportText::StoredCopies => "with copies",
        ReportText::CoreTitle => "Keeping {0} people saves most: {1} more than sending everything",
        ReportText::CoreTitleBeside => {
            "Keeping {0} people saves most: {1} more than sending everything, {2} more than keeping {3}"
        }
        ReportText::CoreTitleNobody => "Every person kept costs: sending everything to {0} saves most",
        ReportText::CoreTitleEverybody => "Every person sent away costs: keeping everybody saves most",
        ReportText::CoreSubtitle => {
            "Present savings against best in-house by the number of people kept for {0}; {1} does the rest, and the team follows demand up to that number."
        }
        ReportText::CoreLine => "{0} people kept",
        ReportText::CoreMark => "best: {0}",
        ReportText::CoreRule => {
            "A person fewer saves {0} a month, the same work from {2} costs {1}: keep a person while they are needed more than {3} of the time."
        }
        ReportText::CoreRuleNever => {
            "A person fewer saves {0} a month, the same work from {2} costs {1}: nobody is worth keeping, however steady the work."
        }
        ReportText::CoreKeep => "Keep {0} people in the split",
        ReportText::PeopleWord => "people",
        ReportText::ScaleTitle => {
            "In the busiest month, {0}, {1} does {2} of the work in time, best in-house {3}"
        }
        ReportText::ScaleTitleProject => "How each way bears a larger or smaller project",
        ReportText::ScaleTitleAll => "The busiest month, {0}, is met whichever way",
        ReportText::ScaleTitleNone => "In the busiest month, {0}, {1} of the work is done in time in-house",
        ReportText::ScaleSubtitle => {
            "What grows and shrinks with demand, and how fast. Elasticity is the change of cost ÷ the change of demand. Surprises are met as late as lead and notice make it."
        }
        ReportText::DeskTitle => "{0} needs {1} to {2} agents through the week",
        ReportText::DeskSubtitle => {
            "Agents who must be there to answer in time, by hour from Monday 0:00 (Erlang C), in month 1."
        }
        ReportText::DeskLine => "agents",
        ReportText::HourWord => "hour",
        ReportText::LeftTitle => "{0} is done first, in month {1}, with: {2}",
        ReportText::LeftTitleNever => "{0} is not done within the horizon",
        ReportText::LeftSubtitle => "Hours of work left at the end of each month.",
        ReportText::LevelFinding => "At worst, {0} of a month’s work is done in time ({1})",
        ReportText::LevelFindingNone => "All work is done in time, whichever way",
        ReportText::TeamFinding => "From {0} people today to {1} in the end ({2})",
        ReportText::NeededTitleNever => "Even a person needed all the time costs more than the vendor",
        ReportText::LevelTitle => "Work done in time",
        ReportText::LevelSubtitle => "Share of each month’s work that neither waits nor is lost.",
        ReportText::TeamTitle => "People employed",
        ReportText::TeamSubtitle => "Your own people by month; the vendor’s are not among them.",
        ReportText::ScaleMeasure => "Under change",
        ReportText::ScaleLate => "Work done late or never",
        ReportText::ScaleStrained => "Work done by overtime and contractors",
        ReportText::ScaleFinish => "The project is done in",
        ReportText::ScaleStaffing => "Your own people",
        ReportText::ScaleGrow => "Until {0} more can be done",
        ReportText::ScaleNever => "never",
        ReportText::ScaleExtra => "Costs more if {0}",
        ReportText::ScaleElasticity => "Elasticity of cost if {0}",
        ReportText::StripTitle => "What if …",
        ReportText::StripSubtitle => {
            "Drag, and everything below follows; your plan stays as it is. The peak is {0} more work for {1}, the slump {2} less from the middle on; both come as a surprise."
        }
        ReportText::StripDemand => "Demand:",
        ReportText::StripPeak => "A peak from:",
        ReportText::StripSlump => "A slump of:",
        ReportText::StripNone => "none",
        ReportText::StripAsPlanned => "as planned",
        ReportText::StripBack => "Back to the plan",
        ReportText::StripTake => "Put it into the plan",
        ReportText::NeededTitle => "{0} people are needed more than {1} of the time",
        ReportText::NeededSubtitle => {
            "Share of the time in which each person, counted from the first, is needed once the vendor is there."
        }
        ReportText::NeededLine => "needed",
        ReportText::NeededRule => "worth keeping above",
        ReportText::PersonWord => "person",
        ReportText::MonthlyTitle => "Month by month, the best core found has {0} to {1} people",
        ReportText::MonthlyTitleSteady => "Month by month, the best core found has {0} people",
        ReportText::MonthlySubtitle => {
            "People to keep where hiring, releasing and learning cost money and take time; the vendor does the rest."
        }
        ReportText::MonthlyLine => "kept",
        ReportText::DemandTitle => "Demand",
        ReportText::DemandNothing => "There is no demand",
        ReportText::DemandSteady => "Demand is steady",
        ReportText::DemandGrows => "Demand grows by {0} over {1} months",
        ReportText::DemandShrinks => "Demand shrinks by {0} over {1} months",
        ReportText::DemandPeaks => "Demand peaks in {0} at {1} above its mean",
        ReportText::DemandPeaksYearly => "Demand peaks every {0} at {1} above its mean",
        ReportText::DemandLow => "Demand is lowest in {0}, {1} below its mean",
        ReportText::DemandLowYearly => "Demand is lowest every {0}, {1} below its mean",
        ReportText::DemandSubtitle => "In {0}.",
        ReportText::DemandSubtitleShocks => "In {0}. The band holds 8 months in 10.",
        ReportText::DemandHours => "hours a month",
        ReportText::DemandContacts => "contacts a month",
        ReportText::DemandTerabytes => "terabytes held",
        ReportText::DemandReader => "Month to read",
        ReportText::DemandIn => "{0}: {1} {2}",
        ReportText::DemandInShocks => "{0}: {1} {2}, 8 in 10 from {3} to {4}",
        ReportText::DemandGrowth => "Growth",
        ReportText::DemandSpread => "Shocks",
        ReportText::DemandPersistence => "Persistence of shocks",
        ReportText::MonthOfYear => "{0} {1}",
        ReportText::EntryBounds => "This is out of bounds. Give a value from {0} to {1}.",
        ReportText::EntryEmpty => "This is needed. Give a number.",
        ReportText::SeasonTitle => "Season",
        ReportText::SeasonHint => {
            "Factors average 1: when one moves, the others keep their proportions and make up for it."
        }
        ReportText::SeasonAbove => "{0}: {1} above the average month",
        ReportText::SeasonBelow => "{0}: {1} below the average month",
        ReportText::SeasonAverage => "{0}: an average month",
        ReportText::EventsTitle => "Peaks and slow periods",
        ReportText::EventsHint => {
            "Drag a span on the chart to move it, its end to lengthen it, the dot on the line to size it."
        }
        ReportText::EventsNone => "None yet. What is added can be dragged on the chart.",
        ReportText::EventNumber => "Event {0}",
        ReportText::EventStart => "Start of {0}",
        ReportText::EventLength => "Length of {0}",
        ReportText::EventSize => "Size of {0}",
        ReportText::EventName => "Event",
        ReportText::EventFrom => "From month",
        ReportText::EventMonths => "Lasts",
        ReportText::EventUplift => "Adds",
        ReportText::EventSurprise => "Comes as a surprise",
        ReportText::EventRemove => "Remove {0}",
        ReportText::EventAddPeak => "Add a peak",
        ReportText::EventAddSlump => "Add a slow period",
        ReportText::EventPeak => "Peak",
        ReportText::EventSlump => "Slow period",
        ReportText::PastTitle => "From your history",
        ReportText::PastSubtitle => {
            "Paste monthly values, see what is behind them, and take that as the demand."
        }
        ReportText::PastPaste => "One value a month, with or without dates; or drop a file here",
        ReportText::PastExample => "2025-01\t1,204\n2025-02\t1,310\n…",
        ReportText::PastKept => {
            "Any separators and decimal marks. It stays on this page until you close it: it is not saved, and not sent anywhere."
        }
        ReportText::PastFile => "Choose a file",
        ReportText::PastPartial => "The last month is not over",
        ReportText::PastLast => "Month of the last value",
        ReportText::PastEmpty => "There is no value in it. Paste a column of numbers.",
        ReportText::PastNotANumber => "Row {0}: “{1}” is no number. Correct it, or leave it empty for a gap.",
        ReportText::PastNegative => {
            "Row {0}: {1} is below zero, which demand cannot be. Correct it, or leave it empty for a gap."
        }
        ReportText::PastNotADate => "Row {0}: “{1}” is no date. Write it as 2026-03, or take the dates away.",
        ReportText::PastMoreColumns => {
            "Row {0}: “{1}” is a third column. Paste a column of dates and one of values, or values alone."
        }
        ReportText::PastMonthTwice => "Row {0}: {1} comes a second time. Give one value a month.",
        ReportText::PastTooLong => {
            "From first to last it is {0} months, more than {1}: a date may be mistyped."
        }
        ReportText::PastTooShort => {
            "{0} months are too few. At least {1} are needed for level and growth, {2} for a season."
        }
        ReportText::PastUnsettled => {
            "These values settle no level and growth: all, or all but one, are zero."
        }
        ReportText::PastError => "± {0} {1}",
        ReportText::PastMean => {
            "They average {0}: each is divided by that when the fit is used, and in the chart."
        }
        ReportText::PastUse => "Use this fit",
        ReportText::PastUsed => "In use. Undo takes it back.",
        ReportText::PastBase => "Demand in month 1",
        ReportText::PastGrew => "Demand grew by {0} a year; months stray {1} from the pattern",
        ReportText::PastShrank => "Demand shrank by {0} a year; months stray {1} from the pattern",
        ReportText::PastSteady => "Demand neither grew nor shrank; months stray {1} from the pattern",
        ReportText::PastChartSubtitle => {
            "In {0}. Points are your history, the line is its fit, dashed over the plan."
        }
        ReportText::PastPlan => "plan",
        ReportText::PastColumn => "History",
        ReportText::FitColumn => "Fit",
        ReportText::NoteHeader => "“{0}” was taken for a header.",
        ReportText::NoteDecimal => {
            "Numbers such as 1,234 could be read in two ways: “{0}” was taken for the decimal mark."
        }
        ReportText::NoteDayFirst => {
            "Dates such as 03/04/2026 could be read in two ways: the day was taken to stand first."
        }
        ReportText::NoteSorted => "Rows were not in order of time and have been sorted.",
        ReportText::NoteRow => "row {0}",
        ReportText::NoteGaps => "Gaps, passed over by the fit: {0}.",
        ReportText::NotePartial => "Row {0} was left out: its month is not a whole one yet.",
        ReportText::NoteSpan => "{0} months, from {1} to {2}.",
        ReportText::NoteNoSeason => {
            "Too short for a season: {0} values, two of each month, are needed. Using this fit takes a stated season away."
        }
        ReportText::NoteLevels => {
            "Some values are zero, so the fit is on the values themselves instead of their logarithms."
        }
        ReportText::WhatIfTitle => "{0} is cheaper in {1} of {2} cases that go differently",
        ReportText::WhatIfTitleAll => "{0} is cheaper whichever of these goes differently",
        ReportText::WhatIfSubtitle => {
            "Each row changes one thing and plans everything anew. Present values; today’s team is shown with its size fixed."
        }
        ReportText::WhatIfCase => "What if",
        ReportText::WhatIfFixed => "As it is today, fixed",
        ReportText::WhatIfSaves => "Saves",
        ReportText::WhatIfNoSwitch => "does not take over within the horizon",
        ReportText::IfDemandFalls => "demand is {0} lower",
        ReportText::IfDemandRises => "demand is {0} higher",
        ReportText::IfPeak => "demand peaks: {0} higher for {1} half-way",
        ReportText::IfSlump => "demand slumps: {0} lower for {1} half-way",
        ReportText::IfProductivity => "the vendor works at {0} of the pace stated",
        ReportText::IfPrice => "the vendor charges {0} more",
        ReportText::IfCurrencyRises => "the contract’s currency gains {0}",
        ReportText::IfCurrencyFalls => "the contract’s currency loses {0}",
        ReportText::IfMoreLeave => "twice as many people leave",
        ReportText::IfFewerLeave => "half as many people leave",
        ReportText::IfDelayed => "the vendor starts {0} months later",
        ReportText::Back => "Back",
        ReportText::SavingsTitleBack => "Savings overtake the cost of moving in month {0}",
        ReportText::SavingsTitleNever => "Savings do not make up for the cost of moving",
        ReportText::SavingsTitleAtOnce => "Savings start at once",
        ReportText::SavingsSubtitle => "Cumulative savings against best in-house, undiscounted.",
        ReportText::PaidBackMark => "paid back in month {0}",
        ReportText::CostTitle => "{0} of the in-house bill is not pay",
        ReportText::CostSubtitle => "Present value over {0} months, by what it is spent on.",
        ReportText::LedgerTitle => "Month by month",
        ReportText::LedgerSubtitle => "{0}. Select any figure to see how it came about.",
        ReportText::LedgerCategory => "Cost",
        ReportText::LedgerTotal => "Total",
        ReportText::LedgerAllMonths => "All {0} months",
        ReportText::LedgerYear => "Year {0}",
        ReportText::LedgerYears => "{0}, year by year",
        ReportText::LedgerOption => "Option",
        ReportText::MeasuresTitle => "The measures of finance",
        ReportText::MeasuresSubtitle => {
            "Each names its basis. Savings are against best in-house; budget savings against today."
        }
        ReportText::MeasuresAgainst => "Budget saved against today, present value",
        ReportText::MeasuresMeasure => "Measure",
        ReportText::NotDefined => "not defined",
        ReportText::NotWithinHorizon => "not within the horizon",
        ReportText::AtOnce => "at once",
        ReportText::SeveralRates => "several: {0}",
        ReportText::NoRate => "no meaningful one",
        ReportText::BreakEvenTitle => "What would turn the answer",
        ReportText::BreakEvenSubtitle => {
            "The value of one input, all else as it is, at which {0} saves nothing against best in-house."
        }
        ReportText::BreakEvenInput => "Input",
        ReportText::BreakEvenNow => "Now",
        ReportText::BreakEvenTurns => "Turns at",
        ReportText::BreakEvenNone => "none within its bounds",
        ReportText::BreakEvenIndifferent => "makes no difference",
        ReportText::BreakEvenAny => "Another input",
        ReportText::BreakEvenFromTo => "from {0} to {1}",
        ReportText::TurnsAbove => "It turns if {0} passes {1} (now {2}).",
        ReportText::TurnsBelow => "It turns if {0} falls below {1} (now {2}).",
        ReportText::TurnsNowhere => "None of the main inputs turns it alone.",
        ReportText::TurnsTitleAbove => "The answer turns if {0} passes {1}, from {2} now",
        ReportText::TurnsTitleBelow => "The answer turns if {0} falls below {1}, from {2} now",
        ReportText::TurnsPrice => "{0}’s price",
        ReportText::TurnsProductivity => "{0}’s productivity",
        ReportText::TurnsPay => "pay per person",
        ReportText::TurnsPeople => "the number of people today",
        ReportText::TurnsGrowth => "growth of demand",
        ReportText::TurnsOther => "“{0}”",
        ReportText::TurnsInService => "{0} in {1}",
        ReportText::AssumptionsTitle => "What it rests on",
        ReportText::AssumptionsSubtitle => {
            "Every input with its source. Grades: A official, B survey, C analyst, D vendor, J our judgement; 2: as quoted."
        }
        ReportText::AssumptionInput => "Input",
        ReportText::AssumptionValue => "Value",
        ReportText::AssumptionSource => "Source",
        ReportText::AssumptionGrade => "Grade",
        ReportText::AssumptionOrigin => "From",
        ReportText::AssumptionYours => "yours",
        ReportText::AssumptionDefault => "default",
        ReportText::AssumptionTemplate => "template",
        ReportText::AssumptionAbsent => "left out",
        ReportText::ExplainTitle => "Where this comes from",
        ReportText::ExplainSum => "It is the sum of",
        ReportText::ExplainInputs => "The inputs in it",
        ReportText::ExplainPayback => {
            "Cumulative savings by month: it is where they pass zero for good, between two months by a straight line. Elsewhere it is told by the month that it falls in."
        }
        ReportText::SavedIn => "saved in {0}",
        ReportText::SavedUntil => "saved until {0}, undiscounted",
        ReportText::SavedNominal => "Undiscounted saving",
        ReportText::ExplainInternalRate => {
            "Savings by month. The rate is the yearly one at which they are worth nothing today; no other is above −90%."
        }
        ReportText::ExplainModifiedRate => {
            "Savings by month. The rate is the yearly one that turns what is paid in, at the discount rate, into what comes back, put out at that rate to the end."
        }
        ReportText::ExplainComputed => "worked out month by month",
        ReportText::ExplainMonth => "Month {0}",
        ReportText::ExplainShared => "Shared by a vendor’s services",
        ReportText::ExplainService => "Service: {0}",
        ReportText::ExplainGo => "Go to the field",
        ReportText::ExplainRunRate => {
            "The recurring entries of the last 12 months: the reference’s less this option’s."
        }
        ReportText::MonthWord => "month",
        ReportText::TableBehind => "The numbers",
        ReportText::Decision => "now",
        ReportText::Damaged => {
            "A saved scenario cannot be read: what this browser holds of it is damaged. It stays as it is until you delete it; exported, it may still be mended."
        }
    }
}
