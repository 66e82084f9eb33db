// What a room answered, for console and projector: each kind shows its own figures, by its module.
import { useEffect, useRef } from "preact/hooks";
import type { Kind, Moderation } from "../../runtime/kind";
import type { Doc } from "../../runtime/types";
import { texts, type T, type ConsolePayload } from "./room";

export function Results(props: {
  t: T;
  all: ConsolePayload;
  about: Doc; // the activity, as the console is told of it
  figures: Doc | null;
  moderation?: Moderation; // on the console
  moderate?: (change: Partial<Moderation>) => void;
}) {
  const { t, figures } = props;
  if (!figures) return <p>{t("no_figures")}</p>;
  if (figures.too_few) return <p>{t("too_few", { n: figures.n, need: figures.too_few })}</p>;
  return <Figures {...props} figures={figures} key={props.about.kind} />;
}

function Figures({ t, all, about, figures, moderation, moderate }: Parameters<typeof Results>[0]) {
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<{ module: Promise<Kind>; away: () => void } | null>(null);
  // An input that somebody writes into stays: the kind draws again into the same place.
  useEffect(() => {
    shown.current ??= {
      module: import(/* @vite-ignore */ `${all.base}static/${about.kind}.js`),
      away: () => {},
    };
    let late = false;
    const given = {
      say: texts({ ...all.kinds[about.kind], ...all.texts }),
      about: about.results,
      figures: figures as any,
      moderation,
      moderate,
    };
    shown.current.module.then(({ results }) => {
      if (late || !place.current) return;
      if (results) shown.current!.away = results(place.current, given);
      else place.current.textContent = t("answered", { n: figures!.n });
    });
    return () => void (late = true);
  });
  useEffect(() => () => shown.current?.away(), []);
  return <div ref={place} />;
}
