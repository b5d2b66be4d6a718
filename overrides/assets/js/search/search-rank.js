// Which paragraphs answer best, and what is shown of them.
"use strict";

const SearchRank = (() => {
  const { isHan } = SearchText;
  const KIND_WORTH = [0, 1.2, 0.6, -2];
  const PHRASE = 4, SENTENCE = 3, PARAGRAPH = 2, PAGE = 1, SOME = 0;
  const PAGES = 20;
  const END = /[。！？；!?;]|\.(?=\s|$)/g;

  /** The sentences of a block, by their places in its text. */
  function sentences(text) {
    const found = [];
    let start = 0;
    for (const end of text.matchAll(END)) {
      if (/\bNo$/.test(text.slice(start, end.index))) continue;
      found.push([start, end.index + 1]);
      start = end.index + 1;
    }
    if (start < text.length) found.push([start, text.length]);
    return found.filter(([from, to]) => text.slice(from, to).trim());
  }

  /** Where each unit stands on a page: with the weight of the form in which it does. */
  function occurrences(page, units) {
    return units.map(({ forms }) => {
      const found = new Map();
      for (const form of forms) {
        for (const [start, end] of page.index.places(page, form)) {
          if ((found.get(start)?.weight ?? 0) < form.weight) found.set(start, { start, end, weight: form.weight });
        }
      }
      return [...found.values()].sort((a, b) => a.start - b.start);
    });
  }

  const inside = (found, block) => found.filter(({ start }) => start >= block.start && start < block.end);

  /** The place in a block's text of a place in its page's folded text. */
  const original = (block, folded) => block.map[Math.min(folded - block.start, block.map.length - 1)] ?? 0;

  function bestSentence(block, marks) {
    const all = sentences(block.text);
    let best = { has: 0, weight: 0, span: all[0] ?? [0, block.text.length] };
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
   * @param {any[]} pages
   * @param {Query} query
   * @returns {{pages: any[], isExact: boolean}} each page with its hits, the best first
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
    const found = [];
    for (const { page, marks } of met) {
      if (!marks.some((one) => one.length)) continue;
      const whole = marks.every((one) => one.length);
      const phrases = phrase ? page.index.places(page, phrase) : [];
      const hits = [];
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

  /** The sentence of a hit in parts: [text, whether it was sought]. */
  function parts(hit) {
    const { block, own, sentence } = hit;
    const marks = own.flat().map(({ start, end }) => {
      const last = Math.min(end, block.end) - 1;
      return [original(block, start), original(block, Math.max(start, last)) + 1];
    }).filter(([start]) => start >= sentence.span[0] && start < sentence.span[1]).sort((a, b) => a[0] - b[0])
      .reduce((all, [start, end]) => {
        const last = all.at(-1);
        if (last && !block.text.slice(last[1], start).trim()) last[1] = Math.max(last[1], end);
        else all.push([start, end]);
        return all;
      }, []);
    const room = isHan(block.text[sentence.span[0]] ?? "") || /[\u4e00-\u9fff]/.test(block.text) ? 90 : 220;
    let [from, to] = sentence.span;
    const first = marks[0]?.[0] ?? from;
    if (to - from > room) {
      from = Math.max(from, first - Math.floor(room / 3));
      to = Math.min(to, from + room);
      if (room > 100) {
        while (from > sentence.span[0] && /\w/.test(block.text[from - 1])) from--;
        while (to < sentence.span[1] && /\w/.test(block.text[to])) to++;
      }
    }
    const found = [];
    let at = from;
    for (const [start, end] of marks) {
      if (start >= to || end <= at) continue;
      if (start > at) found.push([block.text.slice(at, start), 0]);
      found.push([block.text.slice(Math.max(at, start), Math.min(end, to)), 1]);
      at = Math.min(end, to);
    }
    if (at < to) found.push([block.text.slice(at, to), 0]);
    if (found.length && from > sentence.span[0]) found.unshift(["…", 0]);
    if (to < sentence.span[1]) found.push(["…", 0]);
    return found;
  }

  return { rank, parts };
})();
