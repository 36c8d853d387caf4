import type { Random } from './random.ts'
import type { MadeSchool, SchoolKind } from './school.ts'

/** Invented syllables; none of the names made of them is meant to be a real county, town or school. */
const COUNTY_FIRST = '霁砚棠岚浔苇滢穗'.split('')
const COUNTY_SECOND = '川溪坪岭湖洲'.split('')
const TOWNS = (
  '雁塘 青榆 鹿鸣 柏湾 杏坞 芦荻 苍梧 砚池 鹤汀 云台 橘浦 茶垭 桐荫 月牙 清涧 荷风 松涛 竹坞 磨盘 流霞 ' +
  '晒谷 凤冠 石鼓 银杏 采桑 观澜 渔梁 梅岭 蓼花 听泉 稻香 望岳 浣纱 半山 长堤 金盏 碧螺 铜锣 沧浪 星斗'
).split(' ')
const VILLAGE_FIRST = '向丰新红永东西南北和康兴富胜龙凤金银玉长平安泉青白大小高双团'.split('')
const VILLAGE_SECOND = '坡坝湾沟岗店渡桥坊庄田垭坪河井'.split('')
const KINDERGARTENS = (
  '蒲公英 七色花 小橘灯 向日葵 金摇篮 小白鸽 红蜻蜓 小海星 萤火虫 小脚丫 彩虹桥 麦田 童画 小种子 智慧树 ' +
  '百灵鸟 小水滴 棉花糖 月亮船 小松果'
).split(' ')

/** The kinds in the order in which a county is filled; four in ten are kindergartens. */
const MIX: SchoolKind[] = [
  'kindergarten',
  'primary',
  'junior',
  'kindergarten',
  'primary',
  'nineYear',
  'kindergarten',
  'point',
  'primary',
  'kindergarten',
]

const KIND_WORDS: Record<SchoolKind, { word: string; type: string; typeName: string }> = {
  kindergarten: { word: '幼儿园', type: '111', typeName: '幼儿园' },
  primary: { word: '小学', type: '211', typeName: '小学' },
  point: { word: '教学点', type: '218', typeName: '小学教学点' },
  junior: { word: '初级中学', type: '311', typeName: '初级中学' },
  nineYear: { word: '九年一贯制学校', type: '312', typeName: '九年一贯制学校' },
}
const ID_PREFIX: Record<SchoolKind, string> = {
  kindergarten: '1197',
  primary: '2197',
  point: '2197',
  junior: '3197',
  nineYear: '3197',
}

export interface MadePlaces {
  county: string
  towns: string[]
}

/** A county with one town for about eight schools. */
export function makePlaces(random: Random, schools: number, suffix: '县' | '区'): MadePlaces {
  const count = Math.min(TOWNS.length, Math.max(3, Math.ceil(schools / 8)))
  return {
    county: `${random.pick(COUNTY_FIRST)}${random.pick(COUNTY_SECOND)}${suffix}`,
    towns: random
      .shuffle(TOWNS)
      .slice(0, count)
      .map((name, index) => `${name}${index % 3 === 2 ? '乡' : '镇'}`),
  }
}

/**
 * Schools with names and short names that occur once each.
 *
 * @param closed how many more schools are in the register as 停办
 */
export function makeSchools(
  random: Random,
  places: MadePlaces,
  count: number,
  closed: number,
): MadeSchool[] {
  const villages = random.shuffle(
    VILLAGE_FIRST.flatMap((first) => VILLAGE_SECOND.map((second) => first + second)),
  )
  const seen = new Set<string>()
  const serials: Partial<Record<string, number>> = {}
  return Array.from({ length: count + closed }, (_, index) => {
    const kind = index < count ? (MIX[index % MIX.length] ?? 'primary') : 'point'
    const town = places.towns[Math.floor(index / 2) % places.towns.length] ?? ''
    const { word, type, typeName } = KIND_WORDS[kind]
    const central = `${town}-${kind}`
    const stem = town.slice(0, -1)
    let own = kind === 'point' || seen.has(central) ? '' : kind === 'junior' ? '' : '中心'
    let shortName = `${stem}${own}${word}`
    if (own === '' && (kind !== 'junior' || seen.has(central))) {
      const village = villages[index % villages.length] ?? ''
      const again = index >= villages.length ? `第${Math.floor(index / villages.length) + 1}` : ''
      own =
        kind === 'kindergarten'
          ? `${KINDERGARTENS[index % KINDERGARTENS.length] ?? ''}${village}`
          : `${village}${again}`
      shortName = `${own}${word}`
    }
    seen.add(central)
    const serial = (serials[ID_PREFIX[kind]] ?? 0) + random.int(1, 3)
    serials[ID_PREFIX[kind]] = serial
    const countryside = own !== '中心' && kind !== 'junior'
    return {
      id: `${ID_PREFIX[kind]}${String(1000 + serial).padStart(6, '0')}`,
      name: `${places.county}${town}${own}${word}`,
      shortName,
      town,
      place: countryside ? '220' : town.endsWith('乡') ? '210' : '121',
      kind,
      type,
      typeName,
      holder:
        kind === 'kindergarten' && countryside
          ? random.pick(['公办', '普惠性民办', '普惠性民办', '民办'])
          : '公办',
      active: index < count,
    }
  })
}
