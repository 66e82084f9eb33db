// The worked example, in a drawer beside or over one's own work, which stays as it is.
import type { ComponentChildren } from "preact";
import type { Around } from "../runtime/exercise";
import { Drawer } from "./drawer";

export function Example(props: {
  ex: Around;
  onClose: () => void;
  copy: () => void;
  children: ComponentChildren;
}) {
  const { t, spec } = props.ex;
  return (
    <Drawer
      beside
      title={t("example_of", { title: spec.title })}
      close={t("example_away")}
      onClose={props.onClose}
    >
      <p role="note" class="gc-card">
        {spec.example_note ?? t("example_note")}
      </p>
      {/* A form of its own: radio buttons of the same name elsewhere are another group. */}
      <form class="gc-example" onSubmit={(event) => event.preventDefault()}>
        {props.children}
      </form>
      <p>
        <button type="button" class="gc-main" onClick={props.copy}>
          {t("example_copy")}
        </button>
      </p>
    </Drawer>
  );
}
