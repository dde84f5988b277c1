package org.millrace.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.item.ItemCode;
import org.millrace.shared.Refused;

/** The hours of a work centre, and those that making an item takes of it. */
class CapacityTest {
  private static final WorkCentreCode FRAMES = new WorkCentreCode("FRAMES");

  @ParameterizedTest
  @CsvSource({
    "0,       5, 'hoursPerDay is ''0'', expected more than 0 and at most 10000'",
    "10000.5, 5, 'hoursPerDay is ''10000.5'', expected more than 0 and at most 10000'",
    "7.125,   5, 'hoursPerDay is ''7.125'', expected at most 2 decimals'",
    "8,       0, 'daysPerWeek is ''0'', expected 1 to 7 days'",
    "8,       8, 'daysPerWeek is ''8'', expected 1 to 7 days'"
  })
  void worksHoursThatADayHas(BigDecimal hours, int days, String problem) {
    assertThatThrownBy(() -> new WorkCentre(FRAMES, "Frames", hours, days))
        .isInstanceOf(Refused.class)
        .hasMessage("Work centre FRAMES cannot be set: " + problem);
  }

  @Test
  void isTheSameHoweverItsHoursAreWritten() {
    assertThat(new WorkCentre(FRAMES, " Frames ", new BigDecimal("8.00"), 5))
        .isEqualTo(new WorkCentre(FRAMES, "Frames", new BigDecimal("8"), 5));
  }

  @ParameterizedTest
  @CsvSource({
    "0,     1, 1,       operation, 0, 1 to 9999",
    "10000, 1, 1,       operation, 10000, 1 to 9999",
    "10, -0.5, 1,       setupHours, -0.5, 0 to 100000 hours with at most 4 decimals",
    "10, 1, 0.00001,    hoursPerUnit, 0.00001, 0 to 100000 hours with at most 4 decimals",
    "10, 1, 100000.5,   hoursPerUnit, 100000.5, 0 to 100000 hours with at most 4 decimals"
  })
  void takesHoursThatCanBePlanned(
      int number, String setup, String each, String field, String value, String expected) {
    assertThatThrownBy(() -> operation(number, setup, each))
        .isInstanceOf(Refused.class)
        .hasMessage(
            "Operation %d cannot be used: %s is '%s', expected %s"
                .formatted(number, field, value, expected));
  }

  @Test
  void goesThroughItsOperationsInTheirOrderEachOnce() {
    Routing routing = routing(operation(20, "0", "0.5"), operation(10, "1", "0"));
    assertThat(routing.operations())
        .extracting(Routing.Operation::operation)
        .containsExactly(10, 20);
    assertThatThrownBy(() -> routing(operation(10, "1", "0"), operation(10, "0", "1")))
        .hasMessage(
            "The routing of BIKE cannot be set: operations.operation is '[10, 10]', expected each"
                + " number once");
    assertThatThrownBy(CapacityTest::routing).hasMessageContaining("at least one operation");
    assertThatCode(() -> operation(9_999, "0", "100000")).doesNotThrowAnyException();
  }

  @Test
  void knowsWhichOperationsItDropped() {
    Routing before = routing(operation(10, "1", "0"), operation(20, "0", "1"));
    Routing after = routing(operation(20, "0", "2"), operation(30, "0", "1"));
    assertThat(after.lacking(before)).containsExactly(10);
    assertThat(before.lacking(before)).isEmpty();
  }

  private static Routing routing(Routing.Operation... operations) {
    return new Routing(new ItemCode("BIKE"), List.of(operations));
  }

  private static Routing.Operation operation(int number, String setup, String each) {
    return new Routing.Operation(number, FRAMES, new BigDecimal(setup), new BigDecimal(each));
  }
}
