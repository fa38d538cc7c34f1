// How long what a program does once takes in Wasm built as the page is. Prints rows; nothing here can fail.
import { readFileSync } from "node:fs";

const PROGRAMS = [
  ["sizing_once", "a size for every month, by slopes, in Wasm"],
  ["ranking_once", "8 vendors, 10 criteria, all weights, in Wasm"],
];

for (const [program, what] of PROGRAMS) {
  const bytes = readFileSync(`target/wasm32-unknown-unknown/release/${program}.wasm`);
  const { instance } = await WebAssembly.instantiate(bytes, {});
  const times = Array.from({ length: 101 }, () => {
    const start = performance.now();
    instance.exports.main(0, 0);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  console.log(`${what.padEnd(60)} ${times[50].toFixed(3).padStart(9)} ms, at best ${times[0].toFixed(3).padStart(9)}`);
}
