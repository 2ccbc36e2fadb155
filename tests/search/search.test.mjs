// The search as readers meet it, on a built site: `node --test tests/search/`, the site in SITE or in `site/`.
import { test } from "node:test";
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { guess, marked, open, plain, repository, script } from "./index.mjs";
import { scale } from "./weigh.mjs";

const site = process.env.SITE ?? join(repository, "site");
const rows = (name) => readFileSync(join(repository, "tests/search", name), "utf8").split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split("\t"));
const filtered = (row) => (row.length === 4 ? Object.fromEntries([row[2].split("=")]) : {});

test("words are read as the build reads them", () => {
  for (const [language, text, expected] of rows("words.tsv")) {
    const read = script.words(text, language).map((word) => `${word.key}:${word.form}${word.filler ? "*" : ""}`);
    assert.equal(read.join(" "), expected, text);
  }
});

test("what must come first comes first", async (context) => {
  for (const row of rows("queries.tsv")) {
    const [language, query] = row;
    const options = filtered(row);
    const [, address, among] = /^(.*?)(?:\+(\d+))?$/.exec(row.at(-1));
    await context.test(`${language} ${query} ${row.length === 4 ? row[2] : ""}`, async () => {
      const { shown } = await open(site, language).results(query, options);
      const found = shown.slice(0, Number(among ?? 1)).map((result) => result.url);
      assert.ok(found.some((url) => url.endsWith(address)), `${address} is not among ${found.join(", ") || "nothing"}`);
    });
  }
});

test("the same query decomposed, in capitals or without marks finds the same", async () => {
  const numbers = async (query) => (await open(site, "vi").results(query)).numbers.slice().sort((left, right) => left - right);
  const plainly = await numbers("chuyển đổi số");
  assert.deepEqual(await numbers("chuyển đổi số".normalize("NFD")), plainly);
  assert.deepEqual(await numbers("CHUYỂN ĐỔI SỐ"), plainly);
  assert.deepEqual(await numbers("chuyen doi so"), plainly);
});

test("marks that were typed rank first", async () => {
  for (const [typed, other] of [["đường", "dưỡng"], ["dưỡng", "đường"]]) {
    const { shown } = await open(site, "vi").results(typed);
    const hits = [...marked(shown[0].title), ...marked(shown[0].text)].map((hit) => hit.toLowerCase());
    assert.ok(hits.includes(typed) && !hits.includes(other), `${typed}: ${hits}`);
  }
});

test("an abbreviation finds and marks what it stands for, and back", async () => {
  const short = await open(site, "vi").results("THCS", {}, 60);
  assert.ok(short.shown.some((result) => marked(result.text).includes("trung học cơ sở")));
  const long = await open(site, "vi").results("trung học cơ sở", {}, 200);
  assert.ok(long.shown.some((result) => [...marked(result.title), ...marked(result.text)].includes("THCS")));
});

test("while a word is being typed, what begins so is found", async () => {
  const { shown } = await open(site, "vi").results("chuyển đ", { unfinished: true });
  assert.ok(shown.length > 0);
  const { shown: longer } = await open(site, "en").results("malnutr", { unfinished: true });
  assert.match(plain(longer[0].title), /malnutrition/i);
});

test("keystrokes become letters only as the last resort", async () => {
  assert.deepEqual("giaos ducj truwowngf ddaof tieengs quoocs".split(" ").map(guess.telex), "giáo dục trường đào tiếng quốc".split(" "));
  assert.equal((await open(site, "vi").results("giaos ducj")).read, "giáo dục");
  assert.equal((await open(site, "vi").results("hoc sinh")).read, null);
});

test("keystrokes of VNI become letters too, and what only looks like them stays", async () => {
  assert.deepEqual("gia1o giao1 du5c ma62m ddu7o7ng d9a2o d9e62 an8".split(" ").map(guess.vni), "giáo giáo dục mầm đương đào đề ăn".split(" "));
  assert.deepEqual("QH15 B12 lop10".split(" ").map(guess.vni), ["QH15", "B12", "lop10"]);
  assert.equal((await open(site, "vi").results("lớp 1A")).read, null);
});

