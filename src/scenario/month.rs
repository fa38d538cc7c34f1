//! Calendar months.

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year, 1900 to 2200.
    pub year: i32,
    /// 1 to 12.
    pub month: u32,
}

impl Month {
    /// The month that stands when a scenario gives none.
    pub const DEFAULT: Month = Month { year: 2027, month: 1 };

    /// Reads `YYYY-MM`; years 1900 to 2200.
    #[must_use]
    pub fn read(text: &str) -> Option<Month> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4 || month.len() != 2 {
            return None;
        }
        let (year, month) = (year.parse().ok()?, month.parse().ok()?);
        ((1900..=2200).contains(&year) && (1..=12).contains(&month)).then_some(Month { year, month })
    }

    /// The month `months` later.
    #[must_use]
    pub fn plus(self, months: usize) -> Month {
        let zero_based = self.month as usize - 1 + months;
        Month { year: self.year + (zero_based / 12) as i32, month: (zero_based % 12) as u32 + 1 }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}
