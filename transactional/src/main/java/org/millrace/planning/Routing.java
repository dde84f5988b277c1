package org.millrace.planning;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.millrace.item.ItemCode;
import org.millrace.shared.PlainNumber;
import org.millrace.shared.Problems;

/** The operations that make an item, in their order. */
public record Routing(ItemCode item, List<Operation> operations) {
  private static final int DECIMALS = 4;
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(100_000);

  public Routing {
    operations = operations.stream().sorted(Comparator.comparing(Operation::operation)).toList();
    List<Integer> numbers = operations.stream().map(Operation::operation).toList();
    new Problems()
        .require(!operations.isEmpty(), "operations", "none", "at least one operation")
        .require(
            numbers.stream().distinct().count() == numbers.size(),
            "operations.operation",
            numbers,
            "each number once")
        .refuse("The routing of " + item + " cannot be set");
  }

  /** Hours at a work centre: those of the setup for each order, and more for each unit. */
  public record Operation(
      int operation, WorkCentreCode workCentre, BigDecimal setupHours, BigDecimal hoursPerUnit) {
    public Operation {
      setupHours = PlainNumber.of(setupHours);
      hoursPerUnit = PlainNumber.of(hoursPerUnit);
      new Problems()
          .require(operation >= 1 && operation <= 9_999, "operation", operation, "1 to 9999")
          .require(isUsable(setupHours), "setupHours", setupHours, HOURS)
          .require(isUsable(hoursPerUnit), "hoursPerUnit", hoursPerUnit, HOURS)
          .refuse("Operation " + operation + " cannot be used");
    }

    private static final String HOURS =
        "0 to " + MOST_HOURS + " hours with at most " + DECIMALS + " decimals";

    private static boolean isUsable(BigDecimal hours) {
      return hours.signum() >= 0 && hours.compareTo(MOST_HOURS) <= 0 && hours.scale() <= DECIMALS;
    }
  }

  /** The numbers of operations of another routing that this one lacks. */
  public List<Integer> lacking(Routing before) {
    List<Integer> here = operations.stream().map(Operation::operation).toList();
    return before.operations().stream()
        .map(Operation::operation)
        .filter(number -> !here.contains(number))
        .toList();
  }
}
