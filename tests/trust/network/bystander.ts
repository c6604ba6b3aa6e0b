/** An unrelated class on the same server: it acts all the time, and must not be affected. */
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import { percentile } from '../support/scale.ts';

const EVERY_MS = 150;

export class Bystander {
  readonly #trainee: TestTrainee;
  readonly #took: number[] = [];
  readonly #failures: unknown[] = [];
  #over = false;
  #acting: Promise<void> = Promise.resolve();

  private constructor(trainee: TestTrainee) {
    this.#trainee = trainee;
  }

  static async arrives(url: string, key: string): Promise<Bystander> {
    const trainer = await TestTrainer.signsIn(url, key);
    const { pin } = await trainer.opensClass({ label: 'Next door' });
    await trainer.entersRoom();
    const bystander = new Bystander(await TestTrainee.joins(url, pin, 'Zawadi', 'police'));
    await trainer.does({ type: 'start-exercise' });
    bystander.#acting = bystander.#acts();
    return bystander;
  }

  /** Ends it and returns what went wrong. */
  async leaves(): Promise<{ failures: unknown[]; disorder: string[]; closedWith: number | undefined; p95: number }> {
    this.#over = true;
    await this.#acting;
    const { disorder, closedWith } = this.#trainee.client;
    return { failures: this.#failures, disorder, closedWith, p95: percentile(this.#took, 0.95) };
  }

  async #acts(): Promise<void> {
    while (!this.#over) {
      const began = performance.now();
      try {
        const answer = await this.#trainee.does({ type: 'raise-hand' });
        if (!answer.ok) this.#failures.push(answer);
      } catch (error) {
        this.#failures.push(error);
      }
      this.#took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
}

/** The result of `leaves` for an unaffected class. */
export const UNDISTURBED = { failures: [], disorder: [], closedWith: undefined };
