// The way through stages: where one is now, going on, going back with a reason, and the history.
import { useState } from "preact/hooks";
import type { Around } from "../runtime/exercise";
import { TextField, newId } from "../ui/fields";
import type { Move } from "./shapes";
import { Steps } from "../ui/marks";
import { day, today } from "../runtime/days";

interface Stage {
  id: string;
  title: string;
}

// `led` is where the facilitator has taken the room; else one is where one went last.
export const current = (moves: Move[], stages: Stage[], led: string | null = null): number =>
  Math.max(
    0,
    stages.findIndex((stage) => stage.id === (led ?? moves.at(-1)?.to)),
  );

export function Moves(props: {
  ex: Around;
  stages: Stage[];
  moves: Move[];
  setMoves: (moves: Move[]) => void;
  locked: boolean;
  led?: string | null;
}) {
  const { ex, stages, moves, setMoves, locked, led } = props;
  const { t, host } = ex;
  const [back, setBack] = useState<Stage | null>(null);
  const [why, setWhy] = useState("");
  const at = current(moves, stages, led);
  const go = (to: Stage, reason = "") => {
    setMoves([...moves, { id: newId(), to: to.id, why: reason, date: today() }].slice(-100));
    setBack(null);
    setWhy("");
  };
  const title = (id: string) => stages.find((stage) => stage.id === id)?.title ?? id;
  const date = (iso?: string) => day(iso, host.language);
  return (
    <section class="gc-moves" aria-label={t("way")}>
      <p class="gc-label" role="status">
        {t("stage_now", { title: stages[at].title, n: at + 1, all: stages.length })}
      </p>
      <Steps
        at={stages[at].id}
        locked={locked || !!led}
        steps={stages.map(({ id, title }, index) => ({
          id,
          title,
          label: index === at ? title : t(index > at ? "stage_on" : "stage_back", { title }),
        }))}
        go={(id) => {
          const to = stages.findIndex((stage) => stage.id === id);
          if (to > at) go(stages[to]);
          else if (to < at) setBack(stages[to]);
        }}
      />
      {back && (
        <form
          class="gc-card gc-noprint"
          onSubmit={(event) => {
            event.preventDefault();
            if (why.trim()) go(back, why.trim());
          }}
        >
          <TextField label={t("stage_why", { title: back.title })} max={3000} value={why} onValue={setWhy} />
          <div class="gc-row" style={{ marginTop: "0.5rem" }}>
            <button type="submit" class="gc-main" disabled={!why.trim()}>
              {t("stage_back", { title: back.title })}
            </button>
            <button type="button" onClick={() => setBack(null)}>
              {t("cancel")}
            </button>
          </div>
        </form>
      )}
      {moves.length > 0 && (
        <details>
          <summary>{t("way_count", { count: moves.length })}</summary>
          <ol>
            {moves.map((move) => (
              <li key={move.id}>{[date(move.date), title(move.to), move.why].filter(Boolean).join(" · ")}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
