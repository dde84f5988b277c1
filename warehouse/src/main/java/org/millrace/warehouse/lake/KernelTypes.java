package org.millrace.warehouse.lake;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.FieldMetadata;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import org.apache.spark.sql.catalyst.util.DateTimeUtils;
import org.millrace.warehouse.catalog.Column;
import org.millrace.warehouse.catalog.ColumnType;
import org.millrace.warehouse.catalog.Table;

/** The types of table.yaml as Delta Kernel knows them, and values on their way in and out. */
final class KernelTypes {
  /** The key of a column's comment in the schema of a Delta table. */
  static final String COMMENT = "comment";

  private KernelTypes() {}

  static StructType schema(Table table) {
    StructType schema = new StructType();
    for (Column column : table.columns()) {
      schema = schema.add(column.name(), type(column.type()), true);
    }
    return schema;
  }

  /** The schema with a comment at each column, as a new table gets it. */
  static StructType described(Table table) {
    StructType schema = new StructType();
    for (Column column : table.columns()) {
      FieldMetadata comment = FieldMetadata.builder().putString(COMMENT, column.comment()).build();
      schema = schema.add(new StructField(column.name(), type(column.type()), true, comment));
    }
    return schema;
  }

  static DataType type(ColumnType type) {
    return switch (type.lake()) {
      case "string" -> StringType.STRING;
      case "int" -> IntegerType.INTEGER;
      case "bigint" -> LongType.LONG;
      case "boolean" -> BooleanType.BOOLEAN;
      case "date" -> DateType.DATE;
      case "timestamp" -> TimestampType.TIMESTAMP;
      default -> decimal(type.lake());
    };
  }

  /** The type as table.yaml calls it. */
  static String word(DataType type) {
    if (type instanceof DecimalType decimal) {
      return "decimal(%d,%d)".formatted(decimal.getPrecision(), decimal.getScale());
    } else if (type instanceof IntegerType) {
      return "int";
    }
    return type instanceof LongType ? "bigint" : type.toString();
  }

  private static DecimalType decimal(String word) {
    String[] numbers = word.substring("decimal(".length(), word.length() - 1).split(",");
    return new DecimalType(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]));
  }

  /**
   * A value that Spark gave, as Kernel stores it: days, microseconds, a decimal of full scale. Any
   * moment of Spark's calendar has its microseconds; its nanoseconds end in the year 1677.
   */
  static Object stored(Object given, DataType type) {
    if (given instanceof Date date) {
      return Math.toIntExact(date.toLocalDate().toEpochDay());
    }
    if (given instanceof Timestamp time) {
      return DateTimeUtils.fromJavaTimestamp(time);
    }
    if (given instanceof BigDecimal number && type instanceof DecimalType decimal) {
      return number.setScale(decimal.getScale(), RoundingMode.UNNECESSARY);
    }
    return given;
  }

  /** A value as Spark hands it out; the row's field is not null. */
  static Object given(io.delta.kernel.data.Row row, int field, DataType type) {
    if (type instanceof StringType) {
      return row.getString(field);
    } else if (type instanceof IntegerType) {
      return row.getInt(field);
    } else if (type instanceof LongType) {
      return row.getLong(field);
    } else if (type instanceof BooleanType) {
      return row.getBoolean(field);
    } else if (type instanceof DateType) {
      return Date.valueOf(LocalDate.ofEpochDay(row.getInt(field)));
    } else if (type instanceof TimestampType) {
      return DateTimeUtils.toJavaTimestamp(row.getLong(field));
    }
    return row.getDecimal(field);
  }

  /** The value of a partition as a literal; a missing one is a null of the type. */
  static Literal literal(Object given, DataType type) {
    if (given == null) {
      return Literal.ofNull(type);
    }
    Object stored = stored(given, type);
    if (type instanceof StringType) {
      return Literal.ofString((String) stored);
    } else if (type instanceof DateType) {
      return Literal.ofDate((Integer) stored);
    } else if (type instanceof IntegerType) {
      return Literal.ofInt((Integer) stored);
    } else if (type instanceof LongType) {
      return Literal.ofLong((Long) stored);
    }
    throw new IllegalArgumentException("No table is laid out by a column of type " + type);
  }
}
