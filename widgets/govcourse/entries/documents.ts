// The script of every page of the server that looks after documents which are being made.
import { payload } from "../runtime/page";
import { Tray } from "../runtime/tray";
import type { Texts } from "../runtime/types";

const texts = payload<Texts>("making-texts");
if (texts) new Tray(document.getElementById("making")!, texts);
