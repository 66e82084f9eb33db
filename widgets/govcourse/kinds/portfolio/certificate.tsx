// The certificate of completion: what still counts towards it, the printable page, and its code where a server gives one.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { Fields, TextField } from "../../ui/fields";
import { ProgressBar } from "../../ui/marks";
import type { ViewProps } from "../../ui/shell";
import type { Earned, Source } from "../../runtime/shapes";
import type { Reply } from "../../runtime/types";
import type { Answer, Told } from "./shapes";
import { percent } from "../../runtime/numbers";
import { day, today } from "../../runtime/days";

type Props = ViewProps<Told, Answer>;

const PAGE = new CSSStyleSheet();
PAGE.replaceSync("@page { size: A4 landscape; margin: 0 }");

// Prints the certificate alone, on a page of its own: a copy of it stands for the whole page until it is printed.
function printCertificate(certificate: Element): void {
  const sheet = document.createElement("div");
  sheet.className = "gc gc-print-sheet";
  sheet.append(certificate.cloneNode(true));
  document.body.append(sheet);
  document.documentElement.classList.add("gc-only-certificate");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, PAGE];
  const back = () => {
    sheet.remove();
    document.documentElement.classList.remove("gc-only-certificate");
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== PAGE);
  };
  addEventListener("afterprint", back, { once: true });
  print();
}

type Issued = NonNullable<Reply["certificate"]>;

export function CertificatePart(props: {
  ex: Around<Told>;
  answer: Answer;
  change: Props["change"];
  readOnly: boolean;
  outcome: Earned;
  activities: Source[];
}) {
  const { ex, answer, change, readOnly, outcome, activities } = props;
  const { t, spec, host } = ex;
  const id = useId();
  const [issued, setIssued] = useState<Issued | null>(null);
  const [message, setMessage] = useState("");
  const certificate = useRef<HTMLElement>(null);
  const name: string = answer.name ?? "";
  const rule = spec.certificate;
  const title = (id: string) => activities.find((one) => one.id === id)?.title ?? id;
  const missing = rule.required.filter((id) => !outcome.counted.includes(id));
  const issue = async () => {
    change({ ...answer, issued: true });
    await ex.flush();
    const reply = await ex.request({ op: "certificate", name });
    setIssued(reply.ok ? reply.certificate! : null);
    setMessage(reply.ok ? t("issued", { code: reply.certificate!.code }) : (reply.message ?? t("failed")));
  };
  // Who had a code has it again: it is issued once, and asked for anew.
  useEffect(() => {
    if (answer.issued && name && outcome.earned && !issued && !readOnly && host.name !== "static")
      void issue();
  }, [outcome.earned]);
  const date = day(issued?.issued ?? today(), host.language, "long");
  return (
    <section aria-labelledby={id}>
      <h4 id={id}>{rule.title}</h4>
      <p role="status">
        {t("counted", {
          done: outcome.counted.length,
          need: outcome.need,
          all: rule.required.length,
          share: percent(rule.share / 100, host.language),
        })}
      </p>
      <ProgressBar
        label={rule.title}
        max={outcome.need}
        value={Math.min(outcome.need, outcome.counted.length)}
      />
      {!outcome.earned && (
        <details class="gc-noprint">
          <summary>{t("still_open")}</summary>
          <ul>
            {missing.map((id) => (
              <li>{title(id)}</li>
            ))}
          </ul>
        </details>
      )}
      {outcome.earned && (
        <div class="gc-stack">
          <Fields ex={ex} locked={readOnly}>
            <TextField
              label={t("name")}
              hint={t("name_hint")}
              max={100}
              value={name}
              onValue={(value) => change({ ...answer, name: value }, "name")}
            />
          </Fields>
          <article class="gc-certificate" ref={certificate}>
            <h5>{rule.title}</h5>
            <p class="gc-certificate-name">{name || t("name_missing_short")}</p>
            <p>{rule.text}</p>
            <p class="gc-certificate-course">{spec.course}</p>
            <p>{t("certificate_counted", { done: outcome.counted.length, all: rule.required.length })}</p>
            <p>{date}</p>
            <p class="gc-note">
              {issued?.url ? t("code_line", { code: issued.code, url: issued.url }) : t("no_code_line")}
            </p>
          </article>
          <div class="gc-row gc-noprint">
            <button
              type="button"
              class="gc-main"
              disabled={!name.trim()}
              onClick={() => printCertificate(certificate.current!)}
            >
              {t("certificate_print")}
            </button>
            {host.name !== "static" && (
              <button type="button" disabled={!name.trim() || readOnly} onClick={issue}>
                {t("issue")}
              </button>
            )}
          </div>
          <p class="gc-note gc-noprint" role="status">
            {message || t(host.name === "static" ? "no_server" : "code_hint")}
          </p>
        </div>
      )}
    </section>
  );
}
