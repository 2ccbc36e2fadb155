// How many bytes a reader loads from opening the search page to ten results: `node tests/search/payload.mjs SITE vi [QUERY ...]`.
// The page, the style sheet, the scripts, the head, the lists and the results; gzip -9, and as they are.
import { gzipSync } from "node:zlib";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { open, repository } from "./index.mjs";

const [site, language, ...asked] = process.argv.slice(2);
const table = readFileSync(join(repository, "tests/search/queries.tsv"), "utf8").split("\n");
const queries = asked.length ? asked : table.filter((line) => line.startsWith(`${language}\t`)).map((line) => line.split("\t")[1]);

const page = { vi: "vi/tim-kiem.html", en: "en/search.html" }[language];
const fixed = [page, ...readdirSync(join(site, "assets")).map((name) => `assets/${name}`)].map((path) => {
  const bytes = readFileSync(join(site, path));
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
});
const sum = (files, size) => files.reduce((total, file) => total + file[size], 0);
const measured = [];
for (const query of queries) {
  const { loaded, results } = open(site, language);
  const { numbers } = await results(query);
  const files = [...fixed, ...loaded.values()];
  measured.push({ query, found: numbers.length, files: files.length, raw: sum(files, "raw"), gzip: sum(files, "gzip") });
}
measured.sort((left, right) => left.gzip - right.gzip);
const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
const line = (row) => `${kibibytes(row.gzip)} gzip, ${kibibytes(row.raw)} raw, ${row.files} files, ${row.found} found: ${row.query}`;
console.log(`page, style and scripts alone: ${kibibytes(sum(fixed, "gzip"))} gzip, ${kibibytes(sum(fixed, "raw"))} raw`);
if (asked.length) measured.forEach((row) => console.log(line(row)));
else for (const [name, share] of [["half", 0.5], ["nine of ten", 0.9], ["all", 1]]) console.log(`${name}: at most ${line(measured[Math.ceil(measured.length * share) - 1])}`);
