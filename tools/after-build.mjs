// After Trunk's build: scripts are minified (Trunk leaves wasm-bindgen's as they are), what Trunk does not name by content gets such a
// name, and the policy gets the hash of the inline loader.
import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, renameSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { minify } from "terser";

const dir = process.env.TRUNK_STAGING_DIR ?? "dist";
const read = (name) => readFileSync(join(dir, name), "utf8");

// Styles of the first screen are one file, and those of what comes after the first verdict another, which is loaded with it: compressed
// together they weigh less, and a browser asks once for each. Print comes last, as it takes back what others say.
const sheets = [...read("index.html").matchAll(/<link[^>]*href="?\.\/(([a-z]+)-[^\s">]+\.css)"?[^>]*>/g)];
const FIRST = ["tokens", "base", "layout", "controls", "form"];
const first = sheets.filter(([, , name]) => FIRST.includes(name));
const later = sheets.filter(([, , name]) => !FIRST.includes(name));
if (first.length !== FIRST.length) throw new Error(`styles of the first screen: ${first.map(([, file]) => file)}`);
for (const [name, parts] of [["page.css", first], ["report.css", later]]) {
  writeFileSync(join(dir, name), parts.map(([, file]) => read(file)).join(""));
  for (const [, file] of parts) unlinkSync(join(dir, file));
}
const joined = sheets.reduce((html, [link]) => html.replace(link, link === first[0][0] ? '<link rel="stylesheet" href="./page.css">' : ""), read("index.html"));
writeFileSync(join(dir, "index.html"), joined);

// The simulation's program, which tools/worker.mjs has built.
for (const file of ["target/worker/dist/worker.js", "target/worker/dist/worker_bg.wasm", "crates/worker/pool.js"]) copyFileSync(file, join(dir, basename(file)));

for (const file of readdirSync(dir).filter((file) => file.endsWith(".js"))) {
  writeFileSync(join(dir, file), (await minify(read(file), { module: file !== "fault.js" && file !== "later.js" })).code);
}

// A browser may keep a file for ever, as its name changes with it. What a file names is renamed before the file itself.
const named = new Map();
function name(file, [stem, end]) {
  const bytes = readFileSync(join(dir, file));
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  named.set(file, `${stem}-${hash}${end}`);
  renameSync(join(dir, file), join(dir, named.get(file)));
}
function rewrite(file) {
  let text = read(file);
  for (const [old, now] of named) text = text.replaceAll(old, now);
  writeFileSync(join(dir, file), text);
}
// Report and workers of two builds do not mix: a worker tells its build, and the page knows its own.
const build = createHash("sha256");
for (const file of ["report_bg.wasm", "worker_bg.wasm"]) build.update(readFileSync(join(dir, file)));
const id = build.digest("hex").slice(0, 16);
for (const file of ["pool.js", "index.html"]) {
  if (!read(file).includes("BUILD_ID")) throw new Error(`${file} has no place for the build's id`);
  writeFileSync(join(dir, file), read(file).replace("BUILD_ID", id));
}
name("worker_bg.wasm", ["worker", "_bg.wasm"]);
rewrite("worker.js");
name("worker.js", ["worker", ".js"]);
rewrite("pool.js");
name("pool.js", ["pool", ".js"]);
name("report_bg.wasm", ["report", "_bg.wasm"]);
rewrite("report.js");
name("report.js", ["report", ".js"]);
name("report.css", ["report", ".css"]);
rewrite("later.js");
name("later.js", ["later", ".js"]);
name("fault.js", ["fault", ".js"]);
name("page.css", ["page", ".css"]);
rewrite("index.html");

let html = read("index.html");
const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
const hashes = inline.map((code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
if (/<style[\s>]|\sstyle=/.test(html)) throw new Error("index.html has an inline style, which the policy refuses");
if (!html.includes("LOADER_HASH")) throw new Error("index.html has no place for the loader's hash");
html = html.replace("LOADER_HASH", hashes.join(" "));
writeFileSync(join(dir, "index.html"), html);
