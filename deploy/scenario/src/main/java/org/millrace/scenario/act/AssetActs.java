package org.millrace.scenario.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.millrace.scenario.Fields;
import org.millrace.scenario.Made;
import org.millrace.scenario.World;
import org.millrace.scenario.asset.AssetTerms;

/** What is done with fixed assets; the newest one where a step does not say {@code of} which. */
final class AssetActs {
  static final Map<String, Act> ACTS =
      Map.of(
          "acquire", AssetActs::acquire,
          "depreciateThrough", AssetActs::depreciateThrough,
          "use", AssetActs::use,
          "capitalise", AssetActs::capitalise,
          "changeLife", AssetActs::changeLife,
          "changeResidual", AssetActs::changeLife,
          "sell", AssetActs::sell,
          "dispose", AssetActs::sell,
          "scrap", AssetActs::sell);

  private static final BigDecimal MONTHS_OF_YEAR = BigDecimal.valueOf(12);
  private static final int DECIMALS = 4;
  private static final String DATE = "date";

  private AssetActs() {}

  private static void acquire(World world, Fields step) {
    Map<String, Object> asset = new LinkedHashMap<>(world.assetTerms());
    asset.putAll(AssetTerms.of(step));
    asset.put("name", step.text("ref"));
    asset.put("cost", step.number("cost"));
    asset.put("acquiredOn", step.day(DATE).toString());
    asset.put("confirmed", true);
    JsonNode made = world.books().post("asset/assets", asset);
    world.note(
        step.text("ref"),
        Made.of(
            Made.Kind.ASSET,
            made.path("number").asText(),
            "",
            BigDecimal.ONE,
            world.moment(step.day(DATE))));
  }

  private static void depreciateThrough(World world, Fields step) {
    Map<String, Object> request = Map.of("through", step.day(DATE).toString(), "confirmed", true);
    Optional<Made> asset = step.findText("of").map(world::named);
    if (asset.isPresent()) {
      world.books().act(asset.get().path(), "depreciate", request);
    } else {
      world.books().post("asset/depreciations", request);
    }
  }

  private static void use(World world, Fields step) {
    act(world, step, "use", Map.of("units", step.number("units")));
  }

  private static void capitalise(World world, Fields step) {
    act(world, step, "capitalise", Map.of("amount", step.number("amount")));
    if (step.has("life") || step.has("lifeYears") || step.has("residual")) {
      changeLife(world, step);
    }
  }

  /** To a fair value, or to a corrected cost. */
  static void revalue(World world, Fields step) {
    Map<String, Object> values = new LinkedHashMap<>();
    step.findNumber("fairValue").ifPresent(value -> values.put("fairValue", value));
    step.findNumber("newCost").ifPresent(value -> values.put("newCost", value));
    act(world, step, "revalue", values);
  }

  private static void changeLife(World world, Fields step) {
    Map<String, Object> values = new LinkedHashMap<>();
    String unit =
        world
            .books()
            .get(asset(world, step).path())
            .path("books")
            .path(0)
            .path("lifeUnit")
            .asText();
    step.findNumber("life")
        .map(
            months ->
                unit.equals("years")
                    ? months.divide(MONTHS_OF_YEAR, DECIMALS, RoundingMode.HALF_UP)
                    : months)
        .or(
            () ->
                step.findNumber("lifeYears")
                    .map(years -> unit.equals("months") ? years.multiply(MONTHS_OF_YEAR) : years))
        .or(() -> step.findNumber("lifeUnits"))
        .ifPresent(life -> values.put("life", life));
    step.findNumber("residual").ifPresent(value -> values.put("residual", value));
    step.findText("book").ifPresent(book -> values.put("book", book));
    act(world, step, "change-life", values);
  }

  private static void sell(World world, Fields step) {
    act(world, step, "dispose", Map.of("price", step.findNumber("price").orElse(BigDecimal.ZERO)));
  }

  private static void act(World world, Fields step, String verb, Map<String, Object> values) {
    Map<String, Object> request = new LinkedHashMap<>(values);
    request.put(DATE, step.day(DATE).toString());
    request.put("confirmed", true);
    world.books().act(asset(world, step).path(), verb, request);
  }

  private static Made asset(World world, Fields step) {
    return step.findText("of").map(world::named).orElseGet(world::newestAsset);
  }
}
