// Weighs the built page, compressed. What is loaded before the first verdict must stay within the limit; the report comes after it.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const GOAL = 250_000;
const LIMIT = 300_000;
const row = (name, { gzip, brotli }) =>
  console.log(`${name.padEnd(42)} ${String(gzip).padStart(8)} ${String(brotli).padStart(8)}`);
const sums = { first: { gzip: 0, brotli: 0 }, report: { gzip: 0, brotli: 0 }, pool: { gzip: 0, brotli: 0 } };
row("bytes", { gzip: "gzip", brotli: "brotli" });
for (const name of readdirSync("dist").sort()) {
  if (!/\.(html|css|js|wasm)$/.test(name)) continue;
  const bytes = readFileSync(`dist/${name}`);
  const size = { gzip: gzipSync(bytes, { level: 9 }).length, brotli: brotliCompressSync(bytes).length };
  const late = /^(report|charts|demand|dialogs|parts|print|refine|tables|vendors)-/.test(name) ? sums.report : null;
  const sum = /^(pool|worker)-/.test(name) ? sums.pool : late ?? sums.first;
  sum.gzip += size.gzip;
  sum.brotli += size.brotli;
  row(name, size);
}
row("before the first verdict", sums.first);
row("after it", sums.report);
row("with the first range", sums.pool);
const { gzip } = sums.first;
if (gzip > GOAL) console.log(`over the goal of ${GOAL} bytes by ${gzip - GOAL}`);
if (gzip > LIMIT) {
  console.error(`more than ${LIMIT} bytes before the first verdict`);
  process.exit(1);
}
