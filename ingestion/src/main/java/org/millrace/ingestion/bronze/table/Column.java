package org.millrace.ingestion.bronze.table;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.TimestampType;
import java.util.function.Function;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.millrace.ingestion.contract.Validated;

/**
 * A column of a bronze table: how it is called, typed, taken from a row and written. An empty text
 * is stored as null.
 */
record Column(String name, Form form, Function<Validated, Comparable<?>> value, Skipping skipping) {

  /** The few types bronze knows. */
  enum Form {
    TEXT,
    INT,
    LONG,
    MICROS,
    DAY
  }

  /** Whether files keep the least and the greatest value, so that readers can skip files. */
  enum Skipping {
    BY_RANGE,
    NONE
  }

  DataType deltaType() {
    return switch (form) {
      case TEXT -> StringType.STRING;
      case INT -> IntegerType.INTEGER;
      case LONG -> LongType.LONG;
      case MICROS -> TimestampType.TIMESTAMP;
      case DAY -> DateType.DATE;
    };
  }

  Type parquetType() {
    return switch (form) {
      case TEXT ->
          Types.optional(PrimitiveTypeName.BINARY)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case INT -> Types.optional(PrimitiveTypeName.INT32).named(name);
      case LONG -> Types.optional(PrimitiveTypeName.INT64).named(name);
      case MICROS ->
          Types.optional(PrimitiveTypeName.INT64)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(name);
      case DAY ->
          Types.optional(PrimitiveTypeName.INT32).as(LogicalTypeAnnotation.dateType()).named(name);
    };
  }

  boolean isAbsent(Comparable<?> given) {
    return given instanceof String text && text.isEmpty();
  }

  void write(Comparable<?> given, RecordConsumer out) {
    switch (form) {
      case TEXT -> out.addBinary(Binary.fromString((String) given));
      case INT, DAY -> out.addInteger((Integer) given);
      case LONG, MICROS -> out.addLong((Long) given);
    }
  }

  Literal literal(Comparable<?> given) {
    return switch (form) {
      case TEXT -> Literal.ofString((String) given);
      case INT -> Literal.ofInt((Integer) given);
      case LONG -> Literal.ofLong((Long) given);
      case MICROS -> Literal.ofTimestamp((Long) given);
      case DAY -> Literal.ofDate((Integer) given);
    };
  }
}
