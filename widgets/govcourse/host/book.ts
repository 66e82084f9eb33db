// The script of the book's pages: all views in one file, as a page that is opened from a stick can load no modules.
import { site } from "../book/site";
import * as canvas from "../kinds/canvas/view";
import * as debrief from "../kinds/debrief/view";
import * as dtca from "../kinds/dtca/view";
import * as explorer from "../kinds/explorer/view";
import * as matrix from "../kinds/matrix/view";
import * as plan from "../kinds/plan/view";
import * as plot from "../kinds/plot/view";
import * as poll from "../kinds/poll/view";
import * as portfolio from "../kinds/portfolio/view";
import * as quiz from "../kinds/quiz/view";
import * as sdg from "../kinds/sdg/view";
import * as whiteboard from "../kinds/whiteboard/view";
import * as workspace from "../kinds/workspace/view";
import { digest } from "../kinds/portfolio/digest";
import { startPage } from "./page";
import { rows } from "./rows";

const VIEWS: Record<string, any> = {
  canvas,
  debrief,
  dtca,
  explorer,
  matrix,
  plan,
  plot,
  poll,
  portfolio,
  quiz,
  sdg,
  whiteboard,
  workspace,
};
startPage((kind) => VIEWS[kind], rows(digest as any));
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", site);
else site();
