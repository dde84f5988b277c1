package org.millrace.demo.business;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.millrace.demo.business.BusinessYear.Founding;
import org.millrace.demo.business.Day.Phase;
import org.millrace.demo.market.Catalogue;
import org.millrace.demo.market.Promotion;
import org.millrace.demo.market.Season;
import org.millrace.demo.market.Shop;

/**
 * Takes orders by each shop's habit, delivers them whole shortly before the shop wants them and in
 * parts from then on, bills, collects, takes goods back. Its factory shop sells to passers-by.
 */
final class SalesDesk {
  static final int DAYS_TO_PAY = 30;
  static final double LINES_AN_ORDER = 2.2;
  static final double WALK_IN_SHARE = 0.04;
  static final int SOONEST_DAYS = 3;
  private static final int LATEST_DAYS = 19;
  private static final int SENT_AHEAD_DAYS = 4;
  private static final double LARGE = 1.7;
  private static final int LARGE_PERCENT = 4;
  private static final String MAIN = "MAIN";
  private static final String FACTORY_SHOP = "SHOP";
  private static final int SHELF = 3;

  private final Random random;
  private final Agenda agenda;
  private final Stockroom stock;
  private final Founding founding;
  private final Vat vat;
  private final BankDesk bank;
  private final List<Shop> shops;
  private final LocalDate first;
  private final Map<String, LocalDate> nextOrder = new HashMap<>();
  private final List<Waiting> waiting = new ArrayList<>();
  private int orders;
  private int walkIns;
  private int transfers;
  private final Map<String, Integer> inShop = new HashMap<>();

  /** An order not yet delivered in full; quantities by line. */
  private record Waiting(
      String name,
      Shop shop,
      LocalDate requested,
      List<Acts.Line> lines,
      Map<Integer, Integer> open) {
    boolean isUntouched() {
      return open.size() == lines.size();
    }
  }

  /** How the firm was founded, who knows the taxes of a sale, and who hears of its money. */
  record Money(Founding founding, Vat vat, BankDesk bank) {}

  SalesDesk(
      Random random,
      Agenda agenda,
      Stockroom stock,
      Money money,
      List<Shop> shops,
      LocalDate first) {
    founding = money.founding();
    vat = money.vat();
    bank = money.bank();
    this.random = random;
    this.agenda = agenda;
    this.stock = stock;
    this.shops = shops;
    this.first = first;
    for (Shop shop : shops) {
      int wait = 8 + random.nextInt((int) shop.habit().daysApart());
      nextOrder.put(shop.code(), first.plusDays(wait));
    }
  }

  /** Opens the factory shop. */
  void open(Day day) {
    day.addUndated(Phase.TAX_CODES, Acts.location(FACTORY_SHOP, "Factory shop"));
  }

  void work(Day day) {
    deliver(day);
    for (Shop shop : shops) {
      if (!requireNonNull(nextOrder.get(shop.code())).isAfter(day.date())
          && isBuying(shop, day.date())) {
        order(day, shop);
        nextOrder.put(shop.code(), day.date().plusDays(pause(shop, day.date())));
      }
    }
    if (random.nextDouble() < 0.45 * Season.LEVEL.factor(day.date())) {
      sellOverTheCounter(day);
    }
  }

  private static boolean isBuying(Shop shop, LocalDate day) {
    return shop.habit().lastDay().map(last -> !day.isAfter(last)).orElse(true);
  }

  private long pause(Shop shop, LocalDate day) {
    double pace = Season.RIDING.factor(day) * Season.trend(first, day) * Promotion.uplift(day);
    double days = shop.habit().daysApart() / pace * (0.6 + 0.8 * random.nextDouble());
    return Math.max(2, Math.round(days));
  }

