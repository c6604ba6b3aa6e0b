/**
 * The transitions that a play took. The log says that a chart moved, not by which transition: that is derived from the
 * state it left, the states it entered, the events at that moment, and the guards, evaluated on the truth of that
 * moment. If two transitions match equally, both count as taken: a transition is reported as never taken only if it
 * never matched.
 */
import { evaluate } from '../exercise/evaluate.ts';
import type { Event } from '../exercise/events.ts';
import type { Exercise } from '../exercise/truth.ts';
import { activePaths } from '../scenario/compile-charts.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import { type ChartTransition, universeOf } from './universe.ts';

/** A move of a chart, until all entered states are in the log. */
interface Move {
  from: readonly string[];
  entered: Set<string>;
  heard: ReadonlySet<string>;
  /** The transitions of the chart whose guards held at that moment. */
  open: ReadonlySet<ChartTransition>;
}

export class TransitionWatch {
  readonly taken = new Set<string>();
  readonly #compiled: CompiledScenario;
  readonly #byChart = new Map<string, ChartTransition[]>();
  readonly #moves = new Map<string, Move>();
  /** Events, signals and timeouts of this moment. */
  #heard = new Set<string>();
  #at: CaseMs = 0;

  constructor(compiled: CompiledScenario) {
    this.#compiled = compiled;
    for (const one of universeOf(compiled).transitions) {
      const own = this.#byChart.get(one.chart);
      if (own) own.push(one);
      else this.#byChart.set(one.chart, [one]);
    }
  }

  see(event: Event, before: Exercise): void {
    if (event.at !== this.#at) {
      this.#at = event.at;
      this.#heard = new Set();
    }
    if (event.type === 'chart-moved') this.#moved(event.chart, before);
    else if (event.type === 'state-entered') this.#moves.get(event.chart)?.entered.add(event.state);
    else if (event.type === 'signal-sent') this.#heard.add(event.signal);
    else if (event.type === 'timer-cleared') this.#heard.add(event.timer);
    this.#heard.add(event.type);
  }

  end(): ReadonlySet<string> {
    for (const chart of this.#moves.keys()) this.#resolve(chart);
    return this.taken;
  }

  #moved(chart: string, before: Exercise): void {
    this.#resolve(chart);
    const value = before.world.charts[chart];
    if (value === undefined) return;
    this.#moves.set(chart, {
      from: activePaths(value),
      entered: new Set(),
      heard: new Set(this.#heard),
      open: this.#openNow(chart, before),
    });
  }

  #openNow(chart: string, before: Exercise): ReadonlySet<ChartTransition> {
    const all = this.#byChart.get(chart) ?? [];
    return new Set(
      all.filter(({ transition: { guard } }) => guard === undefined || evaluate(this.#compiled, guard, before)),
    );
  }

  /** A move may pass through several states: a state entered by one transition can be left at once by the next. */
  #resolve(chart: string): void {
    const move = this.#moves.get(chart);
    if (!move) return;
    this.#moves.delete(chart);
    const reached = new Set(['', ...move.from]);
    for (let found = true; found; ) {
      found = false;
      for (const one of this.#byChart.get(chart) ?? []) {
        if (this.taken.has(one.id) && (one.target === undefined || reached.has(one.target))) continue;
        if (!reached.has(one.source) || !fits(one, move, this.#compiled.charts[chart]?.id ?? chart)) continue;
        this.taken.add(one.id);
        if (one.target !== undefined) reached.add(one.target);
        found = true;
      }
    }
  }
}

function fits(way: ChartTransition, move: Move, chart: string): boolean {
  const { source, cause, target } = way;
  if (target !== undefined && !move.entered.has(target)) return false;
  if ('on' in cause && !move.heard.has(cause.on)) return false;
  if ('after' in cause && !move.heard.has(`chart:${chart}:${source}:${cause.after.replaceAll(' ', '')}`)) return false;
  return move.open.has(way);
}
