package org.millrace.analytics.planning.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.millrace.analytics.stockpolicy.AbcClass;
import org.millrace.analytics.stockpolicy.ServiceLevels;
import org.millrace.analytics.stockpolicy.XyzClass;
import org.millrace.warehouse.lake.RowsInHand;

/** Reads what a company set for all its plans; the usual where it set nothing. */
public final class PlanningSettingsJobRows {

  private static final String TABLE = "silver.planning_settings";
  private static final String HOLIDAYS = "silver.planning_holiday";

  private PlanningSettingsJobRows() {}

  /** The newest settings of a company. */
  public static PlanningSettings of(RowsInHand held, String company) {
    List<Row> set = held.ofCompany(TABLE, company).collectAsList();
    if (set.isEmpty()) {
      return PlanningSettings.USUAL;
    }
    Row row = set.get(0);
    long version = row.getLong(row.fieldIndex("aggregate_version"));
    Set<DayOfWeek> workingDays =
        Arrays.stream(row.getString(row.fieldIndex("working_days")).split(" "))
            .map(day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
            .collect(Collectors.toSet());
    return new PlanningSettings(
        row.getInt(row.fieldIndex("frozen_days")),
        workingDays,
        holidays(held, company, version),
        levels(row));
  }

  private static Set<LocalDate> holidays(RowsInHand held, String company, long version) {
    return held
        .ofCompany(HOLIDAYS, company)
        .where("aggregate_version = " + version)
        .selectExpr("cast(holiday_date as string)")
        .collectAsList()
        .stream()
        .map(row -> LocalDate.parse(row.getString(0)))
        .collect(Collectors.toSet());
  }

  private static ServiceLevels levels(Row row) {
    ServiceLevels levels = ServiceLevels.usual();
    for (AbcClass abc : AbcClass.values()) {
      for (XyzClass xyz : XyzClass.values()) {
        String column = ("service_level_" + abc + xyz).toLowerCase(Locale.ROOT);
        levels = levels.with(abc, xyz, row.getDecimal(row.fieldIndex(column)).doubleValue());
      }
    }
    return levels;
  }
}
