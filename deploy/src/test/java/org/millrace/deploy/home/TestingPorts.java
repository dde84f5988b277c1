package org.millrace.deploy.home;

import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Ports for an instance of a test. */
public final class TestingPorts {
  private static final int LOWEST = 20_000;
  private static final int NEIGHBOURS = 10;

  /**
   * Where the kernel begins to choose the ports of outgoing connections: a part asked there while
   * it starts can be answered by the very connection that asks, which then holds its port.
   */
  private static final int CHOSEN_BY_KERNEL = 32_768;

  private TestingPorts() {}

  /** Neighbouring ports on which nobody listens, below those of outgoing connections. */
  public static Ports free() {
    for (int attempt = 0; attempt < 100; attempt++) {
      int base = ThreadLocalRandom.current().nextInt(LOWEST, CHOSEN_BY_KERNEL - NEIGHBOURS);
      Ports ports = new Ports(base);
      try {
        ports.requireFree(Listening.of(Settings.DEFAULTS), List.of());
        return ports;
      } catch (Refusal e) {
        // another program listens on one of them
      }
    }
    throw new IllegalStateException("No six neighbouring ports are free from " + LOWEST);
  }
}
