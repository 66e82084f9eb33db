// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Spec: Spec
Point: Point
SlideMade: SlideMade
Activity: Canvas
Answer: Answer
Figures: Counted
Results: Nothing
Derived: Nothing
Facts: Nothing
}
/**
 * Ids of the fields that a solution goes through, and of those that can be ticked.
 */
export interface Spec {
stages: string[]
markable: string[]
}
export interface Point {
label: string
text: string
}
export interface SlideMade {
title: string
byline: string
points: Point[]
}
/**
 * Named fields. `diagram` places the groups on wide screens, one line of group ids per row of the picture.
 */
export interface Canvas {
id: string
kind: string
title: string
sessions: number[]
setting: ("preparation" | "individual" | "breakout" | "plenary")
minutes: number
lead: string
instructions: string[]
empty: string
example_note: (string | null)
example: ({
[k: string]: JsonValue
} | null)
origin: ("workshop" | "seed" | "draft")
owner: ("participant" | "team" | "private")
groups: CanvasGroup[]
diagram: string[]
fields: CanvasField[]
mark: (Mark | null)
slides: (Slides | null)
}
/**
 * `across` places the fields beside each other on wide screens; `stages` are gone through with a history.
 */
export interface CanvasGroup {
id: string
title: string
about: (string | null)
across: boolean
stages: boolean
}
export interface CanvasField {
id: string
title: string
prompt: string
example: string
minutes: (number | null)
group: (string | null)
}
/**
 * Fields that can be ticked, at most `limit` of them, all or those of one `group`.
 */
export interface Mark {
title: string
limit: number
group: (string | null)
}
/**
 * Slides made from the fields; `byline` is the field that stands under the title.
 */
export interface Slides {
at_least: number
at_most: number
minutes: number
byline: (string | null)
pages: SlidePage[]
}
export interface SlidePage {
title: string
fields: string[]
}
/**
 * Text per field; `marks` are ticked fields, `moves` the way through the stages, `origins` by field.
 */
export interface Answer {
fields?: {
[k: string]: string
}
marks?: {
[k: string]: boolean
}
moves?: Move[]
origins?: {
[k: string]: Origin[]
}
seconds?: (number | null)
}
/**
 * A step to stage `to`; going back says why.
 */
export interface Move {
id: string
to: string
why?: string
date?: string
}
/**
 * Where a copy came from: an entry of another of the learner's own exercises.
 */
export interface Origin {
activity: string
entry: string
}
/**
 * Figures of a room say at least how many answers they are about.
 */
export interface Counted {
n: number
}
/**
 * Of a kind that has nothing to tell.
 */
export interface Nothing {

}
export type Activity = Shapes["Activity"];
export type Figures = Shapes["Figures"];
export type Results = Shapes["Results"];
export type Derived = Shapes["Derived"];
export type Facts = Shapes["Facts"];
export type Told = Activity & Spec;
