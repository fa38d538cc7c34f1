//! How a service's plan books what it costs.

use std::ops::RangeInclusive;

use super::ledger::{Account, Category, Ledger, Nature, Recurrence};
use super::plan::ServicePlan;
use super::{Mask, Number};

impl<N: Number> ServicePlan<'_, N> {
    /// Books an amount of a month.
    pub(super) fn book(
        &mut self,
        category: Category,
        nature: Nature,
        recurrence: Recurrence,
        month: usize,
        amount: N,
    ) {
        let account = Account { service: Some(self.setting.index), category, nature, recurrence };
        self.ledger.book(account, month, amount);
    }

    /// Books recurring cash.
    pub(super) fn cash(&mut self, category: Category, month: usize, amount: N) {
        self.book(category, Nature::Cash, Recurrence::Recurring, month, amount);
    }

    /// Books one-off cash.
    pub(super) fn once(&mut self, category: Category, month: usize, amount: N) {
        self.book(category, Nature::Cash, Recurrence::OneOff, month, amount);
    }

    /// The ledger, while amounts are worked out from the rest of the plan. Apart, as the page has a copy of what books for every amount.
    #[inline(never)]
    fn lend(&mut self) -> Ledger<N> {
        std::mem::take(&mut self.ledger)
    }

    #[inline(never)]
    fn take_back(&mut self, ledger: Ledger<N>) {
        self.ledger = ledger;
    }

    /// Books an amount for each of some months.
    pub(super) fn book_in(
        &mut self,
        (category, nature, recurrence): (Category, Nature, Recurrence),
        some: RangeInclusive<usize>,
        amount: impl Fn(&Self, usize) -> N,
    ) {
        let account = Account { service: Some(self.setting.index), category, nature, recurrence };
        let mut ledger = self.lend();
        ledger.book_in(account, some, |month| amount(self, month));
        self.take_back(ledger);
    }

    /// Books recurring cash for each of some months, paid so many months later; what would fall after the horizon is settled at its end.
    pub(super) fn cash_later(
        &mut self,
        category: Category,
        some: RangeInclusive<usize>,
        delay: usize,
        amount: impl Fn(usize) -> N,
    ) {
        let (months, last) = (self.setting.months, *some.end());
        let within = last.min(months.saturating_sub(delay));
        let paid = some.start() + delay..=within + delay;
        let cash = (category, Nature::Cash, Recurrence::Recurring);
        self.book_in(cash, paid, |_, month| amount(month - delay));
        for month in (within + 1).max(*some.start())..=last {
            self.book(category, Nature::Cash, Recurrence::Closing, months, amount(month));
        }
    }

    /// Books for each month so much for each of something, at an index.
    pub(super) fn book_each(
        &mut self,
        (category, nature, recurrence): (Category, Nature, Recurrence),
        of: fn(&Self) -> &[N],
        each: N,
        index: &[N],
    ) {
        let account = Account { service: Some(self.setting.index), category, nature, recurrence };
        let mut ledger = self.lend();
        ledger.book_each(account, 1..=self.setting.months, (of(self), each, index));
        self.take_back(ledger);
    }

    /// Books amounts for something of each of some months, which are nothing where there is none of it.
    pub(super) fn book_of(
        &mut self,
        of: fn(&Self) -> &[N],
        terms: (Category, Nature, Recurrence),
        some: RangeInclusive<usize>,
        amount: impl Fn(&Self, usize) -> N,
    ) {
        if of(self).iter().any(|one| one.is_some().any()) {
            self.book_in(terms, some, amount);
        }
    }

    /// Books recurring cash of every month.
    pub(super) fn cash_monthly(&mut self, category: Category, amount: impl Fn(&Self, usize) -> N) {
        let months = 1..=self.setting.months;
        self.book_in((category, Nature::Cash, Recurrence::Recurring), months, amount);
    }
}
