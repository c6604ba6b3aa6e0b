/** Slides about the presumed victims: their steps, and the same hours from their side. */
import type { PersonPath, VictimEyeLine } from '../../../shared/debrief/debrief.ts';
import { isVictimFact } from '../../../shared/vocabulary/victim-facts.ts';
import { MINUTE } from '../../../shared/time.ts';
import { formatSpan } from '../../i18n/formats.ts';
import { textForId } from '../../i18n/index.ts';
import { CaseTime, PersonFace, useKit, useT } from '../kit/index.ts';
import { useNames } from '../../names/use-names.ts';

const STEPS = ['identifiedAt', 'offeredAt', 'acceptedAt', 'receivedAt'] as const;

export function PathsSlide({ paths }: { paths: readonly PersonPath[] }) {
  const t = useT('debrief');
  const { name } = useNames();
  return (
    <table class="paths">
      <caption class="visually-hidden">{t('paths.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('shared.person')}</th>
          {STEPS.map((step) => (
            <th scope="col" key={step}>
              {t(`paths.${step}`)}
            </th>
          ))}
          <th scope="col">{t('paths.accounts')}</th>
        </tr>
      </thead>
      <tbody>
        {paths.map((path) => (
          <tr key={path.person}>
            <th scope="row">
              <span class="row tight nowrap">
                <PersonFace person={path.person} size={36} />
                <bdi>{name('person', path.person)}</bdi>
              </span>
            </th>
            {STEPS.map((step) => (
              <td key={step} class={path[step] === undefined ? 'gap' : ''}>
                <Step path={path} step={step} />
              </td>
            ))}
            <td class="num">
              {path.interviews}
              {path.askedTheSame > 0 && (
                <span class="chip due">{t('paths.askedTheSame', { count: path.askedTheSame })}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Step({ path, step }: { path: PersonPath; step: (typeof STEPS)[number] }) {
  const t = useT('debrief');
  const at = path[step];
  if (at !== undefined) return <CaseTime at={at} short />;
  if (step === 'acceptedAt' && path.refusedAt !== undefined) {
    return (
      <span>
        {t('paths.refused')} <CaseTime at={path.refusedAt} short />
      </span>
    );
  }
  return <span class="dim">{t('notYet')}</span>;
}

export function VictimEyeSlide({ person, lines }: { person: string; lines: readonly VictimEyeLine[] }) {
  const t = useT('debrief');
  return (
    <div class="victim-eye">
      <div class="victim-eye-face">
        <PersonFace person={person} size={140} />
      </div>
      <div class="stack">
        {partsOf(lines).map(([part, some]) => (
          <section key={part} class={`victim-eye-${part}`}>
            <h2>{t(`victimEye.${part}`)}</h2>
            <ol class="plain">
              {some.map((line, index) => (
                <li key={index}>
                  <CaseTime at={line.at} short />
                  <VictimEyeText line={line} />
                </li>
              ))}
            </ol>
          </section>
        ))}
      </div>
      <p class="dim victim-eye-note">{t('victimEye.note')}</p>
    </div>
  );
}

/** Facts first, then the authored lines; empty parts are left out. */
export const partsOf = (lines: readonly VictimEyeLine[]): ['facts' | 'words', VictimEyeLine[]][] => {
  const facts = lines.filter(({ line }) => isVictimFact(line));
  const words = lines.filter(({ line }) => !isVictimFact(line));
  const parts: ['facts' | 'words', VictimEyeLine[]][] = [
    ['facts', facts],
    ['words', words],
  ];
  return parts.filter(([, some]) => some.length > 0);
};

/** An authored line in the person's own terms, or a counted one. */
export function VictimEyeText({ line }: { line: VictimEyeLine }) {
  useT('debrief');
  const { card } = useKit();
  if (isVictimFact(line.line)) {
    const { times = 1, minutes = 0 } = line.params;
    const values = { count: Number(times), time: formatSpan(Number(minutes) * MINUTE) };
    return <span>{textForId('debrief', `victimEye.${line.line}`, values)}</span>;
  }
  const found = card(`victim-eye:${line.line}`);
  return <span dir="auto">{found?.text ?? found?.title ?? '…'}</span>;
}
