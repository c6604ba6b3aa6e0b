/** The page of one handbook card, with the facts of the law pack about it. */
import { Card, Chip, EmptyState, LinkButton, Prose, useT } from '../../kit/index.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import { PrintButton } from '../work/print-button.tsx';
import { textForId } from '../../../i18n/index.ts';
import { handbookEntries, type HandbookEntry, KIND_TITLES } from './search.ts';

export function HandbookCardPage({ law, id }: { law: Jurisdiction; id: string }) {
  const t = useT('work');
  const entry = handbookEntries(law).find((each) => each.id === id);
  const back = (
    <LinkButton href="/play/handbook" kind="quiet">
      {t('handbook.back')}
    </LinkButton>
  );
  if (!entry) return <EmptyState title={t('handbook.gone')} text={t('handbook.goneText')} action={back} />;
  return (
    <div class="stack measure">
      <div class="no-print">{back}</div>
      <header class="stack tight">
        <p>
          <Chip>{t(KIND_TITLES[entry.kind])}</Chip>
        </p>
        <h1>{entry.title}</h1>
      </header>
      <Card>
        <Prose text={entry.text} />
        <OffenceFacts law={law} id={id} />
        <IndicatorFacts law={law} id={id} />
        <Source entry={entry} />
      </Card>
      <PrintButton />
    </div>
  );
}

function Source({ entry }: { entry: HandbookEntry }) {
  const t = useT('work');
  if (entry.source === undefined) return null;
  const key = entry.kind === 'indicator' ? 'handbook.family' : 'handbook.source';
  return <p class="dim small">{t(key, { source: entry.source })}</p>;
}

function OffenceFacts({ law, id }: { law: Jurisdiction; id: string }) {
  const t = useT('work');
  const offence = id.startsWith('offence-') ? law.offences[id.slice('offence-'.length)] : undefined;
  if (!offence) return null;
  return (
    <>
      <h2 class="small">{t('handbook.elements')}</h2>
      <p class="row tight">
        {offence.elements.map((element) => (
          <Chip key={element}>{t(`charging.column.${element}`)}</Chip>
        ))}
      </p>
      {offence['child-rule'] && <p>{t('charging.childRule')}</p>}
    </>
  );
}

function IndicatorFacts({ law, id }: { law: Jurisdiction; id: string }) {
  const t = useT('work');
  const indicator = id.startsWith('indicator-') ? law.indicators[id.slice('indicator-'.length)] : undefined;
  if (!indicator) return null;
  const column = indicator.element?.split('.')[0];
  return (
    <>
      <p>{t('handbook.indicatorHint')}</p>
      {column !== undefined && (
        <p>{t('handbook.supports', { element: textForId('work', `charging.column.${column}`) })}</p>
      )}
    </>
  );
}
