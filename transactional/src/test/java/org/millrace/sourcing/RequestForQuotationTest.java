package org.millrace.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.millrace.currency.ExchangeRate;
import org.millrace.item.ItemCode;
import org.millrace.party.PartyCode;
import org.millrace.purchasing.PurchaseOrderNumber;
import org.millrace.purchasing.Supplier;
import org.millrace.shared.Money;
import org.millrace.shared.Quantity;
import org.millrace.shared.Refused;

/** A request for quotation by itself. */
class RequestForQuotationTest {
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.parse("2026-05-04");
  private static final LocalDate LAST = LocalDate.parse("2026-05-08");
  private static final PartyCode S = new PartyCode("S");
  private static final PartyCode T = new PartyCode("T");

  private static RequestForQuotation.Wanted wanted(String quantity, String... suppliers) {
    return new RequestForQuotation.Wanted(
        LAST,
        List.of(line(1, "RIM", quantity).of(3), line(2, "HUB", "4")),
        Arrays.stream(suppliers).map(RequestForQuotationTest::supplier).toList(),
        Optional.of(new RequisitionNumber("PR-1")),
        Optional.empty());
  }

  private static RequestForQuotation.Line line(int number, String item, String quantity) {
    return RequestForQuotation.Line.wanted(
        number, new ItemCode(item), item, Quantity.of(quantity), DAY.plusDays(16));
  }

  private static Supplier supplier(String code) {
    return new Supplier(new PartyCode(code), code + " & Co", "Italy");
  }

  private static RequestForQuotation issued() {
    return RequestForQuotation.issued(new RequestNumber("RQ-1"), DAY, EUR, wanted("10", "S", "T"));
  }

  private static Answer answer(LocalDate day) {
    return new Answer(day, DAY.plusDays(20), EUR, ExchangeRate.ONE);
  }

  private static Offer.Told told(int line, String price) {
    return new Offer.Told(line, new BigDecimal(price), 7, Optional.empty());
  }

  @Test
  void asksEachSupplierOnceForAtLeastOneLine() {
    assertThat(issued().suppliers())
        .extracting(RequestForQuotation.Asked::line)
        .containsExactly(1, 2);
    assertThatThrownBy(
            () ->
                RequestForQuotation.issued(
                    new RequestNumber("RQ-1"), LAST.plusDays(1), EUR, wanted("0", "S", "S")))
        .isInstanceOf(Refused.class)
        .hasMessageStartingWith("The request for quotation cannot be issued so: ")
        .hasMessageContaining("answerBy is '2026-05-08', expected a day not before 2026-05-09")
        .hasMessageContaining("each supplier at most once")
        .hasMessageContaining("lines.1.quantity");
    assertThatThrownBy(
            () -> RequestForQuotation.issued(new RequestNumber("RQ-1"), DAY, EUR, wanted("1")))
        .hasMessageContaining("at least one supplier");
  }

  @Test
  void keepsTheLatestOfferOfEachSupplierWithThePriceAtTheRateOfItsDay() {
    Answer dollars = new Answer(DAY, LAST, Currency.getInstance("USD"), new ExchangeRate("1/1.10"));
    RequestForQuotation once =
        issued()
            .answered(T, dollars, List.of(told(1, "2"), told(2, "11")))
            .answered(S, answer(DAY), List.of(told(2, "9")));
    assertThat(once.offers()).extracting(Offer::line).containsExactly(2, 3, 4);
    assertThat(once.offer(1, T).orElseThrow().unitPrice()).isEqualTo(Money.of("1.818182", "EUR"));
    assertThat(once.offer(1, S)).isEmpty();
    RequestForQuotation twice = once.answered(T, answer(LAST), List.of(told(2, "8")));
    assertThat(twice.offers()).extracting(Offer::line).containsExactly(2, 4);
    assertThat(twice.asked(T).orElseThrow().answer().orElseThrow().answeredOn()).isEqualTo(LAST);
    assertThat(twice.withdrawn(T).offers()).extracting(Offer::supplier).containsExactly(S);
    assertThatThrownBy(() -> twice.withdrawn(T).withdrawn(T))
        .hasMessageContaining("has no offer of T that could be taken back");
  }

