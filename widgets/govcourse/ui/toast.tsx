// What was just done, said once where one looks; it stays until it is read or put away.
import { Icon, IconButton } from "./icon";

export interface Said {
  text: string;
  bad?: boolean;
}

export function Toast({ said, close, onClose }: { said: Said; close: string; onClose: () => void }) {
  const { text, bad } = said;
  return (
    <div class="gc-toast-place gc-noprint" role="status">
      {text && (
        <div class={`gc-toast${bad ? " bad" : ""}`}>
          <Icon name={bad ? "bad" : "done"} />
          <span>{text}</span>
          <IconButton icon="close" label={close} onClick={onClose} />
        </div>
      )}
    </div>
  );
}
