import { testWounds } from './suite.ts';

testWounds('hello-baraza');
