// A photo that somebody took, no larger than what stands around it.
import { style } from "../ui/style";
import css from "./photo.css";

style(css);

export const Photo = ({ src, alt }: { src: string; alt: string }) => (
  <img class="gc-photo" {...{ src, alt }} />
);
