// What the room sees now: the projector's own page, small. It is only looked at; what it says is said beside it.
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Say } from "../../runtime/outline";
import { listed } from "../../runtime/listed";
import type { Console, RoomState } from "./shapes";
import { named, shown } from "./walk";

const WIDTH = 1920; // px of a projector

export function Preview({ t, all, room }: { t: Say; all: Console; room: RoomState }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () =>
      place.current?.style.setProperty("--scale", String(place.current.clientWidth / WIDTH || 0.3));
    const watch = new ResizeObserver(fit);
    watch.observe(place.current!);
    fit();
    return () => watch.disconnect();
  }, []);
  return (
    <figure class="preview">
      <div ref={place} inert>
        <iframe src={`${all.base}room/${room.code}/screen`} title={t("preview")} tabIndex={-1} />
      </div>
      <figcaption>{listed(t, [t("preview"), said(t, all, room)], "name_and_text")}</figcaption>
    </figure>
  );
}

function said(t: Say, all: Console, room: RoomState): string {
  if (room.timer?.of === "break") return t("break_now");
  if (room.questions_shown) return t("screen_questions");
  if (room.presenter) return t("presents", { team: room.presenter });
  const look = named(room, room.shown);
  if (!look) return t("preview_join");
  return t(shown(all, room, look.id) ? "preview_results" : "preview_task", { title: look.title });
}
