// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Activity: Workspace
Answer: Answer
Spec: Nothing
Figures: Counted
Results: Nothing
Derived: Nothing
Facts: Nothing
}
export interface Workspace {
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
stages: Stage[]
votes: number
}
/**
 * First divergent (notes, with `tags`), then convergent (groups, dots, choice, form). `offers` feeds what is chosen.
 */
export interface Stage {
id: string
title: string
about: string
diverge: string
converge: string
minutes: number
note: string
tags: Entry[]
starts: (string | null)
choose: number
offers: boolean
form: (Form | null)
}
export interface Entry {
id: string
title: string
about: string
}
/**
 * What is worked out from the notes of a stage: up to `at_most` filled-in forms; `photo` allows a picture.
 */
export interface Form {
item: string
at_most: number
fields: Entry[]
photo: boolean
}
/**
 * `moves` is the way through the stages, with why one went back.
 */
export interface Answer {
stages?: {
[k: string]: GivenStage
}
moves?: Move[]
}
export interface GivenStage {
converging?: boolean
notes?: Note[]
groups?: Group[]
forms?: GivenForm[]
}
/**
 * A short text on a board; `x` and `y` in per cent of it, `colour` one of six.
 */
export interface Note {
id: string
text?: string
author?: string
colour?: number
x?: number
y?: number
group?: string
tag?: string
votes?: number
chosen?: boolean
origin?: (Origin | null)
}
/**
 * Where a copy came from: an entry of another of the learner's own exercises.
 */
export interface Origin {
activity: string
entry: string
}
export interface Group {
id: string
title?: string
}
/**
 * One result of a stage; `photo` is a JPEG or PNG as a data URL, `alt` says what it shows.
 */
export interface GivenForm {
id: string
fields?: {
[k: string]: string
}
photo?: string
alt?: string
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
 * Of a kind that has nothing to tell.
 */
export interface Nothing {

}
/**
 * Figures of a room say at least how many answers they are about.
 */
export interface Counted {
n: number
}
export type Activity = Shapes["Activity"];
export type Spec = Shapes["Spec"];
export type Figures = Shapes["Figures"];
export type Results = Shapes["Results"];
export type Derived = Shapes["Derived"];
export type Facts = Shapes["Facts"];
export type Told = Activity & Spec;
