// A sketch or photo of a prototype: made small and drawn anew in the browser, so that no hidden data travels.
import { useState } from "preact/hooks";
import type { Around } from "../../runtime/exercise";
import { TextField } from "../../ui/fields";
import { Photo } from "../photo";
import type { GivenForm, Told } from "./shapes";

const SIDE = 1280; // pixels of the longer side
const MOST = 40_000_000; // bytes of a picture that is made small: more than any phone's
const FITS = 690_000; // characters of the data URL that an answer takes

// A JPEG of the pixels alone. Rejects what no browser takes for a picture.
async function resized(file: Blob): Promise<string> {
  const image = await createImageBitmap(file);
  for (let side = SIDE; side >= 320; side /= 2) {
    const scale = Math.min(1, side / Math.max(image.width, image.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(image.width * scale));
    canvas.height = Math.max(1, Math.round(image.height * scale));
    const context = canvas.getContext("2d")!;
    context.fillStyle = "#fff";
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const url = canvas.toDataURL("image/jpeg", 0.8);
    if (url.length <= FITS) return url;
  }
  throw new Error("too large");
}

export function PhotoField(props: {
  ex: Around<Told>;
  form: GivenForm;
  put: (values: Partial<GivenForm>, field?: string) => void;
}) {
  const { ex, form, put } = props;
  const { t } = ex;
  const [message, setMessage] = useState("");
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > MOST) return setMessage(t("photo_too_big"));
    setMessage(t("working"));
    try {
      put({ photo: await resized(file) });
      setMessage(t("photo_taken"));
    } catch {
      setMessage(t("photo_unreadable"));
    }
  };
  return (
    <div class="gc-stack">
      <label class="gc-noprint">
        <span class="gc-label">{t("photo")}</span>
        <small>{t("photo_hint")}</small>
        <input
          type="file"
          accept="image/*"
          onChange={(event) => {
            const input = event.currentTarget;
            take(input.files?.[0]).finally(() => (input.value = ""));
          }}
        />
      </label>
      <p role="status" class="gc-note">
        {message}
      </p>
      {form.photo && (
        <figure>
          <Photo src={form.photo} alt={form.alt || t("photo_no_alt")} />
          <figcaption class="gc-stack">
            <TextField
              label={t("photo_alt")}
              hint={t("photo_alt_hint")}
              max={300}
              value={form.alt}
              onValue={(alt) => put({ alt }, `alt-${form.id}`)}
            />
            <button type="button" class="gc-noprint" onClick={() => put({ photo: "", alt: "" })}>
              {t("photo_remove")}
            </button>
          </figcaption>
        </figure>
      )}
    </div>
  );
}
