/** Computes the trainer's console from a case, an exercise and notes folded from its log. Pure. */
import type { TimelineEntry } from '../debrief/debrief.ts';
import { innermostStates, timelineOf } from '../debrief/timeline.ts';
import { evaluate } from '../exercise/evaluate.ts';
import type { Event } from '../exercise/events.ts';
import type { Exercise } from '../exercise/exercise.ts';
import type { RoleId } from '../exercise/ids.ts';
import { missingFor } from '../exercise/missing.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import type { CaseMs } from '../time.ts';
import { waitsForStory } from './causes.ts';
import type { ComingInject, ConsoleAnswer, CrossedLine, Thread } from './console.ts';

const RECENT = 120;

/**
 * What the console needs from the log besides the world. Folded event by event, so that a poll never reads the whole
 * log again.
 */
export interface Notes {
  /** Number of the last folded event. */
  seq: number;
  recent: TimelineEntry[];
  lastAct: Record<RoleId, CaseMs>;
  endSuggested?: CaseMs | undefined;
}

export const noNotes: Notes = { seq: 0, recent: [], lastAct: {} };

/** Folds more of the log into the notes. */
export function takeNotes(notes: Notes, events: readonly Event[]): Notes {
  const last = events.at(-1);
  if (!last) return notes;
  return {
    seq: last.seq,
    recent: [...notes.recent, ...timelineOf(events, {})].slice(-RECENT),
    lastAct: { ...notes.lastAct, ...lastActs(events) },
    endSuggested: events.findLast((event) => event.type === 'end-suggested')?.at ?? notes.endSuggested,
  };
}

export function askConsole(compiled: CompiledScenario, exercise: Exercise, notes: Notes): ConsoleAnswer {
  const { recent, lastAct, endSuggested } = notes;
  return {
    injects: comingInjects(compiled, exercise),
    threads: threadsOf(exercise),
    crossed: crossedLines(compiled, exercise),
    lastAct,
    recent,
    ...(endSuggested === undefined ? {} : { endSuggested }),
  };
}

/** Every inject as the author planned it, with what its condition still needs now. */
export function comingInjects(compiled: CompiledScenario, exercise: Exercise): ComingInject[] {
  return Object.entries(compiled.scenario.injects).map(([id, inject]): ComingInject => {
    const { at, when, unless, delay, pocket, to, channel, expects } = inject;
    return {
      inject: id,
      to,
      channel,
      conditional: when !== undefined,
      waits: when
        ? missingFor(when, (condition) => evaluate(compiled, condition, exercise))
        : at === undefined && pocket === undefined && exercise.world.injects[id]?.firedAt === undefined
          ? waitsForStory(compiled, exercise, id)
          : [],
      overtaken: unless !== undefined && evaluate(compiled, unless, exercise),
      ...(at === undefined ? {} : { at }),
      ...(delay === undefined ? {} : { delay }),
      ...(pocket === undefined ? {} : { pocket }),
      ...(expects
        ? { expects: { who: expects.who, ...(expects.within === undefined ? {} : { within: expects.within }) } }
        : {}),
    };
  });
}

/** The innermost active states of each statechart. */
export function threadsOf({ world }: Exercise): Thread[] {
  return Object.entries(world.charts).map(
    ([chart, value]): Thread => ({ chart, states: innermostStates(chart, value) }),
  );
}

/** Red lines that are crossed now, and whether their repair is done. */
export function crossedLines(compiled: CompiledScenario, exercise: Exercise): CrossedLine[] {
  return Object.entries(compiled.scenario['red-lines']).flatMap(
    ([redLine, { when, desks, 'repaired-by': repair }]): CrossedLine[] =>
      evaluate(compiled, when, exercise)
        ? [{ redLine, desks, repaired: repair !== undefined && evaluate(compiled, repair, exercise) }]
        : [],
  );
}

/** Only acts of people at a desk count, not events that happened to them. */
function lastActs(events: readonly Event[]): Record<RoleId, CaseMs> {
  const acts: Record<RoleId, CaseMs> = {};
  for (const event of events)
    if ('by' in event && 'seat' in event && event.seat !== undefined) acts[event.by] = event.at;
  return acts;
}
