// A room's results, drawn as console and projector draw them.
import type { Mount, ResultsGiven } from "govcourse/runtime/kind";
import { fixtures, say } from "../fixtures";

export function drawn(
  results: Mount<ResultsGiven>,
  activity: string,
  more: Partial<ResultsGiven> = {},
): HTMLElement {
  const { spec, room } = fixtures.activities[activity];
  const texts = {
    ...fixtures.texts.common,
    ...fixtures.texts.room,
    ...fixtures.texts.console,
    ...fixtures.texts[spec.kind],
  };
  const el = document.body.appendChild(document.createElement("div"));
  const plain = { order: "question", texts: "list", projected: false } as const;
  results(el, { say: say(texts), about: room.about as any, figures: room.figures as any, ...plain, ...more });
  return el;
}
