// An exercise alone, on a model that answers when a test says so.
import { afterEach, beforeEach, vi } from "vitest";
import { Exercise } from "govcourse/runtime/exercise";
import type { Host } from "govcourse/runtime/types";
import { FakeModel, traits } from "./model";
import type { Doc } from "./fixtures";

const texts = { no_reply: "Nothing answers", hello: "Hello {name}, {missing}!" };
export const DRAFT = "govcourse-draft:ann:pitch";

export let model: FakeModel;
export let ex: Exercise;

export function open(answer: Doc = {}, host: Partial<Host> = {}): Exercise {
  model = new FakeModel(traits({ id: "pitch" }, texts, host, answer));
  return (ex = new Exercise(model));
}
beforeEach(() => void open());
afterEach(() => ex.stop());

export const rest = (ms = 500) => vi.advanceTimersByTimeAsync(ms);
export const saves = () => model.asked("save").map(({ answer, version }) => [answer, version]);
export const done = async (reply: Doc = {}) => {
  model.reply({ ok: true, ...reply });
  await rest(0);
};
export const fail = async (code: any = "failed", more: Doc = {}) => {
  model.reply({ ok: false, code, ...more });
  await rest(0);
};
export const draft = () => JSON.parse(localStorage.getItem(DRAFT) ?? "null");
