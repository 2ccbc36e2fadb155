// The way from a clause to a report of what is wrong in it, where the portal has neither an e-mail address nor a form.
import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./chromium.mjs";
import { none } from "./findings.mjs";
import { addressed } from "./site.mjs";
import { set, stage } from "./stage.mjs";

set();

const PLAN = "vi/dia-phuong/lang-son/ke-hoach/243-2025.html";

test("the report knows the clause that it was begun at", async () => {
  const { page, context, taken } = await openPage(stage.browser, stage.root(addressed()), {});
  await page.goto(`${stage.root(addressed())}${PLAN}#ii.1`);
  await page.locator('[id="ii.1"] ~ .tools, [id="ii.1"] .tools, .headline:has([id="ii.1"]) .tools').first().locator('a[href*="lien-he.html"]').click();
  const letter = await page.locator("textarea").inputValue();
  assert.deepEqual(letter.split("\n").slice(0, 3), ["Chỗ sai: Kế hoạch 243/KH-UBND, mục II.1", `Đường dẫn: ${stage.root(addressed())}${PLAN}#ii.1`, "Cổng đang ghi:"]);
  await page.locator(".report-of").click();
  assert.equal(page.url(), `${stage.root(addressed())}${PLAN}#ii.1`);
  none(taken());
  await context.close();
});

test("what is not an address of the portal is not taken over", async () => {
  const { page, context, taken } = await openPage(stage.browser, stage.root(addressed()), {});
  for (const asked of ["https://example.org/", "//example.org/a.html", "javascript:alert(1)", "vi/../../a.html", "vi/a.html?x=1", ""]) {
    await page.goto(`${stage.root(addressed())}vi/lien-he.html?page=${encodeURIComponent(asked)}&where=${encodeURIComponent("<b>x</b>")}`);
    assert.equal(await page.locator("textarea").inputValue(), "Chỗ sai:\nĐường dẫn:\nCổng đang ghi:\nĐúng ra là:\nCăn cứ:\n", asked);
  }
  none(taken());
  await context.close();
});

test("the report is copied as it stands", async () => {
  const { page, context, taken } = await openPage(stage.browser, stage.root(addressed()), { permissions: ["clipboard-read", "clipboard-write"] });
  await page.goto(`${stage.root(addressed())}vi/lien-he.html`);
  await page.locator("textarea").pressSequentially("Thừa một số 0. ");
  await page.getByRole("button", { name: "Sao chép nội dung" }).click();
  await page.waitForFunction(() => document.querySelector(".said").textContent === "Đã sao chép nội dung.");
  assert.equal((await page.evaluate(() => navigator.clipboard.readText())).replace(/\r\n/g, "\n"), await page.locator("textarea").inputValue());
  none(taken());
  await context.close();
});
