// The search as readers use it, in the browser: every query of tests/search/queries.tsv, where its results lead, what a
// first visit loads, the keyboard, the address, late answers, a slow network, from a disk. (Without JavaScript: modes.test.mjs.)
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { WINDOWS, openPage } from "./chromium.mjs";
import { none } from "./findings.mjs";
import { addressed, pages, plain, repository, text } from "./site.mjs";
import { set, stage } from "./stage.mjs";

set();

const MOST = 40 * 1024;
const PAGES = Object.fromEntries(pages(addressed()).filter((page) => page.kind === "search").map((page) => [page.language, page.path]));
const queries = readFileSync(join(repository, "tests/search/queries.tsv"), "utf8")
  .split("\n")
  .filter((line) => line && !line.startsWith("#"))
  .map((line) => line.split("\t"))
  .map((row) => ({ language: row[0], query: row[1], filter: row.length === 4 ? row[2] : "", wanted: /^(.*?)(?:\+(\d+))?$/.exec(row.at(-1)) }));
const address = ({ language, query, filter }) => `${PAGES[language]}?q=${encodeURIComponent(query)}${filter ? `&${filter}` : ""}`;

/** The search has answered: there are results, or the state says why not. */
const answered = async (page) => {
  await page.waitForFunction(() => document.querySelector("#results li a") || /“|"/.test(document.querySelector("[role=status]")?.textContent ?? ""), undefined, { timeout: 20_000 });
  return page.evaluate(() => [...document.querySelectorAll("#results > li")].map((item) => item.querySelector("a").href));
};
const verdict = ({ language, query, filter, wanted: [, end, among] }, shown) =>
  shown.slice(0, Number(among ?? 1)).some((href) => decodeURIComponent(href).endsWith(end)) ? [] : [`${language} ${query} ${filter}: ${end} is not among ${shown.slice(0, Number(among ?? 1)).join(", ") || "nothing"}`];

/** Types a query over the last one and waits until the page has answered that very one. */
async function type(page, query) {
  await page.evaluate(() => { document.querySelector("#results").textContent = document.querySelector("[role=status]").textContent = ""; });
  await page.fill("#q", query);
  await page.press("#q", "Enter");
  await page.waitForFunction((query) => document.querySelector("[role=status]").textContent.includes(query) || document.querySelector("#results li a"), query, { timeout: 20_000 });
  return page.evaluate(() => [...document.querySelectorAll("#results > li")].map((item) => item.querySelector("a").href));
}

test("every query of the table, one after the other in one visit", async () => {
  const root = stage.root(addressed());
  const { page, context, taken } = await openPage(stage.browser, root);
  const findings = [];
  const shown = new Set();
  for (const language of ["vi", "en"]) {
    await page.goto(root + PAGES[language]);
    for (const row of queries.filter((row) => row.language === language && !row.filter)) {
      const hrefs = await type(page, row.query);
      findings.push(...verdict(row, hrefs));
      hrefs.forEach((href) => shown.add(href));
    }
    for (const row of queries.filter((row) => row.language === language && row.filter)) {
      await page.goto(root + address(row));
      findings.push(...verdict(row, await answered(page)));
    }
  }
  // Each of these results leads to something that is there ...
  const ids = new Map();
  for (const href of shown) {
    const [url, anchor] = href.slice(root.length).split("#");
    const path = decodeURIComponent(url);
    if (!ids.has(path)) ids.set(path, existsSync(join(addressed(), path)) ? new Set([...text(addressed(), path).matchAll(/\sid="?([^"\s>]+)/g)].map((match) => match[1])) : null);
    if (!ids.get(path)) findings.push(`no page: ${href}`);
    else if (anchor && !ids.get(path).has(decodeURIComponent(anchor))) findings.push(`no anchor: ${href}`);
  }
  // ... and is seen there: the first result of every kind and of every kind of page, in a small window.
  const seen = new Map();
  for (const href of shown) if (href.includes("#")) seen.set(href.slice(root.length).replace(/#.*/, "").replace(/[a-z0-9-]+(?=\/|\.html)/g, (word) => (/^(?:vi|en|dia-phuong|places|ke-hoach|plans|chi-tieu|indicators)$/.test(word) ? word : "x")), href);
  await page.setViewportSize(WINDOWS[0]);
  for (const href of seen.values()) {
    await page.goto(href);
    const target = await page.evaluate(() => {
      const element = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      const { top, bottom, width, height } = element.getBoundingClientRect();
      return { visible: element.checkVisibility() && width > 0 && height > 0, inside: bottom > 0 && top < innerHeight };
    });
    if (!target.visible || !target.inside) findings.push(`its target is not seen: ${href} ${JSON.stringify(target)}`);
  }
  assert.ok(shown.size > 500 && seen.size > 5, `${shown.size} results, ${seen.size} kinds of page`);
  await context.close();
  none([...findings, ...taken()]);
});

test("a first visit loads little, in few requests", async (context) => {
  const server = stage.server(addressed());
  const findings = [];
  const costs = [];
  for (const row of queries.filter((_, position) => position % 8 === 0)) {
    const from = server.sent.length;
    const { page, context: visitor, taken } = await openPage(stage.browser, server.root);
    await page.goto(server.root + address(row));
    await answered(page);
    await page.waitForLoadState("networkidle");
    const sent = server.sent.slice(from).filter((file) => !/\/filters\.js$|icon/.test(file.path));
    costs.push({ row, files: sent.length, gzip: sent.reduce((sum, file) => sum + file.gzip, 0), raw: sent.reduce((sum, file) => sum + file.raw, 0) });
    findings.push(...taken().map((finding) => `${row.query}: ${finding}`));
    await visitor.close();
  }
  costs.sort((left, right) => left.gzip - right.gzip);
  const kibibytes = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;
  for (const [name, share] of [["half", 0.5], ["nine of ten", 0.9], ["all", 1]]) {
    const cost = costs[Math.ceil(costs.length * share) - 1];
    context.diagnostic(`${name} of ${costs.length} queries load at most ${kibibytes(cost.gzip)} compressed, ${kibibytes(cost.raw)} as they are, ${cost.files} files: ${cost.row.query}`);
  }
  findings.push(...costs.filter((cost) => cost.gzip > MOST || cost.files > 32).map((cost) => `${cost.row.language} ${cost.row.query}: ${kibibytes(cost.gzip)}, ${cost.files} files`));
  none(findings);
});

test("an answer that comes late never stands over that of a newer query", async () => {
  const root = stage.root(addressed());
  const { page, context, taken } = await openPage(stage.browser, root);
  await page.goto(`${root}${PAGES.vi}?q=${encodeURIComponent("lai châu")}`);
  await answered(page);
  // The files of the next query wait until the one after it, which needs none of them, has been answered.
  const held = [];
  let holding = true;
  await page.route(/\/search\/vi\/[wpr][0-9]+\.js/, (route) => (holding ? held.push(route) : route.continue()));
  await page.fill("#q", "suy dinh dưỡng");
  await page.press("#q", "Enter");
  while (!held.length) await page.waitForTimeout(20);
  holding = false;
  const newer = await type(page, "phòng học");
  assert.ok(newer.length && held.length);
  for (const route of held) await route.continue();
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(200);
  const state = await page.getByRole("status").innerText();
  assert.match(state, /phòng học/, "the state is of the newer query");
  assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll("#results > li > a")].map((link) => link.href)), newer, "and so are the results");
  assert.match(decodeURIComponent(page.url()), /phòng học/, "and the address");
  await context.close();
  none(taken());
});

