/** The evidence board as a list, and the page of one item. The scene shows the same items arranged. */
import '../desk/desk.css';
import './board.css';
import { useState } from 'preact/hooks';
import { useT, textForId } from '../../../i18n/index.ts';
import { knownItems } from '../../../state/selectors.ts';
import { CaseTime, Chip, EmptyState, Select, TextField, useRoute } from '../../kit/index.ts';
import { SceneSlot } from '../../seat/scene-slot.tsx';
import { useSeat } from '../../../context/seat.ts';
import { useFollowScene } from '../work/use-follow-scene.ts';
import { useNames } from '../../../names/use-names.ts';
import { ItemPage } from './item-page.tsx';

const KINDS = ['document', 'object', 'digital', 'testimony', 'record', 'message'] as const;

export function BoardList() {
  const t = useT('desk');
  const seat = useSeat();
  const chosen = useRoute().parts[2];
  useFollowScene(seat.state.selection.item, chosen, '/play/board');
  const known = chosen !== undefined && seat.world.items[chosen]?.known[seat.role] !== undefined;
  return (
    <div class="stack">
      <h1>{t('nav.board')}</h1>
      <div class="split">
        <div class="drawing">
          <SceneSlot kind="board" label={t('board.scene')} />
        </div>
        {known && (
          <div class="detail">
            <ItemPage key={chosen} item={chosen} />
          </div>
        )}
        <div class="stack">
          <ItemList chosen={chosen} />
        </div>
      </div>
    </div>
  );
}

function ItemList({ chosen }: { chosen: string | undefined }) {
  const t = useT('desk');
  const seat = useSeat();
  const names = useNames();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState('');
  const query = search.trim().toLocaleLowerCase();
  const all = knownItems(seat.world, seat.role);
  const shown = all.filter(
    (id) =>
      names.item(id).toLocaleLowerCase().includes(query) && (kind === '' || seat.card(`item:${id}`)?.kind === kind),
  );
  if (all.length === 0) return <EmptyState title={t('board.none')} text={t('board.noneText')} />;
  return (
    <>
      <div class="filters">
        <TextField label={t('board.search')} type="search" value={search} onChange={setSearch} />
        <Select
          label={t('shared.kind')}
          value={kind}
          empty={t('board.all')}
          onChange={setKind}
          options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        />
      </div>
      <ul class="plain stack tight" aria-label={t('board.items')}>
        {shown.map((id) => (
          <li key={id}>
            <ItemLine item={id} current={id === chosen} />
          </li>
        ))}
      </ul>
    </>
  );
}

function ItemLine({ item, current }: { item: string; current: boolean }) {
  const t = useT('desk');
  const { world, role, card, isNew } = useSeat();
  const names = useNames();
  const state = world.items[item];
  const known = state?.known[role];
  if (!state || !known) return null;
  const kind = card(`item:${item}`)?.kind;
  const persons = Object.keys(state.assessed[role] ?? {});
  return (
    <a class="card flat compact" href={`/play/board/${item}`} aria-current={current ? 'true' : undefined}>
      <span class="spread">
        <strong>
          <bdi>{names.item(item)}</bdi>
        </strong>
        <span class="row tight">
          {isNew(`item:${item}`, known.at) && <Chip tone="good">{t('new')}</Chip>}
          {state.perished && <Chip tone="alert">{t('item.perished')}</Chip>}
          {state.heldBy === role && <Chip>{t('item.held')}</Chip>}
        </span>
      </span>
      <span class="small dim">
        {kind && textForId('common', `kind.${kind}`)} · {t(`learned.${known.how}`)} · <CaseTime at={known.at} short />
        {persons.length > 0 && <> · {names.list(persons.map(names.person))}</>}
      </span>
    </a>
  );
}
