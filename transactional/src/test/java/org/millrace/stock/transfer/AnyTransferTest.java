package org.millrace.stock.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.millrace.document.Step;
import org.millrace.document.reversal.ReversibleStatus;
import org.millrace.document.reversal.ReversibleStatus.Act;
import org.millrace.item.ItemCode;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.LocationCode;

/** Whatever is done with transfers: the goods are where those say that stand. */
class AnyTransferTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocationCode SHOP = new LocationCode("SHOP");

  private static final List<ReversibleStatus> OVER =
      List.of(ReversibleStatus.REVERSED, ReversibleStatus.CANCELLED);

  /** An act on the latest transfer, with so many bells. */
  record Tried(Act act, int bells) {}

  @Provide
  Arbitrary<List<Tried>> acts() {
    Arbitrary<Act> act =
        Arbitraries.frequency(
            Tuple.of(4, Act.CHANGE),
            Tuple.of(4, Act.POST),
            Tuple.of(1, Act.CANCEL),
            Tuple.of(5, Act.REVERSE));
    return Combinators.combine(act, Arbitraries.integers().between(1, 9))
        .as(Tried::new)
        .list()
        .ofMaxSize(14);
  }

  @Property
  void leavesTheGoodsWhereTheTransfersThatStandTookThem(@ForAll("acts") List<Tried> acts) {
    Map<LocationCode, Quantity> moved = new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
    int taken = 0;
    int numbered = 1;
    Transfer transfer = drafted(numbered, 3);
    for (Tried tried : acts) {
      boolean isForetold = isForetold(transfer, tried.act());
      Instant moment = NOON.plusSeconds(numbered);
      Optional<Transfer> after = tried(transfer, tried, moment, numbered + 1);
      Statistics.label("accepted").collect(after.isPresent());
      assertThat(after.isPresent()).as(tried + " on " + transfer.status()).isEqualTo(isForetold);
      if (after.isPresent() && tried.act() == Act.POST) {
        book(after.get().move(moment), moved);
        taken += bells(after.get());
      }
      if (after.isPresent() && tried.act() == Act.REVERSE) {
        Transfer back = transfer.back(after.get().reversedBy().orElseThrow(), moment);
        assertThat(back.posted(moment).status()).isEqualTo(ReversibleStatus.REVERSING);
        book(back.move(moment), moved);
        taken -= bells(back);
        numbered++;
      }
      assertThat(moved.getOrDefault(SHOP, Quantity.ZERO)).isEqualTo(Quantity.of(taken));
      assertThat(moved.getOrDefault(LocationCode.MAIN, Quantity.ZERO))
          .isEqualTo(Quantity.of(-taken));
      transfer = after.orElse(transfer);
      boolean isOver =
          OVER.contains(transfer.status())
              || transfer.status() == ReversibleStatus.POSTED && tried.bells() > 7;
      transfer = isOver ? drafted(++numbered, tried.bells()) : transfer;
    }
    Statistics.label("accepted").coverage(c -> c.check(true).percentage(p -> p >= 50));
  }

  private static boolean isForetold(Transfer transfer, Act act) {
    return Transfer.KIND.steps(transfer).stream()
        .filter(Step::allowed)
        .anyMatch(step -> step.act().equals(act.word()));
  }

  private static Optional<Transfer> tried(
      Transfer transfer, Tried tried, Instant moment, int next) {
    try {
      return Optional.of(
          switch (tried.act()) {
            case CHANGE -> transfer.changed(request(tried.bells()));
            case POST -> transfer.posted(moment);
            case CANCEL -> transfer.cancelled();
            case REVERSE ->
                transfer.reversed(transfer.back(new TransferNumber("TR-" + next), moment));
          });
    } catch (Refused refused) {
      assertThat(refused.getMessage()).startsWith("Transfer " + transfer.number() + " cannot ");
      return Optional.empty();
    }
  }

  private static void book(GoodsMove move, Map<LocationCode, Quantity> moved) {
    move.lines().forEach(line -> moved.merge(line.location(), line.quantity(), Quantity::plus));
  }

  private static int bells(Transfer transfer) {
    return transfer.lines().get(0).quantity().value().intValueExact();
  }

  private static Transfer drafted(int number, int bells) {
    return Transfer.drafted(new TransferNumber("TR-" + number), request(bells), NOON);
  }

  private static Transfer.Request request(int bells) {
    Transfer.Line line = new Transfer.Line(1, new ItemCode("BELL"), "Bell", Quantity.of(bells));
    return new Transfer.Request(LocationCode.MAIN, SHOP, Optional.empty(), List.of(line));
  }
}
