use outsourcing::normal;
use outsourcing::uncertainty::{MOST_INPUTS, Philox, Sobol};
use proptest::prelude::*;

use crate::{cases, close, numbers};

fn column(sequence: &Sobol, input: usize, first: u32, count: usize) -> Vec<f64> {
    let mut column = vec![f64::NAN; count];
    sequence.fill(input, first, &mut column);
    column
}

/// The part of 2^`digits` equal ones that a uniform lies in.
fn cell(uniform: f64, digits: u32) -> usize {
    (uniform * f64::from(1_u32 << digits)) as usize
}

#[test]
fn the_table_before_scrambling() {
    let plain = Sobol::unscrambled(MOST_INPUTS).unwrap();
    for case in cases("sobol", 14) {
        let index = case["index"].as_u64().unwrap() as u32;
        let wanted = numbers(&case["numerators"]);
        assert_eq!(wanted.len(), MOST_INPUTS);
        for (input, numerator) in wanted.into_iter().enumerate() {
            assert_eq!(cell(column(&plain, input, index, 1)[0], 20) as f64, numerator, "{index}, {input}");
        }
    }
    assert!(Sobol::unscrambled(MOST_INPUTS + 1).is_none());
}

/// Whoever draws a point draws the same.
#[test]
fn a_point_depends_on_its_place_alone() {
    let sequence = Sobol::new(3, 11, 2).unwrap();
    for input in 0..3 {
        let all = column(&sequence, input, 0, 300);
        for first in [0, 1, 7, 64, 255] {
            assert_eq!(all[first..], column(&sequence, input, first as u32, 300 - first));
        }
    }
    // The last points there are, and on to the first.
    let end = column(&sequence, 1, u32::MAX, 2);
    assert_eq!(end[1], column(&sequence, 1, 0, 1)[0]);
    let mut untouched = [0.25];
    sequence.fill(3, 0, &mut untouched);
    assert_eq!(untouched, [0.25]);
}

/// Counts per cell of 2^a by 2^b.
fn counts(x: &[f64], y: &[f64], a: u32, b: u32) -> Vec<usize> {
    let mut counts = vec![0; 1 << (a + b)];
    for (x, y) in x.iter().zip(y) {
        counts[cell(*x, a) << b | cell(*y, b)] += 1;
    }
    counts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Every elementary interval holds exactly its share: one of 2^n in each part of each input; one in each box
    /// of the first two inputs, which are a (0, 2)-sequence. So does every aligned run of 2^n points.
    #[test]
    fn every_elementary_interval_has_its_share(seed: u64, scramble: u32, n in 0..11_u32, run in 0..1000_u32) {
        let sequence = Sobol::new(MOST_INPUTS, seed, scramble).unwrap();
        let columns: Vec<Vec<f64>> =
            (0..MOST_INPUTS).map(|input| column(&sequence, input, run << n, 1 << n)).collect();
        for one in &columns {
            prop_assert!(counts(one, one, n, 0).iter().all(|count| *count == 1));
        }
        for a in 0..=n {
            prop_assert!(counts(&columns[0], &columns[1], a, n - a).iter().all(|count| *count == 1));
        }
    }

    /// Between any two inputs scrambling moves boxes about and leaves what they hold.
    #[test]
    fn scrambling_permutes_boxes(seed: u64, i in 0..MOST_INPUTS, j in 0..MOST_INPUTS, a in 0..6_u32, b in 0..6_u32) {
        prop_assume!(i != j);
        let held = |sequence: Sobol| {
            let mut held = counts(&column(&sequence, i, 0, 1024), &column(&sequence, j, 0, 1024), a, b);
            held.sort_unstable();
            held
        };
        prop_assert_eq!(
            held(Sobol::new(MOST_INPUTS, seed, 0).unwrap()),
            held(Sobol::unscrambled(MOST_INPUTS).unwrap())
        );
    }
}

/// The largest chi-squared statistic of so many cells that is luck: five and a half deviations, one in 5e7.
fn luck(cells: f64) -> f64 {
    // Wilson and Hilferty: (χ²/f)^⅓ is nearly normal.
    let f = cells - 1.0;
    let root = 1.0 - 2.0 / (9.0 * f) + 5.5 * (2.0 / (9.0 * f)).sqrt();
    f * root * root * root
}

