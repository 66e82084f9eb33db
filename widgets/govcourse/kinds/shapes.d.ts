// Made by shapes.mjs from the Python models.

export interface Shapes {
Note: Note
Group: Group
Move: Move
Origin: GivenOrigin
Moderated: Moderated
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
 * A step to stage `to`; going back says why.
 */
export interface Move {
id: string
to: string
why?: string
date?: string
}
export interface Moderated {
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
merged: Merged[]
hidden: boolean
pinned: boolean
}
/**
 * As answers.Origin, in an answer as it is stored.
 */
export interface Origin {
activity: string
entry: string
}
export interface Merged {
id: string
text: string
}
