// What of the front end nobody uses: files, exports, packages. `npm run check` reads it; the entries are those of build.mjs.
export default {
  entry: [
    "widgets/govcourse/entries/*.{ts,tsx}",
    "widgets/govcourse/server/console/{view,remote,projector}.tsx",
    "widgets/govcourse/book/arabic.ts",
    "widgets/govcourse/ui/{audience.tsx,review.tsx,vega.ts}",
    "widgets/govcourse/kinds/*/{view.tsx,rules.ts}", // kinds:views and kinds:rules
    "widgets/govcourse/runtime/kind.ts", // the contract of a kind, from wherever it comes
    "tests/outside/**/view.tsx",
  ],
  project: ["widgets/**/*.{mjs,ts,tsx}", "tests/front/**/*.{mjs,ts,tsx}", "tests/outside/**/*.{ts,tsx}"],
  vitest: { config: "widgets/vitest.config.mjs", entry: "tests/front/**/*.test.{ts,tsx}" },
  paths: { "govcourse/*": ["widgets/govcourse/*"] },
  ignoreDependencies: [
    "@fontsource-variable/source-sans-3", // widgets/fonts.py reads its files
    "axe-core", // tests in a browser read its file
    "configurable-http-proxy", // deploy/try runs it
    "html-validate", // tests of the book run it
    "scorm-again", // tests in a browser read its file
    "kinds", // the modules that kinds.mjs makes
  ],
};
