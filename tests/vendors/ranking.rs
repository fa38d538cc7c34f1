//! Shares of weights and spans: closed forms, brute force, and laws on random scores.

use outsourcing::ranking::{acceptability, centroid, in_proportion, maximum, span, value};
use proptest::prelude::*;

type Scores = Vec<Vec<Option<f64>>>;

fn table(rows: &[&[f64]]) -> Scores {
    rows.iter().map(|row| row.iter().map(|score| Some(*score)).collect()).collect()
}

fn first(scores: &Scores, places: &[usize]) -> Vec<f64> {
    acceptability(scores, places).shares.iter().map(|ranks| ranks[0]).collect()
}

fn near(found: &[f64], known: &[f64], within: f64) {
    assert!(
        found.len() == known.len() && found.iter().zip(known).all(|(a, b)| (a - b).abs() <= within),
        "{found:?} against {known:?}"
    );
}

#[test]
fn two_criteria_have_the_published_shares() {
    let scores = table(&[&[100.0, 0.0], &[0.0, 100.0], &[60.0, 60.0]]);
    let found = acceptability(&scores, &[0, 0]);
    assert_eq!(found.error, None);
    near(&first(&scores, &[0, 0]), &[0.4, 0.4, 0.2], 1e-12);
    // A is first where its weight passes 0.6, second behind C from 0.5 on, and last below.
    near(&found.shares[0], &[0.4, 0.1, 0.5], 1e-12);
    near(&found.shares[2], &[0.2, 0.8, 0.0], 1e-12);
    // With the first criterion before the second, weights from a half on: A above 0.6, C below.
    near(&first(&scores, &[0, 1]), &[0.8, 0.0, 0.2], 1e-12);
    near(&first(&scores, &[1, 0]), &[0.0, 0.8, 0.2], 1e-12);
    let of =
        |vendor: usize, criterion: usize| span(&scores, &[0, 0], Some(vendor), criterion).expect("first");
    near(&[of(0, 0).least, of(0, 0).most, of(2, 0).least, of(2, 0).most], &[0.6, 1.0, 0.4, 0.6], 1e-9);
    assert_eq!(span(&scores, &[0, 1], Some(1), 0), None, "never first when the other criterion counts more");
}

