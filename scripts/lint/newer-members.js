// A rule for ESLint: no method or property that the oldest browsers of package.json's "browserslist"
// lack, by MDN's compatibility data. (eslint-plugin-compat knows globals and static methods only.)
// The rule does not know types, so it reports a name only where every interface that has a member
// of that name got it too late: `close` of a dialog is also a window's and passes; `at` does not.
import { readFileSync } from "node:fs";

import data from "@mdn/browser-compat-data/forLegacyNode";

const KEYS = { chrome: "Chrome", safari: "Safari" };

/** The oldest version of each browser: `{ chrome: 85, safari: 14 }`. */
export function oldestBrowsers() {
  const { browserslist } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
  return Object.fromEntries(Object.entries(KEYS).map(([key, name]) => {
    const line = browserslist.find((one) => one.startsWith(`${name} >= `));
    return [key, Number(line.split(" >= ")[1])];
  }));
}

/** Whether the oldest browsers have what a compatibility record speaks of. */
function isServed(record, oldest) {
  return Object.entries(oldest).every(([browser, floor]) => {
    const [{ version_added: added, flags, prefix }] = [record.support[browser]].flat();
    return typeof added === "string" && added !== "preview" && !flags && !prefix
      && Number(added.replace("≤", "")) <= floor;
  });
}

/** Names of members that no interface has in the oldest browsers. */
export function newerMembers() {
  const oldest = oldestBrowsers();
  const served = new Map();
  for (const one of [...Object.values(data.api), ...Object.values(data.javascript.builtins)]) {
    for (const [name, { __compat: record }] of Object.entries(one)) {
      if (record && name !== "__compat") served.set(name, served.get(name) || isServed(record, oldest));
    }
  }
  return new Set([...served].filter(([, isKnown]) => !isKnown).map(([name]) => name));
}

export default {
  rules: {
    "newer-members": {
      meta: {
        type: "problem",
        messages: { newer: "'{{name}}' is newer than the oldest browsers of package.json's browserslist." },
        schema: [{ type: "object", properties: { ours: { type: "array" } }, additionalProperties: false }],
      },
      create(context) {
        const names = newerMembers();
        for (const ours of context.options[0]?.ours ?? []) names.delete(ours);
        return {
          MemberExpression({ computed, property }) {
            if (computed || !names.has(property.name)) return;
            context.report({ node: property, messageId: "newer", data: { name: property.name } });
          },
        };
      },
    },
  },
};
