package org.millrace.analytics.segmentation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Twenty customers whose scores were worked by hand: each line has the invoices and credit notes as
 * days before the as-of day and amount, then R, F, M, the three scores and the segment.
 */
final class TwentyCustomers {

  static final LocalDate AS_OF = LocalDate.of(2011, 8, 31);

  private static final String TABLE =
      """
      C01 1:500 30:400 60:300 90:300 120:200 150:100 | 1 6 1800 | 5 5 5 | Champions
      C02 2:900 40:800 80:700 100:600 20:-100        | 2 4 2900 | 5 5 5 | Champions
      C03 3:50                                       | 3 1 50   | 5 2 2 | Potential loyal
      C04 4:200 34:150                               | 4 2 350  | 5 3 3 | Potential loyal
      C05 6:1200                                     | 6 1 1200 | 4 2 4 | Potential loyal
      C06 10:80 50:70 70:60                          | 10 3 210 | 4 4 3 | Potential loyal
      C07 15:30                                      | 15 1 30  | 4 2 1 | New
      C08 20:300 45:250 75:200 110:150 140:100       | 20 5 1000 | 4 5 4 | Champions
      C09 25:75 55:75                                | 25 2 150 | 3 3 3 | Needs attention
      C10 31:20                                      | 31 1 20  | 3 2 1 | Promising
      C11 40:500 100:500 39:-50                      | 40 2 950 | 3 3 4 | Needs attention
      C12 40:60                                      | 40 1 60  | 3 2 2 | Needs attention
      C13 65:110 95:90 125:60                        | 65 3 260 | 2 4 3 | At risk
      C14 90:40                                      | 90 1 40  | 2 2 2 | At risk
      C15 120:700 150:650 180:600 210:550            | 120 4 2500 | 2 5 5 | At risk
      C16 120:45                                     | 120 1 45 | 2 2 2 | At risk
      C17 150:350 200:50                             | 150 2 400 | 1 3 4 | At risk
      C18 200:15 190:-15                             | 200 1 0  | 1 2 1 | Lost
      C19 250:2000 280:1800 300:1000                 | 250 3 4800 | 1 4 5 | Cannot lose
      C20 300:10                                     | 300 1 10 | 1 2 1 | Lost
      """;

  private TwentyCustomers() {}

  static List<Purchase> purchases() {
    return lines().flatMap(line -> purchases(line[0].trim().split(" +")).stream()).toList();
  }

  /** One line per customer: code | R F M | scores | segment. */
  static List<String> expected() {
    return lines()
        .map(line -> line[0].split(" ")[0] + " |" + line[1] + "|" + line[2] + "|" + line[3])
        .map(line -> line.replaceAll(" +", " "))
        .toList();
  }

  static String described(CustomerScore score) {
    Behaviour behaviour = score.behaviour();
    Scores scores = score.scores();
    return "%s | %d %d %s | %d %d %d | %s"
        .formatted(
            score.customer().code(),
            behaviour.recencyDays(),
            behaviour.frequency(),
            behaviour.monetary().toPlainString(),
            scores.recency(),
            scores.frequency(),
            scores.monetary(),
            score.segment().title());
  }

  static Purchase purchase(String customer, String document, int daysAgo, String amount) {
    BigDecimal value = new BigDecimal(amount);
    return new Purchase(
        new Customer(customer, "Customer " + customer, "United Kingdom"),
        value.signum() < 0 ? Purchase.Kind.CREDIT_NOTE : Purchase.Kind.INVOICE,
        document,
        AS_OF.minusDays(daysAgo),
        new Purchase.Amount(value, "GBP"));
  }

  private static Stream<String[]> lines() {
    return TABLE.lines().map(line -> line.split("\\|"));
  }

  private static List<Purchase> purchases(String... words) {
    List<Purchase> purchases = new ArrayList<>();
    for (int i = 1; i < words.length; i++) {
      String[] parts = words[i].split(":");
      purchases.add(purchase(words[0], words[0] + "-" + i, Integer.parseInt(parts[0]), parts[1]));
    }
    return purchases;
  }
}
