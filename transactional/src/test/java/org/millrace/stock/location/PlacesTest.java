package org.millrace.stock.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.FITTING;
import static org.millrace.TestingMasters.WHEEL;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.millrace.TestingMasters;
import org.millrace.document.TestingDocuments;
import org.millrace.item.ItemCode;
import org.millrace.outbox.Recorded;
import org.millrace.party.CompanyOpened;
import org.millrace.shared.EventHead;
import org.millrace.shared.Problem;
import org.millrace.shared.Problems;
import org.millrace.stock.Location;
import org.millrace.stock.LocationAdded;
import org.millrace.stock.LocationCode;

/** Where goods lie, and what can lie there. */
class PlacesTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final Places places =
      TestingPlaces.of(new TestingMasters(), new Location(LocationCode.MAIN, "Main"));
  private final Problems problems = new Problems();

  @Test
  void knowsTheLocationsOfTheCompanyAlone() {
    places.requireLocation(COMPANY, "fromLocation", LocationCode.MAIN, problems);
    places.requireLocation(COMPANY, "toLocation", new LocationCode("ROOF"), problems);
    assertThat(problems.found())
        .containsExactly(new Problem("toLocation", "ROOF", "a location of the company"));
  }

  @Test
  void namesEachLineWhoseItemDoesNotLieAnywhere() {
    ItemCode horn = new ItemCode("HORN");
    List<String> names =
        places.namesOfStocked(COMPANY, List.of(BELL, FITTING, WHEEL, horn, BELL), problems);
    assertThat(names).containsExactly("Bell", "", "Wheel", "", "Bell");
    assertThat(problems.found())
        .extracting(Problem::field, Problem::value)
        .containsExactly(tuple("lines.2.item", "FITTING"), tuple("lines.4.item", "HORN"));
  }

  @Test
  void givesEachCompanyItsFirstLocationAtTheMomentItsBooksOpened() {
    TestingDocuments<Location> locations = new TestingDocuments<>(Location.KIND);
    CompanyOpened opened =
        new CompanyOpened(
            EventHead.of(COMPANY, "company:BIKES", 1, NOON),
            COMPANY,
            "Bikes",
            TestingMasters.EURO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    new WhenCompanyOpened(new AddLocations(locations))
        .handle(List.of(new Recorded<>(new UUID(0, 1), opened)));
    assertThat(locations.told())
        .singleElement()
        .isInstanceOfSatisfying(
            LocationAdded.class,
            added -> {
              assertThat(added.location().code()).isEqualTo(LocationCode.MAIN);
              assertThat(added.head().company()).isEqualTo(COMPANY);
              assertThat(added.head().occurredAt()).isEqualTo(NOON);
            });
  }
}
