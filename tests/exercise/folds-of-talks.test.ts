/** What the events of injects, messages, interviews and joint work change in a world. */
import { describe, expect, it } from 'vitest';
import type { KnownEvent } from '../../shared/exercise/events.ts';
import { evolve, evolveDraft } from '../../shared/exercise/evolve.ts';
import { SharedMessages, WorldDraft } from '../../shared/exercise/exercise.ts';
import { emptyWorld, type World } from '../../shared/exercise/world.ts';

/** The world after these events. */
const after = (...events: KnownEvent[]): World => events.reduce((world, event) => evolve(world, event), emptyWorld());

const POLICE = { by: 'police', seat: 'p1' };

describe('an inject', () => {
  const held: KnownEvent = { type: 'inject-held', at: 1, by: 'trainer', inject: 'call' };
  const inject = (...events: KnownEvent[]) => after(...events).injects['call'];

  it('is no longer held once it has fired, or once a desk received it', () => {
    expect(inject(held)).toEqual({ to: [], held: true });
    expect(inject(held, { type: 'inject-fired', at: 2, by: 'trainer', inject: 'call', to: ['police'] })).toEqual({
      to: ['police'],
      held: false,
      firedAt: 2,
    });
    const received: KnownEvent = { type: 'inject-received', at: 2, inject: 'call', to: ['police'] };
    expect(inject(held, received, received)).toEqual({ to: ['police'], held: false, firedAt: 2 });
  });

  it('has an expectation with a time, which is met or missed', () => {
    const set: KnownEvent = { type: 'expectation-set', at: 1, inject: 'call', due: 8 };
    expect(inject(set)).toEqual({ to: [], due: 8 });
    expect(inject(set, { type: 'expectation-met', at: 2, inject: 'call' })).toEqual({ to: [], due: 8, met: true });
    expect(inject(set, { type: 'expectation-missed', at: 8, inject: 'call' })?.missed).toBe(true);
  });
});

describe('words between people', () => {
  const message: KnownEvent<'message-sent'> = {
    ...POLICE,
    type: 'message-sent',
    at: 3,
    message: 'm-1',
    to: ['child-protection'],
    text: 't1',
  };
  const stored = { ...POLICE, at: 3, to: ['child-protection'], text: 't1' };
  const heard = (pool: SharedMessages, event: KnownEvent<'message-sent'>) =>
    evolveDraft(new WorldDraft({ messages: pool }), emptyWorld(), event).messages['m-1'];

  it('are stored with sender, receivers and time', () => {
    expect(after(message).messages).toEqual({ 'm-1': stored });
    expect(after({ type: 'hand-raised', at: 4, ...POLICE }).hands).toEqual({ p1: 4 });
    expect(after({ ...POLICE, type: 'note-taken', at: 4, text: 't2', about: 'police' }).notes).toEqual([
      { at: 4, text: 't2', about: 'police' },
    ]);
  });

  it('are held once for a whole class', () => {
    const pool = new SharedMessages();
    const first = heard(pool, message);
    expect(first).toEqual(stored);
    expect(heard(pool, { ...message })).toBe(first);
  });

  it.each<[string, Partial<KnownEvent<'message-sent'>>]>([
    ['text', { text: 't2' }],
    ['time', { at: 4 }],
    ['sender', { by: 'prosecution' }],
    ['seat', { seat: 'p2' }],
    ['text and seat', { text: 't2', seat: 'p2' }],
    ['time and sender', { at: 4, by: 'prosecution' }],
    ['receivers', { to: ['child-protection'] }],
  ])('are two messages if their %s differ, though the list of receivers is one', (_what, change) => {
    const pool = new SharedMessages();
    const first = heard(pool, message);
    const second = heard(pool, { ...message, ...change });
    expect(second).not.toBe(first);
    expect(second).toEqual({ ...stored, ...change });
    expect(heard(pool, { ...message, ...change })).toBe(second);
  });

  it('of a damaged log without a list of receivers are stored as they are', () => {
    const damaged = JSON.parse(
      '{"type":"message-sent","at":3,"by":"police","message":"m-1","text":"t1"}',
    ) as typeof message;
    expect(heard(new SharedMessages(), damaged)).toEqual({ at: 3, by: 'police', text: 't1' });
  });
});

