// Bundles the front end: an ES module per kind and for the console, and classic scripts: the book's and a room's pages, what draws charts.
import { build, transform } from "esbuild";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { regions } from "./regions.mjs";

const here = new URL(".", import.meta.url).pathname;
const out = process.argv[2] ?? `${here}govcourse/static`;
const kinds = readdirSync(`${here}govcourse/kinds`).filter((name) =>
  existsSync(`${here}govcourse/kinds/${name}/view.tsx`),
);
// Style sheets travel inside the module, minified like the code.
const css = {
  name: "css",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    }),
};
const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [css, regions],
  charset: "utf8",
  logLevel: "warning",
  legalComments: "none",
};

await Promise.all([
  ...[
    ...kinds.map((name) => [name, `kinds/${name}/view.tsx`]),
    ["console", "server/console/view.tsx"],
    ["kernel", "host/kernel.ts"],
  ].map(([name, source]) =>
    build({
      ...common,
      entryPoints: [`${here}govcourse/${source}`],
      outfile: `${out}/${name}.js`,
      format: "esm",
    }),
  ),
  ...Object.entries({
    page: "host/book.ts",
    room: "host/live.ts",
    screen: "server/console/screen.tsx",
    vega: "kinds/debrief/vega.ts",
  }).map(([name, source]) =>
    build({
      ...common,
      entryPoints: [`${here}govcourse/${source}`],
      outfile: `${out}/${name}.js`,
      format: "iife",
    }),
  ),
]);
