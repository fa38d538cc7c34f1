//! What a vendor offers for a service.

use super::{CostLine, PriceModel};
use outsourcing_derive::Inputs;

/// One vendor's offer for one service.
#[derive(Clone, Debug, Inputs)]
pub struct Offer<L> {
    /// The key of the vendor that makes it.
    #[input(label = "Vendor", most = 20)]
    pub vendor: String,
    /// This vendor does the part beyond today's team already: it belongs to today, and staying with it needs no move.
    #[input(label = "Works for us today")]
    pub incumbent: bool,
    /// What is billed and how.
    #[input(label = "The offer")]
    pub price: Price<L>,
    /// How fast the vendor grows and shrinks with your demand.
    #[input(label = "Growing and shrinking")]
    pub flexibility: Flexibility<L>,
    /// How productive the vendor's people are in your work.
    #[input(label = "Quality and distance")]
    pub quality: Quality<L>,
    /// Getting there.
    #[input(label = "Moving over")]
    pub transition: Transition<L>,
    /// What steering the vendor takes.
    #[input(label = "Governance")]
    pub governance: Governance<L>,
    /// What the vendor promises, and pays if it fails.
    #[input(label = "Service levels")]
    pub service_levels: ServiceLevels<L>,
    /// What ending it costs, planned or not.
    #[input(label = "Exit")]
    pub exit: Exit<L>,
    /// Further costs with this vendor.
    #[input(label = "Other costs with the vendor", most = 20)]
    pub costs: Vec<CostLine<L>>,
}

/// What is billed and how.
#[derive(Clone, Debug, Inputs)]
pub struct Price<L> {
    /// What the vendor bills.
    #[input(label = "Billed by the")]
    pub model: PriceModel,
    /// Price of one hour, person-month or unit; with a fixed fee, the fee of a month.
    #[input(label = "What do they charge?", now, unit = MoneyPerQuantity, min = 0, max = 1e9)]
    pub rate: L,
    /// Productive hours in a billed person-month.
    #[input(label = "Hours in a person-month", unit = HoursPerMonth, min = 1, max = 400, default = 160, grade = J, when = "model=person_month",
        source = "Twenty days of eight hours: ask, it is rarely what people assume")]
    pub month_hours: L,
    /// Devices or users billed each month, growing with demand. Leave empty when each contact or terabyte is billed.
    #[input(label = "Units billed", unit = QuantityPerMonth, min = 0, max = 1e9, when = "model=unit")]
    pub counted: Option<L>,
    /// Prices of units beyond a volume: each tier's price holds for the units above its threshold.
    #[input(label = "Tiers", most = 8, when = "model=unit")]
    pub tiers: Vec<Tier<L>>,
    /// Units of demand that a fixed fee includes. Leave empty when it includes all.
    #[input(label = "Included", unit = UnitsPerMonth, min = 0, max = 1e9, when = "model=fixed")]
    pub included: Option<L>,
    /// Price of each unit beyond what the fixed fee includes.
    #[input(label = "Beyond it, each", unit = MoneyPerUnit, min = 0, max = 1e6, default = 0, grade = Neutral, when = "model=fixed",
        source = "None until stated")]
    pub excess: L,
    /// Volume the contract plans for, in billed quantities a month. Leave empty for the mean of what is planned, set anew each contract year or as stated below.
    #[input(label = "Baseline", unit = QuantityPerMonth, min = 0, max = 1e9, when = "model=hour|person_month|unit")]
    pub baseline: Option<L>,
    /// Share of the baseline billed even when less is used.
    #[input(label = "Minimum", unit = Share, min = 0, max = 1, default = 0.75, grade = J, when = "model=hour|person_month|unit",
        source = "Common practice: 70–80 % of baseline", span = (0.7, 0.8), span_source = "Common practice")]
    pub minimum: L,
    /// Share around the baseline within which the bill does not change.
    #[input(label = "Dead band", unit = Share, min = 0, max = 1, default = 0, grade = Neutral, when = "model=person_month|unit",
        source = "None until stated; 10–15 % is common")]
    pub dead_band: L,
    /// Surcharge on volume above the dead band.
    #[input(label = "Overage premium", unit = Share, min = 0, max = 5, default = 0.15, grade = J, when = "model=person_month|unit",
        source = "Common practice: 10–25 %", span = (0.1, 0.25), span_source = "Common practice")]
    pub overage: L,
    /// Share of the price credited for volume below the dead band.
    #[input(label = "Reduction credit", unit = Share, min = 0, max = 1, default = 1, grade = J, when = "model=person_month|unit",
        source = "Credited at the full price, down to the minimum")]
    pub reduction: L,
    /// Yearly rise of the price, at month 13, 25 and so on.
    #[input(label = "Yearly index", unit = SharePerYear, min = -0.2, max = 1, default = 0.035, grade = J,
        source = "As pay growth; Indian pay has grown 9 % a year (Aon 2025–26)")]
    pub index: L,
    /// Length of the contract.
    #[input(label = "Term", unit = Months, min = 1, max = 120, default = 36, grade = J, whole,
        source = "The usual term of a services contract")]
    pub term: L,
    /// Rise of the price at each renewal, beside the yearly index.
    #[input(label = "Step at renewal", unit = Share, min = -0.5, max = 2, default = 0, grade = Neutral,
        source = "None until stated")]
    pub renewal_step: L,
    /// Days until an invoice is paid.
    #[input(label = "Paid after", unit = Days, min = 0, max = 180, default = 30, grade = J, fixed,
        source = "Common payment term")]
    pub payment_days: L,
    /// Value-added tax that you cannot recover, as a share of the fee.
    #[input(label = "Irrecoverable VAT", unit = Share, min = 0, max = 0.5, default = 0, grade = Neutral,
        source = "None: most businesses recover it")]
    pub vat: L,
    /// Withholding tax that you must bear: the fee is grossed up by it.
    #[input(label = "Withholding tax borne", unit = Share, min = 0, max = 0.6, default = 0, grade = Neutral,
        source = "None until stated")]
    pub withholding: L,
    /// The contract's currency, when it is not the home currency.
    #[input(label = "Contract currency")]
    pub currency: ContractCurrency<L>,
}

