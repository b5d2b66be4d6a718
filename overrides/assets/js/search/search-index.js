// One language's index: its texts, whole on a small site, else the pieces that posting lists name.
"use strict";

/**
 * A thing to look for: Chinese (or any) characters in a row, or English stems in a row.
 * @typedef {{text: string, stems?: undefined, weight: number}} TextForm
 * @typedef {{stems: string[], text?: undefined, weight: number}} StemForm
 * @typedef {TextForm | StemForm} Form
 *
 * A block of a page as its file has it: anchor, kind (0 text, 1 heading, 2 figure, 3 our words), text.
 * @typedef {[anchor: string, kind: number, text: string]} BlockRow
 * @typedef {[url: string, title: string, section: string, other: boolean, rows: BlockRow[]]} PageRow
 *
 * `map` leads from the block's folded text, which lies from `start` to `end` in its page's, to `text`.
 * @typedef {{anchor: string, kind: number, text: string, map: number[], start: number, end: number,
 *   number: number, path: string[], page: Page}} Block
 * @typedef {{stem: string, start: number, end: number}} Token
 * @typedef {{url: string, title: string, section: string, other: boolean, index: Index,
 *   folded: string, blocks: Block[], tokens: Token[]}} Page
 *
 * @typedef {InstanceType<typeof SearchIndex>} Index
 * @typedef {(url: string) => Promise<any>} Load
 */

