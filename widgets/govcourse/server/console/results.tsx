// What a room answered, for console and projector: each kind shows its own figures, by its module.
import { useEffect, useRef } from "preact/hooks";
import { say } from "../../runtime/fill";
import type { Json } from "../../runtime/json";
import type { Kind, ResultsGiven } from "../../runtime/kind";
import type { Say } from "../../runtime/outline";
import { type Figures } from "./room";
import type { Console, ConsoleActivity, Moderation } from "./shapes";

export function Results(props: {
  t: Say;
  all: Console;
  about: ConsoleActivity;
  figures: Figures | null;
  moderation?: Moderation; // on the console
  moderate?: (change: Partial<Moderation>) => void;
  order?: ResultsGiven["order"];
  texts?: ResultsGiven["texts"];
  projected?: boolean;
}) {
  const { t, figures } = props;
  if (!figures) return <p>{t("no_figures")}</p>;
  if (figures.too_few) return <p>{t("too_few", { n: figures.n, need: figures.too_few })}</p>;
  return <Shown {...props} figures={figures} key={props.about.kind} />;
}

function Shown(props: Parameters<typeof Results>[0]) {
  const { t, all, about, figures, moderation, moderate } = props;
  const place = useRef<HTMLDivElement>(null);
  const shown = useRef<{ module: Promise<Kind>; away: () => void } | null>(null);
  // An input that somebody writes into stays: the kind draws again into the same place, and only what is new.
  useEffect(() => {
    shown.current ??= {
      module: import(/* @vite-ignore */ `${all.base}static/${about.kind}.js`),
      away: () => {},
    };
    let late = false;
    const given = {
      say: say({ ...all.kinds[about.kind], ...all.texts }),
      about: about.results as Json, // both are what the kind says in Python
      figures: figures as unknown as Json,
      moderation,
      moderate,
      order: props.order ?? "question",
      texts: props.texts ?? "list",
      projected: props.projected ?? false,
    };
    shown.current.module.then(
      ({ results }) => {
        if (late || !place.current) return;
        if (results) shown.current!.away = results(place.current, given);
        else place.current.textContent = t("answered", { n: figures!.n });
      },
      () => void (shown.current = null), // asked for again with the next figures
    );
    return () => void (late = true);
  }, [figures, moderation, about, props.order, props.texts, props.projected]);
  useEffect(() => () => shown.current?.away(), []);
  return <div ref={place} />;
}
