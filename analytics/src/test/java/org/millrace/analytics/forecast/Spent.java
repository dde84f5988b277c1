package org.millrace.analytics.forecast;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** What the process has spent since a moment: wall and processor time, and the heap held most. */
public final class Spent {
  private final long wall = System.nanoTime();
  private final long cpu = cpuNanos();

  private Spent() {}

  /** Counts from now on. */
  public static Spent fromNow() {
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    return new Spent();
  }

  public double seconds() {
    return (System.nanoTime() - wall) / 1e9;
  }

  public double cpuSeconds() {
    return (cpuNanos() - cpu) / 1e9;
  }

  /** The most heap that was used at once since. */
  public double heapGib() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / (double) (1L << 30);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
