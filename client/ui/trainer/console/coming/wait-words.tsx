/** Why not yet, in words: a missing condition as a sentence. */
import type { Wait } from '../../../../../shared/exercise/missing.ts';
import type { Condition } from '../../../../../shared/scenario/schema/conditions.ts';
import { headOf } from '../../../../../shared/scenario/schema/conditions.ts';
import { formatCaseTime } from '../../../../i18n/formats.ts';
import { useT } from '../../../kit/index.ts';
import type { T } from '../../../kit/index.ts';
import type { Names } from '../../../debrief/use-look.ts';
import { useLook } from '../../../debrief/use-look.ts';

export function WaitWords({ wait }: { wait: Wait }) {
  const t = useT('trainer');
  const look = useLook();
  const words = leafWords(wait.leaf, look, t);
  return <>{wait.wanted ? words : t('wait.not', { what: words })}</>;
}

export function WaitList({ waits }: { waits: readonly Wait[] }) {
  const t = useT('trainer');
  const first = new Set<number>();
  return (
    <ul class="wait-list">
      {waits.map((wait, index) => {
        const again = wait.choice !== undefined && first.has(wait.choice);
        if (wait.choice !== undefined) first.add(wait.choice);
        return (
          <li key={index}>
            {again && <em>{t('wait.or')} </em>}
            <WaitWords wait={wait} />
          </li>
        );
      })}
    </ul>
  );
}

function leafWords(leaf: Condition, look: Names, t: T): string {
  const person = leaf.person ? look.name('person', leaf.person) : '…';
  switch (headOf(leaf)) {
    case 'happened':
      return happenedWords(leaf, look, t);
    case 'reached':
    case 'in':
      return t('wait.reached', { state: look.name('state', leaf.reached ?? leaf.in ?? '') });
    case 'knows':
      return t('wait.knows', {
        role: leaf.role ? look.name('role', leaf.role) : t('wait.somebody'),
        item: look.name('item', leaf.knows ?? ''),
      });
    case 'at':
      return t('wait.at', { person, place: look.name('place', leaf.at ?? '') });
    case 'is':
      return t(`wait.is.${leaf.is ?? 'found'}`, { item: look.name('item', leaf.item ?? '') });
    case 'clock':
      return leaf.clock?.after === undefined
        ? t('wait.before', { time: formatCaseTime(leaf.clock?.before ?? 0) })
        : t('wait.after', { time: formatCaseTime(leaf.clock.after) });
    case 'referral':
      return t('wait.referral', { person, state: t(`standing.${leaf.referral ?? ''}`) });
    case 'status':
      return t('wait.status', { person, status: look.name('status', leaf.status ?? '') });
    case 'consent':
      return t('wait.consent', { person, kind: look.name('kind', leaf.consent ?? '') });
    case 'trust':
    case 'stress':
      return t('wait.mood', { person });
    default:
      return '…';
  }
}

/** Every place a sentence of the timeline may leave open. */
const OPEN_PLACES = [
  'person',
  'item',
  'to',
  'role',
  'place',
  'kind',
  'service',
  'inject',
  'decision',
  'option',
  'operation',
  'section',
  'purpose',
  'basis',
  'channel',
  'outcome',
  'status',
  'level',
  'indicator',
  'how',
  'duty',
  'offence',
  'question',
  'questionType',
  'interpreter',
  'nonPunishment',
  'with',
  'state',
  'text',
];

/** The timeline's own sentence, with `…` where the condition does not care. */
function happenedWords(leaf: Condition, look: Names, t: T): string {
  const said = Object.entries(leaf).filter(
    ([field, value]) =>
      !['happened', 'by', 'times'].includes(field) && (typeof value === 'string' || typeof value === 'boolean'),
  );
  const open = Object.fromEntries(OPEN_PLACES.map((field) => [field, '…']));
  const params = { ...open, ...Object.fromEntries(said.map(([field, value]) => [field, String(value)])) };
  const sentence = look.sentence({
    at: 0,
    seq: 0,
    type: leaf.happened ?? '',
    by: typeof leaf.by === 'string' ? leaf.by : 'somebody',
    params,
  });
  const words =
    sentence ??
    [leaf.happened ?? '', ...said.map(([field, value]) => look.name(field, String(value)))]
      .join(' · ')
      .replaceAll('-', ' ');
  return leaf.times === undefined || leaf.times < 2 ? words : t('wait.times', { what: words, count: leaf.times });
}
