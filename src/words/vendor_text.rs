//! The keys of what the report says of vendors.

texts! {
    /// A word or sentence about vendors.
    VendorText {
        TitleNone, TitleOneSaves, TitleOneCosts, TitleOneNever, TitleCheapest, TitleNever, Subtitle,
        Add, Duplicate, Remove, Removed, SetAside, On, ListCaption, ShortSaves, ShortCosts, ShortNever, ShortNoOffer, PlaceUnknown,
        DuplicateOne, RemoveOne,
        Several, TableTitle, TableSubtitle, LinesDiffer, LinesAll, LinesSame, Line, Best, Behind, Points, ChangeIt, Given, Open, YesWord, NoWord, AnyNumber,
        SameAsOwn, Renewed, BilledEach, Reckoned, None,
        ResultsGroup, HiddenGroup, AllPresent, AllSaves, AllPayback, AllHour, CorePeople, CorePresent, CoreSaves, CoreNone, FeesSettled,
        HiddenTotal, HiddenTitle, HiddenTitleNone, HiddenSubtitle,
        HiddenGovernance, HiddenLearning, HiddenDistance, HiddenRework, HiddenParallel, HiddenMoving, HiddenExit,
        QuoteTitle, QuoteSubtitle, QuotePaste, QuoteExample, QuoteKept, QuoteEmpty, QuoteOneColumn, QuoteNothingKnown, QuoteLeftOut,
        QuoteOpenMark, QuoteRow, QuoteLine, QuoteGoes, QuoteNowhere, QuoteNew, QuoteUpdates, QuoteWrongCell, QuoteSame, QuoteUnknown,
        QuoteFraction, QuoteConverted, QuoteMiddle, QuoteRate, QuoteRateHint, QuoteRateNeeded, QuoteTake, QuoteTaken, QuoteTakenRest, QuoteNothing, QuotePreview,
    }
}
