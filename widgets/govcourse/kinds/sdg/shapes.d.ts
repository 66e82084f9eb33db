// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Spec: Spec
Activity: Sdg
Answer: Answer
Figures: Counted
Results: Nothing
Derived: Nothing
Facts: Nothing
}
export interface Spec {
note: string
goals: Goal[]
}
export interface Goal {
number: number
title: string
colour: string
service_delivery: boolean
why: string
targets: Target[]
indicators: Target[]
}
export interface Target {
number: string
text: string
}
export interface Sdg {
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
questions: Entry[]
seconds: number
words_per_minute: number
}
export interface Entry {
id: string
title: string
about: string
}
/**
 * `seconds` is how long the last rehearsal took.
 */
export interface Answer {
goal?: (number | null)
notes?: {
[k: string]: string
}
pitch?: string
seconds?: (number | null)
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
