package org.millrace.exchange.mapping;

/** The mappings of this instance: those shipped, by name, and those people brought, by id. */
public interface Mappings {
  /**
   * The mapping of that name or id.
   *
   * @throws org.millrace.shared.Refused as not found, naming those shipped
   */
  Mapping named(String nameOrId);

  /** Checks and keeps a mapping; the same text has the same id. */
  String keep(String yaml);
}