test("each page has a box that leads to the search of its language, and the index is on its way once it is used", async () => {
  const site = addressed();
  const findings = [];
  for (const sample of pages(site).filter((page) => ["vi", "en"].includes(page.language) && page.kind !== "not-found")) {
    const html = text(site, sample.path);
    const action = sample.kind === "search" ? sample.path : /<form[^>]* action="?([^"\s>]+)/.exec(html)?.[1];
    const wanted = PAGES[sample.language];
    const led = action && new URL(action, `http://host/${sample.kind === "search" ? "" : sample.path}`).pathname.slice(1);
    if (sample.kind !== "home" && led !== wanted && !/^index\.html$/.test(sample.path)) findings.push(`${sample.path}: ${led}`);
    if (!/<input[^>]* name="?q\b/.test(html) && !/^index\.html$/.test(sample.path)) findings.push(`${sample.path}: no box`);
  }
  const root = stage.root(site);
  const { page, context, taken } = await openPage(stage.browser, root, { viewport: WINDOWS[1] });
  await page.goto(`${root}vi/index.html`);
  const coming = page.waitForRequest(/\/search\/vi\/head\.js/);
  await page.focus("header input[type=search]");
  await coming;
  await context.close();
  none([...findings, ...taken()]);
});

test("arrows go through the results, Escape leaves them and then empties the box", async () => {
  const root = stage.root(addressed());
  const { page, context, taken } = await openPage(stage.browser, root);
  await page.goto(`${root}${PAGES.vi}?q=${encodeURIComponent("chuyển đổi số")}`);
  await answered(page);
  const focused = () => page.evaluate(() => [...document.querySelectorAll("#results > li > a")].indexOf(document.activeElement));
  const inBox = () => page.evaluate(() => document.activeElement.id === "q");
  await page.focus("#q");
  const steps = [];
  for (const key of ["ArrowDown", "ArrowDown", "ArrowUp"]) { await page.keyboard.press(key); steps.push(await focused()); }
  assert.deepEqual(steps, [0, 1, 0]);
  await page.keyboard.press("Escape");
  assert.ok(await inBox(), "Escape goes from the results to the box");
  assert.equal(await page.inputValue("#q"), "chuyển đổi số", "and keeps the query");
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => !document.querySelector("#results > li"));
  assert.equal(await page.inputValue("#q"), "");
  assert.ok(!/[?&]q=/.test(page.url()), "the address is empty too");
  await context.close();
  none(taken());
});

