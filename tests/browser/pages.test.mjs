// Each kind of page in both languages, on a phone and on a desk, light and dark: what axe sees, what the console says,
// what is asked of others, what moves, how large targets are. And what scrolls sideways.
import assert from "node:assert/strict";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { AXE, SCHEMES, WINDOWS, openPage } from "./chromium.mjs";
import { none } from "./findings.mjs";
import { addressed, largest, plain, samples } from "./site.mjs";
import { PIECES } from "./server.mjs";
import { each, set, stage, way } from "./stage.mjs";

set();

const axe = (page, rules) =>
  page.evaluate(async (rules) => {
    const options = { resultTypes: ["violations"], runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] }, rules: { "target-size": { enabled: true } } };
    if (rules) { options.runOnly = { type: "rule", values: rules }; delete options.rules; }
    const { violations } = await window.axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `axe ${id}: ${node.target.join(" ")}: ${node.failureSummary.split("\n").slice(1).join(" ").trim().slice(0, 200)}`).concat(nodes.length > 3 ? [`axe ${id}: and ${nodes.length - 3} more`] : []));
  }, rules);

for (const viewport of WINDOWS) {
  test(`${viewport.width} x ${viewport.height}: no violation of WCAG 2.2 A and AA in light and dark, nothing on the console, no other origin, nothing moves`, async () => {
    none(await each(samples(), { viewport }, async (sample, { page }) => {
      const findings = [];
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        if (colorScheme === SCHEMES[0]) {
          await page.goto(way(sample), { waitUntil: "load" });
          // What waits is moved now. What a browser draws while its parser rests in the middle of a line is no move of what is there:
          // how a page comes in is looked at below, block by block, with all that scripts do to it.
          await page.waitForFunction(() => window.whole);
          await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
          const moved = await page.evaluate(() => window.shifts.filter(({ at }) => at >= window.whole));
          findings.push(...moved.map(({ said }) => `moves when it is there: ${said}`));
          await page.evaluate(AXE);
        }
        // The scheme changes colours and nothing else, so the second look is for colours.
        findings.push(...(await axe(page, colorScheme === SCHEMES[0] ? null : ["color-contrast", "link-in-text-block"])).map((finding) => `${colorScheme}: ${finding}`));
      }
      return findings;
    }));
  });
}

for (const viewport of WINDOWS) {
  test(`${viewport.width} x ${viewport.height}: nothing moves while a page comes in, block by block`, async () => {
    // So tall a window has the whole page in it: a browser does not count what moves below the fold, a reader who has scrolled sees it.
    none(await each(samples(), { viewport: { ...viewport, height: 20000 } }, async (sample, { page }) => {
      const address = `${way(sample)}${PIECES}24`;
      const drawn = () => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      await page.goto(address, { waitUntil: "commit" });
      for (let more = true; more;) {
        await drawn();
        const before = await page.evaluate(() => document.getElementsByTagName("*").length);
        more = stage.server(sample.site).next(address);
        if (more) await page.waitForFunction((before) => document.getElementsByTagName("*").length > before, before);
      }
      await page.waitForLoadState("load");
      await drawn();
      return (await page.evaluate(() => window.shifts)).map(({ said }) => `moves: ${said}`);
    }));
  });
}

test("targets are at least 24 pixels wide and high, but for links in running text", async () => {
  none(await each(largest(), { viewport: WINDOWS[0] }, async (sample, { page }) => {
    await page.goto(way(sample));
    return page.evaluate(() => {
      const shown = (element) => element.checkVisibility() && element.getClientRects().length;
      const inText = (element) => {
        const block = element.closest("p, li, td, th, dd, dt, h1, h2, h3, h4, figcaption, caption, span, summary");
        if (getComputedStyle(element).display !== "inline" || !block) return false;
        return block.textContent.trim().length > element.textContent.trim().length + 1;
      };
      return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [role=button], [tabindex]")]
        // What is clipped away is no target until the focus or the pointer brings it out.
        .filter((element) => shown(element) && !element.closest("svg") && !element.matches(".skip") && getComputedStyle(element).clipPath === "none" && !inText(element))
        .flatMap((element) => {
          const { width, height } = element.getBoundingClientRect();
          // The box of a link alone in its line is the line.
          const line = getComputedStyle(element).display === "inline" ? parseFloat(getComputedStyle(element.parentElement).lineHeight) : 0;
          const tall = Math.max(height, line || 0);
          return Math.round(width) >= 24 && Math.round(tall) >= 24 ? [] : [`${Math.round(width)} x ${Math.round(tall)}: ${element.outerHTML.slice(0, 120)}`];
        });
    });
  }));
});

