/**
 * Case 39 for sizes and timing: an act of one desk sends no byte to a desk without the need to know; ids that a desk
 * reads reveal nothing else; drawings have no address before they are earned.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk } from '../../../shared/access/audience.ts';
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import { evolve } from '../../../shared/exercise/evolve.ts';
import { powersOf } from '../../../shared/exercise/powers.ts';
import { emptyWorld } from '../../../shared/exercise/world.ts';
import { aClass } from '../../support/a-class.ts';
import { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { longestPlay } from '../permissions/moments.ts';
import { figure } from '../support/scale.ts';
import { WireTap } from '../support/wire-tap.ts';

let server: ServerProcess;
let tap: WireTap;
let trainer: TestTrainer;
let police: TestTrainee;
let child: TestTrainee;

beforeAll(async () => {
  server = await ServerProcess.prepare();
  await server.start();
  trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
  const { pin } = await trainer.opensClass({ pace: 0.1 });
  await trainer.entersRoom();
  tap = await WireTap.before(server.port);
  police = await TestTrainee.joins(server.url, pin, 'Police', 'police');
  child = await TestTrainee.joins(tap.url, pin, 'Child', 'child-protection');
  await trainer.does({ type: 'start-exercise' });
  await child.seesPublic('the start', ({ status }) => status === 'running');
});
afterAll(async () => {
  await tap.close();
  await server.dispose();
});

/** Bytes that reach the child officers during `act` and until the room has sent its patches. */
async function bytesDuring(act: () => Promise<unknown>): Promise<{ bytes: number; frames: number }> {
  tap.read(0);
  const before = tap.bytes;
  await act();
  // After two requests of another client and a few turns of the patch clock, everything pending has been sent.
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    await trainer.client.resume();
  }
  const pieces = tap.read(0).filter(({ length }) => length > 0);
  return { bytes: tap.bytes - before, frames: pieces.reduce((sum, piece) => sum + framesIn(piece), 0) };
}

/** Room frames in a piece of a connection; transport pings and pongs do not count. */
function framesIn(piece: Buffer): number {
  let count = 0;
  for (let at = 0; at + 2 <= piece.length; ) {
    const opcode = (piece[at] ?? 0) & 0x0f;
    const short = (piece[at + 1] ?? 0) & 0x7f;
    const head = short === 126 ? 4 : short === 127 ? 10 : 2;
    const length =
      short === 126 ? piece.readUInt16BE(at + 2) : short === 127 ? Number(piece.readBigUInt64BE(at + 2)) : short;
    if (opcode < 8) count += 1;
    at += head + length;
  }
  return count;
}

describe('a desk without the need to know', () => {
  const hidden: [string, () => Promise<unknown>][] = [
    ['a note on the own board', () => does({ type: 'place-item', item: 'tip', x: 10, y: 20 })],
    ['a journey', () => does({ type: 'travel', place: 'bus-park' })],
    [
      'an entry in the decision log',
      () => does({ type: 'log-decision', text: 'Go', reason: 'The tip', confidence: 'low' }),
    ],
    ['a refused command', () => police.does({ type: 'travel', place: 'nowhere' })],
    ['a note of the trainer', () => trainer.does({ type: 'take-note', text: 'They go together.' })],
    ['a whisper to another desk', () => trainer.does({ type: 'whisper', to: ['police'], text: 'Look again.' })],
    ['an inject held back', () => trainer.does({ type: 'hold-inject', inject: 'press-call' })],
    ['a raised hand', () => does({ type: 'raise-hand' })],
  ];

  it.each(hidden)('gets no frame of %s', async (_what, act) => {
    // The clock patch may fall into the interval; it comes every ten seconds, so not twice.
    const tries = [await bytesDuring(act)];
    if (tries[0]?.frames !== 0)
      tries.push(await bytesDuring(() => trainer.does({ type: 'take-note', text: 'Again.' })));
    expect(Math.min(...tries.map(({ frames }) => frames))).toBe(0);
    figure('bytes while something hidden happened', Math.min(...tries.map(({ bytes }) => bytes)));
  });

  it('gets the frame of an event that concerns it', async () => {
    const { frames } = await bytesDuring(() => does({ type: 'send-message', to: ['child-protection'], text: 'Hello' }));
    expect(frames).toBeGreaterThan(0);
  });

  async function does(body: AnyCommand): Promise<void> {
    const answer = await police.does(body);
    if (!answer.ok) throw new Error(`${body.type}: ${JSON.stringify(answer.rejection)}`);
  }
});

describe('an id that a desk reads', () => {
  it('does not count events that the desk was not told of', async () => {
    const called: AnyCommand = { type: 'call-conference', with: ['child-protection'], agenda: ['Where do we meet?'] };
    for (let calls = 0; calls < 3; calls += 1) await police.does(called);
    const world = await child.sees('the conferences', ({ conferences }) => Object.keys(conferences).length === 3);
    const numbers = Object.keys(world.conferences).map((id) => Number(/-(\d{4})$/.exec(id)?.[1]));
    expect(numbers.every((number) => Number.isInteger(number))).toBe(true);
    const steps = numbers.slice(1).map((number, index) => number - (numbers[index] ?? 0));
    expect(steps.every((step) => step === 1)).toBe(false);
  });
});

describe('an inject', () => {
  it('tells each desk of itself alone, unless it is for everyone', () => {
    const play = aClass((draft) => {
      const inject = draft.injects['press-call'];
      if (inject) inject.to = ['police', 'child-protection'];
    });
    play.trainer('fire-inject', { inject: 'press-call' });
    const told = (role: string) => play.view(desk(role)).injects['press-call']?.to;
    expect([told('police'), told('child-protection')]).toEqual([['police'], ['child-protection']]);
    expect(play.world.injects['press-call']?.to).toEqual(['police', 'child-protection']);
    const open = aClass();
    open.trainer('fire-inject', { inject: 'press-call' });
    expect(open.view(desk('police')).injects['press-call']?.to).toEqual(['police', 'child-protection']);
  });
});

describe('the notification of a guardian', () => {
  it('is revealed to desks that could notify the guardian themselves, and to no other desk that knows the child', () => {
    const { compiled, events } = longestPlay('trial-match');
    let untold = 0;
    let world = emptyWorld();
    for (const event of events) {
      world = evolve(world, event);
      if (event.type !== 'guardian-notified') continue;
      const knowing = Object.keys(world.people[event.person]?.known ?? {});
      const told = event.audience.map((tag) => tag.slice('role:'.length));
      for (const role of told)
        expect(role === event.by || powersOf(compiled, role).has('notify-guardian'), role).toBe(true);
      untold += knowing.filter((role) => !told.includes(role)).length;
    }
    expect(untold).toBeGreaterThan(0);
  });
});
