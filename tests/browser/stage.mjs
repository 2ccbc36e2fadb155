// The sites on their servers, the browser, and a walk over a list of pages with two hands: one for each core of a small machine.
import { after, before } from "node:test";
import { inTurns, launch, openPage } from "./chromium.mjs";
import { serve } from "./server.mjs";
import { addressed, crowded } from "./site.mjs";

const HANDS = 2;
const servers = new Map();
export const stage = { browser: undefined, root: (site) => servers.get(site).root, server: (site) => servers.get(site) };

/** Sets the stage before the tests of a file and clears it after them. */
export function set() {
  before(async () => {
    stage.browser = await launch();
    for (const site of [addressed(), crowded()]) servers.set(site, await serve(site));
  });
  after(async () => {
    await stage.browser?.close();
    for (const server of servers.values()) await server.close();
  });
}

/** The address of a page. The page for missing addresses is met as readers meet it: at an address that is not there, some folders down. */
export const way = (page) => stage.root(page.site) + (page.kind === "not-found" ? "vi/khong-co/trang-nay.html" : page.path);

/** What `look` finds on each page of `list`, and what the pages did that they should not; each finding begins with the page. */
export async function each(list, options, look) {
  const opened = new Map();
  const found = await inTurns(list, HANDS, async (sample, hand) => {
    const key = `${hand} ${sample.site}`;
    if (!opened.has(key)) opened.set(key, await openPage(stage.browser, stage.root(sample.site), options));
    const view = opened.get(key);
    const findings = await look(sample, view).catch((error) => [error.message.split("\n").slice(0, 2).join(" ")]);
    return [...findings, ...view.taken()].map((finding) => `${sample.name}: ${finding}`);
  });
  for (const { context } of opened.values()) await context.close();
  return found.flat();
}
