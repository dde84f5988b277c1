package org.millrace.dashboards.superset.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.millrace.dashboards.definition.Board;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Language;

/**
 * What people may narrow a board by. One company and one currency are always picked, so that no
 * figure mixes them; so is one value of a forecast chart, which draws a single item.
 */
final class Filters {
  private static final String COMPANY = "NATIVE_FILTER-company";

  private final Board board;
  private final Language language;
  private final Layout layout;

  Filters(Board board, Language language, Layout layout) {
    this.board = board;
    this.language = language;
    this.layout = layout;
  }

  /** The filters; the datasets are those of the board's charts in the order of its tiles. */
  List<Object> filters(List<Datasets.Dataset> datasets) {
    List<Object> filters = new ArrayList<>();
    dataset(datasets, "company")
        .ifPresent(
            d ->
                filters.add(select(COMPANY, new Label("Company", "公司"), d, "company", Choice.ONE)));
    dataset(datasets, "currency")
        .ifPresent(
            d ->
                filters.add(
                    select(
                        "NATIVE_FILTER-currency",
                        new Label("Currency", "币种"),
                        d,
                        "currency",
                        Choice.ONE)));
    if (board.filters().contains(Board.Filter.PERIOD)) {
      filters.add(period());
    }
    if (board.filters().contains(Board.Filter.COUNTRY)) {
      dataset(datasets, "country")
          .ifPresent(
              d ->
                  filters.add(
                      select(
                          "NATIVE_FILTER-country",
                          new Label("Country", "国家"),
                          d,
                          "country",
                          Choice.ANY)));
    }
    board.layout().charts().values().stream()
        .filter(Chart.Band.class::isInstance)
        .map(Chart.Band.class::cast)
        .forEach(band -> filters.add(pick(band, datasets)));
    return filters;
  }

  private enum Choice {
    ONE,
    ANY
  }

  private static Optional<AssetId> dataset(List<Datasets.Dataset> datasets, String column) {
    return datasets.stream().filter(d -> d.has(column)).map(Datasets.Dataset::id).findFirst();
  }

  private Map<String, Object> pick(Chart.Band band, List<Datasets.Dataset> datasets) {
    AssetId dataset =
        datasets.stream()
            .filter(d -> d.source() instanceof DatasetSource.Band)
            .map(Datasets.Dataset::id)
            .findFirst()
            .orElseThrow();
    String column = band.pick().column();
    Map<String, Object> filter =
        select("NATIVE_FILTER-" + column, band.head().title(), dataset, column, Choice.ONE);
    List<Integer> others =
        board.layout().charts().values().stream()
            .filter(c -> !c.equals(band) && !follows(c, column))
            .map(c -> layout.number(c.head().id()))
            .sorted()
            .toList();
    filter.put("scope", Tree.map("rootPath", List.of("ROOT_ID"), "excluded", others));
    return filter;
  }

  private static boolean follows(Chart chart, String column) {
    return chart instanceof Chart.Table table
        && table.rows().only().picked().filter(column::equals).isPresent();
  }

  private Map<String, Object> select(
      String id, Label name, AssetId dataset, String column, Choice choice) {
    UUID uuid = dataset.uuid();
    Map<String, Object> target =
        Tree.map("datasetUuid", uuid.toString(), "column", Tree.map("name", column));
    Map<String, Object> controls =
        Tree.map(
            "enableEmptyFilter", choice == Choice.ONE,
            "defaultToFirstItem", choice == Choice.ONE,
            "multiSelect", choice == Choice.ANY,
            "searchAllOptions", true,
            "inverseSelection", false);
    Map<String, Object> filter = filter(id, name, "filter_select", target, controls);
    filter.put("requiredFirst", choice == Choice.ONE);
    return filter;
  }

  private Map<String, Object> period() {
    return filter(
        "NATIVE_FILTER-period",
        new Label("Period", "期间"),
        "filter_time",
        Tree.map(),
        Tree.map("enableEmptyFilter", false));
  }

  private Map<String, Object> filter(
      String id, Label name, String type, Map<String, Object> target, Map<String, Object> control) {
    return Tree.map(
        "id",
        id,
        "type",
        "NATIVE_FILTER",
        "filterType",
        type,
        "name",
        name.in(language),
        "description",
        "",
        "targets",
        List.of(target),
        "controlValues",
        control,
        "defaultDataMask",
        Tree.map("extraFormData", Tree.map(), "filterState", Tree.map(), "ownState", Tree.map()),
        "cascadeParentIds",
        type.equals("filter_select") && !id.equals(COMPANY) ? List.of(COMPANY) : List.of(),
        "scope",
        Tree.map("rootPath", List.of("ROOT_ID"), "excluded", List.of()));
  }
}
