package org.millrace.exchange.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.exchange.history.row.SalesRow;
import org.millrace.exchange.reject.Rejects.NewReject;

/** Rows waiting to be posted together, by document. It holds a bounded number of them. */
final class Chunk {
  /** A document has at most so many rows. */
  static final int MOST_ROWS = 20_000;

  private static final int ROWS = 4_000;
  private static final int CHARACTERS = 8 << 20;

  private final Map<String, List<SalesRow>> documents = new LinkedHashMap<>();
  private final List<NewReject> unreadable = new ArrayList<>();
  private String latest = "";
  private int rows;
  private int characters;
  private long toLine;

  /** What is posted in one transaction: whole documents. */
  record Load(List<SalesDocument> documents, List<NewReject> unreadable, long toLine) {
    Load {
      documents = List.copyOf(documents);
      unreadable = List.copyOf(unreadable);
    }

    int rows() {
      return documents.stream().mapToInt(document -> document.rows().size()).sum();
    }

    /** The same in two parts of half the documents. */
    List<Load> halves() {
      int half = documents.size() / 2;
      return List.of(
          new Load(documents.subList(0, half), unreadable, toLine),
          new Load(documents.subList(half, documents.size()), List.of(), toLine));
    }
  }

  void add(SalesRow row) {
    documents.computeIfAbsent(row.number(), n -> new ArrayList<>()).add(row);
    latest = row.number();
    rows++;
    characters += length(row.source().cells());
    toLine = Math.max(toLine, row.line());
  }

  void add(NewReject row) {
    unreadable.add(row);
    characters += length(row.cells());
    toLine = Math.max(toLine, row.line());
  }

  private static int length(List<String> cells) {
    return cells.stream().mapToInt(String::length).sum();
  }

  boolean isFull() {
    return rows + unreadable.size() >= ROWS || characters >= CHARACTERS;
  }

  /** Whether the document that is being read alone fills it. */
  boolean isOneDocument(String number) {
    return documents.size() == 1
        && latest.equals(number)
        && (rows >= MOST_ROWS || characters >= 2 * CHARACTERS);
  }

  boolean isEmpty() {
    return rows == 0 && unreadable.isEmpty();
  }

  /** Takes out all documents but the one still being read. */
  Load takeComplete() {
    List<SalesRow> open = documents.remove(latest);
    Load load = takeAll();
    if (open != null) {
      open.forEach(this::add);
    }
    return load;
  }

  /** Takes out everything. */
  Load takeAll() {
    List<SalesDocument> taken =
        documents.entrySet().stream()
            .map(e -> new SalesDocument(e.getKey(), e.getValue()))
            .toList();
    Load load = new Load(taken, unreadable, toLine);
    documents.clear();
    unreadable.clear();
    rows = 0;
    characters = 0;
    return load;
  }
}
