package org.millrace.exchange.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.millrace.exchange.reject.Rejects.NewReject;

/** Rows waiting to be posted together, by paper. It holds a bounded number of them. */
final class Chunk {
  private static final int ROWS = 4_000;
  private static final int MOST_ROWS = 20_000;

  private final Map<String, List<SalesRow>> papers = new LinkedHashMap<>();
  private final List<NewReject> unreadable = new ArrayList<>();
  private final Map<Long, Long> corrects = new LinkedHashMap<>();
  private String latest = "";
  private int rows;
  private long toLine;

  /** What is posted in one transaction: whole papers, as far as they are known. */
  record Load(
      List<Paper> papers, List<NewReject> unreadable, Map<Long, Long> corrects, long toLine) {
    int rows() {
      return papers.stream().mapToInt(paper -> paper.rows().size()).sum();
    }
  }

  void add(SalesRow row) {
    papers.computeIfAbsent(row.number(), n -> new ArrayList<>()).add(row);
    latest = row.number();
    rows++;
    toLine = row.line();
  }

  void add(NewReject row) {
    unreadable.add(row);
    toLine = row.line();
  }

  /** The row at the line comes from the reject list. */
  void corrects(long line, long reject) {
    corrects.put(line, reject);
  }

  boolean isFull() {
    return rows + unreadable.size() >= ROWS
        && (papers.size() > 1 || unreadable.size() >= ROWS || rows >= MOST_ROWS);
  }

  boolean isEmpty() {
    return rows == 0 && unreadable.isEmpty();
  }

  /** Takes out all papers but the one still being read, unless it alone fills the chunk. */
  Load takeComplete() {
    List<SalesRow> open = papers.size() > 1 ? papers.remove(latest) : null;
    Load load = takeAll(open == null ? toLine : open.get(0).line() - 1);
    if (open != null) {
      open.forEach(this::add);
    }
    return load;
  }

  /** Takes out everything. */
  Load takeAll() {
    return takeAll(toLine);
  }

  private Load takeAll(long upTo) {
    List<Paper> taken =
        papers.entrySet().stream()
            .map(e -> new Paper(e.getKey(), List.copyOf(e.getValue())))
            .toList();
    Load load = new Load(taken, List.copyOf(unreadable), Map.copyOf(corrects), upTo);
    papers.clear();
    unreadable.clear();
    corrects.clear();
    rows = 0;
    return load;
  }
}
