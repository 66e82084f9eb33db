// Where a browser keeps what somebody typed until the store has it.
export const draftKey = (participant: string, activity: string): string =>
  `govcourse-draft:${participant}:${activity}`;
