/**
 * A real class in the middle of a case, for browsers: the built server, five people in their rooms, and the playthrough
 * played through those rooms up to a chosen moment. Any seat or the trainer's pages can then be opened in a browser.
 */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, BrowserContextOptions } from '@playwright/test';
import { keyOf } from '../../client/state/keep-on-device.ts';
import { AnyCommand } from '../../shared/vocabulary/commands.ts';
import type { KnownEvent } from '../../shared/exercise/events.ts';
import { parsePlaythrough } from '../../shared/playthrough/parse-playthrough.ts';
import { createdId } from '../../shared/playthrough/created-id.ts';
import { resolveFields } from '../../shared/playthrough/fields.ts';
import type { Step } from '../../shared/playthrough/step.ts';
import type { ExerciseCard } from '../../shared/protocol/api.ts';
import type { CaseMs } from '../../shared/time.ts';
import { BuiltServer } from '../e2e/support/built-server.ts';
import { eventually } from '../support/eventually.ts';
import { TestTrainee } from '../support/test-trainee.ts';
import { TestTrainer } from '../support/test-trainer.ts';
import { momentStep, type Moment, MOMENTS } from './moments.ts';
import { seenUntil } from './seen-until.ts';

/** A pace so slow that nothing is due between two steps. */
const STILL = 0.1;
const AS_IN_A_CLASS = 6;
const SECOND = 1000;
/** Slightly above the server's rate limit, which disconnects faster clients. */
const BETWEEN_COMMANDS_MS = 40;
const PEOPLE = {
  police: 'Amina',
  prosecutor: 'Daniel',
  'labour-inspector': 'Hanna',
  'child-protection': 'Wanjiru',
  immigration: 'Tesfaye',
} as const;
export type DeskRole = keyof typeof PEOPLE;
export const DESKS = Object.keys(PEOPLE) as DeskRole[];
type CommandStep = Extract<Step, { kind: 'command' }>;

/** The settings of a person's browser. */
export interface Looks {
  theme?: 'light' | 'dark';
  options?: BrowserContextOptions;
}

export class PlayedClass {
  readonly server: BuiltServer;
  readonly trainer: TestTrainer;
  readonly exercise: ExerciseCard;
  readonly #steps: readonly Step[];
  readonly #names = new Map<string, string>();
  readonly #seats = new Map<string, TestTrainee>();
  readonly #asked = new Map<string, number>();
  #next = 0;
  /** The moment that the present steps were written for, and the delay of the class behind it. */
  #written: CaseMs = 0;
  #late = 0;
  #moment: Moment = 'lobby';

  private constructor(server: BuiltServer, trainer: TestTrainer, exercise: ExerciseCard) {
    this.server = server;
    this.trainer = trainer;
    this.exercise = exercise;
    const path = `scenarios/${exercise.scenario}/exemplary.playthrough.yaml`;
    const { playthrough, diagnostics } = parsePlaythrough(path, readFileSync(path, 'utf8'));
    if (!playthrough) throw new Error(`${path} cannot be played: ${JSON.stringify(diagnostics)}`);
    this.#steps = playthrough.steps;
  }

  /** A class of Trial Match with all desks seated, not yet started. */
  static async gathers(): Promise<PlayedClass> {
    const server = await BuiltServer.start();
    try {
      const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
      const languages = ['en', 'fr'];
      const exercise = await trainer.opensClass({ scenario: 'trial-match', languages, pace: STILL, label: 'Group B' });
      await trainer.entersRoom();
      const played = new PlayedClass(server, trainer, exercise);
      for (const role of DESKS)
        played.#seats.set(role, await TestTrainee.joins(server.url, exercise.pin, PEOPLE[role], role));
      return played;
    } catch (error) {
      await server.dispose();
      throw error;
    }
  }

  get moment(): Moment {
    return this.#moment;
  }

  get now(): CaseMs {
    return this.trainer.client.public.caseMs;
  }

