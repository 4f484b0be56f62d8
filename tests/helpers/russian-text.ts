/** Words of official Russian prose, with what must not stand at a line's end or beginning. */
const PHRASES = [
  'в школе',
  'и на улице',
  'по профилактике наркомании',
  'сотрудники управления',
  'не только',
  'о вреде наркотиков',
  '16 ноября 2024 года',
  'изъято 423 кг',
  'из них 55 человек',
  'со студентами колледжа',
  'противодействие наркопреступности',
  'А. С. Иванов',
  'в г. Алматы',
  'на ул. Абая',
  'школа № 122',
  'прекурсоры - это вещества',
  'от 5 до 8 лет',
  'сказал бы он',
  'за 2023-2025 годы',
  '"Чистое поколение"',
  'межведомственное взаимодействие',
  'МВД и УНП ООН',
  'к 8,5 % случаев',
  'до 10 тыс. тенге',
  'молодёжь',
  'без лечения',
];

/** Russian prose of so many phrases, always the same for the same seed. */
export function makeRussianText(phrases: number, seed = 1): string {
  let state = seed;
  const pick = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return PHRASES[Math.floor((state / 2147483648) * PHRASES.length)];
  };
  return `${Array.from({ length: phrases }, pick).join(' ')}.`;
}
