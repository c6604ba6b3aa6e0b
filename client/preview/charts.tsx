/** The statecharts of the case: active states and the latest transitions are marked, and every part links to its source line. */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { noOverrides } from '../../shared/preview/overrides.ts';
import { Button, useT, Waiting } from '../ui/kit/index.ts';
import { choose, chosen, graph, startFrom, status } from './model.ts';

const ZOOMS = [0.4, 0.55, 0.7, 0.85, 1, 1.25];

export function Charts() {
  const t = useT('preview');
  const zoom = useSignal(2);
  const container = useRef<HTMLDivElement>(null);
  const { active = [], taken = [] } = status.value ?? {};
  const drawing = graph.value;
  const chosenId = chosen.value;
  useEffect(
    () => markCharts(container.current, active, taken.at(-1)?.edges ?? [], chosenId),
    [drawing, active, taken, chosenId],
  );
  useEffect(() => {
    const svg = container.current?.querySelector('svg');
    const width = svg?.viewBox.baseVal.width ?? 0;
    if (svg) svg.style.inlineSize = `${width * (ZOOMS[zoom.value] ?? 1)}px`;
  }, [drawing, zoom.value]);
  // Scrolls to what has just happened or was chosen.
  useEffect(() => {
    const edge = taken.at(-1)?.edges[0];
    if (edge !== undefined) centreOn(container.current, `[data-edge="${CSS.escape(edge)}"]`);
  }, [taken.length, taken.at(-1)?.at]);
  useEffect(() => {
    if (chosenId !== undefined) centreOn(container.current, idSelector(chosenId));
  }, [chosenId]);
  const inside = useMemo(() => ({ __html: drawing?.svg ?? '' }), [drawing]);
  if (!drawing) return <Waiting label={t('opening')} />;
  return (
    <div class="charts">
      <div class="row tight charts-bar">
        <ul class="plain row tight now-states" aria-label={t('charts.now')}>
          {leaves(active).map((state) => (
            <li key={state}>
              <button type="button" class="chip here" onClick={() => centreOn(container.current, idSelector(state))}>
                {state}
              </button>
            </li>
          ))}
        </ul>
        <div class="row tight nowrap">
          <ChosenState />
          <Zoom zoom={zoom} />
        </div>
      </div>
      <div
        class="charts-hold"
        ref={container}
        tabIndex={0}
        role="group"
        aria-label={t('charts.label')}
        onClick={(event) => chooseIn(event.target)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ' ') if (chooseIn(event.target)) event.preventDefault();
        }}
        dangerouslySetInnerHTML={inside}
      />
    </div>
  );
}

function Zoom({ zoom }: { zoom: Signal<number> }) {
  const t = useT('preview');
  return (
    <>
      {([-1, 1] as const).map((step) => (
        <button
          key={step}
          type="button"
          class="enlarge"
          aria-label={t(step < 0 ? 'charts.smaller' : 'charts.larger')}
          onClick={() => (zoom.value = Math.max(0, Math.min(ZOOMS.length - 1, zoom.value + step)))}
        >
          <span aria-hidden="true">{step < 0 ? '−' : '+'}</span>
        </button>
      ))}
    </>
  );
}

/** The "Test from here" button for the chosen state. */
function ChosenState() {
  const t = useT('preview');
  const id = chosen.value;
  const [chart = '', ...path] = (id ?? '').split('.');
  if (id === undefined || id.includes('/') || path.length === 0) return null;
  return (
    <Button
      kind="quiet"
      size="small"
      title={t('charts.startWhy', { state: id })}
      onClick={() => void startFrom({ ...noOverrides, states: { [chart]: path.join('.') } })}
    >
      {t('charts.start')}
    </Button>
  );
}

const leaves = (active: readonly string[]) =>
  active.filter((id) => !active.some((other) => other.startsWith(`${id}.`)));

const idSelector = (id: string): string => `[data-${id.includes('/') ? 'edge' : 'state'}="${CSS.escape(id)}"]`;

function chooseIn(target: EventTarget | null): boolean {
  const part = target instanceof Element ? target.closest<SVGElement>('[data-state], [data-edge]') : null;
  const { state, edge, file, line } = part?.dataset ?? {};
  const id = edge ?? state;
  if (id === undefined || file === undefined) return false;
  void choose(id, { file, line: Number(line) });
  return true;
}

function markCharts(
  container: HTMLElement | null,
  active: readonly string[],
  taken: readonly string[],
  chosenId: string | undefined,
): void {
  for (const node of container?.querySelectorAll<SVGElement>('[data-state]') ?? []) {
    node.classList.toggle('lit', active.includes(node.dataset['state'] ?? ''));
    node.classList.toggle('chosen', node.dataset['state'] === chosenId);
  }
  for (const edge of container?.querySelectorAll<SVGElement>('[data-edge]') ?? []) {
    const isTaken = taken.includes(edge.dataset['edge'] ?? '');
    edge.classList.toggle('taken', isTaken);
    edge.classList.toggle('chosen', edge.dataset['edge'] === chosenId);
  }
  for (const line of container?.querySelectorAll<SVGElement>('.edge') ?? [])
    line.classList.toggle('taken', line.querySelector('.row.taken') !== null);
}

const reducedMotion = globalThis.matchMedia('(prefers-reduced-motion: reduce)');

function centreOn(container: HTMLElement | null, selector: string): void {
  const part = container?.querySelector(selector);
  if (!container || !part) return;
  const [around, own] = [container.getBoundingClientRect(), part.getBoundingClientRect()];
  container.scrollBy({
    left: own.left + own.width / 2 - around.left - around.width / 2,
    top: own.top + own.height / 2 - around.top - around.height / 2,
    behavior: reducedMotion.matches ? 'auto' : 'smooth',
  });
}
