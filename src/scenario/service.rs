//! One piece of work that could move, and its demand.

use super::{Basis, DataWork, Development, Index, Line, Offer, Per, Skill, SupportWork, Team, Unmet};
use outsourcing_derive::Inputs;

/// One piece of work that could move.
#[derive(Clone, Debug, Inputs)]
pub struct Service<L> {
    /// What you call this work.
    #[input(label = "Service", most = 60)]
    pub name: String,
    /// The line of work: it decides what demand is counted in and how it becomes hours.
    #[input(label = "Line of work")]
    pub line: Line,
    /// How much work there is.
    #[input(label = "Demand")]
    pub demand: Demand<L>,
    /// Work that never ends, or a project with an end.
    #[input(label = "Development work", when = "line=software_development")]
    pub development: Development<L>,
    /// From contacts to hours.
    #[input(label = "Support work", when = "line=support_maintenance")]
    pub support: SupportWork<L>,
    /// From terabytes to hours.
    #[input(label = "Data work", when = "line=data_management")]
    pub data: DataWork<L>,
    /// Today's team and what it costs.
    #[input(label = "Your team")]
    pub team: Team<L>,
    /// Skills that the work takes.
    #[input(label = "Expertise", most = 20)]
    pub skills: Vec<Skill<L>>,
    /// How your own work is checked.
    #[input(label = "Quality control")]
    pub quality: Checks<L>,
    /// What letting people go costs, and what stays when the work leaves.
    #[input(label = "When the work leaves")]
    pub leaving: Leaving<L>,
    /// Equipment and storage behind the work.
    #[input(label = "Infrastructure")]
    pub infrastructure: Infrastructure<L>,
    /// What work beyond the team's capacity costs.
    #[input(label = "Short of people")]
    pub shortage: Shortage<L>,
    /// Expected cost of downtime, lost data and breaches.
    #[input(label = "What could go wrong")]
    pub risk: Risk<L>,
    /// How many people stay in-house when the work is split with a vendor. Leave empty to look at all or nothing only.
    #[input(label = "People kept in a split", unit = People, min = 0, max = 10_000, fixed)]
    pub core: Option<L>,
    /// Further costs of doing it in-house, beside the detail above or instead of it.
    #[input(label = "Other in-house costs", most = 20)]
    pub costs: Vec<CostLine<L>>,
    /// What each vendor offers for this work.
    #[input(label = "Offers", most = 8)]
    pub offers: Vec<Offer<L>>,
}

/// How one's own work is checked, and what is wrong with it.
#[derive(Clone, Debug, Inputs)]
pub struct Checks<L> {
    /// Share of your people’s work done twice, beyond what demand contains already.
    #[input(label = "Rework", unit = Share, min = 0, max = 0.9, default = 0, grade = Neutral,
        source = "Contained in demand until stated")]
    pub rework: L,
    /// Share of your people’s time that goes into checking their work, beyond what demand contains already.
    #[input(label = "Inspection", unit = Share, min = 0, max = 0.9, default = 0, grade = Neutral,
        source = "Contained in demand until stated")]
    pub inspection: L,
    /// Share of the units of demand (hours, contacts, terabytes) that are delivered with a defect. Leave empty to leave defects out.
    #[input(label = "Defects", unit = Share, min = 0, max = 1)]
    pub defects: Option<L>,
    /// What a unit delivered with a defect costs.
    #[input(label = "Cost of a defect", unit = MoneyPerEvent, min = 0, max = 1e9)]
    pub defect_cost: Option<L>,
}

