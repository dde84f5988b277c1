package org.millrace.analytics.segmentation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * RFM of one company's named customers as of the end of a day: R days since the last invoice, F
 * invoices and M net value, all in the twelve months to that day. Scored are the customers with an
 * invoice in the window. The result is sorted by customer code and does not depend on input order.
 *
 * <p>Source: Hughes, Strategic Database Marketing (1994), quintiles; ties share a score ({@link
 * Quintiles}). Worked example: the twenty customers of SegmentationTest.
 */
public final class Segmentation {

  /** Length of the window that ends with the as-of day. */
  public static final int WINDOW_MONTHS = 12;

  private final LocalDate asOf;

  private Segmentation(LocalDate asOf) {
    this.asOf = asOf;
  }

  /** A segmentation as of the end of this day. */
  public static Segmentation asOf(LocalDate asOf) {
    return new Segmentation(asOf);
  }

  /** The last day before the window: a purchase of that day no longer counts. */
  public LocalDate windowStartExclusive() {
    return asOf.minusMonths(WINDOW_MONTHS);
  }

  /** Scores the customers; refuses purchases in more than one currency. */
  public List<CustomerScore> score(Collection<Purchase> purchases) {
    String currency = onlyCurrency(purchases);
    Map<Customer, Tally> tallies = new TreeMap<>();
    for (Purchase purchase : purchases) {
      if (isInWindow(purchase.date())) {
        tallies.computeIfAbsent(purchase.customer(), customer -> new Tally()).add(purchase);
      }
    }
    tallies.values().removeIf(tally -> tally.invoices.isEmpty());
    Map<Customer, Behaviour> behaviours = new TreeMap<>();
    tallies.values().forEach(tally -> behaviours.put(tally.customer(), tally.behaviour(asOf)));
    return rank(behaviours, currency);
  }

  private static List<CustomerScore> rank(Map<Customer, Behaviour> behaviours, String currency) {
    List<Behaviour> all = List.copyOf(behaviours.values());
    Quintiles<Integer> recency =
        Quintiles.of(all.stream().map(Behaviour::recencyDays).toList(), Comparator.reverseOrder());
    Quintiles<Integer> frequency =
        Quintiles.of(all.stream().map(Behaviour::frequency).toList(), Comparator.naturalOrder());
    Quintiles<BigDecimal> monetary =
        Quintiles.of(all.stream().map(Behaviour::monetary).toList(), Comparator.naturalOrder());
    List<CustomerScore> scores = new ArrayList<>();
    behaviours.forEach(
        (customer, behaviour) -> {
          Scores score =
              new Scores(
                  recency.score(behaviour.recencyDays()),
                  frequency.score(behaviour.frequency()),
                  monetary.score(behaviour.monetary()));
          scores.add(new CustomerScore(customer, currency, behaviour, score, Segment.of(score)));
        });
    return List.copyOf(scores);
  }

  private boolean isInWindow(LocalDate date) {
    return date.isAfter(windowStartExclusive()) && !date.isAfter(asOf);
  }

  private static String onlyCurrency(Collection<Purchase> purchases) {
    Set<String> currencies = new TreeSet<>();
    purchases.forEach(purchase -> currencies.add(purchase.netAmount().currency()));
    if (currencies.size() > 1) {
      throw new IllegalArgumentException(
          "Purchases in "
              + currencies
              + " cannot be ranked together; score one currency at a time");
    }
    return currencies.isEmpty() ? "" : currencies.iterator().next();
  }

  /** What has been seen of one customer while reading purchases in any order. */
  private static final class Tally {

    private static final Comparator<Purchase> LATEST =
        Comparator.comparing(Purchase::date)
            .thenComparing(Purchase::document)
            .thenComparing(purchase -> purchase.customer().name())
            .thenComparing(purchase -> purchase.customer().country());

    private final Set<String> invoices = new HashSet<>();
    private BigDecimal monetary = BigDecimal.ZERO;
    private LocalDate lastInvoice = LocalDate.MIN;
    private @Nullable Purchase latest;

    void add(Purchase purchase) {
      monetary = monetary.add(purchase.netAmount().value());
      if (purchase.isInvoice()) {
        invoices.add(purchase.document());
        if (purchase.date().isAfter(lastInvoice)) {
          lastInvoice = purchase.date();
        }
      }
      if (latest == null || LATEST.compare(purchase, latest) > 0) {
        latest = purchase;
      }
    }

    Customer customer() {
      return requireNonNull(latest, "a customer bought something").customer();
    }

    Behaviour behaviour(LocalDate asOf) {
      int recencyDays = Math.toIntExact(ChronoUnit.DAYS.between(lastInvoice, asOf));
      return new Behaviour(recencyDays, invoices.size(), monetary);
    }
  }
}
