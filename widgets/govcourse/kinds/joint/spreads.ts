// How a statement was answered alone, as far as whoever looks may see it: in one's team, in the room, or by oneself.
import { useEffect, useState } from "preact/hooks";
import type { Answer as Alone, Debrief, OfTeam } from "../../assessment/shapes";
import { debrief } from "../../assessment/debrief";
import { hasContent, useResults, type ViewProps } from "../../ui/shell";
import type { Answer, Told } from "./shapes";

type Around = ViewProps<Told, Answer>["ex"];

export interface Seen {
  own: Alone | null;
  room: Debrief | null;
  team: OfTeam | null;
  few: { n: number; too_few: number } | null; // so many have answered, and more are needed
}

const NOBODY: Seen = { own: null, room: null, team: null, few: null };

// Looks anew when results are shown, and when the assessment is saved on the same page.
export function useSeen(ex: Around): Seen {
  const { spec, host } = ex;
  const [seen, setSeen] = useState(NOBODY);
  const look = async () => {
    const read = await ex.request({ op: "read", activity: spec.of });
    const found = { ...NOBODY, own: read.ok ? ((read.answer ?? {}) as Alone) : null };
    if (host.name === "room") {
      const summed = await ex.request({ op: "summary", activity: spec.of });
      const figures = summed.figures as Debrief | Seen["few"] | undefined;
      if (summed.ok && figures) {
        if ("too_few" in figures) found.few = figures;
        else {
          const team = await ex.request({ op: "summary", activity: spec.of, of: "team" });
          Object.assign(found, { room: figures, team: team.ok ? (team.figures as OfTeam) : null });
        }
      }
    }
    setSeen(found);
  };
  useEffect(() => {
    if (host.name === "projector") return;
    look();
    const again = (event: Event) => (event as CustomEvent).detail !== spec.id && look();
    addEventListener("govcourse-saved", again);
    return () => removeEventListener("govcourse-saved", again);
  }, []);
  useResults(ex, look, spec.of);
  return seen;
}

// The statements that most need a talk: where a room agrees least, else one's own lowest.
export function suggested(ex: Around, { room, own }: Seen): string[] {
  if (room) return room.disagreement;
  return hasContent(own?.items ?? {}) ? debrief([own!], ex.spec.instrument).weakest : [];
}

// All that are to be talked about: those suggested first, then what was taken up besides.
export function listed(ex: Around, answer: Answer, first: string[]): string[] {
  const order = ex.spec.outline.tables!.statements.map(({ id }) => String(id));
  const taken = order.filter((id) => answer.items?.[id] && !first.includes(id));
  return [...first, ...taken];
}

export const textOf = (ex: Pick<Around, "spec">, id: string): string =>
  ex.spec.outline.tables!.statements.find((one) => one.id === id)?.title ?? id;