/// How much work there is, month by month.
#[derive(Clone, Debug, Inputs)]
pub struct Demand<L> {
    /// Demand in month 1: hours of development, contacts, or terabytes held. Leave empty for what today's team, all of it experienced, can just do.
    #[input(label = "Demand today", unit = UnitsPerMonth, min = 0, max = 1e9)]
    pub base: Option<L>,
    /// Yearly growth of demand; negative when it shrinks.
    #[input(label = "How does demand move?", now, unit = SharePerYear, min = -0.95, max = 5, default = 0, grade = Neutral,
        source = "Steady until stated")]
    pub growth: L,
    /// Twelve factors, January to December, that average 1. Leave empty for none.
    #[input(label = "Season", unit = Factor, min = 0, max = 12, most = 12, fixed)]
    pub season: Vec<L>,
    /// Peaks and slow periods.
    #[input(label = "Events", most = 12)]
    pub events: Vec<Event<L>>,
    /// How far months stray from that pattern: standard deviation of the logarithm, about the usual relative error of a forecast.
    #[input(label = "Shocks", unit = Share, min = 0, max = 1.5, default = 0, grade = Neutral, fixed,
        source = "None until stated or fitted to a history")]
    pub spread: L,
    /// How much of a month's shock is still there a month later; 0 when every month is new.
    #[input(label = "Persistence of shocks", unit = Share, min = 0, max = 0.99, default = 0, grade = Neutral, fixed,
        source = "None until stated or fitted to a history")]
    pub persistence: L,
}

/// A peak or a slow period.
#[derive(Clone, Debug, Inputs)]
pub struct Event<L> {
    /// What happens.
    #[input(label = "Event", most = 60)]
    pub name: String,
    /// The first month it covers.
    #[input(label = "From month", unit = MonthNumber, min = 1, max = 120, whole)]
    pub start: L,
    /// How many months it lasts.
    #[input(label = "Length", unit = Months, min = 1, max = 120, whole)]
    pub length: L,
    /// What it adds to demand; −100 % stops it.
    #[input(label = "Uplift", unit = Share, min = -1, max = 20)]
    pub uplift: L,
    /// Nobody sees it coming: hiring, ramping up and shrinking start only once it is there.
    #[input(label = "Comes as a surprise")]
    pub surprise: bool,
}

/// What letting people go costs, and what stays when the work leaves.
#[derive(Clone, Debug, Inputs)]
pub struct Leaving<L> {
    /// Severance for one person made redundant.
    #[input(label = "Severance", unit = MonthsOfPay, min = 0, max = 60, default = 2, grade = J,
        source = "Our judgement; law and contracts differ widely")]
    pub severance_months: L,
    /// Months of notice, worked and paid, before a person made redundant leaves.
    #[input(label = "Notice", unit = Months, min = 0, max = 24, default = 1, grade = J, whole,
        source = "Common practice: 30 to 90 days")]
    pub notice_months: L,
    /// Share of those leaving who go to the vendor by law (TUPE and the like) and get no severance.
    #[input(label = "Transferred by law", unit = Share, min = 0, max = 1, default = 0, grade = Neutral,
        source = "None until stated")]
    pub transferred: L,
    /// Share of pay that stops when people leave. Moving them to a funded vacancy avoids it; parking them does not.
    #[input(label = "Pay avoided", unit = Share, min = 0, max = 1, default = 1, grade = J,
        source = "People leave with the work")]
    pub avoidable_pay: L,
    /// Share of line management that stops when its people leave.
    #[input(label = "Management avoided", unit = Share, min = 0, max = 1, default = 0, grade = J,
        source = "Managers stay unless you decide otherwise")]
    pub avoidable_management: L,
    /// Share of workplace cost that stops when people leave.
    #[input(label = "Workplace avoided", unit = Share, min = 0, max = 1, default = 0, grade = J,
        source = "Leases run on unless you can end them")]
    pub avoidable_workplace: L,
    /// Share of equipment and software that stops when people leave.
    #[input(label = "Tools avoided", unit = Share, min = 0, max = 1, default = 1, grade = J,
        source = "Licences and laptops go with their users")]
    pub avoidable_tools: L,
    /// The month until which stranded cost runs on, for example the end of a lease. Leave empty for the whole horizon.
    #[input(label = "Stranded until month", unit = MonthNumber, min = 0, max = 120, whole)]
    pub stranded_until: Option<L>,
}

