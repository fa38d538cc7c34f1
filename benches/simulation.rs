//! How fast paths are run: one service, one vendor with a core kept beside it, 20 ranges, 60 months, every option on each path. Prints a
//! table; nothing here can fail. `tools/bench/simulation.py` runs the same yardstick in NumPy.

use std::hint::black_box;
use std::time::Instant;

use outsourcing::simulation::{Block, Sample, Simulation, information, sensitivity, summarise};
use serde_json::Value;

/// The allocator of the workers' program.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

/// Paths of one piece of a worker.
const PIECE: u32 = 1024;

/// The least of some runs, in milliseconds: what the machine can do when others leave it alone.
fn least<T>(runs: usize, mut run: impl FnMut() -> T) -> f64 {
    (0..runs)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed().as_secs_f64() * 1e3
        })
        .fold(f64::INFINITY, f64::min)
}

/// So many paths in pieces as a worker has them. On one thread: workers share no memory, so that two take half the time.
fn run(simulation: &Simulation, paths: u32) -> Vec<Block> {
    (0..paths / PIECE).map(|piece| simulation.run(Sample::Main, piece * PIECE, PIECE)).collect()
}

/// The most memory that this process has had, in megabytes, where the system tells.
fn peak() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<f64>().ok()? / 1024.0)
}

fn main() {
    let row = |what: &str, milliseconds: f64| println!("{what:<60} {milliseconds:>9.1} ms");
    let rate = |what: &str, paths: u32, milliseconds: f64| {
        let each = f64::from(paths) / milliseconds * 1e3;
        let one = milliseconds * 1e3 / f64::from(paths);
        println!("{what:<60} {milliseconds:>9.1} ms {each:>9.0} paths a second {one:>6.1} µs each");
    };
    let document: Value = serde_json::from_str(include_str!("yardstick.json")).expect("JSON");
    row("yardstick: plan and simulation made ready", least(5, || Simulation::compile(&document)));
    let simulation = Simulation::compile(&document).expect("a sound document");
    let kinds: Vec<String> = simulation.options().iter().map(|option| option.kind.key()).collect();
    println!("options: {}; inputs: {}", kinds.join(", "), simulation.inputs().len());
    if std::env::args().any(|argument| argument == "--profile") {
        black_box(run(&simulation, 1 << 14));
        return;
    }
    rate(
        "1,024 paths, one thread, one at a time",
        1024,
        least(3, || simulation.run_singly(Sample::Main, 0, 1024)),
    );
    for paths in [1 << 10, 1 << 14, 1 << 16] {
        let runs = if paths > 1 << 14 { 2 } else { 5 };
        rate(&format!("{paths} paths, one thread"), paths, least(runs, || run(&simulation, paths)));
    }
    println!(
        "{:<60} {:>9.1} MB",
        "most memory with all blocks of 65,536 paths kept",
        peak().unwrap_or(f64::NAN)
    );
    let blocks = run(&simulation, 1 << 14);
    let parted: u32 = blocks.iter().map(|block| block.parted).sum();
    println!("{:<60} {:>9.2} %", "paths that could not run side by side", f64::from(parted) / 163.84);
    row("16,384 paths summarised", least(3, || summarise(&simulation, &blocks)));
    let kind = simulation.options()[2].kind;
    let tornado = least(3, || simulation.tornado());
    let crossings = least(3, || simulation.break_evens(kind));
    let worth = least(3, || information(&simulation, &blocks));
    let groups = simulation.groups().len() as u32 + 1;
    let mut mixed = Vec::new();
    let took = least(1, || {
        mixed = vec![simulation.run(Sample::Main, 0, 1024), simulation.run(Sample::Other, 0, 1024)];
        mixed.extend((0..groups).map(|group| simulation.run(Sample::Mixed(group), 0, 1024)));
    });
    let indices = took + least(3, || sensitivity(&simulation, kind, &mixed));
    row("tornado", tornado);
    row("break-evens of all inputs", crossings);
    row("value of settling each input, 16,384 paths", worth);
    row("indices of all groups, 1,024 paths each, one thread", indices);
    row("all of what matters, one thread", tornado + crossings + worth + indices);
}
