package org.millrace.exchange.list;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.millrace.exchange.layout.CellType;
import org.millrace.shared.CompanyCode;
import org.millrace.shared.Refused;

/** A list that files bring in; names of columns are those of its export. */
interface ImportedList {
  /** Its name in commands and paths. */
  String kind();

  /** The kind of document that it brings in, domain and type, where it is one. */
  default Optional<String> document() {
    return Optional.empty();
  }

  /** The permission that its import needs. */
  String permission();

  /** The columns it knows in a company, those first without which a row says nothing. */
  Columns columns(CompanyCode company);

  /**
   * Carries out one row.
   *
   * @param cells what stands in the file's columns, empty where nothing does
   * @return whether that changed anything
   * @throws org.millrace.shared.Refused when the row does not fit, fields as columns or in camel
   *     case
   */
  boolean take(CompanyCode company, Map<String, String> cells);

  /** The column whose equal values make one of rows that follow each other, if one does. */
  default Optional<String> grouping() {
    return Optional.empty();
  }

  /**
   * Carries out rows that are one.
   *
   * @param of the run that they are of
   * @param occurrence how often the same rows stood in the file so far, from 1
   */
  default boolean takeTogether(OfRun of, List<Map<String, String>> rows, int occurrence) {
    return take(of.company(), rows.get(0));
  }

  /** Whether many of its documents may be carried out together. */
  default boolean areTogether() {
    return false;
  }

  /**
   * Carries out many, each as if it came alone; those that are refused leave nothing behind.
   *
   * @return what came of each, in their order
   * @throws org.millrace.shared.Refused when that shows for all of them only: nothing may stay
   */
  default List<Taken> takeAll(OfRun of, List<RowsTogether> documents) {
    throw new IllegalStateException(kind() + " are carried out one by one");
  }

  /**
   * What came of rows that are one.
   *
   * @param isChanged whether they changed anything
   * @param refused why they were refused
   */
  record Taken(boolean isChanged, Optional<Refused> refused) {
    static final Taken DONE = new Taken(true, Optional.empty());
    static final Taken KNOWN = new Taken(false, Optional.empty());

    static Taken of(Optional<Refused> refused) {
      return refused.isPresent() ? new Taken(false, refused) : DONE;
    }
  }

  /** To which company rows go, by which run of an import, from which file. */
  record OfRun(CompanyCode company, UUID run, String file) {}

  /** Every list that files bring in. */
  record All(List<ImportedList> lists) {
    public All {
      lists = List.copyOf(lists);
    }
  }

  /**
   * Columns that must be there, that may, and that an export has beyond them.
   *
   * @param types what they hold; those that it does not name are texts
   */
  record Columns(
      List<String> needed,
      List<String> optional,
      List<String> ignored,
      Map<String, CellType> types) {
    public Columns {
      needed = List.copyOf(needed);
      optional = List.copyOf(optional);
      ignored = List.copyOf(ignored);
      types = Map.copyOf(types);
    }

    Columns(List<String> needed, List<String> optional, List<String> ignored) {
      this(needed, optional, ignored, Map.of());
    }

    boolean knows(String column) {
      return needed.contains(column) || optional.contains(column) || ignored.contains(column);
    }

    /** Those that a file can fill. */
    List<String> all() {
      return Stream.concat(needed.stream(), optional.stream()).toList();
    }
  }
}
