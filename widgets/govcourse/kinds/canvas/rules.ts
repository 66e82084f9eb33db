// The slides that a canvas makes, as rules.py; one file of worked examples tests both.
import type { Doc } from "../../runtime/types";

export interface Slide {
  title: string;
  byline: string;
  points: { label: string; text: string }[];
}

export function slides(spec: Doc, answer: Doc): Slide[] {
  const text = (id: string) => (answer.fields?.[id] ?? "").trim();
  const title = (id: string) => spec.fields.find((field: Doc) => field.id === id).title;
  return (spec.slides?.pages ?? [])
    .map((page: Doc) => ({
      title: page.title,
      byline: spec.slides.byline ? text(spec.slides.byline) : "",
      points: page.fields.filter(text).map((id: string) => ({ label: title(id), text: text(id) })),
    }))
    .filter((slide: Slide) => slide.points.length);
}
