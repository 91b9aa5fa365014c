/**
 * Rounding is half away from zero and happens only when a figure is shown. Figures are read at 12 significant digits,
 * because a quotient such as 8.35 is held in binary as 8.3499999999999996 and would round the wrong way.
 */
const SIGNIFICANT_DIGITS = 12;

/** The number without the noise of binary fractions; what ratings and movements compare. */
export function exact(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(SIGNIFICANT_DIGITS));
}

/** Rounded half away from zero to `decimals` places, as text: roundText(-0.5, 0) is "-1". */
export function roundText(value: number, decimals: number): string {
  const magnitude = plainDecimal(Math.abs(exact(value)));
  const [whole = '0', fraction = ''] = magnitude.split('.');
  const kept = fraction.slice(0, decimals).padEnd(decimals, '0');
  const roundsUp = (fraction[decimals] ?? '0') >= '5';
  const scaled = BigInt(whole + kept) + (roundsUp ? 1n : 0n);
  const digits = scaled.toString().padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return value < 0 && scaled !== 0n ? `-${text}` : text;
}

export function round(value: number, decimals: number): number {
  return Number(roundText(value, decimals));
}

/** Without an exponent: 1e-7 as 0.0000001. */
function plainDecimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(20) : text;
}
