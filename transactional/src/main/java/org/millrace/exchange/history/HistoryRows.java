package org.millrace.exchange.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.millrace.exchange.answer.ImportedRows;
import org.millrace.exchange.file.FileUnreadable;
import org.millrace.exchange.file.Row;
import org.millrace.exchange.gather.RowsAside;
import org.millrace.exchange.gather.Scattered;
import org.millrace.exchange.history.row.ReadRow;
import org.millrace.exchange.history.row.RowReading;
import org.millrace.exchange.history.row.SalesRow;
import org.millrace.exchange.mapping.Field;
import org.millrace.exchange.reject.Rejects.NewReject;
import org.millrace.exchange.run.ImportRun;
import org.millrace.exchange.run.RowsTaker;
import org.millrace.shared.Problem;
import org.millrace.shared.Refused;

/**
 * The rows of one sales history: gathered to whole documents, posted chunk by chunk. When a chunk
 * is refused, it is halved until the document that is to blame stands alone; its rows are rejected.
 */
final class HistoryRows implements RowsTaker {
  private static final int CHANGED_TOLD = 20;

  private final PostChunk.Run context;
  private final ImportRun run;
  private final ReadRow readRow;
  private final PostChunk postChunk;
  private final Scattered scattered;
  private final RowsAside aside;
  private final Control control = new Control();
  private final Chunk chunk = new Chunk();
  private long documents;
  private long changedTold;

  HistoryRows(
      PostChunk.Run context,
      ReadRow readRow,
      PostChunk postChunk,
      Scattered scattered,
      RowsAside aside) {
    this.context = context;
    this.run = context.run();
    this.readRow = readRow;
    this.postChunk = postChunk;
    this.scattered = scattered;
    this.aside = aside;
  }

  @Override
  public void take(Row row) {
    RowReading reading = readRow.read(row);
    if (reading instanceof RowReading.Unreadable unreadable) {
      take(unreadable.reject());
    } else if (reading instanceof RowReading.Read read) {
      if (scattered.contains(read.row().number())) {
        aside.add(read.row().number(), row);
      } else {
        take(read.row());
      }
    }
  }

  private void take(SalesRow row) {
    if (chunk.isOneDocument(row.number())) {
      take(
          row.rejected(
              Objects.requireNonNull(context.mapping().columns().get(Field.NUMBER)),
              row.number(),
              "more rows than a document can have",
              "at most " + Chunk.MOST_ROWS + " rows of one document"));
      return;
    }
    chunk.add(row);
    postWhenFull();
  }

  private void take(NewReject reject) {
    chunk.add(reject);
    postWhenFull();
  }

  private void postWhenFull() {
    if (chunk.isFull()) {
      post(chunk.takeComplete());
    }
  }

  @Override
  public void end() {
    aside.each(
        row -> {
          if (readRow.read(row) instanceof RowReading.Read read) {
            take(read.row());
          }
        });
    if (!chunk.isEmpty()) {
      post(chunk.takeAll());
    }
  }

  private void post(Chunk.Load load) {
    try {
      PostChunk.Outcome outcome = run.inTransaction(() -> postChunk.post(context, load));
      note(load, outcome, load.unreadable());
    } catch (FileUnreadable e) {
      throw e;
    } catch (Refused e) {
      if (e.reason() == Refused.Reason.FORBIDDEN || load.documents().isEmpty()) {
        throw e;
      }
      apart(load, e);
    }
  }

  private void apart(Chunk.Load load, Refused refused) {
    if (load.documents().size() > 1) {
      load.halves().forEach(this::post);
      return;
    }
    List<NewReject> wrong = new ArrayList<>(load.unreadable());
    load.documents().get(0).rows().forEach(row -> wrong.add(rejected(row, refused)));
    run.inTransaction(
        () -> {
          run.decide(List.of(), wrong);
          return true;
        });
    note(load, PostChunk.Outcome.rejected(wrong.size()), wrong);
  }

  private NewReject rejected(SalesRow row, Refused refused) {
    List<Problem> problems = refused.problems();
    if (problems.size() == 1) {
      Problem problem = problems.get(0);
      return row.rejected(
          problem.field(), problem.value(), "its document is refused", problem.expected());
    }
    String column = Objects.requireNonNull(context.mapping().columns().get(Field.NUMBER));
    return row.rejected(
        column, row.number(), refused.getMessage(), "a document that can be posted");
  }

  private void note(Chunk.Load load, PostChunk.Outcome outcome, List<NewReject> wrong) {
    run.count(outcome.rows(), load.toLine(), wrong);
    documents += load.documents().size();
    control.add(outcome.control());
    for (Changed changed : outcome.changed()) {
      if (changedTold++ < CHANGED_TOLD) {
        run.tell(changed);
      }
    }
    run.progress(load.toLine());
  }

  @Override
  public Finished finished() {
    double seconds = run.seconds();
    ImportedRows rows = run.rows();
    return new Finished(
        "finished",
        run.id(),
        run.target().file(),
        run.target().isTrial(),
        context.mapping().currency().getCurrencyCode(),
        rows,
        documents,
        control.lines(),
        control.agrees() && rows.changed() == 0,
        seconds,
        Math.round(rows.read() / Math.max(0.001, seconds)));
  }

  @Override
  public void close() {
    aside.close();
  }
}
