//! Pasted text as rows of cells.

/// One row of a table.
#[derive(Debug, PartialEq)]
pub(crate) struct Row {
    /// The line it starts on, from 1.
    pub line: usize,
    /// Its cells without blanks around them; blank cells at the end are left out.
    pub cells: Vec<String>,
}

/// The rows of a text, blank ones included. `is_date` tells a comma between a date and a value from one within a
/// number.
///
/// Cells are separated by tabs; without any, by semicolons; without any, by commas where some row then starts with a
/// date and has more; else a line is one cell. Cells may be quoted, with "" for a quote within.
pub(crate) fn rows(text: &str, is_date: impl Fn(&str) -> bool) -> Vec<Row> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    for separator in ['\t', ';'] {
        if text.contains(separator) {
            return split(&text, Some(separator));
        }
    }
    let by_commas = split(&text, Some(','));
    if by_commas.iter().any(|row| row.cells.len() > 1 && is_date(&row.cells[0])) {
        return by_commas;
    }
    split(&text, None)
}

fn split(text: &str, separator: Option<char>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut row = Row { line: 1, cells: Vec::new() };
    let mut cell = String::new();
    let mut line = 1;
    let mut quoted = false;
    let mut characters = text.chars().chain(std::iter::once('\n')).peekable();
    while let Some(c) = characters.next() {
        // The end of the text ends a quote that was left open.
        let end = characters.peek().is_none();
        if c == '\n' {
            line += 1;
        }
        if quoted && !end {
            match c {
                '"' if characters.peek() == Some(&'"') => cell.extend(characters.next()),
                '"' => quoted = false,
                _ => cell.push(c),
            }
        } else if c == '"' && cell.trim().is_empty() {
            quoted = true;
        } else if c == '\n' || Some(c) == separator {
            row.cells.push(cell.trim().to_owned());
            cell.clear();
            if c == '\n' {
                while row.cells.pop_if(|last| last.is_empty()).is_some() {}
                rows.push(std::mem::replace(&mut row, Row { line, cells: Vec::new() }));
            }
        } else {
            cell.push(c);
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::rows;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text, |cell| cell.starts_with("20")).into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn separators_and_quotes() {
        assert_eq!(
            cells("2024-01\t1,5\r\n2024-02\t\"2\"\r\n"),
            [vec!["2024-01", "1,5"], vec!["2024-02", "2"], vec![]]
        );
        assert_eq!(cells("a;b\n1,5;"), [vec!["a", "b"], vec!["1,5"]]);
        assert_eq!(cells("2024-01,\"1,234\"\n"), [vec!["2024-01", "1,234"], vec![]]);
        assert_eq!(cells("1,5\n2,5"), [["1,5"], ["2,5"]]);
        assert_eq!(cells("\"say \"\"hi\"\"\""), [["say \"hi\""]]);
        assert_eq!(cells("\"left open\n1"), [["left open\n1"]]);
        assert_eq!(cells("\u{feff}\u{a0}12 \n"), [vec!["12"], vec![]]);
        let lines: Vec<usize> = rows("\"a\nb\"\n1", |_| false).iter().map(|row| row.line).collect();
        assert_eq!(lines, [1, 3]);
    }
}
