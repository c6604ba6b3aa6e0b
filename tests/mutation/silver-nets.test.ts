import { testWounds } from './suite.ts';

testWounds('silver-nets');
