// Theories of change: what is done, what follows, why, and what would show that it does not.
import { changed, newId, TextField } from "../../ui/fields";
import type { ViewProps } from "../../ui/shell";
import type { Answer, Told } from "./shapes";

const MOST = 20;
const PARTS = ["do", "then", "because", "wrong"] as const;

export function Theories({ ex, answer, change }: Omit<ViewProps<Told, Answer>, "readOnly">) {
  const { t } = ex;
  const theories = answer.theories ?? [];
  const set = (next: Answer["theories"], field?: string) => change({ ...answer, theories: next }, field);
  return (
    <>
      <p class="gc-note">{t("theory_about")}</p>
      {!theories.length && <p>{t("theory_none")}</p>}
      {theories.map((one, index) => (
        <fieldset class="gc-card" key={one.id} data-theory={one.id}>
          <legend>{t("theory_n", { n: index + 1 })}</legend>
          {PARTS.map((part) => (
            <TextField
              key={part}
              long
              max={3000}
              label={t(part)}
              hint={t(`${part}_hint`)}
              value={one[part]}
              onValue={(text) => set(changed(theories, one.id, { [part]: text }), `${one.id}-${part}`)}
            />
          ))}
          <button
            type="button"
            class="gc-plain gc-noprint"
            onClick={() => set(theories.filter(({ id }) => id !== one.id))}
          >
            {t("theory_remove", { n: index + 1 })}
          </button>
        </fieldset>
      ))}
      <button
        type="button"
        class="gc-noprint"
        disabled={theories.length >= MOST}
        onClick={() => set([...theories, { id: newId() }])}
      >
        {t("theory_add")}
      </button>
    </>
  );
}