/// How fast the vendor grows and shrinks with demand.
#[derive(Clone, Debug, Inputs)]
pub struct Flexibility<L> {
    /// Months from asking for more until it is there. What is foreseen is asked for in time.
    #[input(label = "Until more is there", unit = Months, min = 0, max = 24, default = 1, grade = J, whole,
        source = "Our judgement: the vendor's bench, or a month")]
    pub ramp_lead: L,
    /// Most people of the vendor that can be added in a month once it is settled. Leave empty for any number.
    #[input(label = "Added a month, at most", unit = People, min = 0, max = 10_000)]
    pub ramp_most: Option<L>,
    /// Months of notice before less is billed. What is foreseen is noticed in time.
    #[input(label = "Notice to shrink", unit = Months, min = 0, max = 24, default = 2, grade = J, whole,
        source = "Common practice: 30–90 days")]
    pub shrink_notice: L,
    /// Months after which the planned volume is set anew, where no baseline is stated.
    #[input(label = "Baseline set anew every", unit = Months, min = 1, max = 120, default = 12, grade = J, whole,
        source = "Once a contract year")]
    pub rebaseline: L,
    /// Yearly saving in hours for the same work that the vendor commits to, where hours or people are billed.
    #[input(label = "Gain in productivity", unit = SharePerYear, min = 0, max = 0.5, default = 0, grade = Neutral,
        source = "None until agreed")]
    pub gain: L,
}

/// The price of units above a threshold.
#[derive(Clone, Debug, Inputs)]
pub struct Tier<L> {
    /// Units a month above which this price holds.
    #[input(label = "Above", unit = QuantityPerMonth, min = 0, max = 1e9, fixed)]
    pub above: L,
    /// Price of each unit above it.
    #[input(label = "Price", unit = MoneyPerUnit, min = 0, max = 1e6)]
    pub price: L,
}

