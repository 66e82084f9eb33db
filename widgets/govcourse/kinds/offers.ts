// What one's other exercises offer to a part of this one: read when it comes near the screen, and again when one of them changes.
import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Around } from "../runtime/exercise";
import type { Json } from "../runtime/json";
import { reader } from "../runtime/reader";
import type { Reply } from "../runtime/types";
import type { Source } from "../runtime/shapes";
import { near } from "../ui/drawing";
import type { Origin } from "./shapes";

// An entry that can be taken over, with where it comes from.
export interface Found {
  name: string;
  note: string;
  keeps: Record<string, Json>; // what goes along with it, by names that kinds share
  origin: Origin;
}

export interface Offer {
  source: Source;
  list: Found[];
  problem?: string; // why it could not be read
}

// Several parts of an exercise read the same: it is asked once, until something changes.
const asked = new WeakMap<object, Map<string, Promise<Reply>>>();
function answer(ex: Around, id: string): Promise<Reply> {
  const known = asked.get(ex) ?? new Map<string, Promise<Reply>>();
  asked.set(ex, known);
  if (!known.has(id)) known.set(id, ex.request({ op: "read", activity: id }));
  return known.get(id)!;
}
const forget = (ex: Around) => asked.delete(ex);

async function offer(ex: Around, source: Source): Promise<Offer> {
  const reply = await answer(ex, source.id);
  if (!reply.ok) return { source, list: [], problem: reply.message ?? ex.t("failed") };
  const offers = reader(source, reply.answer ?? {}, ex.t).offers();
  const list = offers.map(({ id, ...said }) => ({
    ...said,
    origin: { activity: source.id, entry: id },
  }));
  return { source, list };
}

// Null until they were read; and what reads them anew.
export function useOffers(
  ex: Around,
  sources: Source[],
  place: RefObject<Element | null>,
): [Offer[] | null, () => Promise<void>] {
  const [offers, setOffers] = useState<Offer[] | null>(null);
  const look = async () => setOffers(await Promise.all(sources.map((source) => offer(ex, source))));
  const anew = () => {
    forget(ex);
    return look();
  };
  useEffect(() => {
    if (!place.current) return;
    let gone = false;
    void near(place.current).then(() => {
      if (!gone) void look();
    });
    const saved = (event: Event) =>
      sources.some((one) => one.id === (event as CustomEvent).detail) && void anew();
    addEventListener("govcourse-saved", saved);
    return () => {
      gone = true;
      removeEventListener("govcourse-saved", saved);
    };
  }, []);
  return [offers, anew];
}
