/** A whole class in real browsers: a trainer and five trainees, two of them on phones, from the code on the wall to the debrief. */
import { type Browser, type BrowserContext, expect, test } from '@playwright/test';
import type { Rating } from '../../shared/debrief/debrief.ts';
import { playThrough } from '../../shared/playthrough/play-through.ts';
import { ClassAtPlay, type Step } from './class-at-play.ts';
import { losesConnection, reloads, stepsOut, survivesKill } from './incidents.ts';
import { DebriefPages, type ReferralFigures } from './pages/debrief.ts';
import { Desk } from './pages/desk.ts';
import { Trainer } from './pages/trainer.ts';
import { Wall } from './pages/wall.ts';
import { BuiltServer } from './support/built-server.ts';
import { PlayedCase } from './support/played-case.ts';
import { earned } from './support/secrets.ts';
import { percentile, Tap } from './support/tap.ts';
import { text } from './support/texts.ts';
import { Wifi } from './support/wifi.ts';

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const LAPTOP = { viewport: { width: 1366, height: 768 } };
/** What may be loaded until the lobby, over the wire. */
const FIRST_LOAD_LIMIT = 300_000;
const PHONES = ['labour-inspector', 'immigration'];
const NAMES: Readonly<Record<string, string>> = {
  police: 'Calm Heron',
  prosecutor: 'Clear Lake',
  'labour-inspector': 'Wise Acacia',
  'child-protection': 'Kind River',
  immigration: 'Keen Ibis',
};

test.setTimeout(1_800_000);

test('five desks play the exemplary line through reload, lost connection and kill -9 to the debrief', async ({
  browser,
}) => {
  const play = new PlayedCase('trial-match');
  const line = play.playthrough('exemplary');
  const server = await BuiltServer.start();
  const wifi = await Wifi.to(server.port);
  const seats = await openSeats(browser, play);
  const marks = new Stopwatch();
  try {
    const trainer = await aTrainer(browser, server);
    await trainer.openCase(play.title, play.roles.length);
    const wall = await Wall.on(await trainer.openProjector());
    const pin = await wall.pin();
    for (const { desk, tap, phone } of seats) {
      await desk.join(phone ? wifi.url : server.url, pin);
      expectSmallFirstLoad(desk.role, tap);
      await desk.readBrief();
    }
    await wall.shows(Object.values(NAMES));
    await trainer.start();
    await trainer.setSlowestPace();
    for (const { desk } of seats) await desk.isAtWork();
    marks.lap('from sign-in to the start');

    const desks = Object.fromEntries(seats.map(({ desk }) => [desk.role, desk]));
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
    for (const { context } of seats) await context.close();
    await wifi.dispose();
    await server.dispose();
  }
});

/** Something that befalls the class, once, before the first step of this kind. */
interface Incident {
  before: (step: Step) => boolean;
  happens: () => Promise<void>;
}

const doing = (step: Step, command: string): boolean => step.kind === 'command' && step.do === command;

interface Seat {
  desk: Desk;
  tap: Tap;
  phone: boolean;
  context: BrowserContext;
}

async function openSeats(browser: Browser, play: PlayedCase): Promise<Seat[]> {
  return Promise.all(
    play.roles.map(async (role): Promise<Seat> => {
      const phone = PHONES.includes(role);
      const context = await browser.newContext(phone ? PHONE : LAPTOP);
      const page = await context.newPage();
      return { desk: new Desk(page, play, role, NAMES[role] ?? role), tap: await Tap.on(page), phone, context };
    }),
  );
}

async function aTrainer(browser: Browser, server: BuiltServer): Promise<Trainer> {
  const context = await browser.newContext(LAPTOP);
  const trainer = new Trainer(await context.newPage());
  await trainer.signIn(server.url, server.trainerKey);
  return trainer;
}

function expectSmallFirstLoad(role: string, tap: Tap): void {
  const { bytes, addresses } = tap.loaded;

  expect(addresses.filter((address) => /phaser/.test(address))).toEqual([]);
  expect(bytes, `${role}: bytes until the lobby`).toBeLessThan(FIRST_LOAD_LIMIT);
}

/** Times of the run, printed at its end whatever comes. */
class Stopwatch {
  readonly #lines: string[] = [];
  #since = Date.now();

  lap(what: string): void {
    this.note(`${what}: ${((Date.now() - this.#since) / 1000).toFixed(1)} s`);
    this.#since = Date.now();
  }

  note(line: string): void {
    this.#lines.push(line);
  }

  print(): void {
    for (const line of this.#lines) process.stdout.write(`    ${line}\n`);
  }
}
