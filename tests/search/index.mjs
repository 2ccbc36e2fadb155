// The built index as the browser reads it, from the files on disk, and how many bytes a query loads.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dirname, join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";

export const repository = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const script = createRequire(import.meta.url)(join(repository, "themes/default/static/search.js"));

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
  const engine = script.engine(language, read("head"), (name) => Promise.resolve().then(() => read(name)));
  const results = async (query, options = {}, count = 10) => {
    const found = await engine.search(query, options);
    return found ? { ...found, shown: await engine.show(found, 0, count) } : { numbers: [], shown: [] };
  };
  return { engine, loaded, results };
}

export const plain = (pieces) => pieces.map(([text]) => text).join("");
export const marked = (pieces) => pieces.filter(([, hit]) => hit).map(([text]) => text);
