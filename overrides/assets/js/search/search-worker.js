// The search worker. It speaks Material's four messages: 0 set up, 1 ready, 2 query, 3 result, and
// finds its files beside the site's assets, whatever the site's address is. A query may be a text, as
// Material sends it, or {text, seq}; an answer to the latter carries the same seq.
"use strict";

importScripts("search-text.js", "search-index.js", "search-query.js", "search-rank.js", "search-names.js");

/**
 * @typedef {{folder: string, layer: Layer, zh: Index, en: Index, names: InstanceType<typeof SearchNames>}} Site
 * @typedef {{pages: Found[], isExact: boolean, hasSlip?: boolean}} Answer
 */

const { chinese, english, translated, hasHan, ofText } = SearchQuery;
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
/** The glossary's entries are looked up when the paragraphs are shown and the reader pauses. */
const TERMS_AFTER = 150;
const ROUNDS = 3;
let base = new URL("../../../", self.location.href).href;
/** @type {Language} */ let language = "zh";
let edition = "", newest = 0;
/** @type {Promise<Site> | null} */ let started = null;
/** @type {Map<string, Promise<any>>} */ const kept = new Map();

/** Fetch JSON once; a failure is not kept. */
function load(/** @type {string} */ url) {
  const known = kept.get(url);
  if (known) return known;
  const asked = fetch(url).then((found) => {
    if (!found.ok) throw new Error(`${found.status} ${url}`);
    return found.json();
  });
  kept.set(url, asked);
  asked.catch(() => kept.delete(url));
  return asked;
}

/** @returns {Promise<Site>} */
async function start() {
  const meta = await load(`${base}${edition}search/index.json`);
  const folder = `${base}${edition}search/${meta.folder}/`;
  const make = (/** @type {string} */ code) => new SearchIndex(code, folder, meta[code], load);
  const layer = new SearchQuery.Layer(await load(`${folder}layer.json`));
  return { folder, layer, zh: make("zh"), en: make("en"), names: new SearchNames(folder, load) };
}

/**
 * Rank what a query finds in one index; where pairs of characters promised a row of them that the
 * texts do not have, look further.
 * @param {Index} index
 * @param {Query} query
 * @returns {Promise<Answer>}
 */
async function answer(index, query) {
  /** @type {Answer} */ let found = { pages: [], isExact: false };
  for (let round = 0; round < ROUNDS && await index.gather(query.units, round); round++) {
    found = SearchRank.rank(index.pages, query);
    if (found.isExact) break;
  }
  return { ...found, hasSlip: query.hasSlip };
}

/** Old characters become today's, where a query has any that the texts have not. */
async function modern(/** @type {string} */ typed, /** @type {Site} */ site) {
  const { zh, folder } = site;
  const forms = [...new Set(typed)].filter(SearchText.isHan).map((one) => ofText(one));
  await zh.ready(forms);
  if (forms.every((form) => zh.has(form))) return typed;
  const { from, to } = await load(`${folder}traditional.json`);
  return [...typed].map((one) => to[from.indexOf(one)] ?? one).join("");
}

async function inChinese(/** @type {string} */ typed, /** @type {Site} */ site) {
  const text = await modern(typed.normalize("NFKC"), site);
  return answer(site.zh, await chinese(text, site.zh, site.layer));
}

/**
 * Search the Chinese for Chinese units that stand for Latin words.
 * @param {Unit[]} units
 * @param {Site} site
 */
async function byUnits(units, site) {
  const { zh } = site;
  await zh.ready(units.flatMap((unit) => unit.forms));
  const standing = units.map((unit) => ({ ...unit, forms: unit.forms.filter((form) => zh.has(form)) }));
  if (!standing.every((unit) => unit.forms.length)) return null;
  return answer(zh, { units: standing, phrase: null, isWhole: true });
}

/**
 * The ways in which a query may be answered; the first that answers whole is taken.
 * @param {string} typed
 * @param {Site} site
 * @returns {Generator<() => Promise<Answer | null>>}
 */
function* ways(typed, site) {
  const { layer, names, en } = site;
  if (hasHan(typed) || !/[a-z]/i.test(typed.normalize("NFKC"))) {
    const isNumber = !hasHan(typed);
    if (isNumber && language === "en") yield async () => answer(en, await english(typed, en, layer));
    yield () => inChinese(typed, site);
    return;
  }
  const units = translated(typed, layer);
  const direct = async () => answer(en, await english(typed, en, layer));
  const pinyin = async () => {
    const forms = await names.sounding(typed, layer);
    return forms.length ? byUnits([{ typed, forms }], site) : null;
  };
  if (language === "en") yield direct;
  else {
    if (units?.length === 1 && units[0].typed === SearchText.fold(typed)) yield () => byUnits(units, site);
    if (SearchNames.mayBePinyin(typed)) yield pinyin;
    yield direct;
  }
  if (language === "en") yield pinyin;
  if (units) yield () => byUnits(units, site);
  if (language === "zh") yield () => inChinese(typed, site);
  yield async () => {
    const forms = await names.meaning(typed);
    return forms.length ? byUnits([{ typed, forms }], site) : null;
  };
  yield async () => {
    const forms = await names.spelled(typed, site.zh);
    return forms.length ? byUnits([{ typed, forms }], site) : null;
  };
}

