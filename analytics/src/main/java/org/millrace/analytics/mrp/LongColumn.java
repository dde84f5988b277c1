package org.millrace.analytics.mrp;

import java.util.Arrays;

/** A growing row of quantities. */
final class LongColumn {

  private long[] values = new long[16];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  long at(int index) {
    return values[index];
  }

  void put(int index, long value) {
    values[index] = value;
  }
}
