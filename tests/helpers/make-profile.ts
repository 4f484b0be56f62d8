/** Contents of a profile: XYZ of its primaries under D50, and the gamma of its curves. */
export interface ProfileParts {
  /** Name that programs show. */
  readonly name: string;
  /** Columns of red, green and blue; a grey profile has none. */
  readonly primaries?: readonly (readonly [number, number, number])[];
  /** 1 is linear; `srgb` is the curve of sRGB, in 1024 steps. */
  readonly gamma: number | 'srgb';
}

/** Primaries of sRGB and of Display P3, adapted to D50 (IEC 61966-2-1; SMPTE EG 432-1). */
export const PRIMARIES = {
  srgb: [
    [0.43607, 0.22249, 0.01392],
    [0.38515, 0.71687, 0.09708],
    [0.14307, 0.06061, 0.7141],
  ],
  p3: [
    [0.51512, 0.2412, -0.00105],
    [0.29198, 0.69225, 0.04189],
    [0.1571, 0.06657, 0.78407],
  ],
} as const;

/** Creates a small ICC display profile (ICC.1:2001-04). */
export function makeProfile({ name, primaries, gamma }: ProfileParts): Buffer {
  const curve = encodeCurve(gamma);
  const colorants = (primaries ?? []).flatMap((primary, index): [string, Buffer][] => [
    [`${'rgb'[index]}XYZ`, encodeXyz(primary)],
    [`${'rgb'[index]}TRC`, curve],
  ]);
  const tags: [string, Buffer][] = [
    ['desc', encodeName(name)],
    ['wtpt', encodeXyz([0.9642, 1, 0.8249])],
    ...(primaries ? colorants : [['kTRC', curve] as [string, Buffer]]),
  ];
  const table = Buffer.alloc(4 + 12 * tags.length);
  table.writeUInt32BE(tags.length, 0);
  const values: Buffer[] = [];
  let at = 128 + table.length;
  tags.forEach(([tag, value], index) => {
    table.write(tag, 4 + 12 * index, 'latin1');
    table.writeUInt32BE(at, 8 + 12 * index);
    table.writeUInt32BE(value.length, 12 + 12 * index);
    const padded = Buffer.concat([value, Buffer.alloc((4 - (value.length % 4)) % 4)]);
    values.push(padded);
    at += padded.length;
  });
  const header = Buffer.alloc(128);
  header.writeUInt32BE(at, 0);
  header.writeUInt32BE(0x02400000, 8);
  header.write(`mntr${primaries ? 'RGB ' : 'GRAY'}XYZ `, 12, 'latin1');
  header.write('acsp', 36, 'latin1');
  encodeXyz([0.9642, 1, 0.8249]).copy(header, 68, 8);
  return Buffer.concat([header, table, ...values]);
}

function encodeXyz(numbers: readonly number[]): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write('XYZ ', 0, 'latin1');
  numbers.forEach((number, index) => {
    bytes.writeInt32BE(Math.round(number * 65_536), 8 + 4 * index);
  });
  return bytes;
}

function encodeCurve(gamma: ProfileParts['gamma']): Buffer {
  const steps = 1024;
  const numbers =
    gamma === 'srgb'
      ? Array.from({ length: steps }, (_, step) => toLinear(step / (steps - 1)) * 65_535)
      : [gamma * 256];
  const bytes = Buffer.alloc(12 + 2 * numbers.length);
  bytes.write('curv', 0, 'latin1');
  bytes.writeUInt32BE(numbers.length, 8);
  numbers.forEach((number, index) => {
    bytes.writeUInt16BE(Math.round(number), 12 + 2 * index);
  });
  return bytes;
}

/** Converts an sRGB value to linear light, both from 0 to 1 (IEC 61966-2-1). */
export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Converts linear light to an sRGB value, both from 0 to 1 (IEC 61966-2-1). */
export function fromLinear(light: number): number {
  return light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
}

function encodeName(name: string): Buffer {
  const bytes = Buffer.alloc(12 + name.length + 1 + 78);
  bytes.write('desc', 0, 'latin1');
  bytes.writeUInt32BE(name.length + 1, 8);
  bytes.write(name, 12, 'latin1');
  return bytes;
}
