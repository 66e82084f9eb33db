// One case from beginning to end, and two beside each other.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import type { Case, Told } from "./shapes";

interface Titled {
  ex: Around<Told>;
  title: (facet: string, value: string) => string;
}

const named = (one: Case, facet: "sdgs" | "principles", title: Titled["title"]) =>
  one[facet].map((value) => title(facet, String(value))).join("; ");

// Drawn when it is opened: twenty-one whole cases at once would keep a page waiting.
export function Whole({ ex, one, title }: Titled & { one: Case }) {
  const { t } = ex;
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen((event.currentTarget as HTMLDetailsElement).open)}>
      <summary>
        {t("read_whole")} <span class="gc-hidden">{one.title}</span>
      </summary>
      {open && <Text {...{ ex, one, title }} />}
    </details>
  );
}

function Text({ ex, one, title }: Titled & { one: Case }) {
  const { t } = ex;
  return (
    <div class="gc-case">
      <h5>{t("context")}</h5>
      <p>{one.context}</p>
      <h5>{t("what_was_done")}</h5>
      <p>{one.done}</p>
      <h5>{t("known_results")}</h5>
      <Results ex={ex} one={one} />
      <h5>{t("lesson")}</h5>
      <p>{one.lesson}</p>
      <h5>{t("questions")}</h5>
      <ol>
        {one.questions.map((question) => (
          <li>{question}</li>
        ))}
      </ol>
      <p class="gc-note">
        {named(one, "sdgs", title)} · {named(one, "principles", title)} · {one.techniques.join("; ")}
      </p>
    </div>
  );
}

function Results({ ex, one }: { ex: Around<Told>; one: Case }) {
  return (
    <ul>
      {one.results.map((result) => (
        <li>
          {result.text} <small>{ex.t("source", { source: result.source })}</small>
        </li>
      ))}
    </ul>
  );
}

export function Compare({ ex, cases, title }: Titled & { cases: Case[] }) {
  const { t } = ex;
  if (cases.length < 2) return <p class="gc-card">{t("compare_two")}</p>;
  const rows: [string, (one: Case) => ComponentChildren][] = [
    [t("where"), (one) => `${one.country} (${t(one.region)})`],
    [t("when"), (one) => one.year],
    [t("goals"), (one) => named(one, "sdgs", title)],
    [t("principles"), (one) => named(one, "principles", title)],
    [t("techniques"), (one) => one.techniques.join("; ")],
    [t("what_was_done"), (one) => one.done],
    [t("known_results"), (one) => <Results ex={ex} one={one} />],
    [t("lesson"), (one) => one.lesson],
  ];
  return (
    <div class="gc-scroll" tabIndex={0} role="region" aria-label={t("compare")}>
      <table class="gc-compare">
        <thead>
          <tr>
            <td />
            {cases.map((one) => (
              <th scope="col">{one.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, show]) => (
            <tr>
              <th scope="row">{label}</th>
              {cases.map((one) => (
                <td>{show(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
