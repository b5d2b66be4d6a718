// The search's scripts are classic ones, for a worker; here they run together in one function.
import { readFileSync } from "node:fs";

const FOLDER = new URL("../../overrides/assets/js/search/", import.meta.url);
const ROOMS = { SearchText: "text", SearchIndex: "index", SearchQuery: "query", SearchRank: "rank", SearchNames: "names" };

const sources = Object.values(ROOMS).map((name) => readFileSync(new URL(`search-${name}.js`, FOLDER), "utf8"));
export const { SearchText, SearchIndex, SearchQuery, SearchRank, SearchNames } =
  new Function(`${sources.join("\n")}\nreturn { ${Object.keys(ROOMS).join()} };`)();

/** The layer of words around the report: fillers, synonyms. */
export const layer = (synonyms = []) => new SearchQuery.Layer({
  fillers: { zh: ["怎么", "的", "吗"], en: ["the", "of", "how"] }, latin: "gdp 5g",
  topics: { zh: [], en: [] }, messages: { zh: {}, en: {} }, synonyms,
});

/** A small site's index of pages, each a list of paragraphs. */
export function index(language, ...pages) {
  const rows = pages.map((texts, at) =>
    [`page-${at}/`, `Page ${at}`, "", true, texts.map((text, number) => [`p${at}-${number}`, 0, text])]);
  const meta = { counts: [pages.flat().length], shards: 0, vocabulary: "" };
  return new SearchIndex(language, "/search/", meta, () => Promise.resolve(rows));
}

/** Numbers that look drawn by chance and are the same in every run. */
export function* chance(seed) {
  for (let value = seed; ;) {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    yield value;
  }
}
