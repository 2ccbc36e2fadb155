// The pages as text: valid HTML and CSS, headings, landmarks, tables, links, titles. All pages, no browser.
import assert from "node:assert/strict";
import { test } from "node:test";
import { HtmlValidate } from "html-validate";
import { generate, lexer, parse, walk as walkCss } from "css-tree";
import { all, ancestors, attribute, classes, elements, inside, isElement, textOf, trees } from "./dom.mjs";
import { none } from "./findings.mjs";
import { KINDS, LANGUAGES, addressed, crowded, files, pages, text } from "./site.mjs";

const site = addressed();
const everyPage = trees(site);
const heading = (node) => isElement(node, "h1", "h2", "h3", "h4", "h5", "h6");
// What is not in the accessibility tree names nothing.
const named = (node, tree) => {
  const label = attribute(node, "aria-label");
  // What a tooltip adds tells links apart too (WCAG technique H33).
  const more = isElement(node, "a") && attribute(node, "title") ? ` (${attribute(node, "title")})` : "";
  if (label) return label.trim() + more;
  const by = attribute(node, "aria-labelledby");
  if (by) return by.split(/\s+/).map((id) => all(tree, (inner) => attribute(inner, "id") === id).map((inner) => textOf(inner))[0] ?? "").join(" ").trim();
  const pictures = all(node, (inner) => isElement(inner, "img", "svg")).map((inner) => attribute(inner, "alt") ?? attribute(inner, "aria-label") ?? "");
  return [textOf(node), ...pictures].join(" ").trim() + more;
};

test("every kind of page that has a template has pages in both languages", () => {
  const known = [...pages(site), ...pages(crowded())];
  none(known.filter((page) => !KINDS.includes(page.kind)).map((page) => `${page.path}: data-page is ${page.kind}`));
  for (const kind of KINDS) {
    const languages = new Set(known.filter((page) => page.kind === kind).map((page) => page.language));
    const wanted = ["root", "not-found"].includes(kind) ? ["vi"] : LANGUAGES;
    assert.deepEqual(wanted.filter((language) => !languages.has(language)), [], `languages in which ${kind} has no page`);
  }
});

test("the HTML is valid", async () => {
  const validator = new HtmlValidate({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: {
      // How it is written down is the minifier's business.
      "attr-quotes": "off",
      "no-implicit-close": "off",
      "no-implicit-button-type": "off",
      "void-style": "off",
      "doctype-style": "off",
      "no-raw-characters": ["error", { relaxed: true }],
      "no-trailing-whitespace": "off",
      "attribute-boolean-style": "off",
      "attribute-empty-style": "off",
      "no-inline-style": "error",
      // A scrolling table is a region with a name, not a part of the text.
      "prefer-native-element": ["error", { exclude: ["region"] }],
      "long-title": "off",
      // Titles, headings and links have tests of their own below.
      "heading-level": "off",
      // Screen readers forget that a list is one when its marks are styled away: role=list is no redundance there.
      "no-redundant-role": "off",
      // Anchors of clauses are long and have dots.
      "valid-id": ["error", { relaxed: true }],
      "wcag/h30": "error",
    },
  });
  const findings = [];
  for (const page of [...everyPage, ...trees(crowded()).filter((page) => page.kind === "indicator-in-province")]) {
    const report = await validator.validateString(page.html, page.path);
    for (const result of report.results) for (const message of result.messages) findings.push(`${page.path}:${message.line}:${message.column} ${message.ruleId}: ${message.message} ${message.selector ?? ""}`);
  }
  none(findings);
});

test("the CSS is valid", () => {
  const findings = [];
  // Younger than the dictionary, and the two that phones need.
  const known = new Set(["text-size-adjust", "-webkit-text-size-adjust", "text-wrap", "text-wrap-style", "interpolate-size"]);
  const sheets = files(site)
    .filter((path) => path.endsWith(".css"))
    .map((path) => [path, parse(text(site, path), { positions: true, onParseError: (error) => findings.push(`${path}: ${error.formattedMessage}`) })]);
  // The sheet that every page has sets the properties that the others use.
  const properties = new Set();
  for (const [, sheet] of sheets.filter(([path]) => path.includes("/style."))) walkCss(sheet, (node) => { if (node.type === "Declaration" && node.property.startsWith("--")) properties.add(node.property); });
  for (const [path, sheet] of sheets) {
    walkCss(sheet, function (node) {
      if (node.type !== "Declaration") return;
      const value = generate(node.value);
      for (const [, used] of value.matchAll(/var\((--[a-z0-9-]+)\)/g)) if (!properties.has(used)) findings.push(`${path}: ${used} is used and never set`);
      // A descriptor of a rule such as @page or @font-face is read by other rules.
      if (node.property.startsWith("--") || known.has(node.property) || value.includes("var(") || (this.atrule && !this.rule)) return;
      const { error } = lexer.matchDeclaration(node);
      if (error) findings.push(`${path}:${node.loc.start.line}: ${node.property}: ${value}: ${error.rawMessage ?? error.message}`);
    });
  }
  none(findings);
});

test("one h1, and headings in order", () => {
  none(everyPage.flatMap((page) => {
    const found = all(page.tree, heading);
    const firsts = found.filter((node) => node.tagName === "h1");
    const findings = firsts.length === 1 ? [] : [`${page.path}: ${firsts.length} h1`];
    if (found[0] !== firsts[0]) findings.push(`${page.path}: the first heading is "${textOf(found[0] ?? page.tree)}"`);
    found.forEach((node, position) => {
      if (!textOf(node)) findings.push(`${page.path}: an empty ${node.tagName}`);
      const before = found[position - 1];
      if (before && Number(node.tagName[1]) > Number(before.tagName[1]) + 1) findings.push(`${page.path}: ${node.tagName} "${textOf(node)}" after ${before.tagName} "${textOf(before)}"`);
    });
    return findings;
  }));
});

