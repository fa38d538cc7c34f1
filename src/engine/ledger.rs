//! The ledger: every amount is an entry, and totals are sums of entries and nothing else.

use std::ops::RangeInclusive;

use super::{Mask, Number, Term};

macro_rules! categories {
    ($($(#[$doc:meta])* $name:ident = $text:literal in $group:ident),+ $(,)?) => {
        /// What an amount is for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Category { $($(#[$doc])* $name),+ }

        impl Category {
            /// All categories, in the order of the ledger.
            pub const ALL: &'static [Category] = &[$(Category::$name),+];

            /// The name in the result file.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Category::$name => $text),+ }
            }

            /// The group it is charted in.
            #[must_use]
            pub fn group(self) -> CostGroup {
                match self { $(Category::$name => CostGroup::$group),+ }
            }
        }
    };
}

/// Groups of categories, for charts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CostGroup {
    /// Pay and on-costs, management.
    Pay,
    /// Hiring and training.
    Hiring,
    /// Workplace, tools, infrastructure, storage.
    Workplace,
    /// Vendor fees and taxes on them.
    Fees,
    /// Moving, steering, leaving.
    Moving,
    /// Undone work, downtime, risk.
    Consequences,
    /// Corporate tax.
    Tax,
}

impl CostGroup {
    /// All groups in the order of the chart.
    pub const ALL: [CostGroup; 7] = [
        CostGroup::Pay,
        CostGroup::Hiring,
        CostGroup::Workplace,
        CostGroup::Fees,
        CostGroup::Moving,
        CostGroup::Consequences,
        CostGroup::Tax,
    ];

    /// The name in the result file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            CostGroup::Pay => "pay",
            CostGroup::Hiring => "hiring",
            CostGroup::Workplace => "workplace",
            CostGroup::Fees => "fees",
            CostGroup::Moving => "moving",
            CostGroup::Consequences => "consequences",
            CostGroup::Tax => "tax",
        }
    }
}

categories! {
    /// Pay with on-costs.
    Pay = "pay" in Pay,
    /// Line management.
    Management = "management" in Pay,
    /// Overtime.
    Overtime = "overtime" in Pay,
    /// Contractors.
    Contractors = "contractors" in Pay,
    /// Hiring.
    Recruitment = "recruitment" in Hiring,
    /// Training.
    Training = "training" in Hiring,
    /// Workplace.
    Workplace = "workplace" in Workplace,
    /// Equipment and software.
    Tools = "tools" in Workplace,
    /// Running infrastructure.
    Infrastructure = "infrastructure" in Workplace,
    /// Security controls and audits with the work in-house.
    Controls = "controls" in Workplace,
    /// Buying infrastructure, less what it fetches.
    Purchases = "purchases" in Workplace,
    /// Storage.
    Storage = "storage" in Workplace,
    /// Costs stated freely on the in-house side.
    OwnOther = "own_other" in Workplace,
    /// What stays when the work leaves.
    Stranded = "stranded" in Workplace,
    /// The vendor's fees.
    Fees = "fees" in Fees,
    /// Irrecoverable value-added and withholding tax on fees.
    FeeTaxes = "fee_taxes" in Fees,
    /// Costs stated freely on the vendor's side.
    VendorOther = "vendor_other" in Fees,
    /// Service credits received.
    Credits = "credits" in Fees,
    /// Vendor selection.
    Selection = "selection" in Moving,
    /// Transition fee.
    Transition = "transition" in Moving,
    /// Retention bonuses.
    Retention = "retention" in Moving,
    /// Severance.
    Severance = "severance" in Moving,
    /// Governance, travel, audits, security controls with the vendor.
    Governance = "governance" in Moving,
    /// Inspecting the vendor's work.
    Inspection = "inspection" in Moving,
    /// Ending a contract as planned.
    Exit = "exit" in Moving,
    /// Work left undone.
    Undone = "undone" in Consequences,
    /// Work that waits.
    Waiting = "waiting" in Consequences,
    /// Delay of a project against its target; below zero when it is early.
    Delay = "delay" in Consequences,
    /// Downtime.
    Downtime = "downtime" in Consequences,
    /// Lost data.
    DataLoss = "data_loss" in Consequences,
    /// Units delivered with a defect.
    Defects = "defects" in Consequences,
    /// Breaches.
    Breach = "breach" in Consequences,
    /// A contract that fails early.
    EarlyEnd = "early_end" in Consequences,
    /// Corporate tax saved by cost.
    Tax = "tax" in Tax,
}

/// Money that moves, or a loss that is priced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nature {
    /// Money that moves.
    Cash,
    /// A loss, priced at its expected value.
    Consequence,
}

/// Whether an amount belongs to the move or to the running.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// Falls due because of the decision, once.
    OneOff,
    /// Falls due as the work goes on.
    Recurring,
    /// Falls due in the last month only because the comparison ends there: neither part of the move nor of a year's running.
    Closing,
}

