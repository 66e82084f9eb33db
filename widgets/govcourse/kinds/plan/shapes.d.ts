// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Goal: Goal
Spec: Spec
Finding: Finding
Person: Person
Activity: Plan
Answer: Answer
Figures: Counted
Results: Nothing
Derived: Nothing
Facts: Nothing
}
/**
 * A Sustainable Development Goal.
 */
export interface Goal {
number: number
title: string
}
export interface Spec {
principles: Titled[]
goals: Goal[]
}
export interface Titled {
id: string
title: string
}
/**
 * What is to be looked at: its text is the catalogue's, by `code`; the rest is filled in.
 */
export interface Finding {
code: string
goal?: string
step?: string
kpi?: string
name?: string
count?: number
all?: number
}
/**
 * The steps that a person answers for, does and supports.
 */
export interface Person {
name: string
owns: string[]
does: string[]
supports: string[]
}
/**
 * With `frame`, goals stand under the five principles.
 */
export interface Plan {
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
components: Entry[]
horizon: string
frame: ("principles" | null)
}
export interface Entry {
id: string
title: string
about: string
}
export interface Answer {
goals?: GivenGoal[]
}
export interface GivenGoal {
id: string
title?: string
principles?: string[]
sdgs?: number[]
steps?: Step[]
origin?: (Origin | null)
}
/**
 * The seven components of one action step.
 */
export interface Step {
id: string
step?: string
responsibility?: string
support?: string
owner?: string
start?: string
end?: string
milestones?: Milestone[]
resources?: Resources
kpis?: Kpi[]
sharing?: string
origin?: (Origin | null)
}
export interface Milestone {
id: string
text?: string
date?: string
}
export interface Resources {
money?: (number | null)
currency?: string
people?: string
other?: string
}
/**
 * A measurement: from `baseline` to `target`, in `unit`, by `date`.
 */
export interface Kpi {
id: string
text?: string
baseline?: string
target?: string
unit?: string
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
