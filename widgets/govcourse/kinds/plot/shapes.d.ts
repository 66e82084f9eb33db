// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Money: Money
Judged: Judged
Ranked: Ranked
Placed: Placed
Activity: Plot
Answer: Answer
Spec: Nothing
Figures: Counted
Results: Nothing
Derived: Nothing
Facts: Nothing
}
export interface Money {
benefits?: (number | null)
costs?: (number | null)
probability?: (number | null)
}
/**
 * `score` is 0–100, `quadrant` the sides of x and y, `net` the net value.
 */
export interface Judged {
id: string
score: number
/**
 * @minItems 2
 * @maxItems 2
 */
quadrant: [("low" | "high"), ("low" | "high")]
net: (number | null)
fields?: {
[k: string]: string
}
money?: Money
origin?: (Origin | null)
}
/**
 * As answers.Origin, in an answer as it is stored.
 */
export interface Origin {
activity: string
entry: string
}
/**
 * An entry as it was made; what was not given is not there.
 */
export interface Ranked {
id: string
score: number
/**
 * @minItems 2
 * @maxItems 2
 */
quadrant: [("low" | "high"), ("low" | "high")]
net: (number | null)
fields?: {
[k: string]: string
}
money?: Money
origin?: (Origin | null)
name?: string
x?: number
y?: number
}
/**
 * An entry of a room, at the mean of its places, with how many placed it.
 */
export interface Placed {
id: string
score: number
/**
 * @minItems 2
 * @maxItems 2
 */
quadrant: [("low" | "high"), ("low" | "high")]
net: (number | null)
fields?: {
[k: string]: string
}
money?: Money
origin?: (Origin | null)
name: string
x: number
y: number
n: number
}
export interface Plot {
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
item: string
items: string
x: Axis
y: Axis
quadrants: Quadrant[]
fields: PlotField[]
money: boolean
rank: ("product" | "sum")
limit: number
}
export interface Axis {
title: string
low: string
high: string
about: string
}
export interface Quadrant {
id: string
x: ("low" | "high")
y: ("low" | "high")
title: string
advice: string
}
export interface PlotField {
id: string
title: string
hint: string
long: boolean
}
export interface Answer {
items?: Item[]
}
/**
 * One entry; `x` and `y` in per cent of the axes.
 */
export interface Item {
id: string
name?: string
x?: number
y?: number
fields?: {
[k: string]: string
}
money?: GivenMoney
origin?: (GivenOrigin | null)
}
/**
 * Benefits and costs in one currency; `probability` of success, 0–1.
 */
export interface GivenMoney {
benefits?: (number | null)
costs?: (number | null)
probability?: (number | null)
}
/**
 * Where a copy came from: an entry of another of the learner's own exercises.
 */
export interface GivenOrigin {
activity: string
entry: string
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
