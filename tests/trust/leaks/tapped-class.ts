/**
 * A class on the real server with every client behind a tap; everything that a client receives is searched for unearned
 * canaries. The trainer is not tapped: the trainer may read the truth, which says what was earned.
 */
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { Event, KnownEvent } from '../../../shared/exercise/events.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import { detachTexts } from '../../../shared/protocol/detach-texts.ts';
import { cardIdsOf } from '../../../shared/simulation/card-proof.ts';
import { Earned } from '../../../shared/simulation/earned.ts';
import { request } from '../../support/http.ts';
import type { ServerProcess } from '../../support/server-process.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { Pacer } from '../support/pacer.ts';
import { WireTap } from '../support/wire-tap.ts';
import { CANARY, type PlantedCase } from './planted-case.ts';
import { othersWhoRead } from './readers.ts';
import { namesOfMade, type Script } from './script.ts';

/** Clients that can reach the server but are not in the class. */
const OUTSIDERS = ['nobody', 'another class', 'wall'] as const;

/** What the debrief reveals to a desk on purpose after the end. */
const AFTERWARDS = /^(debrief|task:|red-line:|pin:|victim-eye:)/;
/** The team's results show each person's path and missing shares by id; names and texts stay with their readers. */
const NAMED_BY_ID = /^id (person|item):/;

export class TappedClass {
  readonly planted: PlantedCase;
  readonly script: Script;
  readonly trainer: TestTrainer;
  readonly people = new Map<string, TestTrainee>();
  readonly taps = new Map<string, WireTap>();
  /** Unearned canaries with their receivers; must stay empty. */
  readonly leaks = new Set<string>();
  /** Earned canaries that a client received, so that an ineffective search is noticed. */
  readonly received = new Set<string>();
  readonly answers = { accepted: 0, refused: 0 };
  readonly #earned: Earned;
  readonly #words = new Map<string, ReadonlySet<string>>();
  readonly #said = new Map<string, Set<string>>();
  readonly #phases = new Set<string>();
  readonly #pacers = new Map<string, Pacer>();
  #heard = 0;
  #ended = false;

  private constructor(planted: PlantedCase, script: Script, trainer: TestTrainer) {
    this.planted = planted;
    this.script = script;
    this.trainer = trainer;
    this.#earned = new Earned(planted.compiled);
    this.#earned.roles = script.roles;
  }

  static async opens(server: ServerProcess, planted: PlantedCase, script: Script): Promise<TappedClass> {
    const trainer = await TestTrainer.signsIn(server.url, server.trainerKey);
    const without = Object.keys(planted.compiled.scenario.roles).filter((role) => !script.roles.includes(role));
    const wanted = { scenario: planted.id, languages: [planted.compiled.scenario.language], pace: 0.1, without };
    const other = await trainer.opensClass(wanted);
    const own = await trainer.opensClass(wanted);
    const tapped = new TappedClass(planted, script, trainer);
    await trainer.entersRoom();
    for (const who of [...script.roles, ...OUTSIDERS]) tapped.taps.set(who, await WireTap.before(server.port));
    for (const role of script.roles)
      tapped.people.set(role, await TestTrainee.joins(tapped.urlOf(role), own.pin, `Person ${role}`, role));
    const neighbour = await TestTrainee.joins(tapped.urlOf('another class'), other.pin, 'Neighbour', script.roles[0]);
    tapped.people.set('another class', neighbour);
    await tapped.#ask('trainer', { type: 'start-exercise' });
    return tapped;
  }

  urlOf(who: string): string {
    const tap = this.taps.get(who);
    if (!tap) throw new Error(`${who} has no tap`);
    return tap.url;
  }

  get exercise(): ExerciseCard {
    return this.trainer.exercise;
  }

