// Each kind of page as some readers have it: without JavaScript, in forced colours, without motion, on paper.
import { test } from "node:test";
import { SCHEMES, WINDOWS } from "./chromium.mjs";
import { none } from "./findings.mjs";
import { read } from "./paper.mjs";
import { addressed, largest, pages, samples, strings } from "./site.mjs";
import { each, set, way } from "./stage.mjs";

set();

/** What a reader sees: words of the text, tables, charts, navigation. Runs in the page. */
function seen() {
  const text = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility()).map((element) => {
    // A box to type in says nothing but how to use it.
    const boxes = [...element.querySelectorAll("form")].map((form) => form.innerText);
    return boxes.reduce((words, box) => words.replace(box, " "), element.innerText);
  }).join(" ").replace(/\s+/g, " ").trim();
  const count = (selector) => [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0).length;
  return {
    text: text("main"),
    navigation: text("header nav"),
    footer: text("footer"),
    counts: { tables: count("main table"), charts: count("main svg"), pictures: count("main img"), links: count("main a[href]"), switches: count("a[hreflang]") },
    scripted: [...document.querySelectorAll("button, input, select, textarea, [role=button], [role=combobox]")].filter((element) => element.checkVisibility() && element.getClientRects().length).map((element) => element.outerHTML.slice(0, 100)),
  };
}

test("without JavaScript everything is there but what needs it", async () => {
  // Of plans every one: what their texts are made of differs.
  const list = [...new Set([...samples(), ...pages(addressed()).filter((page) => page.kind === "plan")])].filter((page, position, all) => all.findIndex((other) => other.path === page.path && other.site === page.site) === position);
  const withScript = new Map();
  await each(list, { viewport: WINDOWS[0] }, async (sample, { page }) => {
    await page.goto(way(sample));
    withScript.set(sample, await page.evaluate(seen));
    return [];
  });
  none(await each(list, { viewport: WINDOWS[0], javaScriptEnabled: false }, async (sample, { page }) => {
    await page.goto(way(sample));
    const bare = await page.evaluate(seen);
    const full = withScript.get(sample);
    const findings = [];
    const words = new Set(bare.text.split(" "));
    const lost = sample.kind === "search" ? [] : full.text.split(" ").filter((word) => !words.has(word));
    if (lost.length) findings.push(`words are missing: ${lost.slice(0, 10).join(" ")}`);
    if (bare.navigation !== full.navigation || bare.footer !== full.footer) findings.push("the navigation or the footer differ");
    for (const [what, number] of Object.entries(full.counts)) if (bare.counts[what] < number) findings.push(`${what}: ${bare.counts[what]} of ${number}`);
    // A box that nothing answers is worse than none.
    findings.push(...bare.scripted.map((control) => `needs JavaScript, and is shown without: ${control}`));
    if (sample.kind === "search" && !(await page.isVisible("main a[href*='.html']"))) findings.push("no indexes instead of the search");
    return findings;
  }));
});

