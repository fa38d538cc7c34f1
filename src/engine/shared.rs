//! What belongs to an option as a whole: what a vendor's services share, and corporate tax.

use super::Number;
use super::ledger::{Account, Category, Ledger, Nature, Recurrence};
use crate::scenario::{Money, Vendor};

const TWELVE: f64 = 12.0;

/// Books what a vendor costs as a whole: selection once, and its yearly cost from the month in which it starts after `lead`, raised by the
/// index of general prices.
///
/// An incumbent has no lead: it has been selected.
pub fn relationship<N: Number>(
    ledger: &mut Ledger<N>,
    vendor: &Vendor<N>,
    lead: Option<usize>,
    general: &[N],
) {
    let account =
        |category, recurrence| Account { service: None, category, nature: Nature::Cash, recurrence };
    if let Some(selection) = vendor.selection
        && lead.is_some()
    {
        ledger.book(account(Category::Selection, Recurrence::OneOff), 0, selection);
    }
    let yearly = vendor.yearly / N::of(TWELVE);
    let governance = account(Category::Governance, Recurrence::Recurring);
    ledger.book_in(governance, lead.unwrap_or(0) + 1..=general.len() - 1, |month| yearly * general[month]);
}

/// Books the corporate tax that cash entries save: at once, but purchases by straight-line depreciation, every month of whose life bears
/// the same; month 0 is a moment, so what is bought then starts with month 1.
///
/// What is not written off at the horizon is written off there. Losses are usable at once. Where there is a tax, the ledger has to keep its
/// lines.
pub fn tax<N: Number>(ledger: &mut Ledger<N>, money: &Money<N>, service: Option<usize>) {
    let Some(rate) = money.tax_rate else {
        return;
    };
    let months = ledger.sums.len() - 1;
    let life = 12 * money.depreciation_years.value() as usize;
    for recurrence in [Recurrence::OneOff, Recurrence::Recurring, Recurrence::Closing] {
        let mut deductible = vec![N::zero(); months + 1];
        let taxed = |account: &Account| account.nature == Nature::Cash && account.recurrence == recurrence;
        for line in ledger.lines.iter().filter(|line| taxed(&line.account)) {
            for (month, amount) in line.amounts.iter().enumerate() {
                if line.account.category != Category::Purchases {
                    deductible[month] = deductible[month] + *amount;
                    continue;
                }
                // What a sale fetches is income of its month.
                let bought = amount.positive();
                deductible[month] = deductible[month] + (*amount - bought);
                let charge = bought / N::of(life as f64);
                let first = month.max(1);
                let last = (first + life - 1).min(months);
                for charged in &mut deductible[first..=last] {
                    *charged = *charged + charge;
                }
                let left = life - (last + 1 - first);
                deductible[months] = deductible[months] + charge * N::of(left as f64);
            }
        }
        let account = Account { service, category: Category::Tax, nature: Nature::Cash, recurrence };
        for (month, cost) in deductible.into_iter().enumerate() {
            ledger.book(account, month, -(rate * cost));
        }
    }
}
