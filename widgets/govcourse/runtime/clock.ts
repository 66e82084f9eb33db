// Time as a room counts it: by the server's clock, since a phone's may be minutes off.
let ahead = 0; // ms by which the server's clock is before this one's

// The server tells its time with each state of a room, and every few seconds.
export const hear = (events: EventSource): void =>
  events.addEventListener("clock", (event) => {
    ahead = JSON.parse((event as MessageEvent).data).now - Date.now();
  });

export const now = (): number => Date.now() + ahead;

// Seconds as people read them: 5:00, −0:07.
export const clock = (seconds: number): string => {
  const left = Math.abs(seconds);
  return `${seconds < 0 ? "−" : ""}${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
};