test("landmarks: one main, everything in a landmark, navigations with names of their own", () => {
  none(everyPage.flatMap((page) => {
    const findings = [];
    const mains = elements(page.tree, "main");
    if (mains.length !== 1) findings.push(`${page.path}: ${mains.length} main`);
    const navigations = elements(page.tree, "nav").map((node) => named(node, page.tree) && (attribute(node, "aria-label") ?? attribute(node, "aria-labelledby")));
    if (navigations.some((name) => !name) || new Set(navigations).size !== navigations.length) findings.push(`${page.path}: navigations named ${navigations.join(", ")}`);
    const landmark = (node) => isElement(node, "main", "nav", "header", "footer", "aside") || attribute(node, "role") === "search";
    for (const node of all(page.tree, (inner) => inner.nodeName === "#text" && inner.value.trim() && inside(inner, "body") && !inside(inner, "script", "style", "noscript"))) {
      const around = ancestors(node);
      if (!around.some(landmark) && !around.some((up) => classes(up).includes("skip"))) findings.push(`${page.path}: outside of landmarks: "${node.value.trim().slice(0, 60)}"`);
    }
    return findings;
  }));
});

test("tables have captions and headers with a scope", () => {
  none([...everyPage, ...trees(crowded()).filter((page) => page.kind === "indicator-in-province")].flatMap((page) =>
    elements(page.tree, "table").flatMap((table) => {
      const findings = [];
      const caption = elements(table, "caption")[0];
      const around = ancestors(table).find((up) => isElement(up, "figure"));
      if (!(caption && textOf(caption)) && !attribute(table, "aria-labelledby") && !attribute(table, "aria-label") && !(around && elements(around, "figcaption").length)) findings.push(`${page.path}: ${page.kind}: a table without a caption`);
      const headers = elements(table, "th");
      if (!headers.length) findings.push(`${page.path}: a table without headers`);
      for (const header of headers) {
        if (!["col", "row", "colgroup", "rowgroup"].includes(attribute(header, "scope"))) findings.push(`${page.path}: ${page.kind}: a header without a scope: "${textOf(header)}"`);
        if (!textOf(header)) findings.push(`${page.path}: ${page.kind}: an empty header; a cell is a td`);
      }
      return findings;
    }),
  ));
});

test("links say where they go, by themselves", () => {
  const vague = new Set(["xem", "xem thêm", "xem chi tiết", "chi tiết", "tại đây", "ở đây", "đây", "bấm vào đây", "liên kết", "tiếp", "here", "click here", "more", "read more", "see more", "details", "link", "this", "¶", "#", "→", "…"]);
  none(everyPage.flatMap((page) => elements(page.tree, "a").flatMap((link) => {
    const name = named(link, page.tree);
    if (attribute(link, "href") === undefined) return [`${page.path}: an a without href: "${name}"`];
    if (!name) return [`${page.path}: ${page.kind}: a link without words to ${attribute(link, "href")}`];
    return vague.has(name.toLowerCase().replace(/[.:]$/, "")) ? [`${page.path}: ${page.kind}: a link called "${name}"`] : [];
  })));
});

test("links of one name on a page go to one place, or their row, item, paragraph or heading tells them apart", () => {
  none(everyPage.flatMap((page) => {
    const byName = new Map();
    for (const link of elements(page.tree, "a")) {
      const context = ancestors(link).find((up) => isElement(up, "tr", "li", "p", "article", "section", "figure", "dd", "nav"));
      // The header of a group of rows is the header of each cell in it.
      const group = context && isElement(context, "tr") ? elements(context.parentNode, "th").filter((header) => attribute(header, "scope") === "rowgroup").map((header) => textOf(header)).join() : "";
      const part = ancestors(link).find((up) => isElement(up, "article", "section", "main"));
      const key = `${named(link, page.tree)} | ${context ? textOf(context) : ""} ${group} | ${part ? elements(part, "h2", "h3", "h4").map((node) => textOf(node))[0] ?? "" : ""}`;
      byName.set(key, (byName.get(key) ?? new Set()).add(attribute(link, "href")));
    }
    return [...byName].filter(([, ways]) => ways.size > 1).map(([key, ways]) => `${page.path}: ${page.kind}: "${key.slice(0, 100)}" goes to ${[...ways].join(" and ")}`);
  }));
});

test("titles and descriptions are there and unlike all others", () => {
  const findings = [];
  const seen = { title: new Map(), description: new Map() };
  for (const page of everyPage.filter((page) => page.kind !== "not-found")) {
    const title = elements(page.tree, "title").filter((node) => !inside(node, "svg")).map((node) => textOf(node));
    const description = elements(page.tree, "meta").filter((node) => attribute(node, "name") === "description").map((node) => attribute(node, "content").trim());
    if (title.length !== 1 || !title[0]) findings.push(`${page.path}: ${title.length} titles`);
    if (description.length !== 1 || !description[0]) findings.push(`${page.path}: ${description.length} descriptions`);
    for (const [what, [words]] of [["title", title], ["description", description]]) {
      const other = seen[what].get(words);
      if (other) findings.push(`${page.path} and ${other} have one ${what}: ${words}`);
      seen[what].set(words, page.path);
    }
  }
  none(findings);
});
