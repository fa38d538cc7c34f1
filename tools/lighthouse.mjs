// Lighthouse with the phone preset against the built page: performance at least 95, the other three 100.
import { createServer } from "node:http";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import sirv from "sirv";

const WANTED = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };
// As GitHub Pages serves it: compressed.
const { gzipSync } = await import("node:zlib");
const serve = sirv("dist", { dev: true });
const server = createServer((request, response) => {
  const [write, end] = [response.writeHead.bind(response), response.end.bind(response)];
  const chunks = [];
  let head;
  response.writeHead = (code, headers) => ((head = [code, { ...headers }]), response);
  response.write = (chunk) => chunks.push(Buffer.from(chunk));
  response.end = (chunk) => {
    if (chunk) chunks.push(Buffer.from(chunk));
    const body = gzipSync(Buffer.concat(chunks));
    const [code, headers] = head ?? [response.statusCode, {}];
    for (const name of Object.keys(headers)) if (name.toLowerCase() === "content-length") delete headers[name];
    write(code, { ...headers, "Content-Encoding": "gzip", "Content-Length": body.length });
    end(body);
  };
  serve(request, response);
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const chrome = await launch({ chromeFlags: flags, chromePath: process.env.CHROME_PATH });
const found = await lighthouse(`http://127.0.0.1:${server.address().port}/`, { port: chrome.port, logLevel: "error" });
let failed = false;
for (const [name, wanted] of Object.entries(WANTED)) {
  const score = Math.round(found.lhr.categories[name].score * 100);
  failed ||= score < wanted;
  console.log(`Lighthouse ${name.padEnd(20)} ${String(score).padStart(4)}   (wanted ${wanted})`);
}
for (const audit of Object.values(found.lhr.audits)) {
  if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode === "binary") console.log(`  ${audit.id}: ${audit.title}`);
}
console.log(`  first contentful paint ${found.lhr.audits["first-contentful-paint"].displayValue}, largest ${found.lhr.audits["largest-contentful-paint"].displayValue}, shift ${found.lhr.audits["cumulative-layout-shift"].displayValue}, blocked ${found.lhr.audits["total-blocking-time"].displayValue}, speed index ${found.lhr.audits["speed-index"].displayValue}`);
await chrome.kill();
server.close();
process.exit(failed ? 1 : 0);
