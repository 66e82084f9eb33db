// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Spec: Spec
Figures: Figures
Results: Results
Activity: Whiteboard
Answer: Answer
Derived: Nothing
Facts: Nothing
}
/**
 * How many notes one board holds.
 */
export interface Spec {
limit: number
}
/**
 * Before moderation, which makes a moderation.Board of it.
 */
export interface Figures {
n: number
notes: Note[]
}
/**
 * A note of a room, in the group of this name, with the sum of its dots; what its author did not give is not there.
 */
export interface Note {
id: string
text: string
group: string
votes: number
comments: string[]
author?: string
colour?: number
x?: number
y?: number
tag?: string
chosen?: boolean
origin?: (Origin | null)
}
/**
 * As answers.Origin, in an answer as it is stored.
 */
export interface Origin {
activity: string
entry: string
}
export interface Results {
prompt: string
}
/**
 * `each` is how many notes one participant writes; `seeds` are notes of ours for those who learn alone.
 */
export interface Whiteboard {
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
prompt: string
phases: Phase[]
comment_prompt: (string | null)
votes: number
each: (number | null)
seeds: Seed[]
}
/**
 * What a phase allows: adding notes, grouping them, voting, commenting.
 */
export interface Phase {
id: string
title: string
about: string
minutes: number
allows: ("write" | "group" | "vote" | "comment")[]
}
export interface Seed {
id: string
text: string
author: string
}
/**
 * One's own notes and groups; dots and comments go to any note of the board, by its id.
 */
export interface Answer {
phase?: string
notes?: GivenNote[]
groups?: Group[]
votes?: {
[k: string]: number
}
comments?: {
[k: string]: string
}
}
/**
 * A short text on a board; `x` and `y` in per cent of it, `colour` one of six.
 */
export interface GivenNote {
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
origin?: (GivenOrigin | null)
}
/**
 * Where a copy came from: an entry of another of the learner's own exercises.
 */
export interface GivenOrigin {
activity: string
entry: string
}
export interface Group {
id: string
title?: string
}
/**
 * Of a kind that has nothing to tell.
 */
export interface Nothing {

}
export type Activity = Shapes["Activity"];
export type Derived = Shapes["Derived"];
export type Facts = Shapes["Facts"];
export type Told = Activity & Spec;
