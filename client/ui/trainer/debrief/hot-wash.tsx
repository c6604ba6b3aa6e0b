/** The hot wash after the end: feelings first, then events. */
import './hot-wash.css';
import { LinkButton, useT } from '../../kit/index.ts';
import { useRoom } from '../class/room.tsx';
import { TrainerBar } from '../shell/trainer-bar.tsx';
import { classPath } from '../shell/trainer-route.ts';

export function HotWash() {
  const t = useT('trainer');
  const { exercise } = useRoom();
  return (
    <>
      <TrainerBar title={exercise.title} />
      <main class="hot-wash" id="content">
        <header class="stack tight">
          <p class="dim">{t('shared.exerciseEnded')}</p>
          <h2 class="hot-wash-title">{t('hotWash.title')}</h2>
          <p class="hot-wash-lead">{t('hotWash.lead')}</p>
        </header>
        <div class="hot-wash-cards">
          {(['feel', 'plus', 'delta'] as const).map((card) => (
            <section class="card" key={card} data-card={card}>
              <h3>{t(`hotWash.${card}.title`)}</h3>
              <p>{t(`hotWash.${card}.text`)}</p>
            </section>
          ))}
        </div>
        <ul class="hot-wash-rules">
          {(['one', 'two', 'three'] as const).map((rule) => (
            <li key={rule}>{t(`hotWash.rule.${rule}`)}</li>
          ))}
        </ul>
        <p class="row">
          <LinkButton href={classPath(exercise.exercise, 'debrief')}>{t('hotWash.go')}</LinkButton>
          <LinkButton href={classPath(exercise.exercise, 'report')} kind="quiet">
            {t('hotWash.report')}
          </LinkButton>
        </p>
      </main>
    </>
  );
}
