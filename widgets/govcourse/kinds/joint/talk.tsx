// One statement: how it was answered alone, the joint answer with its reason, and the dissents.
import { TextField, changed, newId } from "../../ui/fields";
import { Bars } from "../../ui/bars";
import type { ViewProps } from "../../ui/shell";
import { labelOf, SCALE, Scale } from "../scale";
import type { Seen } from "./spreads";
import type { Answer, Dissent, Joint, Told } from "./shapes";

type Around = ViewProps<Told, Answer>["ex"];

const MOST = 30; // dissents to one statement

// What was answered together, in words; "" while it was not.
export function said(ex: Around, item: Joint): string {
  const { instrument } = ex.spec;
  if (item.dont_know) return instrument.dont_know;
  return item.split
    ? ex.t(ex.host.name === "room" ? "split" : "split_alone")
    : labelOf(instrument, item.value);
}

export function Talk(props: {
  ex: Around;
  id: string;
  item: Joint;
  seen: Seen;
  set: (item: Joint, field?: string) => void;
}) {
  const { ex, id, item, seen, set } = props;
  const { t, spec, host } = ex;
  const alone = host.name !== "room";
  const dissents = item.dissents ?? [];
  return (
    <>
      <Spread {...{ ex, id, seen }} />
      <Scale
        ex={ex}
        name={id}
        legend={t(alone ? "joint_alone" : "joint")}
        about={!alone && <p class="gc-note">{t("joint_about")}</p>}
        given={item.value ?? (item.dont_know ? "dont-know" : item.split ? "split" : undefined)}
        others={{ "dont-know": spec.instrument.dont_know, split: t(alone ? "split_alone" : "split") }}
        onChoice={(value) =>
          set({
            ...item,
            value: typeof value === "number" ? value : null,
            dont_know: value === "dont-know",
            split: value === "split",
          })
        }
      />
      <TextField
        long
        max={3000}
        label={t("reason")}
        hint={t(alone ? "reason_alone_hint" : "reason_hint")}
        value={item.reason}
        onValue={(reason) => set({ ...item, reason }, `${id}-reason`)}
      />
      <fieldset class="gc-dissents">
        <legend>{t("dissents")}</legend>
        <p class="gc-note">{t(alone ? "dissents_alone" : "dissents_about")}</p>
        {dissents.map((one, index) => (
          <Objection
            key={one.id}
            {...{ ex, one, n: index + 1 }}
            set={(values, field) =>
              set({ ...item, dissents: changed(dissents, one.id, values) }, field && `${one.id}-${field}`)
            }
            remove={() => set({ ...item, dissents: dissents.filter(({ id }) => id !== one.id) })}
          />
        ))}
        <button
          type="button"
          class="gc-noprint"
          disabled={dissents.length >= MOST}
          onClick={() => set({ ...item, dissents: [...dissents, { id: newId() }] })}
        >
          {t("dissent_add")}
        </button>
      </fieldset>
    </>
  );
}

// Never who: a count of each step, or one's own answer.
function Spread({ ex, id, seen }: { ex: Around; id: string; seen: Seen }) {
  const { t, spec } = ex;
  const item = seen.own?.items?.[id];
  const mine = item?.dont_know ? spec.instrument.dont_know : labelOf(spec.instrument, item?.value);
  const team = seen.team?.statements[id];
  const room = seen.room?.statements[id];
  const shown = team ?? (room && room.n >= LEAST ? room : null);
  return (
    <div class="gc-alone">
      {shown ? (
        <Bars
          caption={t(team ? "spread_team" : "spread_room", { n: shown.n })}
          heads={[t("step"), t("answers"), ""]}
          bars={[...SCALE].reverse().map((step) => ({
            id: String(step),
            title: labelOf(spec.instrument, step),
            count: shown.counts[step - 1],
            shares: [shown.counts[step - 1] / shown.n],
          }))}
        />
      ) : (
        seen.room && <p class="gc-note">{t("spread_few")}</p>
      )}
      {seen.own && <p class="gc-note">{mine ? t("spread_own", { answer: mine }) : t("spread_none")}</p>}
    </div>
  );
}

export const LEAST = 5; // people of whose answers to a statement anything is shown

function Objection(props: {
  ex: Around;
  one: Dissent;
  n: number;
  set: (values: Partial<Dissent>, field?: string) => void;
  remove: () => void;
}) {
  const { ex, one, n, set, remove } = props;
  const { t, spec } = ex;
  return (
    <fieldset class="gc-card" data-dissent={one.id}>
      <legend>{t("dissent_of", { n })}</legend>
      <TextField
        long
        max={3000}
        label={t("dissent_why")}
        value={one.why}
        onValue={(why) => set({ why }, "why")}
      />
      <div class="gc-dissent">
        <label>
          <span class="gc-label">{t("dissent_value")}</span>
          <select
            value={String(one.value ?? "")}
            onChange={(event) => set({ value: Number(event.currentTarget.value) || null })}
          >
            <option value="">{t("dissent_no_value")}</option>
            {[...SCALE].reverse().map((step) => (
              <option value={String(step)}>{labelOf(spec.instrument, step)}</option>
            ))}
          </select>
        </label>
        <TextField
          max={300}
          label={t("dissent_who")}
          hint={t("dissent_who_hint")}
          value={one.who}
          onValue={(who) => set({ who }, "who")}
        />
      </div>
      <button type="button" class="gc-plain gc-noprint" onClick={remove}>
        {t("dissent_remove", { n })}
      </button>
    </fieldset>
  );
}
