package org.millrace.dashboards.page;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.millrace.dashboards.definition.Label;
import org.millrace.dashboards.definition.Term;

/**
 * What the back office shows of one kind of document or master, and what people can do there. All
 * fields are named as in the JSON of the core's API.
 *
 * @param id domain and name, {@code service/ticket}, as in its address
 * @param path below the company in the core's API
 * @param identity the field that the address of one document carries
 * @param table the table of the mart whose documents it shows, where there is one
 * @param permission what reading them needs, where the core says so
 * @param making what making a new one needs, where the core says so
 * @param fields every field the page speaks of, by name
 * @param form the fields of a new one, absent where none is made by hand
 */
public record Page(
    String id,
    Words words,
    String path,
    String identity,
    Optional<String> table,
    Optional<String> permission,
    Optional<String> making,
    Map<String, Field> fields,
    Shown shown,
    Optional<Form> form,
    List<Step> steps) {
  public Page {
    fields = Map.copyOf(fields);
    steps = List.copyOf(steps);
  }

  /** A field that the page speaks of. */
  public Field field(String name) {
    return requireNonNull(fields.get(name), () -> "Page " + id + " has no field '" + name + "'");
  }

  /** The list's title, one document's name, and the place in the menu. */
  public record Words(Label title, Label one, int position) {}

  /**
   * What the list and one document show; filters are fields that the core's list can narrow by,
   * sortable are columns that it can sort by. Kind is under which name the core stores its
   * documents and masters, with history, comments, files and tags; what is linked hangs together
   * with other documents; of what is printed the core makes papers. Related is what other pages
   * know of it.
   */
  public record Shown(
      List<String> columns,
      List<String> filters,
      List<String> facts,
      List<Lines> lines,
      boolean isPaged,
      List<String> sortable,
      Optional<String> kind,
      boolean isLinked,
      boolean isPrinted,
      Files files,
      List<Related> related) {
    public Shown {
      columns = List.copyOf(columns);
      filters = List.copyOf(filters);
      sortable = List.copyOf(sortable);
      facts = List.copyOf(facts);
      lines = List.copyOf(lines);
      related = List.copyOf(related);
    }
  }

  /**
   * Files of the core: whether one becomes a new document, the permission that this needs, and what
   * it gives of one document.
   */
  public record Files(boolean isTaken, Optional<String> permission, List<Download> given) {
    public Files {
      given = List.copyOf(given);
    }
  }

  /** A file of one document: the end of its address, and what may be said of how it is wanted. */
  public record Download(
      String name, Label label, Optional<String> permission, List<Parameter> parameters) {
    public Download {
      parameters = List.copyOf(parameters);
    }
  }

  /** How a file is wanted: one of some words where there are any, else a text. */
  public record Parameter(String name, Label label, Map<String, Label> words) {
    public Parameter {
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    }
  }

  /**
   * What another page knows of a document: the one of its documents that carries the value of a
   * field, or those of its list where each filter has the value of a field, or one of some words.
   * In the place of a page, {@link #DOCUMENTS} are the latest documents of all kinds.
   */
  public record Related(
      String page,
      Label label,
      Optional<String> of,
      Map<String, String> by,
      Map<String, List<String>> only,
      Optional<String> permission) {
    /** No page has this name, which has no domain. */
    public static final String DOCUMENTS = "documents";

    public Related {
      by = Map.copyOf(by);
      only = Map.copyOf(only);
    }
  }

  /** A list inside a document, with the columns shown of it. */
  public record Lines(String field, Label label, List<String> columns) {
    public Lines {
      columns = List.copyOf(columns);
    }
  }

  /**
   * A field: how it is called, what it holds, the words it may have, which page picks it, to what
   * filters of that page's list the choice is narrowed, and the permission without which the core
   * leaves it out. The currency of an amount is what the field of that name says, of the nearest
   * record around it that has it; without one, or where that is absent, it is the company's.
   */
  public record Field(
      Label label,
      Kind kind,
      Map<String, Label> words,
      Optional<String> pick,
      Map<String, String> only,
      Optional<String> permission,
      Optional<String> currency) {
    public Field {
      words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
      only = Map.copyOf(only);
    }
  }

  /** What a field holds. */
  public enum Kind {
    TEXT,
    WORD,
    MONEY,
    QUANTITY,
    NUMBER,
    DATE,
    MOMENT,
    YES_NO,
    LIST
  }

  /**
   * A form: single fields, and the columns of a list of lines where it has one.
   *
   * @param proposed what its fields start with: fields of the document, or sums of such
   * @param proposedLines the same of each line; a line whose sum is not above 0 is left out
   * @param told what the core tells of what is typed in its fields, where it is asked
   * @param toldOfLines what it tells of a line while that is typed
   */
  public record Form(
      List<Entry> entries,
      Optional<Lines> lines,
      List<Entry> lineEntries,
      boolean isLinesRequired,
      Map<String, List<Term>> proposed,
      Map<String, List<Term>> proposedLines,
      Optional<Told> told,
      Optional<Told> toldOfLines) {
    public Form {
      entries = List.copyOf(entries);
      lineEntries = List.copyOf(lineEntries);
      proposed = Map.copyOf(proposed);
      proposedLines = Map.copyOf(proposedLines);
    }
  }

  /**
   * A question to the core about a form or a line of it: its parameters, also those in braces in
   * the path, by the columns, else fields of the form, they are taken from, and the fields of the
   * answer that are shown. It is asked once all that it needs is typed, of whom the core answers.
   */
  public record Told(
      String path,
      Map<String, String> by,
      List<String> needs,
      List<String> shown,
      Optional<String> permission) {
    public Told {
      by = Map.copyOf(by);
      needs = List.copyOf(needs);
      shown = List.copyOf(shown);
    }
  }

  /** A field of a form; what the core needs is required. */
  public record Entry(String field, boolean required) {}

  /**
   * Something done with a document: the act as the core's steps name it, the request, what is
   * asked. A filled form starts with what the document has.
   *
   * @param many whether the core does it to several documents at once, without their lines
   * @param permission what it needs, where the core says so
   */
  public record Step(
      String act,
      Label label,
      String method,
      String path,
      boolean filled,
      boolean many,
      Form form,
      Optional<String> permission) {}
}
