// The views of all exercises, for the book's pages: page.js asks for them when the first exercise is opened.
import { views } from "kinds:views";

globalThis.govcourseViews = views;
