// What an exercise asks, on the projector from the moment it opens: a page for each question, with what can be chosen, or what is to be done.
import type { Ask } from "./shapes";

export const Asked = ({ asks }: { asks: Ask[] }) => (
  <>
    {asks.map(({ text, options, kind }) => (
      <section class="room-page">
        <h2>{text}</h2>
        {options.length > 0 && (
          <ol class={`screen-asked ${kind}`}>
            {options.map((option) => (
              <li>{option}</li>
            ))}
          </ol>
        )}
      </section>
    ))}
  </>
);
