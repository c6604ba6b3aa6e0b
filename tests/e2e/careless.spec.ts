/**
 * Three desks play carelessly: an address leaves the desk that must protect it, a child is put in the cells. The
 * debrief shows both.
 */
import { expect, test } from '@playwright/test';
import type { Rating } from '../../shared/debrief/debrief.ts';
import { ClassAtPlay, type Step } from './class-at-play.ts';
import { aTrainer, desksOf, openSeats } from './gathering.ts';
import { DebriefPages } from './pages/debrief.ts';
import { Wall } from './pages/wall.ts';
import { BuiltServer } from './support/built-server.ts';
import { PlayedCase } from './support/played-case.ts';
import { text } from './support/texts.ts';

const ROLES = ['police', 'child-protection', 'prosecutor'];
const RED_LINES = ['shelter-address-leaked', 'child-in-cells'];
/** The steps of the careless line that cross these red lines: the share, the road block, first contact, the arrest. */
const MOVES = ['share-item', 'propose-decision', 'agree-decision', 'launch-operation', 'travel', 'screen', 'arrest'];

test.setTimeout(900_000);

test('careless acts of three desks appear as open red lines', async ({ browser }) => {
  const play = new PlayedCase('trial-match');
  const server = await BuiltServer.start();
  const seats = await openSeats(browser, play, ROLES, ['prosecutor']);
  try {
    const trainer = await aTrainer(browser, server);
    await trainer.openCase(play.title, ROLES.length);
    const wall = await Wall.on(await trainer.openProjector());
    const pin = await wall.pin();
    await wall.close();
    for (const { desk } of seats) {
      await desk.join(server.url, pin);
      await desk.readBrief();
    }
    await trainer.start({ emptyDesks: true });
    const atPlay = new ClassAtPlay(play, trainer, desksOf(seats));
    const steps = untilTheArrest(play.playthrough('careless').steps);
    for (const [index, step] of steps.entries()) await atPlay.do(step, index + 1);

    // The police have read the address; the prosecutor, who was not told, has not.
    const address = play.compiled.scenario.items['directory-of-homes']?.parts?.['address']?.text ?? '';
    const heard = Object.fromEntries(
      await Promise.all(seats.map(async ({ desk, tap }) => [desk.role, (await tap.heard([address])).length] as const)),
    );
    expect(heard).toEqual({ police: 1, 'child-protection': 1, prosecutor: 0 });

    await trainer.endAndDebrief();
    const slides = new DebriefPages(trainer.page);
    const capped = RED_LINES.flatMap((id) => play.compiled.scenario['red-lines'][id]?.caps ?? []);
    const ratings = Object.fromEntries(capped.map((competency): [string, Rating] => [competency, 'U']));
    await slides.showsRatings(ratings, await slides.toSlide(text('debrief', 'slide.competencies')));
    const happened = [play.name('item:directory-of-homes'), play.person('juma')[0] ?? ''];
    for (const { title, line } of inOrder(play, happened)) await slides.showsOpenRedLine(title, line);
  } finally {
    for (const context of browser.contexts()) await context.close();
    await server.dispose();
  }
});

/** The relevant steps of these desks, up to the arrest, which is the last. */
function untilTheArrest(steps: readonly Step[]): Step[] {
  const wanted = steps.filter(
    (step) =>
      (step.kind === 'command' && ROLES.includes(step.who) && MOVES.includes(step.do) && !isForOthers(step)) ||
      (step.kind === 'expect' && JSON.stringify(step.condition).includes('first-bus.stopped')),
  );
  return wanted.slice(0, wanted.findIndex((step) => step.kind === 'command' && step.do === 'arrest') + 1);
}

/** Steps to desks without a person here, or decided by them. */
const isForOthers = (step: Extract<Step, { kind: 'command' }>): boolean =>
  step.fields['to'] === 'labour-inspector' || step.fields['decision'] === 'workshop-how';

/** Each red line with what its log line must name, in the order of the slides. */
const inOrder = (play: PlayedCase, named: readonly string[]): { title: string; line: RegExp }[] =>
  RED_LINES.map((id, index) => ({ title: play.name(`red-line:${id}`), line: new RegExp(named[index] ?? id) }));
