/** Something that must not be done; `article` only where its text was read (law.md). */
export type Cannot = { say: string; article?: string }

const people = (article: string) => `人民调解法第${article}`

/** What one or the other card forbids. */
export const cannot = {
  fee: { say: '不收任何费用，也不收材料费、跑腿费', article: people('4条') },
  gift: { say: '不收当事人的钱物和好处', article: people('15条第3项') },
  money: { say: '不替人保管、转交钱：钱在双方之间直接给，收的人写收条' },
  force: { say: '不强迫调解：一方明确不愿意的不调解，谈着不愿意了随时可以停', article: people('17条、第23条') },
  courts: { say: '不因为调解了，就不让人去仲裁、找行政机关、打官司', article: people('3条第3项') },
  bias: { say: '不偏袒一方，不侮辱当事人', article: people('15条') },
  secret: { say: '不泄露当事人的隐私和商业秘密', article: people('15条第4项') },
  concession: { say: '双方谈的时候作的让步，不写进移送、协办和给法院的材料', article: '民诉法解释第107条' },
  hand: { say: '没有告知并取得当事人单独同意，或者没有法律依据，不把个人信息给别的单位', article: '个人信息保护法第23条' },
  children: { say: '未成年人受侵害的不能捂着、不能只调解，要立即报告', article: '未成年人保护法第11条' },
  violence: { say: '家庭暴力的不逼着和好；没有完全行为能力的人受害，要及时报警', article: '反家庭暴力法第14条' },
  danger: { say: '可能激化、可能犯罪的，不能只记下来，要采取措施并向公安等部门报告', article: people('25条') },
  crime: { say: '犯罪不能靠调解了结；发现可能犯罪的，及时向公安机关等部门报告', article: people('25条') },
  backdate: { say: '不改当事人申请调解的时间：诉讼时效从那时中断', article: '诉讼时效规定第12条' },
  promise: { say: '治安案件协议履行以前，不许诺“调好了就不处罚”', article: '治安管理处罚法第9条' },
  suspect: { say: '疑似串通、编造的，停下来报告，不能调', article: '特邀调解规定第18条' },
  board: { say: '不把查到的电话、证件号抄下来，不截图发到群里', article: '个人信息保护法第51条' },
  pass: { say: '看到的内容不作别的用，不转给别人', article: '政务数据共享条例第25条' },
  account: { say: '不把账号、密码借给别人，替班的用自己的账号' },
  share: { say: '一次性密码、查询码不发到群里，当面或者电话告诉本人' },
} as const satisfies Record<string, Cannot>