/// The contract's currency, when it is not the home currency.
#[derive(Clone, Debug, Inputs)]
pub struct ContractCurrency<L> {
    /// Its code, such as INR or PLN. Leave empty for the home currency.
    #[input(label = "Currency of the contract", most = 3)]
    pub code: String,
    /// Home currency for one unit of the contract's currency, today. Leave empty when the contract is in the home currency.
    #[input(label = "Exchange rate", unit = HomePerForeign, min = 1e-7, max = 1e7)]
    pub rate: Option<L>,
    /// Yearly change of the exchange rate. Leave empty for the forward rate, (1 + home interest) ÷ (1 + foreign interest) − 1.
    #[input(label = "Drift", unit = SharePerYear, min = -0.9, max = 5)]
    pub drift: Option<L>,
    /// Yearly interest in the home currency.
    #[input(label = "Home interest", unit = SharePerYear, min = -0.05, max = 2, default = 0.04, grade = J,
        source = "Our judgement; the same as abroad means no drift")]
    pub interest_home: L,
    /// Yearly interest in the contract's currency.
    #[input(label = "Foreign interest", unit = SharePerYear, min = -0.05, max = 2, default = 0.04, grade = J,
        source = "Our judgement; the same as at home means no drift")]
    pub interest_foreign: L,
    /// How far the exchange rate strays in a year: standard deviation of the logarithm. Leave empty for what it has done against the US dollar, 2014 to 2024 (European Central Bank); 10 % for currencies without a figure.
    #[input(label = "Volatility", unit = SharePerYear, min = 0, max = 2, fixed)]
    pub volatility: Option<L>,
    /// Currency shocks a year, beside that.
    #[input(label = "Currency shocks", unit = PerYear, min = 0, max = 12, default = 0, grade = Neutral,
        source = "None until stated")]
    pub shock_frequency: L,
    /// What one does to the contract's currency: above zero it gains on yours, and the contract gets dearer.
    #[input(label = "What one does", unit = Share, min = -0.9, max = 5, default = 0.2, grade = J,
        source = "Our judgement: about two years of usual movement at once")]
    pub shock_impact: L,
}

/// How productive the vendor's people are in your work.
#[derive(Clone, Debug, Inputs)]
pub struct Quality<L> {
    /// Productivity on the vendor's first day against your own experienced people.
    #[input(label = "Productive at first", unit = Share, min = 0, max = 1, default = 0.5, grade = J,
        source = "Our judgement: skilled, but new to your work")]
    pub first: L,
    /// Productivity once learned against your own experienced people, distance and rework apart. It counts where hours or people
    /// are billed.
    #[input(label = "Productive when settled", unit = Share, min = 0.05, max = 3, default = 1, grade = J,
        source = "As good as your own; productivity lost to outsourcing has been put at 3–27 % (Overby, CIO magazine 2003)")]
    pub mature: L,
    /// Months until the vendor is as productive as it gets.
    #[input(label = "Time to settle", unit = Months, min = 0, max = 48, default = 6, grade = D,
        source = "As for your own people: Swimm survey 2020", span = (3, 9))]
    pub months: L,
    /// Share of the vendor's work done twice, beyond the rework of your own people. Where hours or people are billed you pay for it;
    /// where units or a fixed fee are billed it is left for you to do.
    #[input(label = "Extra rework", unit = Share, min = 0, max = 0.9, default = 0.05, grade = J,
        source = "Our judgement")]
    pub rework: L,
    /// Effort for the same work at a distance ÷ effort in one place. It counts where hours or people are billed.
    #[input(label = "Effort of distance", unit = Factor, min = 0.5, max = 3, default = 1.16, grade = B2,
        source = "COCOMO II.2000 SITE: 1.00 (nominal) ÷ 0.86 (very high), as quoted", span = (1.08, 1.42),
        span_source = "COCOMO II.2000 SITE: 0.93 (high) to 1.22 (very low) ÷ 0.86 (very high), as quoted")]
    pub distance: L,
    /// Hours of your own people for each hour of the vendor's work, to inspect it.
    #[input(label = "Inspection", unit = Share, min = 0, max = 1, default = 0, grade = Neutral,
        source = "Contained in governance until stated")]
    pub inspection: L,
    /// Share of the units of demand that the vendor delivers with a defect. Leave empty for the same as in-house.
    #[input(label = "Defects", unit = Share, min = 0, max = 1)]
    pub defects: Option<L>,
}

