/** Selects an interpreter, support person or guardian, and shows what is known about the chosen one. */
import { Select, useT } from '../../kit/index.ts';
import { useHelpers } from '../work/directory.ts';

const LABELS = {
  interpreter: { label: 'shared.interpreter', none: 'shared.noInterpreter' },
  'support-person': { label: 'interview.form.support', none: 'interview.form.noSupport' },
  guardian: { label: 'shared.guardian', none: 'interview.form.noGuardian' },
} as const;

export function HelperSelect({
  kind,
  value,
  onChange,
}: {
  kind: keyof typeof LABELS;
  value: string;
  onChange: (value: string) => void;
}) {
  const t = useT('work');
  const helpers = useHelpers(kind);
  const chosen = helpers.find((helper) => helper.id === value);
  const way = (by: string | undefined): string =>
    t(by === 'phone' ? 'interview.form.byPhone' : 'interview.form.inPerson');
  const hint =
    chosen &&
    (chosen.languages.length > 0
      ? t('interview.form.interpreterHint', { languages: chosen.languages.join(', '), says: chosen.says })
      : chosen.says);
  return (
    <Select
      label={t(LABELS[kind].label)}
      options={[
        { value: '', label: t(LABELS[kind].none) },
        ...helpers.map((helper) => ({ value: helper.id, label: `${helper.name} · ${way(helper.by)}` })),
      ]}
      value={value}
      onChange={onChange}
      {...(hint ? { hint } : {})}
    />
  );
}
