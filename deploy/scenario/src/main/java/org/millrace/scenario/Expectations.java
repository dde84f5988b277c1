package org.millrace.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.millrace.scenario.asset.AssetExpectations;
import org.millrace.scenario.asset.AssetState;
import org.millrace.scenario.exchange.BookExpectations;
import org.millrace.scenario.exchange.ExchangeExpectations;
import org.millrace.scenario.exchange.GroupExpectations;
import org.millrace.scenario.match.MatchExpectations;
import org.millrace.scenario.production.ProductionExpectations;

/**
 * Compares what is expected of a case with what came. Amounts compare as numbers; what is expected
 * of something that is not known here stops the case.
 */
final class Expectations {
  /** Figures of one moment by their word. */
  private static final Map<String, Function<Snapshot, Optional<BigDecimal>>> FIGURES =
      new LinkedHashMap<>();

  static {
    FIGURES.put("onHand", now -> Optional.of(now.stock().onHand()));
    FIGURES.put("value", now -> Optional.of(now.stock().value()));
    FIGURES.put("unit", now -> now.stock().unit());
    account("stock", "1200");
    account("payables", "2000");
    account("grni", "2100");
    FIGURES.put(
        "adjustment", now -> Optional.of(now.account("5100").add(now.booked("revaluation"))));
    FIGURES.put("revaluation", now -> Optional.of(now.booked("revaluation")));
    account("priceVariance", "5200");
    account("expense", "6000");
    FIGURES.put(
        "exchangeDifference", now -> Optional.of(now.account("6800").add(now.account("4600"))));
    account("billedNotReceived", "1320");
    account("taxReceivable", "1300");
    account("taxDifference", "5310");
    account("rebates", "4250");
    account("rebatesOwed", "2400");
  }

  private static final Pattern SHARES =
      Pattern.compile("each share is ([0-9.]+) or ([0-9.]+), none negative, sum ([0-9.]+)");

  private static final String COST = "cogs";
  private static final String COST_ACCOUNT = "5000";

  /** Later cost of goods that are gone, which is booked to their cost. */
  private static final String LATER_COST = "costDifference";

  /** Documents that add to the cost of goods; what others tell of goods is what they took. */
  private static final Set<Made.Kind> ADDING =
      Set.of(
          Made.Kind.BILL,
          Made.Kind.LANDED_COST,
          Made.Kind.COST_CHANGE,
          Made.Kind.CREDIT_NOTE,
          Made.Kind.RECEIPT);

  private final World world;
  private final List<Difference> differences = new ArrayList<>();

  Expectations(World world) {
    this.world = world;
  }

  private static void account(String word, String code) {
    FIGURES.put(word, now -> Optional.of(now.account(code)));
  }

  /**
   * All differences.
   *
   * @param after what stood after each step
   */
  List<Difference> compare(Fields expected, List<Snapshot> after) {
    if (!world.assets().isEmpty()) {
      assets(expected, after);
      return List.copyOf(differences);
    }
    Optional<List<Difference>> ofGroup = GroupExpectations.compare(world, expected);
    if (ofGroup.isPresent()) {
      return ofGroup.get();
    }
    if (!world.secondBooks().isEmpty()) {
      return new BookExpectations(
              world, (step, account) -> after.get(step - 1).account(account).toPlainString())
          .compare(expected);
    }
    if (ExchangeExpectations.areOf(world)) {
      Snapshot end = last(after);
      differences.addAll(
          new ExchangeExpectations(world, account -> end.account(account).toPlainString())
              .compare(expected));
      return List.copyOf(differences);
    }
    for (Fields state : expected.objects("after")) {
      int step = state.number("step").intValueExact();
      compare(state, "after step " + step, after.get(step - 1));
    }
    expected.object("cost").ifPresent(this::costs);
    expected.object("stockAfter").ifPresent(end -> compare(end, "in the end", last(after)));
    expected.object("ifMonthWereOpen").flatMap(open -> open.object("cost")).ifPresent(this::costs);
    new ProductionExpectations(
            world,
            after.stream().map(Snapshot::figures).toList(),
            new Comparison(differences)::equal)
        .compare(expected);
    world.closedMonths().compare(expected, world.books(), new Comparison(differences));
    expected.object("correctionToCogs").ifPresent(this::coverings);
    new TaxExpectations(
            world,
            (where, values) ->
                differences.add(new Difference(where, values.expected(), values.actual())))
        .compare(expected, after);
    expected.find("property").ifPresent(text -> property(text.asText()));
    new MatchExpectations(
            world, (where, wanted, came) -> differences.add(new Difference(where, wanted, came)))
        .compare(expected);
    expected.object("freightShares").ifPresent(this::shares);
    expected.object("byPool").ifPresent(this::shares);
    if (expected.isObject("unitCost")) {
      units(expected.object("unitCost").orElseThrow(), last(after));
    }
    expected.object("months").ifPresent(this::months);
    expected
        .findNumber(LATER_COST)
        .ifPresent(
            later ->
                differ(
                    LATER_COST,
                    later,
                    Optional.of(last(after).booked("cost-difference").negate())));
    expected.object("pools").ifPresent(pools -> pools(pools, last(after)));
    expected.object("end").ifPresent(end -> compare(end, "end", last(after)));
    expected.refuseUnread();
    return List.copyOf(differences);
  }

