import type { Detector } from '../detectors/detector.ts';
import { concerns } from './catalogue.ts';

/** Every detector once, in the order of the catalogue. */
export const ruleDetectors: readonly Detector[] = [
  ...new Map(concerns.flatMap(({ detectors }) => detectors.map((one) => [one.id, one] as const))).values(),
];
