// The transport of pages of the course server: answers go by HTTP, to a room or to one's own place.
import { began } from "./documents";
import { PageModel, type Transport } from "./model";
import type { Host, Reply, Texts, Told } from "./types";

// An exercise as the server gives it; its answer comes along where whoever gives it knows whose it is.
export interface Opened {
  spec: Told;
  texts: Texts;
  answer?: object;
  version?: number;
}

// The model of an exercise; `api` is the address of the room, or of one's own place.
export async function httpModel(
  { spec, texts, ...given }: Opened,
  host: Omit<Host, "documents">,
  api: string,
): Promise<PageModel> {
  const present: { answer?: object; version?: number } = given.answer
    ? given
    : await (await fetch(`${api}/answers/${spec.id}`, { credentials: "same-origin" })).json();
  const traits = { spec, texts, host: { ...host, documents: spec.documents } };
  return new PageModel(
    { ...traits, answer: present.answer ?? {}, version: present.version ?? 0 },
    transport(api, texts),
  );
}

// Calls in JSON below `api`; what is refused is thrown, in the server's words.
export const requests =
  (api: string) =>
  async (path: string, method = "GET", body?: string, at = api): Promise<Response> => {
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`${at}${path}`, { credentials: "same-origin", method, headers, body });
    if (!response.ok) throw await refusal(response);
    return response;
  };

// What was thrown on the way, as a view understands it.
export const refused =
  (asked: Transport, texts: Texts): Transport =>
  (request, page) =>
    asked(request, page).catch((error: unknown) =>
      error instanceof Refusal ? error.reply : { ok: false, code: "failed", message: texts.no_network },
    );

function transport(api: string, texts: Texts): Transport {
  const call = requests(api);
  const all = api.replace(/\/(me|rooms\/[^/]+)$/, ""); // for what belongs neither to the room nor to who asks
  const asked: Transport = async (request, page) => {
    const { id } = page.get("spec");
    switch (request.op) {
      case "save": {
        const { answer, version } = request;
        const saved = await call(`/answers/${id}`, "PUT", JSON.stringify({ answer, version }));
        return { ok: true, version: (await saved.json()).version };
      }
      case "read":
        return { ok: true, answer: (await (await call(`/answers/${request.activity}`)).json()).answer };
      case "summary": {
        const of = request.of ? `?of=${request.of}` : "";
        const told = await call(`/activities/${request.activity}/summary${of}`);
        return { ok: true, figures: await told.json() };
      }
      case "earlier": {
        const body = JSON.stringify({ resume_code: request.code, activity: id });
        return { ok: true, ...(await (await call("/earlier", "POST", body, all)).json()) };
      }
      case "country": {
        const found = await call(
          `/countries?country=${encodeURIComponent(request.country)}`,
          "GET",
          undefined,
          all,
        );
        return { ok: true, country: await found.json() };
      }
      case "certificate": {
        const made = await call("/certificate", "POST", JSON.stringify({ name: request.name }));
        return { ok: true, certificate: await made.json() };
      }
      case "export": {
        const text = await (await call("/answers")).text();
        return { ok: true, file: { name: "govcourse-answers.json", mime: "application/json", text } };
      }
      case "import": {
        const outcome = await (await call("/answers", "POST", request.text)).json();
        const { answer, version } = await (await call(`/answers/${id}`)).json();
        page.receive({ version, answer });
        return { ok: true, ...outcome };
      }
      case "document": {
        const file = `documents/${id}.${request.format}`;
        await call(`/${file}`, "POST");
        began(`${api}/documents`, file); // the page's tray has it from here on
        return { ok: true };
      }
      default:
        return { ok: false, code: "failed", message: texts.not_here };
    }
  };
  return refused(asked, texts);
}

// The server's refusal, as a view understands it.
class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(reply.message);
  }
}

const CODES: Record<number, Reply["code"]> = { 409: "stale", 422: "invalid", 423: "closed" };

async function refusal(response: Response): Promise<Refusal> {
  const { error, answer, version } = await response.json().catch(() => ({}));
  const { message, field, key, values } = error ?? {};
  const code = CODES[response.status] ?? "failed";
  return new Refusal({ ok: false, code, message, field, key, values, answer, version });
}
