/** The number of people and their proposed desks. Desks without people can be simulated or left out. */
import type { Manner } from '../../../../shared/vocabulary/enums.ts';
import { Button, Chip, Emblem, Field, Notice, Select, useT } from '../../kit/index.ts';
import {
  choicesFor,
  couldBeSimulated,
  type DeskPlan,
  type DeskPlans,
  type PlannedRole,
  type PlayedBy,
} from './desk-plans.ts';
import { MannerField } from '../simulated/manner-field.tsx';
import type { SeatProposal } from './propose-seats.ts';

interface SeatTableProps {
  roles: readonly PlannedRole[];
  people: number;
  setPeople: (people: number) => void;
  proposal: SeatProposal;
  plans: DeskPlans;
  setPlans: (plans: DeskPlans) => void;
}

export function SeatTable({ roles, people, setPeople, proposal, plans, setPlans }: SeatTableProps) {
  const t = useT('trainer');
  const change = (role: string, next: Partial<DeskPlan>): void => {
    const plan = plans[role];
    if (plan) setPlans({ ...plans, [role]: { ...plan, ...next } });
  };
  return (
    <div class="stack">
      <PeopleCount people={people} setPeople={setPeople} />
      <ul class="plain seat-table">
        {roles.map((role) => {
          const plan = plans[role.role];
          return plan ? (
            <DeskRow
              key={role.role}
              role={role}
              plan={plan}
              proposal={proposal}
              change={(next) => change(role.role, next)}
            />
          ) : null;
        })}
      </ul>
      <MannerForAll roles={roles} plans={plans} setPlans={setPlans} />
      <TooFew {...{ roles, proposal, plans, setPlans }} />
      {proposal.over > 0 && <Notice tone="due" live="polite" title={t('setUp.over', { count: proposal.over })} />}
    </div>
  );
}

interface RowProps {
  role: PlannedRole;
  plan: DeskPlan;
  proposal: SeatProposal;
  change: (next: Partial<DeskPlan>) => void;
}

const requirementOf = ({ required }: PlannedRole, { by }: DeskPlan) => {
  if (!required) return 'setUp.optional';
  return by === 'simulated' ? 'setUp.requiredSimulated' : 'setUp.required';
};

function DeskRow({ role, plan, proposal, change }: RowProps) {
  const t = useT('trainer');
  const choices = choicesFor(role);
  const choose = (value: string): void => {
    const by = choices.find((each) => each === value);
    if (by) change({ by });
  };
  return (
    <li data-accent={role.emblem} data-by={plan.by} class={plan.by === 'left-out' ? 'left-out' : ''}>
      <Emblem emblem={role.emblem} />
      <span class="stack tight grow">
        <bdi class="strong">{role.title}</bdi>
        <span class="small dim">{t(requirementOf(role, plan))}</span>
        {proposal.leftOut.includes(role.role) && <Chip tone="due">{t('setUp.leftOut')}</Chip>}
      </span>
      <span class="num seat-count">
        {plan.by === 'people' ? t('setUp.seats', { count: proposal.seats[role.role] ?? 0 }) : ''}
      </span>
      <span class="desk-plan">
        {choices.length > 1 && (
          <Select
            label={t('setUp.playedBy', { desk: role.short })}
            options={choices.map((by: PlayedBy) => ({ value: by, label: t(`setUp.by.${by}`) }))}
            value={plan.by}
            onChange={choose}
          />
        )}
        {plan.by === 'simulated' && (
          <MannerField
            label={t('manner.of', { desk: role.short })}
            value={plan.manner}
            onChange={(manner) => change({ manner })}
            plain
          />
        )}
      </span>
    </li>
  );
}

/** One manner for all simulated desks. Appears if there are several. */
function MannerForAll({ roles, plans, setPlans }: Pick<SeatTableProps, 'roles' | 'plans' | 'setPlans'>) {
  const t = useT('trainer');
  const simulated = roles.filter(({ role }) => plans[role]?.by === 'simulated').map(({ role }) => role);
  if (simulated.length < 2) return null;
  const manners = [...new Set(simulated.map((role) => plans[role]?.manner))];
  const setManner = (manner: Manner): void =>
    setPlans({ ...plans, ...Object.fromEntries(simulated.map((role) => [role, { by: 'simulated', manner }])) });
  return (
    <MannerField label={t('manner.ofAll')} value={manners.length === 1 ? manners[0] : undefined} onChange={setManner} />
  );
}

/** Warns if people are missing, and offers to simulate the empty desks. */
function TooFew({
  roles,
  proposal,
  plans,
  setPlans,
}: Pick<SeatTableProps, 'roles' | 'proposal' | 'plans' | 'setPlans'>) {
  const t = useT('trainer');
  const empty = couldBeSimulated(roles, plans, proposal);
  const simulate = (): void =>
    setPlans({
      ...plans,
      ...Object.fromEntries(empty.map(({ role, manner }) => [role, { by: 'simulated', manner }])),
    });
  if (proposal.short === 0 && empty.length === 0) return null;
  return (
    <Notice
      tone={proposal.short > 0 ? 'due' : 'plain'}
      live="polite"
      title={proposal.short > 0 ? t('setUp.short', { count: proposal.short }) : t('setUp.unplayed')}
    >
      {empty.length > 0 && (
        <Button kind="quiet" size="small" onClick={simulate}>
          {t('setUp.simulate', { count: empty.length })}
        </Button>
      )}
    </Notice>
  );
}

const MAX_PEOPLE = 200;

function PeopleCount({ people, setPeople }: Pick<SeatTableProps, 'people' | 'setPeople'>) {
  const t = useT('trainer');
  const set = (count: number): void => setPeople(Math.max(1, Math.min(MAX_PEOPLE, Math.round(count) || 1)));
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
            max={MAX_PEOPLE}
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