/// Equipment and storage behind the work.
#[derive(Clone, Debug, Inputs)]
pub struct Infrastructure<L> {
    /// Power, support contracts and running cost of what you own.
    #[input(label = "Running cost", unit = MoneyPerYear, min = 0, max = 1e9, default = 0, grade = Neutral,
        source = "Left out until stated")]
    pub running: L,
    /// What buying it anew costs.
    #[input(label = "Purchase", unit = Money, min = 0, max = 1e9, default = 0, grade = Neutral,
        source = "Left out until stated")]
    pub purchase: L,
    /// How long equipment lasts before it is bought anew.
    #[input(label = "Refreshed every", unit = Years, min = 1, max = 20, default = 5, grade = J, whole,
        source = "Common life of servers and network equipment")]
    pub refresh_years: L,
    /// The month in which today's equipment is next replaced.
    #[input(label = "Next refresh in month", unit = MonthNumber, min = 1, max = 240, default = 25, grade = J, whole,
        source = "Equipment halfway through its life")]
    pub next_refresh: L,
    /// What today's equipment fetches when the work leaves. Its book value does not count.
    #[input(label = "Resale value", unit = Money, min = 0, max = 1e9, default = 0, grade = Neutral,
        source = "None until stated")]
    pub resale: L,
    /// Credit the unused life of equipment at the end of the horizon, straight-line. Without it a late purchase counts in full.
    #[input(label = "Credit unused life")]
    pub credit_unused: bool,
    /// Share of running cost that stops when the work leaves.
    #[input(label = "Running cost avoided", unit = Share, min = 0, max = 1, default = 1, grade = J,
        source = "Equipment goes with the work")]
    pub avoidable: L,
    /// Storage for one terabyte a month, for each copy. Zero for what is kept on equipment that you buy.
    #[input(label = "Storage", unit = MoneyPerUnit, min = 0, max = 1e6, default = 23, grade = D,
        source = "Object storage list price, S3 Standard, 2025–26", span = (6, 23),
        span_source = "Object storage list prices, B2 to S3 Standard, 2025–26")]
    pub storage_price: L,
}

/// What work beyond the team's capacity costs: the cheapest source first.
#[derive(Clone, Debug, Inputs)]
pub struct Shortage<L> {
    /// Overtime hour ÷ ordinary hour, on gross pay: the employer’s on-costs are not raised by it.
    #[input(label = "Overtime premium", unit = Factor, min = 1, max = 5, default = 1.5, grade = A,
        source = "Time and a half: United States Fair Labor Standards Act")]
    pub overtime_premium: L,
    /// Most overtime, as a share of the team's productive hours.
    #[input(label = "Overtime at most", unit = Share, min = 0, max = 0.5, default = 0.1, grade = J,
        source = "Our judgement: what a team sustains")]
    pub overtime_limit: L,
    /// Price of a contractor's hour. Leave empty if you would not use any.
    #[input(label = "Contractor", unit = MoneyPerHour, min = 0, max = 100_000)]
    pub contractor_rate: Option<L>,
    /// What an hour of work left undone costs you. Leave empty for the contractor's hour, or one and a half loaded hours.
    #[input(label = "Undone work", unit = MoneyPerHour, min = 0, max = 1e6)]
    pub undone_price: Option<L>,
    /// What becomes of work that nobody gets to in its month. Live contacts are always lost, a project always waits.
    #[input(label = "What is not done in time")]
    pub unmet: Unmet,
    /// What it costs that an hour of work waits for a month. Leave empty when waiting costs nothing.
    #[input(label = "Waiting", unit = MoneyPerHour, min = 0, max = 1e6, when = "unmet=waits")]
    pub waiting: Option<L>,
}

