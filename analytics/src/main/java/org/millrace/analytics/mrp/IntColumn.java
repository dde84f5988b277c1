package org.millrace.analytics.mrp;

import java.util.Arrays;

/** A growing row of small numbers. */
final class IntColumn {

  private int[] values = new int[16];
  private int size;

  int add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size] = value;
    return size++;
  }

  int at(int index) {
    return values[index];
  }

  void put(int index, int value) {
    values[index] = value;
  }

  int size() {
    return size;
  }
}
