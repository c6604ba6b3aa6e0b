/** Timeline entries as sentences in the reader's language. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Debrief, TimelineEntry } from '../../../shared/debrief/debrief.ts';
import { hasText, translate, useT } from '../../i18n/index.ts';
import { useNames } from '../../names/use-names.ts';
import { detailsOf, sentenceOf } from './sentence.ts';

/** Maps an interview to its authored script, which the ids of its question cards contain. */
export type Scripts = Readonly<Record<string, string>>;
export const ScriptsContext = createContext<Scripts>({});
export const scriptsOf = (debrief: Debrief): Scripts =>
  Object.fromEntries(
    debrief.coach.flatMap(({ interview, script }) => (script === undefined ? [] : [[interview, script]])),
  );

/** As `useSentence`, with the details that decide a mark: who translated, what was explained, as what a child was treated. */
export function useLogSentence(): (entry: TimelineEntry) => string | undefined {
  const sentence = useSentence();
  const names = useNames();
  return (entry) => {
    const what = sentence(entry);
    const details = detailsOf(entry, names).flatMap(({ keys, value }) => {
      const key = keys.find((one) => hasText('debrief', one));
      return key === undefined ? [] : [translate('debrief', key, { value })];
    });
    if (what === undefined || details.length === 0) return what;
    const words = translate('debrief', 'condition.with', {
      what: what.replace(/\.$/, ''),
      details: details.join(', '),
    });
    return `${words}.`;
  };
}

/** Returns a function that writes an entry as a sentence, or undefined if the entry has none. */
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
