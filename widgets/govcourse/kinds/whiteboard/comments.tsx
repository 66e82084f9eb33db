// Comments on a board's notes: dealt out, so that each note gets as many as everybody gives, and told to whom the note belongs.
import { TextField } from "../../ui/fields";
import type { Around } from "../../runtime/exercise";
import { short } from "../notes";
import type { GivenNote as Note, Told } from "./shapes";

type Commenting = Around<Told>;
export type Comments = Record<string, string>;

// The notes on which one is to comment: those that one began, and the next ones in a ring of all, from one's own on. They stay
// in the ring's order, so that none moves from under whoever begins to write.
export function dealt(foreign: Note[], comments: Comments, from: string, count: number): Note[] {
  const ring = [...foreign].sort((a, b) => (a.id < b.id ? -1 : 1));
  const start = Math.max(
    0,
    ring.findIndex((note) => note.id > from),
  );
  const turned = [...ring.slice(start), ...ring.slice(0, start)];
  const isBegun = (note: Note) => comments[note.id] !== undefined;
  const begun = turned.filter(isBegun).length;
  const next = turned.filter((note) => !isBegun(note)).slice(0, Math.max(0, count - begun));
  return turned.filter((note) => isBegun(note) || next.includes(note));
}

// What one says of somebody else's note; where one need not say anything, only once one wants to.
export function CommentOn(props: {
  ex: Commenting;
  note: Note;
  comments: Comments;
  asked: boolean;
  say: (text: string) => void;
}) {
  const { ex, note, comments, asked, say } = props;
  const name = short(note.text ?? "");
  if (!asked)
    return (
      <button type="button" class="gc-plain gc-noprint" onClick={() => say("")}>
        {ex.t("comment_too")}
        <span class="gc-hidden"> {name}</span>
      </button>
    );
  return (
    <TextField
      long
      max={3000}
      label={ex.t("comment_on", { prompt: ex.spec.comment_prompt ?? "", name })}
      value={comments[note.id]}
      onValue={say}
    />
  );
}

// What the others said of one's own note.
export function Said({ ex, comments }: { ex: Commenting; comments: string[] }) {
  if (!comments.length) return null;
  return (
    <section class="gc-said" aria-label={ex.t("said")}>
      <p class="gc-label">{ex.t("said")}</p>
      <ul>
        {comments.map((text) => (
          <li dir="auto">{text}</li>
        ))}
      </ul>
    </section>
  );
}

// Which notes still wait for one's comment.
export function Lacking({ ex, notes, comments }: { ex: Commenting; notes: Note[]; comments: Comments }) {
  const lacking = notes.filter((note) => !comments[note.id]?.trim());
  return (
    <div class="gc-card" role="status">
      <p class="gc-label">
        {!notes.length
          ? ex.t("lacking_nobody")
          : lacking.length
            ? ex.t("lacking", { count: lacking.length })
            : ex.t("lacking_none")}
      </p>
      {lacking.length > 0 && (
        <ul>
          {lacking.map((note) => (
            <li>{short(note.text ?? "", 80)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
