// An exercise's own view on console and projector, to be looked at: it reads from the room, and nothing of it is saved.
import { useEffect, useRef } from "preact/hooks";
import type { Opened } from "../../runtime/http";
import type { Kind } from "../../runtime/kind";
import { PageModel, type Transport } from "../../runtime/model";
import type { Host } from "../../runtime/types";
import { call } from "./room";
import type { Console } from "./shapes";

// With `asRoom` its own figures are those that the room sees; of what it reads whoever shows it has decided.
export function Exercise(props: { all: Console; id: string; stamp: unknown; asRoom?: boolean }) {
  const { all, id, stamp } = props;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let away = () => {};
    const scripts = `${all.base}static/`; // the console is a module, which has no address of its own to ask for
    const ask: Transport = async (request) => {
      if (request.op !== "summary") return { ok: true, answer: {} };
      const as = props.asRoom && request.activity === id ? "?as=room" : "";
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
