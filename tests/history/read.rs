use outsourcing::history::{History, MOST_MONTHS, Month, Note, Problem, Reading, read};
use proptest::prelude::*;

fn month(year: i32, month: u32) -> Month {
    Month { year, month }
}

fn plain(text: &str) -> History {
    read(text, Reading::default()).unwrap_or_else(|problem| panic!("{text}: {problem:?}"))
}

fn problem(text: &str) -> Problem {
    read(text, Reading::default()).expect_err(text)
}

fn all(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

#[test]
fn a_column_of_numbers() {
    let history = plain("\n12\n13.5\n11\n\n");
    assert_eq!(history, History { first: None, values: all(&[12.0, 13.5, 11.0]), notes: vec![] });
}

#[test]
fn german_decimals() {
    let history = plain("Monat;Tickets\n31.01.2026;1.204,5\n28.02.2026;998,25\n");
    assert_eq!(history.first, Some(month(2026, 1)));
    assert_eq!(history.values, all(&[1204.5, 998.25]));
    assert_eq!(history.notes, [Note::Header { text: "Tickets".to_owned() }]);
    // A single column: the comma is no separator.
    assert_eq!(plain("1,5\n2,25").values, all(&[1.5, 2.25]));
}

#[test]
fn us_thousands() {
    let history = plain("Date,Hours\n1/31/2026,\"1,204.50\"\n2/28/2026,998\n3/31/2026,\"1,310\"");
    assert_eq!(history.first, Some(month(2026, 1)));
    assert_eq!(history.values, all(&[1204.5, 998.0, 1310.0]));
    assert_eq!(plain("1,204\n998\n1,310").values, all(&[1204.0, 998.0, 1310.0]));
}

#[test]
fn tabs_as_from_a_spreadsheet() {
    let history = plain("Jan 2026\t1 204,5\r\nFeb 2026\t1 310,0\r\n");
    assert_eq!((history.first, history.values), (Some(month(2026, 1)), all(&[1204.5, 1310.0])));
}

#[test]
fn thousands_or_decimals_are_the_readers_where_nothing_tells() {
    let text = "1,204\n1,310";
    assert_eq!(plain(text).values, all(&[1204.0, 1310.0]));
    assert_eq!(plain(text).notes, [Note::DecimalMark { mark: '.' }]);
    let german = read(text, Reading { decimal: ',', ..Reading::default() }).expect("numbers");
    assert_eq!(german.values, all(&[1.204, 1.31]));
    assert_eq!(german.notes, [Note::DecimalMark { mark: ',' }]);
}

#[test]
fn gaps_are_said() {
    let history = plain("2025-11,5\n2026-01,\n2026-02,7\n2026-05,n/a\n2026-06,9");
    assert_eq!(history.first, Some(month(2025, 11)));
    assert_eq!(history.values, [Some(5.0), None, None, Some(7.0), None, None, None, Some(9.0)]);
    let missing = |year, one| Note::Missing { month: month(year, one) };
    let wanted = [
        Note::Blank { row: 2 },
        Note::Blank { row: 4 },
        missing(2025, 12),
        missing(2026, 3),
        missing(2026, 4),
    ];
    assert_eq!(history.notes, wanted);
    let column = plain("5\n\n7\n-\n9");
    assert_eq!(column.values, [Some(5.0), None, Some(7.0), None, Some(9.0)]);
    assert_eq!(column.notes, [Note::Blank { row: 2 }, Note::Blank { row: 4 }]);
    // Gaps at the ends say nothing, and the first month moves with them.
    let ends = plain("2026-01;\n2026-02;4\n2026-03;");
    assert_eq!((ends.first, ends.values), (Some(month(2026, 2)), all(&[4.0])));
}

#[test]
fn rows_in_any_order_of_time() {
    let newest_first = plain("2026-03;3\n2026-02;2\n2026-01;1");
    assert_eq!((newest_first.first, newest_first.values), (Some(month(2026, 1)), all(&[1.0, 2.0, 3.0])));
    assert_eq!(newest_first.notes, [Note::Sorted]);
}

#[test]
fn day_and_month_are_told_apart_by_the_column() {
    let american = plain("01/01/2026;1\n02/01/2026;2\n03/01/2026;3");
    assert_eq!((american.first, american.values.len()), (Some(month(2026, 1)), 3));
    assert_eq!(american.notes, []);
    let european = plain("01/10/2025;1\n01/11/2025;2\n01/12/2025;3");
    assert_eq!((european.first, european.values.len()), (Some(month(2025, 10)), 3));
    assert_eq!(plain("03/04/2026;1").notes, [Note::DayFirst]);
}

#[test]
fn a_month_that_is_not_over_is_left_out() {
    // By its date: the others are ends of months.
    let cut = plain("2026-01-31;5\n2026-02-28;6\n2026-03-12;2");
    assert_eq!((cut.values, cut.notes), (all(&[5.0, 6.0]), vec![Note::Partial { row: 3 }]));
    assert_eq!(plain("2025-11-30;5\n2025-12-31;6\n2026-01-30;7").values.len(), 3);
    assert_eq!(plain("2026-01-15;5\n2026-02-15;6\n2026-03-15;7").values.len(), 3);
    assert_eq!(plain("2024-01-31;5\n2024-02-29;6\n2024-03-31;7").values.len(), 3);
    // By the current month.
    let now = Reading { this_month: Some(month(2026, 3)), ..Reading::default() };
    let current = read("2026-01;5\n2026-02;6\n2026-03;2\n2026-04;0", now).expect("values");
    assert_eq!(current.values, all(&[5.0, 6.0]));
    assert_eq!(current.notes, [Note::Partial { row: 4 }, Note::Partial { row: 3 }]);
    // By the reader's word, with dates and without.
    let told = Reading { last_is_partial: true, ..Reading::default() };
    for text in ["5\n6\n2", "2026-01;5\n2026-02;6\n2026-03;2", "2026-01-31;5\n2026-02-28;6\n2026-03-12;2"] {
        let history = read(text, told).expect("values");
        assert_eq!(
            (history.values, history.notes),
            (all(&[5.0, 6.0]), vec![Note::Partial { row: 3 }]),
            "{text}"
        );
    }
}

#[test]
fn a_bad_row_is_named() {
    let not_a_number = |row, text: &str| Problem::NotANumber { row, text: text.to_owned() };
    assert_eq!(problem("Tickets\n12\n13\ntwelve\n14"), not_a_number(4, "twelve"));
    assert_eq!(problem("12\n1.5\n1,5"), not_a_number(3, "1,5"));
    assert_eq!(problem("2026-01;12 h"), not_a_number(1, "12 h"));
    assert_eq!(problem("2026-01;5\n2026-02;#DIV/0!"), not_a_number(2, "#DIV/0!"));
    assert_eq!(problem("5\n-3"), Problem::Negative { row: 2, text: "-3".to_owned() });
    assert_eq!(problem("2026-01;5\n2026-13;6"), Problem::NotADate { row: 2, text: "2026-13".to_owned() });
    assert_eq!(problem("1;5\n2;6"), Problem::NotADate { row: 1, text: "1".to_owned() });
    assert_eq!(problem("2026-01,1,204"), Problem::MoreColumns { row: 1, text: "204".to_owned() });
    assert_eq!(problem("2026-01;1\n2026-01;2"), Problem::MonthTwice { row: 2, month: month(2026, 1) });
    assert_eq!(problem("1926-01;1\n2026-01;2"), Problem::TooLong { months: 1201 });
    assert_eq!(problem(&"5\n".repeat(MOST_MONTHS + 1)), Problem::TooLong { months: MOST_MONTHS + 1 });
    for text in ["", "\n \n", "Tickets", "n/a\n-", ";;\n;", "Month;Tickets\n"] {
        assert_eq!(problem(text), Problem::Empty, "{text}");
    }
    let long = format!("5\n{}", "x".repeat(1000));
    assert!(matches!(problem(&long), Problem::NotANumber { row: 2, text } if text.len() == 40));
}

proptest! {
    #[test]
    fn any_text_gives_values_or_a_problem(text in "[0-9a-zA-Z.,;\t\n\" /'\u{a0}\u{663}-]{0,80}") {
        if let Ok(history) = read(&text, Reading::default()) {
            prop_assert!(history.values.first().is_some_and(Option::is_some));
            prop_assert!(history.values.iter().flatten().all(|value| value.is_finite() && *value >= 0.0));
        }
    }

    #[test]
    fn what_is_written_is_read(values in proptest::collection::vec(0_u32..5_000_000, 1..40), form in 0..3) {
        let (decimal, group, separator) = [(",", ".", ";"), (".", ",", "\t"), (",", "\u{202f}", ";")][form as usize];
        let mut text = String::new();
        for (index, hundredths) in values.iter().enumerate() {
            let (whole, part) = (hundredths / 100, hundredths % 100);
            let whole = if whole < 1000 { whole.to_string() } else { format!("{}{group}{:03}", whole / 1000, whole % 1000) };
            let when = month(2020, 1).shifted(index as i32);
            text += &format!("{when}{separator}{whole}{decimal}{part:02}\n");
        }
        let history = read(&text, Reading::default()).expect("numbers");
        let wanted: Vec<Option<f64>> = values.iter().map(|hundredths| Some(f64::from(*hundredths) / 100.0)).collect();
        prop_assert_eq!(history.values, wanted);
        prop_assert_eq!(history.first, Some(month(2020, 1)));
    }
}
