// What a room answered to a poll, question by question: bars with their message, and what was written, as words or as a list.

import { Cloud, type Word } from "../../ui/cloud";
import { figure, results, RoomPage, share as inPercent, type Shown } from "../results";
import type { Moderated } from "../shapes";
import css from "./results.css";
import { Tallied } from "./tallied";
import type { Asked, Figures, Results as About, Tally } from "./shapes";

type Note = Moderated & { key?: string };
type Given = Shown<About, Omit<Figures, "notes"> & { notes: Note[] }>;

function Results(given: Given) {
  const { about, figures } = given;
  return (
    <>
      {about.asked
        .filter(({ key }) => figures.questions[key]?.n)
        .map((question) => (
          <Question key={question.key} {...{ given, question }} tally={figures.questions[question.key]} />
        ))}
    </>
  );
}

function Question({ given, question, tally }: { given: Given; question: Asked; tally: Tally }) {
  const { say, figures, order, texts, projected, moderate } = given;
  const told = tally.bars.length ? message(say, question, tally) : "";
  const notes = figures.notes.filter((note) => note.group === question.key && (moderate || !note.hidden));
  const words = notes.map(({ id, text, merged, votes }) => ({
    id,
    text: texts === "list" ? [text, ...merged.map((other) => other.text)].join(" / ") : text,
    count: votes,
  }));
  const n = say("answered", { n: tally.n });
  const written = words.length > 0 && (
    <Cloud
      words={words}
      list={texts === "list"}
      tools={moderate && ((word) => <Hide {...given} note={notes.find(({ id }) => id === word.id)!} />)}
    />
  );
  if (!tally.bars.length)
    return (
      <RoomPage title={question.text} about={n}>
        {written || <p>{say("results_few")}</p>}
      </RoomPage>
    );
  return (
    <>
      <RoomPage title={told || question.text} about={told ? `${question.text} ${n}` : n}>
        <Tallied {...{ say, question, tally, order }} />
        {!projected && written}
      </RoomPage>
      {projected && written && (
        <RoomPage title={question.text} about={say("written")}>
          {written}
        </RoomPage>
      )}
    </>
  );
}

// What the bars say in one sentence.
function message(say: Given["say"], question: Asked, { n, bars }: Tally): string {
  if (question.type === "scale") {
    const sum = bars.reduce((all, bar) => all + Number(bar.id) * bar.count, 0);
    return say("message_scale", { mean: figure(sum / n), steps: question.steps });
  }
  const most = Math.max(...bars.map(({ count }) => count));
  const first = bars.filter(({ count }) => count === most);
  const [one, two] = first.map(({ id }) => question.options.find((option) => option.id === id)!.title);
  const share = inPercent(first[0].share);
  if (first.length === 1) return say("message_most", { title: one, share });
  return first.length === 2
    ? say("message_two", { one, two, share })
    : say("message_even", { count: first.length, share });
}

// On the console.
function Hide({ say, note, moderation, moderate }: Given & { note: Note }) {
  const key = note.key ?? note.id;
  const { hidden, approved } = moderation!;
  const less = (all: string[]) => all.filter((one) => one !== key);
  return (
    <button
      type="button"
      class="plain"
      onClick={() =>
        moderate!(
          note.hidden
            ? { hidden: less(hidden), approved: [...less(approved), key] }
            : { hidden: [...hidden, key], approved: less(approved) },
        )
      }
    >
      {say(note.hidden ? "note_show" : "note_hide")}
      <span class="gc-hidden"> {note.text}</span>
    </button>
  );
}

export default results(Results, css);
