/** Where lists are at a desk. */
export const listKeys = [
  { key: 'J、K', does: '在名单里往下、往上' },
  { key: '回车', does: '打开选中的一件' },
] as const

export const phones = {
  triage: '本乡镇（街道）分流岗',
  office: '司法所',
  police: '派出所（紧急的打 110）',
  duty: '综治中心值班',
  bureau: '区司法局',
  committee: '乡镇（街道）人民调解委员会',
  admin: '管理员（忘了密码、换岗位）',
} as const
