package org.millrace.warehouse.catalog;

/** How a value is written for people; it follows from the type and the unit of its column. */
public enum Form {
  /** As it stands, or in the words of the column. */
  TEXT,
  /** Yes or no. */
  YES_NO,
  /** A day. */
  DAY,
  /** A month. */
  MONTH,
  /** A point in time. */
  MOMENT,
  /** An amount with two decimals. */
  MONEY,
  /** A share, shown in percent. */
  PERCENT,
  /** A number of pieces, hours or days, with decimals where there are some. */
  QUANTITY,
  /** A whole number. */
  COUNT;

  static Form of(ColumnType type, String unit) {
    if (type.isNumber()) {
      return ofNumber(type, unit);
    }
    if (type.isDate()) {
      return unit.equals("month") ? MONTH : DAY;
    }
    return switch (type.lake()) {
      case "boolean" -> YES_NO;
      case "timestamp" -> MOMENT;
      default -> TEXT;
    };
  }

  private static Form ofNumber(ColumnType type, String unit) {
    if (unit.startsWith("currency")) {
      return MONEY;
    }
    if (unit.startsWith("fraction")) {
      return PERCENT;
    }
    return type.lake().startsWith("decimal") ? QUANTITY : COUNT;
  }

  /** True for what stands to the right in a table. */
  public boolean isNumber() {
    return switch (this) {
      case MONEY, PERCENT, QUANTITY, COUNT -> true;
      default -> false;
    };
  }
}
