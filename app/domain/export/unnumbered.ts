import { maskIdentityNumber, maskPhone } from '../privacy/masking'

/** What people wrote, for a table that leaves the system: whatever looks like a number of identity or a mobile telephone is masked. */
export const unnumbered = (text: string): string =>
  text
    .replace(/(?<![0-9A-Za-z])\d{17}[\dXx](?![0-9A-Za-z])/g, (number) => maskIdentityNumber(number))
    .replace(/(?<!\d)1[3-9]\d{9}(?!\d)/g, (number) => maskPhone(number))