/** What cannot be told from what it stands on. Runs in the page, in forced colours. */
function invisible() {
  const findings = [];
  const parts = (color) => (color.match(/[\d.]+/g) ?? [0, 0, 0]).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = parts(color).slice(0, 3).map((part) => part / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
    return (light + 0.05) / (dark + 0.05);
  };
  const probe = document.createElement("i");
  document.body.append(probe);
  const system = (name) => { probe.style.color = name; return getComputedStyle(probe).color; };
  const canvas = system("Canvas");
  const name = (element) => element.outerHTML.slice(0, 110);
  const painted = (color) => color && color !== "none" && !color.startsWith("url") && (parts(color)[3] ?? 1) > 0.05;
  for (const shape of document.querySelectorAll("svg path, svg rect, svg circle, svg line, svg polyline, svg polygon, svg ellipse, svg text, svg tspan")) {
    if (!shape.checkVisibility() || shape.closest("defs, clipPath, mask, pattern")) continue;
    const classes = [...shape.classList, ...(shape.parentElement?.classList ?? [])];
    // These are ground, not marks: what is seen is what stands on them or outside of them.
    if (classes.some((one) => ["halo", "track", "grid", "plate", "ground", "band"].includes(one))) continue;
    const { fill, stroke, strokeWidth, color, opacity } = getComputedStyle(shape);
    const box = shape.getBoundingClientRect();
    if (!box.width && !box.height) continue;
    const paints = [painted(fill) ? fill : null, painted(stroke) && parseFloat(strokeWidth) > 0 ? stroke : null].filter(Boolean);
    if (!paints.length) continue;
    if (shape.matches("text, tspan") ? contrast(fill, canvas) < 4.5 : !paints.some((paint) => contrast(paint, canvas) >= 3) || Number(opacity) < 0.3) findings.push(`not seen on ${canvas}: ${paints.join(" and ")} ${name(shape)}`);
  }
  for (const link of document.querySelectorAll("main a[href]")) {
    if (!link.checkVisibility() || link.closest("svg") || !link.textContent.trim()) continue;
    const own = getComputedStyle(link).color;
    const around = getComputedStyle(link.parentElement).color;
    if (own === around && !getComputedStyle(link).textDecorationLine.includes("underline") && getComputedStyle(link).borderBottomStyle === "none") findings.push(`a link like its text: ${name(link)}`);
  }
  for (const mark of document.querySelectorAll("mark")) {
    if (mark.checkVisibility() && getComputedStyle(mark).backgroundColor === canvas && getComputedStyle(mark).textDecorationLine === "none" && getComputedStyle(mark).borderStyle === "none") findings.push(`a mark that marks nothing: ${name(mark)}`);
  }
  for (const control of document.querySelectorAll("button, input, select, .button, .badge, .standing")) {
    if (!control.checkVisibility() || !control.getClientRects().length) continue;
    const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor, display } = getComputedStyle(control);
    const bordered = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0 && contrast(borderTopColor, canvas) >= 3;
    if (display !== "inline" && control.matches("button, input, select, .button") && !bordered && contrast(backgroundColor, canvas) < 3) findings.push(`a control without an edge: ${name(control)}`);
  }
  // What is only a background picture or a coloured ground is gone here.
  for (const element of document.querySelectorAll("main *")) {
    for (const pseudo of [undefined, "::before", "::after"]) {
      const { backgroundImage, content } = getComputedStyle(element, pseudo);
      if (pseudo && content === "none") continue;
      if (backgroundImage.includes("url(")) findings.push(`a picture that forced colours may take away: ${name(element)}${pseudo ?? ""}`);
    }
  }
  probe.remove();
  return findings;
}

for (const colorScheme of SCHEMES) {
  test(`forced colours, ${colorScheme}: links, marks, controls and every line of a chart are seen`, async () => {
    none(await each(largest(), { viewport: WINDOWS[1], colorScheme, forcedColors: "active" }, async (sample, { page }) => {
      await page.goto(way(sample));
      return page.evaluate(invisible);
    }));
  });
}

test("without motion nothing moves", async () => {
  none(await each(largest().filter((page) => page.language === "vi"), { viewport: WINDOWS[1], reducedMotion: "reduce" }, async (sample, { page }) => {
    await page.goto(way(sample));
    return page.evaluate(() => {
      const longest = (times) => Math.max(...times.split(",").map((time) => (time.includes("ms") ? parseFloat(time) : parseFloat(time) * 1000)));
      const findings = getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["scrolls smoothly"] : [];
      for (const element of document.querySelectorAll("*")) {
        for (const pseudo of [undefined, "::before", "::after"]) {
          const style = getComputedStyle(element, pseudo);
          if (longest(style.transitionDuration) > 10 || (style.animationName !== "none" && longest(style.animationDuration) > 10)) findings.push(`moves: ${element.outerHTML.slice(0, 80)}${pseudo ?? ""}`);
        }
      }
      return findings.slice(0, 5);
    });
  }));
});