/**
 * @param {string} typed
 * @returns {Promise<Answer & {site: Site}>}
 */
async function search(typed) {
  const site = await (started ??= start());
  /** @type {Answer | null} */ let best = null;
  for (const way of ways(typed, site)) {
    const found = await way();
    if (!found) continue;
    if (found.isExact && found.pages.length) return { site, ...found };
    if (found.pages.length && (!best || found.pages[0].hits[0].cover > best.pages[0].hits[0].cover)) best = found;
  }
  return { site, pages: [], isExact: false, ...best };
}

/** An address from the site's root; in English where there is English. */
const place = (/** @type {string} */ url, isBoth = true) => (language === "en" && isBoth ? "en/" : "") + edition + url;

/** A hit as the page shows it. */
function item(/** @type {Hit} */ hit, /** @type {Page} */ page) {
  const isOther = page.index.language !== language;
  const parts = SearchRank.parts(hit);
  const words = [...new Set(parts.filter(([, isMark]) => isMark).map(([text]) => text))].slice(0, 4);
  const mark = isOther ? "" : `?h=${encodeURIComponent(words.join("|"))}`;
  const { anchor, kind } = hit.block;
  return {
    location: `${place(page.url, page.other)}${mark}${anchor && `#${anchor}`}`,
    title: [page.section, page.title, ...hit.block.path].filter(Boolean).slice(-2).join(" › "),
    path: hit.block.kind === 1 ? [] : hit.block.path,
    anchor, kind, parts, score: hit.score,
    text: parts.map(([text, isMark]) => (isMark ? `<mark>${escaped(text)}</mark>` : escaped(text))).join(""),
    terms: Object.fromEntries(words.map((word) => [word, true])),
    language: page.index.language,
  };
}

const escaped = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`);

/** The hits of each page as it shows them, one for a paragraph. */
function groups(/** @type {Found[]} */ pages) {
  return pages.map(({ page, hits }) => {
    /** @type {Map<string, Hit>} */ const seen = new Map();
    for (const hit of hits) {
      const key = `${hit.block.anchor} ${hit.block.kind > 1 ? hit.block.kind : 0}`;
      if (!seen.has(key)) seen.set(key, hit);
    }
    return { page, items: [...seen.values()].map((hit) => item(hit, page)) };
  });
}

async function reply(/** @type {string} */ typed, /** @type {number | undefined} */ seq) {
  if (seq) newest = seq;
  const text = typed.trim();
  /** @type {Answer & {site: Site}} */
  const { site, pages, isExact, hasSlip } = text ? await search(text)
    : { site: await (started ??= start()), pages: [], isExact: true };
  const found = groups(pages);
  const data = {
    items: found.map(({ items }) => items),
    pages: found.map(({ page }) => ({
      title: page.title, section: page.section, language: page.index.language,
      location: place(page.url, page.other),
    })),
    seq, query: text, isExact: isExact && !hasSlip, messages: site.layer.messages[language],
    near: !pages.length && text ? [...await site.names.near(text), ...site.layer.topics[language]].slice(0, 8) : [],
  };
  self.postMessage({ type: RESULT, data });
  if (!seq || !text) return;
  await new Promise((done) => setTimeout(done, TERMS_AFTER));
  if (seq !== newest) return;
  const terms = await site.names.terms(text);
  if (terms.length) self.postMessage({ type: RESULT, data: { seq, terms: terms.map((term) => ({ ...term, location: place(term.location) })) } });
}

self.addEventListener("message", async (/** @type {MessageEvent} */ { data: { type, data } }) => {
  try {
    if (type === SETUP) {
      language = (data.language ?? data.config?.lang?.[0] ?? "zh").startsWith("en") ? "en" : "zh";
      if (data.base) base = data.base;
      edition = data.edition ?? "";
      await (started ??= start());
      self.postMessage({ type: READY });
    } else if (type === QUERY) {
      await (typeof data === "string" ? reply(data, undefined) : reply(data.text, data.seq));
    }
  } catch (error) {
    started = null;
    self.postMessage({ type: RESULT, data: { items: [], pages: [], near: [], seq: data?.seq, error: String(error) } });
  }
});
