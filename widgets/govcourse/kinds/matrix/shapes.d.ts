// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Spec: Spec
Placed: Placed
Urgent: Urgent
Up: Up
Median: Median
Term: Term
Total: Total
Column: Column
Served: Served
Columns: Columns
Gaps: Gaps
LevelFact: LevelFact
AskFact: AskFact
Facts: Facts
Activity: Matrix
Answer: Answer
Figures: Counted
Results: Nothing
Derived: (Columns | Gaps)
}
/**
 * `own` are the ids of rows that can be added; `note` says whose the descriptions are.
 */
export interface Spec {
rows: MatrixRow[]
levels: MatrixLevel[]
own: string[]
note: (string | null)
}
/**
 * `cells` describes the levels for this row.
 */
export interface MatrixRow {
id: string
title: string
about: string
group: (string | null)
cells: {
/**
 * This interface was referenced by `undefined`'s JSON-Schema definition
 * via the `patternProperty` "^[a-z0-9]+(-[a-z0-9]+)*$".
 */
[k: string]: string
}
}
/**
 * `value` counts in totals and in the profile.
 */
export interface MatrixLevel {
id: string
title: string
about: string
value: number
}
/**
 * A row with the values of its level and of its target.
 */
export interface Placed {
id: string
title: string
value: (number | null)
target: (number | null)
}
/**
 * A row that has a value, with its `gap` below the target.
 */
export interface Urgent {
id: string
title: string
value: number
target: (number | null)
gap: number
}
/**
 * The titles of both levels.
 */
export interface Up {
id: string
title: string
value: number
target: (number | null)
gap: number
today: string
to: string
}
/**
 * A row over the `n` who placed it.
 */
export interface Median {
id: string
title: string
n: number
value: number
target: (number | null)
}
export interface Term {
row: string
weight: number
value: number
}
/**
 * A column: what its terms come to, and the most that they could.
 */
export interface Total {
id: string
title: string
total: number
most: number
terms: Term[]
}
/**
 * With its cells, by row and by what is asked.
 */
export interface Column {
id: string
title: string
total: number
most: number
terms: Term[]
marks: {
[k: string]: {
[k: string]: string
}
}
}
export interface Served {
id: string
title: string
total: number
}
/**
 * The learner's columns, highest total first.
 */
export interface Columns {
options: Column[]
}
/**
 * The rows below their target, the widest gap first.
 */
export interface Gaps {
up: Up[]
}
export interface LevelFact {
id: string
title: string
value: number
}
export interface AskFact {
id: string
type: ("level" | "text")
}
export interface Facts {
rows: Titled[]
levels: LevelFact[]
asks: AskFact[]
own: string[]
weights: boolean
options: boolean
best: ("high" | "low")
}
export interface Titled {
id: string
title: string
}
/**
 * Rows × levels, or rows × the learner's own `options`; `heads` are asked once, `own_rows` can be added.
 */
export interface Matrix {
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
rows_from: (("pillars" | "principles" | "public-values" | "obstacles" | "sdgs") | null)
rows: MatrixRow[]
own_rows: number
levels: MatrixLevel[]
heads: Entry[]
asks: Ask[]
options: (Options | null)
weights: boolean
row: string
best: ("high" | "low")
}
export interface Entry {
id: string
title: string
about: string
}
/**
 * What a matrix asks in each cell: one of the levels, or text.
 */
export interface Ask {
id: string
title: string
about: string
type: ("level" | "text")
}
/**
 * Columns that learners name themselves.
 */
export interface Options {
item: string
items: string
at_least: number
at_most: number
}
/**
 * `titles` names the rows of one's own; `cells` is by row, where there are no options.
 */
export interface Answer {
heads?: {
[k: string]: string
}
titles?: {
[k: string]: string
}
weights?: {
[k: string]: number
}
cells?: {
[k: string]: {
[k: string]: string
}
}
options?: Option[]
}
/**
 * A column of the learner's own, with a cell per row.
 */
export interface Option {
id: string
title?: string
marks?: {
[k: string]: {
[k: string]: string
}
}
origin?: (Origin | null)
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
export type Told = Activity & Spec;