  /** What is expected of the newest asset; and that the ledger agrees with all after each step. */
  private void assets(Fields expected, List<Snapshot> after) {
    int newest = world.assets().size() - 1;
    List<AssetState> states = new ArrayList<>();
    for (Snapshot now : after) {
      agree("1500", now, "cost", BigDecimal.ONE);
      agree("1590", now, "accumulatedDepreciation", BigDecimal.ONE.negate());
      agree("3500", now, "revaluationSurplus", BigDecimal.ONE.negate());
      if (now.assets().size() > newest) {
        states.add(now.assets().get(newest));
      }
    }
    differences.addAll(new AssetExpectations().compare(expected, states));
  }

  private void agree(String account, Snapshot now, String field, BigDecimal sign) {
    BigDecimal sum =
        now.assets().stream()
            .map(asset -> asset.posted(field))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    differ("ledger, " + account, sum.multiply(sign), Optional.of(now.account(account)));
  }

  private static Snapshot last(List<Snapshot> after) {
    return after.get(after.size() - 1);
  }

  private void compare(Fields state, String where, Snapshot now) {
    FIGURES.forEach(
        (word, figure) ->
            state
                .findNumber(word)
                .ifPresent(value -> differ(where + ", " + word, value, figure.apply(now))));
    state.object("items").ifPresent(items -> items(items, where, now));
    Optional<BigDecimal> cost = state.findNumber(COST);
    Optional<BigDecimal> later = state.findNumber(LATER_COST);
    if (cost.isPresent() || later.isPresent()) {
      BigDecimal sum = cost.orElse(BigDecimal.ZERO).add(later.orElse(BigDecimal.ZERO));
      differ(where + ", " + COST, sum, Optional.of(now.account(COST_ACCOUNT)));
    }
    state.refuseUnread();
  }

  /** What the goods of each document cost in the end: those that went, or what stays of a cost. */
  private void costs(Fields costs) {
    for (String reference : costs.names()) {
      differ("cost of " + reference, costs.number(reference), Optional.of(cost(reference)));
    }
  }

  private JsonNode rows(Made document) {
    String query = "stock/movements?size=500&document=" + document.number();
    return world.books().get(query).path("rows");
  }

  /** Of a document and what corrects it, seen from the document. */
  private BigDecimal cost(String reference) {
    boolean isAdding = ADDING.contains(world.named(reference).kind());
    BigDecimal value =
        world.allNamed(reference).stream()
            .map(this::value)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return isAdding ? value : value.negate();
  }

  private BigDecimal value(Made document) {
    BigDecimal value = BigDecimal.ZERO;
    for (JsonNode row : rows(document)) {
      boolean isApart =
          document.kind() == Made.Kind.SUPPLIER_RETURN
                  && world.isPricePaidOnReturn()
                  && isDifference(row)
              || document.kind() == Made.Kind.TRANSFER
                  && !row.path("location").asText().equals(world.placeOf(document));
      value = isApart ? value : value.add(new BigDecimal(row.path("value").asText("0")));
    }
    return value;
  }

  /** What goods that went back cost otherwise than those that stay is no price of theirs. */
  private static boolean isDifference(JsonNode row) {
    return row.path("reason").asText().equals("cost-difference");
  }

  private void items(Fields items, String where, Snapshot now) {
    for (String item : items.names()) {
      Fields expected = items.object(item).orElseThrow();
      Snapshot.Stock there = now.item(item);
      compare(where + ", " + item, expected, "onHand", there.onHand());
      compare(where + ", " + item, expected, "value", there.value());
      expected.refuseUnread();
    }
  }

