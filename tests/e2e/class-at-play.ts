/** A class plays a written line on the screens: each person does their own steps, the trainer advances time. */
import { expect, test, type Locator } from '@playwright/test';
import type { Condition } from '../../shared/vocabulary/conditions.ts';
import type { Playthrough } from '../../shared/playthrough/playthrough.ts';
import type { CaseMs } from '../../shared/time.ts';
import { type Act, Fields } from './pages/act.ts';
import { chargingActs } from './pages/acts-charging.ts';
import { interviewActs } from './pages/acts-interview.ts';
import { itemActs } from './pages/acts-items.ts';
import { peopleActs } from './pages/acts-people.ts';
import { togetherActs } from './pages/acts-together.ts';
import type { Desk } from './pages/desk.ts';
import { Names } from './pages/names.ts';
import type { Trainer } from './pages/trainer.ts';
import type { PlayedCase } from './support/played-case.ts';
import { oneOf, text } from './support/texts.ts';

const ACTS: Readonly<Record<string, Act>> = {
  ...itemActs,
  ...peopleActs,
  ...interviewActs,
  ...togetherActs,
  ...chargingActs,
};

export type Step = Playthrough['steps'][number];
type Knowing = Extract<Step, { kind: 'knows' }>;
type Asking = Extract<Step, { kind: 'command' }>;

/** A late request is due late: wait up to this many minutes of the case. */
const MINUTES_TO_WAIT = 5;
const SOON = { timeout: 3000 };

export class ClassAtPlay {
  readonly #play: PlayedCase;
  readonly #trainer: Trainer;
  readonly #desks: Readonly<Record<string, Desk>>;
  readonly #names = new Names();
  /** Steps that waited for a minute of the case, for the test output. */
  readonly waited: string[] = [];
  readonly #times = new Map<string, number[]>();

  constructor(play: PlayedCase, trainer: Trainer, desks: Readonly<Record<string, Desk>>) {
    this.#play = play;
    this.#trainer = trainer;
    this.#desks = desks;
  }

  async do(step: Step, number: number): Promise<void> {
    const began = Date.now();
    await test.step(`${number} ${describe(step)}`, async () => {
      if (step.at) await this.#trainer.letPassUntil(await this.#moment(step.at));
      if (step.kind === 'command') await this.#command(step, number);
      if (step.kind === 'knows') await this.#knows(step, number);
      if (step.kind === 'expect') await this.#expect(step.condition, step.holds);
    });
    const kind = step.kind === 'command' ? step.do : step.kind;
    this.#times.set(kind, [...(this.#times.get(kind) ?? []), Date.now() - began]);
  }

  /** Where the time went: each kind of step with how often and how long, the heaviest first. */
  get heaviest(): string {
    return [...this.#times]
      .map(([kind, times]) => ({ kind, times, sum: times.reduce((sum, ms) => sum + ms, 0) }))
      .toSorted((one, other) => other.sum - one.sum)
      .map(({ kind, times, sum }) => `${kind} ${times.length}x ${(sum / times.length / 1000).toFixed(1)} s`)
      .join(', ');
  }

  desk(role: string): Desk {
    const desk = this.#desks[role];
    if (!desk) throw new Error(`nobody sits at ${role}`);
    return desk;
  }

  async #moment(at: NonNullable<Step['at']>): Promise<CaseMs> {
    return 'clock' in at ? at.clock : (await this.#trainer.now()) + at.plus;
  }

  async #command(step: Asking, number: number): Promise<void> {
    const act = ACTS[step.do];
    if (!act) throw new Error(`no driver knows how a person does ${step.do}`);
    const desk = this.desk(step.who);
    const fields = new Fields(step.fields);
    const begin = await this.#comes(`${number} ${step.do}`, () => act.reach(desk, fields, this.#names));
    await act.go(desk, begin, fields, this.#names);
    this.#names.made(step.do, step.fields, step.as);
  }

  /** An element that is due about now; if it is missing, the trainer lets a minute pass. */
  async #comes(what: string, look: () => Promise<Locator>): Promise<Locator> {
    for (let waited = 0; ; waited += 1) {
      try {
        const found = await look();
        await expect(found).toBeVisible(SOON);
        return found;
      } catch (error) {
        if (waited >= MINUTES_TO_WAIT) throw error;
        this.waited.push(what);
        await this.#trainer.letPassAMinute();
      }
    }
  }

  async #knows(step: Knowing, number: number): Promise<void> {
    const desk = this.desk(step.who);
    for (const thing of step.things) {
      if (!step.holds) await this.#isNowhere(desk, thing, step.part);
      else await this.#comes(`${number} ${thing}`, () => this.#place(desk, thing, step.part));
    }
  }

  /** The place of a known thing on the screen. */
  async #place(desk: Desk, thing: string, part: string | undefined): Promise<Locator> {
    const { items, people } = this.#play.compiled.scenario;
    if (thing in items) {
      await desk.toItem(thing);
      const card = desk.section(this.#play.name(`item:${thing}`)).first();
      const title = part === undefined ? undefined : this.#play.partTitle(thing, part);
      return title === undefined ? card : card.getByRole('heading', { name: title }).first();
    }
    if (thing in people) {
      await desk.toPerson(thing);
      return desk.page.getByRole('heading', { level: 1, name: oneOf(this.#play.person(thing)) });
    }
    await desk.to('map');
    return desk.linkNamed([this.#play.name(`place:${thing}`)]);
  }

  /** Asserts that no page shows the thing. */
  async #isNowhere(desk: Desk, thing: string, part: string | undefined): Promise<void> {
    const { items, people } = this.#play.compiled.scenario;
    const title =
      thing in items
        ? ((part && this.#play.partTitle(thing, part)) ?? this.#play.name(`item:${thing}`))
        : thing in people
          ? undefined
          : this.#play.name(`place:${thing}`);
    for (const page of ['desk', 'board', 'people', 'map', 'inbox'] as const) {
      await desk.to(page);
      await expect(desk.page.getByRole('main')).not.toHaveText('');
      const named = title === undefined ? oneOf(this.#play.person(thing)) : oneOf([title]);
      await expect(desk.page.getByText(named), `${desk.role} knows nothing of ${thing}`).toHaveCount(0);
    }
  }

  /** Checks states of the story on the trainer's screen, and a desk's conditions on the desk's. */
  async #expect(condition: Condition, holds: boolean): Promise<void> {
    if (!holds || !('reached' in condition)) throw new Error(`no screen is read for ${JSON.stringify(condition)}`);
    const title = stateTitle(this.#play, String(condition.reached));
    const threads = this.#trainer.section(text('trainer', 'threads.title'));
    await this.#comes(`reached ${String(condition.reached)}`, async () => {
      const thread = threads.getByText(title);
      await expect(thread).toBeVisible({ timeout: 6000 });
      return thread;
    });
  }
}

/** The title of a state, or its plain id. */
function stateTitle({ compiled }: PlayedCase, address: string): string {
  const [chart = '', ...inner] = address.split('.');
  let state: { title?: string | undefined; states?: Readonly<Record<string, unknown>> | undefined } | undefined =
    compiled.scenario.statecharts[chart];
  for (const key of inner) state = state?.states?.[key] as typeof state;
  return state?.title ?? address.replaceAll('-', ' ');
}

const describe = (step: Step): string =>
  step.kind === 'command' ? `${step.who}: ${step.do} ${JSON.stringify(step.fields)}` : JSON.stringify(step);
