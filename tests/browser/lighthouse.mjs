// A report, not a test: what Lighthouse says of a page of each kind that is meant to be found, as on a phone. It measures
// seconds of the machine that it runs on, so nothing passes or fails here. `npm run lighthouse`, or with parts of paths:
// `npm run lighthouse -- lang-son/chi-tieu`.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FLAGS, found } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { addressed, largest, text } from "./site.mjs";

const parts = process.argv.slice(2);
const isFound = (page) => page.kind !== "not-found" && !/<meta[^>]*\bnoindex\b/.test(text(page.site, page.path));
const list = largest().filter((page) => page.site === addressed() && isFound(page) && (!parts.length || parts.some((part) => page.path.includes(part))));

const folder = mkdtempSync(join(tmpdir(), "minhbach-lighthouse-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

/** The whole report on one address. */
function report(address) {
  const output = join(folder, "report.json");
  const options = [address, "--quiet", "--output=json", `--output-path=${output}`, `--chrome-flags=--headless=new ${FLAGS.join(" ")}`];
  return new Promise((done, fail) => execFile("lighthouse", options, { env: { ...process.env, CHROME_PATH: found() }, shell: process.platform === "win32" }, (error) => (error ? fail(error) : done(JSON.parse(readFileSync(output, "utf8"))))));
}

const server = await serve(addressed());
console.log("performance, accessibility, best practices, SEO");
for (const page of list) {
  const { categories, audits } = await report(server.root + page.path);
  console.log(`${Object.values(categories).map(({ score }) => String(Math.round(score * 100)).padStart(3)).join(" ")}  ${page.name}`);
  for (const { auditRefs } of Object.values(categories)) for (const { id, weight } of auditRefs) {
    const { score, title, displayValue } = audits[id];
    if (weight && score !== null && score < 0.995) console.log(`       ${id}: ${title}${displayValue ? `, ${displayValue}` : ""}`);
  }
}
await server.close();