#[test]
fn three_criteria_are_exact_areas() {
    // Each vendor is best on one: by symmetry a third each, whatever the height.
    let corners = table(&[&[90.0, 0.0, 0.0], &[0.0, 90.0, 0.0], &[0.0, 0.0, 90.0]]);
    near(&first(&corners, &[0, 0, 0]), &[1.0 / 3.0; 3], 1e-12);
    // A even vendor at height h is first where no weight passes h/90: the middle of the triangle. With h = 45 it is the triangle between
    // the middles of the sides, a quarter of all.
    let middle = table(&[&[90.0, 0.0, 0.0], &[0.0, 90.0, 0.0], &[0.0, 0.0, 90.0], &[45.0; 3]]);
    near(&first(&middle, &[0, 0, 0]), &[0.25; 4], 1e-12);
    // In the order 1, 2, 3 the first weight is at least a third: the first vendor leads where it passes a half. Of the triangle
    // (1,0,0) (½,½,0) (⅓,⅓,⅓) that leaves to the even one the part below a half: its corners are (½,½,0) (⅓,⅓,⅓) (½,¼,¼).
    near(&first(&middle, &[0, 1, 2]), &[0.75, 0.0, 0.0, 0.25], 1e-12);
    // Two in the first place, none before the other.
    near(&first(&corners, &[0, 0, 1]), &[0.5, 0.5, 0.0], 1e-12);
    let found = acceptability(&middle, &[0, 0, 0]);
    assert_eq!(found.error, None);
    for ranks in &found.shares {
        assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
}

#[test]
fn a_thousand_points_agree_with_areas_of_three_criteria() {
    let scores = table(&[&[83.0, 41.0, 60.0], &[52.0, 77.0, 55.0], &[47.0, 58.0, 88.0], &[66.0, 62.0, 59.0]]);
    for places in [[0, 0, 0], [0, 1, 2], [2, 0, 1], [0, 0, 1], [0, 1, 1]] {
        let exact = acceptability(&scores, &places).shares;
        let (mut counts, mut all) = (vec![vec![0.0; 4]; 4], 0.0);
        let steps = 300;
        for i in 0..steps {
            for j in 0..steps - i {
                // Cells' middles, of both ways up.
                for third in [1.0 / 3.0, 2.0 / 3.0] {
                    let w0 = (f64::from(i) + third) / f64::from(steps);
                    let w1 = (f64::from(j) + third) / f64::from(steps);
                    let weights = [w0, w1, 1.0 - w0 - w1];
                    let kept =
                        (0..3).all(|a| (0..3).all(|b| places[a] >= places[b] || weights[a] >= weights[b]));
                    if weights[2] < 0.0 || !kept {
                        continue;
                    }
                    all += 1.0;
                    let values: Vec<f64> =
                        scores.iter().map(|row| value(row, &weights).expect("scores")).collect();
                    for (own, ranks) in values.iter().zip(&mut counts) {
                        ranks[values.iter().filter(|other| *other > own).count()] += 1.0;
                    }
                }
            }
        }
        for (exact, counted) in exact.iter().zip(&counts) {
            near(exact, &counted.iter().map(|count| count / all).collect::<Vec<_>>(), 0.01);
        }
    }
}

#[test]
fn many_criteria_agree_with_closed_forms_within_the_error() {
    // n vendors, each best on one of n criteria: 1/n each.
    for count in [4, 6, 10] {
        let row = |own: usize| (0..count).map(|at| Some(if at == own { 100.0 } else { 0.0 })).collect();
        let scores: Scores = (0..count).map(row).collect();
        let found = acceptability(&scores, &vec![0; count]);
        let error = found.error.expect("sampled");
        assert!(error < 0.01, "{error}");
        near(&first(&scores, &vec![0; count]), &vec![1.0 / count as f64; count], 5.0 * error + 1e-3);
    }
    // A vendor with 100 on one of four criteria against an even one at h: first where that weight passes h, a share (1 − h)³.
    let scores = table(&[&[100.0, 0.0, 0.0, 0.0], &[30.0; 4]]);
    near(&first(&scores, &[0; 4]), &[0.343, 0.657], 2e-3);
    // In a full order the simplex' corners are the means of the first k criteria: (1), (½,½), (⅓,⅓,⅓), (¼,¼,¼,¼). At h = 60 % the first
    // weight passes h only near the first corner: on the edges to the others at 0.2, 0.4 and 7/15 of the way less, so the share is the
    // product of (1 − h)/(1 − 1/k).
    let scores = table(&[&[100.0, 0.0, 0.0, 0.0], &[60.0; 4]]);
    let share = (0.4 / 0.5) * (0.4 / (2.0 / 3.0)) * (0.4 / 0.75);
    near(&first(&scores, &[0, 1, 2, 3]), &[share, 1.0 - share], 2e-3);
}

#[test]
fn gaps_are_ranked_on_the_rest() {
    let some = Some;
    let scores: Scores = vec![
        vec![some(90.0), some(40.0), some(40.0), some(40.0)],
        vec![None, some(70.0), some(50.0), some(60.0)],
        vec![None; 4],
    ];
    let found = acceptability(&scores, &[0; 4]);
    assert_eq!(found.shares[2], [0.0; 3], "nothing known, no rank");
    assert!((found.shares[0][0] + found.shares[1][0] - 1.0).abs() < 1e-12);
    assert!(found.shares[1][0] > 0.5 && found.shares[1][0] < 1.0);
    // With one score only, or all alike, its value is that whatever the weights, and two criteria stay exact.
    let two: Scores = vec![vec![some(80.0), some(20.0)], vec![None, some(50.0)]];
    assert_eq!(acceptability(&two, &[0, 0]).error, None);
    near(&first(&two, &[0, 0]), &[0.5, 0.5], 1e-12);
    let curve: Scores = vec![vec![some(80.0), some(20.0), some(50.0)], vec![None, some(50.0), some(90.0)]];
    assert!(acceptability(&curve, &[0, 0, 0]).error.is_some(), "borders that are curves are sampled");
    assert_eq!(span(&curve, &[0, 0, 0], Some(0), 0), None);
}

#[test]
fn what_all_lack_hides_nothing() {
    // A criterion that nobody has a score on takes its weight from all: the published shares stay, and exact.
    let rows = [[100.0, 0.0], [0.0, 100.0], [60.0, 60.0]];
    let scores: Scores = rows.iter().map(|row| vec![Some(row[0]), Some(row[1]), None]).collect();
    let found = acceptability(&scores, &[0, 0, 0]);
    assert_eq!(found.error, None);
    near(&first(&scores, &[0, 0, 0]), &[0.4, 0.4, 0.2], 1e-12);
    // The first is first where w₁ ≥ 0.6 (w₁ + w₂): next to no weight at all on either is enough.
    let own = span(&scores, &[0, 0, 0], Some(0), 0).expect("first");
    assert!(own.least < 1e-9 && own.most > 1.0 - 1e-9, "{own:?}");
    let others = span(&scores, &[0, 0, 0], Some(0), 1).expect("first");
    assert!(others.least < 1e-9 && (others.most - 0.4).abs() < 1e-9, "{others:?}");
}

#[test]
fn a_gap_can_leave_two_stretches_and_the_nearer_is_told() {
    // Without a score on the first criterion the second vendor stays at 50 whatever that counts; the first passes it once, going up.
    let scores: Scores = vec![vec![Some(80.0), Some(20.0), Some(40.0)], vec![None, Some(50.0), Some(50.0)]];
    // (80 t + 30 (1 − t)) = 50 at t = 0.4.
    let found = in_proportion(&scores, &[0.2, 0.4, 0.4], 0, 0).expect("first");
    near(&[found.least, found.most], &[0.4, 1.0], 1e-12);
    let found = in_proportion(&scores, &[0.2, 0.4, 0.4], 1, 0).expect("first");
    near(&[found.least, found.most], &[0.0, 0.4], 1e-12);
    // One that lacks the second of three scores: 0.8 t ÷ (t + (1 − t) ÷ 2) and so on bends, and leads at both ends of t only.
    let bent: Scores = vec![vec![Some(70.0), None, Some(61.0)], vec![Some(69.0), Some(90.0), Some(30.0)]];
    let ends =
        |now: f64| in_proportion(&bent, &[now, (1.0 - now) / 2.0, (1.0 - now) / 2.0], 0, 0).expect("first");
    let (low, high) = (ends(0.05), ends(0.95));
    near(&[low.least, high.most], &[0.0, 1.0], 1e-12);
}

#[test]
fn weights_of_an_order_are_its_mean() {
    near(&centroid(&[0, 1, 2]), &[11.0 / 18.0, 5.0 / 18.0, 2.0 / 18.0], 1e-12);
    near(&centroid(&[2, 0, 1]), &[2.0 / 18.0, 11.0 / 18.0, 5.0 / 18.0], 1e-12);
    near(&centroid(&[0, 0, 1]), &[8.0 / 18.0, 8.0 / 18.0, 2.0 / 18.0], 1e-12);
    near(&centroid(&[0; 4]), &[0.25; 4], 1e-12);
    assert_eq!(centroid(&[]), Vec::<f64>::new());
}

#[test]
fn linear_programs_that_have_no_most_say_so() {
    assert_eq!(maximum(&[1.0, 0.0], &[(vec![0.0, 1.0], 1.0)]), None);
    assert_eq!(maximum(&[-1.0, 0.0], &[(vec![0.0, 1.0], 1.0)]), Some(0.0));
    // Beale's example, which cycles without Bland's rule.
    let rows = [
        (vec![0.25, -60.0, -0.04, 9.0], 0.0),
        (vec![0.5, -90.0, -0.02, 3.0], 0.0),
        (vec![0.0, 0.0, 1.0, 0.0], 1.0),
    ];
    near(&[maximum(&[0.75, -150.0, 0.02, -6.0], &rows).expect("bounded")], &[0.05], 1e-9);
}

/// What microlp makes of a span: the least and most share of a criterion where a vendor is first.
fn by_microlp(scores: &[Vec<f64>], places: &[usize], own: usize, criterion: usize) -> Option<(f64, f64)> {
    use microlp::{ComparisonOp, OptimizationDirection, Problem};
    let end = |direction: OptimizationDirection| {
        let mut problem = Problem::new(direction);
        let weights: Vec<_> = (0..places.len())
            .map(|index| problem.add_var(if index == criterion { 1.0 } else { 0.0 }, (0.0, 1.0)))
            .collect();
        let all: Vec<_> = weights.iter().map(|weight| (*weight, 1.0)).collect();
        problem.add_constraint(all.as_slice(), ComparisonOp::Eq, 1.0);
        for (a, more) in places.iter().enumerate() {
            for (b, less) in places.iter().enumerate() {
                if more < less {
                    problem.add_constraint(
                        [(weights[a], 1.0), (weights[b], -1.0)].as_slice(),
                        ComparisonOp::Ge,
                        0.0,
                    );
                }
            }
        }
        for (_, row) in scores.iter().enumerate().filter(|(other, _)| *other != own) {
            let lead: Vec<_> = weights
                .iter()
                .enumerate()
                .map(|(index, weight)| (*weight, scores[own][index] - row[index]))
                .collect();
            problem.add_constraint(lead.as_slice(), ComparisonOp::Ge, 0.0);
        }
        problem.solve().ok().and_then(|found| found.into_solution().ok()).map(|found| found.objective())
    };
    Some((end(OptimizationDirection::Minimize)?, end(OptimizationDirection::Maximize)?))
}

fn random_scores(vendors: usize, criteria: usize) -> impl Strategy<Value = Vec<Vec<f64>>> {
    prop::collection::vec(
        prop::collection::vec((0..=20_u8).prop_map(|step| f64::from(step) * 5.0), criteria),
        vendors,
    )
}

/// A vendor that is equal at the very end of the range, where rounding puts the border a hair before it, is first nowhere.
#[test]
fn a_stretch_that_only_rounding_makes_is_none() {
    let scores = [vec![None, None, Some(90.0), Some(65.0)], vec![Some(65.0), None, None, None]];
    let weights = [0.266_647_321_728_984_6, 0.482_814_241_901_096_84, 0.199_430_236_208_834_16, 0.05];
    assert_eq!(in_proportion(&scores, &weights, 1, 3), None);
    let all = in_proportion(&scores, &weights, 0, 3).expect("first");
    assert!(all.least < 1e-9 && all.most > 1.0 - 1e-9, "{all:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn spans_are_those_of_another_solver(
        scores in (2..6_usize, 2..6_usize).prop_flat_map(|(vendors, criteria)| random_scores(vendors, criteria)),
        order in prop::collection::vec(0..3_usize, 6), criterion in 0..6_usize,
    ) {
        let criteria = scores[0].len();
        let (places, criterion) = (&order[..criteria], criterion % criteria);
        let known: Scores = scores.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        for own in 0..scores.len() {
            match (span(&known, places, Some(own), criterion), by_microlp(&scores, places, own, criterion)) {
                (Some(found), Some((least, most))) => {
                    prop_assert!((found.least - least).abs() < 1e-7 && (found.most - most).abs() < 1e-7, "{found:?} {least} {most}");
                }
                (None, None) => {}
                (found, other) => prop_assert!(false, "{found:?} against {other:?}"),
            }
        }
    }

    /// On a fine grid of shares of one criterion, the others in proportion.
    #[test]
    fn one_weight_in_proportion_agrees_with_trying(
        scores in (2..5_usize, 2..6_usize).prop_flat_map(|(vendors, criteria)| random_scores(vendors, criteria)),
        weights in prop::collection::vec(0.05..1.0_f64, 6), criterion in 0..6_usize,
    ) {
        let criteria = scores[0].len();
        let (weights, criterion) = (&weights[..criteria], criterion % criteria);
        let known: Scores = scores.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        let rest: f64 = weights.iter().sum::<f64>() - weights[criterion];
        for own in 0..scores.len() {
            let found = in_proportion(&known, weights, own, criterion);
            for step in 0..=200 {
                let share = f64::from(step) / 200.0;
                let tried: Vec<f64> = weights
                    .iter()
                    .enumerate()
                    .map(|(index, weight)| if index == criterion { share } else { weight / rest * (1.0 - share) })
                    .collect();
                let values: Vec<f64> = known.iter().map(|row| value(row, &tried).expect("scores")).collect();
                let lead = values.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, other)| values[own] - other).fold(f64::MAX, f64::min);
                let inside = found.is_some_and(|span| (span.least..=span.most).contains(&share));
                prop_assert!(lead.abs() < 1e-6 || inside == (lead > 0.0), "{share}: {lead} {found:?}");
            }
        }
    }

    /// The same with gaps in the scores: inside the stretch that is told the vendor is first, next to it it is not, and the stretch
    /// holds the share that the criterion has wherever the vendor is first there.
    #[test]
    fn one_weight_in_proportion_agrees_with_trying_despite_gaps(
        scores in prop::collection::vec(prop::collection::vec(prop::option::weighted(0.7, (0..=20_u8).prop_map(|step| f64::from(step) * 5.0)), 4), 2..5),
        weights in prop::collection::vec(0.05..1.0_f64, 4), criterion in 0..4_usize,
    ) {
        let sum: f64 = weights.iter().sum();
        let rest = sum - weights[criterion];
        let now = weights[criterion] / sum;
        for own in 0..scores.len() {
            // How far it is ahead of the best other at a share.
            let lead = |share: f64| -> Option<f64> {
                let tried: Vec<f64> = weights
                    .iter()
                    .enumerate()
                    .map(|(index, weight)| if index == criterion { share } else { weight / rest * (1.0 - share) })
                    .collect();
                let values: Vec<Option<f64>> = scores.iter().map(|row| value(row, &tried)).collect();
                let ahead = values[own]?;
                let others = values.iter().enumerate().filter(|(other, _)| *other != own);
                Some(others.filter_map(|(_, other)| *other).fold(f64::MAX, |lead, other| lead.min(ahead - other)))
            };
            let found = in_proportion(&scores, &weights, own, criterion);
            let first = |share: f64| lead(share).is_some_and(|lead| lead > 1e-6);
            let behind = |share: f64| lead(share).is_none_or(|lead| lead < -1e-6);
            match found {
                Some(span) => {
                    for step in 1..50 {
                        let share = span.least + (span.most - span.least) * f64::from(step) / 50.0;
                        prop_assert!(!behind(share), "{share} in {span:?}");
                    }
                    for outside in [span.least - 1e-3, span.most + 1e-3] {
                        prop_assert!(!(0.0..=1.0).contains(&outside) || !first(outside) || {
                            // Another stretch may begin that near.
                            (1..20).any(|step| behind(outside + (if outside < span.least { 1.0 } else { -1.0 }) * 1e-3 * f64::from(step) / 20.0))
                        }, "{outside} beside {span:?}");
                    }
                    prop_assert!(!first(now) || (span.least..=span.most).contains(&now), "{now} not in {span:?}");
                }
                None => prop_assert!((1..100).all(|step| !first(f64::from(step) / 100.0))),
            }
        }
    }

    #[test]
    fn shares_are_shares(
        scores in (1..6_usize, 1..6_usize).prop_flat_map(|(vendors, criteria)| random_scores(vendors, criteria)),
        order in prop::collection::vec(0..3_usize, 6),
    ) {
        let places = &order[..scores[0].len()];
        let known: Scores = scores.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        let found = acceptability(&known, places).shares;
        for ranks in &found {
            prop_assert!((ranks.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
        for rank in 0..found.len() {
            prop_assert!((found.iter().map(|ranks| ranks[rank]).sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn better_on_everything_is_first_under_every_weight(
        mut scores in (2..8_usize, 1..10_usize).prop_flat_map(|(vendors, criteria)| random_scores(vendors, criteria)),
        order in prop::collection::vec(0..4_usize, 10), own in any::<prop::sample::Index>(),
    ) {
        let (own, criteria) = (own.index(scores.len()), scores[0].len());
        for criterion in 0..criteria {
            let best = scores.iter().map(|row| row[criterion]).fold(0.0, f64::max);
            scores[own][criterion] = best + 1.0;
        }
        let known: Scores = scores.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
        let found = acceptability(&known, &order[..criteria]).shares;
        prop_assert!((found[own][0] - 1.0).abs() < 1e-9);
        let everywhere = span(&known, &vec![0; criteria], Some(own), 0).expect("first");
        prop_assert!((criteria == 1 || everywhere.least < 1e-9) && everywhere.most > 1.0 - 1e-9);
    }
}
