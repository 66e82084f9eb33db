// Which way imports of TypeScript point: each layer imports those below it, and none above. `npm run check` reads it.
const at = (path) => `^widgets/govcourse/${path}`;

// From the lowest to the highest; what matches two belongs to the lower one.
const layers = {
  words: at("runtime/(json|kind|kinds\\.d|numbers|outline|shapes\\.d|types|values)\\.ts$"),
  runtime: at("(runtime|assessment)/"),
  ui: at("ui/"),
  "shared-by-kinds": at("kinds/[^/]+$"),
  kinds: at("kinds/[^/]+/"),
  top: at("(server/console|book|entries)/"),
};

// No file of a layer imports what only a higher one has.
const upward = Object.entries(layers).map(([name, path], place, all) => ({
  name: `${name}-imports-nothing-above`,
  severity: "error",
  from: { path, pathNot: all.slice(0, place).map(([, lower]) => lower) },
  to: {
    path: all.slice(place + 1).map(([, higher]) => higher),
    pathNot: all.slice(0, place + 1).map(([, lower]) => lower),
  },
}));

// Who may import what stands on top.
const importers = {
  entries: ["entries"],
  book: ["book", "entries"],
  "server/console": ["server/console"],
};

export default {
  forbidden: [
    ...upward.slice(0, -1),
    {
      name: "a-kind-imports-no-other-kind",
      severity: "error",
      from: { path: at("kinds/([^/]+)/") },
      to: { path: layers.kinds, pathNot: at("kinds/$1/") },
    },
    {
      name: "kinds-are-found-and-not-imported",
      comment: "By kinds:views and kinds:rules, which widgets/kinds.mjs makes of the folders.",
      severity: "error",
      from: { path: layers.top },
      to: { path: at("kinds/") },
    },
    ...Object.entries(importers).map(([name, from]) => ({
      name: `${name.replace("/", "-")}-is-imported-by-nobody-else`,
      severity: "error",
      from: { pathNot: from.map((one) => at(`${one}/`)) },
      to: { path: at(`${name}/`) },
    })),
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "everything-is-found",
      comment: "But for the modules that the build makes.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(kinds:(views|rules)|virtual:regions)$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: at("static/") },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".d.ts", ".js"],
      exportsFields: ["exports"],
      conditionNames: ["import"],
    },
  },
};
