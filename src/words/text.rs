//! The keys of the words, apart for each of the programs that say them: what only one of them says weighs nothing in the others.

macro_rules! texts {
    ($(#[$meta:meta])* $kind:ident { $($name:ident),+ $(,)? }) => {
        $(#[$meta])*
        #[allow(missing_docs, reason = "the name is what it says; the words stand in each language")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $kind { $($name),+ }

        impl $kind {
            /// All keys.
            pub const ALL: &'static [$kind] = &[$($kind::$name),+];
        }
    };
}

texts! {
    /// A word or sentence of the page.
    Text {
    Title, SkipToAnswer, Undo, Redo, CopyLink, LinkCopied, LinkTooLong, Export, Import, Print, Close,
    SixQuestions, WhoInstead, ChoosePlace, PlaceSets, NoVendorYet,
    VendorShown, ServiceShown, RemoveEntry, NoSeason, Empty, Low, Likely, High, UnderstoodAs, MakeRange, OneNumber, RangeMeaning,
    RangeShape, RangeSource, RangeUse, LikelyPlan, AsIs, BestInHouse, Outsourced,
    Split, BestCore, BestMix, KeepingInHouse, CardHour, CardUnit, CardDelivered, CardSaves, CardDearer, CardSame,
    CardReference, CardNotSwitching, CardDisqualified, CardPayback, MoreOptions, DefaultsNote, LibraryTitle, LibraryTemplates,
    LibrarySaved, LibraryOpen, LibraryDuplicate, LibraryRename, LibraryDelete, LibraryDeleteAll,
    LibraryNew, LibraryEmpty, DeletedToast, DeletedAllToast, ReportMissing, Untitled, CopyOf, LinkBanner,
    LinkKeep, LinkLeave, LinkDamaged, LinkNewer, LinkUnknown, NotSaved, FileBad, FileOther, FileProblems,
    ModelNewer, OtherTab, Footer, Problems, LastGood,
    }
}

texts! {
    /// A word or sentence of the report.
    ReportText {
        ExplainInternalRate, ExplainPayback, SavedNominal, SavedIn, SavedUntil, ExplainModifiedRate,
        CoreNobody, CoreNobodyDearer, CoreBest, CoreBestDearer, CoreEverybody, CoreEverybodyDearer, StoredTitle, StoredSubtitle, StoredHeld, StoredCopies, LossesTitle, LossesTitleVendor, LossesSubtitle, CoreTitle, CoreTitleBeside, CoreTitleNobody, CoreTitleEverybody, CoreSubtitle, CoreLine, CoreMark, CoreRule, CoreRuleNever, CoreKeep,
        PeopleWord,
        ScaleTitle, ScaleTitleProject, ScaleTitleAll, ScaleTitleNone, ScaleSubtitle, DeskTitle, DeskSubtitle, DeskLine, HourWord, LeftTitle, LeftTitleNever, LeftSubtitle, LevelTitle, LevelFinding, LevelFindingNone, TeamFinding, NeededTitleNever, LevelSubtitle, TeamTitle, TeamSubtitle, ScaleMeasure, ScaleLate, ScaleStrained, ScaleFinish, ScaleStaffing, ScaleGrow, ScaleNever, ScaleExtra, ScaleElasticity, StripTitle, StripSubtitle, StripDemand, StripPeak, StripSlump, StripNone, StripAsPlanned, StripBack, StripTake, NeededTitle, NeededSubtitle, NeededLine, NeededRule, PersonWord, MonthlyTitle, MonthlyTitleSteady, MonthlySubtitle, MonthlyLine,
        DemandTitle, DemandNothing, DemandSteady, DemandGrows, DemandShrinks, DemandPeaks, DemandPeaksYearly, DemandLow,
        DemandLowYearly, DemandSubtitle, DemandSubtitleShocks, DemandHours, DemandContacts, DemandTerabytes, DemandReader,
        DemandIn, DemandInShocks, DemandGrowth, DemandSpread, DemandPersistence, MonthOfYear, EntryBounds, EntryEmpty,
        SeasonTitle, SeasonHint, SeasonAbove, SeasonBelow, SeasonAverage, EventsTitle, EventsHint, EventsNone, EventNumber,
        EventStart, EventLength, EventSize, EventName, EventFrom, EventMonths, EventUplift, EventSurprise, EventRemove,
        EventAddPeak, EventAddSlump, EventPeak, EventSlump, PastTitle, PastSubtitle, PastPaste, PastExample, PastKept, PastFile,
        PastPartial, PastLast, PastEmpty, PastNotANumber, PastNegative, PastNotADate, PastMoreColumns, PastMonthTwice,
        PastTooLong, PastTooShort, PastUnsettled, PastError, PastMean, PastUse, PastUsed, PastBase, PastGrew, PastShrank,
        PastSteady, PastChartSubtitle, PastPlan, PastColumn, FitColumn, NoteHeader, NoteDecimal, NoteDayFirst, NoteSorted,
        NoteRow, NoteGaps, NotePartial, NoteSpan, NoteNoSeason, NoteLevels,
        WhatIfTitle, WhatIfTitleAll, WhatIfSubtitle, WhatIfCase, WhatIfFixed, WhatIfSaves, WhatIfNoSwitch, IfDemandFalls,
        IfDemandRises, IfPeak, IfSlump, IfProductivity, IfPrice, IfCurrencyRises, IfCurrencyFalls, IfMoreLeave, IfFewerLeave, IfDelayed,
    Back, SavingsTitleBack, SavingsTitleNever, SavingsTitleAtOnce, SavingsSubtitle, PaidBackMark,
    CostTitle, CostSubtitle, LedgerTitle, LedgerSubtitle, LedgerCategory, LedgerTotal, LedgerAllMonths,
    LedgerYear, LedgerYears, LedgerOption, MeasuresTitle, MeasuresSubtitle, MeasuresAgainst, MeasuresMeasure,
    NotDefined, NotWithinHorizon, AtOnce, SeveralRates, NoRate, BreakEvenTitle, BreakEvenSubtitle,
    BreakEvenInput, BreakEvenNow, BreakEvenTurns, BreakEvenNone, BreakEvenIndifferent, BreakEvenAny,
    BreakEvenFromTo, TurnsAbove, TurnsBelow, TurnsNowhere, TurnsTitleAbove, TurnsTitleBelow, TurnsPrice, TurnsProductivity,
    TurnsPay, TurnsGrowth, TurnsPeople, TurnsOther, TurnsInService, AssumptionsTitle, AssumptionsSubtitle, AssumptionInput, AssumptionValue,
    AssumptionSource, AssumptionGrade, AssumptionOrigin, AssumptionYours, AssumptionDefault,
    AssumptionTemplate, AssumptionAbsent, ExplainTitle, ExplainSum, ExplainInputs, ExplainComputed,
    ExplainMonth, ExplainShared, ExplainService, ExplainGo, ExplainRunRate, MonthWord, TableBehind,
    Decision, Damaged,
    }
}

texts! {
    /// A word or sentence of the further inputs, which the report shows.
    RefineText {
        Refine, NeedsAttention, AddVendor, RemoveVendor, AddService, RemoveService, AddEntry, UseSeason, Basics,
        ServicesAndVendors, Vendors, Contents, Costs, Demand, Doubt, BreakEven, Cores, Scale, WhatIf, Measures, Ledger, Assumptions,
    }
}

texts! {
    /// A word or sentence of the report about doubt.
    DoubtText {
        Sure, SureOther, Between, PlanMore, PlanLess, FirmUp, FirmNothing, NoRanges,
        NoRangesYet, PutSourced, Below, Above, And, Chance, PanelTitle, Status,
        StatusHere, Working, Failed, ClampedBounds, ClampedTransition, NothingTitle, NothingSubtitle, OptionsTitle,
        Option, Cheapest, Saves, MeanSaved, P5, P10, P50, P90,
        P95, Regret, Delivered, Idle, LosesTitle, AlwaysTitle, SpreadSubtitle, MeanMark,
        SavedHead, ShareHead, Never, ByMonth, PaybackTitle, PaybackTitleAll, PaybackTitleNever, PaybackSubtitle,
        TornadoTitle, TornadoTitleNone, TornadoSubtitle, Input, AtP10, AtP90, WorthTitle, WorthTitleNone,
        WorthSubtitle, WorthHead, AskIndices, IndicesTitle, IndicesSubtitle, Total, First, CrossingTitle,
        CrossingNone, LikelyHead, TurnsHead, CrossingHead, AskMap, MapAcross, MapUp, MapSame,
        MapTitle, MapTitleAll, MapTitleNone, MapSubtitle, MapNow, BandFrom, BandTo, BandSubtitle,
        BandTitle, BandTitleHalf, BandTitleNever, HalfMark, ExplainTitle, ExplainText, ExplainError, ExplainNoError,
    }
}

texts! {
    /// A word or sentence that stands in `index.html`, read before any program runs, or when none does.
    StaticText {
        DocumentTitle, DocumentDescription, Brand, FirstQuestion, FirstLead, ScriptsOff, FaultTitle, FaultLead,
        FaultReload, FaultDownload, FaultOldBrowser, FaultNoStart,
    }
}
