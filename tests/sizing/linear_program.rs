//! Where slopes never decrease the best plan is a linear program: people fill the segments of the month's cost in
//! order, and its vertices are whole.

use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use outsourcing::sizing::{Method, Month, Start, best_sizes};

use crate::{Random, near};

const MONTHS: usize = 60;

/// One month: prices, and the rest's cost at nobody and by segments of (people, change of cost for each).
struct Instance {
    discount: f64,
    core: f64,
    hire: f64,
    release: f64,
    nobody: f64,
    segments: Vec<(usize, f64)>,
}

fn instance(random: &mut Random, widths: &[usize], month: usize) -> Instance {
    let mut slope = -random.between(8.0, 16.0);
    let segments = widths
        .iter()
        .map(|width| {
            let segment = (*width, slope);
            slope += random.between(0.0, 8.0);
            segment
        })
        .collect();
    Instance {
        discount: libm::pow(0.993, month as f64),
        core: random.between(3.0, 9.0),
        hire: random.between(0.0, 15.0),
        release: random.between(0.0, 12.0),
        nobody: random.between(50.0, 300.0),
        segments,
    }
}

fn rest(instance: &Instance) -> Vec<f64> {
    let mut value = instance.nobody;
    let mut rest = vec![value];
    for (width, slope) in &instance.segments {
        for _ in 0..*width {
            value += slope;
            rest.push(value);
        }
    }
    rest
}

/// The least cost by a linear program over hires, releases and people in each segment of each month.
fn by_linear_program(start: Start, instances: &[Instance]) -> f64 {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut before: Vec<Variable> = Vec::new();
    for (index, one) in instances.iter().enumerate() {
        let limit = |held: usize| if index < held { 0.0 } else { f64::INFINITY };
        let hired = problem.add_var(one.discount * one.hire, (0.0, limit(start.lead)));
        let released = problem.add_var(one.discount * one.release, (0.0, limit(start.notice)));
        let people: Vec<Variable> = one
            .segments
            .iter()
            .map(|(width, slope)| problem.add_var(one.discount * (one.core + slope), (0.0, *width as f64)))
            .collect();
        // People now − people before − hired + released = 0, or the people of month 0.
        let mut terms: Vec<(Variable, f64)> = people.iter().map(|one| (*one, 1.0)).collect();
        terms.extend(before.iter().map(|one| (*one, -1.0)));
        terms.extend([(hired, -1.0), (released, 1.0)]);
        let known = if index == 0 { start.people as f64 } else { 0.0 };
        problem.add_constraint(terms, ComparisonOp::Eq, known);
        before = people;
    }
    let solution = problem.solve().expect("a solvable program").into_solution().expect("its optimum");
    solution.objective() + instances.iter().map(|one| one.discount * one.nobody).sum::<f64>()
}

#[test]
fn equal_to_a_linear_program_on_convex_instances() {
    let mut random = Random(60);
    for case in 0..100 {
        let widths: Vec<usize> = (0..2 + random.below(4)).map(|_| 1 + random.below(9)).collect();
        let instances: Vec<Instance> =
            (0..MONTHS).map(|month| instance(&mut random, &widths, month)).collect();
        let rests: Vec<Vec<f64>> = instances.iter().map(rest).collect();
        let months: Vec<Month> = instances
            .iter()
            .zip(&rests)
            .map(|(one, rest)| Month {
                discount: one.discount,
                core: one.core,
                rest,
                hire: one.hire,
                round: 0.0,
                release: one.release,
            })
            .collect();
        let most = widths.iter().sum::<usize>();
        let start = Start { people: random.below(most + 1), lead: random.below(7), notice: random.below(7) };
        let best = best_sizes(start, &months).expect("a sound instance");
        assert_eq!(best.method, Method::Slopes, "case {case}");
        near(best.cost, by_linear_program(start, &instances), &format!("case {case}"));
    }
}
