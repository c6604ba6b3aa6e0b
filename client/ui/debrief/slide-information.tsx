/** Slides about information: who learned what, when and on what basis. Over-sharing and under-sharing are equally visible. */
import { hasFault } from '../../../shared/debrief/ledger.ts';
import type { Debrief, LedgerLine, UnderShare, Verdict } from '../../../shared/debrief/debrief.ts';
import { CaseTime, Chip, RoleTag, useKit, useT } from '../kit/index.ts';
import { BigFigure } from './big.tsx';
import { textForId } from '../../i18n/index.ts';
import { useNames } from '../../names/use-names.ts';

const VERDICTS = ['right', 'over-shared', 'no-basis', 'wrong-channel'] as const;

export function LedgerSummary({ debrief }: { debrief: Debrief }) {
  const t = useT('debrief');
  const count = (verdict: Verdict): number => debrief.ledger.filter((line) => hasFault(line, verdict)).length;
  const figures = [
    ...VERDICTS.map((verdict) => ({ id: verdict, value: count(verdict) })),
    { id: 'under-shared', value: debrief.underShared.length },
  ];
  return (
    <>
      <div class="figures">
        {figures.map(({ id, value }) => (
          <BigFigure
            key={id}
            value={value}
            label={textForId('debrief', `ledgerCount.${id}`)}
            tone={id === 'right' ? 'good' : value > 0 ? 'due' : undefined}
            goal={id === 'right' ? 'all' : 'none'}
          />
        ))}
      </div>
      <p class="measure">{t('ledgerCount.rule')}</p>
    </>
  );
}

const LEDGER_COLUMNS = [
  'ledger.when',
  'ledger.what',
  'shared.from',
  'shared.to',
  'ledger.ground',
  'ledger.verdict',
] as const;

export function LedgerTable({ lines }: { lines: readonly LedgerLine[] }) {
  const t = useT('debrief');
  const { name } = useNames();
  const verdictOf = (verdict: LedgerLine['verdict']): string =>
    verdict === 'no-basis' ? name('basis', 'none') : t(`ledger.${verdict}`);
  return (
    <table class="ledger">
      <caption class="visually-hidden">{t('ledger.caption')}</caption>
      <thead>
        <tr>
          {LEDGER_COLUMNS.map((column) => (
            <th scope="col" key={column}>
              {t(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.seq}>
            <td>
              <CaseTime at={line.at} short />
            </td>
            <td>
              <bdi>{name('item', line.item)}</bdi>
            </td>
            <td>
              <Party id={line.by} />
            </td>
            <td>
              <Party id={line.to} />
            </td>
            <td>
              {name('purpose', line.purpose)}, {name('basis', line.basis)}, {name('channel', line.channel)}
            </td>
            <td>
              {[line.verdict, ...(line.also ?? [])].map((verdict) => (
                <Chip key={verdict} tone={verdict === 'right' ? 'good' : 'due'}>
                  {verdictOf(verdict)}
                </Chip>
              ))}
              {line.why.length > 0 && (
                <span class="small dim why">{line.why.map((tag) => name('tag', tag)).join(', ')}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A desk with its emblem, or an outside body by name. */
function Party({ id }: { id: string }) {
  const { card } = useKit();
  const { name } = useNames();
  return card(`role:${id}`) ? <RoleTag role={id} /> : <bdi>{name('to', id)}</bdi>;
}

export function UnderSharedSlide({ lines }: { lines: readonly UnderShare[] }) {
  const t = useT('debrief');
  const { name } = useNames();
  return (
    <ul class="plain task-lines">
      {lines.map((line) => (
        <li key={`${line.item} ${line.role}`} class="card flat under-line">
          <bdi class="strong">{name('item', line.item)}</bdi>
          <span class="row tight">
            {t('under.heldBy')}
            {line.heldBy.map((role) => (
              <RoleTag key={role} role={role} />
            ))}
          </span>
          <span class="row tight">
            {t('under.neededBy')} <RoleTag role={line.role} />
          </span>
          <span class="dim">
            {t('under.since')} <CaseTime at={line.since} />
          </span>
        </li>
      ))}
    </ul>
  );
}
