// Everything that is loaded before the first verdict, compressed. The budget is 250 kB, at most 300 kB, and is not met yet:
// until it is, the limit is a ratchet that only ever goes down.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const BUDGET = 300_000;
const LIMIT = 370_000;
let [gzip, brotli] = [0, 0];
for (const name of readdirSync("dist").sort()) {
  if (!/\.(html|css|js|wasm)$/.test(name)) continue;
  const bytes = readFileSync(`dist/${name}`);
  const sizes = [gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length];
  gzip += sizes[0];
  brotli += sizes[1];
  console.log(`${name.padEnd(40)} ${String(sizes[0]).padStart(8)} ${String(sizes[1]).padStart(8)}`);
}
console.log(`${"before the first verdict (gzip, brotli)".padEnd(40)} ${String(gzip).padStart(8)} ${String(brotli).padStart(8)}`);
if (gzip > BUDGET) console.log(`over the budget of ${BUDGET} bytes by ${gzip - BUDGET}`);
if (gzip > LIMIT) {
  console.error(`more than ${LIMIT} bytes`);
  process.exit(1);
}
