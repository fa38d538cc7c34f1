//! The choices among names that a scenario can state.

use super::Choice;

macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl Choice for $name {
            const NAMES: &'static [&'static str] = &[$($text),+];
            fn from_index(index: usize) -> Self {
                [$($name::$variant),+].get(index).copied().unwrap_or([$($name::$variant),+][0])
            }
        }
        impl $name {
            /// The name in the scenario file.
            #[must_use]
            pub fn name(self) -> &'static str { Self::NAMES[self as usize] }
        }
    };
}

choice! {
    /// The line of work: what demand is counted in and how it becomes hours.
    Line {
        /// Demand in hours of development.
        SoftwareDevelopment = "software_development",
        /// Demand in contacts a month.
        SupportMaintenance = "support_maintenance",
        /// Demand in terabytes held.
        DataManagement = "data_management",
    }
}

choice! {
    /// Whether development has an end.
    Mode {
        /// Hours of work every month.
        Flow = "flow",
        /// One stock of effort, done when it is worked off.
        Project = "project",
    }
}

choice! {
    /// How contacts reach a support desk.
    Channel {
        /// In writing: they wait in a queue of tickets.
        Tickets = "tickets",
        /// By telephone or chat: somebody must be free.
        Live = "live",
    }
}

choice! {
    /// What becomes of work that nobody gets to in its month.
    Unmet {
        /// It waits until somebody has time.
        Waits = "waits",
        /// It is lost.
        Lost = "lost",
    }
}

choice! {
    /// How the size of the team in-house is set.
    Staffing {
        /// By whichever of the others is cheapest.
        Cheapest = "cheapest",
        /// To a share of the coming year's months.
        Level = "level",
        /// To each month's work.
        Chase = "chase",
        /// It stays as it is today.
        AsToday = "as_today",
        /// Planned month by month, at least cost.
        LeastCost = "least_cost",
    }
}

choice! {
    /// What an attrition figure counts.
    AttritionMeasure {
        /// Leavers of a year ÷ average headcount; may pass 100 %.
        Turnover = "turnover",
        /// Share of today's staff gone within a year; below 100 %.
        Attrition = "attrition",
    }
}

choice! {
    /// What a vendor bills.
    PriceModel {
        /// Hours worked.
        Hour = "hour",
        /// People for a month of stated hours.
        PersonMonth = "person_month",
        /// Units of demand (contact, terabyte) or of a stated count (device, user).
        Unit = "unit",
        /// A fixed fee with an included volume.
        Fixed = "fixed",
    }
}

choice! {
    /// How often a free cost line falls due.
    Per {
        /// Every month.
        Month = "month",
        /// Spread evenly over each year.
        Year = "year",
        /// Once, in a stated month.
        Once = "once",
    }
}

choice! {
    /// What a free cost line is multiplied by.
    Basis {
        /// Nothing.
        Fixed = "fixed",
        /// The people of its side.
        PerPerson = "per_person",
        /// The units of demand its side serves in the month (once: in its month).
        PerUnit = "per_unit",
    }
}

choice! {
    /// What raises a cost line at month 13, 25 and so on.
    Index {
        /// General inflation.
        General = "general",
        /// Wage growth.
        Wage = "wage",
        /// The vendor's yearly index (on the vendor's side only; general inflation on ours).
        Vendor = "vendor",
        /// The yearly change of storage prices.
        Storage = "storage",
        /// Nothing.
        None = "none",
    }
}

choice! {
    /// The working days of a week.
    Week {
        /// Monday to Friday.
        Monday = "monday_to_friday",
        /// Sunday to Thursday.
        Sunday = "sunday_to_thursday",
        /// All seven.
        Every = "every_day",
    }
}

choice! {
    /// What of the weights counts.
    Weighting {
        /// Only which is larger: the rest is open.
        Order = "order",
        /// The numbers.
        Number = "number",
    }
}

choice! {
    /// How a gap in expertise is closed in-house.
    Closing {
        /// Whichever is sooner.
        Soonest = "soonest",
        /// By hiring.
        Hiring = "hiring",
        /// By training.
        Training = "training",
    }
}
