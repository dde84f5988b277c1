package org.millrace.demo.business;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.demo.business.Day.Phase;

/** Plans what may be spent, and looks at large orders before they are placed. */
final class Controller {
  private static final int LARGE_ORDER = 40_000;
  private static final String ROLE = "admin";
  private static final int MONTHS = 12;

  void open(Day day) {
    day.addUndated(
        Phase.CAPITAL,
        MoneyActs.orderPolicy("LARGE-ORDERS", "Orders of 40,000 EUR and more", LARGE_ORDER, ROLE));
    int year = day.date().getYear();
    day.addUndated(Phase.CAPITAL, MoneyActs.budget(year, plan(0)));
    day.addUndated(Phase.CAPITAL, MoneyActs.budget(year + 1, plan(1)));
  }

  private static Map<String, List<Integer>> plan(int years) {
    Map<String, List<Integer>> plan = new LinkedHashMap<>();
    plan.put("6000", months(27_000 + 800 * years, 9_000));
    plan.put("6100", months(78_500 + 4_500 * years, 0));
    plan.put("6200", months(5_200, 0));
    return plan;
  }

  /** An amount for each month, more in the riding season. */
  private static List<Integer> months(int amount, int more) {
    List<Integer> months = new ArrayList<>();
    for (int month = 1; month <= MONTHS; month++) {
      months.add(amount + (month >= 4 && month <= 8 ? more : 0));
    }
    return months;
  }

  /** Whether an order of so much, in EUR, waits for approval. */
  static boolean approves(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP).compareTo(BigDecimal.valueOf(LARGE_ORDER)) >= 0;
  }

  /** The order as it is answered where it waits: by a request. */
  static Act held(Act order) {
    return new Act(
        order.method(),
        order.key(),
        order.path(),
        order.body(),
        Act.Link.makes(request(order.key())),
        order.by());
  }

  /** Lets the order of this name be placed. */
  static Act approval(String order) {
    return MoneyActs.approval(request(order), order);
  }

  private static String request(String order) {
    return order + "/request";
  }
}
