/** Whom bots hear, by the book: whoever has something to tell, where it can be told, and nobody who was not asked. */
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { type BotPlay, playBots } from '../../shared/bots/play-bots.ts';
import { debrief } from '../../shared/debrief/compute.ts';
import type { CompiledScenario } from '../../shared/scenario/compiled.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { caseFiles } from '../support/case-files.ts';
import { trialMatch } from './class-of-bots.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const held = ({ exercise }: BotPlay) =>
  Object.values(exercise.world.interviews).filter(({ turns }) => turns.length > 0);

describe.each([1, 2])('on Silver Nets (seed %i)', (seed) => {
  let compiled: CompiledScenario | undefined;
  let play: BotPlay;
  beforeAll(() => {
    compiled = parseCase(caseFiles('silver-nets')).compiled;
    if (!compiled) throw new Error('Silver Nets does not compile');
    play = playBots(compiled, { seed, bots: 'by-the-book' });
  });

  it('hears the net mender, the two who give an account, and the foreman who was used', () => {
    const scripts = held(play).map(({ script }) => script);
    expect(scripts).toEqual(expect.arrayContaining(['mosi-wages', 'lindo-account', 'yusu-account', 'boma-suspect']));
  });

  it('hears nobody about the work where the others listen', () => {
    expect(held(play).filter(({ person, place }) => person === 'mosi' && place === 'fishing-camp')).toEqual([]);
  });

  it('begins an account only after a yes, and asks for it twice at most, unless the person sends word', () => {
    const { consents } = play.exercise.world;
    for (const { person } of held(play).filter(({ kind }) => kind === 'account')) {
      const asked = Object.values(consents).filter((one) => one.person === person && one.kind === 'interview');
      expect(asked.map(({ state }) => state)).toContain('given');
      expect(asked.length).toBeLessThanOrEqual(person === 'yusu' ? 3 : 2);
    }
  });
});

it.each([1, 2, 3, 4])(
  'on Trial Match nobody leaves the stop for a child of whom only a paper speaks (seed %i)',
  (seed) => {
    const compiled = trialMatch();
    const { events } = playBots(compiled, { seed, bots: 'by-the-book' });
    const marks = debrief(compiled, events).competencies;
    expect(marks.flatMap(({ tasks }) => tasks).filter(({ result }) => result === 'missed')).toEqual([]);
    expect(marks.filter(({ rating }) => rating === 'P').length).toBeGreaterThanOrEqual(8);
  },
);
