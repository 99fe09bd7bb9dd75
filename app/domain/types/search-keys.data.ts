type Keys = readonly (readonly [full: string, initials: string])[]

const of = (keys: string): Keys => keys.split(', ').map((key) => key.split(' ') as [string, string])

/**
 * How each name and word of types.data.ts sounds: pinyin without tones, and its initials; the name first. Stored, so that
 * searching a type needs no dictionary; a test holds it against the dictionary, which must agree after a word changes.
 */
export const searchKeys: Readonly<Record<string, Keys>> = {
  '01': of('hunyinjiatingjiufen hyjtjf, lihun lh, fuqi fq, jiawushi jws, fenjia fj, fuyang fy, caili cl, jiabao jb'),
  '0101': of('shanyang sy, yanglao yl, laoren lr, fumu fm, huli hl'),
  '0102': of('lihuncaichan lhcc, fuqicaichan fqcc, fengecaichan fgcc'),
  '0103': of('zinvfuyang znfy, fuyangfei fyf, tanwang tw'),
  '0104': of('jichengfenjiaxichan jcfjxc, yichan yc, yizhu yz, fenjia fj'),
  '02': of('linlijiufen lljf, linju lj, gebi gb, xianglin xl, chaojia cj'),
  '0201': of('zaoshengraomin zsrm, chaonao cn, jiuba jb, yinxiang yx, goujiao gj'),
  '0202': of('xianglintongxing xltx, zhanlu zl, daolu dl, guodao gd, dulu dl, danglu dl'),
  '0203': of('xianglinyongshuipaishui xlysps, shuigou sg, guangai gg, wushui ws, wuyandishui wyds'),
  '03': of('fangwufangchanzhaijidijiufen fwfczjdjf, fangzi fz, laozhai lz, jianfang jf, maifang mf, yuanqiang yq'),
  '0301': of('zhaijidi zjd, laozhai lz, diji dj, yuanqiang yq, dishuijie dsj'),
  '0302': of('jianfangxiushan jfxs, gaifang gf, shigong sg, caiguang cg, kailie kl'),
  '04': of('hetongjiufen htjf, jieqian jq, qiankuan qk, zujin zj, dingjin dj, weiyue wy, daikuan dk, jinrong jr'),
  '0401': of(
    'kezhanfangwuzulin kzfwzl, minsuzulin mszl, yuanzizulin yzzl, zuyuanzi zyz, fangdong fd, zhangzu zz, ' +
    'huiyue hy, zhuanzu zz',
  ),
  '0402': of('minjianjiedai mjjd, jieqian jq, jietiao jt, qiantiao qt, lixi lx'),
  '0403': of('maimai mm, huokuan hk, shengchu sc, niuma nm, liangshi ls, dingjin dj'),
  '0404': of('fangwuzulin fwzl, zufang zf, fangzu fz, yajin yj, pumian pm'),
  '0405': of('chenglanzhuangxiu clzx, zhuangxiukuan zxk, gongchengkuan gck, fangong fg'),
  '05': of('shengchanjingyingjiufen scjyjf, shengyi sy, hehuo hh, dianpu dp, chengbaojingying cbjy'),
  '0501': of('hehuojingying hhjy, hehuo hh, sanhuo sh, fenhong fh'),
  '06': of('sunhaipeichangjiufen shpcjf, dajia dj, shoushang ss, yiyaofei yyf, peiqian pq, sunhuai sh'),
  '0601': of('renshensunhai rssh, dajia dj, dashang ds, yiyaofei yyf'),
  '0602': of('tigonglaowushouhai tglwsh, banggongshoushang bgss, gugong gg, shuaishang ss, shangcan sc'),
  '0603': of('dongwuzhihai dwzh, gouyao gy, shengchuchizhuangjia scczj, mapishangren mpsr'),
  '07': of(
    'shanlintudijiufen sltdjf, dijie dj, tiandi td, chengbaodi cbd, lindi ld, shumu sm, caochang cc, ' +
    'shuigou sg',
  ),
  '0701': of('chengbaodijie cbdj, tiangeng tg, digeng dg, chengbaohetong cbht, chahuadi chd'),
  '0702': of('shanlinquanshu slqs, linquan lq, lindi ld, shanjie sj, kanshu ks'),
  '0703': of('tudiliuzhuan tdlz, zudi zd, zhuanbao zb, liuzhuanfei lzf'),
  '0704': of('fenshan fs, fendi fd, zufen zf, qianfen qf, mudi md'),
  '08': of('zhengdichaiqianjiufen zdcqjf, zhengshou zs, chaiqian cq, buchangkuan bck, anzhi az'),
  '0801': of('zhengdibuchang zdbc, buchangkuan bck, qingmiaofei qmf, anzhifei azf'),
  '09': of('huanjingwuranjiufen hjwrjf, youyan yy, chouwei cw, feishui fs, fenchen fc, laji lj'),
  '0901': of('jingyingyouyanzaosheng jyyyzs, canguanyouyan cgyy, shaokao sk, paiwu pw'),
  '10': of('laodongzhengyijiufen ldzyjf, gongzi gz, qianxin qx, dagong dg, nongmingong nmg, gongshang gs, citui ct'),
  '1001': of('laodongbaochou ldbc, gongzi gz, qianxin qx, taoxin tx, nongmingonggongzi nmggz, gongqian gq'),
  '1002': of('gongshangdaiyu gsdy, gongshang gs, shangcanbuzhu scbz'),
  '11': of('lvyoujiufen lyjf, youke yk, daoyou dy, lvxingshe lxs, tuituan tt, minsu ms, jiudian jd, kezhan kz'),
  '1101': of('lvyouzhusu lyzs, dingfang df, tuifang tf, minsu ms, jiudian jd, kezhanyuding kzyd'),
  '1102': of('baochexingcheng bcxc, baoche bc, siji sj, xingcheng xc, lvpai lp, yiriyou yry'),
  '1103': of('lvyougouwu lygw, yinqi yq, yushi ys, tuihuo th, chaye cy'),
  '1104': of('qimayouwanshoushang qmywss, madui md, qima qm, shuaishang ss, jingqushoushang jqss'),
  '12': of('xiaofeijiufen xfjf, tuihuo th, jiahuo jh, zhiliang zl, canyin cy, banka bk, tuikuan tk'),
  '1201': of('canyinfuwu cyfw, fanguan fg, zaike zk, yiwu yw'),
  '13': of('yiliaojiufen yljf, yiyuan yy, kanbing kb, shoushu ss, yihuan yh'),
  '1301': of('yiliaosunhai ylsh, yiliaoshigu ylsg, wuzhen wz, shoushu ss'),
  '14': of('daolujiaotongshigujiufen dljtsgjf, chehuo ch, zhuangche zc, shigu sg, jiaotong jt'),
  '1401': of('daolujiaotongrenshensunhai dljtrssh, chehuoshoushang chss, zhuangren zr, jiaotongrenshen jtrs'),
  '1402': of('daolujiaotongcaichansunhai dljtccsh, zhuangche zc, guaceng gc, xiuche xc, jiaotongcaichan jtcc'),
  '15': of('wuyeguanlijiufen wygljf, xiaoqu xq, yezhu yz, tingchewei tcw, dianti dt'),
  '1501': of('wuyefei wyf, guanlifei glf, tuoqianwuyefei tqwyf'),
  '1502': of('guandaoshenshui gdss, loushui ls, fanshui fs, xiashuidao xsd, loushang ls'),
  '16': of('zhishichanquanjiufen zscqjf, shangbiao sb, zhuanli zl, zhuzuoquan zzq, qinquan qq'),
  '17': of('hulianwangjiufen hlwjf, wanggou wg, zhibo zb, wangluo wl, chaping cp'),
  '1701': of('wangluogouwu wlgw, wanggou wg, kuaidi kd'),
  '99': of('qitajiufen qtjf, cunwu cw, qita qt'),
}
