/** Timeline entries as sentences in the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Debrief, TimelineEntry } from '../../../shared/debrief/debrief.ts';
import { hasText, translate, useT } from '../../i18n/index.ts';
import { useNames } from '../../names/use-names.ts';
import { sentenceOf } from './sentence.ts';

/** Interview → its authored script, which the cards of its questions are named by. */
export type Scripts = Readonly<Record<string, string>>;
export const ScriptsContext = createContext<Scripts>({});
export const scriptsOf = (debrief: Debrief): Scripts =>
  Object.fromEntries(
    debrief.coach.flatMap(({ interview, script }) => (script === undefined ? [] : [[interview, script]])),
  );

/** The sentence of an entry; undefined where the entry is not for reading. */
export function useSentence(): (entry: TimelineEntry) => string | undefined {
  useT('debrief');
  const names = useNames();
  const scripts = useContext(ScriptsContext);
  return (entry) => {
    const { keys, values } = sentenceOf(entry, names, scripts);
    const key = keys.find((one) => hasText('debrief', one));
    return key === undefined ? undefined : translate('debrief', key, values);
  };
}
