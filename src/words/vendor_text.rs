//! The keys of what the report says of vendors.

texts! {
    /// A word or sentence about vendors.
    VendorText {
        TitleNone, TitleOneSaves, TitleOneCosts, TitleOneNever, TitleCheapest, TitleNever, Subtitle,
        Add, Duplicate, Remove, Removed, SetAside, On, ListCaption, ShortSaves, ShortCosts, ShortNever, ShortNoOffer, PlaceUnknown,
        DuplicateOne, RemoveOne,
        Several, TableTitle, TableSubtitle, LinesDiffer, LinesAll, LinesSame, Line, Best, Behind, Point, Points, NotRanked, ChangeIt, Given, Open, YesWord, NoWord, AnyNumber,
        SameAsOwn, Renewed, BilledEach, Reckoned, None,
        ResultsGroup, HiddenGroup, AllPresent, AllSaves, AllPayback, AllHour, CorePeople, CorePresent, CoreSaves, CoreNone, FeesSettled,
        HiddenTotal, HiddenTitle, HiddenTitleNone, HiddenSubtitle,
        HiddenGovernance, HiddenLearning, HiddenDistance, HiddenRework, HiddenParallel, HiddenMoving, HiddenExit,
        QuoteTitle, QuoteSubtitle, QuotePaste, QuoteExample, QuoteKept, QuoteEmpty, QuoteOneColumn, QuoteNothingKnown, QuoteLeftOut,
        QuoteOpenMark, QuoteRow, QuoteLine, QuoteGoes, QuoteNowhere, QuoteNew, QuoteUpdates, QuoteWrongCell, QuoteSame, QuoteUnknown,
        QuoteFraction, QuoteConverted, QuoteMiddle, QuoteRate, QuoteRateHint, QuoteRateNeeded, QuoteTake, QuoteTaken, QuoteTakenRest, QuoteNothing, QuotePreview,
        MustTitleNone, MustTitleAll, MustTitleOne, MustTitleSome, MustTitleNobody, MustSubtitle, MustZoneFirst, MustTable, MustHas,
        MustStates, MustStatesHint, MustStatesKnown, ShortLacks,
        HoursTitle, HoursTitleOne, HoursTitleNo, HoursTitleNone, HoursAbout, HoursChart, HoursSubtitle, HoursMonth, HoursUnknown, HoursZoneFirst, HoursShared,
        CriteriaSubtitle, CriterionUp, CriterionDown, CriterionScores, CriterionOut, CriterionOutOne, CriterionIn, CriterionAdd, CriterionNew,
        WeightsLabel, WeightsByOrder, WeightsByNumber, WeightsOrderHint, WeightsNumberHint, OfBestInHouse, NotScored, ScoreClear, ScoreWord, CardTitle, CardCounts, CardTotal, CardRank,
        AcceptTitle, AcceptTitleKept, AcceptExact, AcceptError, AcceptFirst, RankNumber,
        EfficientTitle, EfficientTitleOne, EfficientTitleAll, EfficientSubtitle, EfficientCost, EfficientWord, EfficientYes, EfficientNo,
        SkillsTitleNone, SkillsTitleAll, SkillsTitle, SkillsTitleNever, SkillsSubtitle, SkillsChart, SkillsChartSubtitle, SkillsAlike, SkillsWays, SkillsMissing,
        SkillsComplete, SkillsCost, SkillsInPrice, SkillsProductivity, SkillsFinish, SkillsEffect, SkillsFromStart, SkillNew, SkillAdd, SkillLead, SkillLeadHint,
        NotKnown, QualityTitle, QualityTitleOne, QualityTitleNone, QualitySubtitle, QualityRework, QualityPoint, QualityInspection, QualityInspectionCost, QualityDefects,
        QualityDefectCost, QualityWhere,
        SecurityTitle, SecurityTitleOwn, SecurityTitleNone, SecuritySubtitle, SecurityFrequency, SecurityImpact, SecurityYearly, SecurityBreach, SecurityControls,
        SecurityPoint, SecurityTime, SecurityLost, SecurityAsk, SecurityState, FineCeiling, FineNote, FineNone,
        SteeringTitle, SteeringTitleOpen, SteeringSubtitle, SteeringWhat, SteeringOwner, SteeringOften, SteeringYearly, SteeringLedger, SteeringOver,
        TimesYearly, OwnerOf, OwnerNone, AddRole, AddMeeting, AddTrip, UsualRole, UsualMeeting, UsualTrip, ChecklistTitle,
        PlacesTitle, PlacesSubtitle, PlacesNone, PlacesNowhere, PlacesYou, PlacesNet, PlacesRate, PlacesPlace, PlacesCurrency, PlacesMoves, PlacesPay, PlacesRates, PlacesCharges,
        PlacesHours, PlacesLeave, PlacesHolidays, PlacesGrowth, PlacesTax,
        FigureFirst, FigureRank, FigureScore, FigureCounts, FigureLeast, FigureMost, FigureFrom, FigureUpTo, FigureHours, FigureMissing,
        FigureProductivity,
        HowShares, HowSharesExact, HowSpans, HowAlone, HowMean, HowHours, HowWorst, HowAgain, AboveNear,
    }
}
