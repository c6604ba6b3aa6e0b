/** The form that plans an interview: kind, place, interpreter, support, guardian, recording. It prevents nothing; the debrief judges the choices. */
import { useId } from 'preact/hooks';
import { Bdi, Button, Card, Radios, Select, useT } from '../../kit/index.ts';
import { useSeat } from '../../../context/seat.ts';
import { usePlaces } from '../work/directory.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { HelperSelect } from './helper-select.tsx';
import { EMPTY_PLAN, type PlanDraft, planCommand } from './plan-draft.ts';
import { kindsFor } from './selectors.ts';

export function PlanForm({ person, onCancel }: { person: string; onCancel: () => void }) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const heading = useId();
  const kinds = kindsFor(seat.can);
  const [typed, setPlan, clear] = seat.draft(`interview-plan:${person}`, EMPTY_PLAN);
  const place = typed.place || seat.world.people[person]?.place || seat.world.seats[seat.seat]?.at || '';
  const kind = kinds.find((each) => each === typed.kind) ?? kinds[0];
  const plan: PlanDraft = { ...typed, place, kind: kind ?? '' };
  const command = planCommand(person, kind, plan);
  const language = seat.card(`person:${person}`)?.facts?.languageName;
  const submit = (event: Event): void => {
    event.preventDefault();
    if (command) send(command, clear);
  };
  return (
    <form class="stack measure" onSubmit={submit} aria-labelledby={heading}>
      <h1 id={heading}>
        <Bdi>{t('interview.form.title', { person: names.person(person) })}</Bdi>
      </h1>
      {language !== undefined && (
        <p class="dim">{t('interview.form.speaks', { person: names.person(person), language })}</p>
      )}
      <Card>
        <Radios
          label={t('interview.form.purpose')}
          options={kinds.map((value) => ({
            value,
            label: t(`interview.kind.${value}`),
            hint: t(`interview.kindHint.${value}`),
          }))}
          value={plan.kind}
          onChange={(value) => setPlan({ kind: value })}
        />
        <Setting plan={plan} onChange={setPlan} />
      </Card>
      <div class="row">
        <Button type="submit" busy={busy} disabled={!command}>
          {t('interview.form.submit')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <p class="dim small">{t('draftKept')}</p>
      </div>
    </form>
  );
}

/** Place, helpers and recording. */
function Setting({ plan, onChange }: { plan: PlanDraft; onChange: (next: Partial<PlanDraft>) => void }) {
  const t = useT('work');
  const places = usePlaces();
  return (
    <>
      <Select
        label={t('interview.form.place')}
        hint={t('interview.form.placeHint')}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
        value={plan.place}
        onChange={(place) => onChange({ place })}
      />
      <HelperSelect kind="interpreter" value={plan.interpreter} onChange={(interpreter) => onChange({ interpreter })} />
      <HelperSelect kind="support-person" value={plan.support} onChange={(support) => onChange({ support })} />
      <HelperSelect kind="guardian" value={plan.guardian} onChange={(guardian) => onChange({ guardian })} />
      <Radios
        label={t('interview.form.recorded')}
        options={[
          { value: 'yes', label: t('interview.form.recordedYes') },
          { value: 'no', label: t('interview.form.recordedNo') },
        ]}
        value={plan.recorded}
        onChange={(recorded) => onChange({ recorded })}
      />
    </>
  );
}
