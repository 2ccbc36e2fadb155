// How much a reader loads from opening the search page to ten results: the page, the style sheet, the scripts, the head,
// the lists and the results; gzip -9, and as they are, as many hosts send them.
import { gzipSync } from "node:zlib";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { open } from "./index.mjs";

const PAGES = { vi: "vi/tim-kiem.html", en: "en/search.html" };
const sum = (files, size) => files.reduce((total, file) => total + file[size], 0);
export const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

/** What loads with the page, and a scale for queries: `weigh(query)` says { query, found, files, raw, gzip }. */
export function scale(site, language) {
  const measure = (path) => {
    const bytes = readFileSync(join(site, path));
    return { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  };
  const html = readFileSync(join(site, PAGES[language]), "utf8");
  const assets = readdirSync(join(site, "assets")).map((name) => `assets/${name}`).filter((path) => html.includes(path));
  // Loaded by the search page's script, and only for a query that finds nothing.
  const later = assets.filter((path) => path.includes("/search-guess."));
  const fixed = [PAGES[language], ...assets.filter((path) => !later.includes(path))].map(measure);
  const weigh = async (query, options = {}) => {
    const { loaded, results, guessed } = open(site, language);
    const { numbers } = await results(query, options);
    const files = [...fixed, ...loaded.values(), ...(guessed() ? later.map(measure) : [])];
    return { query, found: numbers.length, files: files.length, raw: sum(files, "raw"), gzip: sum(files, "gzip") };
  };
  return { measure, fixed: { raw: sum(fixed, "raw"), gzip: sum(fixed, "gzip") }, weigh };
}
