/**
 * Frames that no client of ours sends, drawn from one generator: the same seed gives the same frames. After a
 * `survivable` one the sender stays connected; a `deadly` one disconnects its sender only.
 */
import { encode, type Iterator } from '@colyseus/schema';
import { Packr } from 'msgpackr';
import { ClientMessages } from '../../../../shared/protocol/messages.ts';
import type { Chance } from '../../support/scale.ts';

const ROOM_DATA = 13;
const ROOM_REQUEST = 21;
const MESSAGES = ['command', 'resume', 'ready', 'step-out'] as const;
/** Message codes that the room handles itself, or does not know. */
const ODD_CODES = [0, 1, 9, 10, 11, 14, 15, 16, 18, 19, 20, 22, 23, 31, 32, 64, 128, 255];

const packr = new Packr({ useRecords: false });

/** The used part of a zod schema's description. */
interface Described {
  def: {
    type: string;
    innerType?: Described;
    element?: Described;
    entries?: Record<string, string>;
    shape?: Record<string, Described>;
    options?: Described[];
    values?: unknown[];
  };
}

export interface Frame {
  data: Buffer | string;
  deadly: boolean;
}

export function frameOf(chance: Chance): Frame {
  const kind = chance.between(0, 19);
  if (kind < 11) return { data: messageFrame(chance, oddMessage(chance)), deadly: false };
  if (kind < 15) return { data: oddCode(chance), deadly: false };
  if (kind < 17) return { data: messageFrame(chance, nested(chance)), deadly: false };
  return { data: deadlyFrame(chance), deadly: true };
}

function messageFrame(chance: Chance, payload: unknown, type: string = chance.pick(MESSAGES)): Buffer {
  const head = Buffer.alloc(512);
  const at: Iterator = { offset: 1 };
  const asks = chance.next() < 0.5;
  head[0] = asks ? ROOM_REQUEST : ROOM_DATA;
  if (asks) encode.number(head, chance.between(0, 100_000), at);
  encode.string(head, type, at);
  return Buffer.concat([head.subarray(0, at.offset), packr.pack(payload)]);
}

/** One of our own messages: valid with unknown ids, or with an impossible value in one field. */
function oddMessage(chance: Chance): unknown {
  const described = ClientMessages[chance.pick(MESSAGES)] as unknown as Described;
  const wounded = chance.next() < 0.7;
  const message = valueOf(described, chance, wounded ? 0.25 : 0);
  if (chance.next() < 0.1 && isRecord(message)) return withOwnProto(message, chance);
  return message;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys with a meaning in JavaScript. */
function withOwnProto(message: Record<string, unknown>, chance: Chance): unknown {
  const key = chance.pick(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']);
  const poisoned = JSON.parse(`{"${key}": {"polluted": true, "prototype": {"polluted": true}}}`) as object;
  return Object.defineProperties(poisoned, Object.getOwnPropertyDescriptors(message));
}

function valueOf({ def }: Described, chance: Chance, wounds: number): unknown {
  if (chance.next() < wounds) return impossible(chance);
  if (def.innerType) return chance.next() < 0.5 ? undefined : valueOf(def.innerType, chance, wounds);
  if (def.options) return valueOf(chance.pick(def.options), chance, wounds);
  if (def.values) return chance.pick(def.values);
  if (def.entries) return chance.pick(Object.values(def.entries));
  if (def.element) {
    const { element } = def;
    return Array.from({ length: chance.between(0, 3) }, () => valueOf(element, chance, wounds));
  }
  if (def.shape) {
    const fields = Object.entries(def.shape).map(([name, inner]) => [
      name,
      name === 'id' ? chance.id() : valueOf(inner, chance, wounds),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
  }
  if (def.type === 'boolean') return chance.next() < 0.5;
  if (def.type === 'number') return chance.between(0, 100_000_000);
  return chance.pick(['police', 'warehouse', 'mark', 'seat-1', chance.id(), 'constructor', '../../etc/passwd']);
}

function impossible(chance: Chance): unknown {
  return chance.pick<() => unknown>([
    () => Number.NaN,
    () => Number.POSITIVE_INFINITY,
    () => -1,
    () => 1e308,
    () => -0.5,
    () => 2 ** 53 + 2,
    () => null,
    () => '',
    () => 'x'.repeat(chance.between(1, 20_000)),
    () => '\u202E\u0000\n\u001B[2J{"level":"fatal"}',
    () => [],
    () => Array.from({ length: chance.between(1, 2000) }, () => 0),
    () => ({}),
    () => ({ $ne: null, type: 'pause' }),
    () => new Date(Number.NaN),
    () => Buffer.from([0xff, 0xfe]),
    () => BigInt('9223372036854775807'),
    () => true,
  ])();
}

/** Nested lists, far deeper than any reader accepts. */
function nested(chance: Chance): unknown {
  const depth = chance.between(2, 40);
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = chance.next() < 0.5 ? [value] : { a: value };
  return value;
}

function oddCode(chance: Chance): Buffer {
  const code = chance.pick(ODD_CODES);
  return Buffer.concat([Buffer.from([code]), bytes(chance, chance.between(0, 200))]);
}

const bytes = (chance: Chance, length: number): Buffer =>
  Buffer.from(Array.from({ length }, () => chance.between(0, 255)));

function deadlyFrame(chance: Chance): Buffer | string {
  return chance.pick<() => Buffer | string>([
    () => Buffer.concat([Buffer.from([ROOM_DATA]), bytes(chance, chance.between(1, 300))]),
    () => Buffer.concat([Buffer.from([ROOM_REQUEST]), bytes(chance, chance.between(1, 300))]),
    // A string, a list, a map, bytes: each with a declared length of four gigabytes.
    () => Buffer.from([ROOM_DATA, 0xdb, 0xff, 0xff, 0xff, 0xff]),
    () =>
      Buffer.concat([head('command'), Buffer.from([chance.pick([0xdd, 0xdf, 0xc6, 0xdb, 0xc9]), 255, 255, 255, 255])]),
    // 4,000 nested lists, the last of which is incomplete.
    () => Buffer.concat([head('command'), Buffer.alloc(4000, 0x91)]),
    () => cut(messageFrame(chance, { id: chance.id(), body: { type: 'raise-hand' } }), chance),
    () => mutated(messageFrame(chance, oddMessage(chance)), chance),
    () => messageFrame(chance, {}, chance.pick(['__proto__', 'constructor', 'toString', '', 'x'.repeat(200), '*'])),
    () => chance.pick(['', '{"type":"command"}', '\u0000', 'x'.repeat(5000)]),
    () => Buffer.alloc(0),
  ])();
}

function head(type: string): Buffer {
  const buffer = Buffer.alloc(64);
  const at: Iterator = { offset: 1 };
  buffer[0] = ROOM_DATA;
  encode.string(buffer, type, at);
  return buffer.subarray(0, at.offset);
}

const cut = (frame: Buffer, chance: Chance): Buffer => frame.subarray(0, chance.between(1, frame.length - 1));

function mutated(frame: Buffer, chance: Chance): Buffer {
  const copy = Buffer.from(frame);
  for (let change = chance.between(1, 6); change > 0; change -= 1)
    copy[chance.between(1, copy.length - 1)] = chance.between(0, 255);
  return copy;
}
