// An exercise's own view on console and projector, to be looked at: it reads from the room, and nothing of it is saved.
import { useEffect, useRef } from "preact/hooks";
import { PageModel } from "../../runtime/page";
import type { Doc } from "../../runtime/types";
import { call, type ConsolePayload } from "./room";

export function Exercise({ all, id, stamp }: { all: ConsolePayload; id: string; stamp: unknown }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let away = () => {};
    const scripts = `${all.base}static/`; // the console is a module, which has no address of its own to ask for
    const ask = async (request: Doc): Promise<Doc> => {
      if (request.op !== "summary") return { ok: true, answer: {} };
      const figures = await call(`${all.api}/activities/${request.activity}/summary`);
      return { ok: true, figures };
    };
    (async () => {
      const { spec, texts } = await call(`${all.api}/exercises/${id}`);
      const host = {
        name: "room",
        participant: "screen",
        documents: [],
        language: document.documentElement.lang,
        direction: document.documentElement.dir,
        scripts,
      };
      const model = new PageModel({ spec, texts, host, answer: {}, version: 0 }, ask as any);
      const view = await import(/* @vite-ignore */ `${scripts}${spec.kind}.js`);
      if (place.current) away = view.default.render({ model, el: place.current });
    })();
    return () => away();
  }, [id, JSON.stringify(stamp)]);
  return <div class="shown" ref={place} />;
}
