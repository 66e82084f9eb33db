// Bars on a scale with a ring for the target, from where the language begins; the table beside it says the same in words.
export interface ProfileRow {
  title: string;
  value: number | null;
  target: number | null;
  shown: string; // the value in words
}

export function Profile({
  rows,
  label,
  ticks,
}: {
  rows: ProfileRow[];
  label: string;
  ticks: { value: number; title: string }[];
}) {
  const [low, high] = [ticks[0].value, ticks.at(-1)!.value];
  const share = (value: number) => (value - low) / (high - low || 1);
  const at = (value: number) => ({ insetInlineStart: `${100 * share(value)}%` });
  const zero = low < 0 ? 0 : low;
  const bar = (value: number) => ({
    ...at(Math.min(zero, value)),
    width: `${100 * Math.abs(share(value) - share(zero))}%`,
  });
  const numbers = ticks.every((tick) => tick.title === String(tick.value));
  return (
    <div class="gc-profile" role="img" aria-label={label}>
      {rows.map((row) => (
        <>
          <div class="name">{row.title}</div>
          <div class="track">
            {row.value !== null && <div class={row.value < 0 ? "bar below" : "bar"} style={bar(row.value)} />}
            {row.target !== null && <div class="target" style={at(row.target)} />}
          </div>
          <div>{row.shown}</div>
        </>
      ))}
      {numbers && (
        <div class="ticks">
          {ticks.map((tick) => (
            <span style={at(tick.value)}>{tick.title}</span>
          ))}
        </div>
      )}
    </div>
  );
}
