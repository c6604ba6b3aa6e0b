import { useEffect, useState } from 'preact/hooks';
import type { Tag } from '../../../../shared/scenario/schema/basics.ts';
import { useT, textForId } from '../../../i18n/index.ts';
import { Button, Card, CaseTime, Chip, ItemArt, Prose, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { ShareDialog } from '../share/share-dialog.tsx';
import { AssessSection } from './assess-section.tsx';
import { CustodyActions } from './custody-actions.tsx';
import { LinksSection } from './links-section.tsx';

/** One item: content, origin, chain of custody, what it proves, who else knows it. */
export function ItemPage({ item }: { item: string }) {
  const t = useT('desk');
  const seat = useSeat();
  const [sharing, setSharing] = useState(false);
  const card = seat.card(`item:${item}`);
  useEffect(() => {
    seat.markSeen(`item:${item}`);
    if (seat.state.selection.item !== item) seat.select({ ...seat.state.selection, item });
  }, [item]);
  if (!card) return <Waiting />;
  return (
    <Card level={2} title={<bdi>{card.title}</bdi>}>
      <ItemArt item={item} />
      <p class="row tight">
        {card.kind && <Chip>{textForId('common', `kind.${card.kind}`)}</Chip>}
        {(card.tags ?? []).map((tag) => (
          <TagChip key={tag} tag={tag} />
        ))}
      </p>
      <Prose text={card.text} />
      {Object.entries(card.parts ?? {}).map(([id, part]) => (
        <section key={id} class="stack tight">
          <h3 class="row tight">
            <bdi>{part.title}</bdi>
            {part.tags.map((tag) => (
              <TagChip key={tag} tag={tag} />
            ))}
          </h3>
          <Prose text={part.text} />
        </section>
      ))}
      <Provenance item={item} />
      {!seat.readOnly && (
        <div class="row">
          <Button onClick={() => setSharing(true)}>{t('item.share')}</Button>
          <CustodyActions item={item} />
        </div>
      )}
      <AssessSection item={item} />
      <LinksSection item={item} />
      <KnownTo item={item} />
      <ShareDialog item={item} open={sharing} onClose={() => setSharing(false)} />
    </Card>
  );
}

/** How this desk learned of the item, and its chain of custody. */
function Provenance({ item }: { item: string }) {
  const t = useT('desk');
  const { world, role } = useSeat();
  const names = useNames();
  const state = world.items[item];
  const known = state?.known[role];
  if (!state || !known) return null;
  return (
    <section class="stack tight">
      <h3>{t('item.custody')}</h3>
      <p class="small">
        {t(`learned.${known.how}`)} · {names.actor(known.by)} · <CaseTime at={known.at} />
        {state.place && (
          <>
            {' '}
            · <bdi>{names.place(state.place)}</bdi>
          </>
        )}
      </p>
      {state.analysis && (
        <p class="small">
          {t(state.analysis.done ? 'item.analysed' : 'item.analysisUntil')} <CaseTime at={state.analysis.due} />
        </p>
      )}
      <ol class="plain stack tight small dim">
        {state.custody.map((entry) => (
          <li key={`${entry.at} ${entry.what}`}>
            <CaseTime at={entry.at} /> · {t(`custodyEntry.${entry.what}`)} · {names.actor(entry.by, entry.seat)}
            {entry.basis && <> · {t(`basis.${entry.basis}`)}</>}
            {entry.to && <> → {names.actor(entry.to)}</>}
          </li>
        ))}
      </ol>
      {state.heldBy && <p class="small">{t('item.inHands', { holder: names.actor(state.heldBy) })}</p>}
    </section>
  );
}

/** The shares of this item that this desk knows of. */
function KnownTo({ item }: { item: string }) {
  const t = useT('desk');
  const { world } = useSeat();
  const names = useNames();
  const shares = world.shares.filter((share) => share.item === item);
  return (
    <section class="stack tight">
      <h3>{t('item.whoKnows')}</h3>
      {shares.length === 0 && <p class="small dim">{t('item.onlyYou')}</p>}
      <ul class="plain stack tight small">
        {shares.map((share) => (
          <li key={`${share.at} ${share.to}`}>
            {names.actor(share.by)} → {names.actor(share.to)} · <CaseTime at={share.at} short /> ·{' '}
            {t(`purpose.${share.purpose}`)} · {t(`basis.${share.basis}`)}
            {share.left.length > 0 && ` · ${t('item.leftOut', { count: share.left.length })}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Sensitive tags are highlighted. */
function TagChip({ tag }: { tag: Tag }) {
  const t = useT('desk');
  return <Chip tone={tag === 'evidence' || tag === 'public' ? 'plain' : 'due'}>{t(`tag.${tag}`)}</Chip>;
}
