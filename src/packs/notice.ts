/** Said on every page of a pack until somebody has approved its commentary; the words of the contract. */
export const UNAPPROVED_NOTICE = 'Draft: the commentary is not approved';
/** Said on every page that is not for publication. */
export const INTERNAL_NOTICE = "For the council's own eyes, not for publication";

/** Said on every page of the edition of a public pack that shows what the public one holds back. */
export function internalEditionNotice(classification: string): string {
  return `${classification}: small numbers are shown, not for publication`;
}
