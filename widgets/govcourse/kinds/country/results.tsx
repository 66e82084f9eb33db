// The countries that a room chose, of five people or more.
import { Bars } from "../../ui/bars";
import { results, type Shown } from "../results";
import type { Figures } from "./shapes";

function Results({ say, figures: { n, countries } }: Shown<object, Figures>) {
  if (!countries.length) return <p>{say("results_none")}</p>;
  return (
    <section>
      <p>{say("results_n", { n })}</p>
      <Bars
        heads={[say("country"), say("people"), ""]}
        bars={countries.map(({ id, title, count }) => ({ id, title, count, shares: [count / n] }))}
      />
    </section>
  );
}

export default results(Results);
