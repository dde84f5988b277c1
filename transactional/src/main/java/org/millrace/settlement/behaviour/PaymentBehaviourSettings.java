package org.millrace.settlement.behaviour;

import org.millrace.shared.Problems;

/** The bills of how many months until today say how promptly parties pay. */
record PaymentBehaviourSettings(int months) {
  /** Of a company that set none. */
  static final PaymentBehaviourSettings DEFAULT = new PaymentBehaviourSettings(12);

  private static final int LONGEST = 60;

  PaymentBehaviourSettings {
    new Problems()
        .require(
            months >= 1 && months <= LONGEST, "months", months, "a number from 1 to " + LONGEST)
        .refuse("The payment behaviour cannot be set so");
  }
}
