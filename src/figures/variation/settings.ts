import type { Settings } from '../../workspace/settings.js';
import type { VariationSettings } from './label-variation.js';

/** How series are read, as scorecard.yml says it. */
export function variationSettings({ variation }: Settings): VariationSettings {
  return {
    fewestPoints: variation.fewest_points,
    fewestForAssurance: variation.fewest_points_for_assurance,
    screensOutliers: variation.screen_outliers,
    steps: variation.steps,
  };
}
