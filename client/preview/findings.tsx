/** The findings of the latest save, each with place and remedy. */
import { Chip, EmptyState, useT } from '../ui/kit/index.ts';
import { Coded } from './coded.tsx';
import { showPlace, status } from './model.ts';

const TONES = { error: 'alert', warning: 'due', hint: 'plain' } as const;
const ORDER = ['error', 'warning', 'hint'];

export function Findings() {
  const t = useT('preview');
  const findings = (status.value?.findings ?? []).toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  if (findings.length === 0) return <EmptyState title={t('findings.none')} text={t('findings.noneText')} />;
  return (
    <ul class="plain stack tight">
      {findings.map(({ code, severity, file, range, message, remedy }, index) => (
        <li key={index} class="card finding">
          <button type="button" class="finding-place" onClick={() => void showPlace({ file, line: range.start.line })}>
            <Chip tone={TONES[severity]}>{t(`findings.${severity}`)}</Chip>
            <code>
              {file}:{range.start.line}:{range.start.col}
            </code>
            <span class="small dim">{code}</span>
          </button>
          <p dir="ltr">
            <Coded text={message} />
          </p>
          <p class="small dim" dir="ltr">
            <Coded text={remedy} />
          </p>
        </li>
      ))}
    </ul>
  );
}
