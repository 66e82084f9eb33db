// The slides that a canvas makes, as rules.py; one file of worked examples tests both.

import type { Answer, CanvasField, SlideMade, Slides } from "./shapes";

// What the rules need to know of a canvas.
interface Canvas {
  fields: Pick<CanvasField, "id" | "title">[];
  slides?: Pick<Slides, "byline" | "pages"> | null;
}

export function slides({ fields, slides }: Canvas, answer: Pick<Answer, "fields">): SlideMade[] {
  const text = (id: string) => (answer.fields?.[id] ?? "").trim();
  const title = (id: string) => fields.find((field) => field.id === id)!.title;
  return (slides?.pages ?? [])
    .map((page) => ({
      title: page.title,
      byline: slides?.byline ? text(slides.byline) : "",
      points: page.fields.filter(text).map((id) => ({ label: title(id), text: text(id) })),
    }))
    .filter((slide) => slide.points.length);
}
