// What stands above every exercise: undo, example, whether it is saved; and its files, print and clear.
import { useRef, useState } from "preact/hooks";
import { download } from "../runtime/download";
import type { Around, Exercise } from "../runtime/exercise";
import type { Request } from "../runtime/types";
import { FileButton } from "./file_button";

export function Toolbar({
  ex,
  example,
  setExample,
  empty,
  clear,
}: {
  ex: Around & Pick<Exercise, "undo" | "redo" | "canUndo" | "canRedo">;
  example: boolean;
  setExample: (on: boolean) => void;
  empty: boolean;
  clear: () => void;
}) {
  const { t, spec, host } = ex;
  const dialog = useRef<HTMLDialogElement>(null);
  const [message, setMessage] = useState("");
  const take = async (asked: Request) => {
    setMessage(t("working"));
    await ex.flush();
    const reply = await ex.request(asked);
    if (reply.file) download(reply.file);
    setMessage(
      reply.ok
        ? reply.file
          ? t("file_made", { name: reply.file.name })
          : ""
        : (reply.message ?? t("failed")),
    );
    return reply;
  };
  const open = async (file: File) => {
    const reply = await take({ op: "import", text: await file.text() });
    if (!reply.ok) return;
    const refused = (reply.refused ?? []).map((one) => `${one.activity} (${one.message})`).join("; ");
    setMessage(
      t("file_opened", { count: reply.imported?.length ?? 0 }) +
        (refused ? ` ${t("file_refused", { list: refused })}` : ""),
    );
  };
  return (
    <div class="gc-noprint">
      <div class="gc-bar">
        <button type="button" onClick={ex.undo} disabled={!ex.canUndo || example}>
          {t("undo")}
        </button>
        <button type="button" onClick={ex.redo} disabled={!ex.canRedo || example}>
          {t("redo")}
        </button>
        {spec.example && (
          <button type="button" aria-pressed={example} onClick={() => setExample(!example)}>
            {t("example")}
          </button>
        )}
        <SaveStatus ex={ex} />
      </div>
      <details>
        <summary>{t("your_work")}</summary>
        <div class="gc-row">
          <button type="button" onClick={() => take({ op: "export" })}>
            {t("file_save")}
          </button>
          <FileButton
            {...{ t, open }}
            label={t("file_open")}
            accept=".json,application/json"
            tell={setMessage}
          />
          {host.documents
            .filter((format) => spec.documents.includes(format))
            .map((format) => (
              <button type="button" onClick={() => take({ op: "document", format })}>
                {t(`document_${format}`)}
              </button>
            ))}
          <button type="button" onClick={() => print()}>
            {t("print")}
          </button>
          <button type="button" disabled={empty || example} onClick={() => dialog.current!.showModal()}>
            {t("clear")}
          </button>
        </div>
        <p role="status" class="gc-note">
          {message}
        </p>
      </details>
      <dialog ref={dialog} aria-label={t("clear_title")}>
        <p>{t("clear_question")}</p>
        <form method="dialog" class="gc-row">
          <button class="gc-main" onClick={clear}>
            {t("clear_yes")}
          </button>
          <button>{t("clear_no")}</button>
        </form>
      </dialog>
    </div>
  );
}

export function SaveStatus({ ex }: { ex: Around }) {
  const { status, t } = ex;
  const words = () => {
    if (status.kind === "saved")
      return t(`saved_${ex.host.name}`, {
        time: status.at.toLocaleTimeString(ex.host.language, { hour: "2-digit", minute: "2-digit" }),
      });
    if (status.kind === "problem")
      return t("not_saved", { why: [status.field, status.message].filter(Boolean).join(": ") });
    return t(`status_${status.kind}`);
  };
  return (
    <>
      <p class="gc-status" role="status" data-kind={status.kind}>
        {words()}
      </p>
      {status.kind === "problem" && (
        <button type="button" onClick={ex.flush}>
          {t("try_again")}
        </button>
      )}
    </>
  );
}
