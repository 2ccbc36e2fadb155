// The words of the pages: no key, no placeholder, no English in Vietnamese or the reverse, numbers as each language writes them. All pages, no browser.
import { test } from "node:test";
import { all, ancestors, attribute, classes, elements, inside, isElement, languageOf, textOf, trees } from "./dom.mjs";
import { none } from "./findings.mjs";
import { addressed, crowded, repository, strings, text } from "./site.mjs";

const words = { vi: strings("vi"), en: strings("en") };
const everyPage = [...trees(addressed()), ...trees(crowded()).filter((page) => page.kind === "indicator-in-province")];
const SAID = ["alt", "title", "placeholder", "aria-label", "aria-description", "content", "data-label"];

/** What a page says, piece by piece: texts and attributes that are read out, each with its language. */
function said(page) {
  return all(page.tree, (node) => node.nodeName === "#text" || isElement(node)).flatMap((node) => {
    if (node.nodeName === "#text") {
      if (!node.value.trim() || inside(node, "script", "style", "template")) return [];
      if (["root", "not-found"].includes(page.kind) && inside(node, "title")) return [];
      return [{ node, language: languageOf(node), words: node.value.trim() }];
    }
    // A title or a description cannot change its language; the two pages for both languages have both in one.
    if (["root", "not-found"].includes(page.kind) && isElement(node, "meta")) return [];
    if (isElement(node, "meta") && !["description", "og:title", "og:description", "twitter:title", "twitter:description", "og:image:alt"].includes(attribute(node, "name") ?? attribute(node, "property"))) return [];
    return SAID.filter((name) => attribute(node, name)?.trim()).map((name) => ({ node, language: languageOf(node), words: attribute(node, name).trim() }));
  });
}

// These are no prose: codes, file names, columns of the data file, addresses.
const isCode = (node) => inside(node, "code", "pre", "kbd", "samp") || ancestors(node).some((up) => attribute(up, "translate") === "no");
const report = (check) => none(everyPage.flatMap((page) => said(page).flatMap((piece) => check(piece, page).map((what) => `${page.path}: ${page.kind}: ${what}`))));

