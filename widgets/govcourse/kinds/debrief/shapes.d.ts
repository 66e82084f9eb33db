// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Help: Help
Spec: Spec
Activity: Debrief
Answer: Answer
Figures: Counted
Results: Nothing
Derived: Nothing
Facts: Nothing
}
/**
 * Titles of the pillars, and the cases, that help where a dimension is weak.
 */
export interface Help {
pillars: string[]
cases: Titled[]
}
export interface Titled {
id: string
title: string
}
/**
 * `helps` is by dimension, `example_of` the example of the assessment, `charts` Vega-Lite by name, without data.
 */
export interface Spec {
instrument: Instrument
helps: {
[k: string]: Help
}
example_of: ({
[k: string]: JsonValue
} | null)
charts: {
[k: string]: {
[k: string]: JsonValue
}
}
}
export interface Instrument {
title: string
note: string
scoring: string[]
scale: ScaleStep[]
dont_know: string
bands: Band[]
dimensions: Dimension[]
}
export interface ScaleStep {
value: number
label: string
}
export interface Band {
id: string
title: string
at_least: number
about: string
}
/**
 * `pillars` and `cases` help where the dimension is weak.
 */
export interface Dimension {
id: string
title: string
about: string
pillars: string[]
cases: string[]
statements: Statement[]
}
export interface Statement {
id: string
text: string
origin: ("workshop" | "seed" | "draft")
}
/**
 * Reads the answers to activity `of`.
 */
export interface Debrief {
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
of: string
steps: Step[]
}
export interface Step {
id: ("who" | "dimensions" | "disagreement" | "extremes" | "gaps" | "own" | "forward")
title: string
about: string
prompt: string
}
/**
 * A note per step, and the gaps that are carried on.
 */
export interface Answer {
notes?: {
[k: string]: string
}
carried?: Carried[]
}
/**
 * A gap that goes into the plan: dimension, and the words that the plan gets.
 */
export interface Carried {
id: string
name?: string
note?: string
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
