// What the course adds to JupyterLab: its font, and that a notebook's exercises are there when it opens, also when their kernel has gone
// since it was saved. Cells that compute run when their reader asks for it: a notebook may come from anywhere.
import { sets, shows } from "../runtime/shows";

const WIDGET = "application/vnd.jupyter.widget-view+json";

// The little of JupyterLab that is asked for here.
interface Output {
  data: { [type: string]: { model_id?: string } | undefined };
}
interface Cell {
  model: {
    type: string;
    sharedModel: { getSource(): string };
    outputs?: { toJSON(): Partial<Output>[] };
  };
}
interface Session {
  ready: Promise<void>;
  session?: { kernel: { requestCommInfo(of: object): Promise<{ content: Comms }> } | null } | null;
}
type Comms = { comms?: Record<string, unknown> };
interface Panel {
  context: { ready: Promise<void> };
  sessionContext: Session;
  content: { widgets: readonly Cell[]; activeCellIndex: number; node: HTMLElement };
}
interface Notebooks {
  INotebookTracker: unknown;
  NotebookActions: {
    runCells(notebook: Panel["content"], cells: Cell[], session: Session): Promise<boolean>;
  };
}
type Scope = Record<string, Record<string, { get(): Promise<() => unknown> }>>;

// Runs what only shows something, and is not there: it never was, or its kernel has gone.
async function show(panel: Panel, runCells: Notebooks["NotebookActions"]["runCells"]): Promise<void> {
  await Promise.all([panel.context.ready, panel.sessionContext.ready]);
  const kernel = panel.sessionContext.session?.kernel;
  if (!kernel) return;
  const { content: told } = await kernel.requestCommInfo({ target_name: "jupyter.widget" });
  const alive = new Set(Object.keys(told.comms ?? {}));
  const code = panel.content.widgets.filter(({ model }) => model.type === "code");
  const source = ({ model }: Cell) => model.sharedModel.getSource();
  const missing = code.filter((cell) => shows(source(cell)) && !there(cell, alive));
  if (!missing.length) return;
  const first = alive.size ? [] : code.filter((cell) => sets(source(cell)));
  const [active, scrolled] = [panel.content.activeCellIndex, panel.content.node.scrollTop];
  await runCells(panel.content, [...first, ...missing], panel.sessionContext);
  panel.content.activeCellIndex = active;
  panel.content.node.scrollTop = scrolled;
}

function there({ model }: Cell, alive: Set<string>): boolean {
  const outputs = model.outputs?.toJSON() ?? [];
  return (
    outputs.length > 0 &&
    outputs.every(({ data = {} }) => !data[WIDGET] || alive.has(data[WIDGET].model_id ?? ""))
  );
}

const plugin = ({ INotebookTracker, NotebookActions }: Notebooks) => ({
  id: "govcourse:show",
  autoStart: true,
  requires: [INotebookTracker],
  activate(
    _: unknown,
    tracker: { widgetAdded: { connect(heard: (_: unknown, panel: Panel) => void): void } },
  ) {
    tracker.widgetAdded.connect((_, panel) => void show(panel, NotebookActions.runCells).catch(() => {}));
  },
});

// The font lies beside this script: a page loads it once, where every exercise's own sheet would carry it again.
const sheet = document.createElement("link");
sheet.rel = "stylesheet";
sheet.href = new URL("fonts.css", (document.currentScript as HTMLScriptElement).src).href;
document.head.append(sheet);

// A remote container as webpack's federation asks for it; JupyterLab's own notebook module comes from what it shares.
let shared: Scope = {};
const container = {
  init: (scope: Scope) => void (shared = scope),
  async get() {
    const [offered] = Object.values(shared["@jupyterlab/notebook"]);
    const notebooks = (await offered.get())() as Notebooks;
    return () => ({ default: plugin(notebooks), __esModule: true });
  },
};
const all = globalThis as { _JUPYTERLAB?: Record<string, unknown> };
(all._JUPYTERLAB ??= {})["govcourse"] = container;
