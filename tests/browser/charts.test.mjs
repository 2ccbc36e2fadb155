// A chart that is drawn for two widths is shown once, whatever the window and on paper; its words are large enough to read, and
// none lies on another or leaves the drawing, in the letters of a real browser.
import { test } from "node:test";
import { none } from "./findings.mjs";
import { read } from "./paper.mjs";
import { largest } from "./site.mjs";
import { each, set, way } from "./stage.mjs";

set();

/** What is wrong with the drawings on a page. Runs in the page. */
function drawings() {
  const findings = [];
  for (const figure of document.querySelectorAll("figure.drawing")) {
    const shown = [...figure.children].filter((child) => child.matches("svg") && child.getClientRects().length > 0);
    if (shown.length !== 1) { findings.push(`${shown.length} drawings of ${figure.querySelector("svg").getAttribute("aria-labelledby")} are shown`); continue; }
    const [drawing] = shown;
    const room = drawing.getBoundingClientRect();
    const scale = room.width / drawing.viewBox.baseVal.width;
    const lines = [...drawing.querySelectorAll("text")].flatMap((text) => {
      const spans = [...text.querySelectorAll("tspan")];
      const size = Number.parseFloat(text.getAttribute("font-size") ?? drawing.getAttribute("font-size")) * scale;
      if (size < 11.99) findings.push(`${size.toFixed(1)} pixels: "${text.textContent}"`);
      return (spans.length > 0 ? spans : [text]).map((line) => ({ box: line.getBoundingClientRect(), words: line.textContent.trim() }));
    });
    lines.forEach(({ box, words }, position) => {
      if (box.left < room.left - 2 || box.right > room.right + 2 || box.top < room.top - 3 || box.bottom > room.bottom + 3) findings.push(`cut: "${words}"`);
      for (const other of lines.slice(position + 1)) {
        const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // The boxes of lines are higher than their letters.
        if (width > 1 && height > 0.4 * Math.min(box.height, other.box.height)) findings.push(`"${words}" lies on "${other.words}"`);
      }
    });
  }
  return [...new Set(findings)].slice(0, 6);
}

const WIDTHS = [320, 360, 719, 720, 1024, 1280];

test("one drawing of each chart is shown at each width and on paper, with words of 12 pixels or more that do not meet", async () => {
  none(await each(largest(), {}, async (sample, { page }) => {
    await page.goto(way(sample));
    const found = [];
    for (const size of ["1", "3"]) {
      await page.evaluate((size) => { document.documentElement.dataset.size = size; }, size);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await page.evaluate(drawings)).map((finding) => `${width} pixels, text size ${size}: ${finding}`));
      }
    }
    await page.emulateMedia({ media: "print" });
    // What a sheet of A4 has between its margins.
    await page.setViewportSize({ width: 657, height: 964 });
    const wide = await page.evaluate(() => [...document.querySelectorAll(".in-two-widths > .wide-drawing")].every((drawing) => drawing.getClientRects().length > 0));
    await page.emulateMedia({ media: null });
    return wide ? found : [...found, "on paper the narrow drawing is shown"];
  }));
});

test("on a desk what is said about a wide drawing stands beside it, and both keep to the measure", async () => {
  none(await each(largest(), {}, async (sample, { page }) => {
    await page.goto(way(sample));
    const found = [];
    for (const width of [1040, 1280, 1600]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await page.evaluate(() => [...document.querySelectorAll(".in-two-widths")].flatMap((figure) => {
        const box = (selector) => figure.querySelector(selector).getBoundingClientRect();
        const [whole, drawing, source] = [figure.getBoundingClientRect(), box(".wide-drawing"), box(".chart-source")];
        const beside = source.left >= drawing.right + 16 && source.right <= whole.right + 1 && Math.abs(source.top - drawing.top) < 24;
        return beside && source.right - drawing.left > whole.width * 0.95 ? [] : [`the source at ${Math.round(source.left)}, ${Math.round(source.top)} is not beside the drawing`];
      }))).map((finding) => `${width} pixels: ${finding}`));
    }
    return found;
  }));
});

test("on paper a comparison with the province stands under its heading", async () => {
  const compared = largest().filter(({ kind }) => kind === "levels");
  if (compared.length === 0) throw new Error("no page compares a commune with its province");
  none(await each(compared, {}, async (sample, { page }) => {
    await page.goto(way(sample));
    const [heading, ...labels] = await page.evaluate(() => [document.querySelector("#differences"), ...document.querySelectorAll(".wide-drawing .row .label")]
      .map((words) => words.textContent.normalize("NFC").replace(/\s+/g, "")));
    const sheets = (await read(await page.pdf({ format: "A4", preferCSSPageSize: true }))).map(({ words }) => words.replace(/\s+/g, ""));
    const sheet = sheets.find((words) => words.includes(heading)) ?? "";
    return labels.filter((label) => !sheet.includes(label)).slice(0, 3).map((label) => `"${label}" is not on the sheet of "${heading}"`);
  }));
});
