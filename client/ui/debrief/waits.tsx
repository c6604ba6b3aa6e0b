/** Unmet conditions as a list of sentences. */
import './waits.css';
import type { Wait } from '../../../shared/exercise/missing.ts';
import { formatCaseTime } from '../../i18n/formats.ts';
import { hasText, type KeyOf } from '../../i18n/index.ts';
import { useKit, useT } from '../kit/index.ts';
import { conditionWords } from './condition-words.ts';
import { useNames } from '../../names/use-names.ts';
import { useSentence } from './use-sentence.ts';

/** Returns a function that describes a leaf of a condition. The component renders again as cards and texts arrive. */
export function useConditionWords(): (leaf: Wait['leaf']) => string {
  const t = useT('debrief');
  const { card } = useKit();
  const { name } = useNames();
  const sentence = useSentence();
  return (leaf) =>
    conditionWords(leaf, {
      card,
      name,
      sentence,
      t,
      hasText: (key): key is KeyOf<'debrief'> => hasText('debrief', key),
      time: formatCaseTime,
    });
}

export function WaitWords({ wait }: { wait: Pick<Wait, 'leaf' | 'wanted'> }) {
  const t = useT('debrief');
  const words = useConditionWords()(wait.leaf);
  return <>{wait.wanted ? words : t('condition.not', { what: words })}</>;
}

export function WaitList({ waits }: { waits: readonly Wait[] }) {
  const t = useT('debrief');
  const seenChoices = new Set<number>();
  return (
    <ul class="wait-list">
      {waits.map((wait, index) => {
        const isAlternative = wait.choice !== undefined && seenChoices.has(wait.choice);
        if (wait.choice !== undefined) seenChoices.add(wait.choice);
        return (
          <li key={index}>
            {isAlternative && wait.need === undefined && <em>{t('condition.or')} </em>}
            {!isAlternative && wait.need !== undefined && <em>{t('condition.need', { count: wait.need })} </em>}
            <WaitWords wait={wait} />
          </li>
        );
      })}
    </ul>
  );
}
