/** The form of a charge: offence, evidence for each element, child rule, non-punishment check, remedies. */
import { Button, Checks, Dialog, Notice, Radios, Select, TextArea, useT } from '../../kit/index.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import { useSeat } from '../../../context/seat.ts';
import { useNames } from '../../../names/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { chargeCommand, type ChargeDraft, draftOf, EMPTY_CHARGE } from './charge-draft.ts';
import { EvidenceChecks } from './evidence-checks.tsx';
import { NonPunishmentCheck } from './non-punishment.tsx';
import { COLUMNS, type Offence } from './selectors.ts';

interface ChargeFormProps {
  law: Jurisdiction;
  person: string;
  /** The draft charge to edit; undefined for a new charge. */
  charge: string | undefined;
  onClose: () => void;
}

export function ChargeForm({ law, person, charge, onClose }: ChargeFormProps) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const stored = charge === undefined ? undefined : seat.world.charges[charge];
  const [draft, setDraft, clear] = seat.draft<ChargeDraft>(
    `charge:${charge ?? person}`,
    stored ? draftOf(stored, seat.textOf(stored.reason)) : EMPTY_CHARGE,
  );
  const offence = law.offences[draft.offence];
  const command = chargeCommand(person, offence, draft);
  const done = (): void => {
    clear();
    onClose();
  };
  return (
    <Dialog
      open
      wide
      title={t('charging.formTitle', { person: names.person(person) })}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={!command} onClick={() => command && send(command, done)}>
          {t('charging.save')}
        </Button>
      }
    >
      <Select
        label={t('charging.offence')}
        empty={t('choose')}
        options={Object.entries(law.offences).map(([value, each]) => ({
          value,
          label: each.title,
          hint: each.note ?? each.section,
        }))}
        value={draft.offence}
        onChange={(value) => setDraft({ offence: value })}
      />
      {offence && <Elements person={person} offence={offence} draft={draft} onChange={setDraft} />}
      <NonPunishmentCheck value={draft.nonPunishment} onChange={(value) => setDraft({ nonPunishment: value })} />
      <Checks
        label={t('charging.remedies')}
        options={Object.entries(law.remedies).map(([value, label]) => ({ value, label }))}
        values={draft.remedies}
        onChange={(values) => setDraft({ remedies: values })}
        columns
      />
      <TextArea label={t('charging.reason')} value={draft.reason} onChange={(value) => setDraft({ reason: value })} />
    </Dialog>
  );
}

interface ElementsProps {
  person: string;
  offence: Offence;
  draft: ChargeDraft;
  onChange: (next: Partial<ChargeDraft>) => void;
}

/** The child rule of the offence, if it has one, and the evidence for each of its elements. */
function Elements({ person, offence, draft, onChange }: ElementsProps) {
  const t = useT('work');
  return (
    <>
      {offence['child-rule'] && (
        <Radios
          label={t('charging.childQuestion')}
          options={[
            { value: 'yes', label: t('charging.childYes') },
            { value: 'no', label: t('charging.childNo') },
          ]}
          value={draft.child}
          onChange={(value) => onChange({ child: value === 'yes' ? 'yes' : 'no' })}
          columns
        />
      )}
      {offence['child-rule'] && draft.child === 'yes' && <Notice>{t('charging.childRule')}</Notice>}
      {COLUMNS.filter((column) => offence.elements.includes(column)).map((column) => (
        <EvidenceChecks
          key={column}
          person={person}
          column={column}
          values={draft[column]}
          onChange={(items) => onChange({ [column]: items })}
        />
      ))}
    </>
  );
}
