// The glossary's terms: how they sound in pinyin, what they are called in English, and their entries.
"use strict";

const SearchNames = (() => {
  const { fold, stems, isHan } = SearchText;
  const MOST = 6;
  const SYLLABLES = new RegExp("^(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|"
    + "ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v))+$");

  /**
   * @typedef {{word: string, sounds: string[]}} Sounding a word and its syllables
   * @typedef {{zh: string, anchor: string, renderings: string[]}} Entry one of the glossary
   * @typedef {{text: string, weight: number}} Weighed
   */

  class Names {
    /** Whether Latin letters may be syllables of pinyin, or their first letters. */
    static mayBePinyin(/** @type {string} */ typed) {
      const letters = plain(typed);
      return SYLLABLES.test(letters) || /^[b-df-hj-np-tv-z]{2,8}$/.test(letters);
    }

    /**
     * @param {string} folder address of the search's folder, with a slash at the end
     * @param {Load} load
     */
    constructor(folder, load) {
      this.folder = folder;
      this.load = load;
      /** @type {Map<string, string>} */ this.usual = new Map();
      /** @type {Sounding[] | null} */ this.data = null;
    }

    /** The words of the glossary with their sounds. */
    async ready() {
      if (this.data) return this.data;
      const { zh, sounds, odd } = await this.load(`${this.folder}names.json`);
      for (const group of sounds.split(" ")) {
        const [, syllable, characters] = /^([a-z]+)(.*)$/u.exec(group) ?? [];
        for (const character of characters) this.usual.set(character, syllable);
      }
      const words = /** @type {string[]} */ (zh.split("\t"));
      this.data = words.map((word, at) => ({ word, sounds: odd[at]?.split(" ") ?? this.heard(word) }));
      return this.data;
    }

    /** The syllables of a word, none where a character is not known. */
    heard(/** @type {string} */ word) {
      const sounds = [...word].filter(isHan).map((character) => this.usual.get(character) ?? "");
      return sounds.every(Boolean) ? sounds : [];
    }

    /**
     * Terms and synonyms that sound as a query does, in whole or by their first letters.
     * @param {string} typed
     * @param {Layer} layer
     * @returns {Promise<Weighed[]>}
     */
    async sounding(typed, layer) {
      const known = await this.ready();
      const sought = plain(typed);
      if (sought.length < 2) return [];
      const words = [...known, ...layer.groups.flatMap(([zh]) => zh).map((word) => ({ word, sounds: this.heard(word) }))];
      /** @type {Map<string, number>} */ const found = new Map();
      for (const { word, sounds } of words) {
        const whole = sounds.join("");
        const initials = sounds.map((sound) => sound[0]).join("");
        let weight = 0;
        if (whole === sought) weight = 1;
        else if (initials === sought && sounds.length > 1) weight = 0.95;
        else if (whole.startsWith(sought) && sounds.length > 1 && sought.length > 3 && isCut(sounds, sought)) weight = 0.8;
        else if (initials.startsWith(sought) && initials.length - sought.length <= sought.length / 2) weight = 0.75;
        if (weight) found.set(word, Math.max(weight, found.get(word) ?? 0));
      }
      const best = Math.max(0, ...found.values());
      return [...found].filter(([, weight]) => weight === best).slice(0, MOST).map(([text, weight]) => ({ text, weight }));
    }

    /**
     * Any characters of the loaded Chinese that sound as a query does.
     * @param {string} typed
     * @param {Index} index
     * @returns {Promise<Weighed[]>}
     */
    async spelled(typed, index) {
      await this.ready();
      const sought = plain(typed);
      if (sought.length < 4 || index.shards) return [];
      await index.ready([]);
      /** @type {Set<string>} */ const found = new Set();
      for (const page of index.pages) {
        const { folded } = page;
        for (let at = 0; at < folded.length; at++) {
          let rest = sought, end = at;
          while (rest) {
            const sound = this.usual.get(folded[end]);
            if (!sound || !rest.startsWith(sound)) break;
            rest = rest.slice(sound.length);
            end++;
          }
          if (!rest && end - at > 1) found.add(folded.slice(at, end));
        }
      }
      return [...found].slice(0, MOST).map((text) => ({ text, weight: 1 }));
    }

    /** @returns {Promise<Entry[]>} */
    async entries() {
      /** @type {[zh: string, anchor: string, ...renderings: string[]][]} */
      const rows = await this.load(`${this.folder}terms.json`);
      return rows.map(([zh, anchor, ...renderings]) => ({ zh, anchor, renderings }));
    }

    /** The Chinese of terms whose English a query is, or holds most of. */
    async meaning(/** @type {string} */ typed) {
      const sought = new Set(stems(fold(typed)));
      const scored = (await this.entries()).map((term) => ({ term, worth: Math.max(...term.renderings.map((one) => overlap(sought, one))) }));
      const best = Math.max(0, ...scored.map(({ worth }) => worth));
      if (best < 0.6) return [];
      return scored.filter(({ worth }) => worth === best).slice(0, MOST).map(({ term }) => ({ text: fold(term.zh), weight: best }));
    }

    /** The glossary's entries that a query names. */
    async terms(/** @type {string} */ typed) {
      const sought = fold(typed), own = plain(typed);
      /** @type {(Entry & {worth: number})[]} */ const found = [];
      if (sought.length < 2) return [];
      const entries = await this.entries();
      const words = new Set(stems(sought));
      await this.ready();
      entries.forEach((term) => {
        const zh = fold(term.zh);
        let worth = 0;
        const english = Math.max(...term.renderings.map((one) => overlap(words, one)));
        if (zh === sought) worth = 3;
        else if (term.renderings.some((one) => fold(one) === sought)) worth = 3;
        else if (this.heard(zh).join("") === own) worth = 3;
        else if (sought.length > zh.length && zh.length > 1 && sought.includes(zh)) worth = 1 + zh.length / sought.length;
        else if (zh.includes(sought) && sought.length * 2 >= zh.length) worth = 1 + sought.length / zh.length / 2;
        else if (english >= 0.6) worth = 1 + english;
        if (worth) found.push({ ...term, worth });
      });
      return found.sort((a, b) => b.worth - a.worth || a.zh.length - b.zh.length).slice(0, 2)
        .map(({ zh, anchor, renderings }) => ({ zh, en: renderings[0], location: `glossary/#term-${anchor}` }));
    }

    /** Terms that share characters or words with a query that found nothing. */
    async near(/** @type {string} */ typed) {
      const sought = fold(typed);
      const words = new Set(stems(sought));
      const scored = (await this.entries()).map((term) => {
        const shared = [...new Set(sought)].filter((one) => isHan(one) && term.zh.includes(one)).length / term.zh.length;
        return { term, worth: Math.max(shared, ...term.renderings.map((one) => overlap(words, one))) };
      });
      const isChinese = [...sought].some(isHan);
      return scored.filter(({ worth }) => worth > 0.2).sort((a, b) => b.worth - a.worth).slice(0, 5)
        .map(({ term }) => (isChinese ? term.zh : term.renderings[0]));
    }
  }

  const plain = (/** @type {string} */ typed) => fold(typed.normalize("NFD").replace(/[üǖǘǚǜ]|u\u0308/g, "v").replace(/\p{M}/gu, "")).replace(/[ ']/g, "");

  /** Whether a text ends where a syllable ends, or inside the syllable begun last. */
  function isCut(/** @type {string[]} */ sounds, /** @type {string} */ text) {
    let length = 0;
    return sounds.some((sound) => (length += sound.length) === text.length)
      || text.length > length - sounds[sounds.length - 1].length;
  }

  /** How much of two sets of words is shared: 1 where they are the same. */
  function overlap(/** @type {Set<string>} */ sought, /** @type {string} */ rendering) {
    const own = new Set(stems(fold(rendering)));
    const shared = [...sought].filter((one) => own.has(one)).length;
    return shared / Math.max(own.size, sought.size);
  }

  return Names;
})();