/// What an entry is booked under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Account {
    /// The service; None for what several services of a vendor share.
    pub service: Option<usize>,
    /// What it is for.
    pub category: Category,
    /// Cash or consequence.
    pub nature: Nature,
    /// One-off or recurring.
    pub recurrence: Recurrence,
}

/// The entries of one account of one service, one amount for each month 0..=H.
#[derive(Clone, Debug)]
pub struct Line<N> {
    /// What they are booked under.
    pub account: Account,
    /// The amounts, month 0 first, in home currency; costs are positive.
    pub amounts: Vec<N>,
}

impl Account {
    /// Its place in the order of the ledger.
    fn place(self) -> usize {
        (self.category as usize * 2 + self.nature as usize) * 3 + self.recurrence as usize
    }
}

/// The ledger of one service, or of what several share.
///
/// Lines stand in the order of their accounts, whatever is booked first: sums over them have the same bits whether or not a line of
/// zeros is there. Where nothing but its sums is asked of a ledger it keeps no lines, which would be most of its work.
#[derive(Clone, Debug)]
pub struct Ledger<N> {
    /// The lines; none where only sums are kept.
    pub lines: Vec<Line<N>>,
    /// The sum of all entries by month 0..=H, each added as it is booked.
    pub sums: Vec<N>,
    detailed: bool,
}

/// Room for the lines of most plans.
const LINES: usize = 24;

impl<N: Number> Ledger<N> {
    /// An empty ledger for months 0..=H.
    #[must_use]
    pub fn new(months: usize) -> Self {
        Ledger { lines: Vec::with_capacity(LINES), sums: vec![N::zero(); months + 1], detailed: true }
    }

    /// An empty ledger that keeps sums and no lines.
    #[must_use]
    pub fn of_sums(months: usize) -> Self {
        Ledger { lines: Vec::new(), sums: vec![N::zero(); months + 1], detailed: false }
    }

    /// Where the line of an account stands, or where it would.
    fn find(&self, account: Account) -> Result<usize, usize> {
        self.lines.binary_search_by_key(&account.place(), |line| line.account.place())
    }

    /// Books an amount of a month. Exactly zero leaves no line.
    pub fn book(&mut self, account: Account, month: usize, amount: N) {
        let term = Term::Cost(account.category);
        let amount = amount.named(term);
        self.sums[month] = self.sums[month].booked(amount, term);
        if !self.detailed {
            return;
        }
        let at = match self.find(account) {
            Ok(at) => at,
            Err(_) if !amount.is_some().any() => return,
            Err(at) => {
                self.lines.insert(at, Line { account, amounts: vec![N::zero(); self.sums.len()] });
                at
            }
        };
        let entry = &mut self.lines[at].amounts[month];
        *entry = entry.booked(amount, term);
    }

    /// Books an amount for each of some months. None but zeros leave no line.
    pub fn book_in(&mut self, account: Account, some: RangeInclusive<usize>, amount: impl Fn(usize) -> N) {
        if some.is_empty() {
            return;
        }
        let term = Term::Cost(account.category);
        let mut line = self.detailed.then(|| vec![N::zero(); self.sums.len()]);
        let some = *some.start()..*some.end() + 1;
        // One loop for both: the page has a copy of it for every amount there is.
        for (sum, month) in self.sums[some.clone()].iter_mut().zip(some) {
            let amount = amount(month).named(term);
            *sum = sum.booked(amount, term);
            if let Some(line) = &mut line {
                line[month] = line[month].booked(amount, term);
            }
        }
        if let Some(line) = line {
            self.enter(account, line);
        }
    }

    /// Books for each of some months so much for each of something, at an index.
    pub fn book_each(
        &mut self,
        account: Account,
        some: RangeInclusive<usize>,
        (of, each, index): (&[N], N, &[N]),
    ) {
        if !self.detailed || of.iter().any(|one| one.is_some().any()) {
            self.book_in(account, some, |month| of[month] * each * index[month]);
        }
    }

    /// Adds amounts to a line.
    fn enter(&mut self, account: Account, amounts: Vec<N>) {
        if !amounts.iter().any(|amount| amount.is_some().any()) {
            return;
        }
        match self.find(account) {
            Ok(at) => {
                for (entry, amount) in self.lines[at].amounts.iter_mut().zip(amounts) {
                    *entry = entry.booked(amount, Term::Cost(account.category));
                }
            }
            Err(at) => self.lines.insert(at, Line { account, amounts }),
        }
    }
}

impl<N> Default for Ledger<N> {
    /// A ledger of no months, to hold the place of another.
    fn default() -> Self {
        Ledger { lines: Vec::new(), sums: Vec::new(), detailed: false }
    }
}
