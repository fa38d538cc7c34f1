//! How far a value may go, and what keys and drags make of it.

/// The values that a handle can take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Way {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// From one to the next.
    pub step: f64,
    /// A larger step, of Page Up and Page Down.
    pub leap: f64,
}

impl Way {
    /// The nearest value that can be taken.
    #[must_use]
    pub fn nearest(self, value: f64) -> f64 {
        // A hundredth as n / 100 is what the text "0.01" means; as 0.01 × n it would drift.
        let inverse = libm::round(1.0 / self.step);
        let rounded = if self.step < 1.0 {
            libm::round(value * inverse) / inverse
        } else {
            libm::round(value / self.step) * self.step
        };
        rounded.min(self.high).max(self.low) + 0.0
    }

    /// The value after a key, by the pattern for sliders of WAI-ARIA; none for other keys.
    #[must_use]
    pub fn after_key(self, key: &str, value: f64) -> Option<f64> {
        let to = match key {
            "ArrowUp" | "ArrowRight" => value + self.step,
            "ArrowDown" | "ArrowLeft" => value - self.step,
            "PageUp" => value + self.leap,
            "PageDown" => value - self.leap,
            "Home" => self.low,
            "End" => self.high,
            _ => return None,
        };
        Some(self.nearest(to))
    }

    /// The value after a drag over `way` pixels, where a pixel is worth `per`.
    #[must_use]
    pub fn after_drag(self, from: f64, way: f64, per: f64) -> f64 {
        self.nearest(from + way * per)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "steps are exact")]
mod tests {
    use super::*;

    const FACTOR: Way = Way { low: 0.0, high: 2.0, step: 0.01, leap: 0.1 };
    const MONTH: Way = Way { low: 1.0, high: 36.0, step: 1.0, leap: 12.0 };

    #[test]
    fn keys_move_by_steps_and_stay_within() {
        assert_eq!(FACTOR.after_key("ArrowUp", 1.28), Some(1.29));
        assert_eq!(FACTOR.after_key("ArrowLeft", 0.0), Some(0.0));
        assert_eq!(FACTOR.after_key("PageDown", 1.234), Some(1.13));
        assert_eq!(FACTOR.after_key("Home", 1.0), Some(0.0));
        assert_eq!(FACTOR.after_key("End", 1.0), Some(2.0));
        assert_eq!(MONTH.after_key("PageUp", 30.0), Some(36.0));
        assert_eq!(MONTH.after_key("Tab", 30.0), None);
    }

    #[test]
    fn drags_land_on_steps() {
        assert_eq!(FACTOR.after_drag(1.0, 33.0, 0.01), 1.33);
        assert_eq!(FACTOR.after_drag(1.0, -333.0, 0.01), 0.0);
        assert_eq!(MONTH.after_drag(5.0, 47.0, 1.0 / 14.0), 8.0);
        assert_eq!(MONTH.after_drag(5.0, 1e9, 1.0), 36.0);
    }
}