test("the same from a disk", async () => {
  const root = pathToFileURL(plain()).href;
  const { page, context, taken } = await openPage(stage.browser, root);
  const findings = [];
  for (const row of queries.filter((_, position) => position % 9 === 0)) {
    await page.goto(`${root}/${address(row)}`);
    findings.push(...verdict(row, await answered(page)));
  }
  await context.close();
  none([...findings, ...taken()]);
});

for (const [language, query] of [["vi", "chuyển đổi số"], ["en", "literacy"]]) {
  test(`by keyboard and by ear: ${language}`, async () => {
    const root = stage.root(addressed());
    const { page, context, taken } = await openPage(stage.browser, root, { viewport: WINDOWS[0] });
    // From the box on another page, with Enter.
    await page.goto(`${root}${PAGES[language].slice(0, 3)}index.html`);
    await page.focus("header input[type=search]");
    await page.keyboard.type(query);
    await page.keyboard.press("Enter");
    await page.waitForURL(/[?&]q=/);
    await answered(page);
    const box = page.getByRole("searchbox").or(page.getByRole("combobox", { name: /./ })).first();
    assert.equal(await box.inputValue(), query, "the box has the query");
    assert.notEqual(await box.evaluate((element) => element.labels?.[0]?.textContent ?? element.getAttribute("aria-label")), null, "the box has a name");
    const state = page.getByRole("status");
    assert.match(await state.innerText(), /\d/, "a live region says how many were found");
    assert.ok((await state.innerText()).includes(query), "and for what");

    // Results are a list of links; Tab goes from the box to the first, Enter opens it.
    const tree = await page.locator("#results").ariaSnapshot();
    assert.match(tree, /^- list/, "the results are a list");
    assert.ok((await page.locator("#results > li").count()) === (await page.locator("#results > li > a[href]").count()), "each result is one link with what is about it");
    assert.ok(await page.locator("#results mark").count(), "the hit is marked");
    await box.focus();
    for (let step = 0; step < 12 && !(await page.evaluate(() => document.activeElement.closest("#results"))); step++) await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement === document.querySelector("#results a")), true, "Tab comes from the box to the first result");
    const href = await page.evaluate(() => document.activeElement.href);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.href.split("#")[0] === href.split("#")[0]);
    const fragment = decodeURIComponent(new URL(href).hash.slice(1));
    if (fragment) assert.ok(await page.evaluate((id) => Boolean(document.getElementById(id)), fragment), "the result's anchor is there");

    // Back: the results are there again. Typed on, the address goes along, so that a search can be shared.
    await page.goBack();
    await answered(page);
    assert.equal(await box.inputValue(), query);
    await box.fill("");
    await box.pressSequentially("Lai Chau", { delay: 5 });
    await page.waitForFunction(() => /Lai[+%20]+Chau/.test(location.search));
    // The address is there first, and the last answer stands until the next one.
    await page.waitForFunction(() => /Lai Chau/.test(document.querySelector("[role=status]").textContent), undefined, { timeout: 20_000 });
    await answered(page);

    // More results take the focus along.
    const more = page.locator("#more");
    await more.waitFor({ state: "visible" });
    const before = await page.locator("#results > li").count();
    await more.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction((count) => document.querySelectorAll("#results > li").length > count, before);
    assert.equal(await page.evaluate((count) => document.activeElement === document.querySelectorAll("#results > li > a")[count], before), true, "the focus is on the first of them");

    // What finds nothing says so, in the live region.
    await box.fill("zzzqqq");
    await page.waitForFunction(() => document.querySelector("[role=status]").textContent.includes("zzzqqq") && !document.querySelector("#results > li"));

    // Filters have names, and narrow.
    await box.fill(query);
    await page.waitForFunction(() => document.querySelector("#results > li"));
    await page.locator(".filters summary").click();
    for (const select of await page.getByRole("combobox").all()) assert.ok(await select.evaluate((element) => element.labels?.length || element.getAttribute("aria-label")), "each filter has a name");
    await page.locator("select[name=kind]").selectOption("clause");
    await page.waitForFunction(() => /kind=clause/.test(location.search));
    await page.waitForFunction(() => [...document.querySelectorAll("#results > li")].every((item) => item.classList.contains("clause")));
    none(taken());
    await context.close();
  });
}

