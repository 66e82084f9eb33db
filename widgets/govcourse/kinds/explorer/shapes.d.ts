// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Case: Case
Spec: Spec
Saved: Saved
Figures: Figures
Activity: Explorer
Answer: Answer
Results: Nothing
Derived: Nothing
Facts: Nothing
}
/**
 * A case as it can be searched; `period` is its decade.
 */
export interface Case {
id: string
title: string
country: string
region: ("Africa" | "Asia" | "Europe" | "Latin America and the Caribbean" | "Global" | "Anonymous")
year: string
sessions: number[]
sdgs: number[]
principles: string[]
techniques: string[]
summary: string
context: string
done: string
results: Result[]
lesson: string
questions: string[]
exercise: (string | null)
period: string
}
export interface Result {
text: string
source: string
}
/**
 * `goals` has titles by number, `principles` by id.
 */
export interface Spec {
cases: Case[]
goals: {
[k: string]: string
}
principles: {
[k: string]: string
}
}
export interface Saved {
id: string
count: number
}
/**
 * How many saved each case, most first.
 */
export interface Figures {
n: number
saved: Saved[]
}
export interface Explorer {
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
facets: Entry[]
}
export interface Entry {
id: string
title: string
about: string
}
/**
 * Saved cases, each with a note.
 */
export interface Answer {
saved?: {
[k: string]: string
}
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
