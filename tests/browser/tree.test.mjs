// The page that journalists link to, as a screen reader has it: the whole accessibility tree in both languages, kept in
// `golden/` to be read by a person. `MINHBACH_BLESS=1 npm test` writes it anew; read the difference aloud.
import assert from "node:assert/strict";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { openPage } from "./chromium.mjs";
import { LANGUAGES, STORY, addressed, repository } from "./site.mjs";
import { set, stage } from "./stage.mjs";

set();

for (const language of LANGUAGES) {
  test(`the accessibility tree of an indicator at a place: ${language}`, async () => {
    const { page, context } = await openPage(stage.browser, stage.root(addressed()));
    await page.goto(stage.root(addressed()) + STORY[language]);
    // Addresses are the crawl's business, and would make every line two.
    const tree = `${(await page.locator("body").ariaSnapshot()).replace(/^\s*- \/(url|placeholder):.*\n/gm, "")}\n`;
    await context.close();
    const golden = join(repository, "tests/browser/golden", `indicator-at-place.${language}.txt`);
    if (process.env.MINHBACH_BLESS) {
      mkdirSync(join(golden, ".."), { recursive: true });
      writeFileSync(golden, tree);
    }
    assert.ok(existsSync(golden), `${golden} is missing; MINHBACH_BLESS=1 writes it`);
    assert.equal(tree, readFileSync(golden, "utf8"));
    // What it must tell, whatever the golden says.
    for (const fact of { vi: ["Lạng Sơn", "48,5%", "2030", "243/KH-UBND", "Chưa có báo cáo"], en: ["Lang Son", "48.5%", "2030", "243/KH-UBND", "No report yet"] }[language]) assert.ok(tree.includes(fact), `the tree says ${fact}`);
  });
}
