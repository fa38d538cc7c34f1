//! Whom to trust with it: vendors side by side.
//!
//! | question | call | answer |
//! |---|---|---|
//! | who lacks what is required, and which requirement excludes most | [`failures`] (also in [`Answer::failures`]), [`excludes_most`] | [`Failure`] |
//! | how each stands: scores, value, rank, shares of weights, what each criterion must count, the efficient set | [`standings`] | [`Standings`] |
//! | the sentences that follow | [`findings`] | [`Finding`] |
//! | working hours in common through the year, and on a day | [`common_hours`], [`day_strip`] | [`CommonHours`], [`DayStrip`] |
//! | the governance plan as a checklist | [`governance`] | [`Plan`] |
//! | skills missing over time, and each way to close the gap | [`expertise`] | [`Expertise`] |
//! | defects, checking, and what a point of rework costs | [`quality`] | [`QualityLine`] |
//! | breaches, controls and recovery on either side | [`security`] | [`SecurityLine`] |
//! | all of that under its paths in the result file | [`result`] | JSON |
//!
//! What takes long can be had in parts: [`Judging`] for [`standings`], [`quality_line`] by [`sides`] for [`quality`], [`way_to_skills`] by
//! [`sources`] for [`expertise`].
//!
//! What is known of the country of a vendor's time zone is in [`countries`](crate::scenario::countries); the zones offered in
//! [`zones`](crate::zones). Everything here is keys with arguments; the words are in [`vendor_language`](crate::words::vendor_language). Only
//! the knock-outs are part of the first verdict; the rest is the report's.
//!
//! [`Answer::failures`]: super::Answer

mod criteria;
mod expertise;
mod finding;
mod governance;
mod hours;
mod knockouts;
mod quality;
mod result;
mod security;
mod standing;

pub use criteria::{Anchor, Criterion, VendorCost};
pub use expertise::{Expertise, Source, WayToSkills, expertise, skills_needed, sources, way_to_skills};
pub use finding::{Finding, FindingKey, findings};
pub use governance::{Duty, Plan, Task, governance};
pub use hours::{CommonHours, DayStrip, common_hours, day_strip, usual_day};
pub use knockouts::{Failure, Reason, Requirement, excludes_most, failures, shift};
pub use quality::{QualityLine, quality, quality_line, sides};
pub use result::result;
pub(super) use security::booked;
pub use security::{SecurityLine, security};
pub use standing::{Counted, Judging, Standing, Standings, Status, standings};
