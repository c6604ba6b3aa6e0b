/**
 * Cases 37 and 38 on the core: every command × every desk × every state of a class, for every shipped case. The
 * independent table in `rights.ts` says what a desk may do, and a rejection changes nothing.
 */
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Actor, lead, SCOPES, seated } from '../../../shared/access/actor.ts';
import {
  type AnyCommand,
  COMMAND_TYPES,
  CONTROL_COMMAND_TYPES,
  type TraineeCommand,
} from '../../../shared/vocabulary/commands.ts';
import { decide, type Exercise } from '../../../shared/exercise/exercise.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { seatOf } from '../../../shared/playthrough/session.ts';
import { commandsByType, meant } from '../../support/arbitrary-commands.ts';
import { caseIds } from '../../support/case-files.ts';
import { figure, push, SEED, seeded } from '../support/scale.ts';
import { lobbyOf, longestPlay, type Played, playedUpTo, after } from './moments.ts';
import { forged, lacksPower } from './rights.ts';

const BODIES = push(6).long(60);
/** Commands that a desk may send while the class is paused: call for help and arrange its board. */
const STILL = new Set(['raise-hand', 'place-item', 'link-items', 'unlink-items']);
const trainerTypes = new Set<string>(CONTROL_COMMAND_TYPES);

const CO_TRAINS = [
  'start-exercise skip-to pause resume set-pace fire-inject hold-inject release-inject skip-inject',
  'whisper take-note seat free-seat simulate-desk speak-for',
].flatMap((line) => line.split(' '));
/** Actors without a desk, and their permitted commands. */
const OTHERS: readonly (readonly [Actor, readonly string[]])[] = [
  [{ kind: 'co-trainer' }, CO_TRAINS],
  [{ kind: 'author' }, [...CO_TRAINS, 'end-exercise']],
  [{ kind: 'evaluator', desks: ['police'] }, []],
  [{ kind: 'role-player', people: ['coach'] }, ['speak-for']],
  [{ kind: 'wall' }, []],
  [{ kind: 'host' }, []],
  [{ kind: 'token', scopes: [...SCOPES] }, []],
];

interface Moment {
  name: string;
  state: 'lobby' | 'running' | 'paused' | 'ended';
  exercise: Exercise;
  at: number;
}

function momentsOf(played: Played): Moment[] {
  const [early, middle, late] = [0.1, 0.5, 0.9].map((share) => playedUpTo(played, share));
  if (!early || !middle || !late) return [];
  return [
    { name: 'lobby', state: 'lobby', exercise: lobbyOf(early), at: played.compiled.scenario.starts },
    { name: 'begun', state: 'running', exercise: early.exercise, at: early.now },
    { name: 'half way', state: 'running', exercise: middle.exercise, at: middle.now },
    { name: 'nearly done', state: 'running', exercise: late.exercise, at: late.now },
    { name: 'paused', state: 'paused', exercise: after(middle, 'pause'), at: middle.now },
    { name: 'ended', state: 'ended', exercise: after(late, 'end-exercise'), at: late.now },
  ];
}

type Answer = string;
const answerTo = (compiled: CompiledScenario, { exercise, at }: Moment, from: Actor, body: AnyCommand): Answer => {
  const decision = decide(compiled, exercise, { from, at, body });
  return 'rejection' in decision ? decision.rejection.code : 'done';
};

const GATES = ['not-started', 'paused', 'ended', 'trainer-only', 'not-seated', 'no-power'];

/** The expected results; a set if other rules apply too. */
function expected(
  compiled: CompiledScenario,
  { state, exercise }: Moment,
  role: string,
  body: AnyCommand,
): (answer: Answer) => boolean {
  if (trainerTypes.has(body.type)) return (answer) => answer === 'trainer-only';
  if (state === 'lobby') return (answer) => answer === 'not-started';
  if (state === 'ended') return (answer) => answer === 'ended';
  if (state === 'paused' && !STILL.has(body.type)) return (answer) => answer === 'paused';
  const claim = { compiled, world: exercise.world, role };
  if (lacksPower(claim, body as TraineeCommand)) return (answer) => answer !== 'done';
  if (forged(claim, body) !== undefined) return (answer) => answer !== 'done';
  if (body.type === 'make-request') return (answer) => answer === 'no-power' || !GATES.includes(answer);
  return (answer) => !GATES.includes(answer);
}

