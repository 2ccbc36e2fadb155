// A host as webmasters rent it: a folder under an address, compressed, with the strict policy that pages promise to live under.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";
import { FOLDER } from "./site.mjs";

export const POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".csv": "text/csv; charset=utf-8",
  ".json": "application/json",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".ico": "image/x-icon",
};
const COMPRESSED = new Set([".html", ".css", ".js", ".svg", ".csv", ".json", ".xml", ".txt"]);

/** With this question behind its address a page comes in so many pieces, each only when `next` asks for it. */
export const PIECES = "?pieces=";

/**
 * Serves `site` under FOLDER of an own host. `sent` has what went out: address, status, bytes as sent and as they are;
 * `next(address)` sends the next piece of a page asked for with PIECES, and says whether there is one more.
 */
export async function serve(site) {
  const sent = [];
  const held = new Map();
  const packed = new Map();
  const server = createServer((request, response) => {
    const address = new URL(request.url, "http://host");
    const wanted = decodeURIComponent(address.pathname);
    let path = wanted.startsWith(FOLDER) ? normalize(wanted.slice(FOLDER.length)) : "";
    if (wanted === FOLDER) path = "index.html";
    const inside = path && !path.startsWith("..") && existsSync(join(site, path)) && statSync(join(site, path)).isFile();
    const status = inside ? 200 : 404;
    const file = inside ? path : "404.html";
    const type = extname(file);
    if (!packed.has(file)) {
      const raw = readFileSync(join(site, file));
      packed.set(file, { raw, gzip: COMPRESSED.has(type) ? gzipSync(raw, { level: 9 }) : raw });
    }
    const { raw, gzip } = packed.get(file);
    sent.push({ path: inside ? path : wanted, status, gzip: gzip.length, raw: raw.length });
    const parts = address.search.startsWith(PIECES) ? pieces(raw, Number(address.search.slice(PIECES.length))) : undefined;
    response.writeHead(status, {
      "Content-Type": TYPES[type] ?? "application/octet-stream",
      ...(parts ? {} : { "Content-Length": gzip.length }),
      ...(parts || gzip === raw ? {} : { "Content-Encoding": "gzip" }),
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    });
    if (!parts) return response.end(gzip);
    response.write(parts.shift());
    held.set(address.href.slice(address.origin.length), { parts, response });
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    root: origin + FOLDER,
    sent,
    next: (address) => {
      const { parts, response } = held.get(address.slice(origin.length));
      if (parts.length > 1) return response.write(parts.shift()), true;
      response.end(parts[0]);
      return false;
    },
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}

/**
 * A page in pieces: its head first, then its top cut before every element, then cut where a block ends into as many as wanted.
 * A browser that is busy cuts like this too, whatever the network does: its parser stops between two tags and lets it draw.
 */
function pieces(raw, wanted) {
  const html = raw.toString();
  const [top, main] = [/<header|<main/, /<main/].map((start) => html.search(start));
  const parts = [html.slice(0, top), ...html.slice(top, main).split(/(?=<[a-z])/).filter(Boolean)];
  let from = main;
  const least = (html.length - main) / wanted;
  for (const { index, 0: end } of html.slice(main).matchAll(/<\/(?:p|h[1-6]|li|dt|dd|td|th|tr|caption|figcaption|summary|ul|section|svg|nav|div)>/g)) {
    const to = main + index + end.length;
    if (to - from < least) continue;
    parts.push(html.slice(from, to));
    from = to;
  }
  return [...parts, html.slice(from)].map((part) => Buffer.from(part));
}
