// What was answered to one question of a poll, as bars in the order of its options: in the exercise and for a room.
import type { Say } from "../../runtime/outline";
import { Bars } from "../../ui/bars";
import type { Asked, Tally } from "./shapes";

export function Tallied(props: {
  say: Say;
  question: Asked;
  tally: Tally;
  caption?: string;
  chosen?: string[]; // one's own
}) {
  const { say, question, tally, caption, chosen = [] } = props;
  if (!tally.bars.length) return null;
  return (
    <Bars
      caption={caption}
      heads={[say("bar_answer"), say("bar_count"), say("bar_share")]}
      bars={tally.bars.map(({ id, count, share }) => ({
        id,
        title: question.options.find((option) => option.id === id)?.title ?? id,
        count,
        shares: [share],
        said: `${Math.round(share * 100)} %`,
        mark: chosen.includes(id) ? say("mine") : undefined,
      }))}
    />
  );
}
