// The world's regions as small SVG paths, from Natural Earth (public domain), dissolved and simplified at build time.
import { geoNaturalEarth1, geoPath } from "d3-geo";
import { createRequire } from "node:module";
import * as topojson from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const require = createRequire(import.meta.url);
const WIDTH = 480;
const HEIGHT = 230;
const SMALLEST = 6; // square pixels: islands below this are left out
const REGIONS = {
  Africa: (country) => country.region === "Africa",
  Asia: (country) => country.region === "Asia",
  Europe: (country) => country.region === "Europe",
  Americas: (country) => country.region === "Americas",
  Oceania: (country) => country.region === "Oceania",
  rest: () => true, // drawn, but nothing to choose
};

function shapes() {
  const world = simplify(presimplify(require("world-atlas/countries-110m.json")), 1.2);
  const facts = new Map(require("world-countries").map((country) => [country.ccn3, country]));
  const projection = geoNaturalEarth1().fitSize([WIDTH, HEIGHT + 28], { type: "Sphere" });
  const path = geoPath(projection).digits(1);
  const drawn = {};
  const taken = new Set(["010"]); // Antarctica
  for (const [name, belongs] of Object.entries(REGIONS)) {
    const members = world.objects.countries.geometries.filter(
      ({ id }) => !taken.has(id) && belongs(facts.get(id) ?? {}),
    );
    members.forEach(({ id }) => taken.add(id));
    const { coordinates } = topojson.merge(world, members);
    const parts = coordinates.filter(
      (polygon) => path.area({ type: "Polygon", coordinates: polygon }) > SMALLEST,
    );
    drawn[name] = path({ type: "MultiPolygon", coordinates: parts });
  }
  return drawn;
}

// The source of the module "virtual:regions".
export const source = () =>
  `export const WIDTH = ${WIDTH}, HEIGHT = ${HEIGHT}; export const SHAPES = ${JSON.stringify(shapes())};`;

export const regions = {
  name: "regions",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^virtual:regions$/ }, ({ path }) => ({ path, namespace: "regions" }));
    onLoad({ filter: /.*/, namespace: "regions" }, () => ({
      contents: source(),
      loader: "js",
    }));
  },
};
