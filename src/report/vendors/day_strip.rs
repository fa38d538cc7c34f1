//! Where the bars of a day strip go: hours of the reader's clock from left to right, a row a vendor.

use crate::report::charts::{NARROW, text_width};

/// A day strip laid out, in pixels from the top left.
#[derive(Clone, Debug, PartialEq)]
pub struct DayStrip {
    /// Width of the whole.
    pub width: f64,
    /// Height of the whole.
    pub height: f64,
    /// Left and right end of the day.
    pub day: (f64, f64),
    /// Hours named on the axis, with their places.
    pub hours: Vec<(u32, f64)>,
    /// Top of each row.
    pub rows: Vec<f64>,
    /// Width left for a name beside its row; 0 where names stand above.
    pub name_room: f64,
}

/// Height of one of the two bars of a row.
pub const BAR: f64 = 9.0;

impl DayStrip {
    /// Lays out rows with names of these widths and words of that width at their ends.
    #[must_use]
    pub fn new(width: f64, names: &[&str], end_room: f64, size: f64) -> Self {
        let above = width < NARROW;
        let widest = names.iter().map(|name| text_width(name, size)).fold(0.0, f64::max);
        let name_room = if above { 0.0 } else { widest.min(width * 0.28) };
        let left = if above { 0.0 } else { name_room + 12.0 };
        let right = width - end_room.min(width * 0.3) - 10.0;
        let pitch = if above { 48.0 } else { 34.0 };
        let top = if above { 20.0 } else { 4.0 };
        let rows: Vec<f64> = (0..names.len()).map(|row| top + pitch * row as f64).collect();
        let height = top + pitch * names.len() as f64 + 18.0;
        let place = |hour: f64| left + hour / 24.0 * (right - left);
        let step = if right - left < 260.0 { 6 } else { 3 };
        let hours = (0..=24).step_by(step).map(|hour| (hour, place(f64::from(hour)))).collect();
        DayStrip { width, height, day: (left, right), hours, rows, name_room }
    }

    /// The place of an hour; what runs over the day's end is cut there.
    #[must_use]
    pub fn place(&self, hour: f64) -> f64 {
        self.day.0 + hour.clamp(0.0, 24.0) / 24.0 * (self.day.1 - self.day.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_lie_between_the_ends_and_rows_apart() {
        let strip = DayStrip::new(700.0, &["Pune", "Kraków studio"], 60.0, 12.0);
        assert_eq!((strip.place(0.0), strip.place(24.0)), strip.day);
        assert!((strip.place(12.0) - (strip.day.0 + strip.day.1) / 2.0).abs() < 1e-9);
        assert_eq!(strip.hours.len(), 9);
        assert!(strip.rows[1] - strip.rows[0] > 2.0 * BAR);
        assert!(strip.height > strip.rows[1] + 2.0 * BAR);
        assert!((strip.place(30.0) - strip.day.1).abs() < 1e-9, "what runs over is cut");
    }

    #[test]
    fn on_a_phone_names_stand_above() {
        let strip = DayStrip::new(300.0, &["Pune"], 60.0, 12.0);
        assert_eq!((strip.name_room, strip.day.0), (0.0, 0.0));
        assert_eq!(strip.hours.iter().map(|(hour, _)| *hour).collect::<Vec<_>>(), [0, 6, 12, 18, 24]);
    }
}
