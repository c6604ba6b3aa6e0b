/** The checks a case must pass, one small file each. Their order does not matter: findings are sorted by place. */
import type { Check } from '../case-under-check.ts';
import { checkConditions } from './conditions.ts';
import { checkEffects } from './effects.ts';
import { checkLawReferences, type LawCheck } from './law.ts';
import { checkReferences } from './references.ts';
import { checkStatecharts } from './statecharts.ts';

export const CHECKS: readonly Check[] = [checkReferences, checkConditions, checkEffects, checkStatecharts];

export const LAW_CHECKS: readonly LawCheck[] = [checkLawReferences];
