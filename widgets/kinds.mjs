// Where the kinds' folders are, and the modules "kinds:views" and "kinds:rules" that are made of them: nothing else lists them.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { basename, dirname } from "node:path";

export const here = new URL(".", import.meta.url).pathname;

export const own = readdirSync(`${here}govcourse/kinds`)
  .map((name) => `${here}govcourse/kinds/${name}`)
  .filter((folder) => existsSync(`${folder}/view.tsx`));

const found = {
  views: ["view.tsx", "*"],
  rules: ["rules.ts", "derived"],
};

// The source of the module "kinds:<what>" over these folders.
export function source(what, folders) {
  const [file, name] = found[what];
  const from = folders
    .map((folder) => `${folder}/${file}`)
    .filter(
      (path) =>
        existsSync(path) && (name === "*" || readFileSync(path, "utf8").includes(`function ${name}(`)),
    );
  const lines = from.map((path, n) =>
    name === "*" ? `import * as k${n} from "${path}";` : `import { ${name} as k${n} } from "${path}";`,
  );
  const entries = from.map((path, n) => `"${basename(dirname(path))}": k${n}`);
  return `${lines.join("\n")}\nexport const ${what} = { ${entries.join(", ")} };`;
}
