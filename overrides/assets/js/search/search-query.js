// A typed query becomes units: things of which each should stand in a paragraph, in any of its forms.
"use strict";

/**
 * @typedef {{forms: Form[], typed: string}} Unit
 * @typedef {{phrase: Form | null, units: Unit[], isWhole: boolean, hasSlip?: boolean}} Query
 * @typedef {"zh" | "en"} Language
 * @typedef {InstanceType<typeof SearchQuery.Layer>} Layer
 * isWhole: every word of it stands in the texts in some form; hasSlip: one of them only nearly
 */

const SearchQuery = (() => {
  const { fold, isHan, stem, stems } = SearchText;
  const AS_GOOD = 0.85, RELATED = 0.6;
  const LONGEST = 40, ENOUGH = 20;

  /** Whether a large site has enough of a form, so that its synonyms' lists need not be fetched. */
  const isCommon = (/** @type {Form} */ form, /** @type {Index} */ index) => index.shards > 0 && index.holders(form).length >= ENOUGH;
  const hasHan = (/** @type {string} */ text) => [...text].some(isHan);
  /** @returns {Form} */
  const ofStems = (/** @type {string} */ text, weight = 1) => ({ stems: stems(text), weight });
  /** @returns {Form} */
  const ofText = (/** @type {string} */ text, weight = 1) => ({ text, weight });

  class Layer {
    /**
     * @param {{fillers: Record<Language, string[]>, latin: string, topics: Record<Language, string[]>,
     *   messages: Record<Language, Record<string, string>>, synonyms: [zh: string[], en: string[]][]}} data
     */
    constructor(data) {
      this.fillers = data.fillers;
      this.latin = new Set(data.latin.split(" "));
      this.topics = data.topics;
      this.messages = data.messages;
      /** @type {Map<string, number[]>} */ this.groupsOf = new Map();
      this.groups = data.synonyms;
      this.groups.forEach(([zh, en], number) => {
        for (const word of zh) this.enter(word, number);
        for (const word of en) this.enter("=" + stems(word).join(" "), number);
      });
      this.longest = Math.max(1, ...[...this.groupsOf.keys()].map((key) => key.split(" ").length));
    }

    enter(/** @type {string} */ key, /** @type {number} */ number) { this.groupsOf.set(key, [...(this.groupsOf.get(key) ?? []), number]); }

    /**
     * What readers may also have meant, in the words of one language.
     * @param {string} key Chinese, or "=" and stems
     * @param {Language} language
     * @returns {Form[]}
     */
    others(key, language) {
      /** @type {Form[]} */ const found = [];
      for (const number of this.groupsOf.get(key) ?? []) {
        const [zh, en] = this.groups[number];
        const leads = key === zh[0] || key === "=" + stems(en[0]).join(" ");
        (language === "zh" ? zh : en).forEach((word, at) => {
          if (word === key || "=" + stems(word).join(" ") === key) return;
          const weight = at === 0 ? AS_GOOD : leads ? RELATED - 0.1 : RELATED;
          found.push(language === "zh" ? ofText(word, weight) : ofStems(word, weight));
        });
      }
      return found;
    }
  }

  /** Parts of a query that the reader parted. */
  const parts = (/** @type {string} */ typed) => typed.normalize("NFKC").slice(0, 200)
    .split(/[\s,、;:!?。()“”"'《》|]+/).map(fold).filter(Boolean);

  /** A Chinese part without the words that only ask. */
  function withoutFillers(/** @type {string} */ part, /** @type {string[]} */ fillers) {
    let rest = part;
    for (const filler of [...fillers].sort((a, b) => b.length - a.length)) {
      rest = rest.replaceAll(filler, filler.length > 1 || rest.startsWith(filler) || rest.endsWith(filler) || "的了".includes(filler) ? " " : filler);
    }
    return rest.split(" ").filter(Boolean);
  }

  /**
   * Cut a part into pieces that stand in the texts, or for which there is a synonym.
   * @param {string} part
   * @param {Index} index
   * @param {Layer} layer
   */
  function cut(part, index, layer) {
    /** @type {{worth: number, pieces: string[]}[]} */ const best = [{ worth: 0, pieces: [] }];
    for (let end = 1; end <= part.length; end++) {
      for (let start = Math.max(0, end - 12); start < end; start++) {
        const piece = part.slice(start, end);
        if (splitsWord(part, start) || splitsWord(part, end)) continue;
        const before = best[start];
        if (!before) continue;
        const known = layer.groupsOf.has(piece);
        const stands = piece.length > 1 && (known || index.has(ofText(piece)));
        const worth = before.worth + (stands ? piece.length ** 2 + (known ? 1 : 0) : piece.length > 1 ? -1 : 0);
        if (best[end] && best[end].worth >= worth) continue;
        best[end] = { worth, pieces: stands ? [...before.pieces, piece] : before.pieces };
      }
    }
    const { pieces } = best[part.length] ?? { pieces: [] };
    return pieces.length ? pieces : [...part].filter((one) => isHan(one) && index.has(ofText(one)));
  }

  const splitsWord = (/** @type {string} */ text, /** @type {number} */ at) => /[a-z0-9.]/.test(text[at - 1] ?? "") && /[a-z0-9.]/.test(text[at] ?? "");

  /**
   * The units of a query in Chinese, or of whatever stands in the Chinese texts as it was typed.
   * @param {string} typed
   * @param {Index} index
   * @param {Layer} layer
   * @returns {Promise<Query>}
   */
  async function chinese(typed, index, layer) {
    const whole = fold(typed).slice(0, LONGEST);
    const pieces = parts(typed).map((part) => part.slice(0, LONGEST));
    await index.ready([whole, ...pieces].map((text) => ofText(text)));
    /** @type {Unit[]} */ const units = [];
    let isWhole = true;
    if (whole.length > 1 && index.has(ofText(whole))) units.push({ typed: whole, forms: [ofText(whole)] });
    else {
      for (const part of pieces) {
        if (index.has(ofText(part)) || layer.groupsOf.has(part)) {
          units.push({ typed: part, forms: [ofText(part)] });
          continue;
        }
        const rests = withoutFillers(part, layer.fillers.zh);
        await index.ready(rests.map((text) => ofText(text)));
        for (const rest of rests) {
          const found = index.has(ofText(rest)) || layer.groupsOf.has(rest) ? [rest] : cut(rest, index, layer);
          if (found.join("") !== rest || (rest.length > 1 && found.every((piece) => piece.length === 1))) isWhole = false;
          for (const piece of found) units.push({ typed: piece, forms: [ofText(piece)] });
        }
      }
    }
    for (const unit of units) {
      const others = layer.others(unit.typed, "zh");
      if (isCommon(unit.forms[0], index)) continue;
      await index.ready(others);
      unit.forms.push(...others.filter((form) => index.has(form)));
      if (!index.has(unit.forms[0]) && unit.forms.length > 1) unit.forms.shift();
    }
    const kept = units.filter((unit) => index.has(unit.forms[0]));
    return { phrase: ofText(whole), units: kept, isWhole: isWhole && kept.length > 0 && kept.length === units.length };
  }

  /** The words of a Latin query, phrases with synonyms as one. */
  function phrases(/** @type {string} */ typed, /** @type {Layer} */ layer) {
    const all = fold(typed).split(" ").map((word) => word.replace(/%+$/, "")).filter(Boolean);
    /** @type {{words: string[], key: string}[]} */ const found = [];
    const fillers = new Set(layer.fillers.en);
    for (let at = 0; at < all.length;) {
      let length = Math.min(layer.longest, all.length - at);
      while (length && !layer.groupsOf.has("=" + all.slice(at, at + length).map(stem).join(" "))) length--;
      const words = all.slice(at, at + Math.max(1, length));
      at += words.length;
      if (length || !fillers.has(words[0])) found.push({ words, key: "=" + words.map(stem).join(" ") });
    }
    return found.length ? found : all.map((word) => ({ words: [word], key: "=" + stem(word) }));
  }

  /**
   * The units of a Latin query in the English texts: by stem, by beginning, then by slips.
   * @param {string} typed
   * @param {Index} index
   * @param {Layer} layer
   * @returns {Promise<Query>}
   */
  async function english(typed, index, layer) {
    const found = phrases(typed, layer);
    const whole = { stems: stems(fold(typed)), weight: 1 };
    await index.ready([whole]);
    /** @type {Unit[]} */ const units = [];
    let missing = 0, hasSlip = false;
    const kept = found.flatMap(({ words }) => words);
    const all = fold(typed).split(" ");
    const isName = kept.length < all.length && whole.stems.length < 5 && index.has(whole);
    for (const { words, key } of isName ? [{ words: all, key: "" }] : found) {
      const own = { stems: words.map(stem), weight: 1 };
      /** @type {Form[]} */ const forms = [own];
      let others = layer.others(key, "en");
      if (isCommon(own, index)) others = [];
      if (words.length === 1) {
        const [word] = words;
        let near = word.length > 1 && !isCommon(own, index) ? await index.near(word, false) : [];
        let weight = 0.9;
        if (!near.length && !index.has(own) && !others.length) {
          near = await index.near(word, true);
          weight = 0.8;
          hasSlip ||= near.length > 0;
        }
        others.push(...near.filter((one) => one !== own.stems[0]).map((one) => ({ stems: [one], weight })));
      } else {
        others.push({ stems: words.map(stem), weight: 1 });
      }
      await index.ready([own, ...others]);
      forms.push(...others);
      const standing = forms.filter((form) => index.has(form));
      if (!standing.length && words.length > 1) {
        for (const word of words) {
          const form = { stems: [stem(word)], weight: 1 };
          await index.ready([form]);
          if (index.has(form)) units.push({ typed: word, forms: [form] });
          else missing++;
        }
      } else if (standing.length) units.push({ typed: words.join(" "), forms: standing });
      else missing++;
    }
    return { phrase: whole, units, isWhole: units.length > 0 && !missing, hasSlip };
  }

  /**
   * A Latin query in Chinese words by way of the synonyms, or of the characters it stands with.
   * @param {string} typed
   * @param {Layer} layer
   * @returns {Unit[] | null} none where a word has none
   */
  function translated(typed, layer) {
    const units = [];
    for (const { words, key } of phrases(typed, layer)) {
      const forms = layer.others(key, "zh");
      if (words.every((word) => layer.latin.has(word) || /^[0-9.%]+$/.test(word))) forms.unshift(ofText(words.join(" ")));
      if (!forms.length) return null;
      units.push({ typed: words.join(" "), forms });
    }
    return units.length ? units : null;
  }

  return { Layer, chinese, english, translated, hasHan, ofText };
})();
