/**
 * A phone that keeps all events and reconnects like the real client: with its token and the numbers it knows. It folds
 * them with the shared fold, so that two phones of one desk can be compared.
 */
import type { KnownEvent } from '../../../shared/exercise/events.ts';
import { evolveDraft } from '../../../shared/exercise/evolve.ts';
import { WorldDraft } from '../../../shared/exercise/exercise.ts';
import type { World } from '../../../shared/exercise/world.ts';
import type { ServerMessages, StreamName } from '../../../shared/protocol/messages.ts';
import type { Place } from './baraza-rooms.ts';
import { SocketClient } from './socket-client.ts';

interface Known {
  upTo: number;
  world: World;
  draft: WorldDraft;
}

export class DeskPhone {
  readonly #url: string;
  readonly #place: Place;
  readonly #streams = new Map<StreamName, Known>();
  #epoch: string | undefined;
  client!: SocketClient;
  /** Events of its desk's stream by number, in order of arrival. */
  readonly told = new Map<number, string>();
  /** Events up to this number are covered by the last snapshot. */
  coveredUpTo = 0;
  snapshots = 0;
  /** Batches with a gap or a repetition. */
  disorder = 0;

  private constructor(url: string, place: Place) {
    this.#url = url;
    this.#place = place;
  }

  static async enters(url: string, place: Place): Promise<DeskPhone> {
    const phone = new DeskPhone(url, place);
    await phone.comesBack();
    return phone;
  }

  async comesBack(): Promise<void> {
    this.client = await SocketClient.enter(this.#url, this.#place.room, { token: this.#place.token });
    this.client.told = {
      snapshot: (snapshot) => this.#begin(snapshot),
      events: (batch) => this.#add(batch),
    };
    const have = Object.fromEntries([...this.#streams].map(([name, { upTo }]) => [name, upTo]));
    await this.client.follow(this.#epoch === undefined ? { have } : { have, epoch: this.#epoch });
  }

  get upTo(): number {
    return this.#streams.get('role')?.upTo ?? 0;
  }

  /** The view of its desk. */
  get world(): World | undefined {
    return this.#streams.get('role')?.world;
  }

  #begin({ epoch, streams }: ServerMessages['snapshot']): void {
    this.snapshots += 1;
    this.#epoch = epoch;
    this.#streams.clear();
    for (const { stream, upTo, world } of streams) {
      this.#streams.set(stream, { upTo, world, draft: new WorldDraft() });
      if (stream === 'role') this.coveredUpTo = upTo;
    }
  }

  #add({ stream: name, from, events }: ServerMessages['events']): void {
    const known = this.#streams.get(name);
    if (!known || from !== known.upTo + 1) {
      this.disorder += 1;
      return;
    }
    for (const event of events) {
      known.upTo += 1;
      known.world = evolveDraft(known.draft, known.world, event);
      if (name === 'role') this.told.set(known.upTo, JSON.stringify(event satisfies KnownEvent));
    }
  }
}

/**
 * How much of what `all` received since number `since` the other phone lacks or has differently: events that neither
 * arrived nor are in a snapshot, changed events, and differing entries of the two worlds.
 */
export function differences(all: DeskPhone, other: DeskPhone, since: number): number {
  let wrong = all.disorder + other.disorder + Math.abs(all.upTo - other.upTo);
  for (let number = since + 1; number <= all.upTo; number += 1) {
    const came = other.told.get(number);
    if (came === undefined ? number > other.coveredUpTo : came !== all.told.get(number)) wrong += 1;
  }
  return wrong + unequalEntries(all.world, other.world);
}

function unequalEntries(one: World | undefined, other: World | undefined): number {
  let unequal = 0;
  const parts: [Record<string, unknown>, Record<string, unknown>] = [{ ...one }, { ...other }];
  for (const part of new Set(parts.flatMap(Object.keys))) {
    const [a, b] = parts.map((world) => entriesOf(world[part]));
    for (const key of new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])]))
      if (a?.get(key) !== b?.get(key)) unequal += 1;
  }
  return unequal;
}

/** Every entry of a part of a world as text; a part that is one value is one entry. */
function entriesOf(part: unknown): Map<string, string> {
  const whole: [string, unknown][] = typeof part === 'object' && part !== null ? Object.entries(part) : [['', part]];
  return new Map(whole.map(([key, value]) => [key, sortedJson(value)]));
}

/** The order of fields does not matter. */
const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  ) ?? '';
