/** A desk is offered the kinds of request that belong to every case, and the special ones of its own. */
import { expect, test } from 'vitest';
import { desk } from '../../shared/access/audience.ts';
import { cardFor } from '../../shared/cards/may-read.ts';
import { emptyWorld } from '../../shared/exercise/world.ts';
import { parseCase } from '../../shared/scenario/parse-case.ts';
import { aClass } from '../support/a-class.ts';
import { caseFiles } from '../support/case-files.ts';

const offered = (id: string): string[] => {
  const { compiled } = parseCase(caseFiles(id));
  if (!compiled) throw new Error(`${id} cannot be played`);
  const law = cardFor({ compiled, translations: {} }, emptyWorld(), desk('police'), 'en', 'law');
  return Object.keys(law?.facts?.requests ?? {});
};
const SPECIAL = ['boats-and-medics', 'call-recording', 'club-check'];
const specialIn = (id: string) =>
  offered(id)
    .filter((kind) => SPECIAL.includes(kind))
    .sort();

test('the shipped cases offer no kind of request that only another of them answers', () => {
  expect(specialIn('trial-match')).toEqual(['call-recording', 'club-check']);
  expect(specialIn('silver-nets')).toEqual(['boats-and-medics']);
  expect(specialIn('hello-baraza')).toEqual([]);
  expect(offered('hello-baraza')).toContain('search-warrant');
});

test('a special kind that the case does not answer is refused like one that does not exist', () => {
  const play = aClass((_draft, law) => {
    law.requests['divers'] = {
      title: 'Divers',
      of: 'body',
      to: ['phone-company'],
      special: true,
      bases: ['duty-by-law'],
      answer: '40m',
    };
  });
  const asks = (kind: string) =>
    play.desk('police').asks('make-request', { kind, to: 'phone-company', basis: 'duty-by-law' });
  expect([asks('divers'), asks('no-such-kind')]).toEqual(['unknown-id', 'unknown-id']);
});
