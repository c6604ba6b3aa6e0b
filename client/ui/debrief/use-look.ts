/** The names of things for a component, drawn again as cards arrive. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Debrief, TimelineEntry } from '../../../shared/debrief/debrief.ts';
import { hasText, translate, useT } from '../../i18n/index.ts';
import { useKit } from '../kit/index.ts';
import type { Look } from './look.ts';
import { nameOf } from './look.ts';
import { sentenceOf } from './sentence.ts';

export interface Names extends Look {
  /** The name of a value of a field, in the reader's language. */
  name: (field: string, id: string) => string;
  /** A timeline entry as a sentence; undefined where it is not for reading. */
  sentence: (entry: TimelineEntry) => string | undefined;
}

/** Interview → its authored script, which the cards of its questions are named by. */
export type Scripts = Readonly<Record<string, string>>;
export const ScriptsContext = createContext<Scripts>({});
export const scriptsOf = (debrief: Debrief): Scripts =>
  Object.fromEntries(
    debrief.coach.flatMap(({ interview, script }) => (script === undefined ? [] : [[interview, script]])),
  );

export function useLook(): Names {
  useT('debrief');
  const { card } = useKit();
  const scripts = useContext(ScriptsContext);
  const law = card('law')?.facts;
  const look: Look = {
    card,
    law,
    word: (field, value) => {
      const key = hasText('debrief', `word.${field}.${value}`) ? `word.${field}.${value}` : `actor.${value}`;
      return hasText('debrief', key) ? translate('debrief', key) : undefined;
    },
  };
  return {
    ...look,
    name: (field, id) => nameOf(look, field, id),
    sentence: (entry) => {
      const { keys, values } = sentenceOf(entry, look, scripts);
      const key = keys.find((one) => hasText('debrief', one));
      return key === undefined ? undefined : translate('debrief', key, values);
    },
  };
}
