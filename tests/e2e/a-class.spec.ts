/**
 * A whole class in real browsers: a trainer on a laptop and five trainees on phones, from the class code to the debrief.
 */
import { expect, test } from '@playwright/test';
import type { Rating } from '../../shared/debrief/debrief.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { ClassAtPlay, type Step } from './class-at-play.ts';
import { amount } from '../gate/amount.ts';
import { aTrainer, desksOf, openSeats } from './gathering.ts';
import { losesConnection, reloads, stepsOut, survivesKill } from './incidents.ts';
import { DebriefPages, type ReferralFigures } from './pages/debrief.ts';
import { Wall } from './pages/wall.ts';
import { BuiltServer } from './support/built-server.ts';
import { PlayedCase } from './support/played-case.ts';
import { earned } from './support/secrets.ts';
import { Stopwatch } from './support/stopwatch.ts';
import { percentile, type Tap } from './support/tap.ts';
import { text } from './support/texts.ts';
import { Wifi } from './support/wifi.ts';

/** Bytes over the wire until the lobby. */
const FIRST_LOAD_LIMIT = 300_000;
/** In the full gate the police play on a laptop, where the board is drawn on each visit. */
const ON_PHONES = ['prosecutor', 'labour-inspector', 'child-protection', 'immigration'];
const PHONES = amount({ push: [...ON_PHONES, 'police'], all: ON_PHONES });

test.setTimeout(1_800_000);

test('five desks play the exemplary line through a reload, a lost connection and kill -9 up to the debrief', async ({
  browser,
}) => {
  const play = new PlayedCase('trial-match');
  const line = play.playthrough('exemplary');
  const server = await BuiltServer.start();
  const wifi = await Wifi.to(server.port);
  const seats = await openSeats(browser, play, play.roles, PHONES);
  const marks = new Stopwatch();
  try {
    const trainer = await aTrainer(browser, server);
    await trainer.openCase(play.title, play.roles.length);
    const wall = await Wall.on(await trainer.openProjector());
    const pin = await wall.pin();
    for (const { desk, tap, phone } of seats) {
      await desk.join(phone ? wifi.url : server.url, pin);
      marks.note(`${desk.role}: ${expectSmallFirstLoad(desk.role, tap)} bytes until the lobby`);
      await desk.readBrief();
    }
    await wall.shows(seats.map(({ desk }) => desk.name));
    await wall.close();
    await trainer.start();
    await trainer.setSlowestPace();
    for (const { desk } of seats) await desk.isAtWork();
    marks.lap('from sign-in to the start');

    const desks = desksOf(seats);
    const atPlay = new ClassAtPlay(play, trainer, desks);
    const incidents: Incident[] = [
      { before: (step) => doing(step, 'call-conference'), happens: () => reloads(atPlay.desk('immigration')) },
      {
        before: (step) => doing(step, 'propose-decision'),
        happens: () => losesConnection(atPlay.desk('labour-inspector'), wifi),
      },
      { before: (step) => doing(step, 'set-plan-section'), happens: () => stepsOut(atPlay.desk('immigration')) },
      { before: (step) => doing(step, 'screen'), happens: () => survivesKill(server, trainer, Object.values(desks)) },
    ];
    for (const [index, step] of line.steps.entries()) {
      if (incidents[0]?.before(step)) await incidents.shift()?.happens();
      await atPlay.do(step, index + 1);
    }
    expect(incidents, 'everything that was to happen has happened').toEqual([]);
    marks.lap(`${line.steps.length} steps`);
    marks.note(atPlay.heaviest);

    const { events } = playThrough(play.compiled, line);
    for (const { desk, tap } of seats) {
      const { known, secret } = earned(play.compiled, events, desk.role);
      expect((await tap.heard(known)).length, `${desk.role} received what it knows`).toBeGreaterThan(5);
      expect(secret.length, `there is something to keep from ${desk.role}`).toBeGreaterThan(20);
      expect(await tap.heard(secret), `nothing reached ${desk.role} that it has not earned`).toEqual([]);
    }

    await trainer.endAndDebrief();
    const { ratings = {}, referral = {} } = line.result ?? {};
    const { investigation = 'P', ...competencies } = ratings as Record<string, Rating>;
    const figures = referral as unknown as ReferralFigures;
    const slides = new DebriefPages(trainer.page);
    await slides.showsInvestigation(investigation, await slides.toSlide(text('debrief', 'slide.investigation')));
    await slides.showsReferral(figures, await slides.toSlide(text('debrief', 'slide.referral')));
    await slides.showsRatings(competencies, await slides.toSlide(text('debrief', 'slide.competencies')));
    await trainer.page.getByRole('link', { name: text('trainer', 'debrief.report') }).click();
    await slides.showsReport(competencies, figures);
    for (const { desk } of seats) {
      await desk.to('debrief');
      await new DebriefPages(desk.page).showsOwnDebrief(competencies, figures);
    }
    marks.lap('debrief');
    const latencies = seats.flatMap(({ tap }) => tap.latencies);
    marks.note(
      `answer to a command, five trainees: p50 ${percentile(latencies, 0.5).toFixed(0)} ms, p95 ${percentile(latencies, 0.95).toFixed(0)} ms (${latencies.length} commands)`,
    );
    marks.note(`minutes of the case waited for: ${atPlay.waited.length} ${atPlay.waited.join('; ')}`);
  } finally {
    marks.print();
    for (const context of browser.contexts()) await context.close();
    await wifi.dispose();
    await server.dispose();
  }
});

/** An incident that happens once, before the first step of this kind. */
interface Incident {
  before: (step: Step) => boolean;
  happens: () => Promise<void>;
}

const doing = (step: Step, command: string): boolean => step.kind === 'command' && step.do === command;

function expectSmallFirstLoad(role: string, tap: Tap): number {
  const { bytes, addresses } = tap.loaded;

  expect(addresses.filter((address) => /phaser/.test(address))).toEqual([]);
  expect(bytes, `${role}: bytes until the lobby`).toBeLessThan(FIRST_LOAD_LIMIT);
  return bytes;
}
