/**
 * A class at play that survives kills: a trainer and three trainees act at random through a ledger, as fast as people
 * on fast machines, and reconnect with the same seats.
 */
import type { AnyCommand } from '../../../shared/vocabulary/commands.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import type { TestTrainer } from '../../support/test-trainer.ts';
import type { Carrier, Ledger } from './ledger.ts';
import type { Chance } from './scale.ts';

/** Between two acts of one person: the server allows thirty messages a second. */
const PAUSE_MS = 40;

interface Members {
  url: string;
  trainer: TestTrainer;
  ledger: Ledger;
  chance: Chance;
}

export class ActingClass {
  readonly card: ExerciseCard;
  readonly trainees: readonly TestTrainee[];
  readonly #members: Members;

  private constructor(card: ExerciseCard, trainees: readonly TestTrainee[], members: Members) {
    this.card = card;
    this.trainees = trainees;
    this.#members = members;
  }

  static async opens(members: Members): Promise<ActingClass> {
    const { url, trainer } = members;
    const card = await trainer.opensClass({ label: 'Under fire' });
    await trainer.entersRoom();
    const desks = [
      ['Amina', 'police'],
      ['Baraka', 'police'],
      ['Joseph', 'child-protection'],
    ] as const;
    const trainees: TestTrainee[] = [];
    for (const [name, role] of desks) trainees.push(await TestTrainee.joins(url, card.pin, name, role));
    const answer = await trainer.does({ type: 'start-exercise' });
    if (!answer.ok) throw new Error('the class could not start');
    return new ActingClass(card, trainees, members);
  }

  /** After a restart: every client reconnects with its seat; then the trainer resumes. */
  async comesBack(): Promise<void> {
    await Promise.all(this.trainees.map((trainee) => trainee.comesBack()));
    await this.#members.trainer.entersRoom(this.card);
  }

  /** Repeats the commands without an answer, with the same ids. Returns their number. */
  async resends(): Promise<number> {
    const open = this.#members.ledger.unanswered().filter(({ from }) => from.exercise === this.card.exercise);
    for (const entry of open) {
      await this.#members.ledger.resend(entry);
      await pause();
    }
    return open.length;
  }

  async goesOn(): Promise<void> {
    await this.#send('trainer', this.#members.trainer.client, { type: 'resume' });
  }

  /** Every client acts until `over` returns true; failed commands stay unanswered. */
  async acts(over: () => boolean): Promise<void> {
    const { chance, trainer } = this.#members;
    const plays = async (by: string, via: Carrier, choose: () => AnyCommand): Promise<void> => {
      while (!over()) {
        await this.#send(by, via, choose());
        await pause();
      }
    };
    await Promise.all([
      ...this.trainees.map((trainee) => plays(trainee.seat, trainee.client, () => this.#act(chance))),
      plays('trainer', trainer.client, () => this.#steer(chance)),
    ]);
  }

  #act(chance: Chance): AnyCommand {
    const text = this.#members.ledger.mark();
    return chance.pick<AnyCommand>([
      { type: 'send-message', to: [chance.pick(['police', 'child-protection'])], text },
      { type: 'send-message', to: [chance.pick(['police', 'child-protection'])], text },
      { type: 'raise-hand', text },
      { type: 'travel', place: chance.pick(['bus-park', 'station', 'children-home']) },
      { type: 'tag-indicator', person: 'coach', indicator: 'no-papers' },
    ]);
  }

  #steer(chance: Chance): AnyCommand {
    const whisper: AnyCommand = { type: 'whisper', to: ['police'], text: this.#members.ledger.mark() };
    return chance.pick<AnyCommand>([
      whisper,
      whisper,
      { type: 'pause' },
      { type: 'resume' },
      { type: 'resume' },
      { type: 'set-pace', pace: chance.between(1, 12) },
    ]);
  }

  #send(by: string, via: Carrier, body: AnyCommand) {
    return this.#members.ledger.send({ by, exercise: this.card.exercise, via }, body);
  }
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
