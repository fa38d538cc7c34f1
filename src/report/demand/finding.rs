//! What demand does over the horizon, in one finding.

use crate::scenario::Month;

/// The finding of a chart of demand. Months are counted from 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// There is none.
    Nothing,
    /// No month strays a hundredth from the mean.
    Steady,
    /// It never falls, and grows by that share from the first month to the last.
    Grows(f64),
    /// It never rises, and shrinks by that share.
    Shrinks(f64),
    /// It is highest in a month, that share above its mean.
    Peak(Extreme),
    /// It is lowest in a month, that share below its mean, further than its peak is above.
    Trough(Extreme),
}

/// The month furthest from the mean.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extreme {
    /// The first such month.
    pub month: usize,
    /// How far from the mean, as a share of it.
    pub share: f64,
    /// It comes again each year, just as far.
    pub yearly: bool,
}

/// What months differ by at most and still count as alike.
const ALIKE: f64 = 0.001;

/// The finding of demand from month 1 on.
#[must_use]
pub fn finding(demand: &[f64], first: Month) -> Finding {
    #[expect(clippy::cast_precision_loss, reason = "months")]
    let mean = demand.iter().sum::<f64>() / demand.len().max(1) as f64;
    let (Some(start), Some(end)) = (demand.first(), demand.last()) else { return Finding::Nothing };
    if mean <= 0.0 {
        return Finding::Nothing;
    }
    if demand.iter().all(|units| (units / mean - 1.0).abs() <= 0.01) {
        return Finding::Steady;
    }
    let little = ALIKE * mean;
    let ordered = |a: f64, b: f64| b - a >= -little * 1e-3;
    if *start > 0.0 && demand.windows(2).all(|pair| ordered(pair[0], pair[1])) {
        return Finding::Grows(end / start - 1.0);
    }
    if demand.windows(2).all(|pair| ordered(pair[1], pair[0])) {
        return Finding::Shrinks(1.0 - end / start);
    }
    let extreme = |sign: f64| {
        let further = |best: usize, at: usize| {
            if sign * (demand[at] - demand[best]) > little * 1e-3 { at } else { best }
        };
        let at = (0..demand.len()).fold(0, further);
        let place = first.plus(at).place();
        let alike: Vec<usize> =
            (0..demand.len()).filter(|other| (demand[*other] - demand[at]).abs() <= little).collect();
        let yearly = alike.len() > 1 && alike.iter().all(|other| first.plus(*other).place() == place);
        Extreme { month: at + 1, share: sign * (demand[at] / mean - 1.0), yearly }
    };
    let (peak, trough) = (extreme(1.0), extreme(-1.0));
    if trough.share > peak.share + ALIKE { Finding::Trough(trough) } else { Finding::Peak(peak) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const JANUARY: Month = Month { year: 2027, month: 1 };

    #[test]
    fn each_shape_has_its_finding() {
        assert_eq!(finding(&[], JANUARY), Finding::Nothing);
        assert_eq!(finding(&[0.0; 12], JANUARY), Finding::Nothing);
        assert_eq!(finding(&[100.0, 100.5, 100.0], JANUARY), Finding::Steady);
        assert_eq!(finding(&[100.0, 100.0, 150.0], JANUARY), Finding::Grows(0.5));
        assert_eq!(finding(&[100.0, 70.0, 50.0], JANUARY), Finding::Shrinks(0.5));
        let season: Vec<f64> = (0..36).map(|at| if at % 12 == 10 { 140.0 } else { 100.0 }).collect();
        let Finding::Peak(peak) = finding(&season, JANUARY) else { panic!("November peaks") };
        assert!(
            peak.month == 11 && peak.yearly && (peak.share - (140.0 * 36.0 / 3720.0 - 1.0)).abs() < 1e-12
        );
        let mut slump = vec![100.0; 24];
        slump[5] = 20.0;
        let Finding::Trough(trough) = finding(&slump, JANUARY) else { panic!("June slumps") };
        assert!(trough.month == 6 && !trough.yearly);
    }

    #[test]
    fn a_peak_that_grows_is_the_last_one() {
        let demand: Vec<f64> =
            (0..24).map(|at| if at % 12 == 10 { 140.0 + f64::from(at) } else { 100.0 }).collect();
        let Finding::Peak(peak) = finding(&demand, JANUARY) else { panic!("November peaks") };
        assert!(peak.month == 23 && !peak.yearly);
    }
}
