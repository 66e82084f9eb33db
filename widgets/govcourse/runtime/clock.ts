// Seconds as people read them: 5:00, −0:07.
export const clock = (seconds: number): string => {
  const left = Math.abs(seconds);
  return `${seconds < 0 ? "−" : ""}${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
};
