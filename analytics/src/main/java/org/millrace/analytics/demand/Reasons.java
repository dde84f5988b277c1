package org.millrace.analytics.demand;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.millrace.analytics.demand.DemandForecast.Reason;
import org.millrace.analytics.forecast.smoothing.SeasonFactors;

/** Says in words what the forecast of a series rests on: method, level, trend, season, events. */
final class Reasons {

  private static final int LATELY = 8;
  private static final double NOTABLE_TREND = 0.05;
  private static final double NOTABLE_SEASON = 0.10;
  private static final double PEAK = 3;

  private final DemandSeries series;
  private final double[] history;
  private final double[] filled;
  private final ModelSelection selection;
  private final List<Reason> sentences = new ArrayList<>();

  private Reasons(DemandSeries series, ModelSelection selection) {
    this.series = series;
    this.history = series.quantities();
    this.filled = selection.filled();
    this.selection = selection;
  }

  /** The sentences about a series and its selection. */
  static Reason of(DemandSeries series, ModelSelection selection, Errors errors) {
    Reasons reasons = new Reasons(series, selection);
    reasons.method(errors);
    reasons.leftOut();
    reasons.level();
    if (!selection.isYoung()) {
      reasons.trend();
      reasons.season();
    }
    reasons.events();
    return new Reason(
        reasons.sentences.stream().map(Reason::en).collect(Collectors.joining(" ")),
        reasons.sentences.stream().map(Reason::zh).collect(Collectors.joining()));
  }

  /** The sentences about an item whose first week is not over. */
  static Reason ofStarted(double sold, Analogues analogues) {
    Reason beside = beside(0, analogues);
    return new Reason(
        "%s: the first week is not over, %s sold so far. %s"
            .formatted(analogues.title(), number(sold), beside.en()),
        "%s：首周尚未结束，目前已售 %s。%s"
            .formatted(MethodNames.zh(analogues.title()), number(sold), beside.zh()));
  }

  /** The sentence about an item that never sold. */
  static Reason ofUnsold() {
    return new Reason(
        "Not sold yet: no demand of its own is expected, only what orders, opportunities and"
            + " planners say; no interval is known.",
        "尚未售出：不预期自身需求，仅计订单、商机与人工覆盖；区间未知。");
  }

  private static Reason beside(int weeks, Analogues analogues) {
    String own = weeks == 0 ? "no whole week" : weeks == 1 ? "1 week" : weeks + " weeks";
    String ownZh = weeks == 0 ? "尚无完整的一周" : "自身 %d 周数据".formatted(weeks);
    return new Reason(
        "New: %s of its own, and %d launches of items like it.".formatted(own, analogues.count()),
        "新物料：%s，并参照 %d 个相似品的上市走势。".formatted(ownZh, analogues.count()));
  }

  /** WAPE of the chosen method and of seasonal naive, where something was sold. */
  record Errors(Optional<Double> chosen, Optional<Double> naive) {}

  private void say(String en, String zh) {
    sentences.add(new Reason(en, zh));
  }

  private void method(Errors errors) {
    String title = selection.chosen().title();
    String titleZh = MethodNames.zh(title);
    if (selection.origins() == 0 && selection.analogues().isPresent()) {
      say(title + ": too young to be tested.", titleZh + "：历史太短，尚无法检验。");
    } else if (selection.origins() == 0) {
      say(
          title + ": only one " + word() + " is known, so the interval is wide on purpose.",
          "%s：仅有一%s数据，区间有意放宽。".formatted(titleZh, series.grain().wordZh()));
    } else if (errors.chosen.isEmpty()) {
      say(
          "%s: nothing was sold in the %d %ss tested."
              .formatted(title, selection.origins(), word()),
          "%s：检验的 %d %s内没有销售。".formatted(titleZh, selection.origins(), series.grain().wordZh()));
    } else {
      say(
          "%s: missed by %s of demand in tests from %d past %ss (%s: %s)."
              .formatted(
                  title,
                  percent(errors.chosen.get()),
                  selection.origins(),
                  word(),
                  selection.naive().title().toLowerCase(Locale.ROOT),
                  percent(errors.naive.get())),
          "%s：以过去 %d %s为起点检验，误差为需求的 %s（%s：%s）。"
              .formatted(
                  titleZh,
                  selection.origins(),
                  series.grain().wordZh(),
                  percent(errors.chosen.get()),
                  MethodNames.zh(selection.naive().title()),
                  percent(errors.naive.get())));
    }
    if (selection.analogues().isPresent()) {
      sentences.add(beside(history.length, selection.analogues().get()));
    } else if (selection.isYoung()) {
      say("The item is too young for other methods.", "该物料历史太短，尚不能用其他方法。");
    }
  }

