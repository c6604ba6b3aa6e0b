/** “Why not yet?”: what an inject still needs, in words of the case. */
import { describe, expect, it } from 'vitest';
import { conditionWords } from '../../../client/ui/debrief/condition-words.ts';
import { comingInjects } from '../../../shared/console/ask.ts';
import { foldExercise } from '../../../shared/exercise/truth.ts';
import { aWholePlay, compiledCase, playNamesOf } from '../../support/a-play.ts';
import { caseIds } from '../../support/case-files.ts';
import { LANGUAGES, wordsIn } from '../../support/sentences.ts';

const MOMENTS = [0.02, 0.2, 0.4, 0.6, 0.8, 1];
const plain = (text: string): string => text.replaceAll(/[\u2066-\u2069]/g, '');

/** An id, a hole, a key of the interface, or nothing at all. */
const isFaulty = (text: string): boolean =>
  text.length < 4 || /\b[a-z]+-?[a-z]*\.[a-z]+|…|\{\{|undefined|\bno text\b/.test(text);

describe.each(caseIds())('the injects of %s', (id) => {
  const compiled = compiledCase(id);
  const words = LANGUAGES.map((language) => wordsIn(language, compiled));

  it.each(playNamesOf(id))('that wait say for what, at every moment of %s', (name) => {
    const { play } = aWholePlay(id, name);
    const faults = MOMENTS.flatMap((part) => {
      const exercise = foldExercise(compiled, play.log.slice(0, Math.ceil(play.log.length * part)));
      return comingInjects(compiled, exercise).flatMap((inject) => {
        const fired = exercise.world.injects[inject.inject]?.firedAt !== undefined;
        if (fired || inject.at !== undefined || inject.pocket !== undefined) return [];
        if (inject.waits.length === 0 && !inject.conditional) return [`${inject.inject}: nothing`];
        const said = inject.waits.flatMap(({ leaf }) => words.map((each) => plain(conditionWords(leaf, each))));
        return said.filter(isFaulty).map((text) => `${inject.inject}: ${text}`);
      });
    });
    expect([...new Set(faults)]).toEqual([]);
  });
});

it('an inject that the story fires names the state of the case and the act that lead there', () => {
  const { play } = aWholePlay('trial-match', 'exemplary', 120);
  const arrive = comingInjects(play.compiled, play.exercise).find(({ inject }) => inject === 'children-arrive');
  const said = (arrive?.waits ?? []).map(({ leaf }) => plain(conditionWords(leaf, wordsIn('en', play.compiled))));
  expect(said).toEqual([
    'The story has come to “At Kilima junction”',
    expect.stringMatching(/ launched Safe stop of the first bus$/),
  ]);
});