const sideways = (page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const findings = [];
    const wide = (element) => `${element.tagName.toLowerCase()}.${element.className.baseVal ?? element.className} "${element.textContent.trim().slice(0, 40)}"`;
    if (root.scrollWidth > root.clientWidth) {
      const held = (element) => { for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) if (getComputedStyle(up).overflowX !== "visible") return true; return false; };
      const out = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5 && element.checkVisibility() && !held(element));
      findings.push(`scrolls sideways, ${root.scrollWidth} in ${root.clientWidth}: ${out.slice(-3).map(wide).join("; ")}`);
    }
    // Text may not be cut off either; what scrolls in a box of its own says so by being reachable.
    for (const element of document.body.querySelectorAll("*")) {
      const style = getComputedStyle(element);
      if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth <= 1 || element.closest("svg") || !element.checkVisibility()) continue;
      if (["hidden", "clip"].includes(style.overflowX)) findings.push(`cut off: ${wide(element)}`);
      if (["auto", "scroll"].includes(style.overflowX) && element.tabIndex < 0 && !element.querySelector("a[href], button, input")) findings.push(`scrolls, but not by keyboard: ${wide(element)}`);
    }
    return findings;
  });

test("nothing scrolls sideways at 320 pixels", async () => {
  none(await each(samples(), { viewport: { width: 320, height: 640 } }, async (sample, { page }) => {
    await page.goto(way(sample));
    return sideways(page);
  }));
});

test("nothing scrolls sideways with text of twice the size", async () => {
  none(await each(largest(), { viewport: WINDOWS[1] }, async (sample, { page }) => {
    await page.goto(way(sample));
    const findings = [];
    // On a desk, with the layout of a desk.
    await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
    findings.push(...(await sideways(page)).map((finding) => `1280 at 200 %: ${finding}`));
    await page.setViewportSize({ width: 640, height: 740 });
    findings.push(...(await sideways(page)).map((finding) => `640 at 200 %: ${finding}`));
    await page.setViewportSize(WINDOWS[1]);
    return findings;
  }));
});

test("text may be set wider apart (WCAG 1.4.12)", async () => {
  none(await each(largest().filter((page) => page.language === "vi"), { viewport: WINDOWS[0] }, async (sample, { page }) => {
    await page.goto(way(sample));
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }");
      document.adoptedStyleSheets = [sheet];
    });
    return sideways(page);
  }));
});

test("the pages open from a disk", async () => {
  const root = pathToFileURL(plain()).href;
  const view = await openPage(stage.browser, root, { viewport: WINDOWS[0] });
  const findings = [];
  for (const sample of largest().filter((page) => page.site === addressed() && page.kind !== "not-found")) {
    await view.page.goto(`${root}/${sample.path}`, { waitUntil: "load" });
    const { styled, heading } = await view.page.evaluate(() => ({ styled: getComputedStyle(document.documentElement).getPropertyValue("--paper") !== "", heading: document.querySelector("h1")?.textContent.trim() }));
    if (!styled) findings.push(`${sample.name}: without its style`);
    if (!heading) findings.push(`${sample.name}: without a heading`);
    findings.push(...view.taken().map((finding) => `${sample.name}: ${finding}`));
  }
  // A way that readers go: choose a language, a place, an indicator, the other language.
  await view.page.goto(`${root}/index.html`);
  await view.page.click('a[hreflang="vi"]');
  await view.page.click('nav a[href$="dia-phuong.html"]');
  await view.page.click('main a[href$="lang-son.html"]');
  await view.page.click('main a[href*="nursery-enrolment.html"]');
  await view.page.click("a[hreflang=en]");
  assert.match(view.page.url(), /\/en\/places\/lang-son\/indicators\/nursery-enrolment\.html/);
  await view.context.close();
  none([...findings, ...view.taken()]);
});
