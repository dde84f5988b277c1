package org.millrace.exchange.mapping;

import java.util.List;
import org.millrace.exchange.layout.ListMapping;

/** The mappings of this instance: those shipped, by name, and those people brought, by id. */
public interface Mappings {
  /**
   * The mapping of that name or id.
   *
   * @throws org.millrace.shared.Refused as not found, naming those shipped
   */
  Mapping named(String nameOrId);

  /**
   * The mapping of a list of that name or id.
   *
   * @throws org.millrace.shared.Refused as not found, naming those shipped
   */
  ListMapping ofList(String nameOrId);

  /** Those shipped, by the list that each is for. */
  List<Shipped> shipped();

  /** A mapping that ships with the house, of a list or of a sales history. */
  record Shipped(String name, String kind) {}

  /** Checks and keeps a mapping; the same text has the same id. */
  String keep(String yaml);
}
