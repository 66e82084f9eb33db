// An exercise's own view on console and projector, to be looked at: it reads from the room, and nothing of it is saved.
import { useEffect, useRef } from "preact/hooks";
import type { Opened } from "../../runtime/http";
import type { Kind } from "../../runtime/kind";
import { PageModel, type Transport } from "../../runtime/model";
import type { Host } from "../../runtime/types";
import { call } from "./room";
import type { Console } from "./shapes";

// `own` is given where a room looks at it: whether its own results are shown. What it reads whoever shows it has decided.
export function Exercise(props: { all: Console; id: string; stamp: unknown; own?: boolean }) {
  const { all, id, stamp } = props;
  const shown = useRef(props.own);
  shown.current = props.own;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let away = () => {};
    const scripts = `${all.base}static/`; // the console is a module, which has no address of its own to ask for
    const ask: Transport = async (request) => {
      if (request.op !== "summary") return { ok: true, answer: {} };
      const itself = request.activity === id && shown.current !== undefined;
      if (itself && !shown.current) return { ok: false };
      const as = request.of ? `?of=${request.of}` : itself ? "?as=room" : "";
      const figures = await call<object>(`${all.api}/activities/${request.activity}/summary${as}`);
      return { ok: true, figures };
    };
    (async () => {
      const { spec, texts } = await call<Opened>(`${all.api}/exercises/${id}`);
      const host: Host = {
        name: "projector",
        participant: "screen",
        documents: [],
        language: document.documentElement.lang,
        direction: document.documentElement.dir === "rtl" ? "rtl" : "ltr",
        scripts,
      };
      const model = new PageModel({ spec, texts, host, answer: {}, version: 0 }, ask);
      const view: Kind = await import(/* @vite-ignore */ `${scripts}${spec.kind}.js`);
      if (place.current) away = view.default.render({ model, el: place.current });
    })();
    return () => away();
  }, [id]);
  // What somebody saved meanwhile: the view looks again, and what is shown stays until then.
  const known = JSON.stringify(stamp);
  useEffect(() => void dispatchEvent(new CustomEvent("govcourse-saved", { detail: "" })), [known]);
  return <div class="shown" ref={place} />;
}
