import { UserError } from '../problems.js';
import { localDate } from './local-date.js';

/**
 * The day that a record says it was made on: of SOURCE_DATE_EPOCH, seconds since 1970, where that is set, else today's.
 * @throws UserError 2 where it is set to something else
 */
export function today(environment: NodeJS.ProcessEnv = process.env): string {
  const epoch = environment.SOURCE_DATE_EPOCH;
  if (epoch === undefined || epoch === '') return localDate(new Date());
  const date = new Date(Number(epoch) * 1000);
  if (/^\d+$/.test(epoch) && !Number.isNaN(date.getTime())) return date.toISOString().slice(0, 10);
  const message = `SOURCE_DATE_EPOCH is "${epoch}"; it must be seconds since 1970, such as 1601510400.`;
  throw UserError.of(2, 'source-date', message);
}
