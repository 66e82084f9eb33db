// What stands above every exercise, in one line: title, time and setting, whether it is saved, undo and redo, and a menu for the rest.
import { useState } from "preact/hooks";
import { download } from "../runtime/download";
import type { Around, Exercise } from "../runtime/exercise";
import { place, where } from "../runtime/place";
import type { Request } from "../runtime/types";
import { Dialog } from "./dialog";
import { FileButton } from "./file_button";
import { Icon, IconButton } from "./icon";
import { Chip } from "./marks";
import { Menu } from "./menu";
import type { Refusal } from "./refused";
import type { Said } from "./toast";

export function Header(props: {
  ex: Around & Pick<Exercise, "undo" | "redo" | "canUndo" | "canRedo">;
  id: string; // of the title
  empty: boolean;
  refused?: Refusal;
  say: (said: Said) => void;
  showExample: () => void;
  clear: () => void;
}) {
  const { ex, empty, say } = props;
  const { t, spec } = ex;
  const [asking, setAsking] = useState(false);
  return (
    <header class="gc-head">
      <div class="gc-head-title">
        <h3 id={props.id}>{spec.title}</h3>
        <div class="gc-head-marks">
          <Chip icon="clock">{t("minutes", { minutes: spec.minutes })}</Chip>
          <Chip icon="people">{t(`setting_${spec.setting}`)}</Chip>
          {spec.owner === "private" && (
            <Chip icon="private" means="note">
              {t("private_mark")}
            </Chip>
          )}
        </div>
      </div>
      <div class="gc-head-tools gc-noprint">
        <SaveStatus ex={ex} refused={props.refused} id={`${props.id}-status`} />
        <IconButton icon="undo" label={t("undo")} keys="Control+Z" disabled={!ex.canUndo} onClick={ex.undo} />
        <IconButton
          icon="redo"
          label={t("redo")}
          keys="Control+Shift+Z"
          disabled={!ex.canRedo}
          onClick={ex.redo}
        />
        <Menu label={t("menu")}>
          {spec.example && (
            <button type="button" onClick={props.showExample}>
              {t("example")}
            </button>
          )}
          <Files {...{ ex, say }} />
          <button type="button" onClick={() => print()}>
            {t("print")}
          </button>
          <button type="button" disabled={empty} onClick={() => setAsking(true)}>
            {t("clear")}
          </button>
        </Menu>
      </div>
      {asking && (
        <Dialog title={t("clear_title")} onClose={() => setAsking(false)}>
          <p>{t("clear_question")}</p>
          <form method="dialog" class="gc-row">
            <button class="gc-main" onClick={props.clear}>
              {t("clear_yes")}
            </button>
            <button>{t("clear_no")}</button>
          </form>
        </Dialog>
      )}
    </header>
  );
}

// What one takes home, and answers from a file.
function Files({ ex, say }: { ex: Around; say: (said: Said) => void }) {
  const { t, spec, host } = ex;
  const take = async (asked: Request) => {
    say({ text: t("working") });
    await ex.flush();
    const reply = await ex.request(asked);
    if (reply.file) download(reply.file);
    if (!reply.ok) say({ text: reply.message ?? t("failed"), bad: true });
    else say({ text: reply.file ? t("file_made", { name: reply.file.name }) : "" });
    return reply;
  };
  const open = async (file: File) => {
    const text = await file.text();
    const reply = await take({ op: "import", text });
    if (!reply.ok) return;
    const refused = (reply.refused ?? [])
      .map((one) => {
        const about = [spec, ...spec.sources].find(({ id }) => id === one.activity);
        const given = JSON.parse(text).answers[one.activity];
        const names = about && place(about.outline, given, one.field, t);
        return `${about?.title ?? one.activity} (${where(t, names, ex.why(one))})`;
      })
      .join(t("two_parts", { one: "", two: "" }));
    const opened = t("file_opened", { count: reply.imported?.length ?? 0 });
    say({ text: refused ? `${opened} ${t("file_refused", { list: refused })}` : opened, bad: !!refused });
  };
  return (
    <>
      <hr />
      {host.documents
        .filter((format) => spec.documents.includes(format))
        .map((format) => (
          <button type="button" onClick={() => take({ op: "document", format })}>
            {t(`document_${format}`)}
          </button>
        ))}
      <button type="button" onClick={() => take({ op: "export" })}>
        {t("file_save")}
      </button>
      <FileButton
        {...{ t, open }}
        label={t("file_open")}
        accept=".json,application/json"
        tell={(text) => say({ text, bad: true })}
      />
      <hr />
    </>
  );
}

export function SaveStatus({
  ex,
  refused: at,
  id,
}: {
  ex: Around & Partial<Pick<Exercise, "undo" | "canUndo">>;
  refused?: Refusal;
  id?: string;
}) {
  const { status, t } = ex;
  // What breaks a rule is refused again as it is: another try helps nobody.
  const refused = status.kind === "problem" && status.code === "invalid" && ex.canUndo;
  const words = () => {
    if (status.kind === "saved")
      return t(`saved_${ex.host.name}`, {
        time: status.at.toLocaleTimeString(ex.host.language, { timeStyle: "short", hourCycle: "h23" }),
      });
    if (status.kind === "problem")
      return t(refused ? "not_taken" : "not_saved", {
        why: where(t, at?.names, status.message),
      });
    return t(`status_${status.kind}`);
  };
  return (
    <>
      <p class="gc-status" role="status" id={id} data-kind={status.kind}>
        {status.kind === "saved" && <Icon name="done" />}
        {status.kind === "problem" && <Icon name="bad" />}
        <span>{words()}</span>
      </p>
      {at?.go && (
        <button type="button" onClick={at.go}>
          {at.names[0] ? t("go_to_field", { name: where(t, at.names) }) : t("go_there")}
        </button>
      )}
      {status.kind === "problem" && (
        <button type="button" onClick={refused ? ex.undo : ex.flush}>
          {t(refused ? "undo_last" : "try_again")}
        </button>
      )}
    </>
  );
}
