//! The lines of work: from demand to hours, each by its own rules.

use super::{Channel, Mode};
use outsourcing_derive::Inputs;

/// Work that never ends, or a project with an end.
#[derive(Clone, Debug, Inputs)]
pub struct Development<L> {
    /// Ongoing development takes the hours that demand states; a project is one stock of effort to be worked off.
    #[input(label = "Development is")]
    pub mode: Mode,
    /// Productive hours of your own experienced people that the project takes. Leave empty to reckon it from its size.
    #[input(label = "Effort", unit = Hours, min = 0, max = 1e7, when = "mode=project")]
    pub effort: Option<L>,
    /// Size in thousand lines of source code; COCOMO II makes effort and schedule of it where these are not stated.
    #[input(label = "Size", unit = ThousandLines, min = 0, max = 10_000, when = "mode=project")]
    pub size: Option<L>,
    /// Sum of the five scale factors of COCOMO II: precedent, flexibility, risk, cohesion, maturity.
    #[input(label = "Scale factors", unit = Count, min = 0, max = 32, default = 18.97, grade = B2, when = "mode=project",
        source = "COCOMO II.2000: all five nominal")]
    pub scale_factors: L,
    /// Product of the effort multipliers of COCOMO II; above 1 for harder work or a weaker team.
    #[input(label = "Effort multipliers", unit = Factor, min = 0.05, max = 50, default = 1, grade = B2, when = "mode=project",
        source = "COCOMO II.2000: all nominal")]
    pub multipliers: L,
    /// Months over which the work is planned. Leave empty for the schedule of COCOMO II, or what today's team takes.
    #[input(label = "Planned length", unit = Months, min = 1, max = 120, fixed, when = "mode=project")]
    pub months: Option<L>,
    /// The month by which it is wanted; finishing later costs, earlier earns. Leave empty for the planned length.
    #[input(label = "Wanted by month", unit = MonthNumber, min = 1, max = 240, fixed, when = "mode=project")]
    pub target: Option<L>,
    /// What each month's delay costs: revenue missed, or the old system kept alive.
    #[input(label = "A month's delay", unit = MoneyPerMonth, min = 0, max = 1e9, default = 0, grade = Neutral, when = "mode=project",
        source = "Left out until stated")]
    pub delay: L,
    /// The team stays, and is paid, when the project is done. Otherwise it moves on to other work.
    #[input(label = "The team stays on", when = "mode=project")]
    pub stays: bool,
}

