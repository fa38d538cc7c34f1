//! The same bits, whatever way they come about.

use outsourcing::answer::answer;
use outsourcing::scenario::plan_values;
use outsourcing::scenario::templates::TEMPLATES;
use outsourcing::simulation::{Block, Sample, Simulation, digest, summarise};

use super::{compiled, ranged, template};

#[test]
fn without_ranges_every_path_is_the_plan() {
    for template in TEMPLATES {
        let document = super::certain(&template.document());
        let simulation = compiled(&document);
        assert!(simulation.is_certain(), "{}", template.id);
        let found = answer(&plan_values(&document));
        let block = simulation.run(Sample::Main, 0, 16);
        assert_eq!(block.options, found.options.len());
        for (option, planned) in found.options.iter().enumerate() {
            for path in 0..16 {
                let present = block.present[option * 16 + path];
                assert_eq!(present, planned.measures.present, "{} {}", template.id, planned.kind().key());
            }
        }
        let summary = summarise(&simulation, &[block]).unwrap();
        for (option, planned) in summary.options.iter().zip(&found.options) {
            assert_eq!(option.saved.value, planned.savings.present, "{}", template.id);
            assert_eq!(option.planned, planned.savings.present, "{}", template.id);
            assert_eq!(option.saved.error, 0.0);
            let months = planned.savings.payback.unwrap().months();
            assert_eq!(option.payback.months[1].map(|month| month as f32), months.map(|month| month as f32));
        }
    }
}

fn joined(simulation: &Simulation, blocks: &[Block], paths: usize) -> Vec<f64> {
    let mut all = vec![f64::NAN; simulation.options().len() * paths];
    for block in blocks {
        for option in 0..block.options {
            for path in 0..block.count as usize {
                all[option * paths + block.first as usize + path] =
                    block.present[option * block.count as usize + path];
            }
        }
    }
    all
}

#[test]
fn one_block_or_many_side_by_side_or_singly() {
    let simulation = compiled(&ranged());
    let whole = simulation.run(Sample::Main, 0, 64);
    let single = simulation.run_singly(Sample::Main, 0, 64);
    assert_eq!(whole.parted, 0, "paths of this scenario run side by side");
    assert_eq!(whole.present, single.present);
    assert_eq!(whole.payback, single.payback);
    assert_eq!(whole.bands, single.bands);
    assert_eq!(whole.delivered, single.delivered);
    let parts: Vec<Block> =
        [(0, 5), (5, 12), (17, 47)].map(|(first, count)| simulation.run(Sample::Main, first, count)).into();
    assert_eq!(joined(&simulation, &parts, 64), whole.present);
    let a = summarise(&simulation, std::slice::from_ref(&whole)).unwrap();
    let mut back = parts.clone();
    back.reverse();
    assert_eq!(a.options, summarise(&simulation, &back).unwrap().options);
    let bytes = whole.to_bytes();
    // What every machine makes of these paths; it changes with the model, the draws or the scenario.
    assert_eq!(format!("{:016x}", digest(&bytes)), "99994bc6948cecd5");
    assert_eq!(Block::from_bytes(&bytes).unwrap(), whole);
    assert_eq!(Block::from_bytes(&bytes[1..]), None);
    assert_eq!(digest(&bytes), digest(&compiled(&ranged()).run(Sample::Main, 0, 64).to_bytes()));
}

#[test]
fn templates_side_by_side_and_singly() {
    for id in ["service-desk-1", "data-platform-1", "first-product-1"] {
        let document = super::with(
            &template(id),
            &[
                ("services.0.team.pay", super::range(55_000.0, 60_000.0, 70_000.0)),
                ("services.0.team.attrition", super::range(0.1, 0.2, 0.4)),
                ("services.0.demand.spread", serde_json::json!(0.2)),
            ],
        );
        let simulation = compiled(&document);
        let whole = simulation.run(Sample::Main, 0, 16);
        let single = simulation.run_singly(Sample::Main, 0, 16);
        assert_eq!(whole.present, single.present, "{id}");
        assert_eq!(whole.payback, single.payback, "{id}");
    }
}