test("no key of a string and no placeholder stands on a page", () => {
  const keys = new Set(Object.keys(words.en).filter((key) => key.includes("_")));
  const holders = new Set(Object.values(words).flatMap((table) => Object.values(table).flatMap((text) => text.match(/\{[a-z_]+\}/g) ?? [])));
  report(({ node, words }) => {
    if (isCode(node)) return [];
    const found = [];
    for (const token of words.split(/[\s.,:;()“”"'·|]+/)) if (keys.has(token)) found.push(`the key ${token}`);
    for (const holder of words.match(/\{\{?[^{}]*\}?\}|\{%/g) ?? []) if (holders.has(holder) || /^\{[a-z_. ]+\}$|\{\{|\{%/.test(holder)) found.push(`the placeholder ${holder}`);
    if (/\b(undefined|null|NaN|\[object|Some\()/.test(words)) found.push(`"${words.slice(0, 80)}"`);
    if (/ \| /.test(words) && Object.values(strings("en")).concat(Object.values(strings("vi"))).includes(words)) found.push(`an unchosen plural "${words}"`);
    return found;
  });
});

test("interface words stand in the language of their page", () => {
  // A word that both languages share, or that is a word of the other too, tells nothing.
  const shown = { vi: new Set(Object.values(words.vi)), en: new Set(Object.values(words.en)) };
  const foreign = { vi: new Set([...shown.en].filter((text) => !shown.vi.has(text))), en: new Set([...shown.vi].filter((text) => !shown.en.has(text))) };
  report(({ node, language, words }) => (!isCode(node) && foreign[language]?.has(words) ? [`in ${language}: "${words}"`] : []));
});

test("no English sentence stands in Vietnamese text", () => {
  // Words that no Vietnamese syllable is spelt like.
  const english = /\b(the|and|of|with|from|this|which|are|is|was|were|by|for|has|have|not|all|share|shall|schools?|pupils?|teachers?|places?|figures?|year|years|page)\b/gi;
  report(({ node, language, words }) => {
    if (language !== "vi" || isCode(node)) return [];
    const found = words.replace(/https?:\S+|\S+@\S+|\S+\.(vn|com|html|csv|svg|json|org)\S*/g, "").match(english) ?? [];
    return found.length >= 2 ? [`"${words.slice(0, 100)}"`] : [];
  });
});

test("Vietnamese words on English pages say that they are Vietnamese", () => {
  const marked = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
  report(({ node, language, words }) => {
    // What cannot hold an element cannot say it.
    if (language !== "en" || isCode(node) || node.nodeName !== "#text" || inside(node, "title", "option", "desc")) return [];
    // A picture is one thing to whoever hears the page; its name is its title and description.
    if (ancestors(node).some((up) => attribute(up, "role") === "img")) return [];
    // Numbers of documents are names: 47/NQ-HĐND.
    const rest = words.normalize("NFC").replace(/[\d]+(\/\d+)?[/-][A-ZĐ&-]+(\/[A-ZĐ]+)?/g, "");
    return marked.test(rest) ? [`"${words.slice(0, 100)}"`] : [];
  });
});

test("numbers are written as their language writes them", () => {
  report(({ node, language, words }) => {
    if (isCode(node) || inside(node, "time") || isElement(node, "time")) return [];
    // Addresses, anchors, dates, parts of documents (II.1, 2.1.3), numbers of documents and licences are no figures.
    const prose = words
      .replace(/https?:\S+|\S+@\S+|#\S+/g, " ")
      .replace(/\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b/g, " ")
      .replace(/\b\d+(\.\d+){2,}\b/g, (figure) => (/^\d{1,3}(\.\d{3})+$/.test(figure) ? figure : " "))
      .replace(/Creative Commons .*?\(CC BY[^)]*\)|Creative Commons [^.]*?\d\.\d/g, " ")
      // A piece of a document as it is printed, in quotation marks, and the industry that names itself so.
      .replace(/“[^”]*”/g, " ")
      .replace(/(công nghiệp|cách mạng|industry|revolution) 4\.0/gi, " ")
      .replace(/\bCC BY(-\w+)* \d\.\d|\b(phiên bản|version|WCAG|quốc tế|international)\s+\d\.\d/gi, " ")
      .replace(/\b\d+(\/\d+)?\/[\p{Lu}&-]+\S*/gu, " ");
    const label = ancestors(node).some((up) => classes(up).some((name) => ["label", "clause-link", "head", "permalink", "contents", "numbering"].includes(name)));
    const found = language === "vi" ? prose.match(/(?<![\d.,\p{L}])\d+\.\d{1,2}(?![\d.]|\.\p{L})%?/gu) : language === "en" ? prose.match(/(?<![\d.,\p{L}])\d+,\d{1,2}(?!\d)%?/gu) : null;
    // Parts of plans are numbered 2.1 in both languages; what follows a word for a part, or begins a heading or a paragraph, is a part's number.
    const figures = (found ?? []).filter((figure) => {
      if (label || /^\d+\.\d+\.?(\s|$)/.test(prose.trim()) && prose.trim().startsWith(figure)) return false;
      return !new RegExp(`(mục|khoản|điểm|phần|chương|điều|section|item|clause|part|point|paragraph|article)s?\\s+([IVX]+\\.)?(\\S+\\s+(và|and|đến|to)\\s+)?${figure.replace(/[.]/g, "\\.")}`, "i").test(prose);
    });
    return figures.map((figure) => `${figure} in ${language}: "${words.slice(0, 100)}"`);
  });
  // The percent sign stands at its number in both languages.
  report(({ node, words }) => (!isCode(node) && /\d\s+%/.test(words) ? [`a space before the percent sign: "${words.slice(0, 80)}"`] : []));
});

test("text is composed Unicode, without doubled or stray marks", () => {
  report(({ node, words }) => {
    if (isCode(node)) return [];
    const found = [];
    if (words !== words.normalize("NFC")) found.push(`not NFC: "${words.slice(0, 80)}"`);
    if (/\uFFFD|[\u0000-\u0008\u200B\uFEFF]/.test(words)) found.push(`a stray character: "${words.slice(0, 80)}"`);
    if (/[,;:]{2}|,\.|\.\.(?!\.)(?<!\.\.\.)|\( | \)| ,| ;/.test(words)) found.push(`doubled or stray marks: "${words.slice(0, 100)}"`);
    return found;
  });
});

test("the language of a page is said, and each piece in the other language says its own", () => {
  none(everyPage.flatMap((page) => {
    const findings = [];
    if (!page.language) findings.push(`${page.path}: no lang`);
    for (const node of all(page.tree, isElement)) {
      const language = attribute(node, "lang");
      if (language !== undefined && !["vi", "en"].includes(language)) findings.push(`${page.path}: lang=${language}`);
    }
    if (page.path.includes("/") && page.language !== page.path.slice(0, 2)) findings.push(`${page.path}: lang is ${page.language}`);
    for (const node of elements(page.tree, "a")) {
      const target = attribute(node, "hreflang");
      if (target && target !== page.language && languageOf(node) !== target && !elements(node, "span").length) findings.push(`${page.path}: a link to a page in ${target}, named "${textOf(node)}" in ${languageOf(node)}`);
    }
    return findings;
  }));
});

test("abbreviations are explained where a page first uses them", () => {
  // Those of the glossary with three capitals; words in capitals are no abbreviations, and what explains is not asked to be explained.
  const known = [...text(repository, "content/glossary.yaml").matchAll(/^\s+abbreviation: (.*\p{Lu}{3,}.*)$/gmu)].map(([, abbreviation]) => abbreviation);
  const alone = new RegExp(`(?<![\\p{L}\\d/_-])(${known.join("|")})(?![\\p{L}\\d/_-])`, "gu");
  none(everyPage.filter((page) => !["glossary", "root", "not-found"].includes(page.kind)).flatMap((page) => {
    const seen = new Set();
    const main = elements(page.tree, "main")[0];
    let before = "";
    return all(main, (node) => node.nodeName === "#text").flatMap((node) => {
      const foreign = ancestors(node).some((up) => up !== main && inside(up, "main") && attribute(up, "lang"));
      if (foreign || isCode(node) || inside(node, "svg", "script", "button", "summary", "option")) return [];
      const found = [...node.value.matchAll(alone)].flatMap(({ 0: whole, index }) => {
        if (seen.has(whole)) return [];
        seen.add(whole);
        const writtenOut = /\($/.test(node.value.slice(0, index)) || /\($/.test(before);
        return inside(node, "abbr") || writtenOut ? [] : [`${page.path}: ${page.kind}: ${whole} in "${node.value.trim().slice(0, 80)}"`];
      });
      before = node.value.trimEnd();
      return found;
    });
  }));
});
