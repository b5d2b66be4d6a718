import assert from "node:assert/strict";
import { test } from "node:test";

import { chance, index, layer, SearchQuery, SearchRank } from "./load.js";

/** The hits of a Chinese query, page by page. */
async function ask(words, ...pages) {
  const report = index("zh", ...pages);
  const query = await SearchQuery.chinese(words, report, layer());
  return SearchRank.rank(report.pages, query).pages.flatMap(({ hits }) => hits);
}

const shown = (hit) => SearchRank.parts(hit).map(([text]) => text).join("");
const FILLING = "各地各部门认真落实各项部署持续推进各方面工作".repeat(6);

test("where the words stand together as typed, only those paragraphs answer", async () => {
  const hits = await ask("消费券 企业", ["企业用电下降，消费券增加。"], ["消费券发放。"], ["消费券企业。"]);
  assert.deepEqual(hits.map(({ block }) => block.text), ["消费券企业。"]);
});

test("a sentence that has every word comes before a paragraph that has them in two", async () => {
  const hits = await ask("就业 养老", ["就业稳定。养老改善。"], ["就业和养老都改善。"]);
  assert.equal(hits[0].block.text, "就业和养老都改善。");
});

test("nothing sought, nothing found", () => {
  const found = SearchRank.rank(index("zh", ["就业。"]).pages, { phrase: null, units: [], isWhole: false });
  assert.deepEqual(found, { pages: [], isExact: false });
});

test("a sentence ends at its full stop, not at a decimal point or at No.", () => {
  const cut = (text) => SearchRank.sentences(text).map(([from, to]) => text.slice(from, to).trim());
  assert.deepEqual(cut("增长6.3%。就业稳定！"), ["增长6.3%。", "就业稳定！"]);
  assert.deepEqual(cut("It grew 6.3%. See No. 4."), ["It grew 6.3%.", "See No. 4."]);
});

test("a short sentence is shown whole, its words marked", async () => {
  const [hit] = await ask("消费券", ["前一句。发放消费券3.3亿元。"]);
  assert.deepEqual(SearchRank.parts(hit), [["发放", 0], ["消费券", 1], ["3.3亿元。", 0]]);
});

for (const whole of ["3600", "3,600", "7062.5", "1.5万亿", "PM2.5", "12.5%", "G60", "Yangtze-Delta", "三千六百", "𠮷"]) {
  test(`an excerpt never cuts inside ${whole}`, async () => {
    for (let before = 20; before < 45; before++) {
      const text = `${FILLING}${whole}${FILLING.slice(0, before)}消费券${FILLING.slice(0, 90 - before)}${whole}多家${FILLING}。`;
      const [hit] = await ask("消费券", [text]);
      const seen = shown(hit);
      assert.ok(seen.startsWith("…") && seen.endsWith("…") && seen.length < 130, seen);
      const start = text.indexOf(seen.slice(1, -1)), end = start + seen.length - 2;
      for (let at = text.indexOf(whole); at >= 0; at = text.indexOf(whole, at + 1)) {
        for (const edge of [start, end]) assert.ok(edge <= at || edge >= at + whole.length, seen);
      }
    }
  });
}

test("what is shown stands in the text, and what is marked was sought", async () => {
  const draw = chance(3);
  const pieces = ["消费券", "就业", "发放", "3600多家", "6.3%", "、", "GDP", "企业用电", "，", "稳定"];
  for (let round = 0; round < 200; round++) {
    const length = 1 + (draw.next().value >>> 8) % 60;
    const text = Array.from({ length }, () => pieces[(draw.next().value >>> 8) % pieces.length]).join("");
    for (const hit of await ask("消费券 就业", [text])) {
      const parts = SearchRank.parts(hit);
      assert.ok(text.includes(shown(hit).replace(/^…|…$/g, "")));
      for (const [part, isMark] of parts) if (isMark) assert.match(part, /^[消费券就业，、]+$/);
    }
  }
});
