/** Two classes on one server: one that is attacked, and one that must be affected as little as possible. */
import type { ConsoleAnswer } from '../../../shared/console/console.ts';
import type { ExerciseCard } from '../../../shared/protocol/api.ts';
import { eventually } from '../../support/eventually.ts';
import { TestTrainee } from '../../support/test-trainee.ts';
import { TestTrainer } from '../../support/test-trainer.ts';
import type { Entry, Ledger, Sender } from './ledger.ts';

export interface PlayedClass {
  card: ExerciseCard;
  trainer: TestTrainer;
  police: TestTrainee;
  child: TestTrainee;
}

export interface TwoClasses {
  struck: PlayedClass;
  bystander: PlayedClass;
}

export async function twoClasses(url: string, key: string): Promise<TwoClasses> {
  return { struck: await playedClass(url, key, 'Struck'), bystander: await playedClass(url, key, 'Bystander') };
}

/** A started class of the small case, one person per desk. */
export const playedClass = async (url: string, key: string, label: string, scenario?: string): Promise<PlayedClass> =>
  classOf(url, await TestTrainer.signsIn(url, key), label, scenario);

export async function classOf(
  url: string,
  trainer: TestTrainer,
  label: string,
  scenario?: string,
): Promise<PlayedClass> {
  const card = await trainer.opensClass({ label, ...(scenario !== undefined && { scenario }) });
  await trainer.entersRoom();
  const police = await TestTrainee.joins(url, card.pin, 'Amina', 'police');
  const child = await TestTrainee.joins(url, card.pin, 'Joseph', 'child-protection');
  await trainer.does({ type: 'start-exercise' });
  await police.sees('the start', (world) => world.status === 'running');
  return { card, trainer, police, child };
}

/** Reconnects all people of a class after a restart, with their seats. */
export async function comesBack({ card, trainer, police, child }: PlayedClass): Promise<void> {
  await Promise.all([police.comesBack(), child.comesBack(), trainer.entersRoom(card)]);
}

export const senders = ({
  card,
  trainer,
  police,
  child,
}: PlayedClass): Record<'trainer' | 'police' | 'child', Sender> => ({
  trainer: { by: 'trainer', exercise: card.exercise, via: trainer.client },
  police: { by: police.seat, exercise: card.exercise, via: police.client },
  child: { by: child.seat, exercise: card.exercise, via: child.client },
});

/** A message from one desk to the other, whose effect can be counted. */
export const speaks = (ledger: Ledger, who: PlayedClass) =>
  ledger.send(senders(who).police, { type: 'send-message', to: ['child-protection'], text: ledger.mark() });

/** The code of the server's rejection; undefined if it acknowledged, or if there was no answer. */
export const codeOf = (entry: Entry | undefined): string | undefined => {
  const last = entry?.failures.at(-1) as { reason?: { error?: string } } | undefined;
  return last?.reason?.error;
};

export const consoleOf = async ({ trainer, card }: PlayedClass): Promise<ConsoleAnswer> =>
  (await trainer.asks<ConsoleAnswer>(`/api/exercises/${card.exercise}/console`)).body;

/** Waits until the trainer's console shows this standstill. */
export async function standsBecause(who: PlayedClass, reason: string, over: boolean, withinMs = 8000): Promise<void> {
  let seen: ConsoleAnswer['standstill'] | undefined;
  // A request may be pending when the server ends; its answer does not matter then.
  const ask = (): Promise<unknown> =>
    consoleOf(who).then(
      ({ standstill }) => (seen = standstill),
      () => undefined,
    );
  const poll = setInterval(() => void ask(), 50);
  try {
    await eventually(
      () => seen,
      (now) => now?.reason === reason && now.over === over,
      `the trainer is told of ${reason} (over: ${over})`,
      withinMs,
    );
  } finally {
    clearInterval(poll);
  }
}
