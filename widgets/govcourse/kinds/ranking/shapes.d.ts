// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Standing: Standing
Figures: Figures
Activity: Ranking
Answer: Answer
Spec: Nothing
Results: Nothing
Derived: Nothing
Facts: Nothing
}
/**
 * One thing over all who ranked it (`n`). Ranks begin at 1; `q1` and `q3` are the quartiles (inclusive method).
 * 
 * `points` are Borda's: in each order one for everything that stands behind it, what was left waiting included.
 * `share` is what it got of the points that it could have got, 0–1.
 */
export interface Standing {
id: string
title: string
n: number
points: number
share: number
first: number
median: number
q1: number
q3: number
}
/**
 * Of those who put anything in order; most points first.
 */
export interface Figures {
n: number
standings: Standing[]
}
/**
 * Things to put in order: `options` of the course, and with `own` what people add or bring in, `limit` in all.
 */
export interface Ranking {
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
question: string
item: string
options: RankingOption[]
own: boolean
at_least: number
limit: number
}
/**
 * What everybody puts in order; `about` explains it.
 */
export interface RankingOption {
id: string
title: string
about: (string | null)
}
/**
 * `ranked` is the order, the first one best; `waiting` are one's own that stand in no order yet.
 */
export interface Answer {
ranked?: Entry[]
waiting?: Entry[]
}
/**
 * One thing: an option of the course by its id alone, or one's own with its `name`.
 */
export interface Entry {
id: string
name?: string
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
 * Of a kind that has nothing to tell.
 */
export interface Nothing {

}
export type Activity = Shapes["Activity"];
export type Spec = Shapes["Spec"];
export type Results = Shapes["Results"];
export type Derived = Shapes["Derived"];
export type Facts = Shapes["Facts"];
export type Told = Activity & Spec;
