package org.millrace.stock.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.millrace.TestingMasters.BELL;
import static org.millrace.TestingMasters.COMPANY;
import static org.millrace.TestingMasters.EURO;
import static org.millrace.TestingMasters.FITTING;
import static org.millrace.TestingMasters.WHEEL;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.millrace.TestingMasters;
import org.millrace.document.TestingDocuments;
import org.millrace.document.Versioned;
import org.millrace.document.reversal.ReversibleStatus;
import org.millrace.item.ItemCode;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;
import org.millrace.stock.GoodsMove;
import org.millrace.stock.Location;
import org.millrace.stock.LocationCode;
import org.millrace.stock.MoveReason;
import org.millrace.stock.TestingStock;
import org.millrace.stock.location.TestingPlaces;

/** Counting goods, with documents and stock in memory: 10 bells at 3.00 and 4 wheels at 20.00. */
class CountGoodsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final LocationCode SHOP = new LocationCode("SHOP");

  private final TestingMasters masters = new TestingMasters();
  private final TestingStock stock =
      new TestingStock(EURO)
          .having(BELL, "3")
          .having(WHEEL, "20")
          .lying(BELL, LocationCode.MAIN, "10")
          .lying(WHEEL, LocationCode.MAIN, "4");
  private final TestingDocuments<Count> counts = new TestingDocuments<>(Count.KIND);
  private final CountSheet sheet =
      new CountSheet(
          masters.companies(),
          TestingPlaces.of(
              masters, new Location(LocationCode.MAIN, "Main"), new Location(SHOP, "Shop")),
          stock);
  private final CountGoods goods =
      new CountGoods(counts, masters.companies(), sheet, new BookDifferences(sheet, stock));

  @Test
  void makesASheetOfAllThatLiesThereNotYetCounted() {
    Count sheetOfAll = draft().document();
    assertThat(sheetOfAll.lines())
        .extracting(l -> l.line() + " " + l.itemName() + " " + l.bookedQuantity())
        .containsExactly("1 Bell 10", "2 Wheel 4");
    assertThat(sheetOfAll.lines()).allMatch(line -> line.countedQuantity().isEmpty());
    refused(
        () -> goods.draft(COMPANY, SHOP, found(), NOON),
        "The count cannot be made so: lines is 'none', expected items to count: nothing lies at"
            + " SHOP");
  }

  @Test
  void namesAllThatCannotBeCounted() {
    refused(
        () ->
            goods.draft(
                COMPANY,
                LocationCode.MAIN,
                found(line(BELL, "1"), line(BELL, "1"), line(FITTING, "1")),
                NOON),
        "The count cannot be made so: lines.2.item is 'BELL', expected each item once: add up what"
            + " was found of it; lines.3.item is 'FITTING', expected a registered item that is kept"
            + " in stock");
    refused(
        () -> goods.draft(COMPANY, new LocationCode("ROOF"), found(), NOON),
        "location is 'ROOF', expected a location of the company");
    CountSheet.FoundLine[] many =
        Stream.generate(() -> line(BELL, "1")).limit(1_001).toArray(CountSheet.FoundLine[]::new);
    refused(
        () -> goods.draft(COMPANY, LocationCode.MAIN, found(many), NOON),
        "lines is '1001 items', expected at most 1000 on one sheet: name the items of each");
    Versioned<Count> made = draft(line(BELL, "1"));
    refused(
        () -> goods.change(made, found(line(FITTING, "1")), NOON),
        "Count %s cannot be changed so: lines.1.item is 'FITTING'"
            .formatted(made.document().number()));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, , countedQuantity is '-1'",
    "1, -0.01, unitCost is '-0.01'",
    "1, 0.0000001, unitCost is '0.0000001'"
  })
  void refusesWhatNobodyFinds(String counted, BigDecimal cost, String expected) {
    refused(
        () ->
            new CountSheet.FoundLine(
                BELL,
                Optional.of(Quantity.of(counted)),
                Optional.ofNullable(cost),
                Optional.empty()),
        "Item BELL cannot be counted: " + expected);
  }

  @Test
  void movesWhatDiffersAloneAndKnowsWhatItIsWorth() {
    Count posted = post(draft(line(BELL, "7"), line(WHEEL, "4"))).document();
    assertThat(posted.differenceValue()).isEqualTo(euros("-9"));
    assertThat(posted.lines())
        .extracting(Count.Line::value)
        .containsExactly(Optional.of(euros("-9")), Optional.empty());
    GoodsMove move = stock.moves().get(0);
    assertThat(move.reason()).isEqualTo(MoveReason.ADJUSTMENT);
    assertThat(move.document()).isEqualTo(Count.KIND.ref(posted.number()));
    assertThat(move.lines())
        .extracting(line -> line.item() + " " + line.quantity())
        .containsExactly("BELL -3");
  }

  @Test
  void movesNothingWhereAllIsAsBooked() {
    Count posted = post(draft(line(BELL, "10"))).document();
    assertThat(posted.status()).isEqualTo(ReversibleStatus.POSTED);
    assertThat(stock.moves()).isEmpty();
  }

  @Test
  void takesTheCostOfFoundGoodsThatWasSaidAndOfMissingOnesTheOneThatIsKnown() {
    post(draft(line(BELL, "12", "5"), line(WHEEL, "3", "5")));
    assertThat(stock.moves().get(0).lines())
        .extracting(GoodsMove.Line::unitCost)
        .containsExactly(Optional.of(euros("5")), Optional.empty());
  }

  @Test
  void wantsEachLineCountedAndACostOfWhatWasNeverBought() {
    ItemCode bike = TestingMasters.BIKE;
    stock.lying(bike, LocationCode.MAIN, "0");
    Versioned<Count> made =
        draft(
            new CountSheet.FoundLine(BELL, Optional.empty(), Optional.empty(), Optional.empty()),
            line(bike, "1"));
    refused(
        () -> post(made),
        "Count SC-000001 cannot be posted: lines.1.countedQuantity is '', expected how many BELL"
            + " lie there, 0 for none; or take the line off the sheet; lines.2.unitCost is '',"
            + " expected what one BIKE cost, 0 when it cost nothing: no cost of it is known");
    Versioned<Count> changed =
        goods.change(made, found(line(BELL, "10"), line(bike, "1", "0")), NOON);
    assertThat(post(changed).document().differenceValue()).isEqualTo(euros("0"));
  }

  @Test
  void isOfOneMomentSoThatWhatMovedSinceIsCountedAgain() {
    Versioned<Count> made = draft(line(BELL, "7"));
    stock.lying(BELL, LocationCode.MAIN, "9");
    assertThatThrownBy(() -> post(made))
        .isInstanceOfSatisfying(
            Refused.class, r -> assertThat(r.reason()).isEqualTo(Refused.Reason.CONFLICT))
        .hasMessageContaining(
            "lines.1.bookedQuantity is '10', expected 9 of item BELL, as is booked now");
    assertThat(stock.moves()).isEmpty();
    stock.lying(BELL, SHOP, "1000");
    Versioned<Count> again = goods.change(made, found(line(BELL, "7")), NOON);
    assertThat(post(again).document().differenceValue()).isEqualTo(euros("-6"));
  }

  @Test
  void takesItsDifferencesBackByACountThatNamesIt() {
    Versioned<Count> posted = post(draft(line(BELL, "7"), line(WHEEL, "4")));
    stock.lying(BELL, LocationCode.MAIN, "5");
    refused(
        () -> goods.reverse(posted, " ", NOON),
        "Count SC-000001 cannot be reversed: reason is ' ', expected why it is taken back");
    Count back = goods.reverse(posted, " Miscounted ", NOON).document();
    assertThat(back.status()).isEqualTo(ReversibleStatus.REVERSING);
    assertThat(back.reverses()).contains(posted.document().number());
    assertThat(back.differenceValue()).isEqualTo(euros("9"));
    assertThat(back.lines())
        .extracting(l -> l.item() + " " + l.bookedQuantity() + " " + l.differenceQuantity())
        .containsExactly("BELL 5 3");
    assertThat(counts.stored().get(0).reversedBy()).contains(back.number());
    assertThat(counts.told())
        .filteredOn(CountReversed.class::isInstance)
        .extracting(event -> ((CountReversed) event).reason())
        .containsExactly("Miscounted");
  }

  private Versioned<Count> draft(CountSheet.FoundLine... lines) {
    return goods.draft(COMPANY, LocationCode.MAIN, found(lines), NOON);
  }

  private Versioned<Count> post(Versioned<Count> draft) {
    return goods.post(draft, NOON);
  }

  private static CountSheet.Found found(CountSheet.FoundLine... lines) {
    return new CountSheet.Found(Optional.empty(), Arrays.asList(lines));
  }

  private static CountSheet.FoundLine line(ItemCode item, String counted) {
    return new CountSheet.FoundLine(
        item, Optional.of(Quantity.of(counted)), Optional.empty(), Optional.empty());
  }

  private static CountSheet.FoundLine line(ItemCode item, String counted, String cost) {
    return new CountSheet.FoundLine(
        item,
        Optional.of(Quantity.of(counted)),
        Optional.of(new BigDecimal(cost)),
        Optional.empty());
  }

  private static Money euros(String amount) {
    return Money.of(new BigDecimal(amount), EURO);
  }

  private static void refused(ThrowingCallable act, String expected) {
    assertThatThrownBy(act).isInstanceOf(Refused.class).hasMessageContaining(expected);
  }
}
