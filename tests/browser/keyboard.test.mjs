// Each kind of page by keyboard: Tab reaches every control, in the order of the text, each visibly and in sight, and leaves it again.
import { test } from "node:test";
import { WINDOWS } from "./chromium.mjs";
import { none } from "./findings.mjs";
import { largest } from "./site.mjs";
import { each, set, way } from "./stage.mjs";

set();

/** Remembers how each control looks, and then what each focus does to it. Runs in the page. */
function watch() {
  const style = (element) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, borderWidth, textDecoration, position, color } = getComputedStyle(element);
    return { outline: outlineStyle === "none" ? "none" : `${outlineWidth} ${outlineColor}`, outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, borderWidth, textDecoration, position, color };
  };
  const luminance = (color) => {
    const [red, green, blue] = color.match(/[\d.]+/g).map((part) => Number(part) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((left, right) => right - left);
    return (light + 0.05) / (dark + 0.05);
  };
  const behind = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      const color = getComputedStyle(up).backgroundColor;
      if (color !== "rgba(0, 0, 0, 0)" && color !== "transparent") return color;
    }
    return "rgb(255, 255, 255)";
  };
  const shown = (element) => element.checkVisibility({ checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const scrolls = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1;
  const controls = [...document.querySelectorAll("a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]")]
    .filter((element) => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden" && shown(element))
    .filter((element) => element.tagName !== "SUMMARY" || element.parentElement.querySelector("summary") === element);
  const name = (element) => `${element.tagName.toLowerCase()}${element.className.length ? `.${element.className}` : ""} "${(element.textContent.trim() || element.getAttribute("aria-label") || element.name || "").slice(0, 50)}"`;
  const before = new Map(controls.map((element) => [element, style(element)]));
  const reached = [];
  const findings = controls.filter((element) => element.tabIndex > 0).map((element) => `tabindex above 0: ${name(element)}`);
  document.addEventListener("focusin", ({ target }) => {
    // A window that comes to the front again says once more where its focus is.
    if (reached.at(-1) === target) return;
    reached.push(target);
    const now = style(target);
    const was = before.get(target);
    if (!was && !scrolls(target)) findings.push(`focus on what is no control: ${name(target)}`);
    const outlined = now.outlineStyle !== "none" && parseFloat(now.outlineWidth) >= 2;
    const around = outlined && now.outlineStyle !== "auto" ? contrast(now.outlineColor, behind(target)) : 21;
    if (!outlined && was && now.boxShadow === was.boxShadow && now.backgroundColor === was.backgroundColor && now.borderColor === was.borderColor) findings.push(`focus is not seen: ${name(target)}`);
    if (around < 3) findings.push(`focus is hardly seen, ${around.toFixed(1)}: ${name(target)}`);
    const boxes = [...target.getClientRects()];
    const inSight = boxes.some((box) => box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth && box.width > 1 && box.height > 1);
    if (!inSight) findings.push(`focus is out of sight: ${name(target)}`);
    // Where a line breaks before a word, an empty box is left at its end.
    const box = boxes.find((one) => one.top >= 0 && one.bottom <= innerHeight && one.width > 1);
    if (box) {
      const top = document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, box.left + box.width / 2)), box.top + box.height / 2);
      if (top && !target.contains(top) && !top.contains(target)) findings.push(`focus is covered by ${name(top)}: ${name(target)}`);
    }
  });
  window.walk = {
    count: controls.length,
    /** Whether all were reached in one go from the first to the last. */
    isWhole: () => { const order = new Set(reached.slice(reached.indexOf(controls[0]))); return controls.every((element) => order.has(element)); },
    report() {
      const first = reached.indexOf(controls[0]);
      const order = reached.slice(first).filter((element) => before.has(element));
      const known = new Set(order);
      const missing = controls.filter((element) => !known.has(element));
      findings.push(...missing.slice(0, 3).map((element) => `never reached: ${name(element)}`));
      if (missing.length > 3) findings.push(`never reached: ${missing.length - 3} more`);
      const wanted = controls.filter((element) => known.has(element));
      const position = wanted.findIndex((element, index) => order[index] !== element);
      if (position >= 0) findings.push(`out of order: ${name(order[position])} where ${name(wanted[position])} stands`);
      return [...new Set(findings)];
    },
  };
}

/** Boxes that stand beside or below each other in another order than in the text. Runs in the page. */
function disorder() {
  const findings = [];
  const name = (element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 30)}"`;
  for (const container of document.body.querySelectorAll("*")) {
    const style = getComputedStyle(container);
    if (!/flex|grid/.test(style.display)) continue;
    const boxes = [...container.children].filter((child) => child.checkVisibility() && child.getClientRects().length && getComputedStyle(child).position !== "absolute").map((child) => ({ child, box: child.getBoundingClientRect() }));
    boxes.slice(1).forEach(({ child, box }, position) => {
      const { child: earlier, box: before } = boxes[position];
      const above = box.bottom <= before.top + 1;
      const left = Math.min(box.bottom, before.bottom) - Math.max(box.top, before.top) > 4 && box.right <= before.left + 1;
      if ((above && box.left < before.right - 1) || left) findings.push(`${name(child)} stands before ${name(earlier)}, which the text has first`);
    });
  }
  return findings;
}

for (const viewport of WINDOWS) {
  test(`${viewport.width} x ${viewport.height}: every control by Tab, in order, in sight, with a visible focus and no trap`, async () => {
    none(await each(largest(), { viewport, hasTouch: false }, async (sample, { page }) => {
      await page.goto(way(sample));
      await page.evaluate(() => { document.activeElement?.blur(); getSelection().removeAllRanges(); });
      await page.evaluate(watch);
      const findings = await page.evaluate(disorder);
      const count = await page.evaluate(() => window.walk.count);
      // From the end of the page the browser begins again, so a few steps more show that nothing holds the focus.
      for (let step = 0; step < count + 4; step++) await page.keyboard.press("Tab");
      // A page that puts the focus somewhere at first is begun in its middle: once round from its top.
      if (!(await page.evaluate(() => window.walk.isWhole()))) for (let step = 0; step < count + 4; step++) await page.keyboard.press("Tab");
      findings.push(...(await page.evaluate(() => window.walk.report())));
      return findings;
    }));
  });
}

test("the first Tab offers the way to the text, and Enter takes it", async () => {
  const list = largest().filter((page) => !["root", "not-found"].includes(page.kind));
  none(await each(list, { viewport: WINDOWS[0] }, async (sample, { page }) => {
    await page.goto(way(sample));
    await page.evaluate(() => document.activeElement?.blur());
    await page.keyboard.press("Tab");
    const first = await page.evaluate(() => ({ href: document.activeElement.getAttribute("href"), box: document.activeElement.getBoundingClientRect().toJSON() }));
    if (sample.kind === "search" && first.href !== "#main") return [];
    if (first.href !== "#main") return [`the first Tab goes to ${first.href}`];
    if (first.box.left < 0 || first.box.top < 0) return ["the link to the text is not seen"];
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    return (await page.evaluate(() => Boolean(document.activeElement.closest("main, footer")))) ? [] : ["the text is not where the link leads"];
  }));
});
