// Words and speaking time of a pitch, as rules.py; one file of worked examples tests both.
export function pitch(text: string, wordsPerMinute: number): { words: number; seconds: number } {
  const words = text.trim() ? text.trim().split(/\s+/u).length : 0;
  return { words, seconds: Math.round((words / wordsPerMinute) * 60) };
}
