// How fast the simulation's program is, in Node: the yardstick of benches/simulation.rs, on the program that workers load (node
// tools/worker.mjs builds it). Processor time is what is told, as a busy machine changes it least. Prints rows; nothing here can fail.
import { readFileSync } from "node:fs";

const PIECE = 1024;
const folder = "target/worker/dist";
// A script without a type is no module to Node, but its text is.
const script = readFileSync(`${folder}/worker.js`, "utf8");
const { initSync, serve: served, receive } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
const { memory } = initSync({ module: readFileSync(`${folder}/worker_bg.wasm`) });
const yardstick = JSON.parse(readFileSync("benches/yardstick.json"));
const document = JSON.stringify(yardstick);

const clock = () => process.cpuUsage().user / 1e3;
const timed = (run) => {
  const start = clock();
  const made = run();
  return [clock() - start, made];
};
const least = (runs, run) => Math.min(...Array.from({ length: runs }, () => timed(run)[0]));
const row = (what, value, unit, more = "") => console.log(`${`Wasm in Node: ${what}`.padEnd(60)} ${value.toFixed(1).padStart(9)} ${unit}${more}`);
const rate = (what, paths, milliseconds) =>
  row(what, milliseconds, "ms", ` ${((1e3 * paths) / milliseconds).toFixed(0).padStart(9)} paths a second ${((1e3 * milliseconds) / paths).toFixed(1).padStart(6)} µs each`);
const megabytes = () => memory.buffer.byteLength / 2 ** 20;

// One edition a document; pieces are as if another had made them.
let edition = 0;
const serve = (document, job, piece, parts = []) => served((edition += document !== undefined), document, job, piece, false, parts);
const keep = (pieces) => pieces.forEach((bytes, piece) => receive(edition, piece, bytes));

const job = (what, more = {}) => JSON.stringify({ ...what, ...more, size: PIECE });
// The first two pieces have half as many paths each.
const paths = (count) => Array.from({ length: 1 + count / PIECE }, (_, piece) => serve(undefined, job({ run: 65536 }), piece));

// A keystroke changes one number: every worker compiles the document anew, takes half of the pieces, and one of them puts all together.
const [first] = timed(() => serve(document, job({ run: 1024 }), 0));
row("document made ready and 512 paths, the first time", first, "ms");
for (let run = 0; run < 30; run++) serve(undefined, job({ run: 65536 }), run);
let rates = 0;
const edited = () => {
  yardstick.services[0].offers[0].price.rate.likely = 70 + (rates++ % 100) / 10;
  return JSON.stringify(yardstick);
};
// Too short for processor time, which has the compiler's threads in it and is counted in steps: the least of the wall's.
const moment = (prepare, run) =>
  Math.min(...Array.from({ length: 40 }, () => {
    const [prepared, start] = [prepare?.(), performance.now()];
    run(prepared);
    return performance.now() - start;
  }));
const again = moment(edited, (changed) => serve(changed, JSON.stringify({ run: 8, size: 8 }), 0));
const half = moment(undefined, () => serve(undefined, job({ run: 1024 }), 1));
row("document made ready after a keystroke, and 8 paths", again, "ms");
serve(document, job({ run: 1024 }), 0);
rate("512 paths", 512, half);
keep(paths(1024));
const summary = moment(undefined, () => serve(undefined, job({ run: 1024 })));
row("1,024 paths summarised", summary, "ms");
row("first bands on two workers: ready, 512 paths each, summarised", again + half + summary, "ms");
rate("16,384 paths, one thread", 16384, least(3, () => paths(16384)));
const started = megabytes();
let pieces;
rate("65,536 paths, one thread", 65536, least(1, () => (pieces = paths(65536))));
row("memory of a worker after these (before: " + started.toFixed(1) + ")", megabytes(), "MB");
const [kept] = timed(() => keep(pieces));
row("65,536 paths of another worker kept", kept, "ms");
row("16,384 paths summarised", least(3, () => serve(undefined, job({ run: 16384 }))), "ms");
row("65,536 paths summarised", least(2, () => serve(undefined, job({ run: 65536 }))), "ms");
row("memory of the worker that has summarised them", megabytes(), "MB");

const option = "split_0";
const alone = least(2, () => serve(undefined, job({ alone: option })));
row("tornado and break-evens of 20 inputs, one thread", alone, "ms");
const worth = least(2, () => serve(undefined, job({ worth: 16384 })));
row("value of settling 20 inputs from 16,384 paths, one thread", worth, "ms");
const groups = 21;
const asked = { indices: option, paths: 1024, groups };
let found;
const made = least(1, () => (found = Array.from({ length: 2 * (groups + 2) }, (_, piece) => serve(undefined, job(asked), piece))));
// The first two are of the shared run, which is kept.
const indices = made + least(2, () => serve(undefined, job(asked), undefined, found.slice(2)));
row("indices of 20 inputs and chance, 1,024 paths each, one thread", indices, "ms");
row("all of what matters, one thread", alone + worth + indices, "ms");
