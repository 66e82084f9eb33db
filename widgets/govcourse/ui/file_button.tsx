// A button that asks for a file of this computer; one that is too large is refused in words.
import { useRef } from "preact/hooks";
import type { Say } from "../runtime/outline";

const MOST = 5_000_000; // bytes of a file that is opened

export function FileButton(props: {
  t: Say;
  label: string;
  accept: string;
  open: (file: File) => void;
  tell: (message: string) => void;
}) {
  const { t, label, accept, open, tell } = props;
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current!.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = ""; // the same file can be chosen again
          if (file) file.size > MOST ? tell(t("file_too_big")) : open(file);
        }}
      />
    </>
  );
}
