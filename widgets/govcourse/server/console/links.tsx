// Links of further facilitators: made, listed with who made them, and revoked alone, with those that were made by them, or all at once.
import { useState } from "preact/hooks";
import { Dialog } from "../../ui/dialog";
import { listed } from "../../runtime/listed";
import type { Say } from "../../runtime/outline";
import { call } from "./room";
import type { Link } from "./shapes";

// The links that were made by one, by these, and so on; never that of whoever looks, which stays.
function madeBy(maker: Link, links: Link[]): Link[] {
  const its = links.filter((one) => one.maker === maker.id && !one.own);
  return its.flatMap((one) => [one, ...madeBy(one, links)]);
}

export function Links(props: {
  t: Say;
  api: string;
  links: Link[];
  look: () => void; // asks for them again
  tell: (message: string) => void;
}) {
  const { t, links, look, tell } = props;
  const api = `${props.api}/facilitators`;
  const [name, setName] = useState("");
  const [link, setLink] = useState("");
  const [asked, ask] = useState<Link | "all" | null>(null); // what is to be revoked, once that is confirmed
  const wrong = (error: Error) => tell(error.message);
  const revoke = (one: Link, made = "") =>
    call<{ revoked: string[] }>(`${api}/${one.id}${made}`, "DELETE").then(({ revoked }) => {
      const names = links.filter(({ id }) => revoked.includes(id)).map((gone) => gone.name);
      tell(t("links_revoked", { names: listed(t, names) }));
      look();
    }, wrong);
  const revokeAll = () =>
    call<{ url: string }>(api, "DELETE").then(
      ({ url }) => (setLink(url), tell(t("links_ended")), look()),
      wrong,
    );
  const by = ({ maker }: Link) => {
    const its = links.find(({ id }) => id === maker);
    return maker && (its ? t("link_by", { name: its.name }) : t("link_by_gone"));
  };
  return (
    <>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault();
          call<{ url: string }>(api, "POST", { name }).then(
            ({ url }) => (setLink(url), setName(""), look()),
            wrong,
          );
        }}
      >
        <label>
          {t("share_name")}
          <input
            value={name}
            maxLength={100}
            required
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button>{t("share")}</button>
      </form>
      {link && (
        <p>
          {t("share_link")} <input readOnly value={link} aria-label={t("share_link")} size={50} />
        </p>
      )}
      <ul class="links">
        {links.map((one) => (
          <li key={one.id}>
            <span>
              <bdi>{one.name}</bdi>
              <span class="note">{[one.own && t("link_own"), by(one)].filter(Boolean).join(" · ")}</span>
            </span>
            <button type="button" onClick={() => (madeBy(one, links).length ? ask(one) : void revoke(one))}>
              {t("revoke", { name: one.name })}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" onClick={() => ask("all")}>
        {t("links_end")}
      </button>
      {asked === "all" && (
        <Dialog title={t("links_end")} onClose={() => ask(null)}>
          <p>{t("links_end_what")}</p>
          <form method="dialog" class="row">
            <button class="main" onClick={revokeAll}>
              {t("links_end")}
            </button>
            <button>{t("cancel")}</button>
          </form>
        </Dialog>
      )}
      {asked && asked !== "all" && (
        <Dialog title={t("revoke", { name: asked.name })} onClose={() => ask(null)}>
          <p>
            {t("revoke_made", {
              name: asked.name,
              names: listed(
                t,
                madeBy(asked, links).map((one) => one.name),
              ),
            })}
          </p>
          <form method="dialog" class="row">
            <button class="main" onClick={() => revoke(asked, "?made=1")}>
              {t("revoke_all")}
            </button>
            <button onClick={() => revoke(asked)}>{t("revoke_one", { name: asked.name })}</button>
            <button>{t("cancel")}</button>
          </form>
        </Dialog>
      )}
    </>
  );
}