  @Test
  void isAnsweredByWhomItAskedUntilItsLastDay() {
    RequestForQuotation request = issued();
    List<Offer.Told> lines = List.of(told(1, "2"));
    assertThatThrownBy(() -> request.answered(new PartyCode("U"), answer(DAY), lines))
        .hasMessageContaining("cannot be answered by U: he was not asked")
        .hasMessageContaining("one of S, T");
    assertThatThrownBy(() -> request.answered(S, answer(LAST.plusDays(1)), lines))
        .hasMessageContaining("the last day was 2026-05-08. Extend it");
    assertThatThrownBy(() -> request.answered(S, answer(DAY.minusDays(1)), lines))
        .hasMessageContaining("not before the request's day 2026-05-04");
    RequestForQuotation later =
        request.extended(LAST.plusDays(9), List.of(supplier("U")), LAST.plusDays(1));
    assertThat(later.answered(new PartyCode("U"), answer(LAST.plusDays(1)), lines).offers())
        .extracting(Offer::line)
        .containsExactly(5);
    assertThatThrownBy(() -> request.cancelled("Dear", DAY).answered(S, answer(DAY), lines))
        .hasMessageContaining("it is cancelled");
  }

  @Test
  void tellsAllThatIsWrongWithAnAnswer() {
    assertThatThrownBy(
            () ->
                issued()
                    .answered(S, answer(DAY), List.of(told(1, "-2"), told(1, "2"), told(9, "1"))))
        .hasMessageContaining("lines.1.unitPrice")
        .hasMessageContaining("each line of the request at most once")
        .hasMessageContaining("lines.line is '9', expected a line of the request");
    assertThatThrownBy(() -> issued().answered(S, answer(DAY), List.of()))
        .hasMessageContaining("at least one line");
  }

  @Test
  void goesToWhomItIsAwardedLineByLine() {
    RequestForQuotation offered =
        issued()
            .answered(S, answer(DAY), List.of(told(1, "2")))
            .answered(T, answer(DAY), List.of(told(1, "3"), told(2, "9")));
    Award award = Award.of(offered, Optional.of(T), List.of(new Award.Choice(1, S)), LAST);
    assertThat(award.winners()).containsExactly(S, T);
    assertThat(award.of(offered, T)).extracting(won -> won.line().line()).containsExactly(2);
    Map<PartyCode, PurchaseOrderNumber> orders =
        Map.of(S, new PurchaseOrderNumber("PO-1"), T, new PurchaseOrderNumber("PO-2"));
    RequestForQuotation awarded = offered.awarded(award, orders, LAST);
    assertThat(awarded.status()).isEqualTo(RequestStatus.AWARDED);
    assertThat(awarded.line(1).orElseThrow().awardedTo()).contains(S);
    assertThat(awarded.ordersByRequisitionLine())
        .containsExactly(Map.entry(3, new PurchaseOrderNumber("PO-1")));
    assertThatThrownBy(() -> Award.of(awarded, Optional.of(T), List.of(), LAST))
        .hasMessageContaining("cannot be awarded: it is awarded");
  }

  @Test
  void isNotAwardedWithoutAnOfferThatIsValid() {
    RequestForQuotation offered = issued().answered(S, answer(DAY), List.of(told(1, "2")));
    assertThatThrownBy(() -> Award.of(offered, Optional.of(S), List.of(), LAST))
        .hasMessageContaining("lines.2.supplier is 'S', expected a supplier who offered the line");
    assertThatThrownBy(() -> Award.of(offered, Optional.empty(), List.of(), LAST))
        .hasMessageContaining("a supplier for all lines, or one by line");
    List<Award.Choice> first = List.of(new Award.Choice(1, S));
    assertThat(Award.of(offered, Optional.empty(), first, DAY.plusDays(20)).winners())
        .containsExactly(S);
    assertThatThrownBy(() -> Award.of(offered, Optional.empty(), first, DAY.plusDays(21)))
        .hasMessageContaining("his was until 2026-05-24");
  }

  @Test
  void ordersTheLeastThatIsSold() {
    Offer offer =
        new Offer(
            1, 1, S, Money.of("2", "EUR"), new BigDecimal("2"), 7, Optional.of(Quantity.of(20)));
    assertThat(offer.ordered(Quantity.of(10))).isEqualTo(Quantity.of(20));
    assertThat(offer.ordered(Quantity.of(30))).isEqualTo(Quantity.of(30));
  }
}
