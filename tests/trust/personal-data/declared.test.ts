/** Every stored field declares what it may reveal about a person, and the declarations are true. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { lead } from '../../../shared/access/actor.ts';
import type { Command } from '../../../shared/exercise/commands.ts';
import type { Event } from '../../../shared/exercise/events.ts';
import { detachTexts } from '../../../shared/protocol/detach-texts.ts';
import { HTTP_ACTS, actOf } from '../../../server/http/http-acts.ts';
import { COLUMN_PRIVACY } from '../../../server/personal-data/columns.ts';
import { withoutName } from '../../../server/personal-data/names-in-texts.ts';
import { refsOf } from '../../../server/personal-data/refs.ts';
import { openTables } from '../../../server/storage/open-sqlite.ts';
import { advanceTo, decide, start } from '../../../shared/exercise/exercise.ts';
import { parsePlaythrough } from '../../../shared/playthrough/parse-playthrough.ts';
import { playThrough } from '../../../shared/playthrough/play-through.ts';
import { seatOf } from '../../../shared/playthrough/session.ts';
import type { CompiledScenario } from '../../../shared/scenario/compiled.ts';
import { parseCase } from '../../../shared/scenario/parse-case.ts';
import { AnyCommand, COMMAND_TYPES, COMMANDS } from '../../../shared/vocabulary/commands.ts';
import { EVENTS, eventSchema } from '../../../shared/vocabulary/events.ts';
import { c } from '../../../shared/vocabulary/fields.ts';
import type { Pii } from '../../../shared/vocabulary/pii.ts';
import { aScenario } from '../../support/a-scenario.ts';
import { anyStep, meant } from '../../support/arbitrary-commands.ts';
import { caseFiles, caseIds, playthroughsOf } from '../../support/case-files.ts';
import { startTestServer, type TestServer } from '../../support/test-server.ts';

type Declared = Readonly<Record<string, Readonly<Record<string, Pii>>>>;

/** Acts of people who are not signed in yet, or no longer. */
const DOORS: ReadonlySet<string> = new Set(['sign-in', 'sign-out', 'take-up-right', 'list-own-rights']);

describe('declared columns', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baraza-columns-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('are exactly the columns that the migrations create', async () => {
    const file = join(folder, 'baraza.db');
    await (await openTables(file)).destroy();
    const raw = new Database(file);
    const tables = raw.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[];
    const made = tables
      .filter(({ name }) => !name.startsWith('kysely_') && !name.startsWith('sqlite_'))
      .map(({ name }) => [
        name,
        (raw.prepare(`PRAGMA table_info(${name})`).all() as { name: string }[]).map((c) => c.name).sort(),
      ]);
    raw.close();
    const declared = Object.entries(COLUMN_PRIVACY).map(([table, columns]) => [table, Object.keys(columns).sort()]);
    expect(Object.fromEntries(made)).toEqual(Object.fromEntries(declared));
  });

  it('hold names in one table only', () => {
    const direct = Object.entries(COLUMN_PRIVACY as Declared).flatMap(([table, columns]) =>
      Object.entries(columns).flatMap(([column, pii]) => (pii === 'direct' ? [`${table}.${column}`] : [])),
    );
    expect(direct.filter((column) => !column.endsWith('_hash'))).toEqual(['names.name']);
  });
});

describe('declared commands', () => {
  const takesWords = (schema: z.core.$ZodType): boolean => {
    const inner = (schema as z.ZodType).def as unknown as { innerType?: z.core.$ZodType; element?: z.core.$ZodType };
    const next = inner.innerType ?? inner.element;
    return schema === c.text.schema || (next !== undefined && takesWords(next));
  };

  it.each(COMMAND_TYPES)('%s accepts free text exactly in its declared fields', (type) => {
    for (const [field, { schema, pii }] of Object.entries(COMMANDS[type].fields))
      expect(takesWords(schema), field).toBe(pii === 'free-text');
  });

  it('erasing searches exactly the texts that were detached', () => {
    fc.assert(
      fc.property(anyStep(aScenario()), ({ body }) => {
        let count = 0;
        const { body: detached, texts } = detachTexts(body, () => `ref-${(count += 1)}`);
        expect(refsOf(detached).sort()).toEqual(Object.keys(texts).sort());
      }),
    );
  });
});

/** The commands of a passing playthrough, with a fresh reference for every free text. */
function playedLine(id: string): {
  compiled: CompiledScenario;
  steps: { from: Command['from']; at: number; body: AnyCommand }[];
} {
  const { compiled } = parseCase(caseFiles(id));
  const best = playthroughsOf(id).toSorted((a, b) => b.text.length - a.text.length)[0];
  if (!compiled || !best) throw new Error(`${id} has no playthrough`);
  const { playthrough } = parsePlaythrough(best.path, best.text);
  if (!playthrough) throw new Error(`${best.path} cannot be read`);
  const { commands } = playThrough(compiled, { ...playthrough, result: undefined });
  const at = compiled.scenario.starts;
  const trainer = lead;
  const seats = Object.keys(compiled.scenario.roles).map((role) => ({
    type: 'seat' as const,
    seat: seatOf(role),
    role,
  }));
  const opening = [...seats, { type: 'start-exercise' as const }].map((body) => ({ from: trainer, at, body }));
  return {
    compiled,
    steps: [...opening, ...commands.map((command) => ({ from: command.from, at: command.at, body: command.body }))],
  };
}

