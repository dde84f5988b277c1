package org.millrace.dashboards.superset.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.millrace.dashboards.definition.Board;
import org.millrace.dashboards.definition.Chart;
import org.millrace.dashboards.definition.Definitions;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Language;
import org.millrace.dashboards.superset.server.Kind;

/**
 * Turns boards into the bundle of objects that shows them in Superset, with titles in one language.
 * Refuses what Superset cannot show, with the name of the chart.
 */
public final class BoardCompiler {
  /** What the addresses of our dashboards begin with. */
  public static final String SLUG = "millrace-";

  private static final AssetId DATABASE = new AssetId(Kind.DATABASE, "marts");

  private final Definitions definitions;
  private final MartColumns mart;
  private final MartDatabase database;
  private final Language language;

  public BoardCompiler(
      Definitions definitions, MartColumns mart, MartDatabase database, Language language) {
    this.definitions = definitions;
    this.mart = mart;
    this.database = database;
    this.language = language;
  }

  /** All boards with what they need: the bundle is closed. */
  public Bundle compile() {
    Datasets datasets = new Datasets(mart, language);
    List<Asset> charts = new ArrayList<>();
    List<Asset> dashboards = new ArrayList<>();
    for (Board board : definitions.boards()) {
      ChartCompiler compiler = new ChartCompiler(definitions, datasets, language);
      List<Datasets.Dataset> used = new ArrayList<>();
      for (List<Board.Tile> row : board.layout().rows()) {
        for (Board.Tile tile : row) {
          Form form = compiler.form(board.chart(tile.chart()));
          used.add(datasets.of(form.dataset()));
          charts.add(chart(board, tile.chart(), form));
        }
      }
      dashboards.add(dashboard(board, used));
    }
    List<Asset> assets = new ArrayList<>();
    assets.add(database());
    assets.addAll(datasets.assets(DATABASE));
    assets.addAll(charts);
    assets.addAll(dashboards);
    return new Bundle(assets, database);
  }

  static AssetId chartId(Board board, String chart) {
    return new AssetId(Kind.CHART, "boards/" + board.id() + "/charts/" + chart);
  }

  private Asset database() {
    Map<String, Object> content =
        Tree.map(
            "database_name", MartDatabase.NAME,
            "sqlalchemy_uri", database.masked(),
            "cache_timeout", null,
            "expose_in_sqllab", false,
            "allow_run_async", false,
            "allow_ctas", false,
            "allow_cvas", false,
            "allow_dml", false,
            "allow_file_upload", false,
            "extra", Tree.map("allows_virtual_table_explore", true),
            "impersonate_user", false,
            "uuid", DATABASE.uuid().toString(),
            "is_managed_externally", true,
            "version", "1.0.0");
    return new Asset(DATABASE, MartDatabase.NAME, content);
  }

  private Asset chart(Board board, String name, Form form) {
    Chart.Head head = board.chart(name).head();
    AssetId id = chartId(board, name);
    String title = head.title().in(language);
    Map<String, Object> content =
        Tree.map(
            "slice_name", title,
            "description", head.note().map(n -> n.in(language)).orElse(null),
            "certified_by", Asset.OWNER,
            "certification_details", id.path(),
            "viz_type", form.vizType(),
            "params", form.params(),
            "query_context", form.queryContext(),
            "cache_timeout", null,
            "is_managed_externally", true,
            "uuid", id.uuid().toString(),
            "version", "1.0.0",
            "dataset_uuid", form.dataset().uuid().toString());
    return new Asset(id, title, content);
  }

  private Asset dashboard(Board board, List<Datasets.Dataset> used) {
    Label title = board.words().title();
    AssetId id = new AssetId(Kind.DASHBOARD, "boards/" + board.id());
    Layout layout = new Layout(board, language);
    Map<String, Object> metadata =
        Tree.map(
            "color_scheme", "supersetColors",
            "refresh_frequency", 0,
            "expanded_slices", Tree.map(),
            "label_colors", Tree.map(),
            "shared_label_colors", List.of(),
            "color_scheme_domain", List.of(),
            "timed_refresh_immune_slices", List.of(),
            "cross_filters_enabled", true,
            "filter_bar_orientation", "VERTICAL",
            "chart_configuration", Tree.map(),
            "global_chart_configuration",
                Tree.map(
                    "scope", Tree.map("rootPath", List.of("ROOT_ID"), "excluded", List.of()),
                    "chartsInScope", List.of()),
            "native_filter_configuration", new Filters(board, language, layout).filters(used));
    Map<String, Object> content =
        Tree.map(
            "dashboard_title",
            title.in(language),
            "description",
            board.words().purpose().in(language),
            "css",
            "",
            "slug",
            SLUG + board.id().name(),
            "certified_by",
            Asset.OWNER,
            "certification_details",
            id.path(),
            "published",
            true,
            "is_managed_externally",
            true,
            "uuid",
            id.uuid().toString(),
            "position",
            layout.position(),
            "metadata",
            metadata,
            "version",
            "1.0.0");
    return new Asset(id, title.in(language), content);
  }
}
