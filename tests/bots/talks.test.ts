/** Interviews of by-the-book bots: people with something to tell, at a suitable place, and only with their consent. */
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

describe.each([1, 2])('interviews by bots on Silver Nets (seed %i)', (seed) => {
  let compiled: CompiledScenario | undefined;
  let play: BotPlay;
  beforeAll(() => {
    compiled = parseCase(caseFiles('silver-nets')).compiled;
    if (!compiled) throw new Error('Silver Nets does not compile');
    play = playBots(compiled, { seed, bots: 'by-the-book' });
  });

  it('cover the net mender, the two people who give an account, and the exploited foreman', () => {
    const scripts = held(play).flatMap(({ turns }) => turns.slice(0, 1).map(({ question }) => question.split('.')[0]));
    expect(scripts).toEqual(expect.arrayContaining(['mosi-wages', 'lindo-account', 'yusu-account', 'boma-suspect']));
  });

  it('never ask about the work while other people can listen', () => {
    expect(held(play).filter(({ person, place }) => person === 'mosi' && place === 'fishing-camp')).toEqual([]);
  });

  it('begin an account only after consent, and ask for it at most twice unless the person sends word', () => {
    const { consents } = play.exercise.world;
    for (const { person } of held(play).filter(({ kind }) => kind === 'account')) {
      const asked = Object.values(consents).filter((one) => one.person === person && one.kind === 'interview');
      expect(asked.map(({ state }) => state)).toContain('given');
      expect(asked.length).toBeLessThanOrEqual(person === 'yusu' ? 3 : 2);
    }
  });
});

it.each([1, 2, 3, 4])(
  'on Trial Match no bot leaves the bus stop for a child whom only an item mentions (seed %i)',
  (seed) => {
    const compiled = trialMatch();
    const { events } = playBots(compiled, { seed, bots: 'by-the-book' });
    const marks = debrief(compiled, events).competencies;
    expect(marks.flatMap(({ tasks }) => tasks).filter(({ result }) => result === 'missed')).toEqual([]);
    expect(marks.filter(({ rating }) => rating === 'P').length).toBeGreaterThanOrEqual(8);
  },
);
