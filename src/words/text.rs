//! The keys of the page's words.

macro_rules! texts {
    ($($name:ident),+ $(,)?) => {
        /// A word or sentence of the page.
        #[allow(missing_docs, reason = "the name is what it says; the words stand in each language")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Text { $($name),+ }

        impl Text {
            /// All keys.
            pub const ALL: &'static [Text] = &[$(Text::$name),+];
        }
    };
}

texts! {
    Title, SkipToAnswer, Undo, Redo, CopyLink, LinkCopied, LinkTooLong, Export, Import, Print, Close, Back,
    SixQuestions, Refine, WhoInstead, ChoosePlace, PlaceSets, NoVendorYet, AddVendor, RemoveVendor,
    VendorShown, AddService, RemoveService, ServiceShown, AddEntry, RemoveEntry, UseSeason, NoSeason,
    Basics, ServicesAndVendors, Empty, Low, Likely, High, UnderstoodAs, AsIs, BestInHouse, Outsourced,
    Split, BestMix, KeepingInHouse, CardHour, CardUnit, CardDelivered, CardSaves, CardDearer, CardReference,
    CardNotSwitching, CardPayback, DefaultsNote, SavingsTitleBack, SavingsTitleNever, SavingsTitleAtOnce,
    SavingsSubtitle, PaidBackMark, CostTitle, CostSubtitle, LedgerTitle, LedgerSubtitle, LedgerCategory,
    LedgerTotal, LedgerAllMonths, LedgerYear, LedgerOption, MeasuresTitle, MeasuresSubtitle,
    MeasuresAgainst, MeasuresMeasure, NotDefined, NotWithinHorizon, AtOnce, SeveralRates, NoRate,
    BreakEvenTitle, BreakEvenSubtitle, BreakEvenInput, BreakEvenNow, BreakEvenTurns, BreakEvenNone,
    BreakEvenIndifferent, BreakEvenAny, BreakEvenFromTo, AssumptionsTitle, AssumptionsSubtitle,
    AssumptionInput, AssumptionValue, AssumptionSource, AssumptionGrade, AssumptionOrigin, AssumptionYours,
    AssumptionDefault, AssumptionTemplate, AssumptionAbsent, ExplainTitle, ExplainSum, ExplainInputs,
    ExplainComputed, ExplainMonth, ExplainShared, ExplainService, ExplainGo, ExplainRunRate, MonthWord,
    TableBehind, Decision, LibraryTitle, LibraryTemplates, LibrarySaved, LibraryOpen, LibraryDuplicate,
    LibraryRename, LibraryDelete, LibraryDeleteAll, LibraryNew, LibraryEmpty, DeletedToast, DeletedAllToast,
    ReportMissing, Untitled, CopyOf, LinkBanner, LinkKeep, LinkLeave, LinkDamaged, LinkNewer, LinkUnknown, NotSaved,
    FileBad, FileProblems, ModelNewer, Footer, Problems, LastGood,
}
