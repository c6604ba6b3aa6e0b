import { testWounds } from './suite.ts';

testWounds('trial-match');