  private void order(Day day, Shop shop) {
    orders++;
    String name = "so-" + orders;
    boolean isLarge = founding.hasCurrencies() && shop.habit().size() > LARGE;
    List<Acts.Line> lines =
        Acts.taxed(lines(day.date(), shop.habit().size()), vat.sold(shop.country())).stream()
            .map(line -> line.less(isLarge ? LARGE_PERCENT : 0))
            .toList();
    LocalDate requested = requested(day.date());
    day.add(Phase.ORDERING, Acts.salesOrder(name, shop.code(), requested, lines));
    Map<Integer, Integer> open = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      open.put(i + 1, lines.get(i).quantity());
      stock.want(lines.get(i).item(), lines.get(i).quantity());
    }
    Waiting order = new Waiting(name, shop, requested, lines, open);
    waiting.add(order);
    if (random.nextInt(1000) < 18) {
      agenda.on(day.date().plusDays(1), d -> cancel(d, order));
    }
  }

  /** The working day on which a shop wants what it orders: 3 to 21 days later, each as often. */
  private LocalDate requested(LocalDate day) {
    int days = SOONEST_DAYS + orders * 7 % (LATEST_DAYS - SOONEST_DAYS + 1);
    return Agenda.working(day.plusDays(days));
  }

  private List<Acts.Line> lines(LocalDate day, double size) {
    int count = 1 + (random.nextDouble() < 0.7 ? 1 : 0) + (random.nextDouble() < 0.5 ? 1 : 0);
    Map<String, Acts.Line> lines = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Catalogue.Sold sold = product(day);
      double pieces = sold.pieces() * size * (0.5 + random.nextDouble());
      int quantity = (int) Math.max(1, Math.round(pieces));
      lines.putIfAbsent(
          sold.code(), new Acts.Line(sold.code(), quantity, Promotion.price(sold.price(), day)));
    }
    return List.copyOf(lines.values());
  }

  private Catalogue.Sold product(LocalDate day) {
    double all = Catalogue.SALES.stream().mapToDouble(s -> weight(s, day)).sum();
    double rest = random.nextDouble() * all;
    for (Catalogue.Sold sold : Catalogue.SALES) {
      rest -= weight(sold, day);
      if (rest <= 0) {
        return sold;
      }
    }
    return Catalogue.SALES.get(0);
  }

  private static double weight(Catalogue.Sold sold, LocalDate day) {
    return sold.share() * sold.season().factor(day);
  }

  private void cancel(Day day, Waiting order) {
    if (order.isUntouched() && waiting.remove(order)) {
      day.add(Phase.ORDERING, Acts.salesCancellation(order.name()));
      order.open().forEach((line, q) -> stock.want(order.lines().get(line - 1).item(), -q));
    }
  }

  private void deliver(Day day) {
    for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
      Waiting order = all.next();
      if (day.date().isBefore(order.requested().minusDays(SENT_AHEAD_DAYS))) {
        continue;
      }
      Map<Integer, Integer> ready = new TreeMap<>();
      order
          .open()
          .forEach(
              (line, quantity) -> {
                if (stock.free(order.lines().get(line - 1).item()) >= quantity) {
                  ready.put(line, quantity);
                }
              });
      boolean whole = ready.size() == order.open().size();
      boolean wanted = !order.requested().isAfter(day.date());
      if (whole || wanted && !ready.isEmpty()) {
        send(day, order, ready);
        ready.keySet().forEach(order.open()::remove);
      }
      if (order.open().isEmpty()) {
        all.remove();
      }
    }
  }

  private void send(Day day, Waiting order, Map<Integer, Integer> ready) {
    int part = order.isUntouched() ? 1 : 2 + order.lines().size() - order.open().size();
    List<Acts.Line> sent = new ArrayList<>();
    ready.forEach(
        (line, quantity) -> {
          Acts.Line goods = order.lines().get(line - 1);
          stock.take(goods.item(), quantity);
          stock.want(goods.item(), -quantity);
          sent.add(goods);
        });
    day.add(Phase.DELIVERING, Acts.delivery(order.name(), part, ready));
    String invoice = order.name().replace("so-", "in-") + "-" + part;
    day.add(Phase.INVOICING, Acts.salesInvoice(order.name(), invoice, early(order.shop())));
    collect(day.date(), order.shop(), invoice, sent);
    if (random.nextInt(1000) < 35) {
      LocalDate back = day.date().plusDays(6L + random.nextInt(12));
      agenda.on(back, d -> takeBack(d, order.shop(), invoice, sent.get(0)));
    }
  }

  private void collect(LocalDate day, Shop shop, String invoice, List<Acts.Line> sent) {
    BigDecimal amount = vat.invoiced(day, shop.country(), sent);
    LocalDate paid = day.plusDays(DAYS_TO_PAY + (long) shop.habit().paying().days(random));
    Optional<Shop.EarlyPayment> early = early(shop);
    if (early.isPresent()) {
      payEarly(day.plusDays(early.get().days() - 4L), invoice, amount, early.get());
      return;
    }
    boolean inTwoParts = shop.habit().paying() == Shop.Paying.LATE && random.nextInt(10) < 2;
    BigDecimal part =
        inTwoParts ? amount.divide(BigDecimal.valueOf(2), 2, RoundingMode.DOWN) : amount;
    pay(paid, shop, invoice, 1, part);
    if (inTwoParts) {
      pay(paid.plusDays(15), shop, invoice, 2, amount.subtract(part));
    }
  }

  private void pay(LocalDate paid, Shop shop, String invoice, int part, BigDecimal amount) {
    if (bank.hears(shop)) {
      bank.expect(paid, shop, invoice, amount);
    } else {
      agenda.on(paid, d -> d.add(Phase.PAYING, Acts.payment(invoice, part, amount)));
    }
  }

  private Optional<Shop.EarlyPayment> early(Shop shop) {
    return founding.hasCurrencies() ? shop.terms() : Optional.empty();
  }

  private void payEarly(
      LocalDate paid, String invoice, BigDecimal amount, Shop.EarlyPayment early) {
    BigDecimal discount =
        amount.multiply(BigDecimal.valueOf(early.percent(), 2)).setScale(2, RoundingMode.HALF_UP);
    agenda.on(
        paid,
        d -> d.add(Phase.PAYING, Acts.earlyPayment(invoice, amount.subtract(discount), discount)));
  }

  /** At home the amount stays open against what the shop buys next. */
  private void takeBack(Day day, Shop shop, String invoice, Acts.Line line) {
    String name = invoice.replace("in-", "cn-");
    day.add(Phase.RETURNING, Acts.creditNote(invoice, name, Map.of(1, 1)));
    BigDecimal price =
        new Acts.Line(line.item(), 1, line.unitPrice()).less(line.discountPercent()).amount();
    vat.credited(day.date(), shop.country(), price);
    agenda.on(day.date().plusDays(1), d -> stock.put(line.item(), 1));
    if (random.nextBoolean() && vat.isFree(shop.country())) {
      agenda.on(
          day.date().plusDays(7),
          d -> d.add(Phase.REFUNDING, Acts.payment(name, 1, price.negate())));
    }
  }

  private void sellOverTheCounter(Day day) {
    Catalogue.Sold sold = product(day.date());
    boolean isThere =
        founding.hasCurrencies() ? takeFromShelf(day, sold.code()) : stock.free(sold.code()) >= 1;
    if (!isThere) {
      return;
    }
    walkIns++;
    String name = "counter-" + walkIns;
    if (!founding.hasCurrencies()) {
      stock.take(sold.code(), 1);
    }
    List<Acts.Line> lines =
        List.of(
            new Acts.Line(
                sold.code(),
                1,
                Promotion.price(sold.price(), day.date()),
                vat.sold(Shop.HOME_COUNTRY)));
    Optional<String> counter =
        founding.hasCurrencies() ? Optional.of(FACTORY_SHOP) : Optional.empty();
    day.add(
        Phase.DELIVERING, Acts.directSale(name, "WALK-IN " + Shop.HOME_COUNTRY, lines, counter));
    BigDecimal amount = vat.invoiced(day.date(), Shop.HOME_COUNTRY, lines);
    day.add(Phase.PAYING, Acts.payment(name, 1, amount));
  }

  /** One of the shelf of the factory shop, which is filled from the hall when it is empty. */
  private boolean takeFromShelf(Day day, String item) {
    if (inShop.getOrDefault(item, 0) == 0) {
      int quantity = Math.min(SHELF, stock.unclaimed(item));
      if (quantity == 0) {
        return false;
      }
      transfers++;
      String name = "transfer-" + transfers;
      stock.take(item, quantity);
      inShop.put(item, quantity);
      day.add(Phase.MOVING, Acts.transfer(name, MAIN, FACTORY_SHOP, item, quantity));
      day.add(Phase.MOVED, Acts.transferPosted(name));
    }
    inShop.merge(item, -1, Integer::sum);
    return true;
  }
}
