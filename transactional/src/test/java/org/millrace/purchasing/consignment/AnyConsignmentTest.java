package org.millrace.purchasing.consignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.purchasing.consignment.Consignment.Line;
import org.millrace.purchasing.consignment.ConsignmentStatus.Act;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.LocationCode;

/** Whatever is taken over, given back and returned of a consignment. */
class AnyConsignmentTest {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  /** What somebody tries: 0 takes over, 1 gives the newest back, 2 returns. */
  record Try(int act, int line, long quantity) {}

  @Property(tries = 500)
  void whatCameIsLeftTakenOrReturned(@ForAll("tries") List<Try> tries) {
    Consignment now = came();
    int receipts = 0;
    for (Try one : tries) {
      Consignment before = now;
      Map<Integer, Quantity> part = Map.of(one.line(), Quantity.of(one.quantity()));
      String receipt = "GR-" + (receipts + 1);
      try {
        now =
            switch (one.act()) {
              case 0 -> taken(before, part, receipt);
              case 1 -> before.givenBack("GR-" + receipts, DAY);
              default -> before.returned(before.asked(part, Act.RETURN), "Unsold", DAY);
            };
        receipts += one.act() == 0 ? 1 : 0;
      } catch (Refused refused) {
        assertThat(now).isEqualTo(before);
      }
      requireWhole(now);
    }
  }

  private static Consignment taken(Consignment of, Map<Integer, Quantity> part, String receipt) {
    return of.takenOver(
        of.asked(part, Act.TAKE_OVER), DAY, new PurchaseOrderNumber("PO-1"), receipt);
  }

  private static void requireWhole(Consignment now) {
    boolean isLeft = false;
    for (Line line : now.lines()) {
      Quantity taken =
          now.takeOvers().stream()
              .filter(of -> of.consignmentLine() == line.line())
              .map(Consignment.TakeOver::quantity)
              .reduce(Quantity.ZERO, Quantity::plus);
      assertThat(line.takenOverQuantity()).isEqualTo(taken);
      assertThat(line.left()).isGreaterThanOrEqualTo(Quantity.ZERO);
      assertThat(line.returnedQuantity()).isGreaterThanOrEqualTo(Quantity.ZERO);
      isLeft |= line.left().isPositive();
    }
    assertThat(now.status()).isEqualTo(isLeft ? ConsignmentStatus.OPEN : ConsignmentStatus.CLOSED);
    assertThat(now.closedOn().isPresent()).isNotEqualTo(isLeft);
  }

  @Property(tries = 50)
  void nothingHappensBeforeItCame(@ForAll("tries") List<Try> any) {
    Consignment came = came();
    LocalDate before = DAY.minusDays(1 + any.size());
    assertThatThrownBy(() -> came.returned(came.asked(Map.of(), Act.RETURN), "Unsold", before))
        .hasMessageContaining("before it came");
  }

  private static Consignment came() {
    return Consignment.received(
        new ConsignmentNumber("CS-000001"),
        new Consignment.Came(
            new Supplier(new PartyCode("S"), "Rims", "Italy"),
            LocationCode.MAIN,
            Currency.getInstance("EUR"),
            List.of(line(1, 10), line(2, 4)),
            Optional.empty()),
        DAY);
  }

  private static Line line(int number, int quantity) {
    return new Line(
        number,
        new ItemCode("RIM"),
        "Rim",
        Quantity.of(quantity),
        BigDecimal.TEN,
        Optional.empty(),
        Optional.empty(),
        Quantity.ZERO,
        Quantity.ZERO);
  }

  @Provide
  Arbitrary<List<Try>> tries() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 3),
            Arbitraries.longs().between(0, 6))
        .as(Try::new)
        .list()
        .ofMaxSize(20);
  }
}
