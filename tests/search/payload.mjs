// What searches load on a built site of any size: `node tests/search/payload.mjs SITE vi [QUERY ...]`; without queries
// those of the table. Of `examples/corpus.rs --varied` they find little, so it has queries of its own, made of the words
// of its index: `node tests/search/payload.mjs SITE vi --own`. With `--most 80` before them it fails where a query loads
// more than so many KiB, compressed.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { open, plain, repository } from "./index.mjs";
import { kibibytes, scale } from "./weigh.mjs";

const [site, language, ...rest] = process.argv.slice(2);
const most = rest[0] === "--most" ? 1024 * Number(rest.splice(0, 2)[1]) : Infinity;
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

const { fixed, measure, weigh } = scale(site, language);
const measured = [];
for (const query of queries) measured.push(await weigh(query));
measured.sort((left, right) => left.gzip - right.gzip);
const line = (row) => `${kibibytes(row.gzip)} gzip, ${kibibytes(row.raw)} raw, ${row.files} requests, ${row.found} found: ${row.query}`;
const folder = readdirSync(join(site, "search", language));
console.log(`${folder.length} files of the index, head ${kibibytes(measure(`search/${language}/head.js`).gzip)} gzip, filters ${kibibytes(measure(`search/${language}/filters.js`).gzip)} gzip (after the first results)`);
console.log(`page, style and scripts alone: ${kibibytes(fixed.gzip)} gzip, ${kibibytes(fixed.raw)} raw`);
if (asked.length && !own) measured.forEach((row) => console.log(line(row)));
else for (const [name, share] of [["half", 0.5], ["nine of ten", 0.9], ["all", 1]]) console.log(`${name}: at most ${line(measured[Math.ceil(measured.length * share) - 1])}`);
const over = measured.filter((row) => row.gzip > most);
over.forEach((row) => console.error(`more than ${kibibytes(most)}: ${line(row)}`));
process.exitCode = over.length ? 1 : 0;
