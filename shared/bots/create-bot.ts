/** Creates a bot: a persona that reads the case through its desk's sight only. */
import type { TraineeCommand } from '../vocabulary/commands.ts';
import type { PartSet } from '../exercise/folds/parts.ts';
import { emptyWorld, type World } from '../exercise/world.ts';
import type { CompiledScenario } from '../scenario/compiled.ts';
import { type CaseMs, HOUR, MINUTE } from '../time.ts';
import { Agenda } from './agenda.ts';
import type { Bot, BotOptions, Turn } from './bot.ts';
import type { BotKind } from '../vocabulary/enums.ts';
import { DeskSight, type SightOptions } from './desk-sight.ts';
import { Mind } from './mind.ts';
import { BY_THE_BOOK } from './personas.ts';
import { randomCommand } from './random-offers.ts';
import { CARELESS } from './rules/careless.ts';
import { workTime } from './work-time.ts';

/** An idle bot is asked again after this long, or earlier if its view changes. */
const MAX_WAIT_MS = 2 * HOUR;

/** The same options, views and times give the same turns. */
export function createBot(compiled: CompiledScenario, options: BotOptions, onRead?: SightOptions['onRead']): Bot {
  const { kind, role, seat, seed } = options;
  const sight = new DeskSight(compiled, emptyWorld(), { role, seat, onRead });
  const mind = new Mind(options);
  const think = thinkingOf(kind, sight, mind);
  let last: TraineeCommand | undefined;
  return {
    kind,
    role,
    seat,
    seed,
    turn(view: World, now: CaseMs, changed?: PartSet): Turn {
      sight.look(view, now, changed);
      if (view.status !== 'running') return { wait: MAX_WAIT_MS };
      const turn = think(now);
      last = 'do' in turn ? turn.do : undefined;
      return turn;
    },
    refused() {
      if (last) mind.refuse(last, sight.now);
      last = undefined;
    },
  };
}

type Think = (now: CaseMs) => Turn;

function thinkingOf(kind: BotKind, sight: DeskSight, mind: Mind): Think {
  if (kind === 'random') return byChance(sight, mind);
  const agenda = new Agenda(kind === 'careless' ? CARELESS : BY_THE_BOOK, sight);
  const working = byAgenda(agenda, sight, mind);
  return kind === 'slow' ? late(working) : working;
}

const SECOND = 1_000;

/** Work takes its usual time with random variation, so that two plays of one case differ. */
const byAgenda =
  (agenda: Agenda, sight: DeskSight, mind: Mind): Think =>
  (now) => {
    const next = agenda.next(sight, mind);
    if (typeof next !== 'number')
      return { do: next, takes: Math.round((workTime(next) * (0.7 + 0.7 * mind.chance())) / SECOND) * SECOND };
    return { wait: Math.max(MINUTE, Math.min(MAX_WAIT_MS, next - now)) };
  };

/** Factor on the duration of all work of a slow desk. */
const SLOW_FACTOR = 3;
/** How long a slow desk waits before its first command. */
const SLOW_START_MS = 40 * MINUTE;

function late(think: Think): Think {
  let begins: CaseMs | undefined;
  return (now) => {
    begins ??= now + SLOW_START_MS;
    if (now < begins) return { wait: begins - now };
    const turn = think(now);
    return 'do' in turn ? { do: turn.do, takes: turn.takes * SLOW_FACTOR + 2 * MINUTE } : turn;
  };
}

const byChance =
  (sight: DeskSight, mind: Mind): Think =>
  () => {
    const command = randomCommand(sight, mind);
    const minutes = 1 + Math.floor(mind.chance() * 8);
    return command ? { do: command, takes: minutes * MINUTE } : { wait: minutes * MINUTE };
  };
