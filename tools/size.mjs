// Everything that is loaded before the first verdict, compressed. Aim: 250 kB; above 300 kB it fails.
import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const LIMIT = 300_000;
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
if (gzip > LIMIT) {
  console.error(`more than ${LIMIT} bytes`);
  process.exit(1);
}
