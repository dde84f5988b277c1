package org.millrace.ledger.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.millrace.HttpAnswer;
import org.millrace.TestingCore;

/** A firm that does anything: what it may not do is refused, and nothing breaks. */
final class ActingFirm {
  private final Firm firm;
  private final Buying buying;
  private final Selling selling;
  private final Storing storing;
  private final List<Supplier<HttpAnswer>> acts = new ArrayList<>();
  private int closedMonths;

  private ActingFirm(Firm firm) {
    this.firm = firm;
    buying = new Buying(firm);
    selling = new Selling(firm);
    storing = new Storing(firm);
    acts.addAll(buying.acts());
    acts.addAll(List.of(buying::order, buying::receive, buying::receive, buying::bill));
    acts.addAll(selling.acts());
    acts.addAll(storing.acts());
    acts.addAll(new Rebating(firm).acts());
    acts.addAll(new Making(firm).acts());
    acts.add(this::closeMonth);
  }

  static ActingFirm open(TestingCore core, String currency, Random random) {
    return new ActingFirm(Firm.open(core, currency, random));
  }

  String company() {
    return firm.company();
  }

  String story() {
    return firm.story();
  }

  /** From now on nothing comes late. */
  void beOnTime() {
    firm.beOnTime();
  }

  /** Any act; whether it was done. */
  boolean act() {
    firm.goOn();
    HttpAnswer answer = acts.get(firm.random().nextInt(acts.size())).get();
    assertThat(answer.status())
        .as("%s%n%s", answer.body(), story())
        .isIn(200, 201, 404, 409, 412, 422);
    return answer.status() < 300;
  }

  /** Now and then the oldest open month that is over for two months. */
  private HttpAnswer closeMonth() {
    LocalDate month = LocalDate.ofInstant(Firm.BEGIN, ZoneOffset.UTC).plusMonths(closedMonths);
    boolean isOver = month.plusMonths(2).isBefore(LocalDate.ofInstant(firm.now(), ZoneOffset.UTC));
    if (!isOver) {
      return firm.send("/stock/counts", "{'location':'NONE','lines':[]}");
    }
    closedMonths++;
    return firm.send(
        "/ledger/periods/" + month.toString().substring(0, 7) + "/close", "{'waiver':'Later'}");
  }

  Optional<String> transferred() {
    return path("/stock/transfers", storing.transfer());
  }

  Optional<String> counted() {
    return path("/stock/counts", storing.count());
  }

  Optional<String> landed() {
    return path("/stock/landed-costs", buying.land());
  }

  Optional<String> billed() {
    return path("/purchasing/invoices", buying.bill());
  }

  Optional<String> customerPaid() {
    return payment("/sales/payments", selling.takeMoney());
  }

  Optional<String> supplierPaid() {
    return payment("/purchasing/payments", buying.payBill());
  }

  private static Optional<String> path(String list, HttpAnswer answer) {
    return answer.status() < 300
        ? Optional.of(list + "/" + answer.json().path("number").asString())
        : Optional.empty();
  }

  private static Optional<String> payment(String list, HttpAnswer answer) {
    return answer.status() < 300
        ? Optional.of(list + "/" + answer.json().at("/payment/number").asString())
        : Optional.empty();
  }

  /** Whether the document of that address was reversed now. */
  boolean reversed(String path) {
    int cut = path.lastIndexOf('/');
    HttpAnswer answer = firm.reverse(path.substring(0, cut), path.substring(cut + 1));
    return answer.status() < 300;
  }
}
