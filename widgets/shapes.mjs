// Makes the types of what a browser gets and gives from the Python models (shapes.py): a shapes.d.ts beside who uses it.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { compile } from "json-schema-to-typescript";
import { here } from "./kinds.mjs";

const own = `${here}../.venv/bin/python`;
const python = process.env.PYTHON ?? (existsSync(own) ? own : "python3");
const path = [here, process.env.PYTHONPATH].filter(Boolean).join(delimiter);
const told = JSON.parse(
  execFileSync(python, [`${here}shapes.py`], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 2 ** 26,
    env: { ...process.env, PYTHONPATH: path, GOVCOURSE_ROOT: `${here}..` },
  }),
);

// "a__b__Note-Input" is Note, unless another is called so too: then it is GivenNote, as what comes from a browser. A module's
// own types, which are `first`, have their names before those that they consist of.
function names(keys, first) {
  const plain = (key) => key.split("__").at(-1).replace(/-\w+$/, "");
  const taken = new Set();
  const named = (key) => {
    const [module] = key.split("__").slice(-2);
    const given = key.endsWith("-Input") ? `Given${plain(key)}` : `${module}_${plain(key)}`;
    const name = taken.has(plain(key)) || key.endsWith("-Input") ? given : plain(key);
    taken.add(name);
    return name.replace(/\W/g, "_");
  };
  const order = [...new Set([...first, ...keys])];
  return Object.fromEntries(order.map((key) => [key, named(key)]));
}

// Titles of fields would become types of their own, and what values may be is checked elsewhere.
function shape(node, named) {
  if (Array.isArray(node)) return node.map((one) => shape(one, named));
  if (node === null || typeof node !== "object") return node;
  const { title, default: _, $ref, minItems, maxItems, prefixItems, properties, ...rest } = node;
  const kept = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, shape(value, named)]));
  if ($ref) return { ...kept, $ref: `#/definitions/${named[$ref.split("/").at(-1)]}` };
  if (prefixItems) {
    const items = prefixItems.map((one) => shape(one, named));
    return { ...kept, items, additionalItems: false, minItems: items.length, maxItems: items.length };
  }
  if (!properties) return kept;
  const fields = Object.entries(properties).map(([key, value]) => [key, shape(value, named)]);
  return { additionalProperties: false, ...kept, properties: Object.fromEntries(fields) };
}

for (const [module, { shapes, definitions }] of Object.entries(told)) {
  const own = Object.values(shapes).flatMap(({ $ref }) => ($ref ? [$ref.split("/").at(-1)] : []));
  const named = names(Object.keys(definitions), own);
  const schema = {
    title: "Shapes",
    definitions: Object.fromEntries(
      Object.entries(definitions).map(([key, value]) => [named[key], shape(value, named)]),
    ),
    ...shape({ type: "object", properties: shapes, required: Object.keys(shapes) }, named),
  };
  const banner = "// Made by shapes.mjs from the Python models.";
  const made = await compile(schema, "Shapes", {
    bannerComment: banner,
    format: false,
    unknownAny: true,
  });
  const aliases = Object.keys(shapes)
    .filter((name) => !Object.values(named).includes(name))
    .map((name) => `export type ${name} = Shapes["${name}"];\n`);
  if (shapes.Answer && shapes.Activity) aliases.push("export type Told = Activity & Spec;\n");
  const file = `${here}govcourse/${module}.d.ts`;
  const text = made + aliases.join("");
  if (!existsSync(file) || readFileSync(file, "utf8") !== text) writeFileSync(file, text);
}
