package org.millrace.warehouse.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.millrace.warehouse.catalog.Catalog;
import org.millrace.warehouse.catalog.Table;
import scala.jdk.javaapi.CollectionConverters;

class RowWriterTest {
  private static final Catalog CATALOG = Catalog.read(Path.of("tables"));
  private static final Table CURVE = CATALOG.named("gold.service_curve");

  @Test
  void takesOrderTypesAndScalesFromTheTable() {
    Row row = curve().done();

    assertThat(row.schema().fieldNames()).containsExactlyElementsOf(CURVE.columnNames());
    assertThat(row.<Date>getAs("as_of")).isEqualTo(Date.valueOf("2026-11-29"));
    assertThat(row.<BigDecimal>getAs("service_level")).isEqualTo(new BigDecimal("0.9500"));
    assertThat(row.<BigDecimal>getAs("safety_amount"))
        .as("half to even")
        .isEqualTo(new BigDecimal("2.12"));
    assertThat(row.<Object>getAs("currency")).isNull();
  }

  @Test
  void refusesANameThatTheTableDoesNotHave() {
    assertThatThrownBy(() -> RowWriter.of(CURVE).row().set("safety_stock", 1.0))
        .hasMessageContaining("gold.service_curve has no column 'safety_stock'; it has [company,");
  }

  @Test
  void refusesARowThatLacksAColumn() {
    assertThatThrownBy(() -> RowWriter.of(CURVE).row().set("company", "C").done())
        .hasMessageContaining("A row of gold.service_curve lacks [as_of, service_level");
  }

  @Test
  void refusesAColumnSetTwice() {
    assertThatThrownBy(() -> curve().set("company", "D"))
        .hasMessageContaining("Column 'company' of a row of gold.service_curve is set twice");
  }

  @Test
  void refusesAValueOfAnotherType() {
    assertThatThrownBy(() -> RowWriter.of(CURVE).row().set("as_of", "2026-11-29"))
        .hasMessageContaining(
            "Column 'as_of' of gold.service_curve is date, not 2026-11-29 (String)");
  }

  @Test
  void readsByNameAndSaysWhatIsMissing() {
    TableRow row = TableRow.of(curve().done());

    assertThat(row.number("demanded_amount")).isEqualTo(7.5);
    assertThat(row.day("as_of")).isEqualTo(LocalDate.parse("2026-11-29"));
    assertThat(row.maybeText("currency")).isEmpty();
    assertThatThrownBy(() -> row.text("currency"))
        .hasMessageContaining("Column 'currency' of the row")
        .hasMessageContaining("is missing");
    assertThatThrownBy(() -> row.number("demand"))
        .hasMessageContaining("The row has no column 'demand'; it has [company, as_of");
    assertThatThrownBy(() -> TableRow.of(RowFactory.create("C")))
        .hasMessageContaining("has no schema to be read by name");
  }

  @Test
  void takesWholeNumbersFlagsAndMoments() {
    Instant now = Instant.parse("2026-11-29T10:00:00Z");
    Row row =
        RowWriter.of(CATALOG.named("gold.data_check"))
            .row()
            .set("company", "*")
            .set("table_name", "gold.sales_monthly")
            .set("check_name", "fresh")
            .set("severity", "warn")
            .set("status", "passed")
            .set("failing_rows", 3)
            .set("sample", "")
            .set("checked_at", now)
            .done();

    assertThat(row.<Long>getAs("failing_rows")).isEqualTo(3L);
    assertThat(TableRow.of(row).moment("checked_at")).isEqualTo(now);
  }

  @Test
  void readsTheRowsOfAnArray() {
    StructType inner = new StructType().add("place", "string").add("sold", "double");
    StructType outer =
        new StructType().add("item", "string").add("places", DataTypes.createArrayType(inner));
    Row place = new GenericRowWithSchema(new Object[] {"MAIN", 7.5}, inner);
    Row row =
        new GenericRowWithSchema(
            new Object[] {"I", CollectionConverters.asScala(List.of(place)).toSeq()}, outer);

    assertThat(TableRow.of(row).rows("places"))
        .extracting(each -> each.text("place") + " " + each.number("sold"))
        .containsExactly("MAIN 7.5");
  }

  @Test
  void aWriterTravelsToWhereRowsAreMade() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(sent)) {
      out.writeObject(RowWriter.of("part", RowWriter.columns(CURVE, List.of("company"))));
    }
    RowWriter arrived =
        (RowWriter)
            new ObjectInputStream(new ByteArrayInputStream(sent.toByteArray())).readObject();

    assertThat(TableRow.of(arrived.row().set("company", "C").done()).text("company"))
        .isEqualTo("C");
  }

  private static RowWriter.Draft curve() {
    return RowWriter.of(CURVE)
        .row()
        .set("company", "C")
        .set("as_of", LocalDate.parse("2026-11-29"))
        .set("service_level", 0.95)
        .set("currency", Optional.empty())
        .set("safety_amount", 2.125)
        .set("stock_amount", OptionalDouble.of(1))
        .set("met_amount", BigDecimal.ONE)
        .set("demanded_amount", 7.5);
  }
}
