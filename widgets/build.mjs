// Bundles the front end: an ES module per kind, for the console, a facilitator's phone and reviews in a room; classic scripts: the book's and a room's pages, what draws charts;
// and style sheets.
// `node widgets/build.mjs [OUT]` builds ours; `node widgets/build.mjs OUT FOLDER…` the views of kinds that live in folders elsewhere.
import { build, transform } from "esbuild";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { here, own, source } from "./kinds.mjs";
import { regions } from "./regions.mjs";

const [out = `${here}govcourse/static`, ...elsewhere] = process.argv.slice(2);
const installed = elsewhere.map((folder) => resolve(folder));

// Style sheets travel inside the module, minified like the code.
const css = {
  name: "css",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(readFileSync(path, "utf8"), { loader: "css", minify: true });
      return { contents: code.trim(), loader: "text" };
    }),
};

// Rules read back what another exercise made: a kind that gathers all, and the pages, need all of them, others those that offer something.
const says = (words) => (folder) => readFileSync(`${folder}/__init__.py`, "utf8").includes(words);
const kinds = (needed = () => true) => ({
  name: "kinds",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^kinds:/ }, ({ path }) => ({ path: path.slice(6), namespace: "kinds" }));
    // A kind from elsewhere reads the view sources of this checkout as "govcourse/…".
    onResolve({ filter: /^govcourse\// }, ({ path }) => ({ path: modulePath(`${here}${path}`) }));
    onLoad({ filter: /.*/, namespace: "kinds" }, ({ path }) => ({
      contents: source(
        path,
        [...own, ...installed].filter((folder) => path !== "rules" || needed(folder)),
      ),
      resolveDir: here,
    }));
  },
});
const modulePath = (path) =>
  ["", ".ts", ".tsx"].map((ending) => path + ending).find((one) => existsSync(one) && !one.endsWith("/"));

const common = {
  bundle: true,
  minify: true,
  target: "es2022",
  jsx: "automatic",
  jsxImportSource: "preact",
  plugins: [css, kinds(), regions],
  charset: "utf8",
  logLevel: "warning",
  legalComments: "none",
  nodePaths: [`${here}../node_modules`],
};
const made =
  (format) =>
  ([name, source, needed]) =>
    build({
      ...common,
      plugins: [css, kinds(needed), regions],
      entryPoints: [source],
      outfile: `${out}/${name}.js`,
      format,
    });
const ours = (sources) =>
  Object.entries(sources).map(([name, source]) => [name, `${here}govcourse/${source}`]);
const view = (folder) => [
  basename(folder),
  `${folder}/view.tsx`,
  says("gathers = True")(folder) ? undefined : says('"feeds":'),
];

const modules = installed.length
  ? installed.map(view)
  : [
      ...own.map(view),
      ...ours({
        console: "server/console/view.tsx",
        remote: "server/console/remote.tsx",
        review: "ui/review.tsx",
        audience: "ui/audience.tsx",
      }),
    ];
const scripts = installed.length
  ? []
  : ours({
      arabic: "book/arabic.ts",
      gallery: "entries/gallery.tsx",
      "labextensions/govcourse/static/lab": "entries/lab.ts",
      documents: "entries/documents.ts",
      page: "entries/book.ts",
      room: "entries/room.ts",
      screen: "server/console/projector.tsx",
      vega: "ui/vega.ts",
      views: "entries/views.ts",
    });
// The style sheets, of their parts: of the server's pages, of the book, and of exercises alone, for JupyterLab.
const sheets = Object.entries({
  site: "server/styles/site.css",
  book: "book/book.css",
  ui: "kinds/exercises.css",
});
const sheet = ([name, source]) =>
  build({
    ...common,
    plugins: [],
    external: ["./fonts/*"],
    entryPoints: [`${here}govcourse/${source}`],
    outfile: `${out}/${name}.css`,
  });
// JupyterLab gives out nothing of ours but what lies in its extension: so the font lies there too.
const fonts = () =>
  build({
    ...common,
    plugins: [
      {
        name: "fonts",
        setup: ({ onResolve }) =>
          onResolve({ filter: /^\.\/fonts\// }, ({ path }) => ({ path: `${here}govcourse/static/${path}` })),
      },
    ],
    loader: { ".woff2": "copy" },
    assetNames: "[name]",
    entryPoints: [`${here}govcourse/ui/fonts.css`],
    outfile: `${out}/labextensions/govcourse/static/fonts.css`,
  });
await Promise.all([
  ...modules.map(made("esm")),
  ...scripts.map(made("iife")),
  ...(installed.length ? [] : [...sheets.map(sheet), fonts()]),
]);
// JupyterLab finds its extensions by such a file.
if (!installed.length)
  writeFileSync(
    `${out}/labextensions/govcourse/package.json`,
    JSON.stringify({
      name: "govcourse",
      version: "1.0.0",
      jupyterlab: { extension: true, _build: { load: "static/lab.js", extension: "./extension" } },
    }),
  );
