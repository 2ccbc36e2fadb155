// What stands in a page is seen on it, and heard: no word is hidden or lies on another, and a phone's page says what a desk's says.
import { test } from "node:test";
import { WINDOWS } from "./chromium.mjs";
import { none } from "./findings.mjs";
import { largest } from "./site.mjs";
import { each, set, way } from "./stage.mjs";

set();

/** Words of the text that are not seen, or that lie on others. Runs in the page. */
function unseen() {
  // Said to those who hear only, opened by who wants it, or shown at the line that the pointer is on.
  const LEFT = ".unseen, [hidden], [aria-hidden=true], details:not([open]) > :not(summary), .tools, .permalink, noscript, script, option, textarea, svg, .awaited ~ *";
  const findings = [];
  const lines = [];
  const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    const words = node.data.trim();
    if (!words || element.closest(LEFT) || !element.closest("details:not([open]) > summary") && element.closest("details:not([open])")) continue;
    const name = `${element.tagName.toLowerCase()}.${element.className} "${words.slice(0, 50)}"`;
    // On a phone each cell says its column, and the heads of the columns are for those who hear.
    const head = element.closest("thead");
    if (head && getComputedStyle(head).position === "absolute") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
    // What stands in its parent's box has none of its own.
    let boxed = element;
    while (getComputedStyle(boxed).display === "contents") boxed = boxed.parentElement;
    if (!boxes.length || !boxed.checkVisibility({ opacityProperty: true, visibilityProperty: true })) { findings.push(`not seen: ${name}`); continue; }
    for (let up = element; up && up.tagName !== "MAIN"; up = up.parentElement) if (getComputedStyle(up).position === "fixed") findings.push(`taken out of the text: ${name}`);
    for (const box of boxes) lines.push({ top: box.top + scrollY, bottom: box.bottom + scrollY, left: box.left, right: box.right, name, element });
  }
  lines.sort((one, other) => one.top - other.top);
  lines.forEach((line, position) => {
    for (let next = position + 1; next < lines.length && lines[next].top < line.bottom; next++) {
      const other = lines[next];
      const height = Math.min(line.bottom, other.bottom) - other.top;
      const width = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      if (width > 3 && height > 0.6 * Math.min(line.bottom - line.top, other.bottom - other.top) && !line.element.closest(".both-names, .contents") && !other.element.closest(".both-names, .contents")) findings.push(`lie on each other: ${line.name} and ${other.name}`);
    }
  });
  return findings.slice(0, 6);
}

for (const viewport of WINDOWS) {
  test(`${viewport.width} x ${viewport.height}: every word of the text is seen in its place`, async () => {
    none(await each(largest(), { viewport }, async (sample, { page }) => {
      await page.goto(way(sample));
      return page.evaluate(unseen);
    }));
  });
}

const HEARD = ["table", "row", "cell", "columnheader", "rowheader", "list", "heading", "image", "blockquote", "region"];

test("a phone's screen reader is told of the same tables, rows, headers, lists, headings and pictures as a desk's", async () => {
  none(await each(largest().filter((page) => page.language === "vi"), { viewport: WINDOWS[1] }, async (sample, { page, session }) => {
    await page.goto(way(sample));
    const browser = await session();
    // What a desk opens by itself and a phone on demand is compared open.
    await page.evaluate(() => document.querySelectorAll("details").forEach((details) => { details.open = true; }));
    await browser.send("Accessibility.enable");
    const heard = async () => {
      const { nodes } = await browser.send("Accessibility.getFullAXTree");
      const roles = nodes.filter((node) => !node.ignored).map((node) => node.role.value);
      return Object.fromEntries(HEARD.map((role) => [role, roles.filter((one) => one === role).length]));
    };
    const desk = await heard();
    await page.setViewportSize(WINDOWS[0]);
    const phone = await heard();
    await page.setViewportSize(WINDOWS[1]);
    await browser.detach();
    return HEARD.filter((role) => desk[role] !== phone[role]).map((role) => `${role}: ${desk[role]} on a desk, ${phone[role]} on a phone`);
  }));
});
