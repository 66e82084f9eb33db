// A page that hosts exercises: instead of their views are some that say which models they got.
import { beforeEach, vi } from "vitest";
import type { Model, Reply, Request } from "govcourse/runtime/types";
import { fixtures, type Doc } from "./fixtures";

export const ID = "sdg-pitch";
export const { spec, texts } = fixtures.activities[ID];

// Instead of the views: they say which models they got.
export let models: Model[];
const render = ({ model }: { model: Model }) => {
  models.push(model);
  return () => {};
};
export const view = { default: { render } };
beforeEach(() => {
  models = [];
  vi.resetModules();
  vi.doMock("kinds:views", () => ({ views: new Proxy({}, { get: () => view }) }));
});

let next = 1;
export function ask(model: Model, op: string, payload: Doc = {}): Promise<Reply> {
  return new Promise((resolve) => {
    const id = next++;
    const heard = () => {
      if (model.get("reply").id !== id) return;
      model.off("change:reply", heard);
      resolve(model.get("reply"));
    };
    model.on("change:reply", heard);
    model.set("request", { id, op, ...payload } as Request & { id: number });
    model.save_changes();
  });
}

export const save = (model: Model, answer: Doc, version = 0) => ask(model, "save", { answer, version });
