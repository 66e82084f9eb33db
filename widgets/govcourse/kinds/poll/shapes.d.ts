// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Asked: Asked
Spec: Spec
Bar: Bar
Tally: Tally
Figures: Figures
Activity: Poll
Answer: Answer
Results: Spec
Derived: Nothing
Facts: Nothing
}
/**
 * A question as it is asked: the key of its answer and, where it is asked in each, its session.
 */
export interface Asked {
id: string
text: string
type: ("single" | "multiple" | "open" | "scale")
options: PollOption[]
limit: (number | null)
steps: number
low: (string | null)
high: (string | null)
key: string
session: (number | null)
}
/**
 * Whoever chooses an `open` option says in words what is meant.
 */
export interface PollOption {
id: string
title: string
about: (string | null)
open: boolean
}
export interface Spec {
asked: Asked[]
}
/**
 * An option or a step: how many chose it, and their share of those who answered, 0–1.
 */
export interface Bar {
id: string
count: number
share: number
}
/**
 * `n` who answered; texts as given.
 */
export interface Tally {
n: number
bars: Bar[]
texts: string[]
}
/**
 * A tally for each key of an answer.
 */
export interface Figures {
n: number
questions: {
[k: string]: Tally
}
}
/**
 * With `each_session`, the questions are asked once in every session.
 */
export interface Poll {
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
questions: Question[]
each_session: boolean
}
/**
 * `limit` is how many options of a multiple choice; a scale goes from `low` (1) to `high` (`steps`).
 */
export interface Question {
id: string
text: string
type: ("single" | "multiple" | "open" | "scale")
options: PollOption[]
limit: (number | null)
steps: number
low: (string | null)
high: (string | null)
}
export interface Answer {
answers?: {
[k: string]: Given
}
}
/**
 * The answer to one question; `text` is the open answer, or what an open option means.
 */
export interface Given {
chosen?: string[]
text?: string
value?: (number | null)
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
export type Results = Shapes["Results"];
export type Derived = Shapes["Derived"];
export type Facts = Shapes["Facts"];
export type Told = Activity & Spec;
