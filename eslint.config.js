// Lints the page scripts and holds them to the oldest browsers of package.json's "browserslist".
import js from "@eslint/js";
import compat from "eslint-plugin-compat";
import globals from "globals";

import newer from "./scripts/lint/newer-members.js";

const PAGES = "overrides/assets/js/**/*.js";
const WORKER = "overrides/assets/js/search/search-*.js";
/** Our own names that are also those of newer members of the platform. */
const OURS = ["config", "element", "gather", "layer", "messages", "path", "query", "unit"];
const ROOMS = ["SearchText", "SearchIndex", "SearchQuery", "SearchRank", "SearchNames"];

export default [
  { ignores: ["node_modules/", "site/", "build/", "dist/", ".venv/", "**/.cache/"] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { eqeqeq: "error", "no-var": "error", "prefer-const": "error", "no-shadow": "error", "max-lines": ["error", 300] },
  },
  {
    files: [PAGES],
    plugins: { compat, newer },
    languageOptions: { ecmaVersion: 2021, sourceType: "module", globals: globals.browser },
    rules: {
      "compat/compat": "error",
      "newer/newer-members": ["error", { ours: OURS }],
      "no-restricted-syntax": ["error", {
        selector: String.raw`Literal[regex.pattern=/\(\?<[=!]/]`,
        message: "Safari has lookbehind from 16.4.",
      }],
    },
  },
  {
    files: [WORKER],
    languageOptions: {
      sourceType: "script",
      globals: { ...globals.worker, ...Object.fromEntries(ROOMS.map((name) => [name, "readonly"])) },
    },
    rules: {
      "no-redeclare": ["error", { builtinGlobals: false }],
      "no-unused-vars": ["error", { varsIgnorePattern: `^(${ROOMS.join("|")})$` }],
    },
  },
  { files: ["overrides/assets/js/site.js"], languageOptions: { sourceType: "script" } },
  {
    files: ["tests/js/**/*.js", "scripts/lint/*.js", "*.config.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.node },
  },
];
