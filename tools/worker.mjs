// Builds the simulation's program apart from the page: by its own profile and with SIMD, which the page gains nothing from. It lies in
// target/worker/dist until tools/after-build.mjs takes it over. Quick when nothing has changed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, statSync } from "node:fs";

const FLAGS = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
const out = "target/worker/dist";
const env = { ...process.env, [FLAGS]: `${process.env[FLAGS] ?? ""} -C target-feature=+simd128`.trim() };
const run = (command, ...args) => execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"], env });

run("cargo", "build", "-q", "-p", "outsourcing-worker", "--profile", "worker", "--target", "wasm32-unknown-unknown", "--target-dir", "target/worker");
const built = "target/worker/wasm32-unknown-unknown/worker/outsourcing_worker.wasm";
const done = `${out}/worker_bg.wasm`;
if (!existsSync(done) || statSync(done).mtimeMs < statSync(built).mtimeMs) {
  mkdirSync(out, { recursive: true });
  run("wasm-bindgen", "--target", "web", "--no-typescript", "--out-dir", out, "--out-name", "worker", built);
  // No inlining: what the compiler has kept apart (see `plan::attempt`) would be put together again, and a path take a quarter longer.
  const apart = ["flexible", "always", "one-caller"].map((which) => `--${which}-inline-max-function-size=0`);
  run("wasm-opt", "-O3", ...apart, "--low-memory-unused", "-o", `${out}/optimised.wasm`, done);
  renameSync(`${out}/optimised.wasm`, done);
}
