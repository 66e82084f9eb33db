// Tests of the front end without a browser: `npm test`. The same modules as in build.mjs, for Vite.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { here, own, source } from "./kinds.mjs";
import { source as regions } from "./regions.mjs";

const made = {
  "kinds:views": () => source("views", own),
  "kinds:rules": () => source("rules", own),
  "virtual:regions": regions,
};

const modules = {
  name: "modules",
  enforce: "pre",
  resolveId(id, from) {
    if (id in made) return `\0${id}`;
    // Under another ending, so that Vite leaves it a text.
    if (id.endsWith(".css")) return `${resolve(dirname(from), id)}.text`;
  },
  load(id) {
    if (id.slice(1) in made) return made[id.slice(1)]();
    if (id.endsWith(".css.text"))
      return `export default ${JSON.stringify(readFileSync(id.slice(0, -5), "utf8"))}`;
  },
};

export default defineConfig({
  root: resolve(here, ".."),
  plugins: [modules],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  resolve: { alias: { govcourse: `${here}govcourse` } },
  test: {
    include: ["tests/front/**/*.test.{ts,tsx}"],
    environment: "happy-dom",
    environmentOptions: { happyDOM: { settings: { handleDisabledFileLoadingAsSuccess: true } } }, // a page in a page stays empty
    pool: "vmForks", // a fresh page for each file, of a DOM that is read once for each process
    execArgv: ["--max-semi-space-size=64"], // nodes of a page live shortly: with more room fewer are looked through
    maxWorkers: 2, // else one of two cores stays idle
    globalSetup: "tests/front/python.mjs",
    setupFiles: ["tests/front/streams.mjs", "tests/front/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000, // how fast a machine is decides no test
    coverage: {
      provider: "v8",
      include: ["widgets/govcourse/**/*.{ts,tsx}"],
      exclude: ["**/*.d.ts"],
      reporter: ["json-summary"],
      reportsDirectory: "_build/coverage/front",
    },
  },
});
