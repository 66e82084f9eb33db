// The page /ui, for development: every component of the interface once. Its words are in English only, as its readers write code.
import { render, type ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Exercise } from "../runtime/exercise";
import { PageModel } from "../runtime/model";
import { payload, whole } from "../runtime/page";
import type { Opened } from "../runtime/http";
import { Add } from "../ui/add";
import { Bars } from "../ui/bars";
import { Choices, Views } from "../ui/choices";
import { Dialog } from "../ui/dialog";
import { Drawer } from "../ui/drawer";
import { NumberField, Pick, TextField } from "../ui/fields";
import { Header } from "../ui/header";
import { ICONS, Icon, IconButton, type IconName } from "../ui/icon";
import { Chip, ProgressBar, Steps } from "../ui/marks";
import { Menu } from "../ui/menu";
import { Profile } from "../ui/profile";
import { Table } from "../ui/table";
import { Timer } from "../ui/timer";
import { style } from "../ui/style";
import { Toast, type Said } from "../ui/toast";
import css from "./gallery.css";

const COLOURS = [
  "ink",
  "ink-2",
  "paper",
  "paper-2",
  "line",
  "line-2",
  "accent",
  "accent-soft",
  "accent-line",
];
const MEANINGS = ["good", "warn", "bad", "note"] as const;
const SIZES = ["f5", "f4", "f3", "f2", "f1", "f0"];
const WORDS = "A birth is registered on the day, wherever the mother lives.";
const OPTIONS = ["Registers that are joined", "A mobile team", "A law"].map((title, n) => ({
  id: `${n}`,
  title,
}));

