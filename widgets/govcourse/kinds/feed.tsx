// Brings entries from one's other exercises: one control with their number, and a drawer in which they are searched and chosen.
import { useRef, useState } from "preact/hooks";
import type { Around } from "../runtime/exercise";
import type { Say } from "../runtime/outline";
import { plain } from "../runtime/plain";
import { Drawer } from "../ui/drawer";
import { TextField } from "../ui/fields";
import { Icon } from "../ui/icon";
import { address } from "./address";
import { useOffers, type Found, type Offer } from "./offers";
import type { Origin } from "./shapes";

export type { Found } from "./offers";

const SEARCHED = 8; // from so many entries on there is a search

type MaybeOrigin = Origin | null | undefined;

const key = (origin: MaybeOrigin): string => (origin ? `${origin.activity}/${origin.entry}` : "");

// Where a copy came from, in words.
export function From({ ex, origin }: { ex: Around; origin: MaybeOrigin }) {
  const source = origin && ex.spec.sources.find((one) => one.id === origin.activity);
  if (!source) return null;
  return <small class="gc-from">{ex.t("brought_from", { title: source.title })}</small>;
}

// `into` is the part of this exercise that takes the entries; `taken` are the origins that are here already; `one` takes one entry
// alone; `kept` says what of entries is kept besides their names.
export function Bring(props: {
  ex: Around;
  into?: string;
  taken: MaybeOrigin[];
  one?: boolean;
  kept?: (found: Found[], t: Say) => string;
  onBring: (found: Found[]) => void;
}) {
  const { ex } = props;
  const { t, spec } = ex;
  const place = useRef<HTMLDivElement>(null);
  const sources = spec.sources.filter((source) => source.into.includes(props.into ?? ""));
  const [offers, look] = useOffers(ex, sources, place);
  const [open, setOpen] = useState(false);
  const [message, setMessage] = useState("");
  if (!sources.length) return null;
  const here = new Set(props.taken.map(key));
  const fresh = (offers ?? []).map((one) => ({
    ...one,
    list: one.list.filter(({ origin }) => !here.has(key(origin))),
  }));
  const count = fresh.reduce((sum, { list }) => sum + list.length, 0);
  return (
    <div class="gc-noprint gc-bring" ref={place}>
      {offers && !count && <Nothing ex={ex} offers={offers} />}
      {(!offers || count > 0 || offers.some(({ problem }) => problem)) && (
        <button
          type="button"
          onClick={async () => {
            setMessage("");
            await look();
            setOpen(true);
          }}
        >
          <Icon name="bring" />
          {count ? t("bring_n", { count }) : t("bring")}
        </button>
      )}
      {open && count > 0 && (
        <Choice
          {...props}
          offers={fresh}
          onClose={() => setOpen(false)}
          onTake={(found) => {
            setOpen(false);
            props.onBring(found);
            setMessage(`${t("bring_done", { count: found.length })} ${props.kept?.(found, t) ?? ""}`);
          }}
        />
      )}
      <p role="status" class="gc-note">
        {message}
      </p>
    </div>
  );
}

// Where nothing is to be had: why, and where it would come from.
function Nothing({ ex, offers }: { ex: Around; offers: Offer[] }) {
  const some = offers.some(({ list }) => list.length);
  return (
    <details>
      <summary>{ex.t(some ? "bring_again" : "bring_none")}</summary>
      <p class="gc-note">{ex.t("bring_from")}</p>
      <ul class="gc-note">
        {offers.map((offer) => (
          <Empty key={offer.source.id} ex={ex} offer={offer} />
        ))}
      </ul>
    </details>
  );
}

function Empty({ ex, offer: { source, list, problem } }: { ex: Around; offer: Offer }) {
  const to = address(ex, source);
  const why =
    problem ??
    (!list.length && source.outline.nothing ? ex.t(source.outline.nothing, { title: source.title }) : "");
  return (
    <li>
      {to ? <a href={to}>{source.title}</a> : source.title} {why && <small>{why}</small>}
    </li>
  );
}

function Choice(props: {
  ex: Around;
  one?: boolean;
  kept?: (found: Found[], t: Say) => string;
  offers: Offer[];
  onClose: () => void;
  onTake: (found: Found[]) => void;
}) {
  const { ex, one, kept, offers } = props;
  const { t, spec } = ex;
  const [words, setWords] = useState("");
  const [chosen, setChosen] = useState<string[]>([]);
  const fits = ({ name, note }: Found) => plain(`${name} ${note}`).includes(plain(words.trim()));
  const groups = offers.map((offer) => ({ ...offer, shown: offer.list.filter(fits) }));
  const all = offers.flatMap(({ list }) => list);
  const empty = offers.filter(({ list }) => !list.length);
  const put = (ids: string[], on: boolean) =>
    setChosen(one ? ids : on ? [...new Set([...chosen, ...ids])] : chosen.filter((id) => !ids.includes(id)));
  return (
    <Drawer title={t("bring_title")} close={t("close")} onClose={props.onClose}>
      {all.length >= SEARCHED && (
        <TextField type="search" label={t("bring_search")} value={words} onValue={setWords} />
      )}
      {groups.map(
        ({ source, shown }) =>
          shown.length > 0 && (
            <fieldset key={source.id} class="gc-bring-group">
              <legend>{source.title}</legend>
              {!one && shown.length > 1 && (
                <button
                  type="button"
                  class="gc-plain"
                  onClick={() =>
                    put(
                      shown.map((each) => key(each.origin)),
                      true,
                    )
                  }
                >
                  {t("bring_all")}
                  <span class="gc-hidden"> {source.title}</span>
                </button>
              )}
              <div class="gc-options">
                {shown.map((each) => (
                  <label key={key(each.origin)}>
                    <input
                      type={one ? "radio" : "checkbox"}
                      name={`${spec.id}-bring`}
                      checked={chosen.includes(key(each.origin))}
                      onChange={({ currentTarget }) => put([key(each.origin)], currentTarget.checked)}
                    />
                    <span>
                      {each.name}
                      {each.note && <small>{each.note}</small>}
                      {kept && <small>{kept([each], t)}</small>}
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          ),
      )}
      {!groups.some(({ shown }) => shown.length) && <p role="status">{t("bring_unmatched")}</p>}
      {empty.length > 0 && (
        <details>
          <summary>{t("bring_more")}</summary>
          <ul class="gc-note">
            {empty.map((offer) => (
              <Empty key={offer.source.id} ex={ex} offer={offer} />
            ))}
          </ul>
        </details>
      )}
      <div class="gc-row gc-bring-end">
        <button
          type="button"
          class="gc-main"
          disabled={!chosen.length}
          onClick={() => props.onTake(all.filter(({ origin }) => chosen.includes(key(origin))))}
        >
          {t("bring_take", { count: chosen.length })}
        </button>
        <button type="button" onClick={props.onClose}>
          {t("cancel")}
        </button>
      </div>
    </Drawer>
  );
}