test("nothing that was read is moved by results that come later", async () => {
  const root = stage.root(addressed());
  const { page, context } = await openPage(stage.browser, root, { viewport: WINDOWS[0] });
  await page.goto(`${root}${PAGES.vi}?q=${encodeURIComponent("giáo dục")}`);
  await answered(page);
  await page.waitForTimeout(300);
  const shifts = await page.evaluate(() => window.shifts);
  await context.close();
  none(shifts);
});

test("on a slow network the first result comes, and how soon is reported", async (context) => {
  const server = stage.server(addressed());
  for (const [name, network] of [["slow 3G", { latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }], ["slow 4G", { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }]]) {
    for (const query of ["giao duc mam non", "48,5"]) {
      const { page, context: visitor, session } = await openPage(stage.browser, server.root, { viewport: WINDOWS[0] });
      const cdp = await session();
      await cdp.send("Network.enable");
      await cdp.send("Network.emulateNetworkConditions", { offline: false, ...network });
      const begun = Date.now();
      await page.goto(`${server.root}${PAGES.vi}?q=${encodeURIComponent(query)}`, { waitUntil: "commit" });
      assert.ok((await answered(page)).length, `${name}, ${query}: results`);
      context.diagnostic(`${name}, "${query}": ${((Date.now() - begun) / 1000).toFixed(1)} s from the address to the first result`);
      await visitor.close();
    }
  }
});

test("the place finder reads Telex, says when nothing matches, and outlives a link that was cut off", async () => {
  const { page, context, taken } = await openPage(stage.browser, stage.root(addressed()), { viewport: WINDOWS[0] });
  await page.goto(`${stage.root(addressed())}vi/dia-phuong.html#%E1%BA`);
  const box = page.locator("form.finder input");
  const state = page.locator("form.finder [role=status]");
  await box.pressSequentially("langj sown");
  await page.waitForFunction(() => document.querySelector("form.finder .found a")?.textContent.includes("Lạng Sơn"), undefined, { timeout: 20_000 });
  await box.fill("zzz");
  await page.waitForFunction(() => !document.querySelector("form.finder .found a"));
  assert.equal(await state.textContent(), await page.locator("form.finder").getAttribute("data-none"));
  await box.fill("lạng");
  await page.locator("form.finder .found a").first().focus();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("form.finder .found").isVisible(), false, "Escape closes the list");
  none(taken());
  await context.close();
});
