package org.millrace.document.list;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.List;
import org.millrace.document.mapping.RecordMapping.Column;

/** The parameters of a list in the description of the API: its own and a filter of each field. */
public final class DescribeLists {
  private DescribeLists() {}

  /** Those of a list of {@link Listed} rows. */
  public static void describe(Operation operation, Class<? extends Record> row) {
    Listed listed = RowFilter.listed(row);
    String sorted = listed.sorted().isEmpty() ? "the order of the rows" : listed.sorted();
    describe(operation, List.of(listed.searched()), sorted, RowFilter.columns(row));
  }

  /** Those of a list with these columns. */
  public static void describe(
      Operation operation, List<String> searched, String sorted, List<Column> columns) {
    operation.getParameters().removeIf(parameter -> "query".equals(parameter.getName()));
    add(operation, "search", "Looks into " + String.join(", ", searched), new StringSchema());
    add(
        operation,
        "sort",
        "Fields, a dash before the largest first; " + sorted + " when none is named",
        new StringSchema());
    add(operation, "page", "From 1", new IntegerSchema().minimum(BigDecimal.ONE));
    add(
        operation,
        "size",
        "Rows on a page, " + ListRequest.SIZE + " when none is named",
        new IntegerSchema()
            .minimum(BigDecimal.ONE)
            .maximum(BigDecimal.valueOf(ListRequest.LARGEST)));
    columns.forEach(column -> filters(operation, column));
  }

  /** A filter by any of several texts. */
  public static void any(Operation operation, String name, String what) {
    add(operation, name, what, new ArraySchema().items(new StringSchema()));
  }

  /** A filter by any of several values of a column. */
  public static void any(Operation operation, String name, String what, Column column) {
    add(operation, name, what, new ArraySchema().items(schema(column)));
  }

  private static void filters(Operation operation, Column column) {
    String field = column.field();
    add(operation, field, "Any of these", new ArraySchema().items(schema(column)));
    switch (column.type().family()) {
      case NUMBER, DATE, MOMENT -> {
        add(operation, field + ".from", "At least", schema(column));
        add(operation, field + ".to", "At most", schema(column));
      }
      case TEXT -> add(operation, field + ".has", "Holds this text", new StringSchema());
      default -> {}
    }
  }

  private static Schema<?> schema(Column column) {
    return switch (column.type().family()) {
      case NUMBER -> new NumberSchema();
      case FLAG -> new BooleanSchema();
      case DATE, MOMENT -> new StringSchema().format("date");
      case WORD, TEXTS -> words(column.type().words());
      default -> new StringSchema();
    };
  }

  private static Schema<?> words(List<String> words) {
    StringSchema schema = new StringSchema();
    words.forEach(schema::addEnumItem);
    return schema;
  }

  private static void add(Operation operation, String name, String what, Schema<?> schema) {
    operation.addParametersItem(
        new Parameter().in("query").name(name).required(false).description(what).schema(schema));
  }
}
