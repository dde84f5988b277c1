package org.millrace.demo.business;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Catalogue;

/**
 * Buys components each week against the outlook. Some deliveries come late or in two parts, some
 * bills are a little dearer than ordered.
 */
final class Buyer {
  static final int DAYS_TO_PAY = 30;
  private static final int VERY_LATE_DAYS = 10;
  private static final int LOT = 20;
  private static final int WEEKS_BOUGHT = 5;
  private static final int WEEKS_SAFE = 2;

  private final Random random;
  private final Agenda agenda;
  private final Stockroom stock;
  private final Outlook outlook;
  private final Vat vat;
  private final Currencies currencies;
  private int orders;

  Buyer(
      Random random,
      Agenda agenda,
      Stockroom stock,
      Outlook outlook,
      Vat vat,
      Currencies currencies) {
    this.vat = vat;
    this.currencies = currencies;
    this.random = random;
    this.agenda = agenda;
    this.stock = stock;
    this.outlook = outlook;
  }

  /** The first components, delivered within days so that work can begin. */
  void open(Day day) {
    for (Catalogue.Supplier supplier : Catalogue.SUPPLIERS) {
      order(day, supplier, WEEKS_BOUGHT + WEEKS_SAFE, 1);
    }
  }

  void work(Day day) {
    if (day.date().getDayOfWeek() == DayOfWeek.MONDAY) {
      for (Catalogue.Supplier supplier : Catalogue.SUPPLIERS) {
        order(day, supplier, weeksCovered(supplier), supplier.leadDays());
      }
    }
  }

  private static int weeksCovered(Catalogue.Supplier supplier) {
    return supplier.leadDays() / 7 + 1 + WEEKS_SAFE;
  }

  private void order(Day day, Catalogue.Supplier supplier, int weeks, int leadDays) {
    Map<String, Double> level = outlook.needs(day.date(), weeks);
    Map<String, Double> more = outlook.needs(day.date().plusWeeks(weeks), WEEKS_BOUGHT);
    List<Acts.Line> lines = new ArrayList<>();
    for (Catalogue.Component component : Catalogue.COMPONENTS) {
      if (component.supplier().equals(supplier.code())) {
        double wanted = level.getOrDefault(component.code(), 0.0);
        int position = stock.position(component.code());
        if (position < wanted) {
          double quantity = wanted - position + more.getOrDefault(component.code(), 0.0) / 2;
          lines.add(
              new Acts.Line(
                  component.code(),
                  (int) Math.ceil(quantity / LOT) * LOT,
                  currencies.price(component)));
        }
      }
    }
    if (!lines.isEmpty()) {
      place(day, supplier, lines, leadDays);
    }
  }

  private void place(Day day, Catalogue.Supplier supplier, List<Acts.Line> lines, int leadDays) {
    orders++;
    String name = "po-" + orders;
    LocalDate promised = Agenda.working(day.date().plusDays(leadDays));
    Optional<String> currency = currencies.of(supplier);
    Act order = Acts.purchaseOrder(name, supplier.code(), promised, lines, currency);
    if (currencies.areKept()
        && Controller.approves(Acts.total(lines).multiply(currencies.rate(supplier, day.date())))) {
      day.add(Phase.ORDERING, Controller.held(order));
      day.addUndated(Phase.APPROVING, Controller.approval(name));
    } else {
      day.add(Phase.ORDERING, order);
    }
    lines.forEach(l -> stock.expect(l.item(), l.quantity()));
    LocalDate arrival = promised.plusDays(leadDays > 1 ? delay() : 0);
    if (currencies.areKept() && arrival.isAfter(promised.plusDays(VERY_LATE_DAYS))) {
      agenda.on(
          promised.minusDays(2),
          d ->
              d.add(
                  Phase.APPROVING,
                  Acts.confirmation(name, Agenda.working(arrival), "Late at the maker")));
    }
    boolean inTwoParts = leadDays > 1 && random.nextInt(100) < 15;
    if (inTwoParts) {
      agenda.on(arrival, d -> receiveMost(d, name, lines));
    } else {
      agenda.on(arrival, d -> receive(d, name, lines, Map.of(), 1));
    }
  }

  private int delay() {
    int percent = random.nextInt(100);
    if (percent < 70) {
      return random.nextInt(2);
    }
    return percent < 92 ? 2 + random.nextInt(4) : 10 + random.nextInt(18);
  }

  private void receiveMost(Day day, String name, List<Acts.Line> lines) {
    Map<Integer, Integer> now = new TreeMap<>();
    Map<Integer, Integer> later = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      int quantity = lines.get(i).quantity();
      int short5 = i == 0 ? quantity / 5 : 0;
      now.put(i + 1, quantity - short5);
      if (short5 > 0) {
        later.put(i + 1, short5);
      }
    }
    day.add(Phase.RECEIVING, Acts.receipt(name, 1, now));
    now.forEach((line, quantity) -> stock.arrive(lines.get(line - 1).item(), quantity));
    agenda.on(day.date().plusDays(5 + random.nextInt(6)), d -> receive(d, name, lines, later, 2));
  }

  private void receive(
      Day day, String name, List<Acts.Line> lines, Map<Integer, Integer> rest, int part) {
    day.add(Phase.RECEIVING, Acts.receipt(name, part, rest));
    if (rest.isEmpty()) {
      lines.forEach(l -> stock.arrive(l.item(), l.quantity()));
    } else {
      rest.forEach((line, quantity) -> stock.arrive(lines.get(line - 1).item(), quantity));
    }
    agenda.on(day.date().plusDays(1L + random.nextInt(4)), d -> bill(d, name, lines));
  }

  private void bill(Day day, String order, List<Acts.Line> lines) {
    String name = order.replace("po-", "si-");
    boolean dearer = random.nextInt(100) < 12;
    Catalogue.Supplier supplier =
        Catalogue.supplier(Catalogue.component(lines.get(0).item()).supplier());
    String from = supplier.country();
    Optional<String> currency = currencies.of(supplier);
    List<Acts.Line> billed =
        Acts.taxed(
            dearer ? lines.stream().map(this::onePercentMore).toList() : lines, vat.bought(from));
    day.add(Phase.INVOICING, Acts.supplierInvoice(order, name, billed, currency));
    BigDecimal amount = vat.billed(day.date(), from, billed, currencies.rate(supplier, day.date()));
    agenda.on(
        day.date().plusDays(DAYS_TO_PAY - 3L + random.nextInt(5)),
        d -> d.add(Phase.PAYING, Acts.supplierPayment(name, amount)));
  }

  private Acts.Line onePercentMore(Acts.Line line) {
    int decimals = line.unitPrice().scale();
    BigDecimal price =
        line.unitPrice().multiply(new BigDecimal("1.01")).setScale(decimals, RoundingMode.HALF_UP);
    return new Acts.Line(line.item(), line.quantity(), price);
  }
}
