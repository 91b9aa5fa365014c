/** What makes a folder a workspace. */
export const SETTINGS_FILE = 'scorecard.yml';
