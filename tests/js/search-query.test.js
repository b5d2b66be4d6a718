import assert from "node:assert/strict";
import { test } from "node:test";

import { index, layer, SearchQuery } from "./load.js";

const { chinese, english, hasHan, translated } = SearchQuery;
const typed = ({ units }) => units.map((unit) => unit.typed);

test("what stands in the report as typed is one unit", async () => {
  const report = index("zh", ["助力企业降本增效。", "发放消费券3.3亿元。"]);
  const query = await chinese("企业降本增效", report, layer());
  assert.deepEqual(typed(query), ["企业降本增效"]);
  assert.equal(query.isWhole, true);
});

test("words that the reader parted, or that the report parts, become units", async () => {
  const report = index("zh", ["企业用电价格下降。", "发放消费券3.3亿元。"]);
  assert.deepEqual(typed(await chinese("企业 消费券", report, layer())), ["企业", "消费券"]);
  assert.deepEqual(typed(await chinese("企业消费券", report, layer())), ["企业", "消费券"]);
});

test("words that only ask are left out", async () => {
  const report = index("zh", ["发放消费券3.3亿元。"]);
  assert.deepEqual(typed(await chinese("消费券怎么发放", report, layer())), ["消费券", "发放"]);
});

test("a synonym counts less than the word itself", async () => {
  const report = index("zh", ["城镇新增就业14.6万人。", "创造岗位。"]);
  const { units } = await chinese("就业", report, layer([[["就业", "岗位"], ["jobs"]]]));
  const [own, other] = units[0].forms;
  assert.equal(own.text, "就业");
  assert.equal(other.text, "岗位");
  assert.ok(other.weight < own.weight);
});

test("an English word is found by its stem, by its beginning, and past a slip", async () => {
  const report = index("en", ["The city issued consumption vouchers.", "The economy grew."]);
  await report.ready([]);
  for (const [words, wanted] of [["voucher", false], ["consum", false], ["econmy", true]]) {
    const query = await english(words, report, layer());
    assert.equal(query.units.length, 1, words);
    assert.equal(query.hasSlip, wanted, words);
  }
});

test("a query that regular expressions would take for a pattern is a plain text", async () => {
  const report = index("zh", ["发放消费券3.3亿元。"]);
  for (const words of ["$&", "$1", "[", "(a+)+$", "\\", "。。。", "{count}"]) {
    const query = await chinese(words, report, layer());
    assert.deepEqual(query.units, [], words);
    assert.equal(query.isWhole, false);
  }
});

test("English words lead to Chinese by the synonyms only where each has one", () => {
  const words = layer([[["养老"], ["elderly care"]]]);
  assert.deepEqual(translated("elderly care", words)?.map((unit) => unit.forms[0].text), ["养老"]);
  assert.equal(translated("elderly spaceship", words), null);
  assert.equal(hasHan("GDP 增长"), true);
  assert.equal(hasHan("GDP"), false);
});
