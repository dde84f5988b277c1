package org.millrace.database;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Things that are written together, in their order, when they are asked for or all is done. */
public final class PutOff<T> implements Together.Part {
  private final Consumer<List<T>> write;
  private final boolean isLast;
  private final List<T> waiting = new ArrayList<>();
  private int written;
  private boolean hasFailed;

  private PutOff(Consumer<List<T>> write, boolean isLast) {
    this.write = write;
    this.isLast = isLast;
  }

  /** What is written so. */
  public static <T> PutOff<T> until(Consumer<List<T>> write) {
    return new PutOff<>(write, false);
  }

  /** What is written so when everything else is. */
  public static <T> PutOff<T> untilLast(Consumer<List<T>> write) {
    return new PutOff<>(write, true);
  }

  public void add(List<? extends T> more) {
    waiting.addAll(more);
  }

  /** Writes what waits; what follows waits again. */
  public void write() {
    if (!waiting.isEmpty()) {
      List<T> all = List.copyOf(waiting);
      waiting.clear();
      written += all.size();
      hasFailed = true;
      write.accept(all);
      hasFailed = false;
    }
  }

  @Override
  public Supplier<Boolean> mark() {
    int before = written + waiting.size();
    return () -> {
      if (hasFailed || before < written) {
        return false; // also where what others put off was refused: who is to blame is not known
      }
      waiting.subList(before - written, waiting.size()).clear();
      return true;
    };
  }

  @Override
  public void finish() {
    write();
  }

  @Override
  public boolean isLast() {
    return isLast;
  }
}
