// The script of the server's pages of learners and participants: small, with the views of those exercises that are opened.
import { httpModel } from "../runtime/http";
import { startLearner } from "../runtime/learner";
import { SCRIPTS, here, payload, starting, whole } from "../runtime/page";
import { RoomPage } from "../runtime/room";
import { prepareCharts, showCharts } from "../ui/computed";
import type { LearnerPage, Page } from "../runtime/shapes";

const start = ({ api, participant, session }: Page, name: "room" | "notebook") =>
  starting(
    (kind) => import(/* @vite-ignore */ `${SCRIPTS}${kind}.js`),
    (opened, place) => {
      const about = here(place);
      return httpModel(opened, { ...about, session: about.session ?? session, name, participant }, api);
    },
  );

// A session's page is sent in pieces: it has its exercises long before it is whole.
const learner = payload<LearnerPage>("learner");
if (learner)
  startLearner(learner, start({ ...learner, session: null }, "notebook"), {
    chart: (within) => showCharts(within, SCRIPTS),
    prepare: () => prepareCharts(SCRIPTS),
  });
else
  whole(() => {
    const room = payload<Page>("room");
    if (room) {
      const load = async (name: string) => (await import(/* @vite-ignore */ `${SCRIPTS}${name}.js`)).default;
      new RoomPage(
        room.api,
        room.texts,
        start(room, "room"),
        () => load("review"),
        async () => {
          const place = document.getElementById("audience")!;
          const show = await load("audience").catch((why) => {
            place.hidden = true; // what stands below waits for it no longer
            throw why;
          });
          place.hidden = false;
          return show(place, room);
        },
      );
    }
    const cells = document.getElementById("cells"); // a dashboard's, whose outputs come one by one
    if (cells)
      new MutationObserver(() => showCharts(cells, SCRIPTS)).observe(cells, {
        childList: true,
        subtree: true,
      });
  });
