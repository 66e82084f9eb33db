// Open questions, each with a text for its answer.
import { TextField } from "./fields";

// `set` gets all answers, and which one was changed.
export function Questions(props: {
  asked: readonly { id: string; title: string; about: string }[];
  answers: Record<string, string> | undefined;
  max: number;
  set: (answers: Record<string, string>, changed: string) => void;
}) {
  return (
    <>
      {props.asked.map(({ id, title, about }) => (
        <TextField
          key={id}
          long
          max={props.max}
          label={title}
          hint={about}
          value={props.answers?.[id]}
          onValue={(text) => props.set({ ...props.answers, [id]: text }, id)}
        />
      ))}
    </>
  );
}
