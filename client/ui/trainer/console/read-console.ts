/** Reads the state of the console from the server. */
import type { ConsoleAnswer } from '../../../../shared/console/console.ts';
import { type ApiResult, call } from '../../../connection/api.ts';

export const readConsole = (exercise: string): Promise<ApiResult<ConsoleAnswer>> =>
  call<ConsoleAnswer>(`/api/exercises/${encodeURIComponent(exercise)}/console`);
