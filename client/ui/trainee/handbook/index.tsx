/** The handbook: law, procedures, indicators, guides. Full-text search, and a page per card. */
import '../../../styles/work.css';
import { useState } from 'preact/hooks';
import { Chip, EmptyState, Tabs, TextField, useRoute, useT, Waiting } from '../../kit/index.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import { useSeat } from '../../../context/seat.ts';
import { HandbookCardPage } from './card-page.tsx';
import {
  HANDBOOK_KINDS,
  type HandbookEntry,
  handbookEntries,
  type HandbookKind,
  KIND_TITLES,
  searchHandbook,
} from './search.ts';

const titleOf = (kind: HandbookKind | 'all') => (kind === 'all' ? 'handbook.all' : KIND_TITLES[kind]);

export default function HandbookScreen() {
  const { law } = useSeat();
  const t = useT('work');
  const card = useRoute().parts[2];
  if (!law) return <Waiting />;
  if (card !== undefined) return <HandbookCardPage law={law} id={card} />;
  return (
    <div class="stack wide">
      <header class="stack tight">
        <h1>{t('nav.handbook')}</h1>
        <p class="dim measure">{t('handbook.lead', { country: law.title })}</p>
      </header>
      <Search law={law} />
    </div>
  );
}

function Search({ law }: { law: Jurisdiction }) {
  const seat = useSeat();
  const t = useT('work');
  const [query, setQuery] = seat.draft('handbook-search', { text: '' });
  const [kind, setKind] = useState<HandbookKind | 'all'>('law');
  // A new search covers all kinds until the reader chooses one again.
  const search = (text: string): void => {
    if (query.text === '' && text !== '') setKind('all');
    setQuery({ text });
  };
  const found = searchHandbook(handbookEntries(law), query.text);
  const shown = kind === 'all' ? found : found.filter((entry) => entry.kind === kind);
  const count = (of: string): number =>
    of === 'all' ? found.length : found.filter((entry) => entry.kind === of).length;
  return (
    <>
      <div class="measure">
        <TextField type="search" label={t('handbook.search')} value={query.text} onChange={search} />
      </div>
      <Tabs
        label={t('nav.handbook')}
        tabs={(['all', ...HANDBOOK_KINDS] as const).map((id) => ({
          id,
          label: t(titleOf(id)),
          mark: <span class="dim num">{count(id)}</span>,
        }))}
        current={kind}
        onChange={(id) => setKind(id as HandbookKind | 'all')}
      />
      <div role="tabpanel" class="stack" aria-label={t(titleOf(kind))}>
        <p class="visually-hidden" role="status">
          {t('handbook.found', { count: shown.length })}
        </p>
        {shown.length === 0 && <EmptyState title={t('handbook.nothing')} text={t('handbook.nothingText')} />}
        <ul class="plain hb-list">
          {shown.map((entry) => (
            <li key={entry.id}>
              <EntryCard entry={entry} named={kind === 'all'} />
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

/** `named` shows the kind, for lists of several kinds. */
function EntryCard({ entry, named }: { entry: HandbookEntry; named: boolean }) {
  const t = useT('work');
  return (
    <a class="card hb-card" href={`/play/handbook/${entry.id}`}>
      <span class="spread">
        <strong class="hb-card__title">{entry.title}</strong>
        {named && <Chip>{t(KIND_TITLES[entry.kind])}</Chip>}
      </span>
      {entry.source !== undefined && <span class="dim small">{entry.source}</span>}
    </a>
  );
}
