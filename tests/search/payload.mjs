// How many bytes a reader loads from opening the search page to ten results: `node tests/search/payload.mjs SITE vi [QUERY ...]`.
// The page, the style sheet, the scripts, the head, the lists and the results; gzip -9, and as they are. Files that wait
// for each other are a round: the page; what it names; words and pairs; results; and for a query that finds nothing the
// other readings. SITE may be of any size: of `examples/corpus.rs --varied` the queries of the table find little, so it
// has queries of its own, made of the words of its index: `node tests/search/payload.mjs SITE vi --own`.
import { gzipSync } from "node:zlib";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { open, plain, repository } from "./index.mjs";

const [site, language, ...rest] = process.argv.slice(2);
const own = rest[0] === "--own";
const asked = own ? await ownQueries() : rest;
const table = readFileSync(join(repository, "tests/search/queries.tsv"), "utf8").split("\n");
const queries = asked.length ? asked : table.filter((line) => line.startsWith(`${language}\t`)).map((line) => line.split("\t")[1]);

// Titles of results all over the index, and stretches of two to five words of them.
async function ownQueries() {
  const { engine, results } = open(site, language);
  const { documents } = engine;
  const queries = [];
  for (let at = 0; at < 40; at++) {
    const number = Math.floor((documents * (at + 0.5)) / 40);
    const shown = await engine.show({ ...(await results("2030")), numbers: [number] }, 0, 1);
    const words = `${plain(shown[0].title)} ${plain(shown[0].text)}`.replace(/[^\p{L}\p{N}., ]/gu, " ").split(/\s+/).filter(Boolean);
    queries.push(words.slice(0, 2 + (at % 4)).join(" "), words.slice(3, 5 + (at % 4)).join(" "));
  }
  return queries.filter(Boolean);
}

const page = { vi: "vi/tim-kiem.html", en: "en/search.html" }[language];
const measure = (path) => {
  const bytes = readFileSync(join(site, path));
  return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
};
const assets = readdirSync(join(site, "assets")).map((name) => `assets/${name}`);
const html = readFileSync(join(site, page), "utf8");
const later = assets.filter((path) => path.includes("/search-guess."));
const fixed = [page, ...assets.filter((path) => html.includes(path) && !later.includes(path))].map(measure);
const sum = (files, size) => files.reduce((total, file) => total + file[size], 0);
const measured = [];
for (const query of queries) {
  const { loaded, results, guessed } = open(site, language);
  const { numbers } = await results(query);
  const files = [...fixed, ...loaded.values(), ...(guessed() ? later.map(measure) : [])];
  measured.push({ query, found: numbers.length, files: files.length, raw: sum(files, "raw"), gzip: sum(files, "gzip") });
}
measured.sort((left, right) => left.gzip - right.gzip);
const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
const line = (row) => `${kibibytes(row.gzip)} gzip, ${kibibytes(row.raw)} raw, ${row.files} requests, ${row.found} found: ${row.query}`;
const folder = readdirSync(join(site, "search", language));
console.log(`${folder.length} files of the index, head ${kibibytes(measure(`search/${language}/head.js`).gzip)} gzip, filters ${kibibytes(measure(`search/${language}/filters.js`).gzip)} gzip (after the first results)`);
console.log(`page, style and scripts alone: ${kibibytes(sum(fixed, "gzip"))} gzip, ${kibibytes(sum(fixed, "raw"))} raw`);
if (asked.length && !own) measured.forEach((row) => console.log(line(row)));
else for (const [name, share] of [["half", 0.5], ["nine of ten", 0.9], ["all", 1]]) console.log(`${name}: at most ${line(measured[Math.ceil(measured.length * share) - 1])}`);