  private void leftOut() {
    int out = series.outOfStock().cardinality();
    if (out > 0) {
      say(
          "%d %s%s without stock left out.".formatted(out, word(), out == 1 ? "" : "s"),
          "已剔除无库存的 %d %s。".formatted(out, series.grain().wordZh()));
    }
  }

  private void level() {
    int lately = Math.min(LATELY, filled.length);
    double mean = Arrays.stream(filled, filled.length - lately, filled.length).sum() / lately;
    double sold = Arrays.stream(history).filter(units -> units > 0).count();
    int known = history.length - series.outOfStock().cardinality();
    if (selection.isIntermittent()) {
      say(
          "Sold in %s of %d %ss; about %s a %s lately."
              .formatted(number(sold), known, word(), number(mean), word()),
          "%d %s中有 %s %s有销售；近期平均每%s约 %s。"
              .formatted(
                  known,
                  series.grain().wordZh(),
                  number(sold),
                  series.grain().wordZh(),
                  series.grain().wordZh().replace("个", ""),
                  number(mean)));
    } else {
      say(
          "About %s a %s lately.".formatted(number(mean), word()),
          "近期平均每%s约 %s。".formatted(series.grain().wordZh().replace("个", ""), number(mean)));
    }
  }

  private void trend() {
    double[] ahead = selection.chosen().ahead();
    int span = Math.min(ahead.length, history.length);
    double before = Arrays.stream(filled, filled.length - span, filled.length).sum() / span;
    double after = Arrays.stream(ahead).sum() / ahead.length;
    if (before <= 0) {
      return;
    }
    double change = after / before - 1;
    if (Math.abs(change) < NOTABLE_TREND) {
      say("Steady: as much ahead as before.", "走势平稳。");
    } else {
      String share = percent(Math.abs(change));
      say(
          "%s: %s %s ahead than in the last %d %ss."
              .formatted(
                  change > 0 ? "Rising" : "Falling",
                  share,
                  change > 0 ? "more" : "less",
                  span,
                  word()),
          "走势%s：未来平均比过去 %d %s%s %s。"
              .formatted(
                  change > 0 ? "上升" : "下降",
                  span,
                  series.grain().wordZh(),
                  change > 0 ? "多" : "少",
                  share));
    }
  }

  private void season() {
    int season = series.grain().season();
    if (history.length <= 2 * season) {
      say("Less than two seasons are known, so none is assumed.", "历史不足两个季节周期，未考虑季节性。");
      return;
    }
    double[] even = new double[season];
    double level = Math.max(1, Arrays.stream(filled).sum() / filled.length);
    Arrays.fill(even, level);
    double[] shape = SeasonFactors.shrunk(filled, season).restored(even, history.length);
    int peak = 0;
    for (int step = 1; step < season; step++) {
      peak = shape[step] > shape[peak] ? step : peak;
    }
    double above = shape[peak] / level - 1;
    if (above < NOTABLE_SEASON) {
      say("No season shows.", "未见季节性。");
    } else {
      LocalDate day = series.day(history.length + peak);
      say(
          "The season peaks about %s, %s above the mean.".formatted(day, percent(above)),
          "季节高峰约在 %s，高出平均 %s。".formatted(day, percent(above)));
    }
  }

  private void events() {
    int last = history.length - 1;
    int silent = 0;
    while (silent < last && history[last - silent] == 0) {
      silent++;
    }
    double[] sizes = Arrays.stream(history).filter(units -> units > 0).sorted().toArray();
    double median = sizes.length == 0 ? 0 : sizes[sizes.length / 2];
    for (int i = last; i > Math.max(0, last - LATELY); i--) {
      if (history[i] > PEAK * median && sizes.length > LATELY) {
        String times = number(history[i] / median);
        say(
            "A peak of %s in the %s of %s, %s times the usual."
                .formatted(number(history[i]), word(), series.day(i), times),
            "%s 当%s出现 %s 的峰值，为平常的 %s 倍。"
                .formatted(
                    series.day(i),
                    series.grain().wordZh().replace("个", ""),
                    number(history[i]),
                    times));
        break;
      }
    }
    if (silent > 1) {
      say(
          "Nothing was sold in the last %d %ss.".formatted(silent, word()),
          "最近 %d %s没有销售。".formatted(silent, series.grain().wordZh()));
    }
  }

  private String word() {
    return series.grain().word();
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
  }

  private static String number(double value) {
    boolean isWhole = value == Math.rint(value) || Math.abs(value) >= 100;
    return String.format(Locale.ROOT, isWhole ? "%.0f" : "%.1f", value);
  }
}
