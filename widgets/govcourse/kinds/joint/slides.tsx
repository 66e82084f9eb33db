// Joint answers on projector and console: a page for each statement, answers given alone beside those given together.
import { useEffect, useState } from "preact/hooks";
import type { Debrief } from "../../assessment/shapes";
import type { ViewProps } from "../../ui/shell";
import { labelOf, SCALE } from "../scale";
import { textOf } from "./spreads";
import { LEAST } from "./talk";
import type { Agreed, Answer, Figures, Told } from "./shapes";

type Around = ViewProps<Told, Answer>["ex"];

export function Slides({ ex }: ViewProps<Told, Answer>) {
  const { t, spec } = ex;
  const [alone, setAlone] = useState<Debrief | null>(null);
  const [joint, setJoint] = useState<Figures | null>(null); // null until they are shown
  const look = async () => {
    const ask = async <Shape,>(activity: string) => {
      const told = await ex.request({ op: "summary", activity }).catch(() => null);
      return told?.ok ? (told.figures as Shape) : null;
    };
    const figures = await ask<Debrief | { too_few: number }>(spec.of);
    setAlone(figures && !("too_few" in figures) ? figures : null);
    setJoint(await ask<Figures>(spec.id));
  };
  useEffect(() => {
    look();
    addEventListener("govcourse-saved", look);
    return () => removeEventListener("govcourse-saved", look);
  }, []);
  // What was answered together, once it is shown; until then what most needs a talk.
  const first = alone?.disagreement ?? [];
  const taken = Object.keys(joint?.statements ?? {});
  const all = taken.length
    ? [...first.filter((id) => taken.includes(id)), ...taken.filter((id) => !first.includes(id))]
    : first;
  if (!all.length)
    return (
      <p role="status">{t("slide_begin", { title: spec.sources.find(({ id }) => id === spec.of)!.title })}</p>
    );
  return (
    <>
      {all.map((id, index) => (
        <section class="room-page gc-slide" key={id} data-statement={id}>
          <h3 dir="auto">{t("slide_title", { n: index + 1, of: all.length, text: textOf(ex, id) })}</h3>
          <Page
            {...{ ex }}
            shown={joint !== null}
            alone={alone?.statements[id]}
            joint={joint?.statements[id]}
          />
          {!joint?.statements[id] && <p class="room-ask">{t("slide_ask")}</p>}
        </section>
      ))}
    </>
  );
}

function Page({
  ex,
  shown,
  alone,
  joint,
}: {
  ex: Around;
  shown: boolean;
  alone: Debrief["statements"][string] | undefined;
  joint: Agreed | undefined; // once it is shown
}) {
  const { t, spec } = ex;
  const known = alone && alone.n >= LEAST ? alone : null;
  const label = (value: number | null) => labelOf(spec.instrument, value);
  const split = (joint?.split ?? 0) + (joint?.dont_know ?? 0);
  return (
    <>
      {(!known || !joint) && (
        <p class="room-about">{t(!known ? "slide_few" : shown ? "slide_untaken" : "slide_later")}</p>
      )}
      {(known || joint) && (
        <table class="gc-sides">
          <thead>
            <tr>
              <th scope="col">
                <span class="gc-hidden">{t("step")}</span>
              </th>
              <th scope="col">{t("slide_head_alone", { n: known?.n ?? "–" })}</th>
              <th scope="col">{joint && t("slide_head_joint", { n: joint.n })}</th>
            </tr>
          </thead>
          <tbody>
            {[...SCALE].reverse().map((step) => (
              <tr>
                <th scope="row">{label(step)}</th>
                <Side count={known?.counts[step - 1]} of={known?.n} />
                <Side count={joint?.counts[step - 1]} of={joint?.n} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {split > 0 && <p class="gc-note">{t("slide_split", { n: split })}</p>}
      {joint && joint.reasons.length + joint.dissents.length > 0 && (
        <ul class="gc-said">
          {joint.reasons.map(({ value, text }) => (
            <li>
              <strong>{value === null ? t("split") : label(value)}</strong> <span dir="auto">{text}</span>
            </li>
          ))}
          {joint.dissents.map(({ value, who, why }) => (
            <li class="gc-dissenting">
              <strong>{[t("slide_dissent"), who, label(value)].filter(Boolean).join(" · ")}</strong>{" "}
              <span dir="auto">{why}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Side({ count, of }: { count?: number; of?: number }) {
  if (count === undefined) return <td />;
  return (
    <td>
      <span>{count}</span>
      <span class="gc-bar-track" aria-hidden="true">
        <span style={{ width: `${(count / Math.max(1, of ?? 0)) * 100}%` }} />
      </span>
    </td>
  );
}
