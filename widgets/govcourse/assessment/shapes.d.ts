// Made by shapes.mjs from the Python models.

export interface Shapes {
Instrument: Instrument
Answer: Answer
Dimension: Dimension
Profile: Profile
Distribution: Distribution
DimensionFigures: DimensionFigures
Debrief: Debrief
BandFact: BandFact
StatementFact: StatementFact
DimensionFact: DimensionFact
Facts: Facts
}
export interface Instrument {
title: string
note: string
scoring: string[]
scale: ScaleStep[]
dont_know: string
bands: Band[]
dimensions: Models_Dimension[]
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
export interface Models_Dimension {
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
export interface Answer {
items?: {
[k: string]: Item
}
targets?: {
[k: string]: number
}
}
export interface Item {
value?: (number | null)
dont_know?: boolean
comment?: string
}
/**
 * One respondent's dimension. `mean` is on 1–5, unrounded; None when too few statements are answered.
 */
export interface Dimension {
id: string
title: string
answered: number
dont_know: number
of: number
mean: (number | null)
percent: (number | null)
band: (string | null)
target: (number | null)
gap: (number | null)
}
/**
 * One respondent: dimensions in course order, and those below their target, largest gap first.
 */
export interface Profile {
dimensions: Dimension[]
overall: (number | null)
band: (string | null)
gaps: Dimension[]
}
/**
 * Many respondents on one statement or dimension; figures are None when nobody answered.
 */
export interface Distribution {
n: number
dont_know: number
mean: (number | null)
median: (number | null)
q1: (number | null)
q3: (number | null)
iqr: (number | null)
/**
 * @minItems 5
 * @maxItems 5
 */
counts: [number, number, number, number, number]
consensus: (number | null)
}
/**
 * All responses to a dimension together, the mean of the respondents' scores, the median of their targets.
 */
export interface DimensionFigures {
n: number
dont_know: number
mean: (number | null)
median: (number | null)
q1: (number | null)
q3: (number | null)
iqr: (number | null)
/**
 * @minItems 5
 * @maxItems 5
 */
counts: [number, number, number, number, number]
consensus: (number | null)
id: string
title: string
respondents: number
score: (number | null)
target: (number | null)
gap: (number | null)
}
/**
 * A room. The last four are ids; shares of what is `missing` and of `dont_know` are 0–1.
 */
export interface Debrief {
n: number
missing: number
dont_know: number
dimensions: DimensionFigures[]
statements: {
[k: string]: Distribution
}
disagreement: string[]
strongest: string[]
weakest: string[]
gaps: string[]
}
export interface BandFact {
id: string
at_least: number
}
export interface StatementFact {
id: string
}
export interface DimensionFact {
id: string
title: string
statements: StatementFact[]
}
export interface Facts {
bands: BandFact[]
dimensions: DimensionFact[]
}
