// Numbers, dates and ages as people read them.
import { lang, locale, t } from './words.js';

const formats = new Map();
const MOST_DECIMALS = 6; // of a price of one unit
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:[,\s]\d{3})+(?:\.\d+)?$/;
const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** A decimal as a whole number of its last place, so that nothing is lost by counting in twos. */
function exact(value) {
  const [, sign, whole, part = '', power = '0'] = DECIMAL.exec(String(value).trim());
  const places = part.length - Number(power);
  const digits = BigInt(`${sign === '-' ? '-' : ''}${whole}${part}` || '0');
  return places < 0 ? { digits: digits * 10n ** BigInt(-places), places: 0 } : { digits, places };
}

function written({ digits, places }) {
  const text = String(digits < 0n ? -digits : digits).padStart(places + 1, '0');
  const part = places > 0 ? text.slice(-places).replace(/0+$/, '') : '';
  return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - places)}${part && `.${part}`}`;
}

/** The exact sum of decimals, as text. */
export function sumOf(values) {
  const all = values.map(exact);
  const places = Math.max(0, ...all.map((one) => one.places));
  return written({ digits: all.reduce((sum, one) => sum + one.digits * 10n ** BigInt(places - one.places), 0n), places });
}

/** The exact product of two decimals, as text. */
export function productOf(one, other) {
  const [a, b] = [exact(one), exact(other)];
  return written({ digits: a.digits * b.digits, places: a.places + b.places });
}

/** A decimal with at most so many places, half away from zero. */
export function rounded(value, places) {
  const { digits, places: had } = exact(value);
  if (had <= places) {
    return written({ digits, places: had });
  }
  const unit = 10n ** BigInt(had - places);
  const half = digits < 0n ? -unit / 2n : unit / 2n;
  return written({ digits: (digits + half) / unit, places });
}

/** A number as people type it, as the core takes it: in groups of thousands as pages show it, or with a comma before its decimals. */
export function typedNumber(text) {
  const bare = text.replaceAll('，', ',');
  if (GROUPED.test(bare)) {
    return bare.replace(/[,\s]/g, '');
  }
  return /^[+-]?\d+,\d+$/.test(bare) ? bare.replace(',', '.') : bare;
}

export function isDecimal(text) {
  return /^[+-]?\d+(\.\d+)?$/.test(text);
}

function number(key, options) {
  const id = locale() + key;
  if (!formats.has(id)) {
    formats.set(id, new Intl.NumberFormat(locale(), options));
  }
  return formats.get(id);
}

let decimals = {};
let home = '';

/** How many decimals the amounts of each currency have, where these are not two. */
export function useDecimals(known) {
  decimals = known;
}

/** The currency of amounts that name no other: that of the company or the board which is shown. */
export function useCurrency(currency) {
  home = currency ?? '';
}

/** An amount with the decimals of its currency, that of what is shown where none is named. */
export function money(value, currency) {
  const places = decimals[currency || home] ?? 2;
  return number(`money${places}`, { minimumFractionDigits: places, maximumFractionDigits: places }).format(value);
}

/** The same with the code of its currency. */
export function coded(value, currency) {
  return `${money(value, currency)} ${currency || home}`.trim();
}

/** An amount, or a price of one, which may have more decimals than its currency. */
export function priced(value, currency) {
  const places = decimals[currency || home] ?? 2;
  return number(`price${places}`, { minimumFractionDigits: places, maximumFractionDigits: MOST_DECIMALS }).format(value);
}

export function quantity(value) {
  return number('quantity', { maximumFractionDigits: 2 }).format(value);
}

export function percent(value) {
  return number('percent', {
    style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1,
  }).format(value);
}

export function change(value) {
  return number('change', {
    style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero',
  }).format(value);
}

/** A difference with its sign, where a percentage would say nothing. */
export function differenceOf(value, unit) {
  return `${value > 0 ? '+' : ''}${headline(value, unit)}`;
}

/** The difference of two percentages, in percentage points. */
export function pointsOf(value) {
  return `${number('points', { maximumFractionDigits: 1, signDisplay: 'exceptZero' })
    .format(value * 100)} ${t('points')}`;
}

/** A short number for axes: 1.2M, 340K, or 万 in Chinese. */
export function short(value, unit) {
  if (unit === 'PERCENT') {
    return number('axis%', { style: 'percent', maximumFractionDigits: 1 }).format(value);
  }
  return number('short', { notation: 'compact', maximumFractionDigits: 1 }).format(value);
}

export function byUnit(value, unit) {
  if (value === null || value === undefined || value === '') {
    return '–';
  }
  switch (unit) {
    case 'MONEY': return money(value);
    case 'PERCENT': return percent(value);
    case 'COUNT': return number('count', { maximumFractionDigits: 0 }).format(value);
    default: return quantity(value);
  }
}

/** A large figure: whole units from ten thousand on; the exact number stands in its title. */
export function headline(value, unit) {
  if (unit === 'MONEY' && Math.abs(value) >= 10000) {
    return number('whole', { maximumFractionDigits: 0 }).format(value);
  }
  return byUnit(value, unit);
}

export function month(text) {
  const [year, m] = text.split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' })
    .format(new Date(Date.UTC(year, m - 1, 1)));
}

export function period(text) {
  if (!text) {
    return t('allTime');
  }
  const [from, to] = text.split('..');
  return to && to !== from ? `${month(from)} – ${month(to)}` : month(from);
}

export function date(text) {
  const [year, m, d] = text.slice(0, 10).split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' })
    .format(new Date(Date.UTC(year, m - 1, d)));
}

export function moment(instant) {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}

/** The same, of today the time alone: for what is always recent. */
export function recently(instant) {
  const then = new Date(instant);
  const today = then.toDateString() === new Date().toDateString();
  return new Intl.DateTimeFormat(locale(), today
    ? { timeStyle: 'medium' } : { dateStyle: 'medium', timeStyle: 'short' }).format(then);
}

export function age(seconds) {
  const steps = [[86400 * 2, 86400, 'd'], [7200, 3600, 'h'], [120, 60, 'min'], [0, 1, 's']];
  const [, size, unit] = steps.find(([from]) => seconds >= from);
  const count = Math.round(seconds / size);
  const names = lang() === 'zh'
    ? { d: '天', h: '小时', min: '分钟', s: '秒' }
    : { d: 'days', h: 'h', min: 'min', s: 's' };
  return lang() === 'zh' ? `${count} ${names[unit]}${t('old')}` : `${count} ${names[unit]} ${t('old')}`;
}
