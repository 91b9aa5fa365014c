/** Printed on every public page until small numbers are suppressed; the words are the contract's. */
export const DRAFT_NOTICE = 'Draft: small numbers not suppressed, not for publication';
/** Printed on every page that is not for publication. */
export const INTERNAL_NOTICE = "For the council's own eyes, not for publication";
