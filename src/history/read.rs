//! One value a month from pasted text.

use super::date::{Date, Order, date, is_date};
use super::number::{Mark, decimal_mark, number};
use super::table::{Row, rows};
use crate::month::Month;

/// The longest history that is read, in months: beyond fifty years a date is mistyped.
pub const MOST_MONTHS: usize = 600;

/// The longest part of a wrong text that is handed back, in characters.
const MOST_OF_TEXT: usize = 40;

/// What the text itself does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The decimal mark where the column leaves it open whether 1,234 is a thousand: the reader's own.
    pub decimal: char,
    /// The current month, which is not over yet: values of it and of later months are left out.
    pub this_month: Option<Month>,
    /// The reader says that the last month is not a whole one: it is left out.
    pub last_is_partial: bool,
}

impl Default for Reading {
    fn default() -> Self {
        Self { decimal: '.', this_month: None, last_is_partial: false }
    }
}

/// One value a month, and what was decided on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// The month of the first value, where the text has dates.
    pub first: Option<Month>,
    /// Values of successive months, `None` for a gap; first and last are values.
    pub values: Vec<Option<f64>>,
    /// What the reader should know.
    pub notes: Vec<Note>,
}

/// Something that was decided in reading. Rows are lines of the text, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The first row is a header, not a value.
    Header {
        /// Its text.
        text: String,
    },
    /// Numbers such as 1,234 could be read in two ways; this was taken for the decimal mark.
    DecimalMark {
        /// The mark.
        mark: char,
    },
    /// Dates such as 03/04/2026 could be read in two ways; the day was taken to stand first.
    DayFirst,
    /// Rows were not in order of time and have been sorted.
    Sorted,
    /// A row has no value: a gap.
    Blank {
        /// Its line.
        row: usize,
    },
    /// Dates leave a month out: a gap.
    Missing {
        /// The month.
        month: Month,
    },
    /// A last month that is not a whole one was left out.
    Partial {
        /// Its line.
        row: usize,
    },
}

/// Why a text is no history. Rows are lines of the text, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no value in it.
    Empty,
    /// This is no number.
    NotANumber {
        /// The line.
        row: usize,
        /// What stands there, shortened.
        text: String,
    },
    /// The number is below zero, which demand cannot be.
    Negative {
        /// The line.
        row: usize,
        /// What stands there.
        text: String,
    },
    /// This is no date, where the first column has dates.
    NotADate {
        /// The line.
        row: usize,
        /// What stands there, shortened.
        text: String,
    },
    /// There is more than a date and a value: paste two columns, and quote numbers with commas between commas.
    MoreColumns {
        /// The line.
        row: usize,
        /// The first cell too many, shortened.
        text: String,
    },
    /// A month comes a second time. Whether to add or to average depends on what is measured, so neither is done.
    MonthTwice {
        /// The line.
        row: usize,
        /// The month.
        month: Month,
    },
    /// From first to last it is more than [`MOST_MONTHS`].
    TooLong {
        /// How many months.
        months: usize,
    },
}

/// One value a month from a pasted column, or from two columns of dates and values.
///
/// Columns are separated by tabs, semicolons or commas. A header is passed over. Blank cells, dashes and "n/a" are
/// gaps, as are months that dates leave out; without dates a blank line between values is a gap too. The decimal mark
/// is seen from the column (see [`Reading::decimal`] where it cannot be). A last month is left out as partial where
/// [`Reading`] says so, or where all other dates are ends of months and its own is days before.
///
/// # Errors
/// See [`Problem`].
///
/// # Example
/// ```
/// use outsourcing::history::{Month, Note, Reading, read};
/// let text = "Monat;Tickets\n2026-01;1.204,5\n2026-03;1.310,0";
/// let history = read(text, Reading::default()).unwrap();
/// assert_eq!(history.first, Some(Month { year: 2026, month: 1 }));
/// assert_eq!(history.values, [Some(1204.5), None, Some(1310.0)]);
/// assert!(history.notes.contains(&Note::Missing { month: Month { year: 2026, month: 2 } }));
/// ```
pub fn read(text: &str, reading: Reading) -> Result<History, Problem> {
    let rows = rows(text, is_date);
    let filled: Vec<&Row> = rows.iter().filter(|row| !row.cells.is_empty()).collect();
    let mut notes = Vec::new();
    if filled.iter().any(|row| row.cells.len() > 1) {
        dated(filled, reading, &mut notes)
    } else {
        undated(&rows, reading, &mut notes)
    }
    .and_then(|(first, values)| trimmed(first, values))
    .map(|(first, values)| History { first, values, notes })
}

