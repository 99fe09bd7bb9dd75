/** Five lines: what to do next on a screen, in the office's words; each at most 45 characters. */
export type Five = readonly [string, string, string, string, string]

/** The help of a screen. */
export type Help = { title: string; lines: Five }

/** `at`: its address, `*` for one part that differs. */
export type Screen = Help & { at: string }