fn chi_squared(counts: &[u32]) -> f64 {
    let expected = f64::from(counts.iter().sum::<u32>()) / counts.len() as f64;
    counts
        .iter()
        .map(|count| (f64::from(*count) - expected) * (f64::from(*count) - expected) / expected)
        .sum()
}

/// Over scrambles, of four points that part at different digits: the first digits of one, and those of the others
/// after they part from it, are fair and independent, as Owen's scrambling has it.
#[test]
fn scrambled_digits_are_fair_and_independent() {
    for (input, partings) in [(0, [0, 1, 3]), (1, [0, 2, 9]), (2, [1, 7, 8]), (3, [4, 5, 6])] {
        let plain = column(&Sobol::unscrambled(input + 1).unwrap(), input, 0, 1024);
        let parts_from_first = |digits: u32| {
            let same = |k: usize, digits| cell(plain[k], digits) == cell(plain[0], digits);
            (1..1024).find(|k| same(*k, digits) && !same(*k, digits + 1)).unwrap() as u32
        };
        let others = partings.map(|digits| (digits, parts_from_first(digits)));
        let mut joint = vec![0_u32; 1 << 8];
        for scramble in 0..4000 {
            let sequence = Sobol::new(input + 1, 9, scramble).unwrap();
            let two = |index: u32, after: u32| cell(column(&sequence, input, index, 1)[0], after + 2) & 3;
            let word = others.iter().fold(two(0, 0), |word, (digits, k)| word << 2 | two(*k, digits + 1));
            joint[word] += 1;
        }
        assert!(chi_squared(&joint) < luck(256.0), "{input}: {}", chi_squared(&joint));
    }
}

/// Owen's variance: in one dimension each point is uniform in its own part, so the mean of x has variance 1/(12 N³).
#[test]
fn means_err_as_theory_has_it() {
    const SCRAMBLES: u32 = 4000;
    for (count, input) in [(1, 0), (8, 1), (64, 2), (1024, 0)] {
        let squares: f64 = (0..SCRAMBLES)
            .map(|scramble| {
                let uniforms = column(&Sobol::new(input + 1, 3, scramble).unwrap(), input, 0, count);
                let off = uniforms.iter().sum::<f64>() / count as f64 - 0.5;
                off * off
            })
            .sum();
        let ratio = squares / f64::from(SCRAMBLES) * 12.0 * libm::pow(count as f64, 3.0);
        // The estimate of a variance from so many nearly normal means, five deviations.
        close(ratio, 1.0, 5.0 * (2.0 / f64::from(SCRAMBLES)).sqrt(), "variance");
    }
}

/// Random123's known answers.
#[test]
fn philoxs_published_vectors() {
    let seed = |low: u64, high: u64| Philox::new(high << 32 | low);
    for (random, counter, block) in [
        (seed(0, 0), [0; 4], [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        (seed(0xffff_ffff, 0xffff_ffff), [u32::MAX; 4], [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        (
            seed(0xa409_3822, 0x299f_31d0),
            [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
            [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1],
        ),
    ] {
        assert_eq!(random.block(counter), block);
    }
}

#[test]
fn a_number_depends_on_its_place_alone() {
    let random = Philox::new(5);
    let mut steps = [0.0; 7];
    random.uniforms(1 << 40, 3, &mut steps);
    for (step, uniform) in (0..).zip(steps) {
        assert_eq!(uniform, random.uniform(1 << 40, 3, step));
        assert_eq!(normal::quantile(uniform), random.normal(1 << 40, 3, step));
    }
    // Normals come of 32 bits each, four from a block.
    let mut normals = [0.0; 7];
    random.normals(1 << 40, 3, &mut normals);
    for (step, found) in normals.into_iter().enumerate() {
        let bits = random.block([0, 1 << 8, 3, step as u32 / 4])[step % 4];
        assert_eq!(found, normal::quantile((f64::from(bits) + 0.5) / 4_294_967_296.0));
    }
    let all =
        [random.uniform(0, 0, 0), random.uniform(1, 0, 0), random.uniform(0, 1, 0), random.uniform(0, 0, 1)];
    let other = Philox::new(6).uniform(0, 0, 0);
    for (k, one) in all.iter().enumerate() {
        assert!(*one != other && all[..k].iter().all(|before| before != one));
    }
}