/// Getting there.
#[derive(Clone, Debug, Inputs)]
pub struct Transition<L> {
    /// Months from the decision until the vendor starts: selection and contract.
    #[input(label = "Until the vendor starts", unit = Months, min = 0, max = 60, default = 3, grade = J, whole, ranged,
        source = "Our judgement")]
    pub lead_months: L,
    /// Months in which vendor and own team work side by side.
    #[input(label = "Working in parallel", unit = Months, min = 0, max = 60, default = 2, grade = J, whole, ranged,
        source = "Our judgement")]
    pub parallel_months: L,
    /// Share of the full fee billed in those months.
    #[input(label = "Billed in parallel", unit = Share, min = 0, max = 1, default = 1, grade = J,
        source = "The vendor's people are there and paid")]
    pub parallel_billing: L,
    /// Finding and contracting the vendor, as a share of a year's fees.
    #[input(label = "Selection", unit = Share, min = 0, max = 1, default = 0.035, grade = C,
        source = "2–5 % of the projected yearly price: Gartner 2003", span = (0.02, 0.05), span_source = "Projected yearly price: Gartner 2003")]
    pub selection_share: L,
    /// The vendor's transition fee as a share of the contract value.
    #[input(label = "Transition fee", unit = Share, min = 0, max = 1, default = 0.025, grade = C2,
        source = "2–3 % of contract value: Overby, CIO magazine 2003, as quoted", span = (0.02, 0.03),
        span_source = "Contract value: Overby, CIO magazine 2003, as quoted")]
    pub fee_share: L,
    /// The transition fee as an amount, instead of the share above.
    #[input(label = "Transition fee, amount", unit = Money, min = 0, max = 1e9)]
    pub fee: Option<L>,
    /// Hours your people spend handing over, for each person who leaves.
    #[input(label = "Handover by each leaver", unit = Hours, min = 0, max = 2000, default = 60, grade = J,
        source = "Our judgement")]
    pub transfer_hours: L,
    /// Paid to each person who leaves for staying until then.
    #[input(label = "Retention bonus", unit = MonthsOfPay, min = 0, max = 24, default = 1, grade = J,
        source = "Lay-offs and retention 3–5 % of contract value: Overby, CIO magazine 2003")]
    pub retention_months: L,
}

/// What steering the vendor takes.
#[derive(Clone, Debug, Inputs)]
pub struct Governance<L> {
    /// Managing the contract, as a share of fees.
    #[input(label = "Governance", unit = Share, min = 0, max = 1, default = 0.06, grade = J,
        source = "Between 3 and 10 % of fees: Overby 2003, Gartner 2003, Willcocks", span = (0.03, 0.1), span_source = "Overby 2003, Gartner 2003, Willcocks")]
    pub share: L,
    /// People kept to steer the vendor, beside that share.
    #[input(label = "People who steer", unit = People, min = 0, max = 1000, default = 0, grade = Neutral,
        source = "None beside the share of fees")]
    pub people: L,
    /// Travel.
    #[input(label = "Travel", unit = MoneyPerYear, min = 0, max = 1e8, default = 0, grade = Neutral,
        source = "None until stated")]
    pub travel: L,
    /// Audits of security and quality.
    #[input(label = "Audits", unit = MoneyPerYear, min = 0, max = 1e8, default = 0, grade = Neutral,
        source = "None until stated")]
    pub audits: L,
    /// Security controls that working with this vendor takes.
    #[input(label = "Controls", unit = MoneyPerYear, min = 0, max = 1e8, default = 0, grade = Neutral,
        source = "None until stated")]
    pub controls: L,
    /// Who sees to audits and controls.
    #[input(label = "Audits are with", most = 60)]
    pub audit_owner: String,
    /// Roles kept to steer the vendor.
    #[input(label = "Roles kept", most = 8)]
    pub roles: Vec<Role<L>>,
    /// Meetings held again and again.
    #[input(label = "Meetings", most = 12)]
    pub meetings: Vec<Meeting<L>>,
    /// Journeys made again and again.
    #[input(label = "Journeys", most = 8)]
    pub trips: Vec<Trip<L>>,
}

/// A role kept to steer the vendor.
#[derive(Clone, Debug, Inputs)]
pub struct Role<L> {
    /// What it is called.
    #[input(label = "Role", most = 60)]
    pub name: String,
    /// Who has it.
    #[input(label = "Who", most = 60)]
    pub owner: String,
    /// How much of a person it takes.
    #[input(label = "People", unit = People, min = 0, max = 1000)]
    pub people: L,
}

/// A meeting held again and again.
#[derive(Clone, Debug, Inputs)]
pub struct Meeting<L> {
    /// What it is called.
    #[input(label = "Meeting", most = 60)]
    pub name: String,
    /// Who calls it.
    #[input(label = "Who", most = 60)]
    pub owner: String,
    /// How often in a year.
    #[input(label = "How often", unit = PerYear, min = 0, max = 1000)]
    pub times: L,
    /// How long it takes, travel apart.
    #[input(label = "Length", unit = Hours, min = 0, max = 200)]
    pub hours: L,
    /// How many of your people are there.
    #[input(label = "People", unit = People, min = 0, max = 1000)]
    pub people: L,
}

