package org.millrace.demo.business;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.millrace.demo.market.Catalogue;
import org.millrace.demo.market.Shop;

/**
 * Live business at a steady rate until the process ends: sales from goods that it makes itself,
 * from components that it buys itself, so that it never takes what others count on.
 */
public final class Trickle {
  private static final Duration BETWEEN_NEWS = Duration.ofSeconds(10);
  private static final int COMPONENT_LOT = 40;
  private static final int PRODUCT_LOT = 6;

  private final Consumer<Act> post;
  private final List<Shop> shops;
  private final Vat vat;
  private final Clock clock;
  private final String run;
  private final Random random;
  private final Map<String, Integer> own = new HashMap<>();
  private final Deque<Act> next = new ArrayDeque<>();
  private int documents;

  public Trickle(Consumer<Act> post, BusinessYear year, Clock clock) {
    this.post = post;
    this.shops = year.shops();
    this.vat = year.vat();
    this.clock = clock;
    run = "live-" + clock.millis() + "-";
    random = new Random(clock.millis());
  }

  /** Goes on until the thread is interrupted. */
  public void run(double perSecond) {
    long pause = (long) (1e9 / perSecond);
    long due = System.nanoTime();
    long news = due;
    int sent = 0;
    while (!Thread.currentThread().isInterrupted()) {
      post.accept(act());
      sent++;
      due += pause;
      if (System.nanoTime() - news > BETWEEN_NEWS.toNanos()) {
        news = System.nanoTime();
        System.out.println("  live: " + sent + " acts posted");
      }
      long wait = due - System.nanoTime();
      if (wait > 0) {
        LockSupport.parkNanos(wait);
      } else {
        due = System.nanoTime();
      }
    }
  }

  /** The next act; each is possible once those before it are posted. */
  Act act() {
    if (next.isEmpty()) {
      sell();
    }
    return next.remove();
  }

  private void sell() {
    Catalogue.Sold sold = Catalogue.SALES.get(random.nextInt(Catalogue.SALES.size()));
    Shop shop = shops.get(random.nextInt(shops.size()));
    int quantity = 1 + random.nextInt(sold.pieces());
    provide(sold.code(), quantity);
    own.merge(sold.code(), -quantity, Integer::sum);
    List<Acts.Line> lines =
        List.of(new Acts.Line(sold.code(), quantity, sold.price(), vat.sold(shop.country())));
    String order = name();
    String invoice = name();
    LocalDate requested = LocalDate.now(clock).plusDays(SalesDesk.SOONEST_DAYS);
    next.add(Acts.salesOrder(order, shop.code(), requested, lines));
    next.add(Acts.delivery(order, 1, Map.of()));
    next.add(Acts.salesInvoice(order, invoice, Optional.empty()));
    if (random.nextInt(3) > 0) {
      BigDecimal amount = vat.invoiced(LocalDate.now(clock), shop.country(), lines);
      next.add(Acts.payment(invoice, 1, amount));
    }
  }

  /** Sees to it that so many of the item are ours, by buying or making a lot. */
  private void provide(String item, int quantity) {
    int missing = quantity - own.getOrDefault(item, 0);
    if (missing <= 0) {
      return;
    }
    if (Catalogue.isMade(item)) {
      make(item, Math.max(missing, PRODUCT_LOT));
    } else {
      buy(Catalogue.component(item), Math.max(missing, COMPONENT_LOT));
    }
  }

  private void make(String item, int quantity) {
    Catalogue.materials(item)
        .forEach(
            (material, each) -> {
              provide(material, each * quantity);
              own.merge(material, -each * quantity, Integer::sum);
            });
    String order = name();
    next.add(
        Acts.workOrder(order, item, quantity, LocalDate.now(clock).plusDays(Workshop.LEAD_DAYS)));
    next.add(Acts.consumption(order));
    next.add(Acts.completion(order, 1, quantity));
    own.merge(item, quantity, Integer::sum);
  }

  private void buy(Catalogue.Component component, int quantity) {
    List<Acts.Line> lines =
        new ArrayList<>(List.of(new Acts.Line(component.code(), quantity, component.cost())));
    String order = name();
    String invoice = name();
    LocalDate promised = LocalDate.now(clock);
    String from = Catalogue.countryOfOrigin(component.code());
    List<Acts.Line> billed = Acts.taxed(lines, vat.bought(from));
    BigDecimal amount = vat.billed(promised, from, billed, BigDecimal.ONE);
    next.add(Acts.purchaseOrder(order, component.supplier(), promised, lines, Optional.empty()));
    next.add(Acts.receipt(order, 1, Map.of()));
    next.add(Acts.supplierInvoice(order, invoice, billed, Optional.empty()));
    if (random.nextBoolean()) {
      next.add(Acts.supplierPayment(invoice, amount));
    }
    own.merge(component.code(), quantity, Integer::sum);
  }

  private String name() {
    documents++;
    return run + documents;
  }
}
