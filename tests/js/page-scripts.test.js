import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { parse } from "espree";

import { newerMembers, oldestBrowsers } from "../../scripts/lint/newer-members.js";
import { fill } from "../../overrides/assets/js/dom.js";

const site = readFileSync(new URL("../../overrides/assets/js/site.js", import.meta.url), "utf8");

test("site.js does not run where the other scripts could not", () => {
  assert.throws(() => parse(site, { ecmaVersion: 2020 }), /Unexpected token/);
  parse(site, { ecmaVersion: 2021 });
});

test("a text takes any value as it is", () => {
  assert.equal(fill("没有找到“{query}”", { query: "$& {query} $1" }), "没有找到“$& {query} $1”");
  assert.equal(fill("{count} of {total}, {other}", { count: 0, total: 5 }), "0 of 5, {other}");
});

test("the oldest browsers are read from package.json, and what they lack is known", () => {
  assert.deepEqual(oldestBrowsers(), { chrome: 85, safari: 14 });
  const newer = newerMembers();
  for (const name of ["at", "replaceChildren", "showModal", "groupBy", "hasOwn"]) assert.ok(newer.has(name), name);
  for (const name of ["append", "replaceAll", "close", "toggleAttribute", "flatMap"]) assert.ok(!newer.has(name), name);
});
