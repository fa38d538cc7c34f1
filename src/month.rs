//! Months of the calendar.

use std::fmt;

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year, 1900 to 2200 where it was read.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month that stands when a scenario gives none.
    pub const DEFAULT: Month = Month { year: 2027, month: 1 };

    /// A month between the years 1900 and 2200; nothing else is taken for a date.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        ((1900..=2200).contains(&year) && (1..=12).contains(&month)).then_some(Self { year, month })
    }

    /// Reads `YYYY-MM`; years 1900 to 2200.
    #[must_use]
    pub fn read(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        Month::new(year.parse().ok()?, month.parse().ok()?)
    }

    /// The month `months` later.
    #[must_use]
    pub fn plus(self, months: usize) -> Self {
        self.shifted(i32::try_from(months).unwrap_or(i32::MAX))
    }

    /// The month so many months later, or earlier where negative.
    ///
    /// ```
    /// use outsourcing::history::Month;
    /// let march = Month { year: 2026, month: 3 };
    /// assert_eq!(march.shifted(-3), Month { year: 2025, month: 12 });
    /// ```
    #[must_use]
    pub fn shifted(self, months: i32) -> Self {
        let count = self.count().saturating_add(months);
        Self { year: count.div_euclid(12), month: count.rem_euclid(12).unsigned_abs() + 1 }
    }

    /// Months from another month to this one.
    #[must_use]
    pub fn since(self, earlier: Self) -> i32 {
        self.count() - earlier.count()
    }

    /// Its place in the year, 0 to 11.
    #[must_use]
    pub fn place(self) -> usize {
        (self.month - 1) as usize
    }

    /// How many days it has.
    pub(crate) fn days(self) -> u32 {
        match self.month {
            4 | 6 | 9 | 11 => 30,
            2 if self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0) => 29,
            2 => 28,
            _ => 31,
        }
    }

    fn count(self) -> i32 {
        self.year * 12 + self.month.cast_signed() - 1
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
