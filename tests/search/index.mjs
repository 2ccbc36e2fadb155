// The built index as the browser reads it, from the files on disk, and how many bytes a query loads.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

export const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
const theme = (name) => createRequire(import.meta.url)(join(repository, "themes/default/static", name));
export const script = theme("search.js");
export const guess = theme("search-guess.js");

// An engine over a site's index. `loaded` says which files a query loaded, with their sizes.
export function open(site, language) {
  const loaded = new Map();
  const read = (name) => {
    const bytes = readFileSync(join(site, "search", language, `${name}.js`));
    loaded.set(name, { raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length });
    let text;
    runInNewContext(bytes.toString(), { minhbachSearch: (_, __, received) => { text = received; } });
    return text;
  };
  const texts = new Map();
  const load = (name) => texts.get(name) ?? texts.set(name, Promise.resolve().then(() => read(name))).get(name);
  let guessed = false;
  const engine = script.engine(language, read("head"), load, () => Promise.resolve().then(() => { guessed = true; return guess; }));
  const results = async (query, options = {}, count = 10) => {
    const found = await engine.search(query, options);
    return found ? { ...found, shown: await engine.show(found, 0, count) } : { numbers: [], shown: [] };
  };
  return { engine, loaded, results, guessed: () => guessed };
}

export const plain = (pieces) => pieces.map(([text]) => text).join("");
export const marked = (pieces) => pieces.filter(([, hit]) => hit).map(([text]) => text);
