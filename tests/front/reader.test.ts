// Answers to every activity are read back as in Python.
import { expect, test } from "vitest";
import { progress, reader } from "govcourse/runtime/reader";
import { rowsOf } from "govcourse/runtime/rows";
import { activities, say } from "./fixtures";

test.each(activities)("answers to %s are read back as in Python", (_, { spec, texts, answers }) => {
  for (const { answer, parts, rows, progress: far, offers } of answers) {
    const found = reader(spec as any, answer, say(texts));
    const read = [found.parts(), rowsOf(found.parts()), progress(found), found.offers()];
    expect(read, JSON.stringify(answer)).toEqual([parts, rows, far, offers]);
  }
});
