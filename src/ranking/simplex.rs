//! Linear programs as small as criteria are few: Dantzig's simplex with Bland's rule, which never cycles.

/// Entries smaller than this are zero.
const ZERO: f64 = 1e-11;
/// Steps after which rounding has broken the rule that never cycles: programs of this size take a hundred at most.
const MOST_STEPS: usize = 10_000;

/// The most that `gains`·x can be for x ≥ 0 with every row·x ≤ its limit; None if there is no most, or none is found.
///
/// Limits are not negative, so that x = 0 is allowed.
///
/// ```
/// use outsourcing::ranking::maximum;
/// let most = maximum(&[3.0, 5.0], &[(vec![1.0, 0.0], 4.0), (vec![0.0, 2.0], 12.0), (vec![3.0, 2.0], 18.0)]);
/// assert_eq!(most, Some(36.0));
/// ```
#[must_use]
pub fn maximum(gains: &[f64], limits: &[(Vec<f64>, f64)]) -> Option<f64> {
    let (count, rows) = (gains.len(), limits.len());
    let width = count + rows + 1;
    let mut table: Vec<Vec<f64>> = limits
        .iter()
        .enumerate()
        .map(|(index, (row, limit))| {
            debug_assert!(*limit >= 0.0, "x = 0 must be allowed");
            let mut line = vec![0.0; width];
            line[..count].copy_from_slice(row);
            line[count + index] = 1.0;
            line[width - 1] = *limit;
            line
        })
        .collect();
    let mut costs = vec![0.0; width];
    costs.iter_mut().zip(gains).for_each(|(cost, gain)| *cost = -gain);
    let mut basis: Vec<usize> = (count..count + rows).collect();
    for _ in 0..MOST_STEPS {
        let Some(enters) = costs[..width - 1].iter().position(|cost| *cost < -ZERO) else {
            return Some(costs[width - 1]);
        };
        // Of the rows that bind first, that of the variable with the lowest number.
        let mut leaves: Option<(f64, usize)> = None;
        for (row, line) in table.iter().enumerate() {
            if line[enters] <= ZERO {
                continue;
            }
            let ratio = line[width - 1] / line[enters];
            let better = leaves.is_none_or(|(least, best)| {
                ratio < least - ZERO || (ratio <= least + ZERO && basis[row] < basis[best])
            });
            if better {
                leaves = Some((ratio, row));
            }
        }
        let (_, row) = leaves?;
        basis[row] = enters;
        let pivot = table[row][enters];
        table[row].iter_mut().for_each(|entry| *entry /= pivot);
        let chosen = table[row].clone();
        let others = table.iter_mut().enumerate().filter(|(index, _)| *index != row).map(|(_, line)| line);
        for line in others.chain(std::iter::once(&mut costs)) {
            let factor = line[enters];
            if factor.abs() > 0.0 {
                line.iter_mut().zip(&chosen).for_each(|(entry, other)| *entry -= factor * other);
            }
        }
    }
    None
}
