/** The separation of a bot from the case: its desk may read everything that the bot reads. */
import { describe, expect, it, vi } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { BOT_KINDS } from '../../shared/vocabulary/enums.ts';
import { createBot } from '../../shared/bots/create-bot.ts';
import { DeskSight } from '../../shared/bots/desk-sight.ts';
import { playBots } from '../../shared/bots/play-bots.ts';
import { mayRead } from '../../shared/cards/may-read.ts';
import { emptyWorld } from '../../shared/exercise/world.ts';
import { aScenario } from '../support/a-scenario.ts';
import { trialMatch } from './class-of-bots.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('the sight of a bot', () => {
  it.each(BOT_KINDS)('%s: every card that a bot opens may be read by its desk at that moment', (bots) => {
    const compiled = trialMatch();
    let opened = 0;
    const forbidden: string[] = [];
    playBots(compiled, {
      seed: 3,
      bots,
      createPlayer: (_compiled, options) =>
        createBot(compiled, options, (card, world) => {
          opened += 1;
          const { role, seat } = options;
          if (!mayRead(world, desk(role, seat), compiled, card)) forbidden.push(`${seat} reads ${card}`);
        }),
    });
    expect(opened).toBeGreaterThan(100);
    expect(forbidden).toEqual([]);
  });

  it('reveals nothing about a thing that the desk does not know, and everything once it knows it', () => {
    const compiled = aScenario();
    const sight = new DeskSight(compiled, emptyWorld(), { role: 'police', seat: 'police-1' });
    expect(sight.lore('bus-manifest')).toBeUndefined();
    expect(sight.looksLikeChild('nyota')).toBe(false);
    expect(sight.evidenceAgainst('coach')).toEqual([]);
    expect(sight.travelTime('station', 'coach-flat')).toBeUndefined();
    expect(sight.expected('who-is-her-guardian')).toBeUndefined();
    expect(sight.decision('visit-flat')).toBeUndefined();

    const { views } = playBots(compiled, { seed: 1, bots: 'by-the-book' });
    sight.look(views['police-1'] ?? emptyWorld(), 0);
    expect(sight.lore('bus-manifest')?.needs).toEqual([{ role: 'child-protection', parts: ['names'] }]);
    expect(sight.looksLikeChild('nyota')).toBe(true);
    expect(sight.evidenceAgainst('coach').map(({ item }) => item)).toContain('bus-manifest');
  });

  it('shows face-to-face facts only of people who are present', () => {
    const compiled = aScenario();
    const { views } = playBots(compiled, { seed: 1, bots: 'by-the-book' });
    const sight = new DeskSight(compiled, views['police-1'] ?? emptyWorld(), { role: 'police', seat: 'police-1' });
    const elsewhere = sight.people.filter((person) => !sight.isHere(person));
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const person of elsewhere) {
      expect(sight.signs(person)).toEqual([]);
      expect(sight.needs(person)).toEqual([]);
      expect(sight.foreignLanguage(person)).toBeUndefined();
    }
  });
});
