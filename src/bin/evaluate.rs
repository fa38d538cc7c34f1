//! Scenario file in, result file out: the same engine without a page.

fn main() {}
