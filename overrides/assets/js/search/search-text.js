// Text in the form in which it is compared, and words in theirs. Classic script: the search worker
// imports it, and so can Material's. site_src/mingbai/site/search/fold.py does the same in Python.
"use strict";

const SearchText = (() => {
  const HAN = /[\u3400-\u9fff\uf900-\ufaff]/;
  const WORD = /[\p{L}\p{N}]/u;
  const DIGIT = /\p{Nd}/u;
  const SPELLINGS = [["isation", "ization"], ["ise", "ize"], ["yse", "yze"], ["our", "or"], ["tre", "ter"]];
  const PLURALS = [["ies", "y"], ["sses", "ss"], ["xes", "x"], ["ches", "ch"], ["shes", "sh"]];
  const LONG_ENDINGS = ["al", "ment", "ness", "ion", "ive"];

  /** Whether a character is a Chinese one. */
  const isHan = (/** @type {string} */ character) => HAN.test(character);

  /**
   * Text in lower case without marks; a space stays only between Latin words.
   * @param {string} text
   * @returns {{text: string, map: number[]}} and for each character its place in the original
   */
  function foldMap(text) {
    /** @type {string[]} */ const plain = [];
    /** @type {number[]} */ const from = [];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const one = code < 0x80 || (code >= 0x4e00 && code < 0xa000) ? text[at] : text[at].normalize("NFKC");
      for (const character of one.toLowerCase()) {
        plain.push(character);
        from.push(at);
      }
    }
    /** @type {string[]} */ const out = [];
    /** @type {number[]} */ const map = [];
    let waits = false;
    for (let at = 0; at < plain.length; at++) {
      const character = plain[at], before = plain[at - 1] ?? "", after = plain[at + 1] ?? "";
      if (character === "_") continue;
      const inNumber = DIGIT.test(before) && DIGIT.test(after);
      if (character === "," && inNumber && plain.slice(at + 1, at + 4).every((one) => DIGIT.test(one))) continue;
      const kept = WORD.test(character) || (character === "." && inNumber) || (character === "%" && out.length);
      if (!kept) {
        waits = out.length > 0;
        continue;
      }
      if (waits && character !== "%" && !isHan(character) && !isHan(out[out.length - 1])) {
        out.push(" ");
        map.push(from[at]);
      }
      waits = false;
      out.push(character);
      map.push(from[at]);
    }
    return { text: out.join(""), map };
  }

  const fold = (/** @type {string} */ text) => foldMap(text).text;

  /** What a word shares with its other forms. */
  function stem(/** @type {string} */ word) {
    if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
    if (word.length > 4) {
      const found = SPELLINGS.find(([british]) => word.endsWith(british));
      if (found) word = word.slice(0, -found[0].length) + found[1];
    }
    if (!/(ss|us|is)$/.test(word)) {
      const found = PLURALS.find(([plural]) => word.endsWith(plural));
      if (found) word = word.slice(0, -found[0].length) + found[1];
      else if (word.endsWith("s")) word = word.slice(0, -1);
    }
    for (const ending of ["ing", "ed"]) {
      if (!word.endsWith(ending)) continue;
      const cut = word.slice(0, -ending.length);
      if (cut.length < 3 || !/[aeiouy]/.test(cut)) continue;
      word = /([^ls])\1$/.test(cut) ? cut.slice(0, -1) : cut;
      break;
    }
    if (word.endsWith("ly") && word.length > 5) word = word.slice(0, -2);
    for (const ending of LONG_ENDINGS) {
      if (word.endsWith(ending) && word.length - ending.length >= 5) word = word.slice(0, -ending.length);
    }
    if (word.length > 4 && word.endsWith("e")) word = word.slice(0, -1);
    return word.endsWith("y") ? word.slice(0, -1) + "i" : word;
  }

  /** The stems of a text's words. */
  const stems = (/** @type {string} */ folded) => folded.split(" ")
    .map((word) => stem(word.replace(/%+$/, ""))).filter(Boolean);

  /** How many slips lie between two words, more than `most` being all the same. */
  function slips(/** @type {string} */ one, /** @type {string} */ other, /** @type {number} */ most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    /** @type {number[]} */ let older = [];
    let last = Array.from({ length: other.length + 1 }, (_, at) => at);
    for (let i = 1; i <= one.length; i++) {
      const row = [i];
      let best = i;
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
        best = Math.min(best, row[j]);
      }
      if (best > most) return most + 1;
      older = last;
      last = row;
    }
    return last[other.length];
  }

  return { fold, foldMap, isHan, stem, stems, slips };
})();
