// The countries that a room chose, of five people or more.
import { Bars } from "../../ui/bars";
import { inOrder, results, RoomPage, type Shown } from "../results";
import type { Figures } from "./shapes";

function Results({ say, order, figures: { n, countries } }: Shown<object, Figures>) {
  if (!countries.length) return <p>{say("results_none")}</p>;
  return (
    <RoomPage title={say("results_n", { n })}>
      <Bars
        heads={[say("country"), say("people"), ""]}
        bars={inOrder(
          countries.map(({ id, title, count }) => ({ id, title, count, shares: [count / n] })),
          order,
        )}
      />
    </RoomPage>
  );
}

export default results(Results);
