// Made by shapes.mjs from the Python models.

export type JsonValue = unknown

export interface Shapes {
Right: Right
Figures: Figures
Named: Named
Results: Results
Derived: Derived
OptionFact: OptionFact
QuestionFact: QuestionFact
Facts: Facts
Activity: Quiz
Answer: Answer
Spec: Nothing
}
/**
 * How many checked a question, and how many of them were right.
 */
export interface Right {
n: number
right: number
}
export interface Figures {
n: number
questions: {
[k: string]: Right
}
}
export interface Named {
id: string
text: string
}
export interface Results {
questions: Named[]
}
/**
 * By question that has an answer, whether it is right.
 */
export interface Derived {
right: {
[k: string]: boolean
}
}
export interface OptionFact {
id: string
right: boolean
}
export interface QuestionFact {
id: string
type: ("single" | "multiple" | "match" | "order" | "true-false")
options: OptionFact[]
}
export interface Facts {
questions: QuestionFact[]
}
export interface Quiz {
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
questions: QuizQuestion[]
}
/**
 * In "match" and "order" every option is part of the answer, in the order given; `reason` asks why.
 */
export interface QuizQuestion {
id: string
text: string
type: ("single" | "multiple" | "match" | "order" | "true-false")
options: QuizOption[]
explanation: string
reason: boolean
}
export interface QuizOption {
id: string
text: string
feedback: string
right: boolean
match: (string | null)
}
export interface Answer {
answers?: {
[k: string]: Given
}
}
/**
 * One question: options chosen (in "order", all of them in order), or pairs; `tries` so far.
 */
export interface Given {
chosen?: string[]
pairs?: {
[k: string]: string
}
reason?: string
checked?: boolean
tries?: number
}
/**
 * Of a kind that has nothing to tell.
 */
export interface Nothing {

}
export type Activity = Shapes["Activity"];
export type Spec = Shapes["Spec"];
export type Told = Activity & Spec;
