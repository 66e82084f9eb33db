// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Activity: ActivityBase
Moderation: Moderation
Nothing: Nothing
Counted: Counted
Titled: Titled
Origin: Origin
Earned: Earned
Brief: Brief
Source: Source
Told: Told
RoomState: RoomState
RoomGone: RoomGone
MyTeam: MyTeam
Page: Page
LearnerPage: LearnerPage
}
/**
 * `example` is a whole answer that a learner can look at; `empty` is what shows before any answer.
 * 
 * `owner` says whose an answer is: each participant's, a team's, or nobody else's to see. `report` is the section of a
 * room's report that takes what was made here, as data/report.yaml names it. `cases` are those whose pages lead here: all, those with principles,
 * or those that help with a dimension of the assessment.
 */
export interface ActivityBase {
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
}
/**
 * What was done: ids of notes; by id which note one is put under (`merged`), and into which group (`grouped`).
 * 
 * With `moderate`, only what is approved is seen.
 */
export interface Moderation {
moderate: boolean
hidden: string[]
approved: string[]
pinned: string[]
merged: {
[k: string]: string
}
grouped: {
[k: string]: string
}
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
export interface Titled {
id: string
title: string
}
/**
 * As answers.Origin, in an answer as it is stored.
 */
export interface Origin {
activity: string
entry: string
}
/**
 * Which activities count for the certificate, how many are needed, and whether it is earned.
 */
export interface Earned {
counted: string[]
need: number
earned: boolean
}
/**
 * An activity as other exercises read its answers.
 */
export interface Brief {
id: string
kind: string
title: string
sessions: number[]
minutes: number
owner: ("participant" | "team" | "private")
outline: ShownOutline
}
/**
 * `facts` are what `derived` needs to know of the activity; `nothing` is the text's key where nothing is offered yet.
 */
export interface ShownOutline {
parts: Part[]
done: Count[]
feeds?: Outline_Feed[]
tables?: {
[k: string]: Entry[]
}
facts?: {
[k: string]: unknown
}
nothing?: string
}
/**
 * A heading with its lines, or one for `each` entry.
 */
export interface Part {
lines: Line[]
title?: (string | Read | Say | Join | Choice | Every | Some)
each?: string
when?: (string | Read | Say | Join | Choice | Every | Some)
}
/**
 * A line of a part: one, or one for `each` entry, where `when` says something. A line without a text is left out.
 */
export interface Line {
text: (string | Read | Say | Join | Choice | Every | Some)
label?: (string | Read | Say | Join | Choice | Every | Some)
image?: (string | Read | Say | Join | Choice | Every | Some)
each?: string
when?: (string | Read | Say | Join | Choice | Every | Some)
}
export interface Read {
of?: string
places?: number
repeat?: string
default?: number
at: string
}
export interface Say {
say: string
values?: {
[k: string]: string | Read | Say | Join | Choice | Every | Some
}
}
export interface Join {
join: (string | Read | Say | Join | Choice | Every | Some)[]
by: string
}
export interface Choice {
when: (string | Read | Say | Join | Choice | Every | Some)
then: (string | Read | Say | Join | Choice | Every | Some)
otherwise: (string | Read | Say | Join | Choice | Every | Some)
}
export interface Every {
every: (string | Read | Say | Join | Choice | Every | Some)[]
}
export interface Some {
some: (string | Read | Say | Join | Choice | Every | Some)[]
}
/**
 * What counts as done: one thing, or `each` entry that passes `check`; `enough` of them are all that is asked.
 */
export interface Count {
check: (string | Read | Say | Join | Choice | Every | Some)
each?: string
enough?: number
}
/**
 * What other exercises can take over. With `by` the largest come first, and those with 0 only where there are no others.
 */
export interface Outline_Feed {
id: (string | Read | Say | Join | Choice | Every | Some)
name: (string | Read | Say | Join | Choice | Every | Some)
note?: (string | Read | Say | Join | Choice | Every | Some)
each?: string
when?: (string | Read | Say | Join | Choice | Every | Some)
by?: (string | Read | Say | Join | Choice | Every | Some)
}
/**
 * What stands in a table.
 */
export interface Entry {
id: (string | number)
title: string
}
/**
 * What an activity may read; `into` are the parts that take its entries, "" for an activity without parts.
 */
export interface Source {
id: string
kind: string
title: string
sessions: number[]
minutes: number
owner: ("participant" | "team" | "private")
outline: ShownOutline
into: string[]
}
/**
 * What every view is told, beside its activity's own fields and its kind's Spec.
 */
export interface Told {
outline: ShownOutline
sources: Source[]
documents: string[]
schema: {
[k: string]: JsonValue
}
}
/**
 * What everybody sees of a room; `presents` is a team's id, `presenter` its name.
 */
export interface RoomState {
code: string
title: string
sessions: number[]
status: ("open" | "ended" | "archived")
session: (number | null)
look: (string | null)
timer: (Timer | null)
message: (string | null)
run: (Run | null)
language: (string | null)
presents: (string | null)
presented: (string[] | null)
order: (string[] | null)
presenter: (string | null)
activities: RoomActivityState[]
}
/**
 * A countdown; `ends` in milliseconds since 1970, UTC.
 */
export interface Timer {
ends: number
seconds: number
title: string
}
/**
 * Where a session is: its step, since when, and when it began (milliseconds since 1970, UTC).
 */
export interface Run {
session: (number | null)
step: number
since: number
began: number
}
export interface RoomActivityState {
id: string
title: string
kind: string
sessions: number[]
state: ("open" | "closed")
results: ("shown" | "hidden")
moderation: Moderation
}
export interface RoomGone {
code: string
status: "deleted"
}
/**
 * The team of whoever asks; `names` of those who gave one.
 */
export interface MyTeam {
id: string
name: string
size: number
names: string[]
}
/**
 * What a participant's page is told; `participant` tells two at one computer apart.
 */
export interface Page {
api: string
participant: string
session: (number | null)
texts: {
[k: string]: string
}
}
/**
 * A session's page; `first` is the exercise that stands first on it.
 */
export interface LearnerPage {
api: string
participant: string
session: (number | null)
texts: {
[k: string]: string
}
base: string
host: "notebook"
first: (Opened | null)
}
/**
 * An exercise of somebody, with their answer.
 */
export interface Opened {
spec: {
[k: string]: unknown
}
texts: {
[k: string]: string
}
answer: {
[k: string]: unknown
}
version: number
participant: string
language: string
direction: ("ltr" | "rtl")
}
export type Activity = Shapes["Activity"];
