// Tables: one that may be wider than its place, and one of plain rows.
import type { ComponentChildren } from "preact";

// Scrolls by itself, by keys too, where it is wider than its place; `label` says what is in it.
export function Scroll({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <div class="gc-scroll" tabIndex={0} role="region" aria-label={label}>
      {children}
    </div>
  );
}

const number = (cell: unknown) => (typeof cell === "number" ? "gc-number" : undefined);

export function Table(props: { label: string; head: string[]; rows: (string | number)[][] }) {
  return (
    <Scroll label={props.label}>
      <table>
        <thead>
          <tr>
            {props.head.map((name, column) => (
              <th scope="col" class={number(props.rows[0]?.[column])}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([name, ...cells]) => (
            <tr>
              <th scope="row">{name}</th>
              {cells.map((cell) => (
                <td class={number(cell)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
