package org.millrace.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.millrace.TestingClasses;
import org.millrace.TestingMasters;
import org.millrace.json.Json;
import org.millrace.shared.DomainEvent;
import org.millrace.shared.EventHead;
import org.millrace.shared.EventType;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;
import org.millrace.stock.Location;
import org.millrace.stock.LocationAdded;
import org.millrace.stock.LocationCode;
import tools.jackson.databind.node.ObjectNode;

/** Nothing leaves the core that breaks its contract; events are found among the classes. */
class ContractsTest {
  private final Contracts contracts = new Contracts(Json.mapper());

  static List<Class<?>> events() {
    List<Class<?>> events =
        TestingClasses.all().stream()
            .filter(type -> type.isRecord() && DomainEvent.class.isAssignableFrom(type))
            .toList();
    assertThat(events).hasSizeGreaterThan(60);
    return events;
  }

  /** Those that hold their document under a name; what stands side by side has grown over time. */
  static List<Class<?>> wrapped() {
    return events().stream()
        .filter(
            event ->
                Arrays.stream(event.getRecordComponents())
                    .noneMatch(part -> part.getAccessor().isAnnotationPresent(JsonUnwrapped.class)))
        .toList();
  }

  /** The head stands in columns of its own, and what an event may lack nobody wants. */
  @ParameterizedTest
  @MethodSource("wrapped")
  void wantOfEachEventAllThatItAlwaysHas(Class<?> event) {
    EventType type = event.getAnnotation(EventType.class);
    List<String> wanted =
        Arrays.stream(event.getRecordComponents())
            .filter(part -> part.getType() != EventHead.class && part.getType() != Optional.class)
            .filter(part -> !part.getAccessor().isAnnotationPresent(JsonInclude.class))
            .map(part -> "required property '" + part.getName() + "' not found")
            .toList();
    assertThatThrownBy(() -> contracts.require(type, "{}"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::expected)
                    .containsExactlyInAnyOrderElementsOf(wanted))
        .hasMessageStartingWith("What this does cannot be told as " + type.value());
  }

  @Test
  void areOfOneEventEach() {
    assertThat(events())
        .extracting(event -> event.getAnnotation(EventType.class).value())
        .doesNotHaveDuplicates();
  }

  @Test
  void nameThePlaceThatBreaksThem() {
    EventType type = LocationAdded.class.getAnnotation(EventType.class);
    LocationAdded added =
        new LocationAdded(
            EventHead.of(TestingMasters.COMPANY, "stock-location:BIKES/MAIN", 1, Instant.EPOCH),
            new Location(LocationCode.MAIN, "Main"));
    ObjectNode payload = Json.mapper().valueToTree(added);
    contracts.require(type, payload.toString());
    ObjectNode location = (ObjectNode) payload.get("location");
    location.put("name", 5);
    assertThatThrownBy(() -> contracts.require(type, payload.toString()))
        .isInstanceOfSatisfying(
            Refused.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::field)
                    .containsExactly("/location/name"));
  }
}
