// Brings entries from another of the learner's own exercises: gaps of the assessment, solutions of a plot.
import { useState } from "preact/hooks";
import type { Exercise } from "../host/exercise";
import type { Doc } from "../host/types";
import { profile } from "./dtca/score";

export interface Found {
  name: string;
  note: string;
}

// What another activity's answer offers.
export function offers(source: Doc, answer: Doc, t: Exercise["t"]): Found[] {
  if (source.kind === "dtca")
    return profile(answer, source.instrument).gaps.map((gap) => ({
      name: t("bring_gap", { dimension: gap.title }),
      note: t("bring_gap_note", { today: gap.mean!.toFixed(1), target: gap.target! }),
    }));
  return (answer.items ?? [])
    .filter((item: Doc) => item.name)
    .map((item: Doc) => ({
      name: item.name,
      note: Object.values(item.fields ?? {})
        .filter(Boolean)
        .join("; "),
    }));
}

export function Bring({
  ex,
  taken,
  onBring,
}: {
  ex: Exercise;
  taken: string[];
  onBring: (found: Found[]) => void;
}) {
  const { t, spec } = ex;
  const [message, setMessage] = useState("");
  const bring = async (source: Doc) => {
    const reply = await ex.request("read", { activity: source.id });
    if (!reply.ok) return setMessage(reply.message ?? t("failed"));
    const found = offers(source, reply.answer ?? {}, t);
    const fresh = found.filter((one) => !taken.includes(one.name));
    onBring(fresh);
    setMessage(
      fresh.length
        ? t("bring_done", { count: fresh.length, title: source.title })
        : t(found.length ? "bring_again" : `bring_none_${source.kind}`, { title: source.title }),
    );
  };
  if (!spec.sources?.length) return null;
  return (
    <div class="gc-noprint">
      <div class="gc-row">
        {spec.sources.map((source: Doc) => (
          <button type="button" onClick={() => bring(source)}>
            {t("bring", { title: source.title })}
          </button>
        ))}
      </div>
      <p role="status" class="gc-note">
        {message}
      </p>
    </div>
  );
}
