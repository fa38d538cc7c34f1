//! A quote pasted from a spreadsheet: lines down, vendors across, read into offers.
//!
//! Nothing is guessed in silence: what a line goes to, how each cell was read, and what was left out is handed back to be shown.

mod cell;
mod currency;
mod take;
mod target;

use std::collections::BTreeMap;

pub use cell::{Cell, Decided, Read};
pub use take::{Rates, column_vendor, foreign, take};
pub use target::{NAME, Target, plain, targets};

use crate::history::{Mark, decimal_mark, rows};
use cell::{Manner, cell, digits, is_blank};
use target::find;

/// What reading needs to know beside the text.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The reader's own decimal mark, where a column leaves it open.
    pub decimal: char,
    /// The scenario's currency.
    pub home: &'a str,
    /// What people call the lines of a quote, with the path of the input that they mean.
    pub called: &'a [(&'a str, &'a str)],
    /// What people call choices, with their names in a document.
    pub choices: &'a [(&'a str, &'a str)],
    /// Columns that may be taken.
    pub most: usize,
}

/// A quote that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Quote {
    /// The names at the head of the columns; empty where there is none.
    pub columns: Vec<String>,
    /// The lines.
    pub lines: Vec<QuoteLine>,
    /// Columns that were left out, as a scenario has no room for more vendors.
    pub left_out: Vec<String>,
    /// The decimal mark, where some column left it open: it was taken for the reader's.
    pub open_mark: Option<char>,
}

/// A line of a quote.
#[derive(Clone, Debug, PartialEq)]
pub struct QuoteLine {
    /// Its row in the text, from 1.
    pub row: usize,
    /// What it is called there.
    pub label: String,
    /// What it goes to, by the place among [`targets`]; None: nobody knows.
    pub target: Option<usize>,
    /// The row of an earlier line that goes to the same input: this one is then left out.
    pub same_as: Option<usize>,
    /// The cells as they are.
    pub texts: Vec<String>,
    /// What they say, one a column.
    pub cells: Vec<Cell>,
}

/// Why a text is no quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is nothing in it.
    Empty,
    /// There is one column only: names of lines without values, or values without names.
    OneColumn,
    /// No line goes to any input.
    NothingKnown,
}

/// Reads a quote. `chosen` says of rows what they go to where the visitor has said so: a place among [`targets`], or nowhere.
///
/// # Errors
/// See [`Problem`].
pub fn read(
    text: &str,
    reading: Reading<'_>,
    chosen: &BTreeMap<usize, Option<usize>>,
) -> Result<Quote, Problem> {
    let targets = targets();
    let known = |name: &str| find(name, &targets, reading.called);
    let mut table = cells_of(text, &|name| known(name).is_some());
    if table.is_empty() {
        return Err(Problem::Empty);
    }
    let width = table.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    if width < 2 {
        return Err(Problem::OneColumn);
    }
    let mut heads = vec![String::new(); width - 1];
    if let Some(at) = header(&table, &targets, &known) {
        let (_, cells) = table.remove(at);
        for (head, cell) in heads.iter_mut().zip(cells.into_iter().skip(1)) {
            *head = cell;
        }
    }
    let left_out: Vec<String> =
        heads.split_off(reading.most.min(heads.len())).into_iter().filter(|head| !head.is_empty()).collect();
    let mut open_mark = None;
    let marks: Vec<char> = (0..heads.len())
        .map(|column| {
            let column: Vec<String> = table
                .iter()
                .filter_map(|(_, cells)| cells.get(column + 1))
                .map(|cell| digits(cell))
                .collect();
            match decimal_mark(column.iter().map(String::as_str).filter(|text| !text.is_empty())) {
                Mark::Known(mark) => mark,
                Mark::Open => reading.decimal,
                Mark::Ambiguous => {
                    open_mark = Some(reading.decimal);
                    reading.decimal
                }
            }
        })
        .collect();
    let mut lines: Vec<QuoteLine> = Vec::new();
    for (row, cells) in table {
        let label = cells[0].clone();
        let texts: Vec<String> =
            (0..heads.len()).map(|column| cells.get(column + 1).cloned().unwrap_or_default()).collect();
        let target = chosen.get(&row).copied().unwrap_or_else(|| known(&label));
        let same_as =
            lines.iter().find(|line| target.is_some() && line.target == target).map(|line| line.row);
        let read = texts.iter().zip(&heads).zip(&marks).map(|((text, head), decimal)| {
            let manner = Manner {
                decimal: *decimal,
                home: reading.home,
                label: &label,
                head,
                choices: reading.choices,
            };
            target.map_or(Cell::Empty, |target| cell(text, &targets[target], manner))
        });
        let cells = read.collect();
        lines.push(QuoteLine { row, label, target, same_as, texts, cells });
    }
    if lines.is_empty() {
        return Err(Problem::OneColumn);
    }
    if lines.iter().all(|line| line.target.is_none()) && chosen.is_empty() {
        return Err(Problem::NothingKnown);
    }
    Ok(Quote { columns: heads, lines, left_out, open_mark })
}

/// Rows with something in them: their number in the text, and their cells.
fn cells_of(text: &str, known: &dyn Fn(&str) -> bool) -> Vec<(usize, Vec<String>)> {
    // A table in a message may have upright strokes for its columns.
    let strokes = text.contains('|') && !text.contains('\t');
    let text = if strokes { text.replace('|', "\t") } else { text.to_owned() };
    let mut table = Vec::new();
    for row in rows(&text, |cell| known(cell)) {
        let mut cells = row.cells;
        if strokes && cells.first().is_some_and(String::is_empty) {
            cells.remove(0);
        }
        let rule = cells.iter().all(|cell| cell.chars().all(|c| matches!(c, '-' | ':' | '=')));
        // A line of a letter: “Rate: 45”.
        if let [one] = cells.as_slice()
            && let Some((name, value)) = one.split_once(':')
        {
            cells = vec![name.trim().to_owned(), value.trim().to_owned()];
        }
        if !cells.is_empty() && !rule {
            table.push((row.line, cells));
        }
    }
    table
}

/// The row that names the vendors: one that is called so, else the first if it holds no values.
fn header(
    table: &[(usize, Vec<String>)],
    targets: &[Target],
    known: &dyn Fn(&str) -> Option<usize>,
) -> Option<usize> {
    let target = |cells: &[String]| known(&cells[0]).map(|target| &targets[target]);
    let named = table
        .iter()
        .position(|(_, cells)| target(cells).is_some_and(|target| target.of_vendor && target.path == NAME));
    named.or_else(|| {
        let (_, cells) = table.first()?;
        let values = cells[1..].iter().any(|cell| cell.starts_with(|c: char| c.is_numeric()));
        let words = cells[1..].iter().any(|cell| !is_blank(cell));
        (words && !values && table.len() > 1 && target(cells).is_none()).then_some(0)
    })
}

#[cfg(test)]
mod tests;
