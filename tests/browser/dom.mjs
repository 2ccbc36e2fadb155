// Pages as trees, read without a browser.
import { parse as parseHtml } from "parse5";
import { pages, text } from "./site.mjs";

export const attribute = (node, name) => node.attrs?.find((known) => known.name === name)?.value;
export const isElement = (node, ...names) => Boolean(node.tagName) && (!names.length || names.includes(node.tagName));
export const classes = (node) => (attribute(node, "class") ?? "").split(/\s+/);

/** All nodes under `node` in document order. `visit` gets the node and says `false` where it will not see what is inside. */
export function walk(node, visit) {
  if (visit(node) === false) return;
  for (const child of node.childNodes ?? []) walk(child, visit);
}

export function all(node, wanted) {
  const found = [];
  walk(node, (inner) => { if (inner !== node && wanted(inner)) found.push(inner); });
  return found;
}

export const elements = (node, ...names) => all(node, (inner) => isElement(inner, ...names));
export const ancestors = (node) => { const chain = []; for (let up = node.parentNode; up; up = up.parentNode) chain.push(up); return chain; };
export const inside = (node, ...names) => ancestors(node).some((up) => isElement(up, ...names));

/** The text as it is read, without what is not shown or not said. */
export function textOf(node, skip = () => false) {
  let words = "";
  walk(node, (inner) => {
    if (isElement(inner, "script", "style", "template") || attribute(inner, "aria-hidden") === "true" || skip(inner)) return false;
    if (inner.nodeName === "#text") words += inner.value;
    if (isElement(inner, "br", "p", "li", "td", "th", "dt", "dd", "div")) words += " ";
  });
  return words.replace(/\s+/g, " ").trim();
}

/** The language that a node stands in. */
export function languageOf(node) {
  for (let up = node; up; up = up.parentNode) {
    const language = up.attrs && attribute(up, "lang");
    if (language !== undefined) return language;
  }
}

const parsed = new Map();
/** A site's pages with their trees; read once in a process. */
export function trees(site) {
  if (!parsed.has(site)) parsed.set(site, pages(site).map((page) => ({ ...page, html: text(site, page.path), tree: parseHtml(text(site, page.path)) })));
  return parsed.get(site);
}

