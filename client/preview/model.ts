/** The state of the preview page: the server's status, and the author's selection. */
import { computed, effect, signal } from '@preact/signals';
import {
  type ClockBody,
  type FactsAnswer,
  type GraphAnswer,
  KEY_HEADER,
  type PlacedWaiting,
  PREVIEW_API,
  type PreviewStatus,
  type SaveAnswer,
  type SaveBody,
  type SourceAnswer,
} from '../../shared/preview/wire.ts';
import type { TrainerCommand } from '../../shared/vocabulary/commands.ts';
import type { Overrides } from '../../shared/preview/overrides.ts';
import type { CaseMs } from '../../shared/time.ts';

export type SidePanel = 'charts' | 'why' | 'facts' | 'steps' | 'findings';

const key = globalThis.location.hash.slice(1);

export const status = signal<PreviewStatus | undefined>(undefined);
/** When the status arrived, in device time. */
const receivedAt = signal(0);
/** `lost`: the preview server has ended or does not answer. */
export const link = signal<'opening' | 'open' | 'lost'>('opening');
export const graph = signal<GraphAnswer | undefined>(undefined);
export const source = signal<SourceAnswer | undefined>(undefined);
/** The highlighted lines of the source. */
export const shownLines = signal<{ line: number; to: number } | undefined>(undefined);
/** The id of the chosen state or transition. */
export const chosen = signal<string | undefined>(undefined);
export const panel = signal<SidePanel>('charts');

/** Follows the server's event stream while the page is open. */
export function followStatus(): void {
  const stream = new EventSource(`${PREVIEW_API}/live?key=${encodeURIComponent(key)}`);
  stream.addEventListener('message', (event: MessageEvent<string>) => {
    receivedAt.value = performance.now();
    status.value = JSON.parse(event.data) as PreviewStatus;
    link.value = 'open';
  });
  stream.addEventListener('error', () => {
    link.value = 'lost';
  });
  const hash = computed(() => status.value?.hash);
  const saves = computed(() => status.value?.saves);
  effect(() => {
    if (hash.value !== undefined) void readCharts();
  });
  effect(() => {
    if (saves.value !== undefined) void showFile(source.peek()?.file ?? 'scenario.yaml');
  });
}

async function readCharts(): Promise<void> {
  graph.value = (await get<GraphAnswer>('graph')) ?? graph.value;
}

async function showFile(file: string): Promise<void> {
  const text = await get<SourceAnswer>(`source?file=${encodeURIComponent(file)}`);
  if (text) source.value = text;
}

/** Shows lines of a file in the source pane. */
export async function showPlace(place: { file: string; line: number; to?: number | undefined }): Promise<void> {
  if (source.peek()?.file !== place.file) await showFile(place.file);
  shownLines.value = { line: place.line, to: place.to ?? place.line };
}

/** Chooses a state or transition: the charts mark it, and the source pane shows its lines. */
export async function choose(id: string, place: { file: string; line: number }): Promise<void> {
  chosen.value = id;
  if (source.peek()?.file !== place.file) await showFile(place.file);
  const mark = source.peek()?.marks.find((one) => one.id === id);
  shownLines.value = { line: place.line, to: mark?.to ?? place.line };
}

/** Chooses the innermost state or transition at a line. `byKey` highlights only that line, so that the arrow keys can continue from it. */
export function chooseLine(line: number, byKey = false): void {
  const around = (source.peek()?.marks ?? []).filter((mark) => mark.line <= line && line <= mark.to);
  const [inner] = around.sort((a, b) => a.to - a.line - (b.to - b.line));
  shownLines.value = inner && !byKey ? { line: inner.line, to: inner.to } : { line, to: line };
  chosen.value = inner?.id;
  if (inner && !byKey) panel.value = 'charts';
}

/** Case time now: the server's latest value, extrapolated. */
export function caseNow(): CaseMs {
  const clock = status.peek()?.clock;
  if (!clock) return 0;
  return clock.ended ? clock.at : clock.at + (performance.now() - receivedAt.peek()) * clock.pace * clock.speed;
}

export const moveClock = (body: ClockBody): Promise<boolean> => post('clock', body).then(({ ok }) => ok);
export const startFrom = (overrides: Overrides): Promise<boolean> => post('start', { overrides }).then(({ ok }) => ok);
export const settlePending = (what: 'again' | 'skip' | 'drop') => post('pending', { do: what });
export const act = (body: TrainerCommand) => post('act', { body });
export const readWaiting = () => get<PlacedWaiting[]>('waiting');
export const readFacts = () => get<FactsAnswer>('facts');

export async function savePlaythrough(body: SaveBody): Promise<SaveAnswer | undefined> {
  const response = await post('save', body);
  return response.ok ? ((await response.json()) as SaveAnswer) : undefined;
}

async function get<T>(path: string): Promise<T | undefined> {
  const response = await fetch(`${PREVIEW_API}/${path}`, { headers: { [KEY_HEADER]: key } }).catch(() => undefined);
  return response?.ok ? ((await response.json()) as T) : undefined;
}

const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${PREVIEW_API}/${path}`, {
    method: 'POST',
    headers: { [KEY_HEADER]: key, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => new Response(null, { status: 503 }));
