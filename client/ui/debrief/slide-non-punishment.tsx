/** A person was charged or detained although indicators were known: the facts at that time, for discussion. */
import type { NonPunishmentPoint } from '../../../shared/debrief/debrief.ts';
import { CaseTime, PersonFace, RoleTag, useT } from '../kit/index.ts';
import { useNames } from '../../names/use-names.ts';

export function NonPunishmentSlide({ point }: { point: NonPunishmentPoint }) {
  const t = useT('debrief');
  const { name } = useNames();
  return (
    <div class="two-columns">
      <div class="stack wide">
        <p class="row">
          <PersonFace person={point.person} size={96} />
          <span class="stack tight">
            <bdi class="strong">{name('person', point.person)}</bdi>
            <span>{t(`nonPunishment.${point.what}`)}</span>
            <span class="row tight">
              <CaseTime at={point.at} /> <RoleTag role={point.by} />
            </span>
          </span>
        </p>
        <p class="measure">{t('nonPunishment.rule')}</p>
        <p class="dim">{t('nonPunishment.talk')}</p>
      </div>
      <div class="card">
        <h2>{t('nonPunishment.held')}</h2>
        <ul class="prose">
          {point.indicators.map((indicator) => (
            <li key={indicator}>{name('indicator', indicator)}</li>
          ))}
          {point.items.map((item) => (
            <li key={item}>{name('item', item)}</li>
          ))}
          {point.status && <li>{name('status', point.status)}</li>}
        </ul>
      </div>
    </div>
  );
}