describe('the clock and the charts', () => {
  it('have the last pace and the last random state', () => {
    expect(after({ type: 'pace-changed', at: 1, by: 'trainer', pace: 12 }).pace).toBe(12);
    expect(after({ type: 'chance-drawn', at: 1, rng: 99 }).rng).toBe(99);
  });

  it('remember when a state was first entered', () => {
    const entered = (at: number): KnownEvent => ({
      type: 'state-entered',
      at,
      chart: 'case',
      state: 'tip',
      leaves: [],
    });
    expect(after(entered(2), entered(7)).entered).toEqual({ 'case.tip': 2 });
  });

  it('go back for no event: an old one leaves the time as it is', () => {
    const [late, early] = [9, 4].map((at): KnownEvent => ({ type: 'chance-drawn', at, rng: at }));
    expect(late && early ? after(late, early) : undefined).toMatchObject({ now: 9, rng: 4 });
  });
});

describe('an interview', () => {
  const common = { ...POLICE, interview: 'i-1', person: 'nyota', kind: 'account' } as const;
  const planned: KnownEvent = {
    ...common,
    type: 'interview-planned',
    at: 1,
    script: 'none',
    place: 'station',
    recorded: true,
    lead: 'p1',
  };
  const asked = (at: number, question: string): KnownEvent => ({
    ...common,
    type: 'question-asked',
    at,
    question,
    questionType: 'open',
  });
  const answered = (question: string, answer: number): KnownEvent => ({
    type: 'answer-given',
    at: 9,
    interview: 'i-1',
    person: 'nyota',
    question,
    answer,
    posture: 'tired',
  });
  const suggested = (question: string, seat?: string): KnownEvent => ({
    type: 'question-suggested',
    at: 2,
    by: 'police',
    seat,
    interview: 'i-1',
    question,
  });
  const interview = (...events: KnownEvent[]) => after(planned, ...events).interviews['i-1'];

  it('gives an answer to the last turn with its question', () => {
    const talk = interview(asked(2, 'one'), asked(3, 'two'), asked(4, 'one'), asked(5, 'two'), answered('one', 1));
    expect(talk?.posture).toBe('tired');
    expect(talk?.turns.map(({ at, answer, posture }) => [at, answer, posture])).toEqual([
      [2, undefined, undefined],
      [3, undefined, undefined],
      [4, 1, 'tired'],
      [5, undefined, undefined],
    ]);
  });

  it('keeps a suggestion, once, until its question is asked', () => {
    const twice = [suggested('one', 'p2'), suggested('two'), suggested('one', 'p3')];
    expect(interview(...twice)?.suggested).toEqual([
      { question: 'two', seat: '' },
      { question: 'one', seat: 'p3' },
    ]);
    expect(interview(...twice, asked(3, 'one'))?.suggested).toEqual([{ question: 'two', seat: '' }]);
  });

  it('keeps every item that was shown, once', () => {
    const shown = (item: string): KnownEvent => ({
      ...POLICE,
      type: 'item-shown',
      at: 2,
      interview: 'i-1',
      person: 'nyota',
      item,
    });
    expect(interview(shown('tip'), shown('coach-phone'), shown('tip'))?.shown).toEqual(['tip', 'coach-phone']);
  });
});

describe('what desks do together', () => {
  it('keeps every statement of a conference, in order', () => {
    const called: KnownEvent = {
      ...POLICE,
      type: 'conference-called',
      at: 1,
      conference: 'k-1',
      with: ['child-protection'],
      agenda: [],
    };
    const said = (at: number, text: string): KnownEvent => ({
      ...POLICE,
      type: 'statement-made',
      at,
      conference: 'k-1',
      text,
    });
    expect(after(called, said(2, 't1'), said(3, 't2')).conferences['k-1']?.statements).toEqual([
      { ...POLICE, at: 2, text: 't1' },
      { ...POLICE, at: 3, text: 't2' },
    ]);
  });

  it('keeps every dissent from a decision, in order', () => {
    const opened: KnownEvent = { type: 'decision-opened', at: 1, decision: 'visit' };
    const dissent = (by: string): KnownEvent => ({
      type: 'decision-dissented',
      at: 2,
      by,
      decision: 'visit',
      option: 'now',
      text: 't1',
    });
    expect(after(opened, dissent('police'), dissent('child-protection')).decisions['visit']?.dissent).toEqual([
      { by: 'police', text: 't1', option: 'now' },
      { by: 'child-protection', text: 't1', option: 'now' },
    ]);
  });

  it('leaves an operation ended after its end', () => {
    const events: KnownEvent[] = [
      { type: 'operation-opened', at: 1, operation: 'flat' },
      { ...POLICE, type: 'operation-ended', at: 2, operation: 'flat' },
    ];
    expect(after(...events).operations['flat']?.state).toBe('ended');
  });
});
