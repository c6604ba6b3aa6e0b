/** What a timer does when it falls due. Timers are kept in the world, in case time. */
export type TimerAction =
  | { do: 'chart'; chart: string; event: string }
  | { do: 'arrive'; seat: string }
  | { do: 'search-end'; seat: string }
  | { do: 'analysis-end'; item: string }
  | { do: 'perish'; item: string }
  | { do: 'inject'; inject: string }
  | { do: 'answer'; request: string }
  | { do: 'vetted'; interview: string; helper: string; by: string }
  | { do: 'receive'; referral: string }
  | { do: 'person-arrives'; person: string; place: string; by: string }
  | { do: 'effect'; effect: unknown; cause: string }
  | { do: 'expectation'; inject: string }
  | { do: 'duty'; duty: string; person: string }
  | { do: 'consent-end'; consent: string }
  | { do: 'check' };
