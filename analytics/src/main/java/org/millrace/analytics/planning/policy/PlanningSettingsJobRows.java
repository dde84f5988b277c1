package org.millrace.analytics.planning.policy;

import static org.apache.spark.sql.functions.col;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.millrace.analytics.stockpolicy.AbcClass;
import org.millrace.analytics.stockpolicy.ServiceLevels;
import org.millrace.analytics.stockpolicy.XyzClass;
import org.millrace.warehouse.lake.RowsInHand;
import org.millrace.warehouse.row.TableRow;

/** Reads what a company set for all its plans; the defaults where it set nothing. */
public final class PlanningSettingsJobRows {

  private static final String TABLE = "silver.planning_settings";
  private static final String HOLIDAYS = "silver.planning_holiday";

  private PlanningSettingsJobRows() {}

  /** The newest settings of a company. */
  public static PlanningSettings of(RowsInHand held, String company) {
    List<TableRow> set = TableRow.all(held.ofCompany(TABLE, company).collectAsList());
    if (set.isEmpty()) {
      return PlanningSettings.DEFAULT;
    }
    TableRow row = set.get(0);
    Set<DayOfWeek> workingDays =
        Arrays.stream(row.text("working_days").split(" "))
            .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new PlanningSettings(
        Math.toIntExact(row.whole("frozen_days")),
        workingDays,
        holidays(held, company, row.whole("aggregate_version")),
        levels(row));
  }

  private static Set<LocalDate> holidays(RowsInHand held, String company, long version) {
    Dataset<Row> holidays =
        held.ofCompany(HOLIDAYS, company).where(col("aggregate_version").equalTo(version));
    return TableRow.all(holidays.collectAsList()).stream()
        .map(row -> row.day("holiday_date"))
        .collect(Collectors.toSet());
  }

  private static ServiceLevels levels(TableRow row) {
    ServiceLevels levels = ServiceLevels.defaults();
    for (AbcClass abc : AbcClass.values()) {
      for (XyzClass xyz : XyzClass.values()) {
        String column = ("service_level_" + abc + xyz).toLowerCase(Locale.ROOT);
        levels = levels.with(abc, xyz, row.number(column));
      }
    }
    return levels;
  }
}
