// Bundles the front end: one self-contained ES module per kind, and one classic script for pages without a kernel.
import { build, transform } from "esbuild";
import { existsSync, readFileSync, readdirSync } from "node:fs";

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
  plugins: [css],
  charset: "utf8",
  logLevel: "warning",
  legalComments: "none",
};

await Promise.all([
  ...kinds.map((name) =>
    build({
      ...common,
      entryPoints: [`${here}govcourse/kinds/${name}/view.tsx`],
      outfile: `${out}/${name}.js`,
      format: "esm",
    }),
  ),
  build({
    ...common,
    entryPoints: [`${here}govcourse/host/page.ts`],
    outfile: `${out}/page.js`,
    format: "iife",
  }),
]);