/// Values from the first to the last that is there, and the first one's month.
type Values = (Option<Month>, Vec<Option<f64>>);

fn undated(rows: &[Row], reading: Reading, notes: &mut Vec<Note>) -> Result<Values, Problem> {
    let cell = |row: &Row| row.cells.first().cloned().unwrap_or_default();
    // Blank lines before and after the column are no gaps.
    let first = rows.iter().position(|row| !row.cells.is_empty()).ok_or(Problem::Empty)?;
    let last = rows.iter().rposition(|row| !row.cells.is_empty()).unwrap_or(first);
    let mut column: Vec<(usize, String)> =
        rows[first..=last].iter().map(|row| (row.line, cell(row))).collect();
    let mark = mark(column.iter().map(|(_, text)| text.as_str()), reading, notes);
    let title = &column[0].1;
    if number(title, mark).is_none() && !is_blank(title) && title.starts_with(char::is_alphabetic) {
        notes.push(Note::Header { text: shortened(title) });
        column.remove(0);
    }
    if reading.last_is_partial
        && let Some((row, _)) = column.pop()
    {
        notes.push(Note::Partial { row });
    }
    let values = column.iter().map(|(row, text)| value(*row, text, mark, notes)).collect::<Result<_, _>>()?;
    Ok((None, values))
}

/// A row of a dated table.
struct Entry {
    row: usize,
    date: Date,
    value: Option<f64>,
}

fn dated(mut rows: Vec<&Row>, reading: Reading, notes: &mut Vec<Note>) -> Result<Values, Problem> {
    let value_of = |row: &Row| row.cells.get(1).cloned().unwrap_or_default();
    let texts: Vec<String> = rows.iter().map(|row| value_of(row)).collect();
    let mark = mark(texts.iter().map(String::as_str), reading, notes);
    if let Some(row) = rows.iter().find(|row| row.cells.len() > 2) {
        return Err(Problem::MoreColumns { row: row.line, text: shortened(&row.cells[2]) });
    }
    let title = &rows[0].cells;
    if !is_date(&title[0]) && number(&value_of(rows[0]), mark).is_none() {
        notes.push(Note::Header { text: shortened(title.get(1).unwrap_or(&title[0])) });
        rows.remove(0);
    }
    let dates = dates(&rows, notes)?;
    let mut entries = Vec::new();
    for (row, date) in rows.iter().zip(dates) {
        entries.push(Entry { row: row.line, date, value: value(row.line, &value_of(row), mark, notes)? });
    }
    if !entries.is_sorted_by_key(|entry| entry.date.month) {
        entries.sort_by_key(|entry| entry.date.month);
        notes.push(Note::Sorted);
    }
    if let Some(pair) = entries.windows(2).find(|pair| pair[0].date.month == pair[1].date.month) {
        let row = pair[0].row.max(pair[1].row);
        return Err(Problem::MonthTwice { row, month: pair[1].date.month });
    }
    while entries.last().is_some() && last_is_partial(&entries, reading, notes) {
        notes.extend(entries.pop().map(|entry| Note::Partial { row: entry.row }));
    }
    let first = entries.first().ok_or(Problem::Empty)?.date.month;
    let mut values: Vec<Option<f64>> = Vec::new();
    for entry in &entries {
        let place = usize::try_from(entry.date.month.since(first)).unwrap_or(0);
        if place >= MOST_MONTHS {
            return Err(Problem::TooLong { months: place + 1 });
        }
        for gap in values.len()..place {
            let months = i32::try_from(gap).unwrap_or(i32::MAX);
            notes.push(Note::Missing { month: first.shifted(months) });
            values.push(None);
        }
        values.push(entry.value);
    }
    Ok((Some(first), values))
}