function Gallery({ opened }: { opened: Opened }) {
  const [ex] = useState(() => {
    const host = { name: "static", participant: "", documents: ["docx", "pdf"], language: "en" } as const;
    const direction = document.documentElement.dir === "rtl" ? ("rtl" as const) : ("ltr" as const);
    const made = { ...host, documents: [...host.documents], direction };
    const traits = { spec: opened.spec, texts: opened.texts, host: made, answer: {}, version: 0 };
    return new Exercise(new PageModel(traits, async () => ({ ok: true, version: 1 })));
  });
  const [open, setOpen] = useState<"" | "dialog" | "over" | "beside">("");
  const [said, say] = useState<Said>({ text: "" });
  const [step, setStep] = useState("1");
  const [chosen, choose] = useState(["1"]);
  const [text, setText] = useState(WORDS);
  const away = () => setOpen("");
  return (
    <div class="gc">
      <Header
        {...{ ex, say }}
        id="header"
        empty={false}
        showExample={() => setOpen("beside")}
        clear={() => say({ text: "Cleared." })}
      />
      <Part title="Colours">
        <ul class="gc-swatches">
          {[...COLOURS, ...MEANINGS, ...[1, 2, 3, 4, 5, 6].map((n) => `data-${n}`)].map((name) => (
            <li>
              <span style={{ background: `var(--${name})` }} /> {name}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="Type">
        {SIZES.map((size) => (
          <p style={{ fontSize: `var(--${size})`, lineHeight: 1.25 }}>Aé ß ğ 0123456789 · {size}</p>
        ))}
        <p style={{ maxWidth: "var(--measure)" }}>{[WORDS, WORDS, WORDS].join(" ")}</p>
      </Part>
      <Part title="Icons">
        <p class="gc-row">
          {(Object.keys(ICONS) as IconName[]).map((name) => (
            <Chip icon={name}>{name}</Chip>
          ))}
        </p>
      </Part>
      <Part title="Buttons and menu">
        <div class="gc-row">
          <button type="button" class="gc-main">
            Add a goal
          </button>
          <button type="button">Bring in</button>
          <button type="button" class="gc-plain">
            <Icon name="example" /> See an example
          </button>
          <button type="button" disabled>
            Not yet
          </button>
          <button type="button" aria-pressed="true">
            Pressed
          </button>
          <IconButton icon="undo" label="Take back" onClick={() => say({ text: "Taken back." })} />
          <Menu label="Further actions">
            <button type="button" onClick={() => say({ text: "Printed." })}>
              Print
            </button>
            <button type="button" disabled>
              Clear
            </button>
          </Menu>
        </div>
        <Views label="Ways of looking" views={OPTIONS} shown={chosen[0]} show={(id) => choose([id])} />
      </Part>
      <Part title="Fields">
        <div class="gc-stack">
          <TextField label="A short text" hint="It grows too." value={text} onValue={setText} />
          <TextField long label="A long text" value={`${text}\n\n${text}`} onValue={() => {}} />
          <TextField label="A wrong text" error="Say whose task this is." value="" onValue={() => {}} />
          <div class="gc-grid">
            <NumberField label="A number" value={1500} onValue={() => {}} t={ex.t} />
            <TextField type="date" label="A day" value="2027-03-01" onValue={() => {}} />
            <TextField type="search" label="A search" value="" onValue={() => {}} />
            <Pick label="One of several" none="None" value="1" options={OPTIONS} onPick={() => {}} />
          </div>
          <Add label="One thing more" max={300} button="Add" full={false} add={(text) => say({ text })} />
          <Choices
            legend="What helps most?"
            name="helps"
            className="gc-options"
            options={OPTIONS}
            chosen={chosen}
            onChoose={choose}
          />
        </div>
      </Part>
      <Part title="Card, chips, steps, progress">
        <div class="gc-card">
          <p>{WORDS}</p>
          <p class="gc-row">
            {MEANINGS.map((means) => (
              <Chip means={means}>{means}</Chip>
            ))}
          </p>
          <ProgressBar said="3 of 8 answered" value={3} max={8} />
        </div>
        <Steps at={step} go={setStep} steps={OPTIONS.map((one, n) => ({ ...one, about: `${n} / 5` }))} />
        <Timer ex={ex} title="Time for this step" limit={300} />
      </Part>
      <Part title="Tables and bars">
        <Table
          label="Births registered"
          head={["District", "Births", "Registered"]}
          rows={[
            ["North", 1204, 1100],
            ["South", 98, 97],
          ]}
        />
        <Bars
          bars={OPTIONS.map((one, n) => ({
            ...one,
            count: 9 - 3 * n,
            shares: [1 - n / 3],
            mark: n ? "" : "yours",
          }))}
          caption="What helps most"
          heads={["Answer", "Number", "Share"]}
        />
        <Profile
          label="Two dimensions"
          ticks={[1, 2, 3, 4, 5].map((value) => ({ value, title: String(value) }))}
          rows={[
            { title: "Leadership", value: 3.4, target: 4, shown: "3.4" },
            { title: "Legal", value: 2.2, target: 4, shown: "2.2" },
          ]}
        />
      </Part>
      <Part title="Dialog, drawer, toast">
        <div class="gc-row">
          <button type="button" onClick={() => setOpen("dialog")}>
            Ask
          </button>
          <button type="button" onClick={() => setOpen("over")}>
            Open over the page
          </button>
          <button type="button" onClick={() => setOpen("beside")}>
            Open beside the page
          </button>
          <button type="button" onClick={() => say({ text: "The file is too large.", bad: true })}>
            Say what went wrong
          </button>
        </div>
      </Part>
      {open === "dialog" && (
        <Dialog title="Clear this exercise?" onClose={away}>
          <p>You can undo this until you leave the page.</p>
          <form method="dialog" class="gc-row">
            <button class="gc-main">Yes, clear it</button>
            <button>No, keep it</button>
          </form>
        </Dialog>
      )}
      {(open === "over" || open === "beside") && (
        <Drawer title="A drawer" close="Put it away" beside={open === "beside"} onClose={away}>
          <p>{WORDS}</p>
        </Drawer>
      )}
      <Toast said={said} close="Close" onClose={() => say({ text: "" })} />
    </div>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section aria-label={title}>
      <h4>{title}</h4>
      {children}
    </section>
  );
}

whole(() => {
  style(css);
  render(<Gallery opened={payload<Opened>("opened")!} />, document.getElementById("gallery")!);
});