test("what nothing holds is read as what it may have meant", async () => {
  const read = async (language, query) => (await open(site, language).results(query)).read;
  assert.equal(await read("vi", "langson"), "lạng sơn");
  assert.equal(await read("vi", "giao duk, mầm non"), "giáo dục, mầm non");
  assert.equal(await read("vi", "suy ding duong"), "suy dinh dưỡng", "as the first result spells it");
  assert.equal(await read("vi", "lạng xơn"), "lạng sơn", "as it is heard");
  assert.equal(await read("vi", "lai chao"), "lai châu", "what follows the word before");
  assert.equal(await read("en", "people's comittee"), "people's committee");
  assert.equal(await read("vi", "zzzqqq"), null);
  assert.equal(open(site, "vi").guessed(), false, "what is found at once needs no other reading");
});

test("words in quotation marks stand together", async () => {
  const said = (result) => plain(result.title) + plain(result.context) + plain(result.text);
  const { shown } = await open(site, "vi").results('"học suốt đời"', {}, 50);
  assert.ok(shown.length && shown.every((result) => said(result).includes("học suốt đời")));
  const loose = await open(site, "vi").results("học suốt đời", {}, 50);
  assert.ok(loose.shown.some((result) => !said(result).includes("học suốt đời")), "without them they need not");
});

test("each choice of a filter says how many results it leaves", async () => {
  for (const chosen of [{}, { kind: "statement" }, { place: "cao-bang" }, { kind: "statement", place: "cao-bang" }, { topic: "preschool", place: "lang-son" }]) {
    const { engine, results } = open(site, "vi");
    const counts = await engine.counts(await results("trẻ mầm non", chosen), chosen);
    for (const name of ["kind", "place", "topic", "plan"]) {
      for (const [choice, count] of Object.entries(counts[name])) {
        const found = await results("trẻ mầm non", { ...chosen, [name]: choice });
        if (count) assert.equal(found.whole, count, `${JSON.stringify(chosen)} ${name}=${choice}`);
      }
    }
  }
});

test("a word that stands nowhere is named, and the others are searched for", async () => {
  const { unknown, whole, numbers } = await open(site, "vi").results("zzzqqq giáo dục");
  assert.deepEqual(unknown.map((word) => word.written), ["zzzqqq"]);
  assert.ok(!whole && numbers.length);
});

test("nonsense finds nothing and breaks nothing", async () => {
  for (const query of ["zzzqqq", "!?", "   ", "`${1}", "<b>", "của", "a".repeat(5000), "1.2.3.4.5.6"]) {
    const { shown } = await open(site, "vi").results(query);
    assert.ok(Array.isArray(shown), query);
  }
});

test("from opening the page to the results little is loaded, in few requests", async (context) => {
  for (const language of ["vi", "en"]) {
    const { weigh } = scale(site, language);
    const weighed = [];
    for (const row of rows("queries.tsv").filter((row) => row[0] === language)) weighed.push(await weigh(row[1], filtered(row)));
    for (const [size, most] of [["gzip", 40 * 1024], ["raw", 104 * 1024], ["files", 30]]) {
      weighed.sort((left, right) => right[size] - left[size]);
      const [worst] = weighed;
      context.diagnostic(`${language}: at most ${worst[size]} ${size}: ${worst.query}`);
      assert.ok(worst[size] <= most, `${language} ${worst.query}: ${worst[size]} ${size}`);
    }
  }
});

test("words that nothing knows load no more than words that are known", async () => {
  const { loaded, results } = open(site, "vi");
  await results("qwrt zxcvb plmk hjkl vbnm");
  assert.ok(![...loaded.keys()].includes("vocabulary"), "a query of strange words is no slip of spelling");
  const slip = open(site, "vi");
  const { read } = await slip.results("kế hoạch giao duk mam nom tỉnh lạng xơn");
  assert.ok(read, "few strange words among known ones are");
  assert.ok([...slip.loaded.keys()].filter((name) => /^[wp]/.test(name)).length <= 24, [...slip.loaded.keys()].join(" "));
});