  /** Runs the script, searches the received bytes after every few commands, and sometimes requests everything. */
  async play({ sweepEvery }: { sweepEvery: number }): Promise<void> {
    await this.sweep();
    for (const [index, { at, who, body }] of this.script.steps.entries()) {
      if (at > this.trainer.client.world.now) await this.#ask('trainer', { type: 'skip-to', to: at });
      await this.#ask(who, this.#withIdsOfHere(body));
      if (index % 4 === 3) await this.look();
      if (index % sweepEvery === sweepEvery - 1) await this.sweep();
    }
    await this.sweep();
  }

  async ends(): Promise<void> {
    await this.#ask('trainer', { type: 'end-exercise' });
    this.#ended = true;
    await this.sweep();
  }

  /** Every client requests everything: every card, every text, every drawing, and every address. */
  async sweep(): Promise<void> {
    await this.look();
    const { compiled, canaries } = this.planted;
    const hashes = [...canaries.keys()].filter((canary) => canary.length === 64);
    const refs = JSON.stringify(this.trainer.client.streams.trainer?.events ?? []).match(/[0-9a-f]{32}/g) ?? [];
    const ids = [...new Set([...cardIdsOf(compiled), 'law', 'roles', 'helpers', ...refs.map((ref) => `text:${ref}`)])];
    await Promise.all([
      ...[...this.people.values()].map(async (person) => {
        for (let from = 0; from < ids.length; from += 400) {
          const language = from % 800 === 0 ? compiled.scenario.language : (compiled.scenario.languages.at(-1) ?? 'en');
          await person.asks('/api/cards', { method: 'POST', body: { ids: ids.slice(from, from + 400), language } });
        }
        const some = hashes.filter((_, index) => index % 3 === this.#heard % 3);
        await Promise.all(some.map((hash) => person.asks(`/api/art/${hash}.svg`)));
        await Promise.all(this.#addresses().map((path) => person.asks(path)));
        await Promise.all(this.#posts().map(([path, body]) => person.asks(path, { method: 'POST', body })));
      }),
      this.#strangerTries(ids, hashes),
      request(`${this.urlOf('wall')}/api/wall/${this.exercise.exercise}`, { headers: { cookie: this.trainer.cookie } }),
    ]);
    await this.look();
  }

  /** Searches the bytes received since the last look. The trainer's present state says what was earned. */
  async look(): Promise<void> {
    await this.#turn('trainer');
    await this.trainer.client.resume();
    const events = this.trainer.client.streams.trainer?.events ?? [];
    for (const event of events.slice(this.#heard)) this.#take(event);
    this.#heard = events.length;
    for (const [who, tap] of this.taps)
      for (const piece of tap.read())
        for (const [canary] of piece.toString('latin1').matchAll(CANARY)) this.#judge(who, canary);
  }

  async closes(): Promise<void> {
    await Promise.all([...this.taps.values()].map((tap) => tap.close()));
  }

  #take(event: KnownEvent): void {
    this.#earned.take(event as Event);
    if (event.type === 'state-entered') this.#phases.add(`phase:${event.chart}.${event.state}`);
  }

  #judge(who: string, canary: string): void {
    const words = this.#words.get(canary);
    const planted = this.planted.canaries.get(canary);
    if (!words && !planted) return;
    if (this.#said.get(who)?.has(canary)) return;
    const may = words ? words.has(who) : planted?.owners.some((facts) => facts.every((fact) => this.#has(who, fact)));
    const told = this.#ended && this.script.roles.includes(who) && NAMED_BY_ID.test(planted?.where ?? '');
    if (may || told) this.received.add(`${who} ${canary}`);
    else this.leaks.add(`${who} received ${planted?.where ?? 'words of another desk'}`);
  }

  #has(who: string, fact: string): boolean {
    // The neighbour sits at the first desk of another class, which has not begun.
    if (who === 'another class') return fact === `role:${this.script.roles[0]}`;
    if (!this.script.roles.includes(who)) return false;
    if (fact === `role:${who}` || this.#phases.has(fact)) return true;
    return this.#earned.has(who, fact) || (this.#ended && AFTERWARDS.test(fact));
  }

  async #ask(who: string, body: AnyCommand): Promise<void> {
    await this.#turn(who);
    const canaries: string[] = [];
    const written = detachTexts(body, () => {
      const canary = `qzw${(this.#words.size + canaries.length).toString(36).padStart(3, '0')}zq`;
      canaries.push(canary);
      return canary;
    }).body;
    // Until its readers are known, only the writer may have it.
    for (const canary of canaries) this.#words.set(canary, new Set([who]));
    const person = this.people.get(who);
    const answer = await (who === 'trainer' ? this.trainer.does(written) : person?.does(written));
    if (answer?.ok) this.answers.accepted += 1;
    else {
      this.answers.refused += 1;
      // A rejection repeats to its sender what the sender asked about.
      const said = this.#said.get(who) ?? new Set();
      for (const canary of JSON.stringify(written).match(CANARY) ?? []) said.add(canary);
      this.#said.set(who, said);
    }
    if (canaries.length === 0 || !answer?.ok) return;
    const readers = new Set([who, ...othersWhoRead(written, this.planted.compiled, this.trainer.client.world)]);
    for (const canary of canaries) this.#words.set(canary, readers);
  }

  /** The server accepts thirty messages a second from one connection. */
  #turn(who: string): Promise<void> {
    let pacer = this.#pacers.get(who);
    if (!pacer) this.#pacers.set(who, (pacer = new Pacer(24)));
    return pacer.turn();
  }

  /** Replaces ids of the core by ids of the server: the n-th thing of its kind that the desk created. */
  #withIdsOfHere(body: AnyCommand): AnyCommand {
    const here = new Map(
      [...namesOfMade(this.trainer.client.streams.trainer?.events ?? [])].map(([id, name]) => [name, id]),
    );
    const swap = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(swap);
      if (typeof value !== 'string') return value;
      const name = this.script.made.get(value);
      return name === undefined ? value : (here.get(name) ?? value);
    };
    return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, swap(value)])) as AnyCommand;
  }

  #addresses(): string[] {
    const one = `/api/exercises/${this.exercise.exercise}`;
    const views = this.script.roles.map((role) => `${one}/view/${role}`);
    const debriefs = ['', '.json', '.csv'].map((ending) => `${one}/debrief${ending}`);
    const more = ['/api/seat', '/api/debrief', '/api/scenarios', '/api/exercises', '/api/trainer', '/api/nowhere'];
    const wall = `/api/wall/${this.exercise.exercise}`;
    const files = [
      '/scenario.yaml',
      `/scenarios/${this.planted.id}/scenario.yaml`,
      '/..%2fscenarios',
      '/assets/../data',
    ];
    const join = `/api/join/${this.exercise.pin}`;
    return [one, `${one}/console`, `${one}/playthrough.yaml`, join, wall, ...views, ...debriefs, ...more, ...files];
  }

  #posts(): [path: string, body: unknown][] {
    const [role] = this.script.roles;
    return [
      [`/api/exercises/${this.exercise.exercise}/ticket`, {}],
      ['/api/practice', { scenario: this.planted.id, role, language: 'en', name: 'Nobody' }],
      ['/api/demo', { language: 'en' }],
      [
        '/api/cards',
        { ids: cardIdsOf(this.planted.compiled).slice(0, 400), language: 'en', exercise: this.exercise.exercise },
      ],
      ['/api/recover', { pin: this.exercise.pin, code: 'AAAAAAAA' }],
    ];
  }

  /** A client without any token requests the same things. */
  async #strangerTries(ids: readonly string[], hashes: readonly string[]): Promise<void> {
    const url = this.urlOf('nobody');
    const paths = [...this.#addresses(), ...hashes.slice(0, 5).map((hash) => `/api/art/${hash}.svg`)];
    await Promise.all(paths.map((path) => request(`${url}${path}`)));
    const cards = { ids: ids.slice(0, 400), language: 'en' };
    for (const [path, body] of this.#posts().slice(0, 4)) await request(`${url}${path}`, { method: 'POST', body });
    await request(`${url}/api/cards`, { method: 'POST', body: cards });
  }
}
