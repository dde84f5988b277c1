package org.millrace.sales.shipment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;
import org.millrace.stock.LocationCode;
import org.millrace.stock.LotCode;

class PickListTest {
  private static final LocalDate DAY = LocalDate.of(2026, 12, 2);

  @Example
  void proposesTheLotThatExpiresFirst() {
    assertThat(told(line(6, 6).of(List.of(lot("A", 4), lot("B", 9)), Quantity.ZERO)))
        .containsExactly("A 4 of 4", "B 2 of 2");
  }

  @Example
  void passesWhatThoseInFrontFetch() {
    assertThat(told(line(8, 6).of(List.of(lot("A", 3), lot("B", 9)), Quantity.of(4))))
        .containsExactly("B 6 of 6", "- 0 of 2");
  }

  @Example
  void hasOneLineWhereNoLotsAreKept() {
    assertThat(told(line(8, 6).of(List.of(), Quantity.of(4)))).containsExactly("- 6 of 8");
  }

  /** Orders one after the other: no piece of a lot is proposed twice, and each gets its share. */
  @Property
  void proposesNoPieceTwice(
      @ForAll @Size(max = 5) List<@IntRange(min = 1, max = 9) Integer> lots,
      @ForAll @Size(max = 6) List<@IntRange(min = 1, max = 9) Integer> orders) {
    List<PickList.Lot> there = new ArrayList<>();
    lots.forEach(some -> there.add(lot("L" + there.size(), some)));
    int all = lots.stream().mapToInt(Integer::intValue).sum();
    Map<Optional<LotCode>, Quantity> fetched = new HashMap<>();
    int before = 0;
    for (int wanted : orders) {
      int ready = Math.max(0, Math.min(wanted, all - before));
      List<PickList.Line> lines = line(wanted, ready).of(there, Quantity.of(Math.min(before, all)));
      assertThat(sum(lines, PickList.Line::openQuantity)).isEqualTo(Quantity.of(wanted));
      assertThat(sum(lines, PickList.Line::readyQuantity)).isEqualTo(Quantity.of(ready));
      lines.forEach(one -> fetched.merge(one.lot(), one.readyQuantity(), Quantity::plus));
      before += wanted;
    }
    there.forEach(
        lot ->
            assertThat(fetched.getOrDefault(Optional.of(lot.lot()), Quantity.ZERO))
                .isLessThanOrEqualTo(lot.quantity()));
    assertThat(fetched.getOrDefault(Optional.empty(), Quantity.ZERO)).isEqualTo(Quantity.ZERO);
  }

  private static Quantity sum(List<PickList.Line> lines, Function<PickList.Line, Quantity> of) {
    return lines.stream().map(of).reduce(Quantity.ZERO, Quantity::plus);
  }

  private static List<String> told(List<PickList.Line> lines) {
    return lines.stream()
        .map(
            line ->
                line.lot().map(LotCode::value).orElse("-")
                    + " "
                    + line.readyQuantity()
                    + " of "
                    + line.openQuantity())
        .toList();
  }

  private static PickList.Line line(int open, int ready) {
    return new PickList.Line(
        LocationCode.MAIN,
        new ItemCode("MILK"),
        "Milk",
        Optional.empty(),
        Optional.empty(),
        Quantity.of(open),
        Quantity.of(ready));
  }

  private static PickList.Lot lot(String lot, int quantity) {
    return new PickList.Lot(new LotCode(lot), Optional.of(DAY), Quantity.of(quantity));
  }
}
