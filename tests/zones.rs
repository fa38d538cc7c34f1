//! Time zones against what Python's zoneinfo makes of the same database, and the hours that two places both work.

use outsourcing::scenario::Month;
use outsourcing::zones::{Shift, ZONES, date, find, overlap, strip, weekday};
use serde_json::Value;

fn vectors() -> Value {
    serde_json::from_str(include_str!("vectors/zones.json")).expect("vectors")
}

fn near(a: f64, b: f64, what: &str) {
    assert!((a - b).abs() < 1e-9, "{what}: {a} against {b}");
}

#[test]
fn clocks_change_when_the_database_says() {
    let known = vectors();
    let zones = known["zones"].as_object().expect("zones");
    assert_eq!(zones.len(), ZONES.len());
    for (name, found) in zones {
        let zone = find(name).expect("offered");
        let mut ahead = found["start"].as_i64().expect("minutes");
        let mut from = i64::from(date(2026, 1, 1)) * 1440;
        let end = i64::from(date(2041, 1, 1)) * 1440;
        let changes = found["changes"]
            .as_array()
            .expect("changes")
            .iter()
            .map(|change| (change[0].as_i64().expect("when"), change[1].as_i64().expect("minutes")));
        for (at, after) in changes.chain([(end, 0)]) {
            // Hours between two changes, and the minutes next to them; those skipped or repeated belong to the clock before.
            let skipped = if at < end { (after - ahead).max(0) } else { 0 };
            let (first, last) = (from + ahead, at + ahead - 1);
            let hours = (0..).map(|step| first + step * 540).take_while(|local| *local <= last);
            for local in hours.chain([last, last + skipped]) {
                assert_eq!(i64::from(zone.ahead(local as i32)), ahead, "{name} at {local}");
            }
            if at < end {
                let first_after = at + ahead.max(after);
                assert_eq!(i64::from(zone.ahead(first_after as i32)), after, "{name} after {at}");
            }
            (from, ahead) = (at + (ahead - after).max(0), after);
        }
    }
}

fn shift(of: &Value) -> Shift {
    let days = match of["week"].as_str() {
        Some("sunday_to_thursday") => [true, true, true, true, true, false, false],
        Some("every_day") => [true; 7],
        _ => [false, true, true, true, true, true, false],
    };
    Shift {
        zone: find(of["zone"].as_str().expect("a zone")).expect("offered"),
        start: of["start"].as_f64().expect("hours"),
        end: of["end"].as_f64().expect("hours"),
        days,
    }
}

fn office(zone: &str) -> Shift {
    let days = [false, true, true, true, true, true, false];
    Shift { zone: find(zone).expect("offered"), start: 9.0, end: 17.0, days }
}

#[test]
fn common_hours_are_those_of_zoneinfo() {
    for case in vectors()["overlap"].as_array().expect("cases") {
        let (here, there) = (shift(&case["here"]), shift(&case["there"]));
        for (year, months) in case["hours"].as_object().expect("years") {
            for (place, hours) in months.as_array().expect("months").iter().enumerate() {
                let month = Month { year: year.parse().expect("a year"), month: place as u32 + 1 };
                let what = format!("{} with {} in {month}", here.zone.name, there.zone.name);
                near(overlap(&here, &there, month), hours.as_f64().expect("hours"), &what);
            }
        }
    }
}

#[test]
fn published_pairs() {
    let winter = Month { year: 2027, month: 1 };
    for (here, there, hours) in [
        ("Europe/London", "Asia/Kolkata", 2.5),
        ("America/New_York", "Asia/Kolkata", 0.0),
        ("Europe/London", "Europe/Warsaw", 7.0),
    ] {
        near(overlap(&office(here), &office(there), winter), hours, here);
        near(overlap(&office(there), &office(here), winter), hours, there);
    }
}

#[test]
fn a_strip_is_the_day_as_it_is_on_both_sides_of_a_change() {
    let (berlin, new_york) = (find("Europe/Berlin").expect("offered"), office("America/New_York"));
    // 2027: New York changes on 14 March, Berlin on 28 March.
    for (day, from) in [(12, 15.0), (15, 14.0), (29, 15.0)] {
        assert_eq!(strip(berlin, &new_york, date(2027, 3, day)), [(from, from + 8.0)], "{day} March");
    }
    assert_eq!(strip(berlin, &new_york, date(2027, 3, 13)), [], "a Saturday");
    // Half past three, and a working day that reaches into the next.
    let mumbai = office("Asia/Kolkata");
    assert_eq!(strip(berlin, &mumbai, date(2027, 1, 12)), [(4.5, 12.5)]);
    let night = Shift { start: 22.0, end: 6.0, ..office("Europe/Berlin") };
    assert_eq!(strip(berlin, &night, date(2027, 1, 12)), [(0.0, 6.0), (22.0, 24.0)]);
    // Auckland's Tuesday is Los Angeles' Monday.
    let auckland = office("Pacific/Auckland");
    let los_angeles = find("America/Los_Angeles").expect("offered");
    assert_eq!(strip(los_angeles, &auckland, date(2027, 1, 11)), [(12.0, 20.0)]);
    assert_eq!(strip(los_angeles, &auckland, date(2027, 1, 10)), [(12.0, 20.0)], "a Sunday here");
    assert_eq!(strip(los_angeles, &auckland, date(2027, 1, 8)), [], "a Saturday there");
}

#[test]
fn dates_are_counted_as_the_calendar_does() {
    assert_eq!(date(1970, 1, 1), 0);
    assert_eq!(date(2000, 3, 1), 11_017);
    assert_eq!(date(2026, 11, 26), 20_783);
    assert_eq!(weekday(date(2026, 11, 26)), 4, "a Thursday");
    assert_eq!(weekday(date(1969, 12, 31)), 3, "a Wednesday");
}
