/** Many rooms of acting clients, and the measured delay until the last member of a room got an act. */
import { performance } from 'node:perf_hooks';
import type { SocketClient } from './socket-client.ts';

export interface RunOptions {
  /** Acts per second over all rooms; without it every client acts again as soon as its last act is answered. */
  rate?: number | undefined;
  seconds: number;
  /** Another act than a message to all desks: moving an item on the own board, which adds nothing to the world. */
  act?: 'place' | undefined;
}

export interface RunResult {
  acts: number;
  refused: number;
  /** Milliseconds from the sender's write until its answer, and until the last member of the room got the act. */
  ack: number[];
  all: number[];
  bytes: number;
  seconds: number;
  lost: number;
}

interface Member {
  client: SocketClient;
  room: Room;
  place: number;
  seen: number;
  /** Send times of its requests, by number. */
  asked: Map<number, number>;
  lastSent: number;
  /** The awaited act, in rooms without answers. */
  waitsFor: number;
}

interface Room {
  members: Member[];
  sentAt: number[];
  missing: number[];
  acts: number;
}

/** `place` is the index of the member in its room. */
export type Act = (client: SocketClient, place: number, kind: RunOptions['act']) => number | undefined;

/** The server mutes a client that sends more than thirty a second. */
const LEAST_GAP_MS = 34.5;
const SETTLE_MS = 5000;

export class Crowd {
  readonly #rooms: Room[];
  readonly #members: Member[];
  readonly #act: Act;
  readonly #limited: boolean;
  #counting = false;
  #again = false;
  #kind: RunOptions['act'];
  #result: RunResult = { acts: 0, refused: 0, ack: [], all: [], bytes: 0, seconds: 0, lost: 0 };

  constructor(rooms: SocketClient[][], act: Act, limited: boolean) {
    this.#act = act;
    this.#limited = limited;
    this.#rooms = rooms.map((clients) => {
      const room: Room = { members: [], sentAt: [], missing: [], acts: 0 };
      room.members = clients.map((client, place) => this.#seat(client, room, place));
      return room;
    });
    // Members of one room start at different moments: first all first members, then all second ones.
    const size = Math.max(...this.#rooms.map(({ members }) => members.length));
    this.#members = Array.from({ length: size }, (_, place) =>
      this.#rooms.flatMap(({ members }) => members[place] ?? []),
    ).flat();
  }

  async run({ rate, seconds, act }: RunOptions): Promise<RunResult> {
    const bytes = this.#bytes();
    const began = performance.now();
    this.#result = { acts: 0, refused: 0, ack: [], all: [], bytes: 0, seconds: 0, lost: 0 };
    this.#counting = true;
    this.#kind = act;
    if (rate === undefined) await this.#closedLoop(seconds);
    else await this.#openLoop(rate, seconds);
    this.#result.seconds = (performance.now() - began) / 1000;
    await this.#settle();
    this.#counting = false;
    this.#result.bytes = this.#bytes() - bytes;
    this.#result.lost = this.#members.filter(({ client }) => client.closed).length;
    return this.#result;
  }

  async #openLoop(rate: number, seconds: number): Promise<void> {
    const began = performance.now();
    const total = Math.round(rate * seconds);
    for (let sent = 0; sent < total; ) {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * rate) + 1);
      for (; sent < due; sent += 1) {
        const member = this.#members[sent % this.#members.length];
        if (member) this.#send(member);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async #closedLoop(seconds: number): Promise<void> {
    this.#again = true;
    for (const member of this.#members) this.#send(member);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    this.#again = false;
  }

  /** Waits until every client has received everything. */
  async #settle(): Promise<void> {
    const end = performance.now() + SETTLE_MS;
    const open = () => this.#members.some(({ asked, seen, room }) => asked.size > 0 || seen < room.acts);
    while (open() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  #seat(client: SocketClient, room: Room, place: number): Member {
    const member: Member = { client, room, place, seen: 0, asked: new Map(), lastSent: 0, waitsFor: 0 };
    client.heard = {
      acts: (count) => this.#hear(member, count),
      answer: (request, ok) => this.#answered(member, request, ok),
    };
    return member;
  }

  #send(member: Member): void {
    const { room } = member;
    const now = performance.now();
    if (member.client.closed) return;
    member.lastSent = now;
    // Only an act that every client gets can be awaited at all of them.
    if (this.#kind === undefined) {
      room.acts += 1;
      room.sentAt[room.acts] = now;
      room.missing[room.acts] = room.members.length;
    }
    const request = this.#act(member.client, member.place, this.#kind);
    if (request === undefined) member.waitsFor = room.acts;
    else member.asked.set(request, now);
    this.#result.acts += 1;
  }

  #answered(member: Member, request: number, ok: boolean): void {
    const sent = member.asked.get(request);
    if (sent === undefined) return;
    member.asked.delete(request);
    if (!ok) this.#result.refused += 1;
    if (this.#counting) this.#result.ack.push(performance.now() - sent);
    this.#next(member);
  }

  #hear(member: Member, count: number): void {
    const { room } = member;
    const now = performance.now();
    for (; member.seen < count; member.seen += 1) {
      const act = member.seen + 1;
      const left = (room.missing[act] ?? 1) - 1;
      room.missing[act] = left;
      if (left === 0 && this.#counting) this.#result.all.push(now - (room.sentAt[act] ?? now));
    }
    if (member.waitsFor > 0 && member.waitsFor <= count) {
      member.waitsFor = 0;
      this.#next(member);
    }
  }

  #next(member: Member): void {
    if (!this.#again) return;
    const wait = this.#limited ? member.lastSent + LEAST_GAP_MS - performance.now() : 0;
    if (wait > 0) setTimeout(() => this.#again && this.#send(member), wait);
    else this.#send(member);
  }

  #bytes(): number {
    return this.#members.reduce((sum, { client }) => sum + client.bytesIn, 0);
  }
}
