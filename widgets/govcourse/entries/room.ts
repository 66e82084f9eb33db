// The script of a participant's page: small, with the views of those exercises that are opened.
import { SCRIPTS, startPage } from "../runtime/page";

startPage((kind) => import(/* @vite-ignore */ `${SCRIPTS}${kind}.js`));
