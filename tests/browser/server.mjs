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

/** Serves `site` under FOLDER of an own host. `sent` has what went out: address, status, bytes as sent and as they are. */
export async function serve(site) {
  const sent = [];
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
    response.writeHead(status, {
      "Content-Type": TYPES[type] ?? "application/octet-stream",
      "Content-Length": gzip.length,
      ...(gzip === raw ? {} : { "Content-Encoding": "gzip" }),
      "Content-Security-Policy": POLICY,
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "no-store",
    });
    response.end(gzip);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    root: origin + FOLDER,
    sent,
    close: () => new Promise((done) => { server.closeAllConnections(); server.close(done); }),
  };
}
