/** Drafting a charge: the offence, the evidence behind each element, the child rule, the non-punishment check, remedies. */
import { Button, Checks, Dialog, Notice, Radios, Select, TextArea, useT } from '../../kit/index.ts';
import type { NonPunishment } from '../../../../shared/exercise/events.ts';
import type { Jurisdiction } from '../../../../shared/scenario/schema/jurisdiction.ts';
import { useSeat } from '../../seat.ts';
import { useNames } from '../work/use-names.ts';
import { useSend } from '../work/use-send.ts';
import { EvidenceChecks } from './evidence-checks.tsx';
import { NonPunishmentCheck } from './non-punishment.tsx';
import { COLUMNS, type Column } from './selectors.ts';

interface Draft extends Record<string, unknown> {
  offence: string;
  act: string[];
  means: string[];
  purpose: string[];
  child: 'yes' | 'no' | '';
  nonPunishment: NonPunishment;
  remedies: string[];
  reason: string;
}

const EMPTY: Draft = {
  offence: '',
  act: [],
  means: [],
  purpose: [],
  child: '',
  nonPunishment: 'not-checked',
  remedies: [],
  reason: '',
};

interface Props {
  law: Jurisdiction;
  person: string;
  charge: string | undefined;
  onClose: () => void;
}

export function ChargeForm({ law, person, charge, onClose }: Props) {
  const seat = useSeat();
  const t = useT('work');
  const names = useNames();
  const { busy, send } = useSend();
  const kept = charge === undefined ? undefined : seat.world.charges[charge];
  const [draft, setDraft, clear] = seat.draft<Draft>(
    `charge:${charge ?? person}`,
    kept
      ? {
          offence: kept.offence,
          act: kept.act,
          means: kept.means,
          purpose: kept.purposeItems,
          child: kept.child ? 'yes' : 'no',
          nonPunishment: kept.nonPunishment,
          remedies: kept.remedies,
          reason: seat.words(kept.reason),
        }
      : EMPTY,
  );
  const offence = law.offences[draft.offence];
  const childRule = offence?.['child-rule'] === true;
  const ready = offence !== undefined && (draft.child !== '' || !childRule);
  const save = (): void => {
    const reason = draft.reason.trim();
    send(
      {
        type: 'set-charge',
        person,
        offence: draft.offence,
        act: draft.act,
        means: draft.means,
        purposeItems: draft.purpose,
        child: draft.child === 'yes',
        nonPunishment: draft.nonPunishment,
        remedies: draft.remedies,
        reason: reason === '' ? undefined : reason,
      },
      () => (clear(), onClose()),
    );
  };
  const columns: Column[] = COLUMNS.filter((column) => offence?.elements.includes(column));
  return (
    <Dialog
      open
      wide
      title={t('charging.formTitle', { person: names.person(person) })}
      onClose={onClose}
      footer={
        <Button busy={busy} disabled={!ready} onClick={save}>
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
      {childRule && (
        <Radios
          label={t('charging.childQuestion')}
          options={[
            { value: 'yes', label: t('charging.childYes') },
            { value: 'no', label: t('charging.childNo') },
          ]}
          value={draft.child}
          onChange={(value) => setDraft({ child: value === 'yes' ? 'yes' : 'no' })}
          columns
        />
      )}
      {childRule && draft.child === 'yes' && <Notice>{t('charging.childRule')}</Notice>}
      {columns.map((column) => (
        <EvidenceChecks
          key={column}
          person={person}
          column={column}
          values={draft[column]}
          onChange={(items) => setDraft({ [column]: items })}
        />
      ))}
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
