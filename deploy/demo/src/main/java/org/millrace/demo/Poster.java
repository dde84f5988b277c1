package org.millrace.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.millrace.demo.business.Act;
import org.millrace.demo.business.Day;

/** Sends acts to the core: those of one phase side by side, phases and days one after the other. */
final class Poster implements AutoCloseable {
  private static final int THREADS = 4;

  private final CoreBooks core;
  private final CoreBooks approver;
  private final Documents documents = new Documents();
  private final AtomicInteger posted = new AtomicInteger();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "poster");
            thread.setDaemon(true);
            return thread;
          });

  Poster(CoreBooks core, CoreBooks approver) {
    this.core = core;
    this.approver = approver;
  }

  /** How many acts the core has accepted or had accepted before. */
  int posted() {
    return posted.get();
  }

  void postDay(Day day) {
    day.phases().forEach(this::postTogether);
  }

  void post(Act act) {
    Act.Link link = act.link();
    OptionalLong version =
        link.changes()
            .map(name -> OptionalLong.of(documents.version(name)))
            .orElse(OptionalLong.empty());
    CoreBooks books = act.by() == Act.By.APPROVER ? approver : core;
    JsonNode answer =
        books.send(
            act.method(),
            act.key(),
            documents.numbered(act.path()),
            version,
            documents.numbered(act.body()));
    link.changes().ifPresent(name -> documents.changed(name, link.raises()));
    link.makes().ifPresent(name -> documents.made(name, number(act, answer)));
    posted.incrementAndGet();
  }

  private static String number(Act act, JsonNode answer) {
    JsonNode number = answer.at(act.link().numberAt());
    if (number.isMissingNode()) {
      throw new IllegalStateException("The answer to " + act.key() + " has no number: " + answer);
    }
    return number.asText();
  }

  private void postTogether(List<Act> acts) {
    if (acts.size() == 1) {
      post(acts.get(0));
      return;
    }
    List<Future<?>> running = new ArrayList<>();
    for (Act act : acts) {
      running.add(threads.submit(() -> post(act)));
    }
    for (Future<?> future : running) {
      join(future);
    }
  }

  private static void join(Future<?> future) {
    try {
      future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof DemoRefused refusal) {
        throw refusal;
      }
      throw new IllegalStateException("An act could not be posted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoRefused("Interrupted; run the demo again, it resumes.");
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
