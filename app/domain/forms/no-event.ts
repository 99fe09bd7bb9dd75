/** What has a form like an act and is no event of its own: what the sides are asked, kept with them; making two of one. */
export const noEvents = { willing: '各方愿不愿意调解', away: '谁哪天来不了', splitOff: '拆出一件' } as const
export type NoEvent = keyof typeof noEvents
export const isNoEvent = (name: string): name is NoEvent => Object.hasOwn(noEvents, name)
