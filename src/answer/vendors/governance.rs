//! The governance plan of an offer as a checklist: what is to be done, by whom, how often, at what cost.

use crate::engine::inhouse::loaded_hour;
use crate::scenario::{Offer, Scenario, Service};

/// Something to be done to steer a vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duty {
    /// A role kept.
    Role,
    /// A meeting held again and again.
    Meeting,
    /// A journey made again and again.
    Journey,
    /// Audits and controls.
    Audits,
    /// Service levels watched, and credits claimed.
    ServiceLevels,
    /// The exit plan kept ready.
    ExitPlan,
}

impl Duty {
    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Duty::Role => "role",
            Duty::Meeting => "meeting",
            Duty::Journey => "journey",
            Duty::Audits => "audits",
            Duty::ServiceLevels => "service_levels",
            Duty::ExitPlan => "exit_plan",
        }
    }
}

/// A line of the checklist.
#[derive(Clone, Debug, PartialEq)]
pub struct Task {
    /// What kind of thing it is.
    pub duty: Duty,
    /// What the user calls it; empty for what has only its kind.
    pub name: String,
    /// Who owns it; empty: nobody is named yet.
    pub owner: String,
    /// The path at which its owner is stated; empty for what is stated as a sum: name roles and journeys to give it owners.
    pub owner_path: String,
    /// How often in a year; None where it is not a matter of times.
    pub times: Option<f64>,
    /// What it costs in a year, at prices of the first month; None for what costs only attention.
    pub yearly: Option<f64>,
}

/// The checklist of one offer.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The service's position.
    pub service: usize,
    /// The offer's position among the service's.
    pub offer: usize,
    /// The vendor's position.
    pub vendor: usize,
    /// What is to be done.
    pub tasks: Vec<Task>,
}

impl Plan {
    /// What the plan costs in a year, at prices of the first month; the share of fees for managing the contract comes on top.
    #[must_use]
    pub fn yearly(&self) -> f64 {
        self.tasks.iter().filter_map(|task| task.yearly).sum()
    }

    /// Tasks that nobody is named for.
    #[must_use]
    pub fn without_owner(&self) -> usize {
        self.tasks.iter().filter(|task| task.owner.is_empty()).count()
    }
}

/// The checklists of all offers whose vendor is not set aside.
#[must_use]
pub fn governance(scenario: &Scenario<f64>) -> Vec<Plan> {
    let mut plans = Vec::new();
    for (index, service) in scenario.services.iter().enumerate() {
        for (place, offer) in service.offers.iter().enumerate() {
            let vendor = scenario.vendors.iter().position(|vendor| vendor.id == offer.vendor && !vendor.off);
            if let Some(vendor) = vendor {
                let at = format!("services.{index}.offers.{place}");
                plans.push(Plan { service: index, offer: place, vendor, tasks: tasks(service, offer, &at) });
            }
        }
    }
    plans
}

fn tasks(service: &Service<f64>, offer: &Offer<f64>, at: &str) -> Vec<Task> {
    let governance = &offer.governance;
    let mut tasks = Vec::new();
    let person = service.team.pay * service.team.on_cost;
    for (index, role) in governance.roles.iter().enumerate() {
        tasks.push(Task {
            duty: Duty::Role,
            name: role.name.clone(),
            owner: role.owner.clone(),
            owner_path: format!("{at}.governance.roles.{index}.owner"),
            times: None,
            yearly: Some(role.people * person),
        });
    }
    for (index, meeting) in governance.meetings.iter().enumerate() {
        tasks.push(Task {
            duty: Duty::Meeting,
            name: meeting.name.clone(),
            owner: meeting.owner.clone(),
            owner_path: format!("{at}.governance.meetings.{index}.owner"),
            times: Some(meeting.times),
            yearly: Some(meeting.times * meeting.hours * meeting.people * loaded_hour(service)),
        });
    }
    for (index, trip) in governance.trips.iter().enumerate() {
        tasks.push(Task {
            duty: Duty::Journey,
            name: trip.name.clone(),
            owner: trip.owner.clone(),
            owner_path: format!("{at}.governance.trips.{index}.owner"),
            times: Some(trip.times),
            yearly: Some(trip.times * trip.people * trip.cost),
        });
    }
    let mut task = |duty: Duty, owner: &str, path: &str, yearly: Option<f64>| {
        tasks.push(Task {
            duty,
            name: String::new(),
            owner: owner.to_owned(),
            owner_path: if path.is_empty() { String::new() } else { format!("{at}.{path}") },
            times: None,
            yearly,
        });
    };
    if governance.people > 0.0 {
        task(Duty::Role, "", "", Some(governance.people * person));
    }
    if governance.travel > 0.0 {
        task(Duty::Journey, "", "", Some(governance.travel));
    }
    let audits = governance.audits + governance.controls;
    task(Duty::Audits, &governance.audit_owner, "governance.audit_owner", Some(audits));
    task(Duty::ServiceLevels, &offer.service_levels.levels_owner, "service_levels.levels_owner", None);
    task(Duty::ExitPlan, &offer.exit.exit_owner, "exit.exit_owner", None);
    tasks
}