/// A journey made again and again.
#[derive(Clone, Debug, Inputs)]
pub struct Trip<L> {
    /// What it is for.
    #[input(label = "Journey", most = 60)]
    pub name: String,
    /// Who sees to it.
    #[input(label = "Who", most = 60)]
    pub owner: String,
    /// How often in a year.
    #[input(label = "How often", unit = PerYear, min = 0, max = 1000)]
    pub times: L,
    /// How many people travel.
    #[input(label = "People", unit = People, min = 0, max = 1000)]
    pub people: L,
    /// What one person's journey costs.
    #[input(label = "Cost", unit = MoneyPerEvent, min = 0, max = 1e6)]
    pub cost: L,
}

/// What the vendor promises, and pays if it fails.
#[derive(Clone, Debug, Inputs)]
pub struct ServiceLevels<L> {
    /// Availability you expect with this vendor, not the one in the contract. Leave empty for the same as in-house.
    #[input(label = "Availability expected", unit = Share, min = 0, max = 1)]
    pub availability: Option<L>,
    /// Share of a month's fee credited when availability falls below a threshold; the lowest threshold passed counts.
    #[input(label = "Service credits", most = 6)]
    pub credits: Vec<Credit<L>>,
    /// Most that is credited, as a share of a month's fee.
    #[input(label = "Credits at most", unit = Share, min = 0, max = 1, default = 0.15, grade = J,
        source = "Common practice: 10–20 % of a month's fee", span = (0.1, 0.2), span_source = "Common practice")]
    pub credit_cap: L,
    /// Hours of data lost at worst with this vendor. Leave empty for the same as in-house.
    #[input(label = "Recovery point", unit = Hours, min = 0, max = 10_000)]
    pub recovery_point: Option<L>,
    /// Hours to restore with this vendor. Leave empty for the same as in-house.
    #[input(label = "Recovery time", unit = Hours, min = 0, max = 10_000)]
    pub recovery_time: Option<L>,
    /// What a breach costs more when it happens at a third party.
    #[input(label = "Breach at a third party", unit = Share, min = -1, max = 5, default = 0.12, grade = B,
        source = "Business-partner uplift: IBM / Ponemon 2023")]
    pub breach_uplift: L,
    /// Who watches the service levels and claims credits.
    #[input(label = "Watched by", most = 60)]
    pub levels_owner: String,
}

/// A service credit.
#[derive(Clone, Debug, Inputs)]
pub struct Credit<L> {
    /// Availability below which it is due.
    #[input(label = "Below", unit = Share, min = 0, max = 1, fixed)]
    pub below: L,
    /// Share of the month's fee.
    #[input(label = "Credit", unit = Share, min = 0, max = 1)]
    pub share: L,
}

/// What ending it costs, planned or not.
#[derive(Clone, Debug, Inputs)]
pub struct Exit<L> {
    /// Charge the end of the contract at the end of the horizon. Off: it is assumed to be renewed.
    #[input(label = "Ends with the horizon")]
    pub at_end: bool,
    /// Fee for ending the contract before its term, in months' fees; where the remaining minimum is cheaper, that is paid.
    #[input(label = "Termination fee", unit = Months, min = 0, max = 60, default = 3, grade = J,
        source = "Our judgement")]
    pub termination_months: L,
    /// Chance that the contract fails in a year and has to be replaced.
    #[input(label = "Early end", unit = SharePerYear, min = 0, max = 0.95, default = 0.08, grade = J,
        source = "11–13 % a year in surveys of 2005 (Dun & Bradstreet, Deloitte); 3 / 8 / 13 %", span = (0.03, 0.13),
        span_source = "11–13 % a year: Dun & Bradstreet, Deloitte 2005; below it our judgement")]
    pub hazard: L,
    /// Finding and building up a replacement, once. Leave empty to pay selection and transition fee again.
    #[input(label = "Rebuilding", unit = Money, min = 0, max = 1e9)]
    pub rebuild: Option<L>,
    /// Months of doubled fees while the replacement takes over.
    #[input(label = "Gap", unit = Months, min = 0, max = 36, default = 2, grade = J,
        source = "Our judgement: a second time in parallel")]
    pub gap_months: L,
    /// Getting your data out.
    #[input(label = "Data egress", unit = Money, min = 0, max = 1e9, default = 0, grade = Neutral,
        source = "None until stated")]
    pub egress: L,
    /// The replacement's price ÷ this offer's.
    #[input(label = "Replacement's price", unit = Factor, min = 0.2, max = 5, default = 1.1, grade = J,
        source = "Our judgement: bought in a hurry")]
    pub price_factor: L,
    /// Who keeps the exit plan ready.
    #[input(label = "Exit plan is with", most = 60)]
    pub exit_owner: String,
}
