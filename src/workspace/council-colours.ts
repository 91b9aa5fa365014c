import { z } from 'zod';
import { contrastOnWhite, isReadableOnWhite, nearestReadable, READABLE } from './contrast.js';

/** The council's two colours: main for headings, links and its own series in charts, accent for the target. */
export interface CouncilColours {
  readonly main: string;
  readonly accent: string;
}

export const DEFAULT_COLOURS: CouncilColours = { main: '#12436d', accent: '#801650' };

/** #rgb or #rrggbb; gives #rrggbb in small letters. Lines and words are drawn in it, so it must be readable on white. */
const colour = z
  .custom<string>(isHex, { error: 'a colour in quotes, such as "#12436d"', abort: true })
  .transform(sixDigits)
  .refine(isReadableOnWhite, { error: issue => contrastAdvice(String(issue.input)) });

export const coloursSchema = z.strictObject({ main: colour.optional(), accent: colour.optional() });

interface CouncilLooks {
  readonly council: { readonly colours?: z.infer<typeof coloursSchema> | undefined };
}

export function councilColours({ council }: CouncilLooks): CouncilColours {
  return {
    main: council.colours?.main ?? DEFAULT_COLOURS.main,
    accent: council.colours?.accent ?? DEFAULT_COLOURS.accent,
  };
}

/** Without quotes YAML takes # for the start of a remark, and nothing is given. */
function isHex(value: unknown): boolean {
  return typeof value === 'string' && /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value);
}

function sixDigits(text: string): string {
  const digits = text.slice(1).toLowerCase();
  return digits.length === 6 ? `#${digits}` : `#${[...digits].map(digit => digit + digit).join('')}`;
}

function contrastAdvice(found: string): string {
  // Cut, not rounded: 4.49 must not be printed as the 4.5 that it misses.
  const ratio = Math.floor(contrastOnWhite(found) * 100) / 100;
  return `a colour of at least ${READABLE}:1 on white, and this one has ${ratio}:1; the nearest darker one is "${nearestReadable(found)}"`;
}
