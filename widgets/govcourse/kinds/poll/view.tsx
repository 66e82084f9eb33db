// The poll: choices, a scale or one's own words; then the result, with one's own choice marked.
import { useEffect, useState } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import type { Say } from "../../runtime/outline";
import { listed } from "../../runtime/listed";
import { Choices } from "../../ui/choices";
import { Fields, TextField } from "../../ui/fields";
import { module, useResults, type ViewProps } from "../../ui/shell";
import { Bring } from "../feed";
import { answered, tally } from "./rules";
import { Tallied } from "./tallied";
import type { Answer, Asked, Figures, Given, Told } from "./shapes";

type Props = ViewProps<Told, Answer>;

export { default as results } from "./results";
export default module(View);

function View({ ex, answer, change, readOnly }: Props) {
  const { t, spec, host } = ex;
  const sessions: number[] = spec.each_session ? spec.sessions : [];
  const [session, setSession] = useState<number>(
    sessions.includes(host.session ?? 0) ? host.session! : (sessions[0] ?? 0),
  );
  const asked = spec.asked.filter((question) => !sessions.length || question.session === session);
  const set = (key: string, values: Given, field = "") =>
    change(
      { ...answer, answers: { ...answer.answers, [key]: { ...answer.answers?.[key], ...values } } },
      field,
    );
  return (
    <div class="gc-stack">
      {sessions.length > 1 && (
        <label>
          <span class="gc-label">{t("which_session")}</span>
          <select value={String(session)} onChange={(event) => setSession(Number(event.currentTarget.value))}>
            {sessions.map((number) => (
              <option value={String(number)}>{t("session_n", { n: number })}</option>
            ))}
          </select>
        </label>
      )}
      <Fields ex={ex} locked={readOnly}>
        <div class="gc-stack">
          {asked.map((question) => (
            <Question
              key={question.key}
              {...{ ex, question }}
              given={answer.answers?.[question.key] ?? {}}
              set={(values, field) => set(question.key, values, field)}
            />
          ))}
        </div>
      </Fields>
      <Results ex={ex} asked={asked} answer={answer} own={readOnly || host.name !== "room"} />
    </div>
  );
}

function Question(props: {
  ex: Around<Told>;
  question: Asked;
  given: Given;
  set: (values: Given, field?: string) => void;
}) {
  const { ex, question, given, set } = props;
  const { t, spec } = ex;
  const chosen: string[] = given.chosen ?? [];
  const limit = question.limit ?? question.options.length;
  const opened = question.options.find((option) => option.open && chosen.includes(option.id));
  if (question.type === "open")
    return (
      <TextField
        long
        max={3000}
        label={question.text}
        value={given.text}
        onValue={(text) => set({ text }, question.key)}
      />
    );
  if (question.type === "scale") {
    const steps = Array.from({ length: question.steps }, (_, index) => {
      const end = index === 0 ? question.low : index === question.steps - 1 ? question.high : "";
      return { id: String(index + 1), title: String(index + 1), about: end };
    });
    return (
      <Choices
        legend={question.text}
        name={`${spec.id}-${question.key}`}
        className="gc-scale-steps"
        options={steps}
        chosen={given.value ? [String(given.value)] : []}
        onChoose={([value]) => set({ value: Number(value) })}
      />
    );
  }
  const several = question.type === "multiple";
  return (
    <div class="gc-stack">
      <Choices
        legend={question.text}
        hint={several ? t("choose_up_to", { limit, count: chosen.length }) : undefined}
        name={`${spec.id}-${question.key}`}
        className="gc-options"
        several={several}
        full={chosen.length >= limit}
        options={question.options}
        chosen={chosen}
        onChoose={(next) => set({ chosen: next })}
      />
      {opened && (
        <TextField
          label={t("say_what", { title: opened.title })}
          max={3000}
          value={given.text}
          onValue={(text) => set({ text }, question.key)}
        />
      )}
      <Bring
        ex={ex}
        into={question.id}
        taken={[given.origin]}
        one
        onBring={([first]) => {
          const other = question.options.find((option) => option.open);
          if (!first || !other) return;
          const next = chosen.includes(other.id) ? chosen : [...chosen.slice(0, limit - 1), other.id];
          set({ chosen: next, text: first.name.slice(0, 3000), origin: first.origin });
        }}
      />
    </div>
  );
}

// One's own answer alone, or in a room everybody's, once the facilitator shows them.
function Results(props: { ex: Around<Told>; asked: Asked[]; answer: Answer; own: boolean }) {
  const { ex, asked, answer, own } = props;
  const { t } = ex;
  const [room, setRoom] = useState<Figures | null>(null);
  const [message, setMessage] = useState("");
  const look = async () => {
    await ex.flush();
    const reply = await ex.request({ op: "summary", activity: ex.spec.id });
    const given = (reply.ok ? reply.figures : null) as (Figures & { too_few?: number }) | null;
    setRoom(given?.too_few ? null : given);
    setMessage(
      given?.too_few
        ? t("too_few", { n: given.n, need: given.too_few })
        : given
          ? ""
          : (reply.message ?? t("failed")),
    );
  };
  useEffect(() => {
    if (!own && ex.status.kind === "saved" && room) look();
  }, [ex.status]);
  useResults(ex, look);
  const mine = (question: Asked): Given => answer.answers?.[question.key] ?? {};
  const shown = asked.filter((question) => room || answered(question, mine(question)));
  const figures = (question: Asked) => room?.questions[question.key] ?? tally(question, [mine(question)]);
  return (
    <section class="gc-card" aria-label={t("results")}>
      <h4>{t("results")}</h4>
      {!own && (
        <button type="button" class="gc-noprint" onClick={look}>
          {t(room ? "results_again" : "results_look")}
        </button>
      )}
      <p role="status" class="gc-note">
        {message ||
          (room ? t("results_room", { n: room.n }) : shown.length ? t("results_own") : t("results_none"))}
      </p>
      {shown.map((question) => {
        const tally = figures(question);
        const given = mine(question);
        const written = room
          ? room.notes.filter((note) => note.group === question.key).map((note) => note.text)
          : tally.texts;
        return (
          <div class="gc-result" key={question.key}>
            {room ? (
              <Tallied
                say={t}
                {...{ question, tally }}
                caption={t("result_caption", { text: question.text, n: tally.n })}
                chosen={given.value ? [String(given.value)] : given.chosen}
              />
            ) : (
              <Own {...{ t, question, tally }} />
            )}
            {written.length > 0 && (
              <ul>
                {written.map((text) => (
                  <li>{text}</li>
                ))}
              </ul>
            )}
          </div>
        );
      })}
    </section>
  );
}

// One's own answer alone, in words: one person is no per cent.
function Own({ t, question, tally }: { t: Say; question: Asked; tally: Figures["questions"][string] }) {
  const chosen = tally.bars.filter((bar) => bar.count);
  const title = (id: string) => question.options.find((option) => option.id === id)?.title ?? id;
  return (
    <p>
      <strong>{question.text}</strong>{" "}
      {listed(
        t,
        chosen.map((bar) => title(bar.id)),
        "two_parts",
      )}
    </p>
  );
}
