// A kernel's widget in a Voila page: it carries answers for the exercise that the page shows already, or shows it itself.
import type { Model } from "../runtime/types";

export default {
  async render({ model, el }: { model: Model; el: HTMLElement }) {
    const detail = { activity: model.get("activity"), model };
    if (!dispatchEvent(new CustomEvent("govcourse-kernel", { detail, cancelable: true }))) return;
    await opened(model);
    const kind = await import(new URL(`${model.get("spec").kind}.js`, import.meta.url).href);
    return kind.default.render({ model, el });
  },
};

// The widget comes without what it shows; it fetches that when it is asked.
function opened(model: Model): Promise<void> {
  return new Promise((resolve, reject) => {
    const heard = () => {
      model.off("change:reply", heard);
      const { ok, message } = model.get("reply");
      if (ok) resolve();
      else reject(new Error(message));
    };
    model.on("change:reply", heard);
    model.set("request", { id: Date.now(), op: "open" });
    model.save_changes();
  });
}
