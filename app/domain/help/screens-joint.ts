import type { Screen } from './screen'

/** Between the desks: who was called, what was offered and not taken, the load of the townships. */
export const jointScreens: readonly Screen[] = [
  {
    at: '/whistles',
    title: '吹哨',
    lines: [
      '吹哨从纠纷里办：点“请别的单位协办”，再点“吹哨”。',
      '一次可以请几个部门，各写多少小时内到场、哪天前答复。',
      '上面数各部门被吹几次、按时几次、迟了几次，点数字看名单。',
      '部门不动的，打开那件点“催办”，一天一次。',
      '部门在电话里答复的，打开那件替它登记，路径上写明是代。',
    ],
  },
]