  /** What the newest landed cost put on each item: all, what stays in stock, what is gone. */
  private void shares(Fields items) {
    Made cost = world.newest(Made.Kind.LANDED_COST);
    for (String item : items.names()) {
      BigDecimal all = BigDecimal.ZERO;
      BigDecimal gone = BigDecimal.ZERO;
      for (JsonNode row : rows(cost)) {
        BigDecimal value = new BigDecimal(row.path("value").asText("0"));
        boolean isOf = row.path("item").asText().equals(item);
        gone = isOf && isDifference(row) ? gone.subtract(value) : gone;
        all = isOf && !isDifference(row) ? all.add(value) : all;
      }
      String where = "landed cost of " + item;
      if (items.isObject(item)) {
        Fields expected = items.object(item).orElseThrow();
        compare(where, expected, "share", all);
        compare(where, expected, "toStock", all.subtract(gone));
        compare(where, expected, "toCostDifference", gone);
        expected.refuseUnread();
      } else {
        compare(where, items, item, all);
      }
    }
  }

  /** Shares of the newest landed cost: what each may be, and what they add up to. */
  private void property(String text) {
    Matcher words = SHARES.matcher(text);
    if (!words.matches()) {
      throw new UnknownWord("expect, property", text);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode row : rows(world.newest(Made.Kind.LANDED_COST))) {
      BigDecimal share = new BigDecimal(row.path("value").asText("0"));
      boolean isOneOf =
          share.compareTo(new BigDecimal(words.group(1))) == 0
              || share.compareTo(new BigDecimal(words.group(2))) == 0;
      if (!isOneOf) {
        differences.add(new Difference("a share", text, share.toPlainString()));
      }
      sum = sum.add(share);
    }
    differ("sum of shares", new BigDecimal(words.group(3)), Optional.of(sum));
  }

  /** What the months of goods came to, where their cost is worked out once a month. */
  private void months(Fields months) {
    Months known = Months.of(world);
    for (String name : months.names()) {
      Fields month = months.object(name).orElseThrow();
      Months.Month came = known.of(YearMonth.parse(name));
      month
          .findNumber("unit")
          .ifPresent(
              unit ->
                  differ(
                      name + ", unit", unit, world.isUnitCut() ? came.unitIssued() : came.unit()));
      Fields issued = month.object("issued").orElseThrow();
      compare(name + ", issued", issued, "quantity", came.issued().onHand());
      compare(name + ", issued", issued, "amount", came.issued().value());
      Fields closing = month.object("closing").orElseThrow();
      compare(name + ", closing", closing, "onHand", came.closing().onHand());
      compare(name + ", closing", closing, "value", came.closing().value());
      month.refuseUnread();
    }
  }

  private void units(Fields units, Snapshot now) {
    for (String item : units.names()) {
      differ("unit cost of " + item, units.number(item), now.item(item).unit());
    }
  }

  private void compare(String where, Fields expected, String word, BigDecimal actual) {
    differ(where + ", " + word, expected.number(word), Optional.of(actual));
  }

  /** What goods that left before they came turned out to cost more, by what covered them. */
  private void coverings(Fields corrections) {
    for (String reference : corrections.names()) {
      BigDecimal covered = BigDecimal.ZERO;
      String query = "stock/movements?size=500&reason=cost-difference&document=";
      for (JsonNode row : world.books().get(query + world.named(reference).number()).path("rows")) {
        covered = covered.subtract(new BigDecimal(row.path("value").asText("0")));
      }
      differ("correction by " + reference, corrections.number(reference), Optional.of(covered));
    }
  }

  private void pools(Fields pools, Snapshot now) {
    for (String name : pools.names()) {
      Fields pool = pools.object(name).orElseThrow();
      Snapshot.Stock there = now.pool(name);
      String where = "pool " + name;
      differ(where + ", onHand", pool.number("onHand"), Optional.of(there.onHand()));
      differ(where + ", value", pool.number("value"), Optional.of(there.value()));
      pool.findNumber("unit").ifPresent(unit -> differ(where + ", unit", unit, there.unit()));
      pool.refuseUnread();
    }
  }

  private void differ(String where, BigDecimal expected, Optional<BigDecimal> actual) {
    if (actual.isEmpty() || actual.get().compareTo(expected) != 0) {
      differences.add(
          new Difference(
              where,
              expected.toPlainString(),
              actual.map(BigDecimal::toPlainString).orElse("none")));
    }
  }
}
