//! The quantities that explanations name.

use super::ledger::Category;

macro_rules! terms {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {
        /// A quantity with a name that the reader knows it by; the words are in [`words`](crate::words).
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Term {
            /// What one category of the ledger costs in a month.
            Cost(Category),
            $($(#[$doc])* $name),+
        }

        impl Term {
            /// All terms but the categories' own.
            pub const ALL: &'static [Term] = &[$(Term::$name),+];
        }
    };
}

terms! {
    /// Rise of pay since month 1.
    WageIndex,
    /// Rise of prices since month 1.
    GeneralIndex,
    /// Rise of the vendor's price since month 1.
    VendorIndex,
    /// Rise of storage prices since month 1.
    StorageIndex,
    /// Home currency for one unit of the contract's, in that month.
    ExchangeRate,
    /// What a year's currency shocks do to the exchange rate, as expected.
    CurrencyShocks,
    /// Demand of the month.
    Demand,
    /// Productive hours of an experienced person that the demand takes.
    Need,
    /// Productive hours of a desk that answers live contacts in time.
    DeskHours,
    /// Share of the team that leaves in a month.
    MonthlyAttrition,
    /// People employed in the month.
    People,
    /// People who joined in the month.
    Joiners,
    /// People whose posts end in the month.
    Redundant,
    /// People fewer than at the decision.
    PeopleLeft,
    /// Productive hours of the team in the month.
    Capacity,
    /// Hours of overtime.
    OvertimeHours,
    /// Hours of contractors.
    ContractorHours,
    /// Hours paid and not needed.
    IdleHours,
    /// Hours of work left undone.
    UndoneHours,
    /// Hours of work that wait at the end of the month.
    WaitingHours,
    /// Hours of a project done before they are due.
    AheadHours,
    /// Hours that a project takes.
    ProjectEffort,
    /// Months over which a project is planned.
    ProjectLength,
    /// Hours a month at which a project is planned.
    ProjectRate,
    /// The month in which a project is done.
    FinishMonth,
    /// Months by which a project is late.
    DelayMonths,
    /// Price of an hour of undone work.
    UndonePrice,
    /// Cost of a productive hour of an employee.
    LoadedHour,
    /// Pay of one person for a month with on-costs.
    PersonMonth,
    /// What a person of the team fewer saves in a month.
    OwnPersonMonth,
    /// What the vendor is paid for a person's month of work.
    FlexPersonMonth,
    /// Share of the work done in-house.
    OwnShare,
    /// Share of the work done by the vendor.
    VendorShare,
    /// Hours planned for the vendor, in hours of your own experienced people.
    VendorWork,
    /// Output of a vendor's hour against an hour of your own experienced people.
    VendorProductivity,
    /// What missing skills, rework and checking leave of productivity.
    ProductivityLeft,
    /// People with a skill who are hired or trained.
    PeopleWithSkill,
    /// What the vendor bills: hours, person-months, units or months.
    BilledQuantity,
    /// The even yearly payment worth 1 today over the horizon.
    AnnuityFactor,
    /// The volume that the contract plans for in a month.
    Baseline,
    /// Share of the full fee billed while working in parallel.
    ParallelBilling,
    /// The vendor's fee before currency and index.
    ListFee,
    /// Change of price by renewals.
    Renewals,
    /// Expected effect of a dearer replacement.
    ReplacementPrice,
    /// A year's fees once settled, at today's prices.
    YearFee,
    /// A year's fees × the term.
    ContractValue,
    /// Chance that the contract still stands.
    Survival,
    /// Chance that it fails in the month.
    MonthlyHazard,
    /// Availability expected.
    Availability,
    /// Share of the fee credited.
    CreditShare,
    /// Cost of one data incident.
    IncidentCost,
}
