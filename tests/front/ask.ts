// How tests ask a model as a view does: a request, and the reply to it.
import type { Model, Reply, Request } from "govcourse/runtime/types";
import type { Doc } from "./fixtures";

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
