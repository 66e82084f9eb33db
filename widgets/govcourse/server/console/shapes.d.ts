// Made by shapes.mjs from the Python models.

export interface Shapes {
Timer: Timer
Run: Run
RoomActivityState: RoomActivityState
RoomState: RoomState
RoomGone: RoomGone
Counts: Counts
Member: Member
TeamListed: TeamListed
Teams: Teams
MyTeam: MyTeam
Task: Task
Prepared: Prepared
PreparedRoom: PreparedRoom
Act: Act
About: About
Shared: Shared
SheetProblem: SheetProblem
Imported: Imported
ConsoleActivity: ConsoleActivity
Console: Console
Opened: Opened
Page: Page
LearnerPage: LearnerPage
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
export interface RoomGone {
code: string
status: "deleted"
}
/**
 * `answered` by activity.
 */
export interface Counts {
participants: number
answered: {
[k: string]: number
}
}
export interface Member {
id: string
name: string
}
export interface TeamListed {
id: string
name: string
members: Member[]
}
/**
 * The teams of a room, and who is in none.
 */
export interface Teams {
teams: TeamListed[]
alone: Member[]
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
 * How many people, or teams, have finished or begun an activity that the session builds on.
 */
export interface Task {
id: string
title: string
by: ("people" | "teams")
all: number
done: number
begun: number
}
/**
 * The stage of each activity, of somebody who gave a name.
 */
export interface Prepared {
name: string
stages: {
[k: string]: "done" | "begun" | "not"
}
}
export interface PreparedRoom {
session: number
expected: number
joined: number
tasks: Task[]
named: Prepared[]
}
/**
 * `at` is a UTC time in ISO 8601.
 */
export interface Act {
at: string
who: string
act: string
}
/**
 * What is known about a room.
 */
export interface About {
code: string
title: string
sessions: number[]
status: string
country: string
date: string
language: string
teams: number
expected: number
keep: number
}
/**
 * Who leads a room, what they did, and the day on which it is deleted if nobody uses it.
 */
export interface Shared {
facilitators: Member[]
acts: Act[]
about: About
due: string
}
export interface SheetProblem {
row: number
column: string
message: string
}
/**
 * What is in a sheet; `taken` once it was taken over.
 */
export interface Imported {
found: number
problems: SheetProblem[]
taken?: {
[k: string]: number
}
}
export interface ConsoleActivity {
kind: string
minutes: number
owner: ("participant" | "team" | "private")
lead: string
summed: boolean
moderated: boolean
presents: boolean
results: {
[k: string]: unknown
}
}
/**
 * What console and projector need beside the room's state; `short` is the address as one reads it out.
 */
export interface Console {
api: string
base: string
join: string
short: string
texts: {
[k: string]: string
}
sessions: Session[]
activities: {
[k: string]: ConsoleActivity
}
kinds: {
[k: string]: {
[k: string]: string
}
}
}
export interface Session {
number: number
title: string
question: string
objectives: string[]
before: Preparation[]
prepare: string[]
agenda: AgendaItem[]
recap: string[]
preparation: Preparation[]
}
export interface Preparation {
text: string
how: ("individual" | "team")
deadline: string
hours_before: number
activity: (string | null)
readings: string[]
optional: boolean
}
export interface AgendaItem {
minutes: number
title: string
activity: (string | null)
cut: (string | null)
talk: string[]
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
