/** Said on stderr before record ids are printed, so that it is in no file that a table goes to. */
export const CASES_WARNING =
  "These are record ids of children's cases: for the people who work on them only. Never publish or forward them.";
