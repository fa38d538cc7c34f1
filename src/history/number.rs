//! Numbers as any locale writes them.
//!
//! `1,234` is a thousand in one place and a little over one in another, so a whole column is looked at before any of
//! it is read; the caller's decimal mark decides only where the column leaves it open.

/// What may stand between groups of digits: comma, point, spaces, apostrophes, the Arabic mark.
const GROUP_MARKS: [char; 9] = [',', '.', ' ', '\u{a0}', '\u{2009}', '\u{202f}', '\'', '’', '٬'];

/// Zeros of the digits in use beside 0–9: Arabic, Persian, Devanagari, Bengali, full width.
const ZEROS: [char; 5] = ['٠', '۰', '०', '০', '０'];

/// The text with every digit as 0–9.
pub(crate) fn plain_digits(text: &str) -> String {
    let plain = |c: char| {
        let value = |zero: &char| u32::from(c).checked_sub(u32::from(*zero)).filter(|value| *value < 10);
        ZEROS.iter().find_map(value).and_then(|value| char::from_digit(value, 10)).unwrap_or(c)
    };
    text.trim().chars().map(plain).collect()
}

/// What a column says about its decimal mark.
pub(crate) enum Mark {
    /// No number has a mark that could be read in two ways, or none at all.
    Open,
    /// Some have, such as 1,234, and nothing in the column decides.
    Ambiguous,
    /// It can only be this.
    Known(char),
}

/// The decimal mark of a column, from the first number that shows it.
pub(crate) fn decimal_mark<'a>(column: impl Iterator<Item = &'a str>) -> Mark {
    let mut ambiguous = None;
    let mut three_bare_digits = false;
    for text in column {
        let text = plain_digits(text);
        match shown_by(&text) {
            Mark::Known(mark) => return Mark::Known(mark),
            Mark::Ambiguous => ambiguous = ambiguous.or(text.chars().find(|c| matches!(c, '.' | ','))),
            Mark::Open => three_bare_digits |= text.len() == 3 && text.bytes().all(|b| b.is_ascii_digit()),
        }
    }
    match ambiguous {
        None => Mark::Open,
        // 980 beside 1,020: three decimals would be shown on both, so it is a thousand.
        Some(mark) if three_bare_digits => Mark::Known(other(mark)),
        Some(_) => Mark::Ambiguous,
    }
}

fn other(mark: char) -> char {
    if mark == '.' { ',' } else { '.' }
}

fn shown_by(text: &str) -> Mark {
    if text.contains('٫') {
        return Mark::Known('٫');
    }
    let marks: Vec<(usize, char)> = text.char_indices().filter(|(_, c)| matches!(c, '.' | ',')).collect();
    let (Some(&(first, mark)), Some(&(_, last))) = (marks.first(), marks.last()) else {
        return Mark::Open;
    };
    if mark != last {
        return Mark::Known(last);
    }
    if marks.len() > 1 {
        return Mark::Known(other(mark));
    }
    let (before, after) = (text[..first].trim_start_matches(['-', '−', '+']), &text[first + 1..]);
    let could_be_group = after.len() == 3
        && after.bytes().all(|b| b.is_ascii_digit())
        && (1..=3).contains(&before.len())
        && !before.starts_with('0')
        && before.bytes().all(|b| b.is_ascii_digit());
    if could_be_group { Mark::Ambiguous } else { Mark::Known(mark) }
}

/// The number in a text, with this decimal mark; any other mark must separate groups of digits where it stands.
pub(super) fn number(text: &str, decimal: char) -> Option<f64> {
    let text = plain_digits(text);
    let (negative, text) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once(decimal).unwrap_or((mantissa, ""));
    let digits = without_groups(whole, decimal)?;
    if digits.len() + fraction.len() == 0 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let power: i32 = exponent.parse().ok()?;
    let value: f64 = format!("0{digits}.{fraction}0e{power}").parse().ok()?;
    let value = if negative { 0.0 - value } else { value };
    value.is_finite().then_some(value)
}

/// Digits without their marks: groups of three from the right, of two before that in India; all by one mark.
fn without_groups(whole: &str, decimal: char) -> Option<String> {
    let mut marks = whole.chars().filter(|c| !c.is_ascii_digit());
    if let Some(mark) = marks.next()
        && (mark == decimal || !GROUP_MARKS.contains(&mark) || marks.any(|next| next != mark))
    {
        return None;
    }
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let last = groups.len() - 1;
    let fits = |(index, group): (usize, &&str)| match index {
        _ if last == 0 => true,
        0 => (1..=3).contains(&group.len()),
        _ if index == last => group.len() == 3,
        _ => (2..=3).contains(&group.len()),
    };
    groups.iter().enumerate().all(fits).then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_locale_is_read() {
        for (text, decimal, value) in [
            ("1234.5", '.', 1234.5),
            ("1,234.5", '.', 1234.5),
            ("1.234,5", ',', 1234.5),
            ("1\u{202f}234,5", ',', 1234.5),
            ("1 234 567", ',', 1_234_567.0),
            ("1’234.50", '.', 1234.5),
            ("12,34,567", '.', 1_234_567.0),
            ("١٬٢٣٤٫٥", '٫', 1234.5),
            ("१२३", '.', 123.0),
            (".5", '.', 0.5),
            ("5.", '.', 5.0),
            ("1.2E+03", '.', 1200.0),
            ("−3", '.', -3.0),
        ] {
            assert_eq!(number(text, decimal), Some(value), "{text}");
        }
        for (text, decimal) in [
            ("", '.'),
            ("-", '.'),
            (".", '.'),
            ("1,5", '.'),
            ("1.5", ','),
            ("1.2.3", '.'),
            ("1,23,4", '.'),
            ("1 234,567", '.'),
            ("1'234,567", '.'),
            ("12 h", '.'),
            ("1e", '.'),
            ("1e999", '.'),
            ("inf", '.'),
            ("NaN", '.'),
            ("0x10", '.'),
        ] {
            assert_eq!(number(text, decimal), None, "{text}");
        }
    }

    #[test]
    fn a_column_shows_its_mark() {
        let mark = |column: &[&str]| match decimal_mark(column.iter().copied()) {
            Mark::Open => "open".to_owned(),
            Mark::Ambiguous => "ambiguous".to_owned(),
            Mark::Known(mark) => mark.to_string(),
        };
        for (column, wanted) in [
            (&["12", "n/a"][..], "open"),
            (&["1,234", "2,345"], "ambiguous"),
            (&["1,234", "980"], "."),
            (&["1.234", "980"], ","),
            (&["1,234", "1,5"], ","),
            (&["1.234", "0.950"], "."),
            (&["1,234", "1,234,567"], "."),
            (&["1.234,5"], ","),
            (&["1 234,567"], ","),
            (&["1234.567"], "."),
            (&["١٫٥"], "٫"),
        ] {
            assert_eq!(mark(column), wanted, "{column:?}");
        }
    }
}
