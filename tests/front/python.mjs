// Before all tests: asks Python once what it says of every activity (fixtures.py), and gives it to them.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");

export default function ({ provide }) {
  const [own] = [join(root, ".venv/bin/python")].filter(existsSync);
  const python = process.env.PYTHON ?? own ?? "python3";
  const folder = mkdtempSync(join(tmpdir(), "fixtures-"));
  const file = join(folder, "fixtures.json");
  const path = [join(root, "widgets"), process.env.PYTHONPATH].filter(Boolean).join(delimiter);
  try {
    execFileSync(python, ["-m", "tests.front.fixtures", file], {
      cwd: root,
      env: { ...process.env, PYTHONPATH: path, GOVCOURSE_ROOT: root },
      stdio: "inherit",
    });
    provide("fixtures", JSON.parse(readFileSync(file, "utf8")));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
