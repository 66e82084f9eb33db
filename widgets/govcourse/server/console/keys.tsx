// The keys of the console: what each does, and the list of them.
import { useLayoutEffect } from "preact/hooks";
import type { Say } from "../../runtime/outline";
import { Dialog } from "../../ui/dialog";

export type Keys = Record<string, () => void>;

// Not while somebody types, and not with a key that the browser takes for itself.
export function useKeys(keys: Keys): void {
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest?.(TYPING);
      if (typing || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
      event.preventDefault();
      keys[event.key]();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  });
}

const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, dialog";
const LISTED = ["n", "b", "r", "t", "o", "l", "v", "m", "1–7", "?"];

export function KeyList({ t, close }: { t: Say; close: () => void }) {
  return (
    <Dialog title={t("keys")} onClose={close}>
      <dl class="keys">
        {LISTED.map((key) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(key === "?" ? "key_help" : key === "1–7" ? "key_views" : `key_${key}`)}</dd>
          </div>
        ))}
      </dl>
      <p class="note">{t("keys_note")}</p>
      <form method="dialog">
        <button class="main">{t("close_list")}</button>
      </form>
    </Dialog>
  );
}
