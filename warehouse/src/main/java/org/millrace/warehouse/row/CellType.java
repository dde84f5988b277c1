package org.millrace.warehouse.row;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * What a column takes, worked out once so that a value costs no look at Spark's type.
 *
 * @param scale digits behind the point of a decimal, else 0
 */
record CellType(Kind kind, int scale) implements Serializable {

  private enum Kind {
    TEXT,
    FLAG,
    DOUBLE,
    DATE,
    TIME,
    INT,
    LONG,
    DECIMAL,
    STRUCT,
    OTHER
  }

  static CellType of(DataType type) {
    if (type instanceof DecimalType decimal) {
      return new CellType(Kind.DECIMAL, decimal.scale());
    } else if (type instanceof StructType) {
      return new CellType(Kind.STRUCT, 0);
    }
    return new CellType(
        switch (type.typeName()) {
          case "string" -> Kind.TEXT;
          case "boolean" -> Kind.FLAG;
          case "double" -> Kind.DOUBLE;
          case "date" -> Kind.DATE;
          case "timestamp" -> Kind.TIME;
          case "integer" -> Kind.INT;
          case "long" -> Kind.LONG;
          default -> Kind.OTHER;
        },
        0);
  }

  /** The value as a row of Spark holds it; nothing where it is of another type. */
  Optional<Object> stored(Object value) {
    return switch (kind) {
      case TEXT -> Optional.of(value).filter(String.class::isInstance);
      case FLAG -> Optional.of(value).filter(Boolean.class::isInstance);
      case DOUBLE -> Optional.of(value).filter(Double.class::isInstance);
      case DATE -> date(value);
      case TIME -> time(value);
      case INT -> whole(value).map(Math::toIntExact);
      case LONG -> whole(value).map(number -> number);
      case DECIMAL -> decimal(value);
      case STRUCT -> Optional.of(value).filter(Row.class::isInstance);
      case OTHER -> Optional.empty();
    };
  }

  private static Optional<Object> date(Object value) {
    return value instanceof LocalDate day
        ? Optional.of(Date.valueOf(day))
        : Optional.of(value).filter(Date.class::isInstance);
  }

  private static Optional<Object> time(Object value) {
    return value instanceof Instant instant
        ? Optional.of(Timestamp.from(instant))
        : Optional.of(value).filter(Timestamp.class::isInstance);
  }

  private static Optional<Long> whole(Object value) {
    return value instanceof Integer || value instanceof Long
        ? Optional.of(((Number) value).longValue())
        : Optional.empty();
  }

  private Optional<Object> decimal(Object value) {
    if (value instanceof BigDecimal number) {
      return Optional.of(number.setScale(scale, RoundingMode.HALF_EVEN));
    } else if (value instanceof Double number) {
      return Optional.of(BigDecimal.valueOf(number).setScale(scale, RoundingMode.HALF_EVEN));
    }
    return whole(value).map(number -> BigDecimal.valueOf(number).setScale(scale));
  }
}
