// Which paragraphs answer best, and what is shown of them.
"use strict";

/**
 * @typedef {[start: number, end: number]} Span
 * @typedef {{start: number, end: number, weight: number}} Mark where a unit stands in a page's folded text
 * @typedef {{has: number, weight: number, span: Span}} Sentence with how many units it has
 * @typedef {{block: Block, tier: number, score: number, cover: number, own: Mark[][], sentence: Sentence}} Hit
 * @typedef {{page: Page, hits: Hit[], score: number, tier: number}} Found
 * @typedef {[text: string, isMark: 0 | 1]} Part
 */

const SearchRank = (() => {
  const KIND_WORTH = [0, 1.2, 0.6, -2];
  const PHRASE = 4, SENTENCE = 3, PARAGRAPH = 2, PAGE = 1, SOME = 0;
  const PAGES = 20;
  const HAN = /[\u4e00-\u9fff]/;
  /** What is never cut: a number with its signs and multipliers, a Latin word, a rare character of two units. */
  const WHOLE = /[\p{Script=Latin}\p{N}]+(?:[.,:'’/-][\p{Script=Latin}\p{N}]+)*(?:[%％‰]|[十百千万亿]+)?|[〇一二三四五六七八九十百千万亿两]{2,}|[\u{10000}-\u{10ffff}]/gu;
  const END = /[。！？；!?;]|\.(?=\s|$)/g;

  /** The sentences of a block, by their places in its text. */
  function sentences(/** @type {string} */ text) {
    /** @type {Span[]} */ const found = [];
    let start = 0;
    for (const { index: end = 0 } of text.matchAll(END)) {
      if (/\bNo$/.test(text.slice(start, end))) continue;
      found.push([start, end + 1]);
      start = end + 1;
    }
    if (start < text.length) found.push([start, text.length]);
    return found.filter(([from, to]) => text.slice(from, to).trim());
  }

  /**
   * Where each unit stands on a page: with the weight of the form in which it does.
   * @param {Page} page
   * @param {Unit[]} units
   */
  function occurrences(page, units) {
    return units.map(({ forms }) => {
      /** @type {Map<number, Mark>} */ const found = new Map();
      for (const form of forms) {
        for (const [start, end] of page.index.places(page, form)) {
          if ((found.get(start)?.weight ?? 0) < form.weight) found.set(start, { start, end, weight: form.weight });
        }
      }
      return [...found.values()].sort((a, b) => a.start - b.start);
    });
  }

  const inside = (/** @type {Mark[]} */ found, /** @type {Block} */ block) => found.filter(({ start }) => start >= block.start && start < block.end);

  /** The place in a block's text of a place in its page's folded text. */
  const original = (/** @type {Block} */ block, /** @type {number} */ folded) => block.map[Math.min(folded - block.start, block.map.length - 1)] ?? 0;

  function bestSentence(/** @type {Block} */ block, /** @type {Mark[][]} */ marks) {
    const all = sentences(block.text);
    /** @type {Sentence} */ let best = { has: 0, weight: 0, span: all[0] ?? [0, block.text.length] };
    for (const span of all) {
      let has = 0, weight = 0;
      for (const found of marks) {
        const weights = found.filter(({ start }) => {
          const at = original(block, start);
          return at >= span[0] && at < span[1];
        }).map((one) => one.weight);
        if (weights.length) {
          has++;
          weight += Math.max(...weights);
        }
      }
      if (has > best.has || (has === best.has && weight > best.weight)) best = { has, weight, span };
    }
    return best;
  }

  /**
   * Rank the loaded pages of an index.
   * @param {Page[]} pages
   * @param {Query} query
   * @returns {{pages: Found[], isExact: boolean}} each page with its hits, the best first
   */
  function rank(pages, query) {
    const { units, phrase } = query;
    if (!units.length) return { pages: [], isExact: false };
    const met = pages.map((page) => ({ page, marks: occurrences(page, units) }));
    const counts = units.map((_, at) => met.reduce((sum, { page, marks }) =>
      sum + page.blocks.filter((block) => inside(marks[at], block).length).length, 0));
    const blocks = pages.reduce((sum, page) => sum + page.blocks.length, 0);
    const worth = counts.map((count) => Math.log(1 + blocks / (1 + count)));
    const total = worth.reduce((sum, one) => sum + one, 0);
    /** @type {Found[]} */ const found = [];
    for (const { page, marks } of met) {
      if (!marks.some((one) => one.length)) continue;
      const whole = marks.every((one) => one.length);
      const phrases = phrase ? page.index.places(page, phrase) : [];
      /** @type {Hit[]} */ const hits = [];
      for (const block of page.blocks) {
        const own = marks.map((one) => inside(one, block));
        const cover = own.reduce((sum, one, at) => sum + (one.length ? worth[at] * Math.max(...one.map(({ weight }) => weight)) : 0), 0) / total;
        if (!cover) continue;
        const sentence = bestSentence(block, own);
        const has = own.filter((one) => one.length).length;
        const isPhrase = phrases.some(([start]) => start >= block.start && start < block.end);
        const tier = isPhrase ? PHRASE : sentence.has === units.length ? SENTENCE
          : has === units.length ? PARAGRAPH : whole ? PAGE : SOME;
        const often = Math.min(4, own.reduce((sum, one) => sum + one.length, 0)) * 0.15;
        const score = tier * 10 * (tier === PHRASE ? 1 : Math.min(1, 0.4 + cover * 0.6)) + cover * 12 + sentence.has / units.length * 2
          + KIND_WORTH[block.kind] + often - Math.min(1, block.text.length / 600);
        hits.push({ block, tier, score, cover, own, sentence });
      }
      hits.sort((a, b) => b.score - a.score || a.block.number - b.block.number);
      const score = hits[0].score + Math.min(hits.length, 6) * 0.08 + (whole ? 1 : 0);
      found.push({ page, hits, score, tier: Math.max(...hits.map((hit) => hit.tier)) });
    }
    found.sort((a, b) => b.score - a.score || a.page.blocks[0].number - b.page.blocks[0].number);
    const isExact = query.isWhole && (found[0]?.tier ?? 0) >= PAGE;
    const least = isExact ? 0 : (found[0]?.hits[0].cover ?? 0) * 0.5;
    return { pages: found.filter(({ hits }) => hits[0].cover >= least).slice(0, PAGES), isExact };
  }

  /**
   * The stretches of a block's text that were sought, in order, none touching the next.
   * @param {Hit} hit
   */
  function sought({ block, own, sentence }) {
    /** @type {Span[]} */ const found = [];
    const all = own.flat().map(({ start, end }) => {
      const last = Math.min(end, block.end) - 1;
      return [original(block, start), original(block, Math.max(start, last)) + 1];
    }).filter(([start]) => start >= sentence.span[0] && start < sentence.span[1]).sort((a, b) => a[0] - b[0]);
    for (const [start, end] of all) {
      const last = found[found.length - 1];
      if (last && !block.text.slice(last[1], start).trim()) last[1] = Math.max(last[1], end);
      else found.push([start, end]);
    }
    return found;
  }

  /**
   * What is shown of a sentence: all of it, or what lies around its first mark. A mark, a number or a
   * Latin word at either end is shown whole.
   * @param {string} text
   * @param {Span} sentence
   * @param {Span[]} marks
   * @returns {Span}
   */
  function excerpt(text, sentence, marks) {
    const room = HAN.test(text) ? 90 : 220;
    if (sentence[1] - sentence[0] <= room) return sentence;
    let from = Math.max(sentence[0], (marks[0]?.[0] ?? sentence[0]) - Math.floor(room / 3));
    let to = Math.min(sentence[1], from + room);
    const words = [...text.matchAll(WHOLE)].map(({ 0: word, index = 0 }) => [index, index + word.length]);
    for (const [start, end] of [...words, ...marks]) {
      if (start < from && from < end) from = Math.max(sentence[0], start);
      if (start < to && to < end) to = Math.min(sentence[1], end);
    }
    return [from, to];
  }

  /**
   * The sentence of a hit in parts: each a text, and whether it was sought.
   * @param {Hit} hit
   * @returns {Part[]}
   */
  function parts(hit) {
    const { text } = hit.block;
    const { span } = hit.sentence;
    const marks = sought(hit);
    const [from, to] = excerpt(text, span, marks);
    /** @type {Part[]} */ const found = [];
    let at = from;
    for (const [start, end] of marks) {
      if (start >= to || end <= at) continue;
      if (start > at) found.push([text.slice(at, start), 0]);
      found.push([text.slice(Math.max(at, start), Math.min(end, to)), 1]);
      at = Math.min(end, to);
    }
    if (at < to) found.push([text.slice(at, to), 0]);
    if (found.length && from > span[0]) found.unshift(["…", 0]);
    if (to < span[1]) found.push(["…", 0]);
    return found;
  }

  return { rank, parts, sentences };
})();
