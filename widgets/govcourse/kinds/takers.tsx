// Where what was made here goes on: the exercises that take it, as links.
import type { Around } from "../runtime/exercise";
import { address } from "./address";

export function Takers({ ex }: { ex: Around }) {
  const { t, spec } = ex;
  if (!spec.takers.length) return null;
  return (
    <>
      <p>{t("goes_on")}</p>
      <ul>
        {spec.takers.map((one) => {
          const to = address(ex, one);
          return (
            <li key={one.id}>
              {to ? <a href={to}>{one.title}</a> : one.title}{" "}
              <small>{t("taker_session", { number: Math.min(...one.sessions) })}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
