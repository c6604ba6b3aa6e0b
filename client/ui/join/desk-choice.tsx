import type { JoinRole } from '../../../shared/protocol/api.ts';
import { formatNumber } from '../../i18n/formats.ts';
import { useT } from '../../i18n/index.ts';
import { Emblem } from '../kit/role.tsx';

/** The desks with their free places, and the option to leave the choice open. */
export function DeskChoice({
  roles,
  value,
  onChange,
}: {
  roles: readonly JoinRole[];
  value: string;
  onChange: (role: string) => void;
}) {
  const t = useT('join');
  return (
    <fieldset class="field">
      <legend>{t('shared.desk')}</legend>
      <p class="hint">{t('desk.hint')}</p>
      <div class="choices columns-2">
        {roles.map((role) => {
          const full = role.taken >= role.max;
          return (
            <label key={role.role} class="choice desk-choice">
              <input
                type="radio"
                name="desk"
                checked={value === role.role}
                disabled={full}
                onChange={() => onChange(role.role)}
              />
              <Emblem emblem={role.emblem} />
              <span>
                <bdi>{role.title}</bdi>
                <span class="small dim">
                  {full
                    ? t('desk.full')
                    : t('desk.taken', { taken: formatNumber(role.taken), max: formatNumber(role.max) })}
                  {role.simulated ? ` · ${t('desk.simulated')}` : ''}
                  {role.required && role.taken === 0 && !role.simulated ? ` · ${t('desk.needed')}` : ''}
                </span>
              </span>
            </label>
          );
        })}
        <label class="choice desk-choice">
          <input type="radio" name="desk" checked={value === ''} onChange={() => onChange('')} />
          <span>
            {t('desk.any')}
            <span class="small dim">{t('desk.anyHint')}</span>
          </span>
        </label>
      </div>
    </fieldset>
  );
}
