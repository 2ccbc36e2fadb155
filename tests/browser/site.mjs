// The sites that are tested: the real content, built by the program under test into folders of this process, and what
// stands in them. `MINHBACH` names the program, `target/release/minhbach` where it is not said; `MINHBACH_THEME` a theme
// folder to lay over the program's own, so that templates can be worked on without a build.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const program = resolve(repository, process.env.MINHBACH ?? join(process.env.CARGO_TARGET_DIR ?? "target", "release/minhbach"));

/** The folder of the host in which the sites stand, and the address that the site with `site_url` believes in. */
export const FOLDER = "/minh-bach/";
export const ADDRESS = "https://minhbach.example/minh-bach/";
export const LANGUAGES = ["vi", "en"];
/** Whether all pages are looked at in the browser, not one or two of each kind. */
export const ALL = Boolean(process.env.MINHBACH_ALL);

// Pictures are drawn once, for whichever test comes first.
const cache = join(repository, "tests/browser/node_modules/.cache/minhbach");
const overlay = process.env.MINHBACH_THEME ? ["--theme", resolve(repository, process.env.MINHBACH_THEME)] : [];

/** Where the sites stand: with whoever built them for all tests (`run.mjs`), else in a folder of this process. */
const shared = process.env.MINHBACH_SITES;
export const folder = shared ?? mkdtempSync(join(tmpdir(), "minhbach-browser-"));
if (!shared) process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

function build(name, content, ...more) {
  const out = join(folder, name);
  if (shared) return out;
  if (!existsSync(program)) throw new Error(`${program} is missing: run "cargo build --release", or name the program in MINHBACH`);
  execFileSync(program, ["build", "--content", content, "--out", out, "--cache", cache, ...overlay, ...more], { cwd: repository, stdio: ["ignore", "ignore", "pipe"] });
  return out;
}

const once = (make) => {
  let made;
  return () => (made ??= make());
};

/** The real content, that knows no address: for `file://`. */
export const plain = once(() => build("plain", join(repository, "content")));
/** The real content with an address: for canonical addresses, `hreflang`, and the page for addresses that are not there. */
export const addressed = once(() => build("addressed", join(repository, "content"), "--site-url", ADDRESS));
/** The real content and so many communes more that an indicator needs a page for each province. */
export const crowded = once(() => {
  const content = join(folder, "content");
  if (shared) return build("crowded", content);
  cpSync(join(repository, "content"), content, { recursive: true });
  for (let number = 1; number <= 70; number++) {
    const name = String(number).padStart(2, "0");
    const value = `${20 + number},5`;
    const folder = join(content, "provinces/lang-son/communes", `xa-mau-${name}`);
    const plan = join(folder, "plans/1-2026");
    mkdirSync(plan, { recursive: true });
    const write = (path, ...lines) => writeFileSync(path, `${lines.join("\n")}\n`);
    write(join(folder, "place.yaml"), `name: {vi: Mẫu ${name}, en: Sample ${name}}`, `full_name: {vi: Xã Mẫu ${name}, en: Sample Commune ${name}}`, "kind: commune");
    write(
      join(plan, "plan.yaml"),
      "type: {vi: Kế hoạch, en: Plan}",
      "title: {vi: Kế hoạch giáo dục đến năm 2030, en: Education plan to 2030}",
      "issuer: {vi: Ủy ban nhân dân xã, en: Commune People's Committee}",
      "date: 2026-01-15",
      "status: signed",
      "text: edition",
    );
    write(join(plan, "plan.vi.md"), "## I. MỤC TIÊU ĐẾN NĂM 2030", "", `Tỷ lệ trẻ nhà trẻ đến trường đạt ${value}%.`);
    write(join(plan, "plan.en.md"), "## I. TARGETS FOR 2030", "", `The nursery rate shall reach ${value.replace(",", ".")}%.`);
    write(
      join(plan, "targets.yaml"),
      "targets:",
      "  - indicator: nursery-enrolment",
      "    period: 2030",
      `    goal: ${value.replace(",", ".")}`,
      "    clause: i-p1",
      `    quote: {vi: "Tỷ lệ trẻ nhà trẻ đến trường đạt ${value}%", en: "The nursery rate shall reach ${value.replace(",", ".")}%"}`,
    );
  }
  return build("crowded", content);
});

/** All files of a site, sorted, with `/` between folders. */
export function files(site) {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)).split(sep).join("/"))
    .sort();
}

export const text = (site, path) => readFileSync(join(site, path), "utf8");

/** Where the theme's own words and templates stand. */
const theme = join(repository, "themes/default");
export const strings = (language) =>
  Object.fromEntries(
    readFileSync(join(theme, "strings", `${language}.yaml`), "utf8")
      .split("\n")
      .map((line) => /^([a-z0-9_]+): (.*)$/.exec(line))
      .filter(Boolean)
      .map(([, key, words]) => [key, words.startsWith('"') ? JSON.parse(words) : words]),
  );

/** The kinds of pages that the theme has a template for; each page says its own in `data-page`. */
export const KINDS = readdirSync(join(theme, "templates"))
  .filter((name) => name.endsWith(".html") && name !== "layout.html")
  .map((name) => name.slice(0, -5));

/** The pages of a site with their kind and language, by path. */
export function pages(site) {
  return files(site)
    .filter((path) => path.endsWith(".html"))
    .map((path) => {
      const html = text(site, path);
      const kind = /<body[^>]* data-page="?([a-z-]+)/.exec(html)?.[1];
      const language = /<html[^>]* lang="?([a-z]+)/.exec(html)?.[1];
      return { site, path, kind, language, bytes: statSync(join(site, path)).size, name: `${kind ?? "?"} ${path}` };
    });
}

/** Two pages of each kind and language, the largest and the middle one; with `ALL` every page. Each has the `site` that it stands in. */
export const samples = once(() => {
  const own = pages(addressed());
  if (ALL) return own;
  const chosen = [];
  for (const kind of KINDS) {
    const known = own.some((page) => page.kind === kind) ? own : pages(crowded());
    for (const language of LANGUAGES) {
      const bySize = known.filter((page) => page.kind === kind && page.language === language).sort((left, right) => right.bytes - left.bytes);
      chosen.push(...new Set([bySize[0], bySize[Math.floor(bySize.length / 2)]].filter(Boolean)));
    }
  }
  return chosen;
});

/** One page of each kind and language: the largest. */
export const largest = () => samples().filter((page, position, all) => ALL || all.findIndex((other) => other.kind === page.kind && other.language === page.language) === position);

/** The page that journalists link to, as golden trees, prints and searches know it. */
export const STORY = { vi: "vi/dia-phuong/lang-son/chi-tieu/nursery-enrolment.html", en: "en/places/lang-son/indicators/nursery-enrolment.html" };
