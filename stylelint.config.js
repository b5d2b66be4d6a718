// Holds the style sheets to the oldest browsers of package.json's "browserslist".

/** Features that some of them lack or know in part; each is used so that its lack does no harm. */
const HARMLESS = [
  "css-clip-path", // inset() on HTML, which Safari 14 knows
  "css-color-adjust", // print only; its -webkit- form stands beside it
  "css-masks", // caniuse counts clip-path among them
  "css-media-scripting", // controls hide without site.js, too
  "css-overflow", // auto and hidden only
  "css-overscroll-behavior", // else the page scrolls on behind the results
  "css-resize",
  "css-scroll-behavior",
  "css-sticky", // no table parts
  "multicolumn", // break-inside and break-after in print
  "text-decoration", // longhands; what is not known leaves a plain line
  "text-size-adjust", // its -webkit- form stands beside it
];

export default {
  plugins: ["stylelint-no-unsupported-browser-features"],
  rules: {
    "plugin/no-unsupported-browser-features": [true, { ignore: HARMLESS, severity: "error" }],
    "property-disallowed-list": [["inset", /^(margin|padding|inset|border)-(block|inline)/]],
    "selector-pseudo-class-disallowed-list": ["is", "where", "has"],
    "declaration-property-value-disallowed-list": { "text-decoration": [/\s/] },
    "block-no-empty": true,
    "color-no-invalid-hex": true,
    "declaration-block-no-duplicate-custom-properties": true,
    "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates"] }],
    "no-duplicate-selectors": null,
    "no-invalid-position-at-import-rule": true,
    "property-no-unknown": true,
    "selector-pseudo-class-no-unknown": true,
    "selector-pseudo-element-no-unknown": true,
    "selector-type-no-unknown": true,
    "unit-no-unknown": true,
  },
};
