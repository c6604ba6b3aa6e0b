/** How much is asked of each benchmark. */
export interface Scale {
  /** Paired rounds of what is short. */
  rounds: number;
  loadRounds: number;
  saturationRounds: number;
  loadSeconds: number;
  soakSeconds: number;
}

export const WHOLE: Scale = { rounds: 15, loadRounds: 10, saturationRounds: 10, loadSeconds: 3, soakSeconds: 30 };
/** For development: says whether it works, and roughly where it stands. */
export const QUICK: Scale = { rounds: 5, loadRounds: 3, saturationRounds: 2, loadSeconds: 2, soakSeconds: 10 };
