package org.millrace.warehouse.lake;

/** Values in SQL that Spark and Delta read, where they take no parameters. */
public final class SqlLiteral {
  private SqlLiteral() {}

  /** A text, whatever characters it has. */
  public static String of(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /** The rows of one company that fulfil a predicate; an empty one means all of them. */
  public static String ofCompany(String company, String where) {
    return "company = " + of(company) + (where.isBlank() ? "" : " and (" + where + ")");
  }
}
