// Every link, anchor, twin, canonical address, sitemap entry, feed entry and asset of the built site leads somewhere. All pages, no browser.
import assert from "node:assert/strict";
import { posix } from "node:path";
import { test } from "node:test";
import { all, attribute, elements, isElement, trees } from "./dom.mjs";
import { none } from "./findings.mjs";
import { ADDRESS, addressed, crowded, files, pages, plain, text } from "./site.mjs";

const unescape = (words) => words.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name) => ({ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'" })[name]);

/** The site as a set of files, and the ids of its pages. */
function open(site) {
  const stored = new Set(files(site));
  const ids = new Map(trees(site).map((page) => [page.path, new Set(all(page.tree, isElement).flatMap((node) => [attribute(node, "id"), isElement(node, "a") ? attribute(node, "name") : undefined]).filter(Boolean))]));
  /** Why an address written in the file `from` leads nowhere, or nothing. */
  const dead = (from, written) => {
    if (/^(mailto|tel):/.test(written)) return undefined;
    if (/^https?:/.test(written) && !written.startsWith(ADDRESS)) return undefined;
    if (/^[a-z]+:/i.test(written) && !written.startsWith(ADDRESS)) return "an address of another kind";
    const [beforeFragment, fragment] = written.split("#");
    const [way] = beforeFragment.split("?");
    let path;
    if (way.startsWith(ADDRESS)) path = decodeURI(way.slice(ADDRESS.length));
    else if (way.startsWith("/")) path = from === "404.html" && way.startsWith(new URL(ADDRESS).pathname) ? decodeURI(way.slice(new URL(ADDRESS).pathname.length)) : undefined;
    else path = way === "" ? from : posix.normalize(posix.join(posix.dirname(from), decodeURI(way)));
    if (path === undefined) return "not a relative way";
    // A server answers for a folder with its index; a disk does not, so only whole addresses may end so.
    if (path === "" || (way.startsWith(ADDRESS) && path.endsWith("/"))) path += "index.html";
    if (path.startsWith("..")) return "out of the site";
    if (!stored.has(path)) return "no such file";
    // The empty fragment is the top of the page; a fragment of ours with `:~:` marks a text.
    const anchor = fragment === undefined ? "" : decodeURIComponent(fragment).replace(/:~:.*$/, "");
    if (anchor && path.endsWith(".html") && !ids.get(path).has(anchor)) return "no such anchor";
    return undefined;
  };
  return { stored, dead };
}

const URLS = { a: ["href"], area: ["href"], link: ["href"], script: ["src"], img: ["src", "srcset"], source: ["src", "srcset"], iframe: ["src"], form: ["action"], image: ["href", "xlink:href"], use: ["href", "xlink:href"], object: ["data"], embed: ["src"], video: ["src", "poster"], audio: ["src"] };
const addresses = (node) => (URLS[node.tagName] ?? []).flatMap((name) => {
  const value = attribute(node, name);
  if (value === undefined) return [];
  return name === "srcset" ? value.split(",").map((part) => part.trim().split(/\s+/)[0]) : [value];
});
const OTHER = ["data-index", "data-root"];

for (const [name, site] of [["without an address", plain()], ["with an address", addressed()], ["with many communes", crowded()]]) {
  test(`every link, anchor and asset leads somewhere: the site ${name}`, () => {
    const { dead } = open(site);
    none(trees(site).flatMap((page) => all(page.tree, isElement).flatMap((node) => {
      // The page that a server sends for any address knows its way only where the site knows its address.
      if (page.kind === "not-found" && site !== addressed()) return [];
      const written = [...addresses(node), ...OTHER.map((known) => attribute(node, known)).filter((value) => value && /\.[a-z]+$/.test(value))];
      return written.flatMap((way) => { const why = dead(page.path, way); return why ? [`${page.path}: ${way}: ${why}`] : []; });
    })));
  });

  test(`pages ask no other host for anything: the site ${name}`, () => {
    none(trees(site).flatMap((page) => all(page.tree, isElement).flatMap((node) => {
      if (isElement(node, "a", "area")) return [];
      if (isElement(node, "link") && /canonical|alternate|license/.test(attribute(node, "rel") ?? "")) return [];
      return addresses(node).filter((way) => /^(https?:)?\/\//.test(way)).map((way) => `${page.path}: ${node.tagName} ${way}`);
    })));
    none(files(site).filter((path) => path.endsWith(".css")).flatMap((path) => [...text(site, path).matchAll(/(?:@import|url\()\s*['"]?([^'")\s]+)/g)].filter(([, way]) => !way.startsWith("data:")).flatMap(([, way]) => {
      const why = open(site).dead(path, way);
      return /^(https?:)?\/\//.test(way) || why ? [`${path}: ${way}: ${why ?? "another host"}`] : [];
    })));
  });
}

test("charts as files of their own load nothing and link to what is there", () => {
  const site = addressed();
  const { dead } = open(site);
  none(files(site).filter((path) => path.endsWith(".svg")).flatMap((path) => [...text(site, path).matchAll(/\s(?:xlink:)?(?:href|src)="([^"]*)"/g)].flatMap(([, way]) => {
    const why = way.startsWith("#") ? (text(site, path).includes(`id="${way.slice(1)}"`) ? undefined : "no such id") : dead(path, unescape(way));
    return why ? [`${path}: ${way}: ${why}`] : [];
  })));
});

const links = (page, relation) => elements(page.tree, "link").filter((node) => (attribute(node, "rel") ?? "").split(/\s+/).includes(relation));
const metas = (page, property) => elements(page.tree, "meta").filter((node) => attribute(node, "property") === property).map((node) => attribute(node, "content"));

test("every page names its own canonical address, and no page does where the site has none", () => {
  none(trees(addressed()).filter((page) => page.kind !== "not-found").flatMap((page) => {
    const found = links(page, "canonical").map((node) => attribute(node, "href"));
    const own = [ADDRESS + page.path, ADDRESS + page.path.replace(/(^|\/)index\.html$/, "$1")];
    const findings = found.length === 1 && own.includes(found[0]) ? [] : [`${page.path}: canonical is ${found.join(", ") || "missing"}`];
    for (const url of metas(page, "og:url")) if (url !== found[0]) findings.push(`${page.path}: og:url is ${url}`);
    return findings;
  }));
  none(trees(plain()).flatMap((page) => [...links(page, "canonical"), ...elements(page.tree, "meta").filter((node) => attribute(node, "property") === "og:url")].map(() => `${page.path}: names an address`)));
});

test("pages and their twins name each other, each with its language", () => {
  const site = addressed();
  const byPath = new Map(trees(site).map((page) => [page.path, page]));
  const alternates = new Map();
  const at = (url) => (url === ADDRESS ? "index.html" : url.slice(ADDRESS.length).replace(/\/$/, "/index.html"));
  for (const page of byPath.values()) {
    const named = links(page, "alternate").filter((node) => attribute(node, "hreflang")).map((node) => [attribute(node, "hreflang"), attribute(node, "href")]);
    alternates.set(page.path, Object.fromEntries(named));
  }
  none([...byPath.values()].filter((page) => !["not-found"].includes(page.kind)).flatMap((page) => {
    const findings = [];
    const named = alternates.get(page.path);
    const languages = Object.keys(named);
    if (!languages.includes("vi") || !languages.includes("en")) findings.push(`${page.path}: hreflang names ${languages.join(", ") || "nothing"}`);
    if (page.kind !== "root" && named[page.language] && at(named[page.language]) !== page.path) findings.push(`${page.path}: hreflang ${page.language} is ${named[page.language]}`);
    for (const [language, url] of Object.entries(named)) {
      const other = url.startsWith(ADDRESS) ? byPath.get(at(url)) : undefined;
      if (!other) { findings.push(`${page.path}: hreflang ${language} leads to ${url}`); continue; }
      if (language === "x-default" || page.kind === "root") continue;
      if (other.language !== language) findings.push(`${page.path}: hreflang ${language} is a page in ${other.language}`);
      if (other.kind !== page.kind) findings.push(`${page.path} is a ${page.kind}, its twin a ${other.kind}`);
      if (at(alternates.get(other.path)[page.language] ?? "") !== page.path) findings.push(`${page.path} names ${other.path}, which does not name it`);
    }
    // What readers click is what search engines read.
    const shown = elements(page.tree, "a").filter((node) => attribute(node, "class") === "switch").map((node) => [attribute(node, "hreflang"), posix.join(posix.dirname(page.path), attribute(node, "href"))]);
    for (const [language, path] of shown) if (!named[language] || at(named[language]) !== path) findings.push(`${page.path}: the language switch leads to ${path}, hreflang ${language} to ${named[language]}`);
    if (!["root"].includes(page.kind) && !elements(page.tree, "a").some((node) => attribute(node, "hreflang") && attribute(node, "hreflang") !== page.language)) findings.push(`${page.path}: no switch to the other language`);
    return findings;
  }));
});

test("sitemaps and feeds name pages that are there, all of them, and no page that is not meant to be found", (context) => {
  const site = addressed();
  const { stored, dead } = open(site);
  const sitemaps = files(site).filter((path) => /sitemap[^/]*\.xml$/.test(path));
  const feeds = files(site).filter((path) => path.endsWith(".xml") && !sitemaps.includes(path));
  const findings = [];
  for (const path of [...sitemaps, ...feeds]) {
    const ways = [...text(site, path).matchAll(/<loc>([^<]*)<\/loc>|\s(?:href|src)="([^"]*)"/g)].map(([, location, way]) => unescape(location ?? way));
    if (!ways.length) findings.push(`${path}: names nothing`);
    for (const way of ways) {
      if (/^https?:\/\/www\.w3\.org\//.test(way)) continue;
      const why = way.startsWith(ADDRESS) ? dead(path, way) : sitemaps.includes(path) ? "not of this site" : dead(path, way);
      if (why) findings.push(`${path}: ${way}: ${why}`);
    }
  }
  if (sitemaps.length) {
    const listed = new Set(sitemaps.flatMap((path) => [...text(site, path).matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, location]) => unescape(location))));
    for (const page of trees(site)) {
      const hidden = elements(page.tree, "meta").some((node) => attribute(node, "name") === "robots" && /noindex/.test(attribute(node, "content")));
      const canonical = links(page, "canonical").map((node) => attribute(node, "href"))[0];
      if (!hidden && !listed.has(canonical)) findings.push(`${page.path}: not in the sitemap`);
      if (hidden && listed.has(canonical ?? ADDRESS + page.path)) findings.push(`${page.path}: noindex, and in the sitemap`);
    }
  } else context.diagnostic("this build has no sitemap");
  if (stored.has("robots.txt")) for (const [, way] of text(site, "robots.txt").matchAll(/^Sitemap:\s*(\S+)/gim)) if (dead("robots.txt", way)) findings.push(`robots.txt: ${way}`);
  if (!feeds.length) context.diagnostic("this build has no feeds");
  none(findings);
});

test("JSON is JSON, and what it names of the site is there", () => {
  const site = addressed();
  const { dead } = open(site);
  const findings = [];
  const look = (from, value) => {
    if (typeof value === "string" && value.startsWith(ADDRESS)) { const why = dead(from, value); if (why) findings.push(`${from}: ${value}: ${why}`); }
    else if (value && typeof value === "object") Object.values(value).forEach((inner) => look(from, inner));
  };
  const read = (from, written) => { try { look(from, JSON.parse(written)); } catch (error) { findings.push(`${from}: ${error.message}`); } };
  for (const path of files(site).filter((path) => path.endsWith(".json"))) read(path, text(site, path));
  for (const page of trees(site)) for (const node of elements(page.tree, "script")) if (/json/.test(attribute(node, "type") ?? "")) read(page.path, node.childNodes.map((child) => child.value).join(""));
  none(findings);
});

test("every page can be reached by links from the first", () => {
  const site = plain();
  const byPath = new Map(trees(site).map((page) => [page.path, page]));
  const reached = new Set(["index.html"]);
  const waiting = ["index.html"];
  while (waiting.length) {
    const page = byPath.get(waiting.pop());
    for (const link of elements(page.tree, "a")) {
      const way = (attribute(link, "href") ?? "").split(/[?#]/)[0];
      const path = posix.normalize(posix.join(posix.dirname(page.path), way));
      if (way && !way.includes(":") && byPath.has(path) && !reached.has(path)) { reached.add(path); waiting.push(path); }
    }
  }
  none(pages(site).filter((page) => page.kind !== "not-found" && !reached.has(page.path)).map((page) => page.path));
  assert.ok(reached.size > 100, "the crawl went somewhere");
});
