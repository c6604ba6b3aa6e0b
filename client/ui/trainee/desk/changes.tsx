import { useT } from '../../../i18n/index.ts';
import { knownItems, knownPeople } from '../../../state/selectors.ts';
import { Button, CaseTime, Chip } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';

const MAX_SHOWN = 8;

/** Items and people this desk has learned of that were not opened on this device yet. */
export function Changes() {
  const t = useT('desk');
  const { world, role, isNew, markSeen, mirror, knowsSeen } = useSeat();
  const names = useNames();
  const items = knownItems(world, role).flatMap((id) => {
    const known = world.items[id]?.known[role];
    return known && isNew(`item:${id}`, known.at)
      ? [
          {
            topic: `item:${id}`,
            at: known.at,
            title: names.item(id),
            how: t(`learned.${known.how}`),
            href: `/play/board/${id}`,
          },
        ]
      : [];
  });
  const people = knownPeople(world, role).flatMap((id) => {
    const at = world.people[id]?.known[role]?.at ?? 0;
    return isNew(`person:${id}`, at)
      ? [{ topic: `person:${id}`, at, title: names.person(id), how: t('learned.person'), href: `/play/people/${id}` }]
      : [];
  });
  const news = [...items, ...people].toSorted((first, second) => second.at - first.at);
  if (!knowsSeen) return null;
  return (
    <section class="stack" aria-labelledby="changes">
      <div class="spread">
        <h2 id="changes">{t('home.changes')}</h2>
        {news.length > 0 && !mirror && (
          <Button kind="quiet" size="small" onClick={() => news.forEach(({ topic }) => markSeen(topic))}>
            {t('home.allSeen')}
          </Button>
        )}
      </div>
      {news.length === 0 && <p class="dim">{t('home.noChanges')}</p>}
      <ul class="plain stack tight">
        {news.slice(0, MAX_SHOWN).map((entry) => (
          <li key={entry.topic}>
            <a class="card flat compact" href={entry.href}>
              <span class="spread">
                <strong>
                  <bdi>{entry.title}</bdi>
                </strong>
                <Chip tone="good">{t('new')}</Chip>
              </span>
              <span class="small dim">
                {entry.how} · <CaseTime at={entry.at} short />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
