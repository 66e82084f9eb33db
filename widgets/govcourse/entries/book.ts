// The script of the book's pages: all views in one file, as a page that is opened from a stick can load no modules.
import { views } from "kinds:views";
import { site } from "../book/site";
import { installed } from "../runtime/installed";
import { startPage } from "../runtime/page";
import { rows } from "../runtime/rows";

startPage((kind) => views[kind] ?? installed(kind), rows);
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", site);
else site();