describe.each(caseIds())('events of %s', (id) => {
  const { compiled, steps } = playedLine(id);
  let count = 0;
  const newRef = (): string => `ref-${(count += 1)}`;

  it('have only declared fields, and free text only as references in declared fields', () => {
    const seen = new Set<string>();
    for (const { events } of played(compiled, steps, newRef))
      for (const event of events) {
        checkEvent(event);
        seen.add(event.type);
      }
    expect(seen.size).toBeGreaterThan(10);
  });

  it('keep words of a forged client out of fields that are declared without words', () => {
    const taken = new Set<string>();
    for (const { before, at, from, body } of played(compiled, steps, newRef))
      for (const [field, poisoned] of poisonings(body)) {
        const decision = decide(compiled, before, { from, at, body: poisoned });
        if ('events' in decision) taken.add(`${body.type}.${field}`);
      }
    expect([...taken].sort()).toEqual([]);
  });
});

/** Each step with the exercise before it and its events. */
function* played(compiled: CompiledScenario, steps: ReturnType<typeof playedLine>['steps'], newRef: () => string) {
  let { exercise } = start(compiled, { seed: 7 });
  for (const { from, at, body } of steps) {
    const due = advanceTo(compiled, exercise, at);
    const detached = meant(detachTexts(body, newRef).body, due.exercise.world);
    const decision = decide(compiled, due.exercise, { from, at, body: detached });
    const events = 'events' in decision ? decision.events : [];
    yield { before: due.exercise, at, from, body: detached, events: [...due.events, ...events] };
    exercise = 'events' in decision ? decision.exercise : due.exercise;
  }
}

/** The command with words in one field after the other, if its schema allows them. */
function poisonings(body: AnyCommand): [string, AnyCommand][] {
  return Object.entries(COMMANDS[body.type].fields).flatMap(([field, { pii }]) => {
    // Seat ids come from the server, when a person joins or moves.
    if (pii !== 'none') return [];
    const value = (body as Readonly<Record<string, unknown>>)[field];
    const poisoned = { ...body, [field]: Array.isArray(value) ? [...value, WORDS] : WORDS };
    const read = AnyCommand.safeParse(poisoned);
    return read.success ? [[field, read.data] as [string, AnyCommand]] : [];
  });
}

const WORDS = 'Zuwena said so';

function checkEvent({ seq: _seq, at: _at, type, audience: _audience, ...fields }: Event): void {
  const declared = EVENTS[type].fields;
  expect(eventSchema(type).safeParse(fields).error, type).toBeUndefined();
  for (const [field, value] of Object.entries(fields)) {
    expect(Object.keys(declared), type).toContain(field);
    const strings = [value].flat().filter((one): one is string => typeof one === 'string');
    for (const text of strings)
      expect(text.startsWith('ref-'), `${type}.${field}`).toBe(declared[field]?.pii === 'free-text');
  }
}

describe('declared routes', () => {
  let running: TestServer;
  beforeAll(async () => {
    running = await startTestServer();
  });
  afterAll(() => running.stop());

  it('every trainer route is in the audit, and rejects callers without a session', async () => {
    const trainersOwn = HTTP_ACTS.filter(({ act }) => !DOORS.has(act));
    for (const { method, path } of trainersOwn) {
      const address = path.source
        .replaceAll('\\/', '/')
        .replaceAll('\\.', '.')
        .replaceAll(/\(\?<\w+>\[\^\/?\]\+\)|[$^]/g, 'x');
      const sane = address.replace(/^x/, '').replace(/x$/, '');
      const answer = await fetch(`${running.url}${sane}`, { method });
      expect([answer.status, `${method} ${sane}`]).toEqual([401, `${method} ${sane}`]);
      expect(answer.headers.get('cache-control'), sane).toBe('no-store');
    }
    expect(actOf('DELETE', '/api/exercises/abc/people/s1')).toMatchObject({ exercise: 'abc', subject: 's1' });
    expect(actOf('GET', '/api/exercises/a%20name/debrief')?.exercise).toBeUndefined();
  });
});

describe('removing a name from texts of others', () => {
  it.each([
    ['Ask Amina Otieno.', 'Amina Otieno', 'Ask […].'],
    ['ask AMINA\n otieno', 'Amina Otieno', 'ask […]'],
    ['Amina said; Otieno said', 'Amina Otieno', '[…] said; […] said'],
    ['Aminata is another person', 'Amina', 'Aminata is another person'],
    ['Ngũgĩ wa Thiong’o came', 'Ngũgĩ wa Thiong’o', '[…] came'],
    ['Ngu\u0303gi\u0303 came', 'Ngũgĩ', '[…] came'],
    ['(a+b)* is no name', '(a+b)*', '[…] is no name'],
    ['nothing changes', '   ', 'nothing changes'],
  ])('gives the right text for: %s', (text, name, left) => {
    expect(withoutName(text, name)).toBe(left);
  });
});
