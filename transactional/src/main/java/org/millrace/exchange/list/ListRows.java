package org.millrace.exchange.list;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.gather.RowsAside;
import org.millrace.exchange.gather.Scattered;
import org.millrace.exchange.layout.FilesOfImport;
import org.millrace.exchange.list.RowsTogether.Part;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.exchange.run.ImportRun;
import org.millrace.exchange.run.RowsTaker;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * The rows of one list: those that are one document are brought together wherever they stand in the
 * file, and several documents go in by one transaction. Where that is refused, it is halved until
 * the one that is to blame stands alone; its rows go to the reject list with their reason.
 */
final class ListRows implements RowsTaker {
  private static final int ROWS_A_STEP = 200;
  private static final int ROWS_A_TRANSACTION = 400;

  /** Fewer would write as often as before, more would hold what they lock for longer. */
  private static final int ROWS_TOGETHER = 2_000;

  private static final int MOST_ROWS_OF_ONE = 200_000;

  private final ImportRun run;
  private final ImportedList list;
  private final Gathering gathering;
  private final ListRejects rejects;
  private final List<String> header;
  private final ImportedList.Columns columns;
  private final List<Row> together = new ArrayList<>();
  private final List<RowsTogether> waiting = new ArrayList<>();
  private final Map<UUID, Integer> occurrences = new HashMap<>();
  private String group = "";
  private int waitingRows;
  private long told;

  /**
   * How rows are read and brought together.
   *
   * @param skip the lines that are left out
   * @param scattered the documents whose rows stand apart
   * @param aside where those rows wait
   * @param files what is read, which goes when all is done
   */
  record Gathering(
      ListShape shape, Set<Long> skip, Scattered scattered, RowsAside aside, FilesOfImport files) {
    Gathering {
      skip = Set.copyOf(skip);
    }
  }

  ListRows(ImportRun run, ImportedList list, Gathering gathering) {
    this.run = run;
    this.list = list;
    this.gathering = gathering;
    this.header = run.table().header();
    this.columns = list.columns(run.target().company());
    this.rejects = new ListRejects(list, columns, gathering.shape(), header);
  }

  /** The end. */
  record Finished(
      String event, UUID run, String file, boolean dryRun, ImportedRows rows, double seconds) {}

  @Override
  public void take(Row row) {
    if (gathering.skip().contains(row.line())) {
      return;
    }
    gathering.shape().kept(row).ifPresent(this::sort);
  }

  private void sort(Row row) {
    String number = groupOf(row);
    if (gathering.scattered().contains(number)) {
      gathering.aside().add(number, row);
    } else {
      gather(row, number);
    }
  }

  private String groupOf(Row row) {
    return list.grouping().map(column -> gathering.shape().text(row, column).strip()).orElse("");
  }

  private void gather(Row row, String number) {
    boolean isOneWith = !number.isEmpty() && number.equals(group);
    if (!together.isEmpty() && !isOneWith) {
      closeTogether();
    }
    group = number;
    together.add(row);
    if (together.size() > MOST_ROWS_OF_ONE) {
      throw new FileUnreadable(
          "%s has more than %,d rows of one document, up to line %d: is '%s' its number?"
              .formatted(run.target().file(), MOST_ROWS_OF_ONE, row.line(), number));
    }
  }

  /** No row of the document follows. */
  private void closeTogether() {
    List<Row> rows = List.copyOf(together);
    together.clear();
    List<Part> parts = new ArrayList<>(rows.size());
    int read = 0;
    try {
      for (Row row : rows) {
        shaped(row).forEach(cells -> parts.add(new Part(row, cells)));
        read++;
      }
    } catch (Refused refused) {
      carryOutWaiting();
      List<Part> bare = rows.stream().map(row -> new Part(row, Map.of())).toList();
      reject(new RowsTogether(bare, 1), read, refused);
      return;
    }
    List<Map<String, String>> cells = parts.stream().map(Part::cells).toList();
    int occurrence = occurrences.merge(hash(cells), 1, Integer::sum);
    waiting.add(new RowsTogether(parts, occurrence));
    waitingRows += parts.size();
    if (waitingRows >= (list.areTogether() ? ROWS_TOGETHER : ROWS_A_TRANSACTION)) {
      carryOutWaiting();
    }
  }

