// How long the best size for every month of 60, up to 200 people, takes in Wasm built as the page is. Prints a row; nothing here can fail.
import { readFileSync } from "node:fs";

const bytes = readFileSync("target/wasm32-unknown-unknown/release/sizing_once.wasm");
const { instance } = await WebAssembly.instantiate(bytes, {});
const times = Array.from({ length: 201 }, () => {
  const start = performance.now();
  instance.exports.main(0, 0);
  return performance.now() - start;
}).sort((a, b) => a - b);
console.log(`${"a size for every month, by slopes, in Wasm".padEnd(60)} ${times[100].toFixed(3).padStart(9)} ms`);
