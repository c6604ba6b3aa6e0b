/** A condition as a tree that marks which parts hold and which part blocks. */
import type { ConditionPart } from '../../shared/preview/why-not.ts';
import { useT } from '../ui/kit/index.ts';

export function ConditionTree({ part }: { part: ConditionPart }) {
  const t = useT('preview');
  const sign = part.holds ? '✓' : '✗';
  return (
    <div class={['condition', part.holds ? 'holds' : '', part.blocks ? 'blocks' : ''].filter(Boolean).join(' ')}>
      <span class="sign" role="img" aria-label={t(part.holds ? 'why.holds' : 'why.doesNot')}>
        {sign}
      </span>
      {part.group ? (
        <div class="group">
          <span class="small dim">{t(`why.group.${part.group}`, { count: part.atLeast ?? 1 })}</span>
          <ul class="plain">
            {part.parts.map((inner, index) => (
              <li key={index}>
                <ConditionTree part={inner} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        <code>
          {part.words}
          {part.blocks && <span class="visually-hidden"> {t('why.blocks')}</span>}
        </code>
      )}
    </div>
  );
}
