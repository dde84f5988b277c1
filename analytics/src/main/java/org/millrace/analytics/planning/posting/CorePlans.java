package org.millrace.analytics.planning.posting;

/** The plans of the core. */
interface CorePlans {

  /**
   * Puts a plan in the place of the one before; repeating it changes nothing.
   *
   * @return what the core says it did
   * @throws CoreUnavailable when it should be tried again later
   * @throws PlanNotTaken when trying again would not help
   */
  String put(PlanToPost plan) throws CoreUnavailable, PlanNotTaken;

  /** The core does not answer, or not now. */
  final class CoreUnavailable extends Exception {
    private static final long serialVersionUID = 1;

    CoreUnavailable(String message) {
      super(message);
    }
  }

  /** The core does not take this plan. */
  final class PlanNotTaken extends Exception {
    private static final long serialVersionUID = 1;

    PlanNotTaken(String message) {
      super(message);
    }
  }
}