  /** Plays up to a moment; moments follow the order of `MOMENTS` and cannot be undone. */
  async playTo(moment: Moment): Promise<void> {
    if (MOMENTS.indexOf(moment) <= MOMENTS.indexOf(this.#moment)) return;
    await this.#everybodyBack();
    if (this.#moment === 'lobby') {
      await this.#trainerDoes({ type: 'start-exercise' });
      this.#written = this.now;
    }
    const end = moment === 'ended' ? this.#steps.length : momentStep(moment, this.#steps);
    for (; this.#next < end; this.#next += 1) await this.#play(this.#steps[this.#next], this.#next + 1);
    if (moment === 'ended') await this.#trainerDoes({ type: 'end-exercise' });
    this.#moment = moment;
  }

  /** The id that a step of the playthrough created. */
  idOf(name: string): string {
    const id = this.#names.get(name);
    if (id === undefined) throw new Error(`nothing is named ${name} yet`);
    return id;
  }

  /** A browser with this desk's seat; it takes the seat over until the class plays on. */
  async openDesk(browser: Browser, role: DeskRole, looks: Looks = {}): Promise<BrowserContext> {
    const seat = this.#seat(role);
    const context = await contextWith(browser, looks);
    const place = keyOf(`${this.exercise.room}.${seat.seat}`, 'seen');
    const seen = this.#moment === 'lobby' ? {} : seenUntil(seat.client.world, role, this.now);
    await context.addInitScript(
      ([token, key, marks]) => {
        sessionStorage.setItem('baraza.pass', JSON.stringify(token));
        if (localStorage.getItem(key) === null) localStorage.setItem(key, JSON.stringify(marks));
      },
      [seat.token, place, seen] as const,
    );
    return context;
  }

  /** A browser with a signed-in trainer. */
  async openTrainer(browser: Browser, looks: Looks = {}): Promise<BrowserContext> {
    await this.#everybodyBack();
    const context = await contextWith(browser, looks);
    const [name = '', value = ''] = this.trainer.cookie.split('=');
    await context.addCookies([{ name, value, url: this.server.url }]);
    return context;
  }

  /** Runs the clock as in a class, or slows it down again. */
  async pace(running: boolean): Promise<void> {
    await this.#trainerDoes({ type: 'set-pace', pace: running ? AS_IN_A_CLASS : STILL });
  }

  /** Texts of the case are in the language that a seat has chosen. */
  async speak(language: string): Promise<void> {
    for (const seat of this.#seats.values())
      await seat.asks('/api/seat/language', { method: 'POST', body: { language } });
  }

  /** Stops the server, which closes every connection. */
  dispose(): Promise<void> {
    return this.server.dispose();
  }

  #seat(role: string): TestTrainee {
    const seat = this.#seats.get(role);
    if (!seat) throw new Error(`nobody sits at ${role}`);
    return seat;
  }

  /** People whose seats were opened in a browser take them back. */
  async #everybodyBack(): Promise<void> {
    for (const seat of this.#seats.values()) if (seat.client.closedWith !== undefined) await seat.comesBack();
  }

  async #trainerDoes(body: AnyCommand): Promise<void> {
    const answer = await this.trainer.does(body);
    if (!answer.ok) throw new Error(`${body.type} was refused: ${JSON.stringify(answer.rejection)}`);
  }

  async #play(step: Step | undefined, number: number): Promise<void> {
    if (!step) return;
    if (step.at) await this.#waitUntil('plus' in step.at ? this.#written + step.at.plus : step.at.clock);
    if (step.kind === 'command' && step.refused === undefined) await this.#command(step, number);
    await this.#still();
  }

  /** The clock runs while people act: a step is as late as the steps before it. */
  async #waitUntil(written: CaseMs): Promise<void> {
    if (written <= this.#written) return;
    this.#late = Math.max(this.#late, this.now - this.#written) + SECOND;
    this.#written = written;
    const at = written + this.#late;
    if (at > this.now) {
      await this.#trainerDoes({ type: 'skip-to', to: at });
      await eventually(
        () => this.now,
        (now) => now >= at,
        `case time ${at}`,
      );
    }
  }

  /** Phases of the case set their own pace, so it is slowed down again. */
  async #still(): Promise<void> {
    if (this.trainer.client.public.pace > 2 * STILL) await this.#trainerDoes({ type: 'set-pace', pace: STILL });
  }

  async #command(step: CommandStep, number: number): Promise<void> {
    const texts: Record<string, string> = {};
    const context = { step: number, at: this.now, names: this.#names, texts };
    const fields = resolveFields(step.fields, context);
    const body = AnyCommand.parse({ type: step.do, ...withWords(fields, texts) });
    await this.#paced(step.who);
    const before = this.#log().length;
    const answer = await (step.who === 'trainer' ? this.trainer : this.#seat(step.who)).does(body);
    if (!answer.ok)
      throw new Error(
        `step ${number}, ${step.who}: ${JSON.stringify(body)} refused: ${JSON.stringify(answer.rejection)}`,
      );
    const { as } = step;
    await eventually(
      () => this.#log().slice(before),
      (news) => (as === undefined ? news.length > 0 : createdId(news) !== undefined),
      as === undefined ? `step ${number}` : `what step ${number} creates, to name ${as}`,
    );
    if (as !== undefined) this.#names.set(as, createdId(this.#log().slice(before)) ?? '');
  }

  async #paced(who: string): Promise<void> {
    const from = (this.#asked.get(who) ?? 0) + BETWEEN_COMMANDS_MS;
    await eventually(Date.now, (now) => now >= from, `the turn of ${who}`);
    this.#asked.set(who, Date.now());
  }

  #log(): KnownEvent[] {
    return this.trainer.client.streams.trainer?.events ?? [];
  }
}

/** People send texts; replaces the references of a playthrough by their texts. */
function withWords(value: unknown, texts: Readonly<Record<string, string>>): Record<string, unknown> {
  const told = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(told);
    return typeof one === 'string' ? (texts[one] ?? one) : one;
  };
  return Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, told(one)]));
}

async function contextWith(browser: Browser, { theme = 'light', options = {} }: Looks): Promise<BrowserContext> {
  return browser.newContext({ colorScheme: theme, reducedMotion: 'reduce', ...options });
}
