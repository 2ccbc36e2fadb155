// The browser, and a page in it that remembers everything it should not have done.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const require = createRequire(import.meta.url);
export const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Where the browser is. */
export function found() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const places = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/Applications/Google Chrome.app/Contents/MacOS", "/Applications/Chromium.app/Contents/MacOS"];
  for (const place of places) for (const name of [...names, "Google Chrome", "Chromium"]) if (existsSync(join(place, name))) return join(place, name);
  throw new Error("no Chromium: install it, or name it in CHROMIUM");
}

/** A browser that does nothing of its own, and shows the same on every machine. */
export const FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
  "--force-color-profile=srgb",
  "--font-render-hinting=none",
];

export const launch = () =>
  chromium.launch({
    executablePath: found(),
    // No page gets out, whatever it asks for; that it asked is a finding.
    args: [...FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
  });

/** The two windows that pages are looked at in. */
export const WINDOWS = [{ width: 360, height: 740 }, { width: 1280, height: 800 }];
export const SCHEMES = ["light", "dark"];

/** A page whose `findings` gather console errors, broken policies, requests that leave `root`, and what failed to load. */
export async function openPage(browser, root, options = {}) {
  const context = await browser.newContext({ viewport: WINDOWS[1], locale: "vi-VN", serviceWorkers: "block", ...options });
  const page = await context.newPage();
  const findings = [];
  await page.addInitScript(() => {
    window.shifts = [];
    // When the first frame was drawn that has the whole page in it.
    addEventListener("DOMContentLoaded", () => requestAnimationFrame(() => requestAnimationFrame(() => { window.whole = performance.now(); })));
    const corner = ({ x, y, width, height }) => `${[x, y, width, height].map(Math.round)}`;
    const moved = ({ node, previousRect, currentRect }) => `${(node?.outerHTML ?? node?.textContent ?? "?").slice(0, 80)} (${corner(previousRect)} to ${corner(currentRect)})`;
    addEventListener("securitypolicyviolation", (event) => console.error(`policy ${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push({ at: entry.startTime, said: `${entry.value.toFixed(5)} ${entry.sources.map(moved).join(" ")}` });
    }).observe({ type: "layout-shift", buffered: true });
  });
  page.on("console", (message) => {
    if (!["error", "warning"].includes(message.type())) return;
    const url = message.location().url;
    // The page for missing addresses comes with the status that it should come with.
    if (/status of 404/.test(message.text()) && url === page.url()) return;
    findings.push(`console: ${message.text()} (${url})`);
  });
  page.on("pageerror", (error) => findings.push(`script: ${error.message}`));
  page.on("request", (request) => { if (!request.url().startsWith(root) && !request.url().startsWith("data:")) findings.push(`asks another place: ${request.url()}`); });
  page.on("response", (response) => { if (response.status() >= 400 && response.url() !== page.url() && response.request().resourceType() !== "document") findings.push(`${response.status()}: ${response.url()}`); });
  page.on("requestfailed", (request) => { if (request.resourceType() !== "document" && request.failure()?.errorText !== "net::ERR_ABORTED") findings.push(`not loaded: ${request.url()} ${request.failure()?.errorText}`); });
  const taken = () => findings.splice(0);
  return { page, context, taken, session: () => context.newCDPSession(page) };
}

/** Works through a list with so many hands; the order of the answers is that of the list. */
export async function inTurns(list, hands, work) {
  const answers = [];
  let next = 0;
  await Promise.all(Array.from({ length: Math.min(hands, list.length) }, async (_, hand) => {
    while (next < list.length) {
      const position = next++;
      answers[position] = await work(list[position], hand);
    }
  }));
  return answers;
}
