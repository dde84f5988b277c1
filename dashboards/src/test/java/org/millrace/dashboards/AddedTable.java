package org.millrace.dashboards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A checkout's tables, metrics and boards with one of each added, as the recipes say: by folders
 * and files of their own alone.
 */
final class AddedTable {
  static final String TABLE = "visit_monthly";
  static final String BOARD = "visits";

  private static final Map<String, String> FILES =
      new TreeMap<>(
          Map.of(
              "warehouse/tables/service/gold/visit_monthly/table.yaml",
              """
              label: {en: Monthly visits, zh: 月度上门服务}
              grain: {en: "One row per company, month, currency and kind", zh: 每个公司、月份、货币与类型一行}
              key: [company, month, currency, kind]
              owner: service
              readers: service
              refresh: batched
              partition: [company]
              sources: [silver.ticket]
              late_data: Worked out again.
              known_holes: None known.
              search: [kind]
              order: [-month, kind]
              columns:
                company:
                  type: string
                  label: {en: Company, zh: 公司}
                  meaning: {en: Company code, zh: 公司代码}
                  technical: true
                month:
                  type: date
                  label: {en: Month, zh: 月份}
                  meaning: {en: First day of the month, zh: 该月第一天}
                  unit: month
                currency:
                  type: string
                  label: {en: Currency, zh: 货币}
                  meaning: {en: Currency of the cost, zh: 成本的货币}
                kind:
                  type: string
                  label: {en: Kind of visit, zh: 上门类型}
                  meaning: {en: Why somebody went, zh: 上门的原因}
                  words:
                    planned: {en: planned visit, zh: 计划上门}
                    call_out: {en: call-out, zh: 紧急上门}
                visits:
                  type: bigint
                  label: {en: Visits, zh: 上门次数}
                  meaning: {en: Visits made, zh: 已上门次数}
                  unit: count
                cost_amount:
                  type: decimal(18,2)
                  label: {en: Cost, zh: 成本}
                  meaning: {en: What they cost, zh: 上门成本}
                  unit: currency
              """,
              "warehouse/tables/service/gold/visit_monthly/checks.yaml",
              """
              checks:
                - {name: key-unique, severity: stop, unique: [company, month, currency, kind]}
                - {name: key-present, severity: stop, present: [company, month, currency, kind]}
                - {name: fresh, severity: warn, fresh_minutes: 60}
              """,
              "warehouse/tables/service/gold/visit_monthly/load.sql",
              """
              SELECT company, CAST(date_trunc('MONTH', opened_at) AS DATE) AS month, currency,
                'planned' AS kind, count(*) AS visits, sum(parts_cost_amount) AS cost_amount
              FROM silver.ticket GROUP BY ALL
              """,
              "warehouse/tables/service/gold/visit_monthly/cases/README.md",
              "None yet.\n",
              "dashboards/metrics/service/visits.yaml",
              """
              name: {en: Visits, zh: 上门次数}
              description: {en: Visits made., zh: 已上门次数。}
              table: visit_monthly
              time: month
              sum: [visits]
              unit: count
              additivity: all
              example: {given: {visits: 3}, value: 3}
              drill: {table: visit_monthly, time: month, amount: [visits]}
              """,
              "dashboards/boards/service/visits/board.yaml",
              """
              title: {en: Visits, zh: 上门服务}
              purpose: {en: How often do we go?, zh: 我们多久上门一次？}
              position: 99
              filters: [period]
              rows:
                - [{chart: visits, width: 6}, {chart: by-kind, width: 6}]
              """,
              "dashboards/boards/service/visits/README.md",
              "# Visits\n",
              "dashboards/boards/service/visits/charts/visits.yaml",
              "title: {en: Visits, zh: 上门次数}\ntype: kpi\nmetric: service/visits\n",
              "dashboards/boards/service/visits/charts/by-kind.yaml",
              """
              title: {en: Visits by kind, zh: 按类型的上门次数}
              type: bar
              metric: service/visits
              by: {column: kind}
              limit: 5
              """));

  private AddedTable() {}

  /** A root with everything of the checkout that the cockpit reads, and the added files. */
  static Path root(Path checkout) {
    try {
      Path root = Files.createTempDirectory("millrace-root");
      for (String folder :
          List.of(
              "warehouse/tables",
              "transactional/contracts",
              "dashboards/metrics",
              "dashboards/boards",
              "dashboards/pages")) {
        copy(checkout.resolve(folder), root.resolve(folder));
      }
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        Path path = root.resolve(file.getKey());
        if (Files.exists(path)) {
          throw new IllegalStateException(path + " is there already; adding must not edit");
        }
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.getValue());
      }
      return root;
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot lay out " + checkout, failed);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }
}
