package org.millrace.analytics.demand.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.analytics.demand.alert.Alert.Kind;
import org.millrace.analytics.demand.alert.Alert.Severity;

/** Finds the exceptions of one item from its weeks and from how its forecasts did. */
public final class Alerts {

  /** A tracking signal beyond this to either side is an alarm (Brown 1959). */
  public static final double TRACKING_LIMIT = 4;

  private static final double URGENT_TRACKING = 8;
  private static final double LEAST_BIAS = 0.2;
  private static final int NEW_WEEKS = 8;
  private static final double CHANCE = 0.01;
  private static final int LEAST_SILENCE = 3;

  private Alerts() {}

  /**
   * The last week: what was sold, and the 95 % interval said the week before, with what campaigns
   * and won opportunities brought in fact.
   */
  public record LastWeek(double actual, double low95, double high95) {}

  /**
   * What is known of one item.
   *
   * @param weeks units by week from the first sale
   * @param lastWeek empty list or one
   * @param oneAhead sums of the errors one week ahead
   * @param onHand empty when the stock as of that day is not known
   */
  public record Facts(
      double[] weeks, List<LastWeek> lastWeek, ErrorSums oneAhead, OptionalDouble onHand) {

    public Facts {
      weeks = weeks.clone();
      lastWeek = List.copyOf(lastWeek);
    }

    @Override
    public double[] weeks() {
      return weeks.clone();
    }
  }

  /** The exceptions of the item, at most one of a kind. */
  public static List<Alert> of(Facts facts) {
    List<Alert> alerts = new ArrayList<>();
    if (facts.weeks.length <= NEW_WEEKS) {
      alerts.add(fresh(facts));
      return alerts;
    }
    silence(facts, alerts);
    bias(facts, alerts);
    facts.lastWeek.forEach(week -> outside(week, alerts));
    return alerts;
  }

  private static Alert fresh(Facts facts) {
    int weeks = facts.weeks.length;
    if (weeks == 0) {
      return new Alert(
          Kind.NEW_ITEM,
          Severity.INFO,
          0,
          "New item: no week with a sale is over. Compare with a similar item.",
          "新物料：尚无已结束的销售周。请参照相似物料。");
    }
    return new Alert(
        Kind.NEW_ITEM,
        Severity.INFO,
        mean(facts.weeks, 0, weeks),
        "New item: %d weeks since the first sale. Compare with a similar item.".formatted(weeks),
        "新物料：首次销售至今 %d 周。请参照相似物料。".formatted(weeks));
  }

  /**
   * Silence at the end that chance does not explain: with a sale in the share p of the weeks before
   * it, k weeks without one have the chance (1-p)^k. Worked: sold in 8 of 10 weeks, then 3 without:
   * 0.2^3 = 0.008, less than 0.01.
   */
  private static void silence(Facts facts, List<Alert> alerts) {
    double[] weeks = facts.weeks;
    int silent = 0;
    while (silent < weeks.length && weeks[weeks.length - 1 - silent] == 0) {
      silent++;
    }
    int before = weeks.length - silent;
    if (silent < LEAST_SILENCE || before == 0) {
      return;
    }
    int sold = 0;
    for (int week = 0; week < before; week++) {
      sold += weeks[week] > 0 ? 1 : 0;
    }
    double share = Math.min(sold, before - 0.5) / before;
    if (Math.pow(1 - share, silent) >= CHANCE) {
      return;
    }
    double weekly = mean(weeks, 0, before);
    if (facts.onHand.isPresent() && facts.onHand.getAsDouble() <= 0) {
      alerts.add(
          new Alert(
              Kind.STOCK_OUT,
              Severity.URGENT,
              weekly,
              "Stock-out suspected: nothing sold for %d weeks and none on hand; before, %s a week."
                  .formatted(silent, number(weekly)),
              "疑似缺货：%d 周未售且无库存；此前每周 %s。".formatted(silent, number(weekly))));
    } else {
      String there =
          facts.onHand.isPresent()
              ? " though %s are on hand".formatted(number(facts.onHand.getAsDouble()))
              : "";
      String thereZh =
          facts.onHand.isPresent() ? "，而库存尚有 %s".formatted(number(facts.onHand.getAsDouble())) : "";
      alerts.add(
          new Alert(
              Kind.DYING_ITEM,
              Severity.WARNING,
              weekly,
              "Dying item: nothing sold for %d weeks%s; before, %s a week."
                  .formatted(silent, there, number(weekly)),
              "需求消失：%d 周未售%s；此前每周 %s。".formatted(silent, thereZh, number(weekly))));
    }
  }

  private static void bias(Facts facts, List<Alert> alerts) {
    OptionalDouble signal = facts.oneAhead.trackingSignal();
    OptionalDouble share = facts.oneAhead.bias();
    if (signal.isEmpty()
        || share.isEmpty()
        || Math.abs(signal.getAsDouble()) <= TRACKING_LIMIT
        || Math.abs(share.getAsDouble()) < LEAST_BIAS) {
      return;
    }
    boolean isTooMuch = share.getAsDouble() > 0;
    String percent = number(100 * Math.abs(share.getAsDouble()));
    alerts.add(
        new Alert(
            Kind.BIAS,
            Math.abs(signal.getAsDouble()) > URGENT_TRACKING ? Severity.URGENT : Severity.WARNING,
            Math.abs(facts.oneAhead.signed()) / facts.oneAhead.periods(),
            "The forecasts of %d weeks were %s %% too %s (tracking signal %s)."
                .formatted(
                    facts.oneAhead.periods(),
                    percent,
                    isTooMuch ? "high" : "low",
                    number(signal.getAsDouble())),
            "%d 周的预测偏%s %s%%（跟踪信号 %s）。"
                .formatted(
                    facts.oneAhead.periods(),
                    isTooMuch ? "高" : "低",
                    percent,
                    number(signal.getAsDouble()))));
  }

  private static void outside(LastWeek week, List<Alert> alerts) {
    boolean isAbove = week.actual > week.high95;
    if (!isAbove && week.actual >= week.low95) {
      return;
    }
    alerts.add(
        new Alert(
            Kind.OUTSIDE_INTERVAL,
            Severity.WARNING,
            isAbove ? week.actual - week.high95 : week.low95 - week.actual,
            "The last week sold %s, outside the 95 %% interval from %s to %s."
                .formatted(number(week.actual), number(week.low95), number(week.high95)),
            "上周销售 %s，超出 95%% 区间 %s 至 %s。"
                .formatted(number(week.actual), number(week.low95), number(week.high95))));
  }

  private static double mean(double[] weeks, int from, int to) {
    double sum = 0;
    for (int week = from; week < to; week++) {
      sum += weeks[week];
    }
    return sum / Math.max(1, to - from);
  }

  private static String number(double value) {
    boolean isWhole = value == Math.rint(value) || Math.abs(value) >= 100;
    return String.format(Locale.ROOT, isWhole ? "%.0f" : "%.1f", value);
  }
}
