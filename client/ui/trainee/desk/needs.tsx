/** “Needs you now”: deadlines first. A task for several people is one line with their names. */
import { type Need } from '../../../state/needs-now.ts';
import { needGroups } from '../../../state/need-groups.ts';
import { useT, textForId } from '../../../i18n/index.ts';
import { Card, CaseTime, Chip, Deadline, EmptyState, LinkButton, PersonFace, Waiting } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useNeeds, useNeedTitle } from './use-needs.ts';

const MAX_SHOWN = 6;

export function NeedsNow() {
  const t = useT('desk');
  const { knowsSeen } = useSeat();
  const needs = useNeeds();
  const groups = needGroups(needs ?? []);
  return (
    <section class="stack" aria-labelledby="needs-now">
      <h2 id="needs-now">{t('home.needs')}</h2>
      {!needs && <Waiting />}
      {needs?.length === 0 && knowsSeen && (
        <EmptyState
          title={t('home.nothing')}
          text={t('home.nothingText')}
          action={
            <LinkButton href="/play/map" kind="quiet">
              {t('home.toMap')}
            </LinkButton>
          }
        />
      )}
      <ul class="plain stack tight" aria-live="polite">
        {groups.slice(0, MAX_SHOWN).map((group) => (
          <li key={group[0].id}>
            {group.length > 1 ? <GroupedNeeds needs={group} /> : <SingleNeed need={group[0]} />}
          </li>
        ))}
      </ul>
      {groups.length > MAX_SHOWN && (
        <Card tone="flat">
          <span class="dim">{t('home.moreNeeds', { count: groups.length - MAX_SHOWN })}</span>
        </Card>
      )}
    </section>
  );
}

const toneOf = ({ due }: Need): string => (due === undefined ? 'card need' : 'card need due');

function SingleNeed({ need }: { need: Need }) {
  const titleOf = useNeedTitle();
  return (
    <a class={toneOf(need)} href={need.href}>
      <strong>
        <bdi>{titleOf(need)}</bdi>
      </strong>
      <NeedReason need={need} />
    </a>
  );
}

function GroupedNeeds({ needs }: { needs: [Need, ...Need[]] }) {
  useT('desk');
  const names = useNames();
  const [first] = needs;
  const title =
    first.kind === 'duty'
      ? names.duty(first.about)
      : textForId('desk', first.kind === 'offer' ? 'shared.offerService' : `needGroup.${first.kind}`);
  return (
    <div class={toneOf(first)}>
      <strong>
        <bdi>{title}</bdi>
      </strong>
      <ul class="plain row tight">
        {needs.map((need) => (
          <li key={need.id}>
            <a class="chip tall" href={need.href}>
              <PersonFace person={need.person ?? ''} size={30} />
              <bdi>{names.person(need.person ?? '')}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <NeedReason need={{ ...first, at: 0 }} />
    </div>
  );
}

const kindKey = (kind: Need['kind']) =>
  kind === 'inject' ? 'new' : kind === 'screen' ? 'shared.notScreened' : (`needKind.${kind}` as const);

/** Why the need exists, since when, and until when. */
function NeedReason({ need }: { need: Need }) {
  const t = useT('desk');
  return (
    <span class="need-why small dim">
      <span>
        {t(`needWhy.${need.kind}`)}
        {need.at > 0 && (
          <>
            {' '}
            · <CaseTime at={need.at} short />
          </>
        )}
      </span>
      {need.due === undefined ? <Chip>{t(kindKey(need.kind))}</Chip> : <Deadline due={need.due} />}
    </span>
  );
}