const squeezed = (words) => words.normalize("NFC").replace(/[\s\u00AD]+/g, "");

test("on paper every page is read: the text and its numbering, no navigation, no blank sheet", async () => {
  none(await each(largest(), { viewport: WINDOWS[1] }, async (sample, { page }) => {
    await page.goto(way(sample));
    const sheets = await read(await page.pdf({ format: "A4", preferCSSPageSize: true }));
    // What paper adds to the words, that abbreviations are explained and where links lead, stands in the middle of them.
    const added = await page.evaluate(() => [...document.querySelectorAll("main abbr[title]")].map((element) => ` (${element.title})`));
    const bare = (words) => added.reduce((rest, meaning) => rest.replaceAll(squeezed(meaning), ""), squeezed(words));
    const all = bare(sheets.map((sheet) => sheet.words).join(" "));
    const findings = [];
    // What stands on the screen and is no control has to be on paper; how paper words it is read as paper shows it.
    const written = "main p, main li, main td, main th, main dd, main h2, main h3";
    const left = "details, nav, form, noscript, .actions, .contents, .chips";
    const onScreen = await page.evaluate(([written, left]) => [...document.querySelectorAll(written)].map((element) => element.checkVisibility() && !element.closest(left) && element.innerText.trim() !== ""), [written, left]);
    await page.emulateMedia({ media: "print" });
    const onPaper = await page.evaluate((written) => [...document.querySelectorAll(written)].map((element) => (element.querySelector("p, li, td") ? "" : element.innerText.trim())), written);
    const { heading, labels, navigation } = await page.evaluate(() => ({
      heading: document.querySelector("h1").innerText,
      labels: [...document.querySelectorAll("main .label")].filter((element) => !element.closest("svg")).map((element) => element.textContent.trim()).filter(Boolean),
      navigation: [...document.querySelectorAll("header nav a, footer .links a")].map((element) => element.textContent.trim()),
    }));
    await page.emulateMedia({ media: null });
    const paragraphs = onPaper.filter((words, position) => onScreen[position] && words);
    const hidden = await page.evaluate(([written, flags]) => [...document.querySelectorAll(written)].filter((element, position) => flags[position] && !element.querySelector("p, li, td, h2, h3") && !element.closest(".find, .search, .more, .twin")).map((element) => element.innerText.trim().slice(0, 60)), [written, onScreen.map((shown, position) => shown && !onPaper[position])]);
    if (!all.includes(squeezed(heading))) findings.push("the heading is not printed");
    if (sample.kind !== "search") {
      if (hidden.length) findings.push(`${hidden.length} on the screen and not on paper: ${hidden.slice(0, 3).join("; ")}`);
      const lost = paragraphs.filter((words) => !all.includes(bare(words)));
      // A line that a sheet breaks may carry what stands between; most is enough to know that the text is there.
      if (lost.length > paragraphs.length / 50 + 1) findings.push(`${lost.length} of ${paragraphs.length} paragraphs are not printed: "${lost[0].slice(0, 80)}"`);
    }
    if (sample.kind === "plan" && labels.length < 10) findings.push(`only ${labels.length} labels of clauses`);
    const unprinted = labels.filter((label) => !all.includes(squeezed(label)));
    if (unprinted.length) findings.push(`labels of clauses that are not printed: ${unprinted.slice(0, 5).join(" ")}`);
    const links = squeezed(navigation.join(""));
    if (navigation.length > 2 && all.includes(links)) findings.push("the navigation is printed");
    if (all.includes(squeezed(strings(sample.language).skip_to_content))) findings.push("the link to the text is printed");
    sheets.forEach((sheet, number) => {
      if (sheet.words.length < 40) findings.push(`sheet ${number + 1} of ${sheets.length} is all but blank: "${sheet.words}"`);
      if (sheet.smallest < 5.5) findings.push(`sheet ${number + 1} has letters of ${sheet.smallest.toFixed(1)} pt`);
    });
    return findings;
  }));
});
