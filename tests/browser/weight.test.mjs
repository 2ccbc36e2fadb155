// What a first visit costs, measured by what the server sent: less than 50 KB compressed and at most six requests.
import { test } from "node:test";
import { openPage } from "./chromium.mjs";
import { none } from "./findings.mjs";
import { gzipSync } from "node:zlib";
import { elements, attribute, isElement, trees } from "./dom.mjs";
import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { addressed, samples } from "./site.mjs";
import { set, stage, way } from "./stage.mjs";

const MOST_BYTES = 50_000;
const MOST_REQUESTS = 6;
set();

test("each page's first visit, as the server sends it", async (context) => {
  const rows = [];
  for (const sample of samples()) {
    const server = stage.server(sample.site);
    // A visitor who has never been here: nothing is stored.
    const { page, context: visitor } = await openPage(stage.browser, server.root);
    const from = server.sent.length;
    await page.goto(way(sample), { waitUntil: "load" });
    const sent = server.sent.slice(from);
    rows.push({ name: sample.name, requests: sent.length, bytes: sent.reduce((sum, file) => sum + file.gzip, 0), page: sent[0].gzip });
    await visitor.close();
  }
  rows.sort((left, right) => right.bytes - left.bytes);
  context.diagnostic("the ten heaviest first visits: bytes in all, of them the page, requests");
  for (const row of rows.slice(0, 10)) context.diagnostic(`${String(row.bytes).padStart(7)} ${String(row.page).padStart(7)} ${String(row.requests).padStart(3)}  ${row.name}`);
  none(rows.flatMap((row) => [
    ...(row.bytes < MOST_BYTES ? [] : [`${row.name}: ${row.bytes} bytes`]),
    ...(row.requests <= MOST_REQUESTS ? [] : [`${row.name}: ${row.requests} requests`]),
  ]));
});

test("every page of the build is as light, counted from its files", () => {
  const site = addressed();
  const sizes = new Map();
  const size = (path) => { if (!sizes.has(path)) sizes.set(path, gzipSync(readFileSync(join(site, path)), { level: 9 }).length); return sizes.get(path); };
  none(trees(site).filter((page) => page.kind !== "not-found").flatMap((page) => {
    const loaded = new Set([page.path]);
    for (const node of elements(page.tree, "link", "script", "img", "image", "source")) {
      const way = isElement(node, "link") ? (/stylesheet|icon|preload/.test(attribute(node, "rel")) ? attribute(node, "href") : undefined) : attribute(node, "src") ?? attribute(node, "href");
      if (way && !/^(data|https?):/.test(way)) loaded.add(posix.normalize(posix.join(posix.dirname(page.path), way.split(/[?#]/)[0])));
    }
    const bytes = [...loaded].reduce((sum, path) => sum + size(path), 0);
    return bytes < MOST_BYTES && loaded.size <= MOST_REQUESTS ? [] : [`${page.path}: ${bytes} bytes, ${loaded.size} requests`];
  }));
});
