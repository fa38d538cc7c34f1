//! Small sums: `+ - * / ( )` over numbers with scales, percent signs and units around them.

use super::{EntryProblem, Separators};

/// How deep brackets and signs may nest.
const DEEPEST: usize = 16;

/// A number on its way: percent is not applied before the end, because only then is it known whether a sign was typed.
#[derive(Clone, Copy)]
struct Operand {
    value: f64,
    /// The value over a hundred; read from the digits where there are any, so that `7` percent is 0.07 to the bit.
    hundredth: f64,
    /// A percent sign was typed, and has been applied.
    fraction: bool,
}

impl Operand {
    fn new(value: f64, fraction: bool) -> Result<Self, EntryProblem> {
        if value.is_finite() {
            Ok(Self { value, hundredth: value / 100.0, fraction })
        } else {
            Err(EntryProblem::TooLarge)
        }
    }

    fn percent(self) -> Self {
        Self { value: self.hundredth, hundredth: self.hundredth / 100.0, fraction: true }
    }
}

struct Reader<'a> {
    text: &'a [char],
    at: usize,
    separators: Separators,
    /// The field is in percent, so a number without a sign beside one with is in percent too.
    percent: bool,
}

/// The value of a sum; in a percent field as a fraction.
pub(super) fn evaluate(text: &str, separators: Separators, percent: bool) -> Result<f64, EntryProblem> {
    let characters: Vec<char> = text.chars().collect();
    let mut reader = Reader { text: &characters, at: 0, separators, percent };
    let operand = reader.sum(0)?;
    if reader.at < characters.len() {
        return Err(reader.puzzled());
    }
    Ok(if percent && !operand.fraction { operand.hundredth } else { operand.value })
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn skip_spaces(&mut self) {
        while self.peek().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
    }

    /// The problem with what stands here: the rest of the text, or all of it where the text breaks off.
    fn puzzled(&self) -> EntryProblem {
        let rest = if self.at < self.text.len() { &self.text[self.at..] } else { self.text };
        EntryProblem::NotANumber(rest.iter().collect())
    }

    fn sum(&mut self, depth: usize) -> Result<Operand, EntryProblem> {
        let mut left = self.product(depth)?;
        loop {
            let sign = match self.peek() {
                Some('+') => 1.0,
                Some(dash) if is_minus(dash) => -1.0,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.product(depth)?;
            let mixed = self.percent && left.fraction != right.fraction;
            let share = |side: Operand| {
                if mixed && !side.fraction { side.hundredth } else { side.value }
            };
            left = Operand::new(share(left) + sign * share(right), left.fraction || right.fraction)?;
        }
    }

    fn product(&mut self, depth: usize) -> Result<Operand, EntryProblem> {
        let mut left = self.factor(depth)?;
        loop {
            let divide = match self.peek() {
                Some('*' | '×' | '·' | 'x' | 'X') => false,
                Some('/' | '÷') => true,
                _ => return Ok(left),
            };
            self.at += 1;
            let right = self.factor(depth)?;
            let fraction = left.fraction || right.fraction;
            if divide && right.value == 0.0 {
                return Err(EntryProblem::DivideByZero);
            }
            let value = if divide { left.value / right.value } else { left.value * right.value };
            left = Operand::new(value, fraction)?;
        }
    }

    fn factor(&mut self, depth: usize) -> Result<Operand, EntryProblem> {
        if depth > DEEPEST {
            return Err(EntryProblem::TooLong);
        }
        self.skip_spaces();
        match self.peek() {
            Some('+') => {
                self.at += 1;
                return self.factor(depth + 1);
            }
            Some(dash) if is_minus(dash) => {
                self.at += 1;
                let Operand { value, hundredth, fraction } = self.factor(depth + 1)?;
                return Ok(Operand { value: -value, hundredth: -hundredth, fraction });
            }
            _ => {}
        }
        self.skip_currency();
        let mut operand = if self.peek() == Some('(') {
            self.at += 1;
            let inner = self.sum(depth + 1)?;
            if self.peek() != Some(')') {
                return Err(self.puzzled());
            }
            self.at += 1;
            inner
        } else if self.peek().is_some_and(is_minus) {
            // "$ -45": the sign follows the currency.
            return self.factor(depth + 1);
        } else {
            self.number()?
        };
        self.skip_spaces();
        if self.peek() == Some('%') {
            self.at += 1;
            operand = operand.percent();
        }
        self.skip_units();
        Ok(operand)
    }

    /// A currency before a number: signs, or a code of up to three letters (`USD`, `Fr.`, `R$`).
    fn skip_currency(&mut self) {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_alphabetic()) && self.at - start < 3 {
            self.at += 1;
        }
        if self.at > start && self.peek() == Some('.') {
            self.at += 1;
        }
        while self.peek().is_some_and(|c| is_currency(c) || c.is_whitespace()) {
            self.at += 1;
        }
    }

    /// Units after a number: words and currency signs, also after a stroke (`€/h`, `$ per hour`, `months`).
    fn skip_units(&mut self) {
        loop {
            self.skip_spaces();
            let stroke = usize::from(self.peek() == Some('/'));
            let first = self.text.get(self.at + stroke).copied();
            // A currency after a stroke or a word opens the next operand unless no number follows it.
            let opens =
                |c: char| is_word(c) || (is_currency(c) && !self.number_follows(self.at + stroke + 1));
            if !first.is_some_and(opens) || self.is_times() {
                return;
            }
            self.at += stroke + 1;
            while self.peek().is_some_and(|c| is_word(c) || is_currency(c) || c == '.') {
                self.at += 1;
            }
        }
    }

    fn number_follows(&self, from: usize) -> bool {
        self.text[from..].iter().find(|c| !c.is_whitespace()).is_some_and(char::is_ascii_digit)
    }

    /// An `x` standing alone is a times sign.
    fn is_times(&self) -> bool {
        matches!(self.peek(), Some('x' | 'X')) && !self.text.get(self.at + 1).is_some_and(|c| is_word(*c))
    }

    fn number(&mut self) -> Result<Operand, EntryProblem> {
        let mut digits = String::new();
        let mut fraction = false;
        while let Some(c) = self.peek() {
            if c.is_ascii_digit() {
                digits.push(c);
            } else if c == self.separators.decimal && !fraction {
                fraction = true;
                digits.push('.');
            } else if !fraction && !digits.is_empty() && self.is_group(c) {
                // The mark is left out.
            } else {
                break;
            }
            self.at += 1;
        }
        if !digits.bytes().any(|b| b.is_ascii_digit()) {
            return Err(self.puzzled());
        }
        let exponent = self.exponent().saturating_add(self.scale());
        // The exponent goes into the digits: multiplying afterwards would round twice.
        let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
        let whole = whole.trim_start_matches('0');
        let whole = if whole.is_empty() { "0" } else { whole };
        let read = |exponent: i32| {
            crate::decimal::read(&format!("{whole}.{fraction}0e{exponent}")).ok_or(EntryProblem::TooLarge)
        };
        Ok(Operand { value: read(exponent)?, hundredth: read(exponent.saturating_sub(2))?, fraction: false })
    }

    /// Whether the mark here separates groups: two digits follow and another mark, or three and no further digit.
    fn is_group(&self, mark: char) -> bool {
        let known = mark == self.separators.group || matches!(mark, '\'' | '’') || mark.is_whitespace();
        let after = self.text[self.at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
        let next = self.text.get(self.at + 1 + after);
        known && (after == 3 || (after == 2 && mark == self.separators.group && next == Some(&mark)))
    }

    fn exponent(&mut self) -> i32 {
        if !matches!(self.peek(), Some('e' | 'E')) {
            return 0;
        }
        let signed = usize::from(matches!(self.text.get(self.at + 1), Some('+' | '-')));
        let from = self.at + 1 + signed;
        let length = self.text[from.min(self.text.len())..].iter().take_while(|c| c.is_ascii_digit()).count();
        if length == 0 {
            return 0;
        }
        let written: String = self.text[self.at + 1..from + length].iter().collect();
        self.at = from + length;
        // What does not fit is beyond any number either way.
        written.parse().unwrap_or(if written.starts_with('-') { -9999 } else { 9999 })
    }

    /// The power of ten a letter after a number stands for.
    fn scale(&mut self) -> i32 {
        let start = self.at;
        self.skip_spaces();
        let word: String = self.text[self.at..].iter().take_while(|c| c.is_alphabetic()).collect();
        let power = match word.to_ascii_lowercase().as_str() {
            "k" => 3,
            "m" | "mn" | "mio" => 6,
            "bn" => 9,
            _ => {
                self.at = start;
                return 0;
            }
        };
        self.at += word.chars().count();
        power
    }
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−' | '–')
}

fn is_word(c: char) -> bool {
    c.is_alphabetic()
}

fn is_currency(c: char) -> bool {
    matches!(c, '$' | '€' | '£' | '¥' | '¢' | '¤' | '฿' | '\u{20a0}'..='\u{20cf}')
}