/// Expected cost of downtime, lost data and breaches, with the work in-house.
#[derive(Clone, Debug, Inputs)]
pub struct Risk<L> {
    /// Hours a month in which the business needs the service.
    #[input(label = "Hours required", unit = HoursPerMonth, min = 0, max = 745, default = 730.5, grade = J, fixed,
        source = "Around the clock: 365.25 days ÷ 12 × 24 h")]
    pub required_hours: L,
    /// What an hour without the service costs the business. Leave empty to leave downtime out.
    #[input(label = "Downtime", unit = MoneyPerHour, min = 0, max = 1e9, span = (500, 5000), span_grade = D,
        span_source = "Small firms, by sellers of the remedy; nine in ten larger ones put it above 300,000: ITIC 2024")]
    pub downtime_cost: Option<L>,
    /// Expected availability with the work in-house. Needed when downtime has a price.
    #[input(label = "Availability in-house", unit = Share, min = 0, max = 1)]
    pub availability: Option<L>,
    /// Incidents a year that lose data. Leave empty to leave data loss out.
    #[input(label = "Data incidents", unit = PerYear, min = 0, max = 1000)]
    pub incident_frequency: Option<L>,
    /// Hours of data lost at worst, in-house: the time between backups.
    #[input(label = "Recovery point in-house", unit = Hours, min = 0, max = 10_000, default = 24, grade = J,
        source = "A backup every night")]
    pub recovery_point: L,
    /// Hours to restore, in-house.
    #[input(label = "Recovery time in-house", unit = Hours, min = 0, max = 10_000, default = 8, grade = J,
        source = "Our judgement: one working day")]
    pub recovery_time: L,
    /// What an hour's worth of lost data costs.
    #[input(label = "An hour of data", unit = MoneyPerHour, min = 0, max = 1e9, default = 0, grade = Neutral,
        source = "Left out until stated")]
    pub data_hour_value: L,
    /// Breaches a year, expected. There is no honest default: leave empty to leave breaches out.
    #[input(label = "Breaches", unit = PerYear, min = 0, max = 100)]
    pub breach_frequency: Option<L>,
    /// What one breach costs.
    #[input(label = "Cost of a breach", unit = MoneyPerEvent, min = 0, max = 1e10)]
    pub breach_impact: Option<L>,
    /// Security controls and audits with the work in-house.
    #[input(label = "Controls and audits", unit = MoneyPerYear, min = 0, max = 1e9, default = 0, grade = Neutral,
        source = "Left out until stated")]
    pub controls: L,
    /// Share of them that stops when the work leaves.
    #[input(label = "Controls avoided", unit = Share, min = 0, max = 1, default = 0, grade = J,
        source = "They protect the rest of the house too")]
    pub controls_avoided: L,
    /// The most that a fine could be, by law or contract: shown as a ceiling, never counted as a cost.
    #[input(label = "Fines, at most", unit = Money, min = 0, max = 1e12, fixed)]
    pub fine_ceiling: Option<L>,
    /// How far one breach or data incident strays from its cost: standard deviation of the logarithm. At 1, one in ten costs more than twice the mean.
    #[input(label = "Spread of what one costs", unit = Factor, min = 0, max = 3, default = 1, grade = J, fixed,
        source = "Our judgement: losses are skewed, most small, a few very large")]
    pub impact_spread: L,
}

/// A cost line stated freely, on either side.
#[derive(Clone, Debug, Inputs)]
pub struct CostLine<L> {
    /// What it is for.
    #[input(label = "Cost", most = 60)]
    pub label: String,
    /// How much, at the prices of month 1. Negative for an income.
    #[input(label = "Amount", unit = Money, min = -1e9, max = 1e9)]
    pub amount: L,
    /// How often it falls due.
    #[input(label = "How often")]
    pub per: Per,
    /// The month of a cost that falls due once; 0 is the day of the decision.
    #[input(label = "In month", unit = MonthNumber, min = 0, max = 120, default = 0, grade = Neutral, whole, when = "per=once",
        source = "At the decision")]
    pub month: L,
    /// What it is multiplied by.
    #[input(label = "For each")]
    pub basis: Basis,
    /// What raises it each year.
    #[input(label = "Rises with")]
    pub index: Index,
    /// Share that stops when the work leaves; it counts on the in-house side.
    #[input(label = "Avoided", unit = Share, min = 0, max = 1, default = 1, grade = J,
        source = "It goes with the work")]
    pub avoidable: L,
}
