// After Trunk's build: the hash of its inline loader goes into the content security policy, and nothing else may be inline.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const file = join(process.env.TRUNK_STAGING_DIR ?? "dist", "index.html");
let html = readFileSync(file, "utf8");
const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]);
const hashes = inline.map((code) => `'sha256-${createHash("sha256").update(code).digest("base64")}'`);
if (/<style[\s>]|\sstyle=/.test(html)) throw new Error("index.html has an inline style, which the policy refuses");
if (!html.includes("LOADER_HASH")) throw new Error("index.html has no place for the loader's hash");
html = html.replace("LOADER_HASH", hashes.join(" "));
writeFileSync(file, html);
