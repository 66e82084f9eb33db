// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Spec: Spec
Activity: Portfolio
Answer: Answer
Figures: Counted
Results: Nothing
Derived: Nothing
Facts: Nothing
}
/**
 * The title of the course, and of its sessions by number.
 */
export interface Spec {
course: string
titles: {
[k: string]: string
}
}
/**
 * No more than all that gather say.
 */
export interface Portfolio {
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
certificate: Certificate
}
/**
 * `required` are the activities that count, once `share` per cent of one is done; `at_least` of them are needed.
 */
export interface Certificate {
title: string
text: string
required: string[]
at_least: number
share: number
}
/**
 * The name on the certificate, activities that are left out, and a note on any of them.
 */
export interface Answer {
name?: string
left_out?: string[]
notes?: {
[k: string]: string
}
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
