package org.millrace.scenario.act;

import org.millrace.scenario.Fields;
import org.millrace.scenario.World;

/** What a word of a scenario does. */
@FunctionalInterface
public interface Act {
  /**
   * Does it, reading each field of the step that it knows.
   *
   * @throws org.millrace.scenario.CoreRefused when the core does not do it
   */
  void perform(World world, Fields step);
}
