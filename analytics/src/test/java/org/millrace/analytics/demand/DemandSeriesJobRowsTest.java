package org.millrace.analytics.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.millrace.analytics.demand.accuracy.Coverage;
import org.millrace.analytics.demand.accuracy.ErrorSums;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.row.RowWriter;
import scala.jdk.javaapi.CollectionConverters;

class DemandSeriesJobRowsTest {
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
  private static final int WEEKS = 60;
  private static final LocalDate AS_OF = FIRST.plusWeeks(WEEKS).minusDays(1);
  private static final int TESTED_STEPS = 6;

  private static final Catalog CATALOG = Catalog.read(Path.of("../warehouse/tables"));
  private static final StructType MOVED =
      StructType.fromDDL("location string, customer_group string, period string, quantity double");
  private static final StructType ITEM =
      new StructType()
          .add("item", DataTypes.StringType)
          .add("item_name", DataTypes.StringType)
          .add("sold", DataTypes.createArrayType(MOVED))
          .add("places", DataTypes.StringType);

  /** Two places: one sells 20 to 24 a week, the other fell from 12 to 2 eight weeks ago. */
  private static final List<Row> ROWS = rows();

  @Test
  void theItemHasTheErrorsOfItsOwnForecast() {
    isTestedLike(DemandForecaster.standard(), quantities(""), rows(""));
  }

  @Test
  void aPartHasTheErrorsOfItsOwnForecastAndNotOfTheOneThatAddsUp() {
    isTestedLike(DemandForecaster.withOrigins(3), quantities("FELL"), rows("FELL"));
  }

  @Test
  void aForecastThatWasTooHighHasAnErrorAboveNothing() {
    BigDecimal signed = sum(rows("FELL"), "error_qty");

    assertThat(signed).isPositive();
    assertThat(sum(rows("FELL"), "abs_error_qty")).isGreaterThanOrEqualTo(signed);
  }

  @Test
  void aRowSaysWhatItForecastsOfTheItem() {
    assertThat(rows("").get(0).<String>getAs("series")).isEqualTo("all");
    assertThat(rows("MAIN").get(0).<String>getAs("series")).isEqualTo("location");
  }

  @Test
  void stepsThatAreNotTestedHaveNothingCompared() {
    Row last = rows("").get(Grain.WEEK.horizon() - 1);

    assertThat(last.<Integer>getAs("periods")).isZero();
    assertThat(number(last, "scale_qty")).isZero();
    assertThat(last.<Integer>getAs("covered_periods")).isZero();
  }

  @Test
  void theWiderIntervalHoldsTheOtherAndTheReasonIsInBothLanguages() {
    assertThat(ROWS)
        .hasSize(3 * Grain.WEEK.horizon())
        .allSatisfy(
            row -> {
              assertThat(number(row, "lo95")).isBetween(BigDecimal.ZERO, number(row, "lo80"));
              assertThat(number(row, "hi95")).isGreaterThanOrEqualTo(number(row, "hi80"));
              assertThat(row.<String>getAs("reason")).contains(".");
              assertThat(row.<String>getAs("reason_zh")).contains("。");
            });
  }

  private static void isTestedLike(
      DemandForecaster forecaster, double[] quantities, List<Row> rows) {
    List<DemandForecast.Tested> tested =
        forecaster.forecast(DemandSeries.of("I", Grain.WEEK, FIRST, quantities)).tested();
    assertThat(tested).hasSize(TESTED_STEPS);
    assertThat(tested.get(0).errors().periods()).isPositive();
    for (int step = 0; step < TESTED_STEPS; step++) {
      ErrorSums errors = tested.get(step).errors();
      Coverage coverage = tested.get(step).coverage();
      Row row = rows.get(step);
      assertThat(row.<Integer>getAs("periods")).isEqualTo(errors.periods());
      assertThat(number(row, "actual_qty")).isEqualTo(rounded(errors.actual()));
      assertThat(number(row, "abs_error_qty")).isEqualTo(rounded(errors.absolute()));
      assertThat(number(row, "error_qty")).isEqualTo(rounded(errors.signed()));
      assertThat(number(row, "naive_abs_error_qty")).isEqualTo(rounded(errors.naiveAbsolute()));
      assertThat(number(row, "scale_qty")).isEqualTo(rounded(errors.scale()));
      assertThat(row.<Integer>getAs("covered_periods")).isEqualTo(coverage.periods());
      assertThat(row.<Integer>getAs("inside80_periods")).isEqualTo(coverage.inside80());
      assertThat(row.<Integer>getAs("inside95_periods")).isEqualTo(coverage.inside95());
    }
  }

  private static List<Row> rows() {
    List<Row> sold = new ArrayList<>();
    for (String location : List.of("", "FELL", "MAIN")) {
      double[] quantities = quantities(location);
      for (int week = 0; week < WEEKS; week++) {
        String period = FIRST.plusWeeks(week).toString();
        sold.add(
            new GenericRowWithSchema(new Object[] {location, "", period, quantities[week]}, MOVED));
      }
    }
    Object[] values = {"I", "Item", CollectionConverters.asScala(sold).toSeq(), null};
    Row item = new GenericRowWithSchema(values, ITEM);
    RowWriter writer = DemandSeriesJobRows.writer(CATALOG.named("gold.forecast_series"));
    Iterator<Row> rows =
        new DemandSeriesJobRows(writer, Grain.WEEK, AS_OF).of(List.of(item).iterator());
    List<Row> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    return all;
  }

  private static double[] quantities(String location) {
    double[] quantities = new double[WEEKS];
    for (int week = 0; week < WEEKS; week++) {
      double main = 20 + week % 5;
      double fell = week < WEEKS - 8 ? 12 : 2;
      quantities[week] =
          switch (location) {
            case "MAIN" -> main;
            case "FELL" -> fell;
            default -> main + fell;
          };
    }
    return quantities;
  }

  private static List<Row> rows(String location) {
    return ROWS.stream().filter(row -> row.getAs("location").equals(location)).toList();
  }

  private static BigDecimal number(Row row, String column) {
    return row.getAs(column);
  }

  private static BigDecimal sum(List<Row> rows, String column) {
    return rows.stream().map(row -> number(row, column)).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN);
  }
}