fn last_is_partial(entries: &[Entry], reading: Reading, notes: &[Note]) -> bool {
    let Some((last, earlier)) = entries.split_last() else { return false };
    if reading.this_month.is_some_and(|now| last.date.month >= now) {
        return true;
    }
    // Only one month can be cut short by the end of the records.
    if notes.iter().any(|note| matches!(note, Note::Partial { .. })) {
        return false;
    }
    let ends = |entry: &Entry| entry.date.day == Some(entry.date.month.days());
    // A month may end its working days before a long weekend.
    let early = last.date.day.is_some_and(|day| day + 3 < last.date.month.days());
    let cut_short = early && earlier.len() > 1 && earlier.iter().all(ends);
    reading.last_is_partial || cut_short
}

/// The dates of all rows, in the order of day and month that fits the column: the one that reads most rows and sees
/// most different months, then the one whose months lie closest together.
fn dates(rows: &[&Row], notes: &mut Vec<Note>) -> Result<Vec<Date>, Problem> {
    let read = |order| rows.iter().map(|row| date(&row.cells[0], order)).collect::<Vec<_>>();
    let merit = |dates: &[Option<Date>]| {
        let mut months: Vec<Month> = dates.iter().flatten().map(|date| date.month).collect();
        let count = months.len();
        months.sort_unstable();
        months.dedup();
        let span = months.first().zip(months.last()).map_or(0, |(first, last)| last.since(*first));
        (count, months.len(), -span)
    };
    let (day_first, month_first) = (read(Order::DayFirst), read(Order::MonthFirst));
    let (merit_day, merit_month) = (merit(&day_first), merit(&month_first));
    let chosen = if merit_day >= merit_month { &day_first } else { &month_first };
    if merit_day == merit_month && day_first != month_first {
        notes.push(Note::DayFirst);
    }
    let one = |(row, date): (&&Row, &Option<Date>)| {
        date.ok_or_else(|| Problem::NotADate { row: row.line, text: shortened(&row.cells[0]) })
    };
    rows.iter().zip(chosen).map(one).collect()
}

/// The decimal mark of a column of values.
fn mark<'a>(column: impl Iterator<Item = &'a str>, reading: Reading, notes: &mut Vec<Note>) -> char {
    // A header, or a wrong text, may hold marks of its own.
    let numeric = |text: &&str| {
        text.contains(char::is_numeric)
            && !text.contains(|c: char| c.is_alphabetic() && !matches!(c, 'e' | 'E'))
    };
    match decimal_mark(column.filter(numeric)) {
        Mark::Known(mark) => mark,
        Mark::Open => reading.decimal,
        Mark::Ambiguous => {
            notes.push(Note::DecimalMark { mark: reading.decimal });
            reading.decimal
        }
    }
}

fn value(row: usize, text: &str, mark: char, notes: &mut Vec<Note>) -> Result<Option<f64>, Problem> {
    if is_blank(text) {
        notes.push(Note::Blank { row });
        return Ok(None);
    }
    match number(text, mark) {
        None => Err(Problem::NotANumber { row, text: shortened(text) }),
        Some(value) if value < 0.0 => Err(Problem::Negative { row, text: shortened(text) }),
        value => Ok(value),
    }
}

fn is_blank(text: &str) -> bool {
    matches!(text.to_lowercase().as_str(), "" | "-" | "–" | "—" | "n/a" | "na" | "#n/a" | "null")
}

fn shortened(text: &str) -> String {
    text.chars().take(MOST_OF_TEXT).collect()
}

/// Without the gaps at both ends, which say nothing.
fn trimmed(first: Option<Month>, mut values: Vec<Option<f64>>) -> Result<Values, Problem> {
    let start = values.iter().position(Option::is_some).ok_or(Problem::Empty)?;
    let end = values.iter().rposition(Option::is_some).unwrap_or(start);
    values.truncate(end + 1);
    values.drain(..start);
    if values.len() > MOST_MONTHS {
        return Err(Problem::TooLong { months: values.len() });
    }
    let skipped = i32::try_from(start).unwrap_or(i32::MAX);
    Ok((first.map(|first| first.shifted(skipped)), values))
}
