/** How many people, and where they would sit; desks that may be left out can be. */
import type { ScenarioCard } from '../../../shared/protocol/api.ts';
import { Button, Check, Chip, Emblem, Field, Notice, useT } from '../kit/index.ts';
import type { SeatProposal } from './propose-seats.ts';

interface Props {
  roles: ScenarioCard['roles'];
  people: number;
  setPeople: (people: number) => void;
  proposal: SeatProposal;
  without: readonly string[];
  setWithout: (without: string[]) => void;
}

export function SeatTable({ roles, people, setPeople, proposal, without, setWithout }: Props) {
  const t = useT('trainer');
  const toggle = (role: string, on: boolean): void =>
    setWithout(on ? [...without, role] : without.filter((other) => other !== role));
  return (
    <div class="stack">
      <PeopleCount people={people} setPeople={setPeople} />
      <ul class="plain seat-table">
        {roles.map((role) => (
          <li key={role.role} data-accent={role.emblem} class={without.includes(role.role) ? 'left-out' : ''}>
            <Emblem emblem={role.emblem} />
            <span class="stack tight grow">
              <bdi class="strong">{role.title}</bdi>
              <span class="small dim">{role.required ? t('setUp.required') : t('setUp.optional')}</span>
            </span>
            <span class="num seat-count">{t('setUp.seats', { count: proposal.seats[role.role] ?? 0 })}</span>
            {!role.required && (
              <Check
                label={t('setUp.leaveOut')}
                checked={without.includes(role.role)}
                onChange={(on) => toggle(role.role, on)}
              />
            )}
            {proposal.leftOut.includes(role.role) && <Chip tone="due">{t('setUp.leftOut')}</Chip>}
          </li>
        ))}
      </ul>
      {proposal.short > 0 && <Notice tone="due" live="polite" title={t('setUp.short', { count: proposal.short })} />}
      {proposal.over > 0 && <Notice tone="due" live="polite" title={t('setUp.over', { count: proposal.over })} />}
    </div>
  );
}

const MOST = 200;

function PeopleCount({ people, setPeople }: Pick<Props, 'people' | 'setPeople'>) {
  const t = useT('trainer');
  const set = (count: number): void => setPeople(Math.max(1, Math.min(MOST, Math.round(count) || 1)));
  return (
    <Field label={t('setUp.count')} hint={t('setUp.countHint')}>
      {(wired) => (
        <span class="stepper">
          <Button kind="quiet" size="icon" aria-label={t('setUp.fewer')} onClick={() => set(people - 1)}>
            −
          </Button>
          <input
            {...wired}
            class="input num"
            type="number"
            min={1}
            max={MOST}
            value={people}
            onInput={(event) => set(Number(event.currentTarget.value))}
          />
          <Button kind="quiet" size="icon" aria-label={t('setUp.more')} onClick={() => set(people + 1)}>
            +
          </Button>
        </span>
      )}
    </Field>
  );
}
