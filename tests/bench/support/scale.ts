/** The size of each benchmark. */
export interface Scale {
  /** Paired rounds of short benchmarks. */
  rounds: number;
  loadRounds: number;
  saturationRounds: number;
  loadSeconds: number;
  stallSeconds: number;
  loadTargetSeconds: number;
}

export const WHOLE: Scale = {
  rounds: 15,
  loadRounds: 10,
  saturationRounds: 6,
  loadSeconds: 2.5,
  stallSeconds: 60,
  loadTargetSeconds: 15,
};
/** For development: shows whether it works, with rough figures. */
export const QUICK: Scale = {
  rounds: 5,
  loadRounds: 3,
  saturationRounds: 2,
  loadSeconds: 2,
  stallSeconds: 8,
  loadTargetSeconds: 5,
};
