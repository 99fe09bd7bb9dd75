/** How two disputes go together; each is handled by itself. */
export const linkKinds = {
  related: { label: '有关联' },
  again: { label: '再次发生' },
  splitOff: { label: '拆出' },
} as const

export type LinkKind = keyof typeof linkKinds
/** What a person says of two that are there; one that was split off is so by its own act. */
export const { splitOff: _made, ...saidKinds } = linkKinds
