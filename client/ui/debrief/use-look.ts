/** The names of things for a component, drawn again as cards arrive. */
import type { Jurisdiction } from '../../../shared/scenario/schema/jurisdiction.ts';
import type { TimelineEntry } from '../../../shared/debrief/debrief.ts';
import { hasText, translate, useT } from '../../i18n/index.ts';
import { useKit } from '../kit/index.ts';
import type { Look } from './look.ts';
import { nameOf } from './look.ts';
import { sentenceOf } from './sentence.ts';

export interface Names extends Look {
  /** The name of a value of a field, in the reader's language. */
  name(field: string, id: string): string;
  /** A timeline entry as a sentence; undefined where it is not for reading. */
  sentence(entry: TimelineEntry): string | undefined;
}

export function useLook(): Names {
  useT('debrief');
  const { card } = useKit();
  const law = card('law')?.facts as Jurisdiction | undefined;
  const look: Look = {
    card,
    law: law && 'agencies' in law ? law : undefined,
    word: (field, value) => {
      const key = hasText('debrief', `word.${field}.${value}`) ? `word.${field}.${value}` : `actor.${value}`;
      return hasText('debrief', key) ? translate('debrief', key) : undefined;
    },
  };
  return {
    ...look,
    name: (field, id) => nameOf(look, field, id),
    sentence: (entry) => {
      const { keys, values } = sentenceOf(entry, look);
      const key = keys.find((one) => hasText('debrief', one));
      return key === undefined ? undefined : translate('debrief', key, values);
    },
  };
}
