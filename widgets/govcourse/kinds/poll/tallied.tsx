// What was answered to one question of a poll, as bars in the order of its options: in the exercise and for a room.
import type { Say } from "../../runtime/outline";
import { Bars } from "../../ui/bars";
import { inOrder, share as inPercent } from "../results";
import type { Asked, Tally } from "./shapes";

export function Tallied(props: {
  say: Say;
  question: Asked;
  tally: Tally;
  caption?: string;
  chosen?: string[]; // one's own
  order?: "question" | "size";
}) {
  const { say, question, tally, caption, chosen = [], order = "question" } = props;
  const named = (id: string) => {
    if (question.type !== "scale") return question.options.find((option) => option.id === id)?.title ?? id;
    const end = id === "1" ? question.low : id === String(question.steps) ? question.high : "";
    return end ? say("name_and_text", { one: id, two: end }) : id;
  };
  if (!tally.bars.length) return null;
  return (
    <Bars
      caption={caption}
      heads={[say("bar_answer"), say("bar_count"), say("bar_share")]}
      bars={inOrder(tally.bars, order).map(({ id, count, share }) => ({
        id,
        title: named(id),
        count,
        shares: [share],
        said: inPercent(share),
        mark: chosen.includes(id) ? say("mine") : undefined,
      }))}
    />
  );
}