/// From contacts a month to productive hours.
#[derive(Clone, Debug, Inputs)]
pub struct SupportWork<L> {
    /// Working time of one contact on the first line, with its after-work.
    #[input(label = "Handle time", unit = Minutes, min = 0, max = 10_000, default = 13, grade = J,
        source = "Between 8 and 25 minutes: MetricNet and others", span = (8, 25), span_source = "MetricNet and others")]
    pub handle_minutes: L,
    /// Written contacts can wait for a while; live ones, by telephone or chat, want an answer at once.
    #[input(label = "Contacts come as")]
    pub channel: Channel,
    /// Share of an agent's present time that contacts may fill; the rest is waiting so that queues stay short.
    #[input(label = "Utilisation at most", unit = Share, min = 0.05, max = 1, default = 0.8, grade = J, when = "channel=tickets",
        source = "Usual ceiling for sustained desk work")]
    pub utilisation: L,
    /// Share of live contacts to be answered within the time below.
    #[input(label = "Answered in time", unit = Share, min = 0, max = 0.999, default = 0.8, grade = J, fixed, when = "channel=live",
        source = "Common practice: 80 % within 20 seconds")]
    pub answer_level: L,
    /// The time within which that share is to be answered.
    #[input(label = "Time to answer", unit = Seconds, min = 0, max = 3600, default = 20, grade = J, fixed, when = "channel=live",
        source = "Common practice: 80 % within 20 seconds")]
    pub answer_seconds: L,
    /// Share of an agent's present time that live contacts may fill at most.
    #[input(label = "Occupancy at most", unit = Share, min = 0.05, max = 1, default = 0.85, grade = J, fixed, when = "channel=live",
        source = "Usual ceiling for live desks")]
    pub occupancy: L,
    /// Share of paid hours in which an agent is not at the desk: leave, illness, training, breaks.
    #[input(label = "Shrinkage", unit = Share, min = 0, max = 0.9, default = 0.3, grade = J, when = "channel=live",
        source = "Common planning figure")]
    pub shrinkage: L,
    /// Share of contacts that come in office hours, Monday to Friday, when more is covered.
    #[input(label = "In office hours", unit = Share, min = 0, max = 1, default = 0.78, grade = D, fixed, when = "channel=live",
        source = "76–80 % on weekdays 9–18 h: Fixify benchmark 2026")]
    pub office_share: L,
    /// Contacts in the busiest office hour ÷ those in an average one.
    #[input(label = "Busiest hour", unit = Factor, min = 1, max = 2, default = 1.27, grade = D, fixed, when = "channel=live",
        source = "11 % of the day at 11 h against 8.7 % in an average hour of 9–18: Fixify benchmark 2026")]
    pub busiest: L,
    /// Share of a week's office contacts that come on Monday and Tuesday.
    #[input(label = "On Monday and Tuesday", unit = Share, min = 0, max = 1, default = 0.45, grade = D, fixed, when = "channel=live",
        source = "Fixify benchmark 2026")]
    pub early_week: L,
    /// Share of contacts that go on to the second line.
    #[input(label = "To the second line", unit = Share, min = 0, max = 1, default = 0.22, grade = B2,
        source = "Escalation rate: MetricNet, as quoted")]
    pub second_line_share: L,
    /// Working time of one contact on the second line.
    #[input(label = "Second-line time", unit = Minutes, min = 0, max = 10_000, default = 45, grade = J,
        source = "Troubleshooting beyond the first line: our judgement")]
    pub second_line_minutes: L,
    /// Hours a week in which somebody must answer: 40 in office hours, 168 around the clock.
    #[input(label = "Hours covered", unit = HoursPerWeek, min = 0, max = 168, default = 40, grade = J, fixed,
        source = "Office hours")]
    pub covered_hours: L,
    /// Seats that watch networks and infrastructure through all covered hours, beside those who answer.
    #[input(label = "Monitoring seats", unit = Count, min = 0, max = 1000, default = 0, grade = Neutral, fixed,
        source = "None until stated")]
    pub seats: L,
}

/// From terabytes held to productive hours.
#[derive(Clone, Debug, Inputs)]
pub struct DataWork<L> {
    /// Copies held, the original included.
    #[input(label = "Copies", unit = Factor, min = 1, max = 20, default = 3, grade = J, fixed,
        source = "Common practice: three copies, one of them elsewhere")]
    pub copies: L,
    /// Administration a month for each terabyte held, counted once whatever the copies.
    #[input(label = "Administration", unit = HoursPerTerabyte, min = 0, max = 1000, default = 1, grade = J,
        source = "Our judgement: one person to some 150 TB")]
    pub admin_hours: L,
    /// Analysis and reporting.
    #[input(label = "Analysis", unit = HoursPerMonth, min = 0, max = 1e6, default = 0, grade = Neutral,
        source = "None until stated")]
    pub analysis_hours: L,
    /// Running and watching backups.
    #[input(label = "Backup", unit = HoursPerMonth, min = 0, max = 1e6, default = 10, grade = J,
        source = "Our judgement: half an hour a working day")]
    pub backup_hours: L,
    /// Proving that backups can be restored.
    #[input(label = "Restore tests", unit = HoursPerMonth, min = 0, max = 1e6, default = 8, grade = J,
        source = "Our judgement: one day a month")]
    pub restore_test_hours: L,
}
