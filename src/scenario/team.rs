//! Today's team and what it costs.

use super::{AttritionMeasure, Staffing};
use outsourcing_derive::Inputs;

/// Today's team: its roles blended into one cost for a person-month.
#[derive(Clone, Debug, Inputs)]
pub struct Team<L> {
    /// People doing this work today, in full-time equivalents.
    #[input(label = "How many people does it take today?", now, unit = People, min = 0, max = 10_000)]
    pub people: L,
    /// Funded posts being filled: they join after the time to hire.
    #[input(label = "Vacancies", unit = People, min = 0, max = 10_000, default = 0, grade = Neutral, fixed,
        source = "None until stated")]
    pub vacancies: L,
    /// Gross pay of one person for a year, before the employer’s on-costs.
    #[input(label = "What is one paid a year?", now, unit = MoneyPerPersonYear, min = 0, max = 1e7)]
    pub pay: L,
    /// Gross pay with the employer’s on-costs ÷ gross pay. A yearly salary already contains paid leave.
    #[input(label = "On-costs", unit = Factor, min = 1, max = 3, default = 1.3, grade = A2,
        source = "BLS Employer Costs for Employee Compensation, December 2025, on salary that contains paid leave", span = (1.2, 1.45), span_grade = J,
        span_source = "Our judgement around 1.30: BLS Employer Costs for Employee Compensation, December 2025")]
    pub on_cost: L,
    /// Productive hours of one person in a year: contract hours less leave, holidays and training.
    #[input(label = "Productive hours", unit = HoursPerYear, min = 100, max = 3000, default = 1800, grade = J,
        source = "2,080 less leave, holidays and training; range 1,700–1,880", span = (1700, 1880), span_source = "2,080 less leave, holidays and training")]
    pub hours: L,
    /// How many leave of their own accord.
    #[input(label = "Who leaves in a year", unit = SharePerYear, min = 0, max = 3, default = 0.19, grade = B,
        source = "Turnover, all employers, United States: SHRM 2016")]
    pub attrition: L,
    /// Turnover (leavers ÷ average headcount, may pass 100 %) or attrition (share of today's staff gone within a year).
    #[input(label = "Counted as")]
    pub attrition_measure: AttritionMeasure,
    /// Days from the request until a new person starts; rounded up to whole months.
    #[input(label = "Time to hire", unit = Days, min = 0, max = 730, default = 44, grade = B,
        source = "Time to fill 42–44 days: SHRM 2016–2025", span = (42, 120), span_grade = J,
        span_source = "42 days: SHRM 2016–2025; to 120 for developers: our judgement")]
    pub time_to_hire: L,
    /// Months until a new person is fully productive.
    #[input(label = "Time to learn", unit = Months, min = 0, max = 48, default = 6, grade = D,
        source = "Between 3 and 9 months: Swimm survey 2020", span = (3, 9), span_source = "Swimm survey 2020")]
    pub ramp_months: L,
    /// Productivity of a new person on the first day.
    #[input(label = "Productive at first", unit = Share, min = 0, max = 1, default = 0.25, grade = J,
        source = "Our judgement")]
    pub ramp_start: L,
    /// Cost of one hire, agency and own recruiters included.
    #[input(label = "Cost of a hire", unit = MoneyPerEvent, min = 0, max = 1e7, default = 5475, grade = B2,
        source = "SHRM Benchmarking 2025, as quoted")]
    pub recruitment: L,
    /// Training.
    #[input(label = "Training", unit = MoneyPerPersonYear, min = 0, max = 1e6, default = 1054, grade = B,
        source = "ATD State of the Industry 2024")]
    pub training: L,
    /// People led by one manager.
    #[input(label = "Span of a manager", unit = PeoplePerManager, min = 1, max = 1000, default = 8, grade = J,
        source = "Our judgement")]
    pub span: L,
    /// A manager's pay ÷ the team's pay.
    #[input(label = "Manager's pay", unit = Factor, min = 0, max = 10, default = 1.3, grade = J,
        source = "Our judgement")]
    pub manager_pay: L,
    /// Desk, room, heating, cleaning.
    #[input(label = "Workplace", unit = MoneyPerPersonYear, min = 0, max = 1e6, default = 7850, grade = B,
        source = "Office seat, Denver: DTZ, 2014 (old)")]
    pub workplace: L,
    /// Computers, phones and their replacement.
    #[input(label = "Equipment", unit = MoneyPerPersonYear, min = 0, max = 1e6, default = 1200, grade = J,
        source = "Our judgement: a workstation every three years")]
    pub equipment: L,
    /// Licences and subscriptions.
    #[input(label = "Software", unit = MoneyPerPersonYear, min = 0, max = 1e6, default = 4830, grade = D,
        source = "Zylo SaaS index")]
    pub software: L,
    /// How the team's size is set while the work is in-house: level, following each month's work, as it is today, or planned month by
    /// month at least cost.
    #[input(label = "Staffing")]
    pub staffing: Staffing,
    /// Share of the coming twelve months' needs that a level team is sized to meet; what is above it is overtime or undone.
    #[input(label = "Level of staffing", unit = Share, min = 0, max = 1, default = 0.8, grade = J, fixed,
        source = "Our judgement")]
    pub level: L,
}
