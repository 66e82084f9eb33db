// The answers file: everything that one learner answered, in one format for all hosts.

export const FORMAT = "govcourse-answers";
export const FORMAT_VERSION = 1;

export interface AnswersFile {
  format: string;
  version: number;
  saved: string;
  answers: Record<string, object>;
}

// What a text holds, where it is an answers file; what its answers are is for their schemas to say.
export function parsed(text: string): AnswersFile | null {
  try {
    const file: Partial<AnswersFile> | null = JSON.parse(text);
    const known = file?.format === FORMAT && file.answers !== null && typeof file.answers === "object";
    return known ? (file as AnswersFile) : null;
  } catch {
    return null;
  }
}