describe.each(caseIds())('in the case %s', (id) => {
  let played: Played;
  let moments: Moment[];
  let bodies: AnyCommand[];
  const chance = seeded(`matrix of ${id}`, SEED);

  beforeAll(() => {
    played = longestPlay(id);
    moments = momentsOf(played);
    bodies = [...commandsByType(played.compiled).values()].flatMap((one) =>
      fc.sample(one, { numRuns: BODIES, seed: chance.seed }),
    );
    // Commands of the authors' playthroughs are valid.
    bodies.push(...played.commands.filter((_, index) => index % push(4).long(1) === 0).map(({ body }) => body));
  });

  it('every command is in the matrix, for every desk and every state', () => {
    const types = new Set(bodies.map(({ type }) => type));
    expect(types.size).toBe(COMMAND_TYPES.length);
    expect(new Set(moments.map(({ state }) => state)).size).toBe(4);
  });

  it('a desk may send exactly the commands that its powers and things allow', () => {
    const { compiled } = played;
    const wrong: string[] = [];
    const counts = new Map<string, number>();
    for (const moment of moments) {
      for (const role of Object.keys(compiled.scenario.roles)) {
        for (const drawn of bodies) {
          const body = meant(drawn, moment.exercise.world);
          const answer = answerTo(compiled, moment, seated(seatOf(role)), body);
          counts.set(answer, (counts.get(answer) ?? 0) + 1);
          if (!expected(compiled, moment, role, body)(answer))
            wrong.push(`${moment.name}: ${role} ${JSON.stringify(body)} was answered ${answer}`);
        }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    figure(
      `${id}: questions asked`,
      [...counts.values()].reduce((sum, one) => sum + one, 0),
    );
    for (const answer of ['done', 'no-power', 'not-known', 'trainer-only'])
      expect(counts.get(answer) ?? 0, answer).toBeGreaterThan(0);
  });

  it('every other actor may send the trainer commands of its row in every state, and no desk command', () => {
    const { compiled } = played;
    const wrong: string[] = [];
    for (const [actor, steers] of OTHERS) {
      for (const moment of moments) {
        for (const drawn of bodies) {
          const body = meant(drawn, moment.exercise.world);
          const answer = answerTo(compiled, moment, actor, body);
          const refusal = !trainerTypes.has(body.type)
            ? 'not-seated'
            : steers.includes(body.type)
              ? undefined
              : steers.includes('start-exercise')
                ? 'lead-only'
                : 'trainer-only';
          const isRight =
            refusal === undefined ? !['trainer-only', 'lead-only', 'not-seated'].includes(answer) : answer === refusal;
          if (!isRight) wrong.push(`${moment.name}: ${actor.kind} ${body.type} was answered ${answer}`);
        }
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('a trainer, a freed seat and an unknown seat have no desk, and their desk commands change nothing', () => {
    const { compiled } = played;
    const [role = ''] = Object.keys(compiled.scenario.roles);
    for (const moment of moments) {
      const before = JSON.stringify(moment.exercise);
      const freed = decide(compiled, moment.exercise, {
        from: lead,
        at: moment.at,
        body: { type: 'free-seat', seat: seatOf(role) },
      });
      if ('rejection' in freed) throw new Error('a seat could not be freed');
      for (const drawn of bodies) {
        const body = meant(drawn, moment.exercise.world);
        const isTrainers = trainerTypes.has(body.type);
        if (!isTrainers) expect(answerTo(compiled, moment, lead, body)).toBe('not-seated');
        const nobody = isTrainers ? 'trainer-only' : 'not-seated';
        for (const seat of ['s99', '__proto__', 'constructor', ''])
          expect(answerTo(compiled, moment, seated(seat), body)).toBe(nobody);
        expect(answerTo(compiled, { ...moment, exercise: freed.exercise }, seated(seatOf(role)), body)).toBe(nobody);
      }
      expect(JSON.stringify(moment.exercise)).toBe(before);
    }
  });
});