  private List<Map<String, String>> shaped(Row row) {
    if (row.cells().size() < header.size()) {
      Problem problem =
          new Problem(
              "row", row.cells().size() + " cells", header.size() + " cells, as the header has");
      throw Refused.invalid("The row is too short", List.of(problem));
    }
    List<Map<String, String>> all = new ArrayList<>();
    for (Map<String, String> cells : gathering.shape().cells(row)) {
      Map<String, String> known = new TreeMap<>(cells);
      known.keySet().removeIf(c -> !columns.knows(c) || columns.ignored().contains(c));
      all.add(known);
    }
    return all;
  }

  private static UUID hash(List<Map<String, String>> cells) {
    return UUID.nameUUIDFromBytes(cells.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void carryOutWaiting() {
    if (!waiting.isEmpty()) {
      List<RowsTogether> all = List.copyOf(waiting);
      waiting.clear();
      waitingRows = 0;
      carryOut(all);
    }
  }

  private void carryOut(List<RowsTogether> all) {
    long last = all.stream().mapToLong(RowsTogether::last).max().orElseThrow();
    try {
      List<ImportedList.Taken> taken = run.inTransaction(() -> carriedOut(all));
      count(all, taken, last);
    } catch (FileUnreadable e) {
      throw e;
    } catch (Refused refused) {
      if (all.size() > 1) {
        carryOut(all.subList(0, all.size() / 2));
        carryOut(all.subList(all.size() / 2, all.size()));
        return;
      }
      reject(all.get(0), -1, refused);
    }
    if (run.rows().read() - told >= ROWS_A_STEP) {
      told = run.rows().read();
      run.progress(last);
    }
  }

  private List<ImportedList.Taken> carriedOut(List<RowsTogether> all) {
    ImportedList.OfRun ofRun =
        new ImportedList.OfRun(run.target().company(), run.id(), run.target().file());
    List<ImportedList.Taken> taken = new ArrayList<>(all.size());
    if (list.areTogether() && all.size() > 1) {
      taken.addAll(list.takeAll(ofRun, all));
    } else {
      for (RowsTogether one : all) {
        boolean isChanged =
            list.grouping().isEmpty()
                ? list.take(run.target().company(), one.cells().get(0))
                : list.takeTogether(ofRun, one.cells(), one.occurrence());
        taken.add(isChanged ? ImportedList.Taken.DONE : ImportedList.Taken.KNOWN);
      }
    }
    List<Long> done = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (taken.get(i).refused().isEmpty()) {
        done.addAll(all.get(i).lines());
      }
    }
    run.decide(done, List.of());
    return taken;
  }

  private void count(List<RowsTogether> all, List<ImportedList.Taken> taken, long last) {
    ImportedRows counts = ImportedRows.none();
    for (int i = 0; i < all.size(); i++) {
      if (taken.get(i).refused().isEmpty()) {
        int count = all.get(i).rows().size();
        boolean isChanged = taken.get(i).isChanged();
        counts =
            counts.plus(
                new ImportedRows(count, isChanged ? count : 0, isChanged ? 0 : count, 0, 0));
      }
    }
    run.count(counts, last, List.of());
    List<NewReject> wrong = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      RowsTogether one = all.get(i);
      taken.get(i).refused().ifPresent(refused -> wrong.addAll(rejects.of(one, refused)));
    }
    if (!wrong.isEmpty()) {
      reject(wrong, last);
    }
  }

  /** Rejects rows; one of them cannot be read where that is told. */
  private void reject(RowsTogether rows, int unread, Refused refused) {
    List<NewReject> wrong =
        unread < 0 ? rejects.of(rows, refused) : rejects.unread(rows.rows(), unread, refused);
    reject(wrong, rows.last());
  }

  private void reject(List<NewReject> wrong, long last) {
    run.inTransaction(
        () -> {
          run.decide(List.of(), wrong);
          return true;
        });
    run.count(new ImportedRows(wrong.size(), 0, 0, 0, wrong.size()), last, wrong);
  }

  @Override
  public void end() {
    endTogether();
    gathering.aside().each(row -> gather(row, groupOf(row)));
    endTogether();
  }

  private void endTogether() {
    if (!together.isEmpty()) {
      closeTogether();
    }
    group = "";
    carryOutWaiting();
  }

  @Override
  public Finished finished() {
    return new Finished(
        "finished",
        run.id(),
        run.target().file(),
        run.target().isTrial(),
        run.rows(),
        run.seconds());
  }

  @Override
  public void close() {
    try {
      gathering.aside().close();
    } finally {
      gathering.files().close();
    }
  }
}
