// Counts as bars in a table, in exercises and on console and projector: figures are text, the bars show them once more.

export interface Bar {
  id: string;
  title: string;
  count: number | string;
  shares: number[]; // 0–1, a bar each
  said?: string; // over the bars
  mark?: string; // beside the title of one's own
}

const SHORT = 8; // letters that stand beside a bar where it is large, not over it

export function Bars(props: { bars: Bar[]; caption?: string; heads?: string[] }) {
  const { bars, caption, heads } = props;
  return (
    <table class={`gc-bars${bars.some(({ shares }) => shares.length > 1) ? " double" : ""}`}>
      {caption && <caption>{caption}</caption>}
      {heads && (
        <thead class="gc-hidden">
          <tr>
            {heads.map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {bars.map(({ id, title, count, shares, said, mark }) => (
          <tr class={mark ? "mine" : ""} key={id}>
            <th scope="row">
              <bdi>{title}</bdi> {mark && <strong>{mark}</strong>}
            </th>
            <td>{count}</td>
            <td class={said && said.length < SHORT ? "short" : ""}>
              {said}
              {shares.map((share) => (
                <span class="gc-bar-track" aria-hidden="true">
                  <span style={{ width: `${share * 100}%` }} />
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
