/** Every inject can fire, and asks something only of those who receive it. */
import type { Check } from '../case-under-check.ts';
import { firingInjects, whyNever } from '../play-facts.ts';

export const checkInjects: Check = (subject) => {
  const { scenario, report } = subject;
  const firing = firingInjects(scenario);
  for (const [id, inject] of Object.entries(scenario.injects)) {
    if (!firing.has(id))
      report(
        'INJECT_NEVER_FIRES',
        ['injects', id],
        { inject: id, why: 'it has no time and no condition, and is no pocket inject' },
        'key',
      );
    if (inject.at !== undefined && inject.at < scenario.starts) {
      report('INJECT_NEVER_FIRES', ['injects', id, 'at'], { inject: id, why: 'its time is before the case starts' });
    }
    const why =
      inject.when && inject.at === undefined && inject.pocket === undefined
        ? whyNever(inject.when, subject)
        : undefined;
    if (why !== undefined) report('INJECT_NEVER_FIRES', ['injects', id, 'when'], { inject: id, why }, 'key');
    for (const [index, role] of (inject.expects?.who ?? []).entries()) {
      if (inject.to.includes(role) || inject.to.includes('everyone') || !subject.known.role.has(role)) continue;
      report('INJECT_EXPECTS_TOO_MUCH', ['injects', id, 'expects', 'who', index], { inject: id, role });
    }
  }
};
