import assert from "node:assert/strict";
import { test } from "node:test";

import { chance, SearchText } from "./load.js";

const { fold, foldMap, slips, stem, stems } = SearchText;

test("marks go, letters are small, full width is plain", () => {
  assert.equal(fold("助力企业，降本增效。"), "助力企业降本增效");
  assert.equal(fold("ＧＤＰ　增长６．３％"), "gdp增长6.3%");
  assert.equal(fold("The Yangtze River Delta (YRD)"), "the yangtze river delta yrd");
});

test("a number keeps its point and its sign, and loses its thousands' commas", () => {
  assert.equal(fold("7,062.5 billion"), "7062.5 billion");
  assert.equal(fold("6.3 %"), "6.3%");
  assert.equal(fold("PM_2.5"), "pm2.5");
  assert.equal(fold("in 2023, 2024"), "in 2023 2024");
});

test("each folded character knows where it came from", () => {
  const alphabet = [..."增长A b,.%１２34。 “é𠮷"];
  const draw = chance(7);
  for (let round = 0; round < 300; round++) {
    const length = draw.next().value % 30;
    const text = Array.from({ length }, () => alphabet[(draw.next().value >>> 8) % alphabet.length]).join("");
    const { text: folded, map } = foldMap(text);
    assert.equal(map.length, folded.length, text);
    assert.ok(map.every((place, at) => place < text.length && (at === 0 || place >= map[at - 1])), text);
    assert.equal(fold(folded), folded, text);
  }
});

test("forms of a word share a stem", () => {
  const same = [["vouchers", "voucher"], ["subsidies", "subsidy"], ["planned", "planning"], ["organisation", "organization"],
    ["centre", "center"]];
  for (const [one, other] of same) assert.equal(stem(one), stem(other), `${one} ${other}`);
  assert.deepEqual(stems("jobs 6.3% created"), ["job", "6.3", "creat"]);
  assert.equal(stem("gas"), "gas");
});

test("slips are counted as a typist makes them", () => {
  assert.equal(slips("econmy", "economy", 2), 1);
  assert.equal(slips("ecnoomy", "economy", 2), 1);
  assert.equal(slips("economy", "economy", 2), 0);
  assert.equal(slips("port", "economy", 2), 3);
});
