package org.millrace.analytics.mrp.capacity;

/** Making an item takes hours of a work centre: for each order, and for each unit. */
public record Operation(String item, String workCentre, double setupHours, double hoursPerUnit) {

  public Operation {
    if (!(setupHours >= 0 && hoursPerUnit >= 0) || Double.isInfinite(setupHours + hoursPerUnit)) {
      throw new IllegalArgumentException(
          "Hours of %s at %s must be numbers of 0 or more, got %s and %s"
              .formatted(item, workCentre, setupHours, hoursPerUnit));
    }
  }

  double hours(Job job) {
    return setupHours * job.orders() + hoursPerUnit * job.quantity();
  }
}