const SearchIndex = (() => {
  const { foldMap, stem, slips } = SearchText;
  const DIGITS = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at))
    .filter((one) => one !== "\\").slice(0, 90).join("");
  const PIECES_AT_ONCE = 7;

  /** The numbers of a posting list; see index.py. */
  function decode(/** @type {string} */ text) {
    const numbers = [];
    let last = 0, gap = 0;
    for (const symbol of text) {
      const value = DIGITS.indexOf(symbol);
      gap = gap * 45 + (value % 45);
      if (value >= 45) continue;
      last += gap;
      numbers.push(last);
      gap = 0;
    }
    return numbers;
  }

  function shardOf(/** @type {string} */ key, /** @type {number} */ shards) {
    let value = 0x811c9dc5;
    for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193) >>> 0;
    return value % shards;
  }

  class Index {
    /**
     * @param {string} language
     * @param {string} folder address of the search's folder, with a slash at the end
     * @param {{counts: number[], shards: number, vocabulary: string}} meta of the manifest
     * @param {Load} load
     */
    constructor(language, folder, meta, load) {
      this.language = language;
      this.load = (/** @type {string} */ name) => load(`${folder}${language}/${name}.json`);
      this.shards = meta.shards;
      this.starts = [0];
      this.blocks = 0;
      for (const count of meta.counts) this.starts.push(this.blocks += count);
      this.vocabularies = new Set(meta.vocabulary.split(" "));
      /** @type {Map<number, Page[]>} */ this.pieces = new Map();
      /** @type {Map<string, {count: number, cut: boolean, numbers: number[]}>} */ this.lists = new Map();
      /** @type {Map<string, number>} */ this.words = new Map();
    }

    get pages() { return [...this.pieces.keys()].sort((a, b) => a - b).flatMap((key) => this.pieces.get(key) ?? []); }

    /** Load pieces of the texts. */
    async need(/** @type {number[]} */ numbers) {
      await Promise.all(numbers.filter((number) => !this.pieces.has(number)).map(async (number) => {
        /** @type {PageRow[]} */ const rows = await this.load(`t${number}`);
        let first = this.starts[number];
        const pages = rows.map((row) => {
          const page = this.prepared(row, first);
          first += page.blocks.length;
          return page;
        });
        this.pieces.set(number, pages);
      }));
    }

    /**
     * A page with its folded text, in which the blocks stand one after the other.
     * @param {PageRow} row
     * @param {number} first the number of its first block
     */
    prepared([url, title, section, other, rows], first) {
      /** @type {Page} */
      const page = { url, title, section, other, index: this, folded: "", blocks: [], tokens: [] };
      /** @type {string[]} */ let path = [];
      rows.forEach(([anchor, kind, raw], at) => {
        const text = raw.replaceAll("\t", " · ");
        const { text: folded, map } = foldMap(text);
        const loose = kind > 1 || (at > 0 && rows[at - 1][1] > 1);
        if (at) page.folded += loose ? "\n" : this.language === "en" ? " " : "";
        if (kind === 1) path = page.blocks.some((block) => block.kind === 1) ? [text.replace(/。$/, "")] : [];
        const start = page.folded.length;
        page.folded += folded;
        page.blocks.push({ anchor, kind, text, map, start, end: page.folded.length, number: first + at, path, page });
      });
      if (this.language === "en") {
        for (const { 0: whole, index: start = 0 } of page.folded.matchAll(/[^ \n]+/g)) {
          const word = whole.replace(/%+$/, "");
          page.tokens.push({ stem: stem(word), start, end: start + word.length });
        }
      }
      return page;
    }

    /** Make ready to say where forms stand. */
    async ready(/** @type {Form[]} */ forms) {
      if (!this.shards) {
        if (this.pieces.size) return;
        await this.need([0]);
        for (const page of this.pages) {
          for (const token of page.tokens) this.words.set(token.stem, (this.words.get(token.stem) ?? 0) + 1);
        }
        return;
      }
      const keys = new Set(forms.flatMap((form) => this.keys(form)).filter((key) => !this.lists.has(key)));
      /** @type {Map<number, string[]>} */ const shards = new Map();
      for (const key of keys) {
        const shard = shardOf(key, this.shards);
        shards.set(shard, [...(shards.get(shard) ?? []), key]);
      }
      await Promise.all([...shards].map(async ([shard, wanted]) => {
        const lists = await this.load(`g${shard}`);
        for (const key of wanted) {
          const [, count, text] = /^(?:!(\d+) )?(.*)$/s.exec(lists[key] ?? "") ?? [];
          const numbers = decode(text ?? "");
          this.lists.set(key, { numbers, count: count ? Number(count) : numbers.length, cut: Boolean(count) });
        }
      }));
    }

    keys(/** @type {Form} */ form) {
      if (form.stems) return form.stems;
      if (form.text.length < 2) return [form.text];
      return Array.from({ length: form.text.length - 1 }, (_, at) => form.text.slice(at, at + 2));
    }

    /** The numbers of the blocks in which a form may stand: on a large site only. */
    holders(/** @type {Form} */ form) {
      const lists = this.keys(form).map((key) => this.lists.get(key) ?? { numbers: [], count: 0, cut: false });
      const whole = lists.filter((list) => !list.cut).sort((a, b) => a.count - b.count);
      if (!whole.length) return lists.sort((a, b) => a.count - b.count)[0]?.numbers ?? [];
      return whole.slice(1).reduce((kept, list) => {
        const numbers = new Set(list.numbers);
        const both = kept.filter((number) => numbers.has(number));
        return both.length ? both : kept.filter((number) => numbers.has(number + 1) || numbers.has(number - 1));
      }, whole[0].numbers);
    }

    /** Whether a form stands anywhere. */
    has(/** @type {Form} */ form) {
      if (this.shards) return this.holders(form).length > 0;
      if (form.stems?.length === 1) return this.words.has(form.stems[0]);
      return this.pages.some((page) => this.places(page, form).length > 0);
    }

    /**
     * Where a form stands on a loaded page: [start, end] in its folded text.
     * @param {Page} page
     * @param {Form} form
     */
    places(page, form) {
      /** @type {[number, number][]} */ const found = [];
      if (form.stems) {
        const { tokens } = page;
        for (let at = 0; at + form.stems.length <= tokens.length; at++) {
          if (tokens[at].stem !== form.stems[0]) continue;
          if (!form.stems.every((one, more) => tokens[at + more].stem === one)) continue;
          found.push([tokens[at].start, tokens[at + form.stems.length - 1].end]);
        }
        return found;
      }
      for (let at = page.folded.indexOf(form.text); at >= 0; at = page.folded.indexOf(form.text, at + 1)) {
        found.push([at, at + form.text.length]);
      }
      return found;
    }

    /**
     * The stems that begin with a word, or, where `isSlip`, those that are nearly it.
     * @param {string} word folded
     * @param {boolean} isSlip
     * @returns {Promise<string[]>}
     */
    async near(word, isSlip) {
      let stems = [...this.words.keys()];
      if (this.shards) {
        const [letter] = word;
        stems = this.vocabularies.has(letter) ? await this.load(`v${letter}`) : [];
      }
      const own = stem(word);
      if (!isSlip) {
        const cut = own.length > 3 ? own : word;
        return stems.filter((one) => one.startsWith(word) || one.startsWith(cut)).slice(0, 12);
      }
      const most = word.length > 7 ? 2 : word.length > 3 ? 1 : 0;
      const scored = stems.map((one) => ({ one, count: Math.min(slips(own, one, most), slips(word, one, most)) }));
      const best = Math.min(most, ...scored.map(({ count }) => count));
      return most ? scored.filter(({ count }) => count === best).map(({ one }) => one).slice(0, 6) : [];
    }

    /**
     * Load the texts that hold most of the units, the rarer ones first.
     * @param {{forms: Form[]}[]} units
     * @param {number} round 0 for the best, 1 for the next best, …
     * @returns {Promise<boolean>} whether there was anything
     */
    async gather(units, round) {
      if (!this.shards) return round === 0;
      const scores = new Map();
      for (const unit of units) {
        for (const form of unit.forms) {
          const numbers = this.holders(form);
          const worth = Math.log(1 + this.blocks / (numbers.length + 1)) * form.weight;
          for (const number of numbers) scores.set(number, (scores.get(number) ?? 0) + worth);
        }
      }
      const wanted = new Set();
      for (const [number] of [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
        wanted.add(this.pieceOf(number));
        if (wanted.size === PIECES_AT_ONCE * (round + 1)) break;
      }
      const next = [...wanted].slice(PIECES_AT_ONCE * round);
      await this.need(next);
      return next.length > 0;
    }

    pieceOf(/** @type {number} */ number) {
      let low = 0, high = this.starts.length - 1;
      while (low + 1 < high) {
        const middle = (low + high) >> 1;
        if (this.starts[middle] <= number) low = middle;
        else high = middle;
      }
      return low;
    }
  }
  return Index;
})();
