// What a facilitator takes from the room and brings into it: its report, and assessments collected elsewhere.
import { useState } from "preact/hooks";
import { began } from "../../runtime/documents";
import type { Say } from "../../runtime/outline";
import { where } from "../../runtime/place";
import { FileButton } from "../../ui/file_button";
import { Again } from "./again";
import { ask } from "./room";
import type { Console, Imported, RoomState } from "./shapes";

const FORMATS = ["docx", "pdf", "pptx", "xlsx"];

export function Take({ t, all, room }: { t: Say; all: Console; room: RoomState }) {
  const [message, setMessage] = useState("");
  const [sheet, setSheet] = useState<File | null>(null);
  const [found, setFound] = useState<Imported | null>(null);
  const report = async (format: string) => {
    try {
      await ask(`${all.api}/report.${format}`, { method: "POST" });
      began(`${all.api}/report`, `report.${format}`); // the page's tray has it from here on
      setMessage("");
    } catch (error) {
      setMessage((error as Error).message);
    }
  };
  const send = async (file: File, confirm: boolean) => {
    setMessage(t("import_reading"));
    try {
      const query = new URLSearchParams({ name: file.name, ...(confirm ? { confirm: "yes" } : {}) });
      const headers = { "Content-Type": "application/octet-stream" };
      const response = await ask(`${all.api}/import?${query}`, { method: "POST", headers, body: file });
      const answer: Imported = await response.json();
      setFound(confirm ? null : answer);
      setSheet(confirm ? null : file);
      setMessage(confirm ? t("import_done", answer.taken) : "");
    } catch (error) {
      setFound(null);
      setMessage((error as Error).message);
    }
  };
  return (
    <>
      <h2>{t("take")}</h2>
      <p role="status">{message}</p>
      <h3>{t("report")}</h3>
      <p class="note">{t("report_lead")}</p>
      <div class="row">
        {FORMATS.map((format) => (
          <button type="button" onClick={() => report(format)}>
            {t(`report_${format}`)}
          </button>
        ))}
      </div>
      <p>
        <a href={`${all.base}voila/render/analysis.ipynb?room=${room.code}`}>{t("analysis")}</a>
      </p>
      <Again {...{ t, all, room }} />
      <h3>{t("import")}</h3>
      <p class="note">
        {t("import_lead")} <a href={`${all.base}api/assessment.xlsx`}>{t("import_template")}</a>
      </p>
      <FileButton
        t={t}
        label={t("import_choose")}
        accept=".xlsx,.csv,text/csv"
        open={(file) => send(file, false)}
        tell={setMessage}
      />
      {found && sheet && (
        <section aria-label={t("import_preview")}>
          <p>
            {t("import_found", { n: found.found, file: sheet.name })}{" "}
            {found.problems.length > 0 && t("import_problems", { n: found.problems.length })}
          </p>
          {found.problems.length > 0 && (
            <table>
              <thead>
                <tr>
                  {["import_row", "import_column", "import_problem"].map((key) => (
                    <th scope="col">{t(key)}</th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {found.problems.slice(0, 100).map((one) => (
                  <tr>
                    <td>{one.row}</td>
                    <td>
                      {where(t, one.about)} <code>{one.column}</code>
                    </td>
                    <td>{one.message}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <div class="row">
            <button type="button" class="main" disabled={!found.found} onClick={() => send(sheet, true)}>
              {t("import_confirm", { n: found.found })}
            </button>
            <button
              type="button"
              onClick={() => {
                setFound(null);
                setSheet(null);
              }}
            >
              {t("cancel")}
            </button>
          </div>
        </section>
      )}
    </>
  );
}
