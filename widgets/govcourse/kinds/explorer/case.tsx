// One case from beginning to end, and two beside each other.
import type { ComponentChildren } from "preact";
import type { Around } from "../../runtime/exercise";
import type { Case, Claim, Result, Told } from "./shapes";
import { Drawer } from "../../ui/drawer";
import { Scroll } from "../../ui/table";
import { day } from "../../runtime/days";
import { listed } from "../../runtime/listed";
import { withUnit } from "../../runtime/numbers";

interface Titled {
  ex: Around<Told>;
  title: (facet: string, value: string) => string;
}

interface Of {
  ex: Around<Told>;
  one: Case;
}

const named = (ex: Around<Told>, values: (string | number)[], facet: string, title: Titled["title"]) =>
  listed(
    ex.t,
    values.map((value) => title(facet, String(value))),
    "two_parts",
  );

export function Whole({ ex, one, title, onClose }: Titled & { one: Case; onClose: () => void }) {
  return (
    <Drawer title={one.title} close={ex.t("close")} onClose={onClose}>
      <Text {...{ ex, one, title }} />
    </Drawer>
  );
}

function Text({ ex, one, title }: Titled & { one: Case }) {
  const { labels } = ex.spec;
  return (
    <div class="gc-case">
      <h5>{labels.problem}</h5>
      <Claims ex={ex} one={one} claims={one.problem} />
      <h5>{labels.done}</h5>
      <Claims ex={ex} one={one} claims={one.done} />
      <h5>{labels.results}</h5>
      <Results ex={ex} one={one} />
      <h5>{labels.doubts}</h5>
      <Claims ex={ex} one={one} claims={one.doubts} />
      <h5>{labels.depends}</h5>
      <p class="gc-note">{labels.our_reading}</p>
      <ul>
        {one.depends.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
      <h5>{labels.transfer}</h5>
      <Transfer ex={ex} one={one} />
      <h5>{labels.lesson}</h5>
      <p>{one.lesson}</p>
      <h5>{labels.questions}</h5>
      <ol>
        {one.questions.map((question) => (
          <li>{question}</li>
        ))}
      </ol>
      <h5>{labels.sources}</h5>
      <Sources ex={ex} one={one} />
      <p class="gc-note">
        {named(ex, one.sdgs, "sdgs", title)} · {named(ex, one.principles, "principles", title)} ·{" "}
        {listed(ex.t, one.techniques, "two_parts")}
      </p>
    </div>
  );
}

function References({ ex, one, claim }: Of & { claim: Claim }) {
  const numbers = claim.sources.map((key) => one.bibliography.findIndex((source) => source.key === key) + 1);
  return (
    <small>
      {numbers.map((number) => (
        <>
          {" "}
          <a
            href={one.bibliography[number - 1].url}
            title={one.bibliography[number - 1].title}
            aria-label={ex.spec.labels.source_number.replace("{n}", String(number))}
            target="_blank"
            rel="noreferrer"
          >
            [{number}]
          </a>
        </>
      ))}
    </small>
  );
}

function Claims({ ex, one, claims }: Of & { claims: Claim[] }) {
  return (
    <ul>
      {claims.map((claim) => (
        <li>
          {claim.text}
          <References ex={ex} one={one} claim={claim} />
        </li>
      ))}
    </ul>
  );
}

const number = (ex: Around<Told>, value: number) => value.toLocaleString(ex.host.language);
const quantity = (ex: Around<Told>, { value, unit }: Result) =>
  withUnit(number(ex, value), unit, ex.host.language);

// What it was before and is now, as two bars from nought, as layout/change.py has it.
function Change({ ex, result }: { ex: Around<Told>; result: Result }) {
  const { before, value, year } = result;
  if (!before) return null;
  const words: Record<string, string> = {
    before: number(ex, before.value),
    since: before.year,
    after: quantity(ex, result),
    year,
  };
  const message = ex.spec.labels[value > before.value ? "rose" : "fell"];
  const most = Math.max(before.value, value) || 1;
  return (
    <figure class="gc-change">
      <figcaption>{message.replace(/\{(\w+)\}/g, (_, name) => words[name])}</figcaption>
      <ul aria-hidden="true">
        {[before, { value, year }].map((one) => (
          <li>
            <span>{one.year}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" focusable="false">
              <rect width={(one.value / most) * 100} height="8" fill="currentColor" />
            </svg>
            <span>{number(ex, one.value)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

// On a card, as layout/case_cards.py has it: the first result of which an earlier figure is known, else the first.
export function Headline({ ex, one }: Of) {
  const result = one.results.find(({ before }) => before) ?? one.results.at(0);
  if (!result) return null;
  return (
    <>
      {result.before ? (
        <Change ex={ex} result={result} />
      ) : (
        <p class="gc-figure">
          {quantity(ex, result)} ({result.year})
        </p>
      )}
      <p class="gc-note">
        {result.text}
        <References ex={ex} one={one} claim={result} />
      </p>
    </>
  );
}

// The figure first: what it says, since when, what it was before, and who found it.
function Results({ ex, one }: Of) {
  const { labels } = ex.spec;
  return (
    <>
      <ul class="gc-results">
        {one.results.map((result) => (
          <li>
            <strong>{quantity(ex, result)}</strong> ({result.year})
            <Change ex={ex} result={result} />
            <p>
              {result.text}
              <References ex={ex} one={one} claim={result} />
            </p>
            <p class={`gc-evidence ${result.evidence}`}>{labels[`evidence_${result.evidence}`]}</p>
          </li>
        ))}
      </ul>
      {one.few_results && <p>{one.few_results}</p>}
    </>
  );
}

function Transfer({ ex, one }: Of) {
  return (
    <ul>
      {one.transfer.map(({ context, text }) => (
        <li>
          <strong>{ex.spec.labels[`context_${context}`]}.</strong> {text}
        </li>
      ))}
    </ul>
  );
}

function Sources({ ex, one }: Of) {
  const date = (iso: string) => day(iso, ex.host.language, "long");
  return (
    <ol>
      {one.bibliography.map(({ author, title, url, publisher, year, note, seen }) => (
        <li>
          <bdi>{author}</bdi>,{" "}
          <a href={url} target="_blank" rel="noreferrer">
            <bdi>{title}</bdi>
          </a>
          {[publisher, year, note].map((part) => part && `, ${part}`)},{" "}
          {ex.spec.labels.read_on.replace("{date}", date(seen))}
        </li>
      ))}
    </ol>
  );
}

export function Compare({ ex, cases, title }: Titled & { cases: Case[] }) {
  const { t, spec } = ex;
  const { labels } = spec;
  if (cases.length < 2) return <p class="gc-card">{t("compare_two")}</p>;
  const rows: [string, (one: Case) => ComponentChildren][] = [
    [labels.where, (one) => `${one.country} (${t(one.region)})`],
    [labels.when, (one) => one.year],
    [labels.goals, (one) => named(ex, one.sdgs, "sdgs", title)],
    [labels.principles, (one) => named(ex, one.principles, "principles", title)],
    [labels.topics, (one) => named(ex, one.themes, "themes", title)],
    [labels.techniques, (one) => listed(ex.t, one.techniques, "two_parts")],
    [labels.problem, (one) => <Claims ex={ex} one={one} claims={one.problem} />],
    [labels.done, (one) => <Claims ex={ex} one={one} claims={one.done} />],
    [labels.results, (one) => <Results ex={ex} one={one} />],
    [labels.doubts, (one) => <Claims ex={ex} one={one} claims={one.doubts} />],
    [labels.depends, (one) => one.depends.join(" ")],
    [labels.transfer, (one) => <Transfer ex={ex} one={one} />],
    [labels.lesson, (one) => one.lesson],
  ];
  return (
    <Scroll label={t("compare")}>
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
    </Scroll>
  );
}
