/** Numbers in rows, columns and channels, the channels of a place side by side. */
export interface Field {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
  readonly data: Float32Array;
}

function fieldOf(height: number, width: number, channels: number): Field {
  return { height, width, channels, data: new Float32Array(height * width * channels) };
}

/** How the network lets small negative values through. */
const LEAK = 0.1;

function addBiasAndLeak({ data, channels }: Field, bias: Float32Array, leaks: boolean): void {
  for (let at = 0; at < data.length; at += channels) {
    for (let channel = 0; channel < channels; channel += 1) {
      const value = (data[at + channel] ?? 0) + (bias[channel] ?? 0);
      data[at + channel] = leaks && value < 0 ? value * LEAK : value;
    }
  }
}

/** A full 3 × 3 convolution without a border: the field becomes two smaller each way. */
export function convolve3(input: Field, filters: Float32Array, bias: Float32Array): Field {
  const { channels, width, data } = input;
  const out = fieldOf(input.height - 2, width - 2, bias.length);
  const many = bias.length;
  for (let row = 0; row < out.height; row += 1) {
    for (let column = 0; column < out.width; column += 1) {
      const to = (row * out.width + column) * many;
      for (let tap = 0; tap < 9; tap += 1) {
        const from = ((row + Math.floor(tap / 3)) * width + column + (tap % 3)) * channels;
        for (let channel = 0; channel < channels; channel += 1) {
          const value = data[from + channel] ?? 0;
          const weight = (tap * channels + channel) * many;
          for (let made = 0; made < many; made += 1) {
            out.data[to + made] = (out.data[to + made] ?? 0) + value * (filters[weight + made] ?? 0);
          }
        }
      }
    }
  }
  addBiasAndLeak(out, bias, true);
  return out;
}

/** Each channel with its own 3 × 3 filter, edges padded with nothing, then all channels mixed place by place. */
export function convolveApart(input: Field, own: Float32Array, mix: Float32Array, bias: Float32Array): Field {
  return mixChannels(convolveOwn(input, own), mix, bias, true);
}

function convolveOwn(input: Field, own: Float32Array): Field {
  const { height, width, channels, data } = input;
  const out = fieldOf(height, width, channels);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const to = (row * width + column) * channels;
      for (let tap = 0; tap < 9; tap += 1) {
        const [y, x] = [row + Math.floor(tap / 3) - 1, column + (tap % 3) - 1];
        if (y < 0 || y >= height || x < 0 || x >= width) continue;
        const from = (y * width + x) * channels;
        for (let channel = 0; channel < channels; channel += 1) {
          out.data[to + channel] =
            (out.data[to + channel] ?? 0) + (data[from + channel] ?? 0) * (own[tap * channels + channel] ?? 0);
        }
      }
    }
  }
  return out;
}

/** A convolution of one place: every channel of a place from all of it. */
export function mixChannels(input: Field, mix: Float32Array, bias: Float32Array, leaks: boolean): Field {
  const { channels, data } = input;
  const many = bias.length;
  const out = fieldOf(input.height, input.width, many);
  for (let place = 0; place < input.height * input.width; place += 1) {
    const to = place * many;
    for (let channel = 0; channel < channels; channel += 1) {
      const value = data[place * channels + channel] ?? 0;
      const weight = channel * many;
      for (let made = 0; made < many; made += 1) {
        out.data[to + made] = (out.data[to + made] ?? 0) + value * (mix[weight + made] ?? 0);
      }
    }
  }
  addBiasAndLeak(out, bias, leaks);
  return out;
}

/** The greatest of each 2 × 2 places, every second place or every one; beyond the edge there is nothing. */
export function greatestOf4(input: Field, step: 1 | 2): Field {
  const { height, width, channels, data } = input;
  const out = fieldOf(Math.ceil(height / step), Math.ceil(width / step), channels);
  for (let row = 0; row < out.height; row += 1) {
    for (let column = 0; column < out.width; column += 1) {
      const [y, x] = [row * step, column * step];
      const to = (row * out.width + column) * channels;
      const right = x + 1 < width ? 1 : 0;
      const below = y + 1 < height ? 1 : 0;
      const [a, b] = [(y * width + x) * channels, (y * width + x + right) * channels];
      const [c, d] = [((y + below) * width + x) * channels, ((y + below) * width + x + right) * channels];
      for (let channel = 0; channel < channels; channel += 1) {
        out.data[to + channel] = Math.max(
          data[a + channel] ?? 0,
          data[b + channel] ?? 0,
          data[c + channel] ?? 0,
          data[d + channel] ?? 0,
        );
      }
    }
  }
  return out;
}
